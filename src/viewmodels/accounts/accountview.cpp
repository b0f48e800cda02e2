// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/accountview.h"

#include "margin/assessment.h"
#include "margin/lookahead.h"
#include "viewmodels/accounts/barsaheadtext.h"
#include "viewmodels/accounts/suggestions.h"
#include "viewmodels/alarms/alarmviews.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/levelscale.h"
#include "viewmodels/common/translated.h"

#include <QtCore/QDateTime>

#include <algorithm>
#include <tuple>

namespace plimsoll::viewmodels {

using margin::Assessment;
using margin::Decimal;
using margin::Rounding;

namespace {

AssetView assetView(const margin::AssetLine &line, const std::string &quote, const DisplayFormat &format)
{
    const QString dash = QStringLiteral("–");
    AssetView view;
    view.asset = plainName(line.asset, 20);
    view.total = format.quantity(line.total, Rounding::Down);
    const bool onlyOwed = line.total.isZero() && !line.debt.isZero();
    const QString price = onlyOwed ? format.price(line.rate.up, Rounding::Up)
                                   : format.price(line.rate.down, Rounding::Down);
    view.price = line.rate.known() ? price : dash;
    view.value = format.money(line.value, quote, Rounding::Down);
    view.debt = line.debt.isZero() ? dash : format.quantity(line.debt, Rounding::Up);
    view.interest = line.interest.isZero() ? dash : format.quantity(line.interest, Rounding::Up);
    view.stale = !line.rate.known() && !(line.total.isZero() && line.debt.isZero());
    view.exactText = tr("total %1, debt %2, price %3, value %4")
                         .arg(format.exact(line.total), format.exact(line.debt),
                              line.rate.known() ? format.exact(line.rate.down) : dash, format.exact(line.value));
    return view;
}

void addBar(AccountView &view, const margin::Thresholds &bars, const Assessment &assessment,
            const DisplayFormat &format)
{
    if (assessment.status == margin::Status::NoDebt || assessment.status == margin::Status::Liquidated) {
        return; // a bar without a level would only ask to be misread
    }
    const LevelScale scale(bars);
    view.liquidationPosition = scale.at(bars.liquidation);
    view.callPosition = scale.at(bars.marginCall);
    view.initialPosition = scale.at(bars.initial);
    view.position = scale.of(assessment);
    view.liquidationText = tr("liq %1").arg(ratioText(format, bars.liquidation));
    view.callText = tr("call %1").arg(ratioText(format, bars.marginCall));
    view.initialText = tr("initial %1").arg(ratioText(format, bars.initial));
    if (assessment.range) {
        view.worstPosition = scale.at(assessment.range->worst.printed());
        view.bestPosition = assessment.range->best ? scale.at(assessment.range->best->printed()) : 1.0;
    }
}

// What a line of a table shows where a card has sentences.
void addRow(AccountView &view, const margin::Account &account, const Assessment &assessment, const ViewContext &context)
{
    const DisplayFormat &format = context.format;
    const QString dash = QStringLiteral("–");
    const auto oldest = lastPriceTime(assessment);
    const bool aged = view.state == RiskState::Unknown && oldest.has_value();
    view.shortDistance = aged              ? tr("%1 old").arg(format.age(context.nowBoot - *oldest))
        : view.state == RiskState::Unknown ? tr("no price")
                                           : format.percent(assessment.distanceToCall);
    const auto &calls = assessment.marginCallPrices;
    // From where on a level is "> 999": the price has many digits and says nothing; the card has it.
    const bool isDust = assessment.level && *assessment.level > Decimal::fromInteger(999);
    view.callPrice = isDust ? tr("dust debt") : calls.size() == 1 ? barPriceText(format, calls.front().bar) : dash;
    const auto needed = suggestedTopUp(account, assessment);
    view.toSafe = needed ? format.money(needed, account.quoteAsset, Rounding::Up) : dash;
    if (view.callPosition < 0) {
        return;
    }
    const LevelScale scale = LevelScale::withFixedBars(account.thresholds);
    view.rowPosition = scale.of(assessment);
    if (assessment.range) {
        view.rowWorstPosition = scale.at(assessment.range->worst.printed());
        view.rowBestPosition = assessment.range->best ? scale.at(assessment.range->best->printed()) : 1.0;
    }
}

void addMoney(AccountView &view, const std::string &quote, const Assessment &assessment, const DisplayFormat &format)
{
    view.assetsText = format.money(assessment.totalAssets, quote, Rounding::Down);
    view.debtText = format.money(assessment.totalDebt, quote, Rounding::Up);
    view.unit = quote;
    view.assetsValue = assessment.totalAssets;
    view.debtValue = assessment.totalDebt;
    view.interestText = format.money(assessment.totalInterest, quote, Rounding::Up);
    view.equityText = format.money(assessment.equity, quote, Rounding::Down);
    view.profitText = format.signedMoney(assessment.profit, quote);
    for (const margin::AssetLine &line : assessment.lines) {
        view.assets.push_back(assetView(line, quote, format));
    }
}

// While prices stand still, and on what is known: a debt without a rate can only make it earlier.
QString interestOutlook(const AccountView &view, const margin::Account &account, const Assessment &assessment,
                        const ViewContext &context)
{
    constexpr std::int64_t kHoursPerYear = 8760;
    const auto &rates = context.snapshot.rates;
    if (assessment.status != margin::Status::Normal && assessment.status != margin::Status::MarginCall) {
        return {};
    }
    const bool isCalled = assessment.status == margin::Status::MarginCall;
    const auto bar = isCalled ? &margin::Thresholds::liquidation : &margin::Thresholds::marginCall;
    const auto met = rates ? margin::whenMet(account, *rates, bar, context.snapshot.wallTime) : std::nullopt;
    if (!met || met->hours > kHoursPerYear) {
        return {};
    }
    if (met->byBars) { // what they do at today's level their own line says
        return !view.barsAhead.isEmpty() && view.barsAheadState != RiskState::Normal ? QString()
            : isCalled ? tr("Interest and the bars from %1 lead to liquidation").arg(context.format.dateTime(met->time))
                       : tr("Interest and the bars from %1 lead to a call").arg(context.format.dateTime(met->time));
    }
    const QString day = context.format.locale().toString(QDateTime::fromMSecsSinceEpoch(met->time.ms()).date(),
                                                         QLocale::ShortFormat);
    const bool isPartly = margin::owesAtUnknownRate(account);
    const QString text = isCalled && isPartly ? tr("Interest alone leads to liquidation in %1 h (%2) at the latest")
        : isCalled                            ? tr("Interest alone leads to liquidation in %1 h (%2)")
        : isPartly                            ? tr("Interest alone leads to a call in %1 h (%2) at the latest")
                                              : tr("Interest alone leads to a call in %1 h (%2)");
    return text.arg(met->hours).arg(day);
}

// What the margin-call sheet offers beside a top-up.
void addOtherWays(AccountView &view, const margin::Account &account, const Assessment &assessment,
                  const DisplayFormat &format)
{
    const margin::Balance *own = account.balance(account.quoteAsset);
    const auto owed = own != nullptr ? own->debt() : std::nullopt;
    const auto &repay = assessment.toInitial.repay;
    const bool isFilled = repay && repay->isPositive() && owed && *repay <= *owed;
    view.repayText = isFilled
        ? tr("Repay %1 %2…")
              .arg(format.money(repay, account.quoteAsset, Rounding::Up), plainName(account.quoteAsset, 20))
        : tr("Repay…");
    const auto sale = suggestedSale(account, assessment);
    view.sellText = !sale ? QString()
        : sale->amount    ? tr("Sell %1 %2 and repay…")
                             .arg(format.money(sale->amount, sale->asset, Rounding::Up), plainName(sale->asset, 20))
                       : tr("Sell and repay…");
}

void addTopUp(AccountView &view, const margin::Account &account, const Assessment &assessment,
              const DisplayFormat &format)
{
    view.topUpText = tr("Top up…");
    if (const auto &deposit = assessment.toInitial.deposit; deposit && deposit->isPositive()) {
        view.toInitialText = QStringLiteral("%1 %2").arg(format.money(deposit, account.quoteAsset, Rounding::Up),
                                                         plainName(account.quoteAsset, 20));
    }
    if (suggestedTopUp(account, assessment)) {
        view.topUpText = tr("Top up %1…").arg(view.toInitialText);
        view.reachesText = tr("each reaches %1").arg(ratioText(format, account.thresholds.initial));
        addOtherWays(view, account, assessment, format);
    }
}

void addUnknown(AccountView &view, const Assessment &assessment, const ViewContext &context)
{
    if (context.silence) {
        view.isStale = true;
        view.unknownReason =
            tr("nothing new for %1: these figures are the last ones known").arg(context.format.age(*context.silence));
        return;
    }
    if (assessment.atLeast) {
        view.unknownReason = tr("%1: counts as nothing").arg(missingText(assessment));
    }
    if (assessment.status != margin::Status::Unknown) {
        return;
    }
    view.isStale = true;
    const QString reason = missingText(assessment);
    const auto since = assessment.overflow ? std::nullopt : lastPriceTime(assessment);
    view.unknownReason = since ? tr("%1 since %2").arg(reason, momentText(*since, context.snapshot, context.format))
                               : reason;
    if (context.last != nullptr) {
        view.lastLevelText = context.last->text;
        view.lastLevelAge = tr("last known %1 ago").arg(context.format.age(context.nowBoot - context.last->time));
    }
    view.rangeText = rangeText(context.format, assessment);
}

} // namespace

AccountView makeAccountView(const margin::Verdict &verdict, const ViewContext &context)
{
    const margin::Account &account = *verdict.account;
    const Assessment assessment = context.snapshot.describe(verdict);
    const DisplayFormat &format = context.format;
    AccountView view;
    static_cast<AccountHead &>(view) = makeAccountHead(account, assessment, context.silence.has_value(), format);
    view.isCross = account.mode == margin::MarginMode::Cross;
    const bool closed = assessment.status == margin::Status::Liquidated;
    view.leverageText = leverageText(format, assessment, !context.silence);
    addBar(view, account.thresholds, assessment, format);
    const QString outlook = context.silence ? QString() : outlookOf(account.id, context.snapshot, format);
    view.distanceText = outlook.isEmpty() ? distanceText(format, assessment) : outlook;
    view.priceText = barPricesText(format, assessment);
    if (context.calledSince && outlook.isEmpty()) {
        view.sinceText = tr("since %1").arg(format.moment(*context.calledSince, context.snapshot.wallTime));
    }
    addMoney(view, account.quoteAsset, assessment, format);
    const bool waits = !context.silence && isAboutToClear(account.id, context.snapshot);
    waits ? void(view.topUpText = tr("Top up…")) : addTopUp(view, account, assessment, format);
    if (context.snapshot.rates && !closed) {
        const BarsAheadText ahead = barsAheadText(account, *context.snapshot.rates, format);
        view.barsAhead = ahead.text;
        view.barsAheadState = ahead.state;
    }
    view.interestOutlook = context.silence ? QString() : interestOutlook(view, account, assessment, context);
    view.permissionsText = permissionsText(assessment.permissions);
    if (!closed) {
        addUnknown(view, assessment, context);
    }
    if (const auto oldest = lastPriceTime(assessment)) {
        view.ageText = tr("prices %1 old").arg(format.age(context.nowBoot - *oldest));
    }
    addRow(view, account, assessment, context);
    return view;
}

} // namespace plimsoll::viewmodels
