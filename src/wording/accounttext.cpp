// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/accounttext.h"

#include "margin/leveltext.h"
#include "wording/translated.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace plimsoll::wording {

using margin::Assessment;
using margin::Decimal;
using margin::Rounding;

namespace {

bool isHarmful(QChar c)
{
    const char16_t code = c.unicode();
    const bool override = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    return override || c.category() == QChar::Other_Control || code == 0x2028 || code == 0x2029 || code == 0xfeff;
}

QString barPricesOf(const DisplayFormat &format, const std::vector<margin::NamedBarPrice> &prices, bool named)
{
    QStringList parts;
    for (const margin::NamedBarPrice &price : prices) {
        const QString text = barPriceText(format, price.bar);
        parts << (named ? QStringLiteral("%1 %2").arg(plainName(price.asset, 20), text) : text);
    }
    return parts.join(tr(" or "));
}

} // namespace

QString plainName(const std::string &text, int most)
{
    QString name = QString::fromStdString(text.substr(0, 4096)).normalized(QString::NormalizationForm_C);
    name.removeIf([](QChar c) { return isHarmful(c) && c != u'\n' && c != u'\t'; });
    name = name.simplified();
    if (name.size() > most) {
        const bool splitsPair = name.at(most - 2).isHighSurrogate();
        name = name.left(splitsPair ? most - 2 : most - 1) + u'…';
    }
    return name;
}

QString accountTitle(const margin::Account &account)
{
    if (account.mode == margin::MarginMode::Isolated) {
        return plainName(account.baseAsset, 20) + u'/' + plainName(account.quoteAsset, 20);
    }
    const QString name = plainName(account.name);
    return name.isEmpty() ? tr("Cross") : name;
}

QString accountLabel(const margin::Account &account)
{
    if (account.mode == margin::MarginMode::Isolated) {
        return tr("%1 isolated").arg(accountTitle(account));
    }
    const QString name = plainName(account.name);
    const QString mode = tr("Cross");
    return name.isEmpty()                          ? mode
        : name.contains(mode, Qt::CaseInsensitive) ? name // "Main cross" says it already
                                                   : tr("%1 cross").arg(name);
}

QString barPriceText(const DisplayFormat &format, const margin::BarPrice &bar)
{
    return format.price(bar.price,
                        bar.below ? Rounding::Up : Rounding::Down); // a cent early is safe, a cent late is not
}

QString ratioText(const DisplayFormat &format, Decimal ratio)
{
    return format.level(QString::fromStdString(margin::withDigits(ratio, 2)));
}

QString barsText(const DisplayFormat &format, const margin::Thresholds &bars)
{
    return QStringList {ratioText(format, bars.initial), ratioText(format, bars.marginCall),
                        ratioText(format, bars.liquidation)}
        .join(QStringLiteral(" / "));
}

QString levelOrDash(const DisplayFormat &format, const Assessment &assessment)
{
    const QString level = format.level(QString::fromStdString(assessment.levelText));
    return assessment.atLeast ? tr("≥ %1").arg(level) : level;
}

QString decidedLevelText(const DisplayFormat &format, const margin::Decision &decision, const margin::Thresholds &bars)
{
    const bool isBound = decision.partly && decision.status == margin::Status::Normal;
    if (!decision.hasLevel() && !isBound) {
        return QStringLiteral("–");
    }
    const QString level = format.level(QString::fromStdString(margin::levelText(decision.exactLevel, bars)));
    return isBound ? tr("≥ %1").arg(level) : level;
}

QString leverageText(const DisplayFormat &format, const Assessment &assessment, bool isLive)
{
    using margin::Status;
    if (assessment.status == Status::NoDebt || assessment.status == Status::Liquidated
        || (assessment.equity && !assessment.equity->isPositive())) {
        return {};
    }
    if (!isLive || !assessment.leverage) {
        return tr("?x", "unknown leverage");
    }
    const Decimal most = Decimal::fromInteger(999);
    if (*assessment.leverage > most) {
        return tr("> %1x", "leverage").arg(format.full(most));
    }
    const QString leverage = format.full(assessment.leverage->rounded(1, Rounding::Up), 1);
    return assessment.atLeast ? tr("≤ %1x", "leverage").arg(leverage) : tr("%1x", "leverage").arg(leverage);
}

QString moveText(const DisplayFormat &format, Decimal percent)
{
    const QString sign = percent.isNegative() ? QStringLiteral("−")
        : percent.isZero()                    ? QString()
                                              : QStringLiteral("+");
    const Decimal size = (percent.isNegative() ? -percent : percent).rounded(2, Rounding::Down);
    return sign + tr("%1 %").arg(format.full(size, 2));
}

