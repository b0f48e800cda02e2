// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/watch.h"

#include "cli/exitcode.h"
#include "cli/terminal.h"
#include "wording/noticetext.h"

#include <QtCore/QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace plimsoll::cli {

Watch::Watch(const Options &options, const Story &story, const Ports &ports)
    : m_printer(options.asJson, ports.clock)
    , m_heart(ports.clock)
    , m_gaps(options.exchange.url, ports.clock, options.exchange.pauses)
    , m_notifier(options.rings ? std::make_unique<notify::ChannelNotifier>(ports.clock) : nullptr)
    , m_engine(u"engine"_s)
{
    monitor::Monitor::Options settings;
    settings.interval = options.exchange.interval;
    settings.closeAtLiquidation = story.ends();
    settings.addsInterest = !story.ends();
    settings.lock = ports.lock;
    settings.alarms.notifier = m_notifier.get();
    settings.alarms.preferences = options.preferences;
    settings.alarms.hasScreen = true; // the terminal
    settings.alarms.writer = [](const alarm::Notice &notice, const monitor::NoticeContext &context) {
        return wording::noticeText(notice, context, wording::DisplayFormat(QLocale::c()));
    };
    if (m_notifier) {
        m_notifier->setPreferences(options.preferences);
    }
    m_monitor = new monitor::Monitor(ports.stores, ports.clock, makeSource(story, options.exchange, ports.clock),
                                     settings);
    connectPrinter();
    connectAlarms(!story.ends());
    connectRole();
    if (story.ends()) {
        QObject::connect(m_monitor, &monitor::Monitor::sourceFinished, &m_printer, [] { QCoreApplication::quit(); });
    }
    m_engine.adopt(m_monitor);
}

Watch::~Watch()
{
    QMetaObject::invokeMethod(m_monitor, &monitor::Monitor::stop, Qt::BlockingQueuedConnection);
}

int Watch::run(int seconds)
{
    if (seconds > 0) {
        QTimer::singleShot(std::chrono::seconds(seconds), &m_printer, [] { QCoreApplication::quit(); });
    }
    m_beat.start(kBeat);
    if (m_notifier) {
        m_notifier->setPinging(true);
    }
    m_monitor->start();
    const int code = QCoreApplication::exec();
    return code != kOk ? code : (m_printer.sawPrices() ? kOk : kFeedUnavailable);
}

void Watch::connectPrinter()
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

void Watch::connectAlarms(bool asksForGaps)
{
    monitor::AlarmService &alarms = m_monitor->alarms();
    QObject::connect(&alarms, &monitor::AlarmService::alarmChanged, &m_printer, &WatchPrinter::onAlarm);
    QObject::connect(&alarms, &monitor::AlarmService::noticed, &m_printer, &WatchPrinter::onNotice);
    QObject::connect(&m_printer, &WatchPrinter::shown, &m_printer,
                     [&alarms](const monitor::DeliveryReport &report) { alarms.screenReported(report); });
    QObject::connect(&m_beat, &QTimer::timeout, &m_printer,
                     &WatchPrinter::follow); // a terminal that shows nothing has no heart
    QObject::connect(&m_printer, &WatchPrinter::follows, &m_printer, [&alarms] { alarms.beatScreen(); });
    if (m_notifier) {
        QObject::connect(m_notifier.get(), &notify::ChannelNotifier::woke, &m_printer, [&alarms] { alarms.woke(); });
        QObject::connect(
            m_monitor, &monitor::Monitor::snapshotReady, m_notifier.get(),
            [notifier = m_notifier.get()](const monitor::SnapshotPtr &snapshot) {
                notifier->engineBeats(snapshot->feed.lastAnswer);
            },
            Qt::DirectConnection);
    }
    QObject::connect(&m_network, &feed::NetworkReturn::returned, &m_printer, [this] { m_monitor->networkReturned(); });
    if (asksForGaps) {
        QObject::connect(&alarms, &monitor::AlarmService::gapFound, &m_gaps, &feed::GapExplorer::explore);
        QObject::connect(&m_gaps, &feed::GapExplorer::answered, &alarms, &monitor::AlarmService::setGapReport);
        QObject::connect(&alarms, &monitor::AlarmService::gapReported, &m_printer, &WatchPrinter::onGap);
    }
}

// Only the monitor asks the ping address: a stand-by would hide that nobody tells.
void Watch::connectRole()
{
    QObject::connect(m_monitor, &monitor::Monitor::roleChanged, &m_printer, [this](const monitor::MonitorRole &role) {
        m_printer.onRole(role);
        if (m_notifier) {
            m_notifier->setPinging(role.part == monitor::MonitorRole::Part::Monitor);
        }
    });
}

} // namespace plimsoll::cli
