// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/bookinput.h"

#include "analysis/whatif.h"
#include "cli/datadirectory.h"
#include "cli/exitcode.h"
#include "cli/inputfile.h"
#include "cli/pricesources.h"
#include "cli/terminal.h"

#include <QtCore/QEventLoop>
#include <QtCore/QLoggingCategory>

#include <cstdio>
#include <utility>

namespace plimsoll::cli {

namespace {

// Prices onto the board that the accounts need; what cannot be used is told on standard error.
void setPrices(margin::QuoteBoard &board, const std::vector<wire::TickerItem> &items)
{
    for (const wire::TickerItem &item : items) {
        const margin::SymbolId *symbol = board.findSymbol(item.symbol);
        if (symbol == nullptr) {
            continue;
        }
        if (item.state == margin::PriceState::Known) {
            board.setPrice(*symbol, item.price, 0);
        } else {
            board.setUnusable(*symbol, item.state);
            std::fputs(("plimsoll-cli: price of " + printable(item.symbol + ": " + item.problem) + "\n").c_str(),
                       stderr);
        }
    }
    board.evaluate();
}

// The pairs of all accounts, and of what is asked for beyond them, without prices.
BookInput inputFor(margin::Portfolio portfolio, const MorePairs &more)
{
    BookInput book {std::move(portfolio), {}, {}, {}};
    book.board = boardFor(book.portfolio.accounts);
    if (more) {
        more(book.portfolio, book.board);
        book.board.evaluate();
    }
    return book;
}

} // namespace

Result<margin::Portfolio> loadBook(storage::Storage &storage)
{
    auto portfolio = storage.loadPortfolio();
    if (portfolio) {
        const WallTime now = systemClock().wallTime();
        for (margin::Account &account : portfolio.value().accounts) {
            account = withBarsAt(std::move(account), now);
        }
    }
    return portfolio;
}

margin::QuoteBoard boardFor(const std::vector<margin::Account> &accounts)
{
    margin::QuoteBoard board;
    analysis::internPairs(board, accounts);
    return board;
}

bool pollOnce(const feed::ExchangePollerOptions &options, margin::QuoteBoard &board)
{
    // What its log would say is said below, once.
    QLoggingCategory::setFilterRules(QStringLiteral("plimsoll.feed.warning=false"));
    feed::ExchangePoller poller(options, systemClock());
    QEventLoop loop;
    bool answered = false;
    bool isOver = false;
    QObject::connect(&poller, &monitor::PriceSource::batchReady, &loop, [&board](const monitor::PriceBatch &batch) {
        for (const monitor::PriceSample &sample : batch.samples) {
            if (const margin::SymbolId *symbol = board.findSymbol(sample.symbol)) {
                sample.state == margin::PriceState::Known ? board.setPrice(*symbol, sample.price, batch.asOf)
                                                          : board.setUnusable(*symbol, sample.state);
            }
        }
    });
    QObject::connect(&poller, &monitor::PriceSource::reported, &loop,
                     [&loop, &answered, &isOver](const monitor::SourceReport &report) {
                         if (std::exchange(isOver, true)) {
                             return; // a pause that was asked for together with the prices
                         }
                         answered = report.kind == monitor::SourceReport::Kind::Answered;
                         if (!answered) {
                             std::fputs(
                                 ("plimsoll-cli: no prices: " + printable(report.detail.toStdString()) + "\n").c_str(),
                                 stderr);
                         }
                         QMetaObject::invokeMethod(&loop, &QEventLoop::quit,
                                                   Qt::QueuedConnection); // after the batch of the same answer
                     });
    poller.setWanted(board.neededSymbols(), board.candidateSymbols());
    poller.start();
    loop.exec();
    poller.stop();
    board.evaluate();
    return answered;
}

Result<BookInput> readBookFiles(const Arguments &arguments, const MorePairs &more)
{
    auto portfolio = readPortfolio(arguments.value("portfolio"));
    if (!portfolio) {
        return portfolio.error();
    }
    const auto prices = readPrices(arguments.value("prices"));
    if (!prices) {
        return prices.error();
    }
    BookInput book = inputFor(std::move(portfolio).value(), more);
    setPrices(book.board, *prices);
    book.rates = book.board.freeze();
    return book;
}

int readBook(const Arguments &arguments, BookInput &book, const MorePairs &more)
{
    if (arguments.has("portfolio")) {
        auto files = readBookFiles(arguments, more);
        if (!files) {
            return fail(files.error());
        }
        book = std::move(files).value();
        return kOk;
    }
    const auto options = pollerOptions(arguments);
    if (!options) {
        fail(options.error());
        return kUsage;
    }
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    auto portfolio = loadBook(**storage);
    auto settings = portfolio ? (*storage)->settings() : Result<QHash<QString, QString>>(portfolio.error());
    if (!settings) {
        return fail(settings.error());
    }
    book = inputFor(std::move(portfolio).value(), more);
    book.settings = std::move(settings).value();
    if (!book.portfolio.accounts.empty() && !pollOnce(*options, book.board)) {
        return kFeedUnavailable;
    }
    book.rates = book.board.freeze();
    return kOk;
}

} // namespace plimsoll::cli
