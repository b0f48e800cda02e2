// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/quotes.h"

#include <QString>
#include <QtGlobal>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

/// What several tests of the margin core need: short ways to write amounts, accounts and prices, and a repeatable
/// source of chance.
namespace plimsoll::test {

using margin::Decimal;

inline Decimal d(const std::string &text)
{
    const auto value = Decimal::parseSigned(text);
    if (!value) {
        qFatal("the test itself is wrong: %s", value.error().message().c_str());
    }
    return value.value();
}

inline QString shown(Decimal value)
{
    return QString::fromStdString(value.toString());
}

inline QString shown(const std::optional<Decimal> &value)
{
    return value ? shown(*value) : QStringLiteral("none");
}

inline QString shown(const std::string &text)
{
    return QString::fromStdString(text);
}

inline margin::Balance held(const std::string &asset, const std::string &free)
{
    return {asset, d(free), {}, {}, {}, {}};
}

inline margin::Balance owed(const std::string &asset, const std::string &borrowed, const std::string &interest = "0",
                            const std::string &free = "0")
{
    return {asset, d(free), {}, d(borrowed), d(interest), {}};
}

inline margin::Thresholds bars(const std::string &initial, const std::string &call, const std::string &liquidation)
{
    return {d(initial), d(call), d(liquidation)};
}

/// The bars of the reference example.
inline margin::Thresholds referenceBars()
{
    return bars("1.25", "1.10", "1.05");
}

inline margin::Account crossAccount(std::vector<margin::Balance> balances, const std::string &id = "a-cross")
{
    margin::Account account;
    account.id = id;
    account.quoteAsset = "USDT";
    account.thresholds = referenceBars();
    account.ownThresholds = true;
    account.balances = std::move(balances);
    return account;
}

inline margin::Account isolatedAccount(const std::string &base, std::vector<margin::Balance> balances,
                                       const std::string &id = "b-isolated")
{
    margin::Account account = crossAccount(std::move(balances), id);
    account.mode = margin::MarginMode::Isolated;
    account.baseAsset = base;
    account.symbol = base + account.quoteAsset;
    return account;
}

using PriceList = std::vector<std::pair<std::string, std::string>>;

/// Rates of every asset of `account`, and of `more`, in its quote asset at these prices.
inline margin::Rates ratesFor(const margin::Account &account, const PriceList &prices,
                              std::initializer_list<const char *> more = {})
{
    margin::QuoteBoard board;
    for (const margin::Balance &balance : account.balances) {
        board.internRate(balance.asset, account.quoteAsset);
    }
    for (const char *asset : more) {
        board.internRate(asset, account.quoteAsset);
    }
    for (const auto &[symbol, price] : prices) {
        board.setPrice(board.internSymbol(symbol), d(price), 1'000);
    }
    board.evaluate();
    return *board.freeze();
}

/// Repeatable chance: the seed is fixed, PLIMSOLL_SEED overrides it, and it is printed so that a failure can be played
/// again.
class Chance
{
public:
    Chance()
    {
        bool isNumber = false;
        const qulonglong wanted = qEnvironmentVariable("PLIMSOLL_SEED").toULongLong(&isNumber);
        const std::uint64_t seed = isNumber ? wanted : 20'200'604;
        qInfo("PLIMSOLL_SEED=%llu", static_cast<unsigned long long>(seed));
        m_engine.seed(seed);
    }

    std::uint64_t bits() { return m_engine(); }

    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return std::uniform_int_distribution<std::int64_t>(low, high)(m_engine);
    }

    bool oneIn(std::int64_t n) { return between(1, n) == 1; }

    /// Any non-negative value of the type, all sizes alike, the ends included.
    Decimal anything()
    {
        if (oneIn(50)) {
            return Decimal::fromMantissa(oneIn(2) ? 0 : Decimal::kLimit - 1);
        }
        margin::UInt128 mantissa = 0;
        for (std::int64_t digits = between(1, 36); digits > 0; --digits) {
            mantissa = mantissa * 10 + static_cast<unsigned>(between(0, 9));
        }
        return Decimal::fromMantissa(static_cast<margin::Int128>(mantissa));
    }

    Decimal anythingSigned() { return oneIn(2) ? -anything() : anything(); }

    /// A price or an amount as an exchange has them: 8 decimals, from 10^-8 to 10^`digits`.
    Decimal usual(int digits = 6)
    {
        std::int64_t value = 0;
        for (std::int64_t left = between(1, 8 + digits); left > 0; --left) {
            value = value * 10 + between(0, 9);
        }
        constexpr margin::Int128 kUnit = 10'000'000'000; // 10^-8
        return Decimal::fromMantissa(margin::Int128 {std::max<std::int64_t>(value, 1)} * kUnit);
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace plimsoll::test
