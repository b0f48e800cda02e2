// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/ratetable.h"
#include "margin/verdict.h"

#include <cstdint>
#include <span>
#include <vector>

namespace plimsoll::margin {

/// Accounts that are judged again and again at prices that move, by the same Judgement as a single evaluation. What an
/// account holds and owes is read once; a price that moves costs only the accounts in users(). Not thread-safe; every
/// thread takes a copy. The accounts must outlive it.
class ShockedBook
{
public:
    /// Requires: validated accounts.
    ShockedBook(std::span<const Account> accounts, const Rates &rates);

    [[nodiscard]] std::span<const Account> accounts() const { return m_accounts; }

    /// The pairs that the accounts need; those of nothing held and nothing owed are not among them.
    [[nodiscard]] const RateTable &table() const { return m_table; }

    /// As RateTable::move().
    void move(PairId pair, Decimal factor) { m_table.move(pair, factor); }

    /// Places of the accounts that hold or owe the pair's asset, ascending.
    [[nodiscard]] const std::vector<std::uint32_t> &users(PairId pair) const { return m_users[pair]; }

    [[nodiscard]] Decision judge(std::size_t account) const;

private:
    struct Term {
        PairId pair;
        Decimal total;
        Decimal debt;
    };

    std::span<const Account> m_accounts;
    RateTable m_table;
    std::vector<std::vector<Term>> m_terms; // per account
    std::vector<std::vector<std::uint32_t>> m_users; // per pair
};

} // namespace plimsoll::margin
