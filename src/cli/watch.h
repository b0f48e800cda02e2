// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assembly/engineassembly.h"
#include "cli/pricesources.h"
#include "cli/serviceheart.h"
#include "cli/watchprinter.h"
#include "notify/channelnotifier.h"

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
    ~Watch() = default;
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    int run(int seconds); ///< until interrupted, or for so long; the exit code

private:
    static constexpr std::chrono::milliseconds kBeat {2000};

    void connectPrinter();
    void connectAlarms();

    WatchPrinter m_printer;
    ServiceHeart m_heart;
    QTimer m_beat;
    std::unique_ptr<notify::ChannelNotifier> m_notifier; // must outlive the engine
    assembly::EngineAssembly m_engine;
};

} // namespace plimsoll::cli
