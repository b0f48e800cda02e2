// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/rulenowtext.h"

#include "viewmodels/alarms/alarmviews.h"
#include "viewmodels/alarms/rulepreview.h"
#include "viewmodels/common/choices.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace plimsoll::viewmodels {

using alarm::Rule;

namespace {

struct RuleNow {
    Q_DECLARE_TR_FUNCTIONS(plimsoll::viewmodels::RuleNow)
};

// A price rule needs its price and nothing else. Empty where nothing is known of its price.
QString priceNowText(const Rule &rule, const monitor::SnapshotPtr &now, const DisplayFormat &format)
{
    const auto &prices = boardOf(now).rulePrices;
    const auto found = prices.find(rule.symbol);
    const bool below = rule.kind == Rule::Kind::PriceBelow;
    if ((!below && rule.kind != Rule::Kind::PriceAbove) || found == prices.end()) {
        return {};
    }
    const auto &price = found->second.value;
    if (price) {
        return (below ? *price <= rule.value : *price >= rule.value)
            ? RuleNow::tr("Met now: it would be raised at once")
            : RuleNow::tr("Not met now");
    }
    const alarm::Ms waited = now->bootTime - found->second.waitsSince;
    return RuleNow::tr("Waiting for its price: none of %1 for %2").arg(plainName(rule.symbol, 40), format.age(waited));
}

QString whyNotText(const Rule &rule, const std::vector<const margin::Account *> &accounts)
{
    if (rule.kind == Rule::Kind::PriceBelow || rule.kind == Rule::Kind::PriceAbove) {
        return RuleNow::tr("Waiting for its price");
    }
    if (!rule.account.empty() && accounts.empty()) {
        return RuleNow::tr("Cannot be raised: its account is gone");
    }
    const auto owes = [](const margin::Account *account) { return account->hasDebt() && !account->liquidatedAt; };
    if (std::ranges::none_of(accounts, owes)) {
        return RuleNow::tr("Cannot be raised: nothing is owed");
    }
    const auto pays = [](const margin::Account *account) {
        return std::ranges::any_of(account->balances, [](const margin::Balance &b) {
            return b.dailyInterest && b.dailyInterest->isPositive();
        });
    };
    if (rule.kind == Rule::Kind::InterestHours && std::ranges::none_of(accounts, pays)) {
        return RuleNow::tr("Cannot be raised: no interest rate is known");
    }
    return RuleNow::tr("Cannot be judged now: a price is missing");
}

} // namespace

QString ruleNowText(const Rule &rule, const monitor::SnapshotPtr &now, const DisplayFormat &format)
{
    if (const QString text = priceNowText(rule, now, format); !text.isEmpty()) {
        return text;
    }
    static const margin::Rates kNoRates;
    std::vector<const margin::Account *> accounts = accountsOf(now);
    std::erase_if(accounts, [&rule](const margin::Account *account) {
        return !rule.account.empty() && rule.account != account->id;
    });
    QStringList met;
    bool known = false;
    for (const margin::Account *account : accounts) {
        const auto isMet = isMetNow(rule, *now->find(account->id), now->rates ? *now->rates : kNoRates);
        known = known || isMet.has_value();
        if (isMet.value_or(false)) {
            met << labelOf(account->id, *now);
        }
    }
    if (met.isEmpty()) {
        return known ? RuleNow::tr("Not met now") : whyNotText(rule, accounts);
    }
    return rule.account.empty() ? RuleNow::tr("Met now by %1").arg(met.join(QStringLiteral(", ")))
                                : RuleNow::tr("Met now: it would be raised at once");
}

} // namespace plimsoll::viewmodels
