// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/ruledraft.h"

#include "alarm/symboltext.h"
#include "viewmodels/alarms/rulepreview.h"
#include "viewmodels/common/choices.h"
#include "viewmodels/common/confirmation.h"

namespace plimsoll::viewmodels {

using alarm::Rule;
using margin::Decimal;

namespace {

constexpr int kLongestText = 40;

bool isPercent(const Rule &rule)
{
    return rule.kind == Rule::Kind::Distance;
}

} // namespace

RuleDraft::RuleDraft(Rule rule, const DisplayFormat &format)
    : m_isNew(false)
    , m_rule(std::move(rule))
    , m_symbol(QString::fromStdString(m_rule.symbol))
{
    const auto shown = isPercent(m_rule) ? m_rule.value.times(Decimal::fromInteger(100), margin::Rounding::HalfUp)
                                         : std::optional(m_rule.value);
    m_value = format.editable(shown.value_or(m_rule.value));
}

RuleDraft RuleDraft::fresh(const std::string &account)
{
    RuleDraft draft;
    draft.m_rule.id = freshId();
    draft.m_rule.account = account;
    return draft;
}

std::vector<std::string> RuleDraft::symbols(const monitor::SnapshotPtr &now) const
{
    std::vector<std::string> found;
    for (const margin::Account *account : accountsOf(now)) {
        for (const margin::Balance &balance : account->balances) {
            if (m_rule.account.empty() || m_rule.account == account->id) {
                addOnce(found, symbolOf(balance, *account));
            }
        }
    }
    return found;
}

void RuleDraft::choose(Rule::Kind kind, const monitor::SnapshotPtr &now)
{
    m_rule.kind = kind;
    m_value.clear(); // 1.3 is a level, and nonsense as a price
    chooseFirstSymbol(now);
}

void RuleDraft::choose(const std::string &account, const monitor::SnapshotPtr &now)
{
    m_rule.account = account;
    chooseFirstSymbol(now);
}

void RuleDraft::chooseFirstSymbol(const monitor::SnapshotPtr &now)
{
    const auto list = symbols(now);
    chooseSymbol(asksSymbol() && !list.empty() ? list.front() : std::string());
}

void RuleDraft::chooseSymbol(const std::string &symbol)
{
    m_rule.symbol = symbol;
    m_symbol = QString::fromStdString(symbol);
}

bool RuleDraft::typeSymbol(const QString &text)
{
    if (text == m_symbol) {
        return false;
    }
    m_symbol = text.left(kLongestText);
    m_rule.symbol = alarm::symbolFrom(m_symbol.toStdString());
    return true;
}

bool RuleDraft::typeValue(const QString &text)
{
    if (text == m_value) {
        return false;
    }
    m_value = text.left(kLongestText);
    return true;
}

std::optional<Rule> RuleDraft::read(const DisplayFormat &format, QString &fault) const
{
    const auto typed = format.parseAmount(m_value);
    if (!typed) {
        fault = notUnderstood(typed.error());
        return std::nullopt;
    }
    Rule rule = m_rule;
    const auto value = isPercent(rule) ? typed->dividedBy(Decimal::fromInteger(100), margin::Rounding::HalfUp)
                                       : std::optional(*typed);
    rule.value = value.value_or(*typed);
    const auto checked = alarm::validated(rule);
    if (checked) {
        return *checked;
    }
    if (checked.error().code == ErrorCode::AmountNotPositive) {
        fault = tr("It must be more than 0.");
    } else if (checked.error().code == ErrorCode::Overflow) {
        fault = isPercent(rule)              ? tr("It must be less than 100 %.")
            : rule.kind == Rule::Kind::Level ? tr("A level above 1,000 is no alarm.")
                                             : tr("More than 100,000 hours is no alarm.");
    } else {
        fault = tr("Choose which price.");
    }
    return std::nullopt;
}

bool RuleDraft::asksSymbol() const
{
    return m_rule.kind == Rule::Kind::PriceBelow || m_rule.kind == Rule::Kind::PriceAbove;
}

QString RuleDraft::symbolFault(const monitor::SnapshotPtr &now) const
{
    const monitor::PriceList *known = now ? now->list.get() : nullptr;
    if (!asksSymbol() || m_rule.symbol.empty() || known == nullptr || known->prices.contains(m_rule.symbol)) {
        return {};
    }
    return tr("The exchange has no pair %1.").arg(plainName(m_rule.symbol, kLongestText));
}

} // namespace plimsoll::viewmodels
