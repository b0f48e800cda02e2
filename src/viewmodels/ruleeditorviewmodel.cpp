// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/ruleeditorviewmodel.h"

#include "alarm/symboltext.h"
#include "viewmodels/accounttext.h"
#include "viewmodels/alarmviews.h"
#include "viewmodels/choices.h"
#include "wording/alarmtext.h"

#include <QtCore/QUuid>

#include <algorithm>

namespace plimsoll::viewmodels {

using alarm::Rule;

namespace {

constexpr int kKinds = 5;
constexpr int kStages = 3;

} // namespace

RuleEditorViewModel::RuleEditorViewModel(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_format(services.format)
    , m_rows(new RuleListModel(this))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPreviewPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &RuleEditorViewModel::startPreview);
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

QString RuleEditorViewModel::label(const Rule &rule) const
{
    return rule.account.empty() || !m_snapshot ? QString() : labelOf(rule.account, *m_snapshot);
}

void RuleEditorViewModel::showRows()
{
    std::vector<RuleView> views;
    for (const Rule &rule : boardOf(m_snapshot).rules) {
        views.push_back({QString::fromStdString(rule.id), wording::ruleSentence(rule, label(rule), m_format),
                         rule.enabled ? nowTextOf(rule) : QString(), rule.enabled});
    }
    m_rows->setRows(std::move(views));
}

QString RuleEditorViewModel::nowTextOf(const Rule &rule) const
{
    if (const QString text = priceNowText(rule); !text.isEmpty()) {
        return text;
    }
    static const margin::Rates kNoRates;
    QStringList met;
    bool known = false;
    for (const std::string &id : m_accountIds) {
        if (!rule.account.empty() && rule.account != id) {
            continue;
        }
        const auto isMet = isMetNow(rule, *m_snapshot->find(id), m_snapshot->rates ? *m_snapshot->rates : kNoRates);
        known = known || isMet.has_value();
        if (isMet.value_or(false)) {
            met << labelOf(id, *m_snapshot);
        }
    }
    if (met.isEmpty()) {
        return known ? tr("Not met now") : whyNotText(rule);
    }
    return rule.account.empty() ? tr("Met now by %1").arg(met.join(QStringLiteral(", ")))
                                : tr("Met now: it would be raised at once");
}

// A price rule needs its price and nothing else.
QString RuleEditorViewModel::priceNowText(const Rule &rule) const
{
    const auto &prices = boardOf(m_snapshot).rulePrices;
    const auto found = prices.find(rule.symbol);
    const bool below = rule.kind == Rule::Kind::PriceBelow;
    if ((!below && rule.kind != Rule::Kind::PriceAbove) || found == prices.end()) {
        return {};
    }
    const auto &price = found->second.value;
    if (price) {
        return (below ? *price <= rule.value : *price >= rule.value) ? tr("Met now: it would be raised at once")
                                                                     : tr("Not met now");
    }
    const alarm::Ms waited = m_snapshot->bootTime - found->second.waitsSince;
    return tr("Waiting for its price: none of %1 for %2").arg(plainName(rule.symbol, 40), m_format.age(waited));
}

// An alarm that cannot be raised is never silent about it.
QString RuleEditorViewModel::whyNotText(const Rule &rule) const
{
    const auto concerns = [&rule](const margin::Account *account) {
        return rule.account.empty() || rule.account == account->id;
    };
    std::vector<const margin::Account *> accounts = accountsOf(m_snapshot);
    std::erase_if(accounts, [&](const margin::Account *account) { return !concerns(account); });
    if (rule.kind == Rule::Kind::PriceBelow || rule.kind == Rule::Kind::PriceAbove) {
        return tr("Waiting for its price");
    }
    if (!rule.account.empty() && accounts.empty()) {
        return tr("Cannot be raised: its account is gone");
    }
    const auto owes = [](const margin::Account *account) { return account->hasDebt() && !account->liquidatedAt; };
    if (std::ranges::none_of(accounts, owes)) {
        return tr("Cannot be raised: nothing is owed");
    }
    const auto pays = [](const margin::Account *account) {
        return std::ranges::any_of(account->balances, [](const margin::Balance &b) {
            return b.dailyInterest && b.dailyInterest->isPositive();
        });
    };
    if (rule.kind == Rule::Kind::InterestHours && std::ranges::none_of(accounts, pays)) {
        return tr("Cannot be raised: no interest rate is known");
    }
    return tr("Cannot be judged now: a price is missing");
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
    return indexIn(m_accountIds, m_rule.account) + 1;
}

bool RuleEditorViewModel::asksSymbol() const
{
    return m_rule.kind == Rule::Kind::PriceBelow || m_rule.kind == Rule::Kind::PriceAbove;
}

std::vector<std::string> RuleEditorViewModel::symbols() const
{
    std::vector<std::string> found;
    for (const margin::Account *account : accountsOf(m_snapshot)) {
        for (const margin::Balance &balance : account->balances) {
            if (m_rule.account.empty() || m_rule.account == account->id) {
                addOnce(found, symbolOf(balance, *account));
            }
        }
    }
    return found;
}

QStringList RuleEditorViewModel::symbolNames() const
{
    return assetTexts(symbols());
}

int RuleEditorViewModel::symbolIndex() const
{
    return indexIn(symbols(), m_rule.symbol);
}

void RuleEditorViewModel::chooseSymbol(const std::string &symbol)
{
    m_rule.symbol = symbol;
    m_typedSymbol = QString::fromStdString(symbol);
}

void RuleEditorViewModel::setSymbol(const QString &text)
{
    if (text != m_typedSymbol) {
        m_typedSymbol = text.left(40);
        m_rule.symbol = alarm::symbolFrom(m_typedSymbol.toStdString());
        check();
    }
}

QString RuleEditorViewModel::symbolError() const
{
    const monitor::PriceList *known = m_snapshot ? m_snapshot->list.get() : nullptr;
    if (!asksSymbol() || m_rule.symbol.empty() || known == nullptr || known->prices.contains(m_rule.symbol)) {
        return {};
    }
    return tr("The exchange has no pair %1.").arg(plainName(m_rule.symbol, 40));
}

QString RuleEditorViewModel::valueUnit() const
{
    switch (m_rule.kind) {
    case Rule::Kind::Distance: return tr("%");
    case Rule::Kind::InterestHours: return tr("hours");
    default: return {};
    }
}

void RuleEditorViewModel::openNew(const QString &accountId)
{
    Rule rule;
    rule.id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    rule.account = accountId.toStdString();
    openWith(std::move(rule), true);
}

void RuleEditorViewModel::edit(const QString &ruleId)
{
    if (const Rule *rule = wording::ruleOf(boardOf(m_snapshot).rules, ruleId.toStdString())) {
        openWith(*rule, false);
    }
}

void RuleEditorViewModel::openWith(Rule rule, bool isNew)
{
    m_rule = std::move(rule);
    m_isNew = isNew;
    m_isOpen = true;
    m_busy = false;
    m_asksRemove = false;
    m_failure.clear();
    m_typed.clear();
    chooseSymbol(m_rule.symbol);
    if (!isNew) {
        const bool percent = m_rule.kind == Rule::Kind::Distance;
        const auto shown = percent ? m_rule.value.times(margin::Decimal::fromInteger(100), margin::Rounding::HalfUp)
                                   : std::optional(m_rule.value);
        m_typed = m_format.editable(shown.value_or(m_rule.value));
    }
    check();
}

void RuleEditorViewModel::close()
{
    if (m_isOpen) {
        m_isOpen = false;
        m_pause.stop();
        ++m_generation; // a preview on its way is nobody's any more
        Q_EMIT formChanged();
    }
}

void RuleEditorViewModel::setKindIndex(int index)
{
    if (index >= 0 && index < kKinds && index != kindIndex()) {
        m_rule.kind = static_cast<Rule::Kind>(index);
        m_typed.clear(); // 1.3 is a level, and nonsense as a price
        const auto list = symbols();
        chooseSymbol(asksSymbol() && !list.empty() ? list.front() : std::string());
        check();
    }
}

void RuleEditorViewModel::setAccountIndex(int index)
{
    const std::string *chosen = chosenOf(m_accountIds, index - 1);
    const std::string account = chosen != nullptr ? *chosen : std::string();
    if (account != m_rule.account) {
        m_rule.account = account;
        const auto list = symbols();
        chooseSymbol(asksSymbol() && !list.empty() ? list.front() : std::string());
        check();
    }
}

void RuleEditorViewModel::setSymbolIndex(int index)
{
    const auto list = symbols();
    const std::string *chosen = chosenOf(list, index);
    if (chosen != nullptr && *chosen != m_rule.symbol) {
        chooseSymbol(*chosen);
        check();
    }
}

void RuleEditorViewModel::setStageIndex(int index)
{
    if (index >= 0 && index < kStages && index != stageIndex()) {
        m_rule.stage = static_cast<alarm::Stage>(index);
        check();
    }
}

void RuleEditorViewModel::setValue(const QString &text)
{
    if (text != m_typed) {
        m_typed = text.left(40);
        check();
    }
}

} // namespace plimsoll::viewmodels
