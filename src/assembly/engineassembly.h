// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/monitor.h"
#include "feed/hostpauses.h"
#include "feed/networkreturn.h"
#include "notify/channelnotifier.h"
#include "ports/threadhost.h"

#include <QtCore/QUrl>

#include <memory>
#include <optional>

namespace plimsoll::assembly {

/// An engine as a person gets it, the same in the window and in the terminal: the monitor on its thread; prices asked
/// for at once when the network is back; a notifier that knows whether the engine lives, wakes it after a sleep and
/// asks the ping address only while this process is the monitor; and the candles of a time in which nobody watched.
/// What is shown is connected by whoever makes it. Made and destroyed on the main thread; destruction stops the monitor
/// and waits for its thread, so that nobody is called afterwards.
class EngineAssembly
{
public:
    /// Where the candles come from that tell what happened while nobody watched.
    struct GapSource {
        QUrl url;
        std::shared_ptr<feed::HostPauses> pauses;
    };

    struct Parts { ///< they must outlive it
        monitor::Stores &stores;
        const monitor::Clock &clock;
        notify::ChannelNotifier *notifier = nullptr; ///< nullptr: nobody is told outside the screen
        std::optional<GapSource> gaps; ///< nothing in a story, whose days are not those of the clock
    };

    /// `options.alarms.notifier` is set from `parts`.
    EngineAssembly(const Parts &parts, std::unique_ptr<monitor::PriceSource> source, monitor::Monitor::Options options);
    ~EngineAssembly();
    EngineAssembly(const EngineAssembly &) = delete;
    EngineAssembly &operator=(const EngineAssembly &) = delete;

    void start(); ///< once everything is connected
    [[nodiscard]] monitor::Monitor &monitor() { return *m_monitor; }

private:
    void connectNotifier(notify::ChannelNotifier &notifier);
    void connectGaps(const GapSource &source, const monitor::Clock &clock);

    notify::ChannelNotifier *m_notifier;
    monitor::ThreadHost m_thread;
    monitor::Monitor *m_monitor; ///< lives and dies on m_thread
    feed::NetworkReturn m_network;
};

} // namespace plimsoll::assembly
