// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/ruleeditorviewmodel.h"

#include "viewmodels/alarmviews.h"
#include "viewmodels/background.h"
#include "viewmodels/choices.h"
#include "wording/alarmtext.h"

// The second half of RuleEditorViewModel: what follows from the form.

namespace plimsoll::viewmodels {

using alarm::Rule;

void RuleEditorViewModel::readValue()
{
    m_valid.reset();
    m_valueError.clear();
    const auto typed = m_format.parseAmount(m_typed);
    if (!typed) {
        m_valueError = notUnderstood(typed.error());
        return;
    }
    Rule rule = m_rule;
    const bool percent = rule.kind == Rule::Kind::Distance;
    const auto value = percent ? typed->dividedBy(margin::Decimal::fromInteger(100), margin::Rounding::HalfUp)
                               : std::optional(*typed);
    rule.value = value.value_or(*typed);
    const auto checked = alarm::validated(rule);
    if (checked) {
        m_valid = *checked;
        return;
    }
    if (checked.error().code == ErrorCode::AmountNotPositive) {
        m_valueError = tr("It must be more than 0.");
    } else if (checked.error().code == ErrorCode::Overflow) {
        m_valueError = percent               ? tr("It must be less than 100 %.")
            : rule.kind == Rule::Kind::Level ? tr("A level above 1,000 is no alarm.")
                                             : tr("More than 100,000 hours is no alarm.");
    } else {
        m_valueError = tr("Choose which price.");
    }
}

void RuleEditorViewModel::check()
{
    readValue();
    m_sentence = m_valid ? wording::ruleSentence(*m_valid, label(*m_valid), m_format) : QString();
    m_nowText = m_valid ? nowTextOf(*m_valid) : QString();
    ++m_generation;
    m_previewText.clear();
    if (m_valid) {
        m_pause.start();
    } else {
        m_pause.stop();
    }
    Q_EMIT formChanged();
    Q_EMIT previewChanged();
}

void RuleEditorViewModel::startPreview()
{
    if (!m_valid) {
        return;
    }
    if (!canPreview(m_valid->kind)) {
        m_previewText = tr("How often it would have been raised is known for levels only.");
        Q_EMIT previewChanged();
        return;
    }
    m_previewText = tr("Looking at the last %1 days…").arg(kPreviewDays);
    Q_EMIT previewChanged();
    collect(++m_generation, m_valid->account.empty() ? m_accountIds : std::vector {m_valid->account}, {});
}

// One account after the other: the storage answers in order anyway.
void RuleEditorViewModel::collect(int generation, std::vector<std::string> accounts, std::vector<RuleHistory> histories)
{
    const margin::Verdict *verdict = nullptr;
    while (!accounts.empty() && verdict == nullptr) {
        verdict = m_snapshot->find(accounts.back());
        accounts.pop_back();
    }
    if (verdict == nullptr) {
        inBackground([rule = *m_valid, histories = std::move(histories), now = m_services.clock.wallMs()] {
            return previewOf(rule, histories, now);
        }).then(this, [this, generation](const RulePreview &preview) {
            if (generation == m_generation) {
                showPreview(preview);
            }
        });
        return;
    }
    constexpr std::int64_t kDay = 24 * alarm::kHour;
    const std::int64_t to = m_services.clock.wallMs();
    const RuleHistory asked {verdict->account->id, verdict->account->thresholds, {}};
    m_services.stores.levelHistory(asked.account, to - kPreviewDays * kDay, to, kPreviewPoints)
        .then(this,
              [this, generation, accounts, histories, asked](const Result<std::vector<monitor::LevelPoint>> &points) {
                  if (generation != m_generation) {
                      return; // the form says something else by now
                  }
                  if (!points) {
                      m_previewText = failureText(points.error());
                      Q_EMIT previewChanged();
                      return;
                  }
                  auto next = histories;
                  next.push_back({asked.account, asked.thresholds, *points});
                  collect(generation, accounts, std::move(next));
              });
}

void RuleEditorViewModel::showPreview(const RulePreview &preview)
{
    constexpr std::size_t kNamed = 3;
    const auto count = static_cast<int>(preview.raisedAt.size());
    if (preview.since == 0) {
        m_previewText = tr("There are no levels of the last %1 days to look at.").arg(kPreviewDays);
    } else if (count == 0) {
        m_previewText = tr("It would not have been raised since %1.").arg(m_format.dateTime(preview.since));
    } else {
        QStringList times;
        for (auto at = preview.raisedAt.rbegin();
             at != preview.raisedAt.rend() && static_cast<std::size_t>(times.size()) < kNamed; ++at) {
            times << m_format.dateTime(*at);
        }
        const QString days = m_format.locale().toString(kPreviewDays);
        const QString when = times.join(QStringLiteral(", "));
        m_previewText = count == 1 ? tr("It would have been raised once in the last %1 days: %2.").arg(days, when)
                                   : tr("It would have been raised %1 times in the last %2 days, last at %3.")
                                         .arg(m_format.locale().toString(count), days, when);
    }
    Q_EMIT previewChanged();
}

void RuleEditorViewModel::save()
{
    if (savable()) {
        store(*m_valid, m_isNew ? tr("The alarm was added.") : tr("The alarm was changed."));
    }
}

void RuleEditorViewModel::store(const Rule &rule, const QString &text)
{
    m_busy = true;
    Q_EMIT formChanged();
    m_services.alarms.saveRule(rule).then(this, [this, text](const Result<Done> &result) { done(result, text); });
}

void RuleEditorViewModel::done(const Result<Done> &result, const QString &text)
{
    m_busy = false;
    m_failure = result ? QString() : failureText(result.error());
    if (result) {
        close();
        Q_EMIT saved(text);
    }
    Q_EMIT formChanged();
}

void RuleEditorViewModel::askRemove(bool ask)
{
    m_asksRemove = ask && !m_isNew;
    Q_EMIT formChanged();
}

void RuleEditorViewModel::remove()
{
    if (m_isOpen && !m_isNew && !m_busy) {
        m_busy = true;
        Q_EMIT formChanged();
        m_services.alarms.removeRule(m_rule.id).then(
            this, [this](const Result<Done> &result) { done(result, tr("The alarm was removed.")); });
    }
}

void RuleEditorViewModel::setOn(const QString &ruleId, bool on)
{
    if (const Rule *known = wording::ruleOf(boardOf(m_snapshot).rules, ruleId.toStdString());
        known != nullptr && known->enabled != on) {
        Rule rule = *known;
        rule.enabled = on;
        store(rule, on ? tr("The alarm is on.") : tr("The alarm is off."));
    }
}

} // namespace plimsoll::viewmodels
