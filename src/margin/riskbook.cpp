// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/riskbook.h"

#include <algorithm>

namespace plimsoll::margin {

void RiskBook::upsert(std::shared_ptr<const Account> account)
{
    const auto [slot, isNew] = m_indices.try_emplace(account->id, m_terms.size());
    const std::size_t index = slot->second;
    if (isNew) {
        m_terms.emplace_back();
        m_touched.push_back(false);
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

void RiskBook::close(std::size_t index, WallTime at)
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
    if (!m_touched[index]) {
        m_touched[index] = true;
        m_queue.push_back(static_cast<std::uint32_t>(index));
    }
}

const std::vector<std::uint32_t> &RiskBook::evaluate()
{
    for (const RateId rate : m_quotes.evaluate()) {
        for (const std::uint32_t index : m_rateUsers[rate]) {
            touch(index);
        }
    }
    m_evaluated.clear();
    m_evaluated.swap(m_queue);
    std::ranges::sort(m_evaluated);
    for (const std::uint32_t index : m_evaluated) {
        m_touched[index] = false;
        if (m_verdicts[index].account) {
            m_verdicts.set(index, {judge(index), m_verdicts[index].account});
            ++m_evaluations;
        }
    }
    return m_evaluated;
}

const std::size_t *RiskBook::find(const std::string &id) const
{
    const auto found = m_indices.find(id);
    return found == m_indices.end() ? nullptr : &found->second;
}

Decision RiskBook::judge(std::size_t index) const
{
    Judgement judgement;
    for (const Term &term : m_terms[index]) {
        judgement.add(term.total, term.debt, m_quotes.rate(term.rate));
    }
    return judgement.decide(*m_verdicts[index].account);
}

} // namespace plimsoll::margin
