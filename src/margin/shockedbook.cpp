// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/shockedbook.h"

namespace plimsoll::margin {

ShockedBook::ShockedBook(std::span<const Account> accounts, const Rates &rates)
    : m_accounts(accounts)
    , m_table(rates)
    , m_terms(accounts.size())
{
    for (std::size_t index = 0; index < accounts.size(); ++index) {
        const Account &account = accounts[index];
        for (const Balance &balance : account.balances) {
            const Decimal total = balance.total().value_or(Decimal());
            const Decimal debt = balance.debt().value_or(Decimal());
            if (total.isZero() && debt.isZero()) {
                continue; // needs no price
            }
            const PairId pair = m_table.intern(balance.asset, account.quoteAsset);
            m_users.resize(m_table.pairs().size());
            m_users[pair].push_back(static_cast<std::uint32_t>(index));
            m_terms[index].push_back({pair, total, debt});
        }
    }
}

Decision ShockedBook::judge(std::size_t account) const
{
    Judgement judgement;
    for (const Term &term : m_terms[account]) {
        judgement.add(term.total, term.debt, m_table.rate(term.pair));
    }
    return judgement.decide(m_accounts[account]);
}

} // namespace plimsoll::margin
