// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookkit.h"

#include <cmath>

namespace bookkit {

using namespace plimsoll;
using namespace plimsoll::chance;

namespace {

margin::Decimal decimal(const std::string &text)
{
    return margin::Decimal::parse(text).value();
}

double normalBelow(double x)
{
    return std::erfc(-x / std::sqrt(2.0)) / 2;
}

} // namespace

margin::Account cross(const std::string &id, const std::vector<Amount> &amounts, const std::string &quote)
{
    margin::Account account;
    account.id = id;
    account.quoteAsset = quote;
    account.thresholds = {decimal("1.25"), decimal("1.1"), decimal("1.05")};
    for (const Amount &amount : amounts) {
        margin::Balance balance;
        balance.asset = amount.asset;
        balance.free = decimal(amount.held);
        balance.borrowed = decimal(amount.owed);
        if (!amount.dailyInterest.empty()) {
            balance.dailyInterest = decimal(amount.dailyInterest);
        }
        account.balances.push_back(balance);
    }
    return account;
}

Book book(const std::vector<margin::Account> &accounts, const Prices &prices)
{
    margin::QuoteBoard board;
    for (const margin::Account &account : accounts) {
        for (const margin::Balance &balance : account.balances) {
            board.internRate(balance.asset, account.quoteAsset);
        }
    }
    for (const auto &[symbol, price] : prices) {
        board.setPrice(board.internSymbol(symbol), decimal(price), 0);
    }
    board.evaluate();
    return makeBook(accounts, *board.freeze());
}

MarketModel market(const Book &book, double sigma, double drift, double correlation)
{
    MarketWishes wishes;
    for (const std::string &asset : book.assets) {
        wishes.sigma[asset] = sigma;
        wishes.drift[asset] = drift;
    }
    ReturnStatistics none;
    none.unit = book.unit;
    MarketModel model = makeMarket(none, book.assets, wishes).value();
    for (std::size_t i = 0; i < book.assets.size(); ++i) {
        for (std::size_t j = 0; j < book.assets.size(); ++j) {
            model.correlation(i, j) = i == j ? 1 : correlation;
        }
    }
    return model;
}

Chances simulated(const Book &book, const MarketModel &market, const SimulationOptions &options, Method method)
{
    Progress progress;
    return simulate(book, Dynamics::make(market, method).value(), options, {}, progress).value();
}

double barrierProbability(double ratio, double sigma, double drift, double years)
{
    // A bar above is one below for the mirrored logarithm.
    const double side = ratio < 1 ? 1 : -1;
    const double bar = side * std::log(ratio);
    const double trend = side * (drift - sigma * sigma / 2);
    const double deviation = sigma * std::sqrt(years);
    return normalBelow((bar - trend * years) / deviation)
        + std::exp(2 * trend * bar / (sigma * sigma)) * normalBelow((bar + trend * years) / deviation);
}

} // namespace bookkit
