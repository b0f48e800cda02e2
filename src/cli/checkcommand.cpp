// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/datadirectory.h"
#include "cli/evaluationreport.h"
#include "cli/exitcode.h"
#include "cli/pricesources.h"
#include "cli/terminal.h"

#include <QtCore/QEventLoop>

#include <algorithm>
#include <cstdio>

namespace plimsoll::cli {

namespace {

constexpr int kUnknownVerdict = 3; // exit codes of `check`
constexpr int kLiquidationVerdict = 2;
constexpr int kCallVerdict = 1;

// One poll: returns when the source has answered or failed for the first time.
void pollOnce(feed::ExchangePollerOptions options, margin::QuoteBoard &board)
{
    feed::ExchangePoller poller(std::move(options), systemClock());
    QEventLoop loop;
    QObject::connect(&poller, &monitor::PriceSource::batchReady, &loop, [&board](const monitor::PriceBatch &batch) {
        for (const monitor::PriceSample &sample : batch.samples) {
            if (const margin::SymbolId *symbol = board.findSymbol(sample.symbol)) {
                sample.state == margin::PriceState::Known ? board.setPrice(*symbol, sample.price, batch.asOf)
                                                          : board.setUnusable(*symbol, sample.state);
            }
        }
    });
    QObject::connect(&poller, &monitor::PriceSource::reported, &loop, [&loop](const monitor::SourceReport &report) {
        if (report.kind != monitor::SourceReport::Kind::Answered) {
            std::fputs(("plimsoll-cli: no prices: " + printable(report.detail.toStdString()) + "\n").c_str(), stderr);
        }
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); // after the batch of the same answer
    });
    poller.setWanted(board.neededSymbols(), board.candidateSymbols());
    poller.start();
    loop.exec();
    poller.stop();
    board.evaluate();
}

int verdictOf(const std::vector<EvaluatedAccount> &accounts)
{
    const auto any = [&accounts](margin::Status status) {
        return std::ranges::any_of(accounts,
                                   [status](const EvaluatedAccount &a) { return a.assessment.status == status; });
    };
    if (any(margin::Status::Liquidation)) {
        return kLiquidationVerdict;
    }
    if (any(margin::Status::MarginCall)) {
        return kCallVerdict;
    }
    return any(margin::Status::Unknown) ? kUnknownVerdict : kOk;
}

} // namespace

int checkCommand(const Arguments &arguments)
{
    auto options = pollerOptions(arguments);
    if (!options) {
        fail(options.error());
        return kUsage;
    }
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    const auto portfolio = (*storage)->loadPortfolio();
    if (!portfolio) {
        return fail(portfolio.error());
    }
    if (portfolio->accounts.empty()) {
        std::fputs("plimsoll-cli: there are no accounts to check\n", stderr);
        return kUnknownVerdict;
    }
    margin::QuoteBoard board;
    for (const margin::Account &account : portfolio->accounts) {
        for (const margin::Balance &balance : account.balances) {
            board.internRate(balance.asset, account.quoteAsset);
        }
    }
    pollOnce(std::move(options).value(), board);
    const auto rates = board.freeze();
    std::vector<EvaluatedAccount> evaluated;
    for (const margin::Account &account : portfolio->accounts) {
        evaluated.push_back({account, margin::assess(account, *rates)});
    }
    if (arguments.has("json")) { // the document names the symbols, this the reasons
        for (const auto &[account, assessment] : evaluated) {
            std::fputs(missingPriceLine(account, assessment).c_str(), stderr);
        }
    }
    writeLine(arguments.has("json") ? evaluationJson(evaluated) : evaluationTable(evaluated));
    return verdictOf(evaluated);
}

} // namespace plimsoll::cli
