// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/machine.h"
#include "margin/moment.h"
#include "ports/clock.h"
#include "storage/storage.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::cli {

/// The alarms of a database as they stand now: stored lives on this clock, with what time has done to them and with the
/// requests on their way. For commands that look at them, try what a request would do, or carry it out themselves where
/// nobody watches.
class ActiveAlarms
{
public:
    /// `storage` and `clock` must outlive it. Errors: those of loadAlarms().
    static Result<ActiveAlarms> load(storage::Storage &storage, const monitor::Clock &clock);

    /// A monitor gave a heartbeat in the last two minutes. Whether one runs now, its lock knows.
    [[nodiscard]] bool hasHeartbeat() const;

    [[nodiscard]] std::vector<alarm::ActiveAlarm> active() const { return m_machine.awake(); }
    [[nodiscard]] const std::vector<alarm::Rule> &rules() const { return m_stored.rules; }
    [[nodiscard]] const std::vector<monitor::AlarmRequest> &requests() const
    {
        return m_stored.requests;
    } ///< not yet taken over
    [[nodiscard]] const alarm::Alarm &alarm(const alarm::Key &key) const { return *m_machine.find(key); }
    [[nodiscard]] const monitor::WatchMark &mark() const { return m_stored.mark; }
    /// On the wall clock what a time of an alarm is; 0 stays 0.
    [[nodiscard]] WallTime wallOf(BootTime time) const
    {
        return time == 0 ? WallTime() : m_now.wallTime + (time - m_now.bootTime);
    }

    /// The newest level that was known of an account within 24 hours, however long it has been unknown since, and when
    /// that was.
    struct KnownLevel {
        std::optional<margin::Decimal> level; ///< 8 digits, rounded down
        WallTime time;
    };
    [[nodiscard]] KnownLevel newestLevel(const std::string &account) const;

    /// Whether the account's liquidation stands, answered or not.
    [[nodiscard]] bool isLiquidated(const std::string &account) const;

    /// Lets the alarms of an account see its newest level, as the monitor does that runs: what it answers to `handled`
    /// hangs on that. Not before save().
    void see(const margin::Account &account);

    /// What the request changes, in order; nothing where there is nothing it could concern.
    std::vector<alarm::Change> apply(const monitor::AlarmRequest &request);

    /// Writes everything that changed since load(), in one transaction. Errors: those of recordAlarms().
    Result<Done> save();

private:
    ActiveAlarms(storage::Storage &storage, const monitor::Clock &clock, monitor::StoredAlarms stored);

    storage::Storage &m_storage;
    alarm::SavedMoment m_now;
    monitor::StoredAlarms m_stored;
    alarm::Machine m_machine;
    std::vector<alarm::Change> m_changes;
};

} // namespace plimsoll::cli
