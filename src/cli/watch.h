// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/pricesources.h"
#include "cli/serviceheart.h"
#include "cli/watchprinter.h"
#include "engine/monitor.h"
#include "feed/gapexplorer.h"
#include "feed/networkreturn.h"
#include "notify/channelnotifier.h"
#include "ports/threadhost.h"

#include <QtCore/QTimer>

#include <memory>

namespace plimsoll::cli {

/// The engine in a terminal: its threads, its printer, its end. Main thread.
class Watch
{
public:
    struct Options {
        bool asJson = false;
        bool rings = false; ///< also on the channels of the settings
        monitor::AlarmPreferences preferences;
        feed::ExchangePollerOptions exchange;
    };

    /// They must outlive it.
    struct Ports {
        monitor::Stores &stores;
        const monitor::Clock &clock;
        monitor::MonitorLock *lock = nullptr; ///< nullptr: a story, which nobody else can watch
    };

    Watch(const Options &options, const Story &story, const Ports &ports);
    ~Watch();
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    int run(int seconds); ///< until interrupted, or for so long; the exit code

private:
    static constexpr std::chrono::milliseconds kBeat {2000};

    void connectPrinter();
    void connectAlarms(bool asksForGaps);
    void connectRole();
    ///< engine thread

    WatchPrinter m_printer;
    ServiceHeart m_heart;
    feed::GapExplorer m_gaps; // on the main thread, as what it asks is not urgent
    feed::NetworkReturn m_network;
    QTimer m_beat;
    std::unique_ptr<notify::ChannelNotifier> m_notifier; // must outlive the monitor
    monitor::ThreadHost m_engine;
    monitor::Monitor *m_monitor; // lives and dies on the engine thread
};

} // namespace plimsoll::cli
