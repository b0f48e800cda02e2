// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/datadirectory.h"
#include "cli/exitcode.h"
#include "cli/interrupt.h"
#include "cli/optionvalues.h"
#include "cli/pricesources.h"
#include "cli/serviceheart.h"
#include "cli/terminal.h"
#include "cli/watchprinter.h"
#include "feed/gapexplorer.h"
#include "feed/pollschedule.h"
#include "feed/priceurl.h"
#include "monitor/monitor.h"
#include "monitor/threadhost.h"
#include "notify/courier.h"
#include "storage/storagethread.h"
#include "wording/noticetext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>

#include <algorithm>
#include <cstdio>
#include <limits>

using namespace Qt::StringLiterals;

namespace plimsoll::cli {

namespace {

template<typename T>
Result<T> awaited(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

// Opens the database, and puts a story's people into an empty one.
Result<Done> prepare(storage::StorageThread &stores, const Story &story)
{
    if (const auto opened = awaited(stores.opened()); !opened || !story.portfolio) {
        return opened;
    }
    const auto loaded = awaited(stores.loadPortfolio());
    if (!loaded) {
        return loaded.error();
    }
    return loaded->accounts.empty() ? awaited(stores.importPortfolio(*story.portfolio)) : Result<Done>(Done {});
}

// As the person set it, as far as a terminal can: it has no window that could ask for attention.
monitor::AlarmPreferences preferencesFor(bool rings, const QHash<QString, QString> &settings)
{
    auto preferences = monitor::AlarmPreferences::fromSettings(settings);
    if (!rings) {
        preferences.enabled = {};
    }
    preferences.enabled.add(alarm::Channel::Screen);
    preferences.enabled.remove(alarm::Channel::Attention);
    preferences.enabled.remove(alarm::Channel::MiniWindow);
    return preferences;
}

// The monitor in a terminal: its threads, its printer, its end.
class Watch
{
public:
    struct Options {
        bool asJson = false;
        bool rings = false; ///< also on the channels of the settings
        monitor::AlarmPreferences preferences;
        feed::ExchangePollerOptions exchange;
    };

    Watch(const Options &options, const Story &story, storage::StorageThread &stores, const monitor::Clock &clock)
        : m_printer(options.asJson, clock)
        , m_heart(clock)
        , m_gaps(options.exchange.url, clock)
        , m_courier(options.rings ? std::make_unique<notify::Courier>(clock) : nullptr)
        , m_engine(u"engine"_s)
    {
        monitor::Monitor::Options settings;
        settings.interval = options.exchange.interval;
        settings.closeAtLiquidation = story.ends();
        settings.alarms.notifier = m_courier.get();
        settings.alarms.preferences = options.preferences;
        settings.alarms.hasScreen = true; // the terminal
        settings.alarms.writer
            = [this](const alarm::Notice &notice, const monitor::NoticeContext &context) { return textOf(notice, context); };
        if (m_courier) {
            m_courier->setPreferences(options.preferences);
        }
        m_monitor = new monitor::Monitor(stores, clock, makeSource(story, options.exchange, clock), settings);
        connectPrinter();
        connectAlarms(!story.ends());
        if (story.ends()) {
            QObject::connect(m_monitor, &monitor::Monitor::sourceFinished, &m_printer, [] { QCoreApplication::quit(); });
        }
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
        m_beat.start(kBeat);
        if (m_courier) {
            m_courier->setPinging(true);
        }
        m_monitor->start();
        const int code = QCoreApplication::exec();
        return code != kOk ? code : (m_printer.sawPrices() ? kOk : kFeedUnavailable);
    }

private:
    static constexpr std::chrono::milliseconds kBeat {2000};

    void connectPrinter()
    {
        QObject::connect(m_monitor, &monitor::Monitor::feedChanged, &m_printer, &WatchPrinter::onFeed);
        QObject::connect(m_monitor, &monitor::Monitor::statusChanged, &m_printer, &WatchPrinter::onStatus);
        QObject::connect(m_monitor, &monitor::Monitor::snapshotReady, &m_printer, &WatchPrinter::onSnapshot);
        QObject::connect(m_monitor, &monitor::Monitor::snapshotReady, &m_heart, &ServiceHeart::beat);
        QObject::connect(m_monitor, &monitor::Monitor::loadFailed, &m_printer, [](const QString &detail) {
            std::fputs(("plimsoll-cli: " + printable(detail.toStdString()) + "\n").c_str(), stderr);
        });
        QObject::connect(&m_printer, &WatchPrinter::outputLost, &m_printer, [] { QCoreApplication::exit(kInputOutput); });
    }

    void connectAlarms(bool asksForGaps)
    {
        monitor::AlarmService &alarms = m_monitor->alarms();
        QObject::connect(&alarms.desk(), &monitor::AlarmDesk::alarmChanged, &m_printer, &WatchPrinter::onAlarm);
        QObject::connect(&alarms.desk(), &monitor::AlarmDesk::noticed, &m_printer, &WatchPrinter::onNotice);
        QObject::connect(&m_printer, &WatchPrinter::shown, &m_printer,
                         [&alarms](const monitor::DeliveryReport &report) { alarms.screenReported(report); });
        QObject::connect(&m_beat, &QTimer::timeout, &m_printer, [&alarms] { alarms.beatScreen(); });
        if (m_courier) {
            QObject::connect(m_courier.get(), &notify::Courier::woke, &m_printer, [&alarms] { alarms.woke(); });
        }
        if (asksForGaps) {
            QObject::connect(&alarms, &monitor::AlarmService::gapFound, &m_gaps, &feed::GapExplorer::explore);
            QObject::connect(&m_gaps, &feed::GapExplorer::answered, &alarms, &monitor::AlarmService::setGapReport);
        }
    }

    // On the engine thread.
    [[nodiscard]] monitor::NoticeText textOf(const alarm::Notice &notice, const monitor::NoticeContext &context) const
    {
        monitor::AlarmService &alarms = m_monitor->alarms();
        const bool isGap
            = std::ranges::any_of(notice.lines, [](const alarm::NoticeLine &line) { return line.key.condition == alarm::Condition::Gap; });
        const auto board = isGap ? alarms.board() : nullptr;
        wording::NoticeFacts facts;
        facts.account = [&context](const std::string &id) { return context.account(id); };
        facts.rates = context.rates();
        facts.rules = &alarms.desk().machine().rules();
        facts.gap = board ? board->gap.get() : nullptr;
        facts.hideAmounts = context.hideAmounts;
        facts.nowBoot = context.nowBoot;
        facts.wallNow = context.nowWall;
        return wording::noticeText(notice, facts, wording::DisplayFormat(QLocale::c()));
    }

    WatchPrinter m_printer;
    ServiceHeart m_heart;
    feed::GapExplorer m_gaps; // on the main thread, as what it asks is not urgent
    QTimer m_beat;
    std::unique_ptr<notify::Courier> m_courier; // must outlive the monitor
    monitor::ThreadHost m_engine;
    monitor::Monitor *m_monitor; // lives and dies on the engine thread
};

} // namespace

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
    const monitor::Clock &clock = systemClock();
    const QString folder = story->ends() ? ownFolder.path() : QString::fromStdString(dataDirectory(arguments));
    storage::StorageThread stores(folder, clock);
    if (const auto prepared = prepare(stores, *story); !prepared) {
        return fail(prepared.error());
    }
    const auto settings = awaited(stores.settings());
    if (!settings) {
        return fail(settings.error());
    }
    const bool rings = arguments.has("ring");
    const Watch::Options watch {arguments.has("json"), rings, preferencesFor(rings, *settings), std::move(options).value()};
    return Watch(watch, *story, stores, clock).run(*seconds);
}

} // namespace plimsoll::cli
