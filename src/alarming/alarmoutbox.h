// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/notice.h"
#include "margin/moment.h"
#include "ports/alarmrecords.h"
#include "ports/notifier.h"

#include <array>
#include <map>
#include <utility>
#include <vector>

namespace plimsoll::monitor {

/// Deliveries on their way: which outbox rows each stands for, and until when an answer is waited for. Pure; engine
/// thread.
class AlarmOutbox
{
public:
    static constexpr alarm::Ms kScreenAnswer = 2 * alarm::kSecond;
    static constexpr alarm::Ms kNotifierAnswer = 4
        * alarm::kSecond; ///< it reports after 2 s by itself; this is for one that died
    static constexpr alarm::Ms kSlowAnswer = 14 * alarm::kSecond; ///< command and webhook: likewise, 10 s

    /// The rows of a notice on one channel; from now on an answer is awaited.
    std::vector<OutboxRow> open(const alarm::Notice &notice, alarm::Channel channel, WallTime wallTime);
    /// Rows told by another alarm.
    static std::vector<OutboxRow> folded(const std::vector<alarm::NoticeLine> &lines, WallTime wallTime);

    /// The rows that a report ends; empty where it was not awaited (any more).
    std::vector<OutboxRow> close(const DeliveryReport &report);

    /// So long nobody could have heard an answer: it is waited for as much longer.
    void missed(alarm::Ms span);

    /// Reports of failure for what was not answered in time. They must be given to close().
    std::vector<DeliveryReport> overdue(BootTime now) const;

    /// The accounts a notice was about; for the buttons of a notification. Kept for the newest notices only.
    [[nodiscard]] std::vector<std::string> accountsOf(alarm::NoticeId notice) const;

private:
    struct Waiting {
        BootTime since;
        std::vector<OutboxRow> rows;
    };

    std::map<std::pair<alarm::NoticeId, alarm::Channel>, Waiting> m_waiting;
    std::map<alarm::NoticeId, std::vector<std::string>> m_accounts;
};

} // namespace plimsoll::monitor
