// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"
#include "ports/historyport.h"
#include "ports/snapshot.h"
#include "viewmodels/alarms/rulepreview.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <optional>
#include <vector>

namespace plimsoll::viewmodels {

/// Says how often a rule would have been raised by the levels of the last kDays. GUI thread; levels are read by the
/// stores and judged on a pool thread, kPauseMs after the last question. Only the newest question is answered.
class RulePreviewer : public QObject
{
    Q_OBJECT

public:
    static constexpr int kDays = 30;
    static constexpr int kPoints = 20'000; ///< of one account
    static constexpr int kPauseMs = 250;

    RulePreviewer(monitor::HistoryPort &history, const monitor::Clock &clock, const DisplayFormat &format);

    void ask(const alarm::Rule &rule, const monitor::SnapshotPtr &now); ///< of the accounts that are there now
    void stop(); ///< nobody asks any more; the text is empty
    [[nodiscard]] const QString &text() const { return m_text; }

Q_SIGNALS:
    void changed();

private:
    void start();
    void collect(int question, std::vector<RuleHistory> wanted, std::vector<RuleHistory> read);
    void answer(const RulePreview &preview);
    void say(const QString &text);

    monitor::HistoryPort &m_history;
    const monitor::Clock &m_clock;
    const DisplayFormat &m_format;
    QTimer m_pause;
    alarm::Rule m_rule;
    std::vector<RuleHistory> m_wanted; ///< without points
    int m_question = 0; ///< counts: what was asked for an earlier one is nobody's any more
    QString m_text;
};

} // namespace plimsoll::viewmodels
