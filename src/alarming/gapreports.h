// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarming/alarmmanager.h"
#include "alarming/gapqueue.h"
#include "alarming/gapwatch.h"
#include "ports/clock.h"
#include "ports/gapquestion.h"
#include "ports/noticecontext.h"
#include "ports/stores.h"

#include <QtCore/QObject>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// The times in which nobody watched: finds them, has them looked up one at a time, raises their alarms, and keeps what
/// a person has not seen yet for the next run. Engine thread. `stores`, `clock` and `alarms` must outlive it.
class GapReports final : public QObject
{
    Q_OBJECT

public:
    /// `tells` false: prices are a story, and so are its gaps.
    GapReports(Stores &stores, const Clock &clock, AlarmManager &alarms, bool tells, QObject *parent);

    /// This process has become the monitor, and its accounts are known.
    void begin(const StoredAlarms &stored, GapQuestion open);
    [[nodiscard]] GapWatch::Tick tick(); ///< once a second
    void note(const GapWatch::Gap &gap, GapQuestion open, const std::map<std::string, margin::Decimal> &lastLevels);
    void stop(); ///< the sign that watching ended in order
    void forget(); ///< another process is the monitor
    void mirror(); ///< what it has to show

    [[nodiscard]] bool asks() const; ///< something is to be looked up, and nothing is being looked up
    /// Asks for the next one: the exchange answers now, and `open` says by which symbols accounts are priced.
    void ask(GapQuestion open);
    void answer(GapReport report); ///< to found()

    void see(const GapReportPtr &shown);
    void takeRequests(const std::vector<AlarmRequest> &requests);

    void fill(AlarmBoard &board) const;
    void fill(NoticeContext &context) const;

Q_SIGNALS:
    void found(const plimsoll::monitor::GapQuestion &question); ///< one at a time
    void reported(const plimsoll::monitor::GapReport &report); ///< an answer; at a start every one not seen yet
    void changed(); ///< alarms or what is shown

private:
    void restore();
    void keep();
    void markWatch();
    void raiseMissed(const GapReport &report);
    [[nodiscard]] bool stoodNearCall(const margin::Account &account,
                                     const std::map<std::string, margin::Decimal> &lastLevels) const;

    Stores &m_stores;
    const Clock &m_clock;
    AlarmManager &m_alarms;
    const bool m_tells;
    GapWatch m_watch;
    GapQueue m_queue;
    GapQuestion m_open; ///< as it was when something was asked last
    bool m_asked = false; ///< a question is on its way
    bool m_restored = false; ///< until then nothing is written over what the last run kept
    QString m_kept; ///< as written last
};

} // namespace plimsoll::monitor
