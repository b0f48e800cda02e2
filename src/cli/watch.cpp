// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/watch.h"

#include "cli/exitcode.h"
#include "cli/terminal.h"
#include "wording/noticetext.h"

#include <QtCore/QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace plimsoll::cli {

namespace {

monitor::Monitor::Options monitorOptions(const Watch::Options &options, const Story &story, monitor::MonitorLock *lock)
{
    monitor::Monitor::Options made;
    made.interval = options.exchange.interval;
    made.closeAtLiquidation = story.ends();
    made.addsInterest = !story.ends();
    made.putsBarsInForce = !story.ends();
    made.lock = lock;
    made.alarms.preferences = options.preferences;
    made.alarms.hasScreen = true; // the terminal
    made.alarms.writer = [](const alarm::Notice &notice, const monitor::NoticeContext &context) {
        return wording::noticeText(notice, context, wording::DisplayFormat(QLocale::c()));
    };
    return made;
}

std::optional<assembly::EngineAssembly::GapSource> gapsOf(const Watch::Options &options, const Story &story)
{
    if (story.ends()) {
        return std::nullopt;
    }
    return assembly::EngineAssembly::GapSource {options.exchange.url, options.exchange.pauses};
}

} // namespace

Watch::Watch(const Options &options, const Story &story, const Ports &ports)
    : m_printer(options.asJson, ports.clock)
    , m_heart(ports.clock)
    , m_notifier(options.rings ? std::make_unique<notify::ChannelNotifier>(ports.clock) : nullptr)
    , m_engine({ports.stores, ports.clock, m_notifier.get(), gapsOf(options, story)},
               makeSource(story, options.exchange, ports.clock), monitorOptions(options, story, ports.lock))
{
    if (m_notifier) {
        m_notifier->setPreferences(options.preferences);
    }
    connectPrinter();
    connectAlarms();
    if (story.ends()) {
        QObject::connect(&m_engine.monitor(), &monitor::Monitor::sourceFinished, &m_printer,
                         [] { QCoreApplication::quit(); });
    }
}

int Watch::run(int seconds)
{
    if (seconds > 0) {
        QTimer::singleShot(std::chrono::seconds(seconds), &m_printer, [] { QCoreApplication::quit(); });
    }
    m_beat.start(kBeat);
    m_engine.start();
    const int code = QCoreApplication::exec();
    return code != kOk ? code : (m_printer.sawPrices() ? kOk : kFeedUnavailable);
}

void Watch::connectPrinter()
{
    const monitor::Monitor *engine = &m_engine.monitor();
    QObject::connect(engine, &monitor::Monitor::feedChanged, &m_printer, &WatchPrinter::onFeed);
    QObject::connect(engine, &monitor::Monitor::statusChanged, &m_printer, &WatchPrinter::onStatus);
    QObject::connect(engine, &monitor::Monitor::snapshotReady, &m_printer, &WatchPrinter::onSnapshot);
    QObject::connect(engine, &monitor::Monitor::snapshotReady, &m_heart, &ServiceHeart::beat);
    QObject::connect(engine, &monitor::Monitor::roleChanged, &m_printer, &WatchPrinter::onRole);
    QObject::connect(engine, &monitor::Monitor::loadFailed, &m_printer, [](const QString &detail) {
        std::fputs(("plimsoll-cli: " + printable(detail.toStdString()) + "\n").c_str(), stderr);
    });
    QObject::connect(&m_printer, &WatchPrinter::outputLost, &m_printer, [] { QCoreApplication::exit(kInputOutput); });
}

void Watch::connectAlarms()
{
    monitor::AlarmService &alarms = m_engine.monitor().alarms();
    QObject::connect(&alarms, &monitor::AlarmService::alarmChanged, &m_printer, &WatchPrinter::onAlarm);
    QObject::connect(&alarms, &monitor::AlarmService::noticed, &m_printer, &WatchPrinter::onNotice);
    QObject::connect(&alarms, &monitor::AlarmService::gapReported, &m_printer, &WatchPrinter::onGap);
    QObject::connect(&m_printer, &WatchPrinter::shown, &m_printer,
                     [&alarms](const monitor::DeliveryReport &report) { alarms.screenReported(report); });
    QObject::connect(&m_beat, &QTimer::timeout, &m_printer,
                     &WatchPrinter::follow); // a terminal that shows nothing has no heart
    QObject::connect(&m_printer, &WatchPrinter::follows, &m_printer, [&alarms] { alarms.beatScreen(); });
}

} // namespace plimsoll::cli
