// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/alarmhistoryviewmodel.h"

#include "ports/promise.h"
#include "viewmodels/alarms/alarmcsv.h"
#include "viewmodels/alarms/alarminputs.h"
#include "viewmodels/alarms/alarmviews.h"
#include "viewmodels/common/choices.h"
#include "viewmodels/common/portfoliofiles.h"
#include "viewmodels/common/removedaccount.h"
#include "wording/alarmtext.h"

namespace plimsoll::viewmodels {

using monitor::AlarmEventRow;

namespace {

/// What tells whether an alarm took a step between two snapshots.
bool sameLives(const std::vector<alarm::ActiveAlarm> &a, const std::vector<alarm::ActiveAlarm> &b)
{
    return std::ranges::equal(a, b, [](const alarm::ActiveAlarm &x, const alarm::ActiveAlarm &y) {
        return x.key == y.key && x.alarm.state == y.alarm.state && x.alarm.occurrence == y.alarm.occurrence
            && x.alarm.since == y.alarm.since;
    });
}

/// Which of the events, oldest first, belong to a "close to liquidation" whose bar was not reached until then: it was
/// raised by the pace of the fall alone, as alarm::Alarm::byPace tells while it is active.
std::vector<bool> raisedByPace(const std::vector<AlarmEventRow> &events)
{
    std::map<std::string, bool> alarms;
    std::vector<bool> paced;
    for (const AlarmEventRow &event : events) {
        const bool isCritical = event.key.condition == alarm::Condition::Critical;
        bool &alarm = alarms[monitor::occurrenceId(event.key, event.occurrence)];
        const bool lasts = alarm || event.cause == alarm::Cause::Raised;
        alarm = isCritical && lasts && isAboveCritical(event);
        paced.push_back(alarm);
    }
    return paced;
}

} // namespace

AlarmHistoryViewModel::AlarmHistoryViewModel(monitor::Stores &stores, monitor::SnapshotRelay &relay,
                                             const DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_format(format)
    , m_rows(new AlarmHistoryModel(this))
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPauseMs);
    connect(&m_typing, &QTimer::timeout, this, &AlarmHistoryViewModel::reload);
    connect(&relay, &monitor::SnapshotRelay::snapshotReady, this, &AlarmHistoryViewModel::follow);
    if (relay.current()) {
        follow(relay.current());
    }
}

void AlarmHistoryViewModel::follow(const monitor::SnapshotPtr &snapshot)
{
    const bool stepped = !m_snapshot || !sameLives(boardOf(m_snapshot).active, boardOf(snapshot).active);
    m_snapshot = snapshot;
    std::vector<std::string> ids;
    for (const margin::Account *account : accountsOf(snapshot)) {
        ids.push_back(account->id);
    }
    if (ids != m_accountIds) {
        m_accountIds = std::move(ids);
        Q_EMIT filterChanged();
    }
    if (stepped && m_active) {
        reload();
    }
}

void AlarmHistoryViewModel::setActive(bool active)
{
    if (active != m_active) {
        m_active = active;
        Q_EMIT filterChanged();
        if (m_active) {
            reload();
        }
    }
}

QStringList AlarmHistoryViewModel::accountNames() const
{
    QStringList names {tr("All accounts")};
    for (const std::string &id : m_accountIds) {
        names << labelOf(id, *m_snapshot);
    }
    return names;
}

int AlarmHistoryViewModel::accountIndex() const
{
    return indexIn(m_accountIds, m_account) + 1;
}

void AlarmHistoryViewModel::setAccountIndex(int index)
{
    const std::string *chosen = chosenOf(m_accountIds, index - 1);
    const std::string account = chosen != nullptr ? *chosen : std::string();
    if (account != m_account) {
        m_account = account;
        Q_EMIT filterChanged();
        reload();
    }
}

QStringList AlarmHistoryViewModel::conditionNames() const
{
    QStringList names {tr("Every kind")};
    for (int i = 0; i < alarm::kConditions; ++i) {
        names << wording::conditionName(static_cast<alarm::Condition>(i));
    }
    return names;
}

