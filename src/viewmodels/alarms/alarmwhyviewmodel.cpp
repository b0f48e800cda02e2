// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/alarmwhyviewmodel.h"

#include "viewmodels/alarms/alarminputs.h"
#include "viewmodels/alarms/alarmviews.h"
#include "viewmodels/common/refusaltext.h"
#include "wording/alarmtext.h"

namespace plimsoll::viewmodels {

AlarmWhyViewModel::AlarmWhyViewModel(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_relay(relay)
    , m_format(format)
{
}

void AlarmWhyViewModel::open(const monitor::AlarmEventRow &event, const QString &title)
{
    const monitor::SnapshotPtr now = m_relay.current();
    const alarm::Rule *rule = wording::ruleOf(boardOf(now).rules, event.key.detail);
    const bool byPace = event.key.condition == alarm::Condition::Critical && isAboveCritical(event);
    const QString what = wording::conditionTitle(event.key, rule, m_format, byPace);
    const QString who = now ? labelOf(event.key.account, *now) : QString();
    m_title = !title.isEmpty() ? title : who.isEmpty() ? what : tr("%1: %2").arg(what, who);
    m_subtitle = tr("%1 · %2").arg(m_format.dateTime(event.time), wording::causeText(event.cause));
    m_labels = {tr("Change")};
    m_values = {tr("from %1 to %2").arg(wording::alarmStateText(event.from), wording::alarmStateText(event.to))};
    if (event.level) {
        m_labels << tr("Level");
        m_values << m_format.full(*event.level, 2);
    }
    const auto inputs = alarmInputs(event.inputs, m_format);
    for (const auto &[label, value] : inputs) {
        m_labels << label;
        m_values << value;
    }
    m_emptyText = inputs.empty() ? tr("Nothing else was recorded with it.") : QString();
    m_isOpen = true;
    Q_EMIT changed();
}

void AlarmWhyViewModel::openMissing()
{
    openWith(tr("The moment it was raised is not in the history."));
}

void AlarmWhyViewModel::openFailed(const Error &error)
{
    openWith(failureText(error));
}

void AlarmWhyViewModel::openWith(const QString &emptyText)
{
    m_title = tr("Why?");
    m_subtitle.clear();
    m_labels.clear();
    m_values.clear();
    m_emptyText = emptyText;
    m_isOpen = true;
    Q_EMIT changed();
}

void AlarmWhyViewModel::close()
{
    if (m_isOpen) {
        m_isOpen = false;
        Q_EMIT changed();
    }
}

} // namespace plimsoll::viewmodels
