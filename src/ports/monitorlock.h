// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <cstdint>
#include <optional>

namespace plimsoll::monitor {

/// Port: which process of a data directory is its monitor, the one that decides alarms, records them and tells them.
/// Only one is, and the death of a process, however it came, ends its part at once. Every call returns at once. One
/// thread at a time.
class MonitorLock
{
public:
    struct Holder {
        std::int64_t process = 0; ///< 0: not known
        bool rings = true; ///< on the channels of the settings; false: it tells in its terminal only
        QString program; ///< from outside

        bool operator==(const Holder &) const = default;
    };

    MonitorLock() = default;
    MonitorLock(const MonitorLock &) = delete;
    MonitorLock &operator=(const MonitorLock &) = delete;
    virtual ~MonitorLock() = default;

    /// True: this process is the monitor, already or from now on. False: another is, or one that asked for it comes
    /// first.
    virtual bool take(bool rings) = 0;
    virtual void release() = 0;

    virtual void beat() = 0; ///< of the monitor, once a second: it works
    /// A number that changes with each beat of the monitor; nothing where that cannot be known.
    [[nodiscard]] virtual std::optional<std::int64_t> lastBeat() const = 0;
    /// Takes the place of a monitor that lives and does not work; when it comes to itself, it finds isLost(). False: it
    /// could not be had.
    virtual bool seize(bool rings) = 0;
    [[nodiscard]] virtual bool isLost() const = 0; ///< it was taken away from this process

    /// Asks the monitor to hand over; take() is for this process before all others meanwhile. False: another one asks
    /// already.
    virtual bool ask() = 0;
    virtual void stopAsking() = 0;
    [[nodiscard]] virtual bool isAsked() = 0; ///< another process asks

    [[nodiscard]] virtual Holder holder() const = 0; ///< where it is another
};

} // namespace plimsoll::monitor
