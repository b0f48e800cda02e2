// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/margincalltext.h"

#include "margin/assessment.h"
#include "viewmodels/accounts/suggestions.h"
#include "viewmodels/alarms/alarmviews.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/levelscale.h"
#include "viewmodels/common/translated.h"
#include "wording/reasontext.h"

#include <QtCore/QStringList>

namespace plimsoll::viewmodels {

using margin::Assessment;
using margin::Decimal;

namespace {

const margin::NamedBarPrice *priceOf(const std::vector<margin::NamedBarPrice> &prices, const std::string &asset)
{
    for (const margin::NamedBarPrice &price : prices) {
        if (price.asset == asset) {
            return &price;
        }
    }
    return nullptr;
}

/// "BCH 170.00 (BCHUSDT, exchange ticker, 2 s old). Liquidation at 168.00, 1.17 % below." for each asset that moves the
/// level.
QString pricesText(const Assessment &assessment, const monitor::RiskSnapshot &snapshot, const DisplayFormat &format,
                   BootTime now)
{
    constexpr int kMost = 3;
    QStringList parts;
    for (const margin::AssetLine &line : assessment.lines) {
        const margin::NamedBarPrice *end = priceOf(assessment.liquidationPrices, line.asset);
        const bool fixed = line.rate.asOf == INT64_MAX || (line.total.isZero() && line.debt.isZero());
        if (fixed || !line.rate.known() || parts.size() >= kMost) {
            continue;
        }
        QString text = tr("%1 %2 (%3, %4 old).")
                           .arg(plainName(line.asset, 20), format.price(line.rate.down, margin::Rounding::Down),
                                wording::reasonText(plainName(snapshot.source.toStdString(), 40)),
                                format.age(now - line.rate.asOf));
        if (end != nullptr && end->distance && !end->distance->isNegative()) {
            const QString sentence = end->bar.below ? tr("Liquidation at %1, %2 below.")
                                                    : tr("Liquidation at %1, %2 above.");
            text += u' ' + sentence.arg(barPriceText(format, end->bar), format.percent(end->distance));
        } else if (end != nullptr) {
            text += u' ' + tr("The liquidation price %1 is passed.").arg(barPriceText(format, end->bar));
        }
        parts << text;
    }
    return parts.join(u' ');
}

QString lossText(const margin::Account &account, const Assessment &assessment, const DisplayFormat &format)
{
    const QString quote = plainName(account.quoteAsset, 20);
    const bool hasOwn = assessment.equity && assessment.equity->isPositive();
    const QString own = hasOwn
        ? tr("your %1 %2 in it can be lost")
              .arg(format.money(assessment.equity, account.quoteAsset, margin::Rounding::Down), quote)
        : tr("nothing of your own money in it is left");
    if (account.mode == margin::MarginMode::Isolated) {
        return tr("If nothing is done, this pair is sold to repay its debt; %1. Other isolated accounts and the cross "
                  "account are not used "
                  "for it: nothing is added automatically.")
            .arg(own);
    }
    return tr("If nothing is done, everything in the cross account is sold to repay its debt; %1. Isolated accounts "
              "are not touched.")
        .arg(own);
}

/// "3.53 BCH sold": of the largest holding that is not the quote asset, where it suffices.
QString soldText(const margin::Account &account, const Assessment &assessment, const DisplayFormat &format)
{
    const auto sale = suggestedSale(account, assessment);
    return sale && sale->amount
        ? tr("%1 %2 sold")
              .arg(format.money(sale->amount, sale->asset, margin::Rounding::Up), plainName(sale->asset, 20))
        : tr("of what the account holds");
}

void addWays(MarginCallView &view, const margin::Account &account, const Assessment &assessment,
             const DisplayFormat &format)
{
    if (!assessment.toInitial.deposit || !assessment.toInitial.deposit->isPositive()) {
        return; // nothing is missing
    }
    const QString quote = plainName(account.quoteAsset, 20);
    const QString target = ratioText(format, account.thresholds.initial);
    const auto amount = [&](const std::optional<Decimal> &value) {
        return value ? QStringLiteral("%1 %2").arg(format.money(value, account.quoteAsset, margin::Rounding::Up), quote)
                     : tr("not possible");
    };
    view.depositText = amount(assessment.toInitial.deposit);
    view.depositResult = tr("level %1").arg(target);
    view.repayText = amount(assessment.toInitial.repay);
    view.repayResult = tr("level %1, less interest").arg(target);
    view.sellText = amount(assessment.toInitial.sellAndRepay);
    view.sellResult = assessment.toInitial.sellAndRepay ? soldText(account, assessment, format)
                                                        : tr("there is less than is owed");
}

} // namespace

MarginCallView marginCallView(const margin::Verdict &verdict, const monitor::RiskSnapshot &snapshot,
                              const DisplayFormat &format, BootTime nowBoot)
{
    const margin::Account &account = *verdict.account;
    const Assessment assessment = snapshot.describe(verdict);
    const LevelScale scale(account.thresholds);
    MarginCallView view;
    view.accountId = QString::fromStdString(account.id);
    view.state = riskStateOf(assessment);
    view.title = accountLabel(account);
    view.levelText = levelOrDash(format, assessment);
    view.canRecordLiquidation = view.state == RiskState::Liquidation;
    view.position = scale.of(assessment);
    view.liquidationPosition = scale.at(account.thresholds.liquidation);
    view.callPosition = scale.at(account.thresholds.marginCall);
    view.initialPosition = scale.at(account.thresholds.initial);
    view.liquidationText = tr("liq %1").arg(ratioText(format, account.thresholds.liquidation));
    view.callText = tr("call %1").arg(ratioText(format, account.thresholds.marginCall));
    view.initialText = tr("initial %1").arg(ratioText(format, account.thresholds.initial));
    if (!assessment.level) {
        view.headline = tr("%1: the level is unknown").arg(accountLabel(account));
        const QString range = rangeText(format, assessment);
        view.sayText = range.isEmpty() ? missingText(assessment)
                                       : tr("%1. The level is %2.").arg(missingText(assessment), range);
        return view;
    }
    view.headline = tr("%1 is at %2").arg(accountLabel(account), levelOrDash(format, assessment));
    if (isAboutToClear(account.id, snapshot)) {
        view.sayText = outlookOf(account.id, snapshot, format) + u'.';
        return view;
    }
    view.sayText = pricesText(assessment, snapshot, format, nowBoot);
    view.lossText = lossText(account, assessment, format);
    addWays(view, account, assessment, format);
    return view;
}

} // namespace plimsoll::viewmodels
