// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/whatifeditor.h"

#include "viewmodels/analysis/whatiflines.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/refusaltext.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::viewmodels {

using analysis::Changes;
using margin::Account;
using margin::Decimal;

WhatIfEditor::WhatIfEditor(const DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_format(format)
{
}

void WhatIfEditor::setChanges(const Changes &changes)
{
    m_changes = changes;
    Q_EMIT changed();
}

void WhatIfEditor::show(const std::vector<Account> &accounts, const Prices &prices)
{
    m_accounts = accounts;
    m_prices = prices;
    m_move.options = {std::string(analysis::kAllAssets)};
    m_symbol.options.clear();
    m_account.options.clear();
    for (const Account &account : m_accounts) {
        if (!account.liquidatedAt) {
            m_account.options.push_back(account.id);
        }
        for (const margin::Balance &balance : account.balances) {
            if (balance.asset != account.quoteAsset) {
                addOnce(m_move.options, balance.asset);
            }
        }
    }
    std::sort(m_move.options.begin() + 1, m_move.options.end());
    for (const auto &[symbol, price] : m_prices) {
        m_symbol.options.push_back(symbol);
    }
    m_move.keep();
    m_symbol.keep();
    m_account.keep();
    listAssets();
    Q_EMIT changed();
}

// What the account has and owes, and what it is about.
void WhatIfEditor::listAssets()
{
    m_asset.options.clear();
    if (const Account *chosen = account()) {
        addOnce(m_asset.options, chosen->quoteAsset);
        addOnce(m_asset.options, chosen->baseAsset);
        for (const margin::Balance &balance : chosen->balances) {
            addOnce(m_asset.options, balance.asset);
        }
    }
    m_asset.keep();
}

const Account *WhatIfEditor::account() const
{
    const auto found = std::ranges::find(m_accounts, m_account.chosen, &Account::id);
    return found == m_accounts.end() ? nullptr : &*found;
}

void WhatIfEditor::choose(Choice &choice, int index)
{
    if (choice.chooseAt(index)) {
        m_problem.clear();
        Q_EMIT changed();
    }
}

void WhatIfEditor::setAccountIndex(int index)
{
    if (m_account.chooseAt(index)) {
        m_problem.clear();
        listAssets();
        Q_EMIT changed();
    }
}

void WhatIfEditor::setKindIndex(int index)
{
    if (index >= 0 && index < kindNames().size() && index != kindIndex()) {
        m_kind = static_cast<analysis::HypotheticalKind>(index);
        m_problem.clear();
        Q_EMIT changed();
    }
}

void WhatIfEditor::prepare(const std::string &account, analysis::HypotheticalKind kind, const std::string &asset,
                           const std::optional<Decimal> &amount)
{
    m_account.chosen = account;
    m_kind = kind;
    m_asset.chosen = asset;
    if (!m_accounts.empty()) { // else they come before a form can be used
        listAssets();
    }
    m_prepared = amount ? m_format.editable(*amount, 2) : QString();
    m_problem.clear();
    Q_EMIT changed();
}

QString WhatIfEditor::takePrepared()
{
    const QString amount = m_prepared.value_or(QString());
    m_prepared.reset();
    Q_EMIT changed();
    return amount;
}

QStringList WhatIfEditor::moveNames() const
{
    QStringList names;
    for (const std::string &asset : m_move.options) {
        names << (asset == analysis::kAllAssets ? tr("All prices together") : tr("%1 alone").arg(plainName(asset, 20)));
    }
    return names;
}

QStringList WhatIfEditor::accountNames() const
{
    QStringList names;
    for (const std::string &id : m_account.options) {
        names << accountLabel(*std::ranges::find(m_accounts, id, &Account::id));
    }
    return names;
}

QStringList WhatIfEditor::kindNames() const
{
    return hypotheticalKindNames();
}

double WhatIfEditor::shock() const
{
    const auto found = m_changes.shocks.find(m_move.chosen);
    return found == m_changes.shocks.end() ? 0 : found->second.toDoubleForPlot();
}

void WhatIfEditor::setShock(double percent)
{
    Changes more;
    more.shocks[m_move.chosen] = Decimal::fromInteger(static_cast<int>(std::lround(percent)));
    want(more);
}

QString WhatIfEditor::shockText() const
{
    const auto found = m_changes.shocks.find(m_move.chosen);
    return m_format.full(found == m_changes.shocks.end() ? Decimal() : found->second);
}

QString WhatIfEditor::priceText() const
{
    if (const auto set = m_changes.prices.find(m_symbol.chosen); set != m_changes.prices.end()) {
        return m_format.editablePrice(set->second);
    }
    const auto now = m_prices.find(m_symbol.chosen);
    return now == m_prices.end() || !now->second ? QString() : m_format.editablePrice(*now->second);
}

QString WhatIfEditor::barsText() const
{
    const Account *chosen = account();
    if (chosen == nullptr) {
        return {};
    }
    const auto set = m_changes.bars.find(chosen->id);
    const margin::Thresholds &bars = set == m_changes.bars.end() ? chosen->thresholds : set->second;
    return QStringList {m_format.editable(bars.initial, 2), m_format.editable(bars.marginCall, 2),
                        m_format.editable(bars.liquidation, 2)}
        .join(QStringLiteral(" / "));
}

bool WhatIfEditor::typeShock(const QString &percent)
{
    const auto typed = m_format.parseSigned(percent);
    if (!typed) {
        return refuse(notUnderstood(typed.error()));
    }
    if (!analysis::validatedShock(*typed)) {
        return refuse(tr("A move is above −100 % and has at most 8 decimals."));
    }
    Changes more;
    more.shocks[m_move.chosen] = *typed;
    want(more);
    return true;
}

bool WhatIfEditor::typePrice(const QString &price)
{
    const auto typed = m_format.parseAmount(price);
    if (!typed) {
        return refuse(notUnderstood(typed.error()));
    }
    if (!typed->isPositive()) {
        return refuse(tr("The price must be above 0."));
    }
    Changes more;
    more.prices[m_symbol.chosen] = *typed;
    want(more);
    return true;
}

bool WhatIfEditor::typeBars(const QString &bars)
{
    QStringList ratios;
    for (const QString &part : bars.split(u'/')) {
        const auto typed = m_format.parseAmount(part);
        if (!typed) {
            return refuse(notUnderstood(typed.error()));
        }
        ratios << QString::fromStdString(typed->toString());
    }
    const auto parsed = analysis::parseBars(ratios.join(u'/').toStdString());
    if (!parsed) {
        return refuse(tr("Three ratios above 1, each below the one before: initial / margin call / liquidation."));
    }
    Changes more;
    more.bars[m_account.chosen] = *parsed;
    want(more);
    return true;
}

bool WhatIfEditor::typeAmount(const QString &amount)
{
    const auto typed = m_format.parseAmount(amount);
    if (!typed) {
        return refuse(notUnderstood(typed.error()));
    }
    if (!typed->isPositive()) {
        return refuse(tr("The amount must be above 0."));
    }
    Changes more;
    more.bookings.push_back({m_account.chosen, m_kind, m_asset.chosen, *typed});
    want(more);
    return true;
}

void WhatIfEditor::forgetProblem()
{
    refuse(QString());
}

void WhatIfEditor::want(const Changes &more)
{
    m_problem.clear();
    Q_EMIT wanted(more);
}

bool WhatIfEditor::refuse(const QString &problem)
{
    if (problem != m_problem) {
        m_problem = problem;
        Q_EMIT changed();
    }
    return false;
}

} // namespace plimsoll::viewmodels
