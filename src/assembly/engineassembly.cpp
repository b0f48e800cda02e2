// SPDX-License-Identifier: GPL-3.0-or-later
#include "assembly/engineassembly.h"

#include "feed/gapexplorer.h"

namespace plimsoll::assembly {

using namespace Qt::StringLiterals;
using monitor::AlarmService;
using monitor::Monitor;

namespace {

Monitor::Options with(notify::ChannelNotifier *notifier, Monitor::Options options)
{
    options.alarms.notifier = notifier;
    return options;
}

} // namespace

EngineAssembly::EngineAssembly(const Parts &parts, std::unique_ptr<monitor::PriceSource> source,
                               Monitor::Options options)
    : m_notifier(parts.notifier)
    , m_thread(u"engine"_s)
    , m_monitor(new Monitor(parts.stores, parts.clock, std::move(source), with(parts.notifier, std::move(options))))
{
    QObject::connect(&m_network, &feed::NetworkReturn::returned, m_monitor,
                     [monitor = m_monitor] { monitor->networkReturned(); });
    if (m_notifier != nullptr) {
        connectNotifier(*m_notifier);
    }
    if (parts.gaps) {
        connectGaps(*parts.gaps, parts.clock);
    }
    m_thread.adopt(m_monitor);
}

EngineAssembly::~EngineAssembly()
{
    QMetaObject::invokeMethod(m_monitor, &Monitor::stop, Qt::BlockingQueuedConnection);
}

void EngineAssembly::start()
{
    if (m_notifier != nullptr) {
        m_notifier->setPinging(true);
    }
    m_monitor->start();
}

void EngineAssembly::connectNotifier(notify::ChannelNotifier &notifier)
{
    AlarmService *alarms = &m_monitor->alarms();
    QObject::connect(&notifier, &notify::ChannelNotifier::woke, alarms, [alarms] { alarms->woke(); });
    QObject::connect(
        m_monitor, &Monitor::snapshotReady, &notifier,
        [to = &notifier](const monitor::SnapshotPtr &snapshot) { to->engineBeats(snapshot->feed.lastAnswer); },
        Qt::DirectConnection);
    // A stand-by that asked the ping address would hide that nobody tells.
    QObject::connect(m_monitor, &Monitor::roleChanged, &notifier, [to = &notifier](const monitor::MonitorRole &role) {
        to->setPinging(role.part == monitor::MonitorRole::Part::Monitor);
    });
}

void EngineAssembly::connectGaps(const GapSource &source, const monitor::Clock &clock)
{
    AlarmService *alarms = &m_monitor->alarms();
    auto *explorer = new feed::GapExplorer(source.url, clock, source.pauses);
    m_thread.adopt(explorer);
    QObject::connect(explorer, &feed::GapExplorer::answered, alarms, &AlarmService::setGapReport);
    QObject::connect(alarms, &AlarmService::gapFound, explorer, &feed::GapExplorer::explore);
}

} // namespace plimsoll::assembly
