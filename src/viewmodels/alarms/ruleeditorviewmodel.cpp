// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/ruleeditorviewmodel.h"

#include "viewmodels/alarms/alarmviews.h"
#include "viewmodels/alarms/rulenowtext.h"
#include "viewmodels/common/choices.h"
#include "wording/alarmtext.h"

namespace plimsoll::viewmodels {

using alarm::Rule;

namespace {

constexpr int kKinds = 5;
constexpr int kStages = 3;

} // namespace

RuleEditorViewModel::RuleEditorViewModel(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_rows(new RuleListModel(this))
    , m_preview(services.stores, services.clock, services.format)
{
    connect(&m_preview, &RulePreviewer::changed, this, &RuleEditorViewModel::previewChanged);
    connect(&services.relay, &monitor::SnapshotRelay::snapshotReady, this, &RuleEditorViewModel::take);
    if (services.relay.current()) {
        take(services.relay.current());
    }
}

void RuleEditorViewModel::take(const monitor::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    std::vector<std::string> ids;
    for (const margin::Account *account : accountsOf(snapshot)) {
        ids.push_back(account->id);
    }
    const bool others = ids != m_accountIds;
    m_accountIds = std::move(ids);
    showRows();
    const QString now = m_valid ? nowTextOf(*m_valid) : QString();
    if (others || now != m_nowText) {
        m_nowText = now;
        Q_EMIT formChanged();
    }
}

QString RuleEditorViewModel::sentenceOf(const Rule &rule) const
{
    const bool ofOne = !rule.account.empty() && m_snapshot;
    return wording::ruleSentence(rule, ofOne ? labelOf(rule.account, *m_snapshot) : QString(), m_services.format);
}

QString RuleEditorViewModel::nowTextOf(const Rule &rule) const
{
    return ruleNowText(rule, m_snapshot, m_services.format);
}

const Rule *RuleEditorViewModel::stored(const QString &ruleId) const
{
    return wording::ruleOf(boardOf(m_snapshot).rules, ruleId.toStdString());
}

void RuleEditorViewModel::showRows()
{
    std::vector<RuleView> views;
    for (const Rule &rule : boardOf(m_snapshot).rules) {
        views.push_back({QString::fromStdString(rule.id), sentenceOf(rule), rule.enabled ? nowTextOf(rule) : QString(),
                         rule.enabled});
    }
    m_rows->setRows(std::move(views));
}

QStringList RuleEditorViewModel::kindNames() const
{
    return {tr("Margin level"), tr("Distance to the call"), tr("Price falls"), tr("Price rises"), tr("Interest")};
}

QStringList RuleEditorViewModel::stageNames() const
{
    QStringList names;
    for (int i = 0; i < kStages; ++i) {
        names << wording::stageText(static_cast<alarm::Stage>(i));
    }
    return names;
}

QStringList RuleEditorViewModel::accountNames() const
{
    QStringList names {tr("Every account")};
    for (const std::string &id : m_accountIds) {
        names << labelOf(id, *m_snapshot);
    }
    return names;
}

int RuleEditorViewModel::accountIndex() const
{
    return indexIn(m_accountIds, m_draft.rule().account) + 1;
}

QStringList RuleEditorViewModel::symbolNames() const
{
    return assetTexts(m_draft.symbols(m_snapshot));
}

int RuleEditorViewModel::symbolIndex() const
{
    return indexIn(m_draft.symbols(m_snapshot), m_draft.rule().symbol);
}

QString RuleEditorViewModel::valueUnit() const
{
    switch (m_draft.rule().kind) {
    case Rule::Kind::Distance: return tr("%");
    case Rule::Kind::InterestHours: return tr("hours");
    default: return {};
    }
}

void RuleEditorViewModel::openNew(const QString &accountId)
{
    openWith(RuleDraft::fresh(accountId.toStdString()));
}

void RuleEditorViewModel::edit(const QString &ruleId)
{
    if (const Rule *rule = stored(ruleId)) {
        openWith(RuleDraft(*rule, m_services.format));
    }
}

void RuleEditorViewModel::openWith(RuleDraft draft)
{
    m_draft = std::move(draft);
    m_draftAtOpening = m_draft;
    m_isOpen = true;
    m_asksRemove = false;
    m_confirmation.restart();
    check();
}

void RuleEditorViewModel::close()
{
    if (m_isOpen) {
        m_isOpen = false;
        m_confirmation.stop();
        m_preview.stop();
        Q_EMIT formChanged();
    }
}

void RuleEditorViewModel::setKindIndex(int index)
{
    if (index >= 0 && index < kKinds && index != kindIndex()) {
        m_draft.choose(static_cast<Rule::Kind>(index), m_snapshot);
        check();
    }
}

void RuleEditorViewModel::setAccountIndex(int index)
{
    const std::string *chosen = chosenOf(m_accountIds, index - 1);
    const std::string account = chosen != nullptr ? *chosen : std::string();
    if (account != m_draft.rule().account) {
        m_draft.choose(account, m_snapshot);
        check();
    }
}

void RuleEditorViewModel::setSymbolIndex(int index)
{
    const auto list = m_draft.symbols(m_snapshot);
    const std::string *chosen = chosenOf(list, index);
    if (chosen != nullptr && *chosen != m_draft.rule().symbol) {
        m_draft.chooseSymbol(*chosen);
        check();
    }
}

void RuleEditorViewModel::setStageIndex(int index)
{
    if (index >= 0 && index < kStages && index != stageIndex()) {
        m_draft.chooseStage(static_cast<alarm::Stage>(index));
        check();
    }
}

void RuleEditorViewModel::setSymbol(const QString &text)
{
    if (m_draft.typeSymbol(text)) {
        check();
    }
}

void RuleEditorViewModel::setValue(const QString &text)
{
    if (m_draft.typeValue(text)) {
        check();
    }
}

void RuleEditorViewModel::check()
{
    m_valueFault.clear();
    m_valid = m_draft.read(m_services.format, m_valueFault);
    m_nowText = m_valid ? nowTextOf(*m_valid) : QString();
    if (m_valid) {
        m_preview.ask(*m_valid, m_snapshot);
    } else {
        m_preview.stop();
    }
    Q_EMIT formChanged();
}

void RuleEditorViewModel::save()
{
    if (savable()) {
        m_confirmation.begin();
        Q_EMIT formChanged();
        store(*m_valid, m_confirmation.id(), isNew() ? tr("The alarm was added.") : tr("The alarm was changed."));
    }
}

void RuleEditorViewModel::store(const Rule &rule, const std::string &form, const QString &text)
{
    m_services.alarms.saveRule(rule).then(this,
                                          [this, form, text](const Result<Done> &result) { done(result, form, text); });
}

// The answer may come after the form was closed, and even opened anew: then it is told, and that form is left alone.
void RuleEditorViewModel::done(const Result<Done> &result, const std::string &form, const QString &text)
{
    const bool isOurs = m_isOpen && form == m_confirmation.id();
    if (result) {
        if (isOurs) {
            close();
        }
        Q_EMIT saved(text);
    } else if (isOurs) {
        m_confirmation.fail(failureText(result.error()));
        Q_EMIT formChanged();
    } else {
        Q_EMIT notSaved(failureText(result.error()));
    }
}

void RuleEditorViewModel::askRemove(bool ask)
{
    m_asksRemove = ask && !isNew();
    Q_EMIT formChanged();
}

void RuleEditorViewModel::remove()
{
    if (m_isOpen && !isNew() && m_confirmation.begin()) {
        Q_EMIT formChanged();
        m_services.alarms.removeRule(m_draft.rule().id)
            .then(this, [this, form = m_confirmation.id()](const Result<Done> &result) {
                done(result, form, tr("The alarm was removed."));
            });
    }
}

void RuleEditorViewModel::setOn(const QString &ruleId, bool on)
{
    if (const Rule *known = stored(ruleId); known != nullptr && known->enabled != on) {
        Rule rule = *known;
        rule.enabled = on;
        store(rule, {}, on ? tr("The alarm is on.") : tr("The alarm is off."));
    }
}

} // namespace plimsoll::viewmodels
