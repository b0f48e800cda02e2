// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/riskbook.h"

#include "margin/levelbounds.h"

#include <algorithm>

namespace plimsoll::margin {

namespace {

// 10^18 in the scale of Wide: sums from here on have a 19th digit before the point.
const Wide kSumLimit = [] {
    Wide limit = Wide::product(Decimal::fromInteger(1'000'000'000), Decimal::fromInteger(1'000'000'000));
    return limit;
}();

} // namespace

void RiskBook::upsert(std::shared_ptr<const Account> account)
{
    const auto [slot, isNew] = m_indices.try_emplace(account->id, m_terms.size());
    const std::size_t index = slot->second;
    if (isNew) {
        m_terms.emplace_back();
        m_touched.push_back(0);
        m_verdicts.resize(m_terms.size());
    }
    for (const Term &term : m_terms[index]) {
        std::erase(m_rateUsers[term.rate], static_cast<std::uint32_t>(index));
    }
    std::vector<Term> terms;
    for (const Balance &balance : account->balances) {
        const Decimal total = balance.total().value_or(Decimal());
        const Decimal debt = balance.debt().value_or(Decimal());
        if (total.isZero() && debt.isZero()) {
            continue; // needs no price
        }
        const RateId rate = m_quotes.internRate(balance.asset, account->quoteAsset);
        m_rateUsers.resize(std::max<std::size_t>(m_rateUsers.size(), rate + 1));
        m_rateUsers[rate].push_back(static_cast<std::uint32_t>(index));
        terms.push_back({rate, total, debt});
    }
    m_terms[index] = std::move(terms);
    Verdict verdict;
    verdict.account = std::move(account);
    m_verdicts.set(index, std::move(verdict));
    touch(index);
}

void RiskBook::remove(const std::string &id)
{
    const auto found = m_indices.find(id);
    if (found == m_indices.end()) {
        return;
    }
    const std::size_t index = found->second;
    for (const Term &term : m_terms[index]) {
        std::erase(m_rateUsers[term.rate], static_cast<std::uint32_t>(index));
    }
    m_terms[index].clear();
    m_verdicts.set(index, {});
    m_indices.erase(found);
}

void RiskBook::close(std::size_t index, std::int64_t at)
{
    auto closed = std::make_shared<Account>(*m_verdicts[index].account);
    closed->liquidatedAt = at;
    for (Balance &balance : closed->balances) {
        balance.free = balance.locked = balance.borrowed = balance.interest = Decimal();
    }
    upsert(std::move(closed));
}

void RiskBook::touch(std::size_t index)
{
    if (m_touched[index] == 0) {
        m_touched[index] = 1;
        m_queue.push_back(static_cast<std::uint32_t>(index));
    }
}

const std::vector<std::uint32_t> &RiskBook::settle()
{
    for (const RateId rate : m_quotes.settle()) {
        for (const std::uint32_t index : m_rateUsers[rate]) {
            touch(index);
        }
    }
    m_settled.clear();
    m_settled.swap(m_queue);
    std::ranges::sort(m_settled);
    for (const std::uint32_t index : m_settled) {
        m_touched[index] = 0;
        if (m_verdicts[index].account) {
            m_verdicts.set(index, judge(index));
            ++m_evaluations;
        }
    }
    return m_settled;
}

const std::size_t *RiskBook::find(const std::string &id) const
{
    const auto found = m_indices.find(id);
    return found == m_indices.end() ? nullptr : &found->second;
}

Verdict RiskBook::judge(std::size_t index) const
{
    Verdict verdict;
    verdict.account = m_verdicts[index].account;
    if (verdict.account->liquidatedAt) {
        verdict.status = Status::Liquidated;
        return verdict;
    }
    bool owes = false;
    for (const Term &term : m_terms[index]) {
        owes = owes || term.debt.isPositive();
        const Rate &rate = m_quotes.rate(term.rate);
        if (!rate.known()) {
            verdict.partly = true;
            continue;
        }
        if (term.total.isPositive()) {
            verdict.assets += Wide::product(term.total, rate.down);
        }
        if (term.debt.isPositive()) {
            verdict.debt += Wide::product(term.debt, rate.up);
        }
    }
    verdict.overflow = verdict.assets >= kSumLimit || verdict.debt >= kSumLimit;
    if (!owes) {
        verdict.status = Status::NoDebt; // nothing to be called for, whatever the assets are worth
    } else if (!verdict.overflow) {
        verdict.partly ? decideByBounds(verdict, m_terms[index])
                       : void(verdict.status = decide(verdict.assets, verdict.debt, verdict.account->thresholds));
    }
    return verdict;
}

void RiskBook::decideByBounds(Verdict &verdict, const std::vector<Term> &terms) const
{
    LevelBounds bounds;
    bounds.addPriced(verdict.assets, verdict.debt);
    for (const Term &term : terms) {
        if (!m_quotes.rate(term.rate).known()) {
            bounds.addUnpriced(term.total, term.debt);
        }
    }
    verdict.status = bounds.decide(verdict.account->thresholds);
    if (verdict.status == Status::Normal) {
        verdict.assets = bounds.worst()->assets;
        verdict.debt = bounds.worst()->debt;
    }
}

} // namespace plimsoll::margin
