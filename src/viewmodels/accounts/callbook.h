// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/snapshot.h"
#include "viewmodels/alarms/callalarms.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QCoreApplication>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::viewmodels {

/// Which accounts the margin-call dialog lists and whether it stands open. It follows the alarms, and statuses alone
/// where a snapshot has no alarms. Opens whenever an alarm of call or worse is active and unacknowledged that was not
/// answered here yet; closes when everything in it was answered, here or elsewhere. An account that recovers stays as
/// one line until the person has seen it. A value without signals or clock: the time now is handed in as boot ms.
class CallBook
{
    Q_DECLARE_TR_FUNCTIONS(plimsoll::viewmodels::CallBook)

public:
    struct Entry {
        /// MarginCall or Liquidation: the worst since it was acknowledged.
        margin::Status stage = margin::Status::MarginCall;
        margin::Status now = margin::Status::MarginCall;
        WallTime since; ///< for display
        BootTime enteredBoot; ///< of entering: the wall clock may step back
        WallTime endedAt; ///< 0 = still in call
        bool acknowledged = false;
        QString endText; ///< what to say once it ended
    };

    explicit CallBook(const DisplayFormat &format);

    void follow(const monitor::RiskSnapshot &snapshot, BootTime nowBoot); ///< Requires: snapshot.loaded
    /// A crossing between two snapshots; false where nothing follows from it. Only where there are no alarms: an alarm
    /// outlasts the time between two snapshots.
    bool cross(const std::string &account, margin::Status to, WallTime time, BootTime nowBoot);
    void open(BootTime nowBoot); ///< by the person, to look at what is acknowledged already
    void answer(); ///< everything that is listed; closes it
    void forgetAnswers() { m_answered.clear(); } ///< they were taken back
    /// Since when an account is in `stage` by the records: it was in call before this program started.
    void date(const std::string &account, margin::Status stage, WallTime since);
    /// Accounts whose date is not known yet, each once.
    std::vector<std::string> takeUndated() { return std::exchange(m_undated, {}); }

    [[nodiscard]] const std::map<std::string, Entry> &entries() const { return m_entries; }
    [[nodiscard]] const std::vector<CallAlarm> &alarms() const { return m_alarms; } ///< of the newest snapshot
    [[nodiscard]] const CallAlarm *alarmOf(const std::string &account) const; ///< the worst; nullptr for none
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] BootTime shownAt() const { return m_shownAt; } ///< of the newest thing in it

private:
    void followStatus(const margin::Verdict &verdict, const monitor::RiskSnapshot &snapshot, BootTime nowBoot);
    void followStatus(Entry &entry, margin::Status status, WallTime time, BootTime nowBoot);
    void followAlarms(const margin::Verdict &verdict, const monitor::RiskSnapshot &snapshot);
    void enter(const std::string &id, margin::Status status, WallTime time, BootTime nowBoot);
    void end(Entry &entry, const margin::Verdict &verdict, const monitor::RiskSnapshot &snapshot);
    void show(BootTime nowBoot);
    void openForNews(BootTime nowBoot);
    void closeWhenSilent();

    const DisplayFormat &m_format;
    std::map<std::string, Entry> m_entries;
    std::vector<std::string> m_undated;
    std::vector<CallAlarm> m_alarms;
    std::vector<CallAlarm> m_answered; ///< a snapshot on its way may still show them as active
    std::vector<CallAlarm> m_told; ///< what the open dialog shows as active and unacknowledged
    bool m_byPerson = false; ///< opened to look at what is acknowledged already
    bool m_first = true; ///< no snapshot was followed yet
    bool m_isOpen = false;
    BootTime m_shownAt;
};

} // namespace plimsoll::viewmodels
