// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/replayquestion.h"

#include "margin/quotes.h"
#include "scenario/candlebars.h"
#include "scenario/recordedbars.h"
#include "viewmodels/common/candlefiles.h"
#include "viewmodels/common/portfoliofiles.h"
#include "wire/portfoliofile.h"

#include <algorithm>

namespace plimsoll::viewmodels {

namespace {

constexpr qint64 kLargestBook = qint64 {32} * 1024 * 1024;

Result<std::vector<margin::Account>> accountsOf(const ReplayQuestion &question)
{
    if (question.bookPath.isEmpty()) {
        return question.accounts;
    }
    const auto bytes = readRegularFile(question.bookPath, kLargestBook);
    if (!bytes) {
        return bytes.error();
    }
    auto portfolio = wire::parsePortfolio(*bytes);
    if (!portfolio) {
        return portfolio.error().at(question.bookPath.toStdString() + ": " + portfolio.error().place);
    }
    return std::move(portfolio.value().accounts);
}

Result<std::vector<scenario::BarSeries>> pricesOf(const ReplayQuestion &question, const std::stop_token &stop)
{
    if (!question.recorded) {
        const auto series = readCandles(question.files, stop);
        return series ? Result(scenario::barsOf(*series)) : series.error();
    }
    std::vector<scenario::BarSeries> all;
    for (const monitor::KeptPrices &kept : *question.recorded) {
        std::vector<scenario::RecordedPrice> prices;
        prices.reserve(kept.prices.size());
        for (const monitor::KeptPrice &price : kept.prices) {
            prices.push_back({price.time, price.price, price.step});
        }
        all.push_back(scenario::recordedBars(kept.symbol, prices));
    }
    return all;
}

// Symbols without which an asset has no price in its account's unit, as far as `series` goes.
QStringList unpricedSymbols(const std::vector<margin::Account> &accounts,
                            const std::vector<scenario::BarSeries> &series)
{
    margin::QuoteBoard board;
    for (const scenario::BarSeries &one : series) {
        board.setPrice(board.internSymbol(one.symbol), one.bars.front().open, 0);
    }
    QStringList missing;
    for (const margin::Account &account : accounts) {
        for (const margin::Balance &balance : account.balances) {
            const QString symbol = QString::fromStdString(balance.asset + account.quoteAsset);
            board.internRate(balance.asset, account.quoteAsset);
            if (balance.asset != account.quoteAsset && !board.rateOf(balance.asset, account.quoteAsset).known()
                && !missing.contains(symbol)) {
                missing << symbol;
            }
        }
    }
    return missing;
}

} // namespace

ReplayOutcome answerOf(const ReplayQuestion &question, const std::stop_token &stop, std::atomic<int> &done)
{
    const auto accounts = accountsOf(question);
    if (!accounts) {
        return accounts.error();
    }
    auto prices = pricesOf(question, stop);
    if (!prices) {
        return prices.error();
    }
    if (prices->empty() && !stop.stop_requested()) {
        return Error {ErrorCode::Malformed, {}, {}};
    }
    auto answer = std::make_shared<ReplayAnswer>();
    answer->accounts = *accounts;
    answer->unpriced = unpricedSymbols(*accounts, *prices);
    answer->prices = std::move(prices).value();
    scenario::ReplayRecordOptions options;
    options.acknowledgeAfter = question.acknowledgeAfter;
    options.goesOn = [&stop, &done](int thousandths) {
        done = thousandths;
        return !stop.stop_requested();
    };
    auto record = scenario::recordReplay(*accounts, answer->prices, options);
    if (!record) {
        return std::monostate {};
    }
    answer->record = std::move(*record);
    auto twins = scenario::replayTwins(*accounts, answer->prices, std::nullopt,
                                       [&stop] { return !stop.stop_requested(); });
    if (!twins) {
        return twins.error();
    }
    answer->twins = std::move(twins).value();
    return stop.stop_requested() ? ReplayOutcome() : std::shared_ptr<const ReplayAnswer>(std::move(answer));
}

} // namespace plimsoll::viewmodels
