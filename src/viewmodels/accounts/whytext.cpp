// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/whytext.h"

#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/translated.h"
#include "wording/reasontext.h"

namespace plimsoll::viewmodels {

using margin::Account;
using margin::Assessment;
using margin::AssetLine;
using margin::Decimal;
using margin::Rounding;

namespace {

bool isEmpty(const AssetLine &line)
{
    return line.total.isZero() && line.debt.isZero();
}

/// "5 BCH × 170.00 + 0 USDT × 1.00" of what is held (or owed).
QString termsOf(const Assessment &assessment, bool owed, const DisplayFormat &format)
{
    QStringList terms;
    for (const AssetLine &line : assessment.lines) {
        const Decimal amount = owed ? line.debt : line.total;
        if (!amount.isZero()) {
            const QString price = line.rate.known()
                ? format.price(owed ? line.rate.up : line.rate.down, owed ? Rounding::Up : Rounding::Down)
                : QStringLiteral("?");
            terms << QStringLiteral("%1 %2 × %3")
                         .arg(format.quantity(amount, owed ? Rounding::Up : Rounding::Down), plainName(line.asset, 20),
                              price);
        }
    }
    return terms.isEmpty() ? QStringLiteral("0") : terms.join(QStringLiteral(" + "));
}

/// "?" where it is not known: in a formula a dash reads as a minus.
QString moneyOrQuestion(const DisplayFormat &format, const std::optional<Decimal> &amount, const Account &account,
                        Rounding rounding)
{
    return amount ? format.money(amount, account.quoteAsset, rounding) : QStringLiteral("?");
}

/// What is held (or owed), also of an account that is unknown because of the other side.
std::optional<Decimal> totalOf(const Assessment &assessment, bool owed)
{
    if (const auto &known = owed ? assessment.totalDebt : assessment.totalAssets; known) {
        return known;
    }
    std::optional<Decimal> total = Decimal();
    for (const AssetLine &line : assessment.lines) {
        if ((owed ? line.debt : line.total).isZero()) {
            continue;
        }
        const auto &value = owed ? line.debtValue : line.value;
        total = total && value ? total->plus(*value) : std::nullopt;
    }
    return total;
}

QStringList sums(const Account &account, const Assessment &assessment, const DisplayFormat &format)
{
    const QString quote = plainName(account.quoteAsset, 20);
    return {tr("assets = %1 = %2 %3")
                .arg(termsOf(assessment, false, format),
                     moneyOrQuestion(format, totalOf(assessment, false), account, Rounding::Down), quote),
            tr("debt with interest = %1 = %2 %3")
                .arg(termsOf(assessment, true, format),
                     moneyOrQuestion(format, totalOf(assessment, true), account, Rounding::Up), quote)};
}

QStringList unknownLines(const Assessment &assessment, const DisplayFormat &format)
{
    return {tr("The level is unknown: %1.").arg(missingText(assessment)),
            tr("Whatever the missing prices are, it lies %1.").arg(rangeText(format, assessment))};
}

QStringList levelFormula(const Account &account, const Assessment &assessment, const DisplayFormat &format)
{
    QStringList lines {tr("margin level = total assets / (borrowed + interest)")};
    lines += sums(account, assessment, format);
    if (assessment.level) {
        lines << tr("level = %1 / %2 = %3, shown as %4")
                     .arg(format.money(assessment.totalAssets, account.quoteAsset, Rounding::Down),
                          format.money(assessment.totalDebt, account.quoteAsset, Rounding::Up),
                          format.full(*assessment.level, 2), levelOrDash(format, assessment));
    } else if (assessment.status == margin::Status::Unknown) {
        lines += unknownLines(assessment, format);
    } else {
        lines << tr("nothing is owed, so there is no level");
    }
    return lines;
}

QStringList barFormula(bool call, const Account &account, const Assessment &assessment, const DisplayFormat &format)
{
    const auto &prices = call ? assessment.marginCallPrices : assessment.liquidationPrices;
    const Decimal ratio = call ? account.thresholds.marginCall : account.thresholds.liquidation;
    QStringList lines {
        tr("price = (R × other debt − other assets) / (held − R × owed), with R = %1").arg(ratioText(format, ratio))};
    for (const margin::NamedBarPrice &price : prices) {
        Decimal otherAssets;
        Decimal otherDebt;
        const AssetLine *own = nullptr;
        for (const AssetLine &line : assessment.lines) {
            own = line.asset == price.asset ? &line : own;
            if (line.asset != price.asset) {
                otherAssets = otherAssets.plus(line.value.value_or(Decimal())).value_or(otherAssets);
                otherDebt = otherDebt.plus(line.debtValue.value_or(Decimal())).value_or(otherDebt);
            }
        }
        lines << tr("%1: (%2 × %3 − %4) / (%5 − %2 × %6) = %7")
                     .arg(plainName(price.asset, 20), ratioText(format, ratio),
                          format.money(otherDebt, account.quoteAsset, Rounding::Up),
                          format.money(otherAssets, account.quoteAsset, Rounding::Down),
                          own != nullptr ? format.quantity(own->total, Rounding::Down) : QString(),
                          own != nullptr ? format.quantity(own->debt, Rounding::Up) : QString(),
                          barPriceText(format, price.bar));
        lines << (price.bar.below ? tr("reached when %1 falls to it, all other prices unchanged")
                                  : tr("reached when %1 rises to it, all other prices unchanged"))
                     .arg(plainName(price.asset, 20));
    }
    if (prices.empty()) {
        lines << (assessment.level ? tr("no single price can bring this account there")
                                   : tr("without a level there is no such price"));
    }
    return lines;
}

QStringList rescueFormula(const Account &account, const Assessment &assessment, const DisplayFormat &format)
{
    const QString target = ratioText(format, account.thresholds.initial);
    const QString assets = format.money(assessment.totalAssets, account.quoteAsset, Rounding::Down);
    const QString debt = format.money(assessment.totalDebt, account.quoteAsset, Rounding::Up);
    const auto result = [&](const std::optional<Decimal> &value) {
        return value ? format.money(value, account.quoteAsset, Rounding::Up) : tr("not possible");
    };
    QStringList lines = sums(account, assessment, format);
    if (assessment.status == margin::Status::Unknown) {
        return lines + unknownLines(assessment, format);
    }
    lines << tr("target T = %1, the initial ratio").arg(target)
          << tr("deposit = T × debt − assets = %1 × %2 − %3 = %4")
                 .arg(target, debt, assets, result(assessment.toInitial.deposit))
          << tr("repay with new money = debt − assets / T = %1 − %2 / %3 = %4")
                 .arg(debt, assets, target, result(assessment.toInitial.repay))
          << tr("sell and repay = (T × debt − assets) / (T − 1) = %1").arg(result(assessment.toInitial.sellAndRepay));
    return lines;
}

QStringList equityFormula(const Account &account, const Assessment &assessment, const DisplayFormat &format)
{
    QStringList lines = sums(account, assessment, format);
    if (assessment.status == margin::Status::Unknown) {
        return lines << tr("equity = assets − debt, not known: %1").arg(missingText(assessment));
    }
    lines << tr("equity = assets − debt = %1 − %2 = %3")
                 .arg(format.money(assessment.totalAssets, account.quoteAsset, Rounding::Down),
                      format.money(assessment.totalDebt, account.quoteAsset, Rounding::Up),
                      format.money(assessment.equity, account.quoteAsset, Rounding::Down));
    if (account.contributed) {
        lines << tr("profit = equity − own money put in = %1 − %2 = %3")
                     .arg(format.money(assessment.equity, account.quoteAsset, Rounding::Down),
                          format.money(account.contributed, account.quoteAsset, Rounding::Up),
                          format.signedMoney(assessment.profit, account.quoteAsset));
    } else {
        lines << tr("profit is not known, because the own money put in is not");
    }
    return lines;
}

QString stateOf(const margin::Rate &rate)
{
    switch (rate.state) {
    case margin::PriceState::Known: return {};
    case margin::PriceState::Missing: return tr("is missing");
    case margin::PriceState::Invalid: return tr("was received, but is unusable");
    case margin::PriceState::Halted: return tr("is halted: the exchange does not trade it now");
    case margin::PriceState::Unlisted: return tr("is not listed by the exchange any more");
    case margin::PriceState::Stale: break;
    }
    return tr("is too old to be believed");
}

} // namespace

QStringList formulaOf(WhyViewModel::Figure figure, const Account &account, const Assessment &assessment,
                      const DisplayFormat &format)
{
    if (assessment.status == margin::Status::Liquidated) {
        return {tr("The account was closed by a liquidation. Its balances are 0; a level does not apply.")};
    }
    switch (figure) {
    case WhyViewModel::Level: return levelFormula(account, assessment, format);
    case WhyViewModel::CallPrice: return barFormula(true, account, assessment, format);
    case WhyViewModel::LiquidationPrice: return barFormula(false, account, assessment, format);
    case WhyViewModel::Rescue: return rescueFormula(account, assessment, format);
    case WhyViewModel::Equity: break;
    }
    return equityFormula(account, assessment, format);
}

QStringList pricesOf(const Account &account, const Assessment &assessment, const QString &source, BootTime nowBoot,
                     const DisplayFormat &format)
{
    QStringList lines;
    for (const AssetLine &line : assessment.lines) {
        if (isEmpty(line)) {
            continue;
        }
        const QString asset = plainName(line.asset, 20);
        const QString route = plainName(line.rate.route, 40);
        if (line.asset == account.quoteAsset) {
            lines << tr("%1: 1, it is the unit of this account").arg(asset);
        } else if (!line.rate.known()) {
            lines << tr("%1: %2 %3").arg(asset, route, stateOf(line.rate));
        } else {
            lines << tr("%1: %2 from %3 (%4), %5 old")
                         .arg(asset, format.price(line.rate.down, Rounding::Down), route, source,
                              format.age(nowBoot - line.rate.asOf));
        }
    }
    return lines;
}

QStringList barsOf(const Account &account, const margin::Profile *profile, const DisplayFormat &format)
{
    const margin::Thresholds &bars = account.thresholds;
    QStringList lines {tr("initial %1 · margin call at or below %2 · liquidation at or below %3")
                           .arg(ratioText(format, bars.initial), ratioText(format, bars.marginCall),
                                ratioText(format, bars.liquidation))};
    if (account.ownThresholds || profile == nullptr) {
        lines << tr("set for this account by hand");
    } else {
        lines << tr("profile “%1”, valid from %2")
                     .arg(wording::reasonText(plainName(profile->title)), plainName(profile->validFrom, 20));
        lines << tr("origin: %1").arg(wording::reasonText(plainName(profile->source, 200)));
    }
    return lines;
}

QString roundingOf(WhyViewModel::Figure figure)
{
    switch (figure) {
    case WhyViewModel::Level:
        return tr("The state is decided on exact numbers. The level is shown with two decimals, half up, and with more "
                  "where two would put it on or across a bar.");
    case WhyViewModel::CallPrice:
    case WhyViewModel::LiquidationPrice:
        return tr("Rounded towards danger: the real bar is never met earlier than shown.");
    case WhyViewModel::Rescue: return tr("Rounded up, so that the amount shown suffices.");
    case WhyViewModel::Equity: break;
    }
    return tr("Assets and equity are rounded down, debts up; shown with two decimals.");
}

} // namespace plimsoll::viewmodels
