// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/chancewords.h"

#include "chance/correlation.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/refusaltext.h"
#include "viewmodels/common/translated.h"
#include "wording/reasontext.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::viewmodels {

namespace {

constexpr std::size_t kFewReturns = 30;

QString number(const DisplayFormat &format, double value, int decimals)
{
    return format.locale().toString(value, 'f', decimals).replace(u'-', QChar(0x2212));
}

QString count(const DisplayFormat &format, std::size_t value)
{
    return format.locale().toString(static_cast<qulonglong>(value));
}

QString shortName(const std::string &asset)
{
    return plainName(asset, 20);
}

// "ETH 62 %, BCH 70 %": volatilities a year.
QString volatilities(const ChanceAnswer &answer, const DisplayFormat &format)
{
    QStringList parts;
    for (const chance::AssetModel &asset : answer.market.assets) {
        parts << tr("%1 %2 %").arg(shortName(asset.asset), number(format, asset.sigma * 100, 0));
    }
    return parts.join(QStringLiteral(", "));
}

void addHistory(QStringList &lines, const chance::ReturnStatistics &statistics, const DisplayFormat &format)
{
    for (const chance::AssetReturns &asset : statistics.assets) {
        if (asset.gaps > 0) {
            lines << tr("%1: %2 intervals without a price are left out, %3 are used.")
                         .arg(shortName(asset.asset), count(format, asset.gaps), count(format, asset.count));
        }
        if (asset.count < kFewReturns) {
            const double wrong = 100 / std::sqrt(2.0 * static_cast<double>(asset.count));
            lines << tr("%1: only %2 returns; its volatility may be wrong by %3 % and more.")
                         .arg(shortName(asset.asset), count(format, asset.count), number(format, std::ceil(wrong), 0));
        }
    }
    for (const chance::UnrelatedPair &pair : statistics.unrelated) {
        lines << tr("%1 and %2 have no two intervals in common: they are taken as unrelated.")
                     .arg(shortName(pair.first), shortName(pair.second));
    }
    if (statistics.repaired) {
        lines << (chance::contradicts(statistics.smallestEigenvalue)
                      ? tr("The correlations of the files contradict one another, as where pairs were measured over "
                           "different times; they were repaired to the nearest that do not.")
                      : tr("Some assets always moved alike in the files; their correlations are taken as just below "
                           "1."));
    }
}

// "Correlations of the random walk: ETH/BCH 0.71." How assets move with one another; of many pairs the ends.
QString correlations(const ChanceAnswer &answer, const DisplayFormat &format)
{
    constexpr std::size_t kFewPairs = 6;
    std::vector<std::pair<double, QString>> pairs;
    for (std::size_t i = 0; i < answer.market.assets.size(); ++i) {
        for (std::size_t j = i + 1; j < answer.market.assets.size(); ++j) {
            const double value = answer.market.correlation(i, j);
            pairs.emplace_back(value,
                               tr("%1/%2 %3")
                                   .arg(shortName(answer.market.assets[i].asset),
                                        shortName(answer.market.assets[j].asset), number(format, value, 2)));
        }
    }
    if (pairs.size() > kFewPairs) {
        const auto [least, most] = std::ranges::minmax_element(pairs, {}, &std::pair<double, QString>::first);
        return tr("Correlations of the random walk: from %1 to %2; all of them stand in the grid of the form.")
            .arg(least->second, most->second);
    }
    QStringList words;
    std::ranges::transform(pairs, std::back_inserter(words), &std::pair<double, QString>::second);
    return tr("Correlations of the random walk: %1.").arg(words.join(QStringLiteral(", ")));
}

void addCorrelations(QStringList &lines, const ChanceAnswer &answer, const DisplayFormat &format)
{
    if (answer.market.assets.size() > 1) {
        lines << correlations(answer, format);
    }
    if (answer.market.repaired) {
        lines << (chance::contradicts(answer.market.smallestEigenvalue)
                      ? tr("The correlations that were typed do not fit together, or not with those of the files; they "
                           "were repaired to the nearest that do.")
                      : tr("Correlations of 1 or −1 are taken as just inside."));
    }
    const bool isTyped = answer.market.correlation != answer.market.estimated;
    if (isTyped && std::ranges::any_of(answer.methods, [](const auto &method) {
            return method.method != chance::Method::Gbm;
        })) {
        lines << tr("Real days and jumps keep the correlations of the files.");
    }
}

// Whether the asset moves with another one in some method.
bool movesAlone(const ChanceAnswer &answer, std::size_t asset)
{
    for (std::size_t other = 0; other < answer.market.assets.size(); ++other) {
        if (other != asset && answer.market.correlation(asset, other) != 0) {
            return false;
        }
    }
    return true;
}

void addMarket(QStringList &lines, const ChanceAnswer &answer)
{
    for (std::size_t i = 0; i < answer.market.assets.size(); ++i) {
        const chance::AssetModel &asset = answer.market.assets[i];
        if (asset.sigma == 0) {
            lines << tr("%1: its price never moves here, as it did not in the files or as was typed.")
                         .arg(shortName(asset.asset));
        }
        if (!asset.hasHistory && movesAlone(answer, i)) {
            lines << tr("%1: no candles say how it moves with the others; it moves independently.")
                         .arg(shortName(asset.asset));
        }
    }
    for (std::size_t i = 0; i < answer.realCount; ++i) {
        if (!answer.book.accounts[i].simulated) {
            const QString name = accountLabel(answer.accounts[i]);
            lines << (answer.accounts[i].liquidatedAt ? tr("%1: nothing can be said, the account is closed.").arg(name)
                                                      : tr("%1: nothing can be said, a price is missing.").arg(name));
        }
    }
}

} // namespace