void AlarmHistoryViewModel::setConditionIndex(int index)
{
    if (index >= 0 && index <= alarm::kConditions && index != m_condition) {
        m_condition = index;
        Q_EMIT filterChanged();
        reload();
    }
}

void AlarmHistoryViewModel::setText(const QString &text)
{
    if (text != m_text) {
        m_text = text;
        Q_EMIT filterChanged();
        m_typing.start();
    }
}

monitor::AlarmHistoryFilter AlarmHistoryViewModel::filter(int limit) const
{
    monitor::AlarmHistoryFilter filter;
    filter.account = m_account;
    filter.limit = limit;
    if (m_condition > 0) {
        filter.condition = static_cast<alarm::Condition>(m_condition - 1);
    }
    return filter;
}

// The name that is shown elsewhere too; of an account that was removed the one that it had.
QString AlarmHistoryViewModel::nameOf(const std::string &account) const
{
    const auto removed = m_removed.find(account);
    const bool isGone = m_snapshot && m_snapshot->find(account) == nullptr;
    if (isGone && removed != m_removed.end() && !removed->second.isEmpty()) {
        return removed->second;
    }
    return m_snapshot ? labelOf(account, *m_snapshot) : plainName(account);
}

void AlarmHistoryViewModel::askNames(const std::vector<AlarmEventRow> &events)
{
    for (const AlarmEventRow &event : events) {
        const std::string &id = event.key.account;
        const bool isGone = !id.empty() && m_snapshot && m_snapshot->find(id) == nullptr;
        if (isGone && m_removed.try_emplace(id).second) {
            m_stores.journal({id, {}, 1}).then(this, [this, id](const Result<std::vector<monitor::JournalRow>> &rows) {
                if (rows && !rows->empty() && rows->back().holder.isRemoved) {
                    m_removed[id] = removedLabel(id, rows->back().holder);
                    reload();
                }
            });
        }
    }
}

AlarmStepView AlarmHistoryViewModel::view(const AlarmEventRow &event, bool byPace) const
{
    const std::vector<alarm::Rule> &rules = boardOf(m_snapshot).rules;
    const margin::Verdict *verdict = m_snapshot ? m_snapshot->find(event.key.account) : nullptr;
    AlarmStepView step;
    step.event = event;
    step.riskState = riskStateOf(event.key, rules);
    step.time = m_format.dateTime(event.time);
    step.title = wording::conditionTitle(event.key, wording::ruleOf(rules, event.key.detail), m_format, byPace);
    step.account = nameOf(event.key.account);
    step.what = wording::causeText(event.cause);
    if (event.level) {
        step.levelText = wording::alarmLevelText(m_format, *event.level,
                                                 verdict != nullptr ? &verdict->account->thresholds : nullptr);
    }
    return step;
}

std::vector<AlarmStepView> AlarmHistoryViewModel::matching(const std::vector<AlarmEventRow> &events) const
{
    const QString wanted = m_text.trimmed();
    const std::vector<bool> paced = raisedByPace(events);
    std::vector<AlarmStepView> steps;
    for (std::size_t i = events.size(); i-- > 0;) {
        if (events[i].cause == alarm::Cause::Judged) {
            continue;
        }
        AlarmStepView step = view(events[i], paced[i]);
        const QString words = QStringList {step.title, step.account, step.what, step.levelText, step.time}.join(u'\n');
        if (wanted.isEmpty() || words.contains(wanted, Qt::CaseInsensitive)) {
            steps.push_back(std::move(step));
        }
    }
    return steps;
}

void AlarmHistoryViewModel::reload()
{
    m_typing.stop();
    m_stores.alarmHistory(filter(kShown)).then(this, [this, generation = ++m_generation](const Events &events) {
        take(generation, events);
    });
}

void AlarmHistoryViewModel::take(int generation, const Events &events)
{
    if (generation != m_generation) {
        return; // the answer to an older question
    }
    m_failure = events ? QString() : failureText(events.error());
    if (events) {
        m_more = static_cast<int>(events->size()) >= kShown;
        m_rows->setNewestFirst(matching(*events), std::equal_to<>());
        askNames(*events);
    }
    Q_EMIT loaded();
}

