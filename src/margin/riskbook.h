// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "margin/quotes.h"
#include "margin/sharedvector.h"
#include "margin/verdict.h"

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

namespace plimsoll::margin {

/// All accounts and the prices they need. A batch of prices judges only accounts that hold or owe what moved, by the
/// same Judgement as a single evaluation. Not thread-safe: lives on the engine thread. What shareVerdicts() returns may
/// be read on any thread.
class RiskBook
{
public:
    /// Adds an account or replaces the one with the same id; it is judged at the next evaluate(). Requires:
    /// validated(account).
    void upsert(std::shared_ptr<const Account> account);
    void remove(const std::string &id);
    /// Closes the account as liquidated: its status is Liquidated from the next evaluate() on, whatever prices do.
    void close(std::size_t index, WallTime at);

    QuoteBoard &quotes() { return m_quotes; }

    [[nodiscard]] const QuoteBoard &quotes() const { return m_quotes; }

    /// Applies what was set on quotes() and judges every account that is touched by it. Returns their indices,
    /// ascending.
    const std::vector<std::uint32_t> &evaluate();

    /// Index = order of first upsert; a removed account leaves an empty slot (account == nullptr).
    [[nodiscard]] const SharedVector<Verdict> &verdicts() const { return m_verdicts; }

    /// The same, frozen, for a snapshot.
    [[nodiscard]] SharedVector<Verdict> shareVerdicts() { return m_verdicts.share(); }

    [[nodiscard]] const std::size_t *find(const std::string &id) const;

    /// How many accounts were judged since the beginning; for summaries and benchmarks.
    [[nodiscard]] std::uint64_t evaluations() const { return m_evaluations; }

private:
    struct Term {
        RateId rate;
        Decimal total;
        Decimal debt;
    };

    void touch(std::size_t index);
    [[nodiscard]] Decision judge(std::size_t index) const;

    QuoteBoard m_quotes;
    std::unordered_map<std::string, std::size_t> m_indices;
    std::vector<std::vector<Term>> m_terms; // per account
    std::vector<std::vector<std::uint32_t>> m_rateUsers; // per rate: accounts
    std::vector<bool> m_touched;
    std::vector<std::uint32_t> m_queue;
    std::vector<std::uint32_t> m_evaluated;
    SharedVector<Verdict> m_verdicts;
    std::uint64_t m_evaluations = 0;
};

} // namespace plimsoll::margin
