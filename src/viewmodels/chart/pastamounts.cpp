// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/pastamounts.h"

#include <algorithm>
#include <iterator>

namespace plimsoll::viewmodels {

namespace {

void add(margin::Decimal &sum, margin::Decimal change)
{
    sum = sum.plus(change).value_or(sum); // the journal refuses what leaves the range
}

} // namespace

PastAmounts::PastAmounts(const std::vector<monitor::JournalRow> &rows)
{
    for (const monitor::JournalRow &row : rows) {
        if (!row.movesMoney()) {
            continue;
        }
        if (m_steps.empty() || m_steps.back().time < row.time) { // where the clock was set back, with the step before
            m_steps.push_back({row.time, m_steps.empty() ? std::vector<PastAmount>() : m_steps.back().amounts});
        }
        std::vector<PastAmount> &amounts = m_steps.back().amounts;
        const std::size_t place = placeOf(row.row.asset);
        amounts.resize(m_assets.size());
        const bool isOwed = row.row.field == margin::Field::Borrowed || row.row.field == margin::Field::Interest;
        add(isOwed ? amounts[place].debt : amounts[place].total, row.row.change);
        if (row.row.kind == margin::EntryKind::Interest && row.row.field == margin::Field::Interest) {
            add(amounts[place].charged, row.row.change);
        }
    }
}

void PastAmounts::note(WallTime time, const margin::Account &account)
{
    std::erase_if(m_steps, [time](const Step &step) { return step.time >= time && step.time > 0; });
    Step step {time, {}};
    for (const margin::Balance &balance : account.balances) {
        const std::size_t place = placeOf(balance.asset);
        step.amounts.resize(m_assets.size());
        step.amounts[place] = {
            balance.total().value_or(margin::Decimal()), balance.debt().value_or(margin::Decimal()), {}};
    }
    const auto same = [](const PastAmount &a, const PastAmount &b) { return a.total == b.total && a.debt == b.debt; };
    if (m_steps.empty() || !std::ranges::equal(m_steps.back().amounts, step.amounts, same)) {
        m_steps.push_back(std::move(step));
    }
}

std::size_t PastAmounts::placeOf(const std::string &asset)
{
    const auto found = std::ranges::find(m_assets, asset);
    if (found != m_assets.end()) {
        return static_cast<std::size_t>(found - m_assets.begin());
    }
    m_assets.push_back(asset);
    return m_assets.size() - 1;
}

const PastAmounts::Step *PastAmounts::at(WallTime time) const
{
    const auto next = std::ranges::upper_bound(m_steps, time, {}, &Step::time);
    return next == m_steps.begin() ? nullptr : &*std::prev(next);
}

PastAmount PastAmounts::of(const Step &step, const std::string &asset) const
{
    return of(step, static_cast<std::size_t>(std::ranges::find(m_assets, asset) - m_assets.begin()));
}

} // namespace plimsoll::viewmodels