QString AlarmHistoryViewModel::summary() const
{
    if (m_rows->count() == 0) {
        return {};
    }
    return m_more
        ? tr("Only the newest steps are shown; choose an account or a kind to see older ones, or export them.")
        : tr("Steps: %1, newest first").arg(m_format.locale().toString(m_rows->count()));
}

QString AlarmHistoryViewModel::emptyText() const
{
    if (m_rows->count() > 0) {
        return {};
    }
    if (!m_failure.isEmpty()) {
        return m_failure;
    }
    const bool filtered = !m_text.trimmed().isEmpty() || !m_account.empty() || m_condition > 0;
    return filtered ? tr("Nothing matches.")
                    : tr("No alarm has done anything yet. Every step of every alarm will stand here.");
}

void AlarmHistoryViewModel::explain(int row)
{
    if (row >= 0 && row < m_rows->count()) {
        const AlarmStepView &step = m_rows->rows()[static_cast<std::size_t>(row)];
        Q_EMIT explained(step.event, step.account.isEmpty() ? step.title : tr("%1: %2").arg(step.title, step.account));
    }
}

void AlarmHistoryViewModel::openExport()
{
    m_exportOpen = true;
    m_exporting = false;
    m_asksOverwrite = false;
    m_exportProblem.clear();
    if (m_exportPath.isEmpty()) {
        m_exportPath = QStringLiteral("~/plimsoll-alarms.csv");
    }
    if (!m_exportFolder.isEmpty()) {
        m_exportPath = movedTo(m_exportFolder, m_exportPath);
    }
    m_pathAtOpening = m_exportPath;
    Q_EMIT exportChanged();
}

void AlarmHistoryViewModel::closeExport()
{
    if (m_exportOpen) {
        m_exportOpen = false;
        ++m_exportGeneration;
        Q_EMIT exportChanged();
    }
}

void AlarmHistoryViewModel::setExportPath(const QString &path)
{
    if (path != m_exportPath) {
        m_exportPath = path;
        m_asksOverwrite = m_exporting = false;
        ++m_exportGeneration; // what is on its way is about another file
        m_exportProblem.clear();
        Q_EMIT exportChanged();
    }
}

void AlarmHistoryViewModel::exportNow(bool overwrite)
{
    if (m_exporting || m_exportPath.trimmed().isEmpty()) {
        return;
    }
    m_exporting = true;
    m_exportProblem.clear();
    Q_EMIT exportChanged();
    const Target target {m_exportGeneration, expandedPath(m_exportPath), overwrite};
    m_stores.alarmHistory(filter(0)).then(this, [this, target](const Events &events) {
        if (events) {
            write(*events, target);
        } else {
            written(events.error(), target);
        }
    });
}

void AlarmHistoryViewModel::write(const std::vector<AlarmEventRow> &events, const Target &target)
{
    std::map<std::string, std::string> names;
    std::vector<AlarmEventRow> wanted;
    for (const AlarmStepView &step : matching(events)) {
        names.emplace(step.event.key.account, step.account.toStdString());
        wanted.push_back(step.event);
    }
    inBackground([names = std::move(names), wanted = std::move(wanted), target] {
        const std::string csv = alarmCsv(wanted, [&names](const std::string &id) { return names.at(id); });
        return writePrivateFile(target.path, csv, target.overwrite);
    }).then(this, [this, target](const Result<monitor::Privacy> &result) { written(result, target); });
}

// The answer may come after the form was closed, and even opened anew: then it is told, and that form is left alone.
void AlarmHistoryViewModel::written(const Result<monitor::Privacy> &result, const Target &target)
{
    if (target.generation == m_exportGeneration) {
        m_exporting = false;
        m_asksOverwrite = !result && result.error().code == ErrorCode::Conflict;
        m_exportProblem = result || m_asksOverwrite ? QString() : failureText(result.error());
        if (result) {
            closeExport();
        }
        Q_EMIT exportChanged();
    } else if (!result) {
        Q_EMIT notExported(failureText(result.error()));
    }
    if (result) {
        Q_EMIT exportedTo(target.path);
        Q_EMIT exported(withPrivacy(
            tr("The history of the alarms was written to %1.").arg(plainName(target.path.toStdString(), 120)),
            *result));
    }
}

} // namespace plimsoll::viewmodels
