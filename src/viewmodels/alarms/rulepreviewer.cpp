// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/rulepreviewer.h"

#include "ports/promise.h"
#include "viewmodels/common/choices.h"

namespace plimsoll::viewmodels {

RulePreviewer::RulePreviewer(monitor::HistoryPort &history, const monitor::Clock &clock, const DisplayFormat &format)
    : m_history(history)
    , m_clock(clock)
    , m_format(format)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &RulePreviewer::start);
}

void RulePreviewer::ask(const alarm::Rule &rule, const monitor::SnapshotPtr &now)
{
    stop();
    m_rule = rule;
    m_wanted.clear();
    for (const margin::Account *account : accountsOf(now)) {
        if (rule.account.empty() || rule.account == account->id) {
            m_wanted.push_back({account->id, account->thresholds, {}});
        }
    }
    m_pause.start();
}

void RulePreviewer::stop()
{
    ++m_question;
    m_pause.stop();
    say({});
}

void RulePreviewer::say(const QString &text)
{
    m_text = text;
    Q_EMIT changed();
}

void RulePreviewer::start()
{
    if (canPreview(m_rule.kind)) {
        say(tr("Looking at the last %1 days…").arg(kDays));
        collect(m_question, m_wanted, {});
    } else {
        say(tr("How often it would have been raised is known for levels only."));
    }
}

// One account after the other: the storage answers in order anyway.
void RulePreviewer::collect(int question, std::vector<RuleHistory> wanted, std::vector<RuleHistory> read)
{
    const WallTime to = m_clock.wallTime();
    if (wanted.empty()) {
        inBackground([rule = m_rule, read = std::move(read), to] {
            return previewOf(rule, read, to);
        }).then(this, [this, question](const RulePreview &preview) {
            if (question == m_question) {
                answer(preview);
            }
        });
        return;
    }
    const RuleHistory asked = std::move(wanted.back());
    wanted.pop_back();
    m_history.levelHistory(asked.account, to - kDays * 24 * alarm::kHour, to, kPoints)
        .then(this,
              [this, question, wanted = std::move(wanted), read = std::move(read),
               asked](const Result<std::vector<monitor::LevelPoint>> &points) {
                  if (question != m_question) {
                      return;
                  }
                  if (!points) {
                      say(failureText(points.error()));
                      return;
                  }
                  auto next = read;
                  next.push_back({asked.account, asked.thresholds, *points});
                  collect(question, wanted, std::move(next));
              });
}

void RulePreviewer::answer(const RulePreview &preview)
{
    constexpr std::size_t kNamed = 3;
    const auto count = static_cast<int>(preview.raisedAt.size());
    if (preview.since == 0) {
        say(tr("There are no levels of the last %1 days to look at.").arg(kDays));
        return;
    }
    if (count == 0) {
        say(tr("It would not have been raised since %1.").arg(m_format.dateTime(preview.since)));
        return;
    }
    QStringList times;
    for (auto at = preview.raisedAt.rbegin();
         at != preview.raisedAt.rend() && static_cast<std::size_t>(times.size()) < kNamed; ++at) {
        times << m_format.dateTime(*at);
    }
    const QString days = m_format.locale().toString(kDays);
    const QString when = times.join(QStringLiteral(", "));
    say(count == 1 ? tr("It would have been raised once in the last %1 days: %2.").arg(days, when)
                   : tr("It would have been raised %1 times in the last %2 days, last at %3.")
                         .arg(m_format.locale().toString(count), days, when));
}

} // namespace plimsoll::viewmodels
