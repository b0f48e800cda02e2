// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/book.h"

#include <algorithm>
#include <map>

namespace plimsoll::chance {

namespace {

using margin::Account;
using margin::Balance;
using margin::Decimal;

std::string commonUnit(const std::vector<Account> &accounts)
{
    std::map<std::string, int> uses;
    for (const Account &account : accounts) {
        ++uses[account.quoteAsset];
    }
    std::string unit;
    for (const Account &account : accounts) { // of equally common ones the first
        if (unit.empty() || uses[account.quoteAsset] > uses[unit]) {
            unit = account.quoteAsset;
        }
    }
    return unit;
}

bool isEmpty(const Balance &balance)
{
    return balance.total().value_or(Decimal()).isZero() && balance.debt().value_or(Decimal()).isZero();
}

class BookMaker
{
public:
    BookMaker(const std::vector<Account> &accounts, const margin::Rates &rates)
        : m_rates(rates)
    {
        m_book.unit = commonUnit(accounts);
        for (const Account &account : accounts) {
            add(account);
        }
    }

    Book take() { return std::move(m_book); }

private:
    void add(const Account &account)
    {
        const margin::Decision decision = margin::judge(account, m_rates);
        BookAccount result;
        result.id = account.id;
        result.status = decision.status;
        result.simulated = decision.status != margin::Status::Liquidated && !decision.partly && !decision.overflow;
        result.callBar = account.thresholds.marginCall.toDoubleForPlot();
        result.liquidationBar = account.thresholds.liquidation.toDoubleForPlot();
        if (result.simulated) {
            result.quote = indexOf(account.quoteAsset);
            for (const Balance &balance : account.balances) {
                if (!isEmpty(balance)) {
                    result.exposures.push_back(exposureOf(balance, account));
                    result.equity += result.exposures.back().held - result.exposures.back().owed;
                }
            }
        }
        m_book.accounts.push_back(std::move(result));
    }

    Exposure exposureOf(const Balance &balance, const Account &account)
    {
        const margin::Rate rate = m_rates.find(balance.asset, account.quoteAsset);
        const double up = rate.up.toDoubleForPlot();
        Exposure exposure;
        exposure.asset = indexOf(balance.asset);
        exposure.held = balance.total().value_or(Decimal()).toDoubleForPlot() * rate.down.toDoubleForPlot();
        exposure.owed = balance.debt().value_or(Decimal()).toDoubleForPlot() * up;
        exposure.owedPerDay = balance.borrowed.toDoubleForPlot()
            * balance.dailyInterest.value_or(Decimal()).toDoubleForPlot() * up;
        return exposure;
    }

    std::optional<std::size_t> indexOf(const std::string &asset)
    {
        if (asset == m_book.unit) {
            return std::nullopt;
        }
        const auto found = std::ranges::find(m_book.assets, asset);
        if (found != m_book.assets.end()) {
            return static_cast<std::size_t>(found - m_book.assets.begin());
        }
        m_book.assets.push_back(asset);
        return m_book.assets.size() - 1;
    }

    const margin::Rates &m_rates;
    Book m_book;
};

} // namespace

Book makeBook(const std::vector<Account> &accounts, const margin::Rates &rates)
{
    return BookMaker(accounts, rates).take();
}

} // namespace plimsoll::chance
