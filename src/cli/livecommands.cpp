// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/evaluationreport.h"
#include "cli/exitcode.h"
#include "cli/inputfile.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "cli/watchprinter.h"
#include "feed/examplesource.h"
#include "feed/exchangepoller.h"
#include "feed/pollschedule.h"
#include "feed/priceurl.h"
#include "feed/replaysource.h"
#include "monitor/monitor.h"
#include "monitor/threadhost.h"
#include "scenario/referenceexample.h"
#include "storage/storage.h"
#include "storage/storagethread.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTemporaryDir>
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

// What a watch needs besides the exchange: the example's people, or a portfolio and its candles.
struct Story {
    std::optional<margin::Portfolio> portfolio; ///< for an empty database
    std::vector<wire::CandleSeries> candles; ///< empty: no replay
    int speed = 0; ///< moments per second
    bool isExample = false;

    [[nodiscard]] bool ends() const { return isExample || !candles.empty(); }
};

Result<Story> storyOf(const Arguments &arguments)
{
    Story story;
    story.isExample = arguments.has("example");
    if (story.isExample) {
        story.portfolio = scenario::referenceExample();
    }
    if (!arguments.has("klines")) {
        return story;
    }
    auto portfolio = readPortfolio(arguments.value("portfolio"));
    if (!portfolio) {
        return portfolio.error();
    }
    story.portfolio = std::move(portfolio).value();
    for (const std::string &path : arguments.options.at("klines")) {
        auto candles = readCandles(path);
        if (!candles) {
            return candles.error();
        }
        story.candles.push_back(std::move(candles).value());
    }
    const auto speed = wholeNumber(arguments, "speed", 20, 1, 1000);
    if (!speed) {
        return speed.error();
    }
    story.speed = *speed;
    return story;
}

std::unique_ptr<monitor::PriceSource> makeSource(const Story &story, const feed::ExchangePollerOptions &options,
                                                 const monitor::Clock &clock)
{
    if (story.isExample) {
        return std::make_unique<feed::ExampleSource>(clock);
    }
    if (!story.candles.empty()) {
        const feed::ReplaySpeed speed {feed::ReplaySpeed::Unit::SamplesPerSecond, static_cast<double>(story.speed)};
        return std::make_unique<feed::ReplaySource>(story.candles, speed, clock);
    }
    return std::make_unique<feed::ExchangePoller>(options, clock);
}

// Opens the database, and puts a story's people into an empty one.
Result<Done> prepare(storage::StorageThread &stores, const Story &story)
{
    const auto awaited = [](auto future) {
        future.waitForFinished();
        return future.result();
    };
    if (const auto opened = awaited(stores.opened()); !opened || !story.portfolio) {
        return opened;
    }
    const auto loaded = awaited(stores.loadPortfolio());
    if (!loaded) {
        return loaded.error();
    }
    return loaded->accounts.empty() ? awaited(stores.importPortfolio(*story.portfolio)) : Result<Done>(Done {});
}

// The monitor in a terminal: its threads, its printer, its end.
class Watch
{
public:
    Watch(bool asJson, const Story &story, storage::StorageThread &stores, const monitor::Clock &clock,
          const feed::ExchangePollerOptions &options)
        : m_printer(asJson)
        , m_engine(u"engine"_s)
    {
        monitor::Monitor::Options settings;
        settings.interval = options.interval;
        settings.closeAtLiquidation = story.ends();
        m_monitor = new monitor::Monitor(stores, clock, makeSource(story, options, clock), settings);
        QObject::connect(m_monitor, &monitor::Monitor::feedChanged, &m_printer, &WatchPrinter::onFeed);
        QObject::connect(m_monitor, &monitor::Monitor::statusChanged, &m_printer, &WatchPrinter::onStatus);
        QObject::connect(m_monitor, &monitor::Monitor::snapshotReady, &m_printer, &WatchPrinter::onSnapshot);
        QObject::connect(m_monitor, &monitor::Monitor::loadFailed, &m_printer, [](const QString &detail) {
            std::fputs(("plimsoll-cli: " + printable(detail.toStdString()) + "\n").c_str(), stderr);
        });
        if (story.ends()) {
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
    const auto story = storyOf(arguments);
    if (!story) {
        return fail(story.error());
    }
    const QTemporaryDir ownFolder; // a story must not touch the person's accounts, nor write its past into their history
    blockEndingSignals();
    const monitor::SystemClock clock;
    const QString folder = story->ends() ? ownFolder.path() : QString::fromStdString(dataDirectory(arguments));
    storage::StorageThread stores(folder, clock);
    if (const auto prepared = prepare(stores, *story); !prepared) {
        return fail(prepared.error());
    }
    return Watch(arguments.has("json"), *story, stores, clock, *options).run(*seconds);
}

} // namespace plimsoll::cli
