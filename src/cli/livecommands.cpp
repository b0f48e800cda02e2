// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/evaluationreport.h"
#include "cli/exitcode.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "cli/watchprinter.h"
#include "feed/examplesource.h"
#include "feed/exchangepoller.h"
#include "feed/pollschedule.h"
#include "feed/priceurl.h"
#include "monitor/monitor.h"
#include "monitor/threadhost.h"
#include "scenario/referenceexample.h"
#include "storage/storage.h"
#include "storage/storagethread.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>

#include <algorithm>
#include <cstdio>
#include <limits>

using namespace Qt::StringLiterals;

namespace plimsoll::cli {

namespace {

constexpr int kUnknownVerdict = 3; // exit codes of `check`
constexpr int kLiquidationVerdict = 2;
constexpr int kCallVerdict = 1;

Result<feed::ExchangePollerOptions> pollerOptions(const Arguments &arguments)
{
    feed::ExchangePollerOptions options;
    if (arguments.has("price-url")) {
        const auto url = feed::parsePriceUrl(QString::fromStdString(arguments.value("price-url")));
        if (!url) {
            return Error {url.error().code, "--price-url", url.error().detail};
        }
        options.url = *url;
    } else {
        options.fallback = feed::fallbackPriceUrl();
    }
    return options;
}

Result<int> wholeNumber(const Arguments &arguments, const std::string &name, int fallback, int least, int most)
{
    if (!arguments.has(name)) {
        return fallback;
    }
    bool isNumber = false;
    const int value = QString::fromStdString(arguments.value(name)).toInt(&isNumber);
    if (!isNumber || value < least || value > most) {
        return Error {ErrorCode::Malformed, "--" + name, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most)};
    }
    return value;
}

// One poll: returns when the source has answered or failed for the first time.
void pollOnce(feed::ExchangePollerOptions options, margin::QuoteBoard &board)
{
    const monitor::SystemClock clock;
    feed::ExchangePoller poller(std::move(options), clock);
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
    board.settle();
}

int verdictOf(const std::vector<EvaluatedAccount> &accounts)
{
    const auto any = [&accounts](margin::Status status) {
        return std::ranges::any_of(accounts, [status](const EvaluatedAccount &a) { return a.assessment.status == status; });
    };
    if (any(margin::Status::Liquidation)) {
        return kLiquidationVerdict;
    }
    if (any(margin::Status::MarginCall)) {
        return kCallVerdict;
    }
    return any(margin::Status::Unknown) ? kUnknownVerdict : kOk;
}

std::unique_ptr<monitor::PriceSource> makeSource(const Arguments &arguments, const feed::ExchangePollerOptions &options,
                                                 const monitor::Clock &clock)
{
    if (arguments.has("example")) {
        return std::make_unique<feed::ExampleSource>(clock);
    }
    return std::make_unique<feed::ExchangePoller>(options, clock);
}

// The reference example starts from day N in an empty data directory.
Result<Done> prepareExample(monitor::Stores &stores)
{
    auto loading = stores.loadPortfolio();
    loading.waitForFinished();
    const auto loaded = loading.result();
    if (!loaded || !loaded->accounts.empty()) {
        return loaded ? Result<Done>(Done {}) : loaded.error();
    }
    auto importing = stores.importPortfolio(scenario::referenceExample());
    importing.waitForFinished();
    return importing.result();
}

// The monitor in a terminal: its threads, its printer, its end.
class Watch
{
public:
    Watch(const Arguments &arguments, storage::StorageThread &stores, const monitor::Clock &clock,
          const feed::ExchangePollerOptions &options)
        : m_printer(arguments.has("json"))
        , m_engine(u"engine"_s)
    {
        monitor::Monitor::Options settings;
        settings.interval = options.interval;
        settings.closeAtLiquidation = arguments.has("example");
        m_monitor = new monitor::Monitor(stores, clock, makeSource(arguments, options, clock), settings);
        QObject::connect(m_monitor, &monitor::Monitor::feedChanged, &m_printer, &WatchPrinter::onFeed);
        QObject::connect(m_monitor, &monitor::Monitor::statusChanged, &m_printer, &WatchPrinter::onStatus);
        QObject::connect(m_monitor, &monitor::Monitor::snapshotReady, &m_printer, &WatchPrinter::onSnapshot);
        QObject::connect(m_monitor, &monitor::Monitor::loadFailed, &m_printer, [](const QString &detail) {
            std::fputs(("plimsoll-cli: " + printable(detail.toStdString()) + "\n").c_str(), stderr);
        });
        if (arguments.has("example")) {
            QObject::connect(m_monitor, &monitor::Monitor::sourceFinished, &m_printer, [] { QCoreApplication::quit(); });
        }
        QObject::connect(&m_printer, &WatchPrinter::outputLost, &m_printer, [] { QCoreApplication::exit(kInputOutput); });
        m_engine.adopt(m_monitor);
    }

    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    ~Watch() { QMetaObject::invokeMethod(m_monitor, &monitor::Monitor::stop, Qt::BlockingQueuedConnection); }

    int run(int seconds)
    {
        const Interrupt interrupt([] { QCoreApplication::quit(); });
        if (seconds > 0) {
            QTimer::singleShot(std::chrono::seconds(seconds), &m_printer, [] { QCoreApplication::quit(); });
        }
        m_monitor->start();
        const int code = QCoreApplication::exec();
        return code != kOk ? code : (m_printer.sawPrices() ? kOk : kFeedUnavailable);
    }

private:
    WatchPrinter m_printer;
    monitor::ThreadHost m_engine;
    monitor::Monitor *m_monitor; // lives and dies on the engine thread
};

} // namespace

int checkCommand(const Arguments &arguments)
{
    auto options = pollerOptions(arguments);
    if (!options) {
        fail(options.error());
        return kUsage;
    }
    const monitor::SystemClock clock;
    auto storage = storage::Storage::open(QString::fromStdString(dataDirectory(arguments)), clock);
    if (!storage) {
        return fail(storage.error());
    }
    const auto portfolio = (*storage)->loadPortfolio();
    if (!portfolio) {
        return fail(portfolio.error());
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
    if (!writeLine(arguments.has("json") ? evaluationJson(evaluated) : evaluationTable(evaluated))) {
        return kInputOutput;
    }
    return verdictOf(evaluated);
}

int watchCommand(const Arguments &arguments)
{
    auto options = pollerOptions(arguments);
    const auto interval = wholeNumber(arguments, "interval", 5000, static_cast<int>(feed::PollSchedule::kShortest.count()),
                                      static_cast<int>(feed::PollSchedule::kLongest.count()));
    const auto seconds = wholeNumber(arguments, "for", 0, 1, std::numeric_limits<int>::max() / 1000);
    if (!options || !interval || !seconds) {
        fail(!options ? options.error() : (!interval ? interval.error() : seconds.error()));
        return kUsage;
    }
    options.value().interval = std::chrono::milliseconds(*interval);
    blockEndingSignals();
    const monitor::SystemClock clock;
    storage::StorageThread stores(QString::fromStdString(dataDirectory(arguments)), clock);
    auto opening = stores.opened();
    opening.waitForFinished();
    if (const auto opened = opening.result(); !opened) {
        return fail(opened.error());
    }
    if (arguments.has("example")) {
        if (const auto prepared = prepareExample(stores); !prepared) {
            return fail(prepared.error());
        }
    }
    return Watch(arguments, stores, clock, *options).run(*seconds);
}

} // namespace plimsoll::cli