QString distanceText(const DisplayFormat &format, const Assessment &assessment)
{
    switch (assessment.status) {
    case margin::Status::Normal:
        return tr("%1 to the call · %2 to liquidation")
            .arg(format.percent(assessment.distanceToCall), format.percent(assessment.distanceToLiquidation));
    case margin::Status::MarginCall:
        return tr("below the call · %1 to liquidation").arg(format.percent(assessment.distanceToLiquidation));
    case margin::Status::Liquidation: return tr("at or below liquidation");
    case margin::Status::NoDebt: return tr("nothing is owed: there is no level to watch");
    case margin::Status::Liquidated: return tr("closed by a liquidation: a level does not apply");
    case margin::Status::Unknown: break;
    }
    return tr("distance unknown");
}

QString barPricesText(const DisplayFormat &format, const Assessment &assessment)
{
    constexpr std::size_t kMost = 3;
    const auto &calls = assessment.marginCallPrices;
    const auto &ends = assessment.liquidationPrices;
    if (calls.empty() && ends.empty()) {
        return {};
    }
    if (calls.size() > kMost || ends.size() > kMost) {
        return tr("prices of the bars: see Why?");
    }
    const std::string &first = calls.empty() ? ends.front().asset : calls.front().asset;
    const auto isFirst = [&first](const margin::NamedBarPrice &price) { return price.asset == first; };
    const bool one = std::ranges::all_of(calls, isFirst) && std::ranges::all_of(ends, isFirst);
    QStringList parts;
    if (!calls.empty()) {
        parts << tr("call at %1").arg(barPricesOf(format, calls, !one));
    }
    if (!ends.empty()) {
        parts << tr("liquidation at %1").arg(barPricesOf(format, ends, !one));
    }
    const QString text = parts.join(QStringLiteral(" · "));
    if (one) {
        return tr("%1: %2", "asset, prices of its bars").arg(plainName(first, 20), text);
    }
    return calls.size() > 1 || ends.size() > 1 ? tr("%1, each alone").arg(text) : text;
}

QString missingText(const Assessment &assessment)
{
    if (assessment.overflow) {
        return tr("the amounts are too large to be added up");
    }
    QStringList parts;
    for (const margin::AssetLine &line : assessment.lines) {
        if (line.rate.known() || (line.total.isZero() && line.debt.isZero())) {
            continue;
        }
        const QString route = plainName(line.rate.route, 40);
        switch (line.rate.state) {
        case margin::PriceState::Stale: parts << tr("%1 is out of date").arg(route); break;
        case margin::PriceState::Invalid: parts << tr("%1 is unusable").arg(route); break;
        case margin::PriceState::Halted: parts << tr("%1 is halted").arg(route); break;
        case margin::PriceState::Unlisted: parts << tr("%1 is not listed any more").arg(route); break;
        case margin::PriceState::Missing:
        case margin::PriceState::Known: parts << tr("%1 missing").arg(route); break;
        }
    }
    constexpr int kMost = 3;
    const int more = static_cast<int>(parts.size()) - kMost;
    return more <= 0 ? parts.join(QStringLiteral(", "))
                     : tr("%1 and %2 more").arg(parts.mid(0, kMost).join(QStringLiteral(", "))).arg(more);
}

std::optional<BootTime> lastPriceTime(const Assessment &assessment)
{
    std::optional<BootTime> oldest;
    for (const margin::AssetLine &line : assessment.lines) {
        const bool isNeeded = !line.total.isZero() || !line.debt.isZero();
        const bool countsAsNothing = assessment.atLeast && !line.rate.known();
        if (!isNeeded || countsAsNothing || line.rate.asOf == INT64_MAX) {
            continue;
        }
        if (line.rate.asOf <= 0) {
            return std::nullopt;
        }
        oldest = std::min(oldest.value_or(line.rate.asOf), line.rate.asOf);
    }
    return oldest;
}

QString rangeText(const DisplayFormat &format, const Assessment &assessment)
{
    if (!assessment.range) {
        return {};
    }
    const auto bound = [&format](Decimal value, Rounding rounding) {
        return ratioText(format, value.rounded(2, rounding));
    };
    const QString worst = bound(assessment.range->worst.printed(), Rounding::Down);
    if (!assessment.range->best) {
        return tr("at %1 or above").arg(worst);
    }
    return tr("between %1 and %2").arg(worst, bound(assessment.range->best->printed(), Rounding::Up));
}

} // namespace plimsoll::wording
