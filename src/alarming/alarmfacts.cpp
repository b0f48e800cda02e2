// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarming/alarmfacts.h"

#include "margin/exact.h"
#include "margin/lookahead.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll::monitor {

namespace {

using alarm::Rule;
using alarm::Sample;

bool isNeeded(const margin::Balance &balance)
{
    const auto total = balance.total();
    const auto debt = balance.debt();
    return !total || !debt || total->isPositive() || debt->isPositive();
}

BootTime oldestPrice(const margin::Account &account, const margin::QuoteBoard &quotes)
{
    BootTime oldest = INT64_MAX;
    for (const margin::Balance &balance : account.balances) {
        if (balance.asset != account.quoteAsset && isNeeded(balance)) {
            oldest = std::min(oldest, quotes.rateOf(balance.asset, account.quoteAsset).asOf);
        }
    }
    return oldest;
}

void addPrices(Sample &sample, const std::string &account, const margin::QuoteBoard &quotes,
               const std::vector<Rule> &rules)
{
    for (const Rule &rule : rules) {
        if (!alarm::isPriceKind(rule.kind) || !alarm::concerns(rule, account)) {
            continue;
        }
        if (const auto price = quotes.priceOf(rule.symbol)) {
            sample.prices.push_back({rule.symbol, *price});
        }
    }
}

void addInterest(Sample &sample, const margin::Account &account, const margin::QuoteBoard &quotes,
                 const std::vector<Rule> &rules)
{
    const auto asks = [&](const Rule &rule) {
        return rule.kind == Rule::Kind::InterestHours && alarm::concerns(rule, account.id);
    };
    if (std::ranges::none_of(rules, asks)) {
        return;
    }
    sample.hourlyInterest = margin::hourlyInterest(account, quotes);
}

// Why the level is unknown, and since when.
void explainUnknown(Sample &sample, const margin::Verdict &verdict, const margin::QuoteBoard &quotes,
                    const FeedFacts &feed)
{
    const margin::Account &account = *verdict.account;
    bool isStale = false;
    bool isAwaited = false; // of a poll that has not answered yet
    bool isIncomplete = verdict.overflow;
    sample.oldestPrice = sample.time;
    for (const margin::Balance &balance : account.balances) {
        if (balance.asset == account.quoteAsset || !isNeeded(balance)) {
            continue;
        }
        const margin::Rate rate = quotes.rateOf(balance.asset, account.quoteAsset);
        if (rate.known()) {
            continue;
        }
        if (const auto since = feed.listening != nullptr ? feed.listening->awaitedSince(rate.route) : std::nullopt) {
            isAwaited = true;
            sample.oldestPrice = std::min(sample.oldestPrice, *since);
            continue;
        }
        const auto debt = balance.debt();
        sample.debtUnpriced = sample.debtUnpriced || !debt || debt->isPositive();
        isStale = isStale || rate.state == margin::PriceState::Stale;
        isIncomplete = isIncomplete || rate.state != margin::PriceState::Stale;
        sample.oldestPrice = std::min(sample.oldestPrice, rate.asOf);
    }
    if (!feed.answered) { // nothing was ever received: what is missing is an answer
        sample.kind = Sample::Kind::Stale;
        sample.oldestPrice = feed.startedAt;
    } else if (isIncomplete || !(isStale || isAwaited)) {
        sample.kind = Sample::Kind::Incomplete;
    } else if (!isStale) {
        sample.kind = Sample::Kind::Stale;
    } else {
        sample.kind = feed.answering ? Sample::Kind::Frozen : Sample::Kind::Stale;
    }
}

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

} // namespace

Sample AlarmFacts::sampleOf(const margin::Verdict &verdict, const margin::QuoteBoard &quotes, const FeedFacts &feed,
                            const std::vector<Rule> &rules, BootTime now)
{
    Sample sample;
    sample.time = now;
    sample.thresholds = verdict.account->thresholds;
    sample.level = verdict.exactLevel;
    sample.oldestPrice = now;
    switch (verdict.status) {
    case margin::Status::NoDebt: sample.kind = Sample::Kind::NoDebt; break;
    case margin::Status::Liquidated: sample.kind = Sample::Kind::Closed; break;
    case margin::Status::Unknown: explainUnknown(sample, verdict, quotes, feed); break;
    case margin::Status::Normal:
    case margin::Status::MarginCall:
    case margin::Status::Liquidation:
        if (verdict.partly) {
            explainUnknown(sample, verdict, quotes, feed);
            sample.unpriced = sample.kind;
        }
        sample.kind = Sample::Kind::Valid;
        break;
    }
    if (!rules.empty()) {
        addPrices(sample, verdict.account->id, quotes, rules);
        addInterest(sample, *verdict.account, quotes, rules);
    }
    return sample;
}

Sample AlarmFacts::pricesOf(const margin::QuoteBoard &quotes, const std::vector<Rule> &rules, BootTime now)
{
    Sample sample;
    sample.time = now;
    sample.kind = Sample::Kind::Incomplete; // a price that is not known cannot be judged
    addPrices(sample, {}, quotes, rules);
    return sample;
}

bool AlarmFacts::pricesAreNew(const margin::Account &account, const margin::QuoteBoard &quotes)
{
    BootTime &last = m_oldest[account.id];
    const BootTime oldest = oldestPrice(account, quotes);
    return std::exchange(last, oldest) != oldest;
}

std::string AlarmFacts::inputsOf(const margin::Verdict &verdict, const margin::Rates &rates, BootTime now)
{
    const margin::Account &account = *verdict.account;
    const auto sum = [](const margin::Wide &value) {
        return text(margin::exact::toString(margin::exact::fromWide(value), 2 * margin::Decimal::kFractionDigits));
    };
    QJsonObject prices;
    for (const margin::Balance &balance : account.balances) {
        if (balance.asset == account.quoteAsset || !isNeeded(balance)) {
            continue;
        }
        const margin::Rate rate = rates.find(balance.asset, account.quoteAsset);
        QJsonObject price {{u"route"_s, text(rate.route)},
                           {u"known"_s, rate.known()},
                           {u"ageMs"_s, static_cast<qint64>(now - rate.asOf)}};
        if (rate.known()) {
            price.insert(u"price"_s, text(rate.down.toString()));
        }
        prices.insert(text(balance.asset), price);
    }
    const QJsonObject bars {{u"initial"_s, text(account.thresholds.initial.toString())},
                            {u"marginCall"_s, text(account.thresholds.marginCall.toString())},
                            {u"liquidation"_s, text(account.thresholds.liquidation.toString())}};
    const QJsonObject inputs {{u"status"_s, text(std::string(margin::statusWord(verdict.status)))},
                              {u"assets"_s, sum(verdict.exactLevel.assets())},
                              {u"debt"_s, sum(verdict.exactLevel.debt())},
                              {u"quoteAsset"_s, text(account.quoteAsset)},
                              {u"thresholds"_s, bars},
                              {u"prices"_s, prices}};
    return QJsonDocument(inputs).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace plimsoll::monitor