QString probabilityText(const DisplayFormat &format, const chance::Probability &probability, std::uint64_t paths)
{
    if (probability.error == 0) {
        return tr("%1 %").arg(number(format, probability.p * 100, 0));
    }
    if (probability.p == 0) {
        const double bound = 400 / static_cast<double>(paths);
        const int decimals = std::max(0, 1 - static_cast<int>(std::floor(std::log10(bound))));
        return tr("< %1 %").arg(number(format, bound, bound >= 0.01 && bound < 0.1 ? 2 : std::min(decimals, 6)));
    }
    return tr("%1 ± %2 %").arg(number(format, probability.p * 100, 2), number(format, 196 * probability.error, 2));
}

QString durationText(const DisplayFormat &format, double minutes)
{
    constexpr double kLongMinutes = 180;
    return minutes < kLongMinutes ? tr("%1 min").arg(number(format, minutes, 0))
                                  : tr("%1 h").arg(number(format, minutes / 60, 1));
}

QString estimateText(const DisplayFormat &format, double value)
{
    return number(format, value, 2);
}

QString horizonText(std::int64_t horizon)
{
    switch (horizon) {
    case chance::kLongStepMs: return tr("1 hour");
    case chance::kDayMs: return tr("1 day");
    case 7 * chance::kDayMs: return tr("1 week");
    default: return tr("1 month");
    }
}

QString methodText(chance::Method method)
{
    switch (method) {
    case chance::Method::Gbm: return tr("Random walk");
    case chance::Method::Bootstrap: return tr("Real days");
    case chance::Method::Jump: return tr("With jumps");
    }
    return {};
}

QStringList assumptions(const ChanceAnswer &answer, const DisplayFormat &format)
{
    QStringList lines;
    std::size_t most = 0;
    for (const chance::AssetReturns &asset : answer.statistics.assets) {
        most = std::max(most, asset.count);
    }
    if (most > 0) {
        const double hours = static_cast<double>(answer.statistics.interval) / 3'600'000;
        lines << tr("Prices move as they did in the files: up to %1 intervals of %2.")
                     .arg(count(format, most), durationText(format, hours * 60));
    }
    lines << tr("Volatility a year: %1.").arg(volatilities(answer, format));
    const bool hasDrift = std::ranges::any_of(answer.market.assets, [](const auto &asset) { return asset.drift != 0; });
    lines << (hasDrift ? tr("Prices have the trend that was typed.") : tr("Prices have no trend."));
    lines << tr("Nobody tops up, trades or repays; interest goes on. A market worse than that of the files is not in "
                "these numbers.");
    lines << tr("± is 95 % of the sampling error only; none of all paths is less than the bound that is shown, not 0.");
    addCorrelations(lines, answer, format);
    addHistory(lines, answer.statistics, format);
    addMarket(lines, answer);
    return lines;
}

QString refusalText(const ChanceRefusal &refusal)
{
    const QString place = plainName(refusal.error.place, 200);
    switch (refusal.because) {
    case ChanceRefusal::Because::File: return failureText(refusal.error);
    case ChanceRefusal::Because::History:
        return tr("%1: no three candles in a row say how its price moves in %2. Add its candles, or type its "
                  "volatility.")
            .arg(place, plainName(refusal.unit.toStdString(), 20));
    case ChanceRefusal::Because::JointHistory: break;
    }
    return tr("%1: there are no two intervals in which all of them have candles. Only the random walk can do without.")
        .arg(place);
}

} // namespace plimsoll::viewmodels
