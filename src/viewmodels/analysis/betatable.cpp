// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/betatable.h"

#include "analysis/pricemove.h"
#include "chance/book.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/refusaltext.h"
#include "wording/reasontext.h"

#include <algorithm>
#include <utility>

namespace plimsoll::viewmodels {

using margin::Decimal;
using margin::Rounding;

namespace {

constexpr int kLongestText = 60;
constexpr double kHourMs = 3'600'000;
constexpr double kDayMs = 24 * kHourMs;

// "45 days", "3.5 days", "7 hours", "40 minutes": of what was measured, rounded down.
QString spanText(const DisplayFormat &format, double ms)
{
    const auto number = [&format](double value) {
        return format.full(chance::roundedEstimate(value).rounded(value < 10 ? 1 : 0, Rounding::Down));
    };
    return ms >= 2 * kDayMs ? BetaTable::tr("%1 days").arg(number(ms / kDayMs))
        : ms >= 2 * kHourMs ? BetaTable::tr("%1 hours").arg(number(ms / kHourMs))
                            : BetaTable::tr("%1 minutes").arg(number(ms / (kHourMs / 60)));
}

std::optional<std::size_t> placeOf(const chance::ReturnStatistics &statistics, const std::string &asset)
{
    const auto found = std::ranges::find(statistics.assets, asset, &chance::AssetReturns::asset);
    return found == statistics.assets.end()
        ? std::nullopt
        : std::optional(static_cast<std::size_t>(found - statistics.assets.begin()));
}

} // namespace

QString noBetaText(const std::vector<std::string> &lacking)
{
    QStringList names;
    for (const std::string &asset : lacking) {
        names << plainName(asset, 20);
    }
    return names.size() == 1
        ? BetaTable::tr("There is no beta of %1: type one, or add candle files of it and of BTC.").arg(names.front())
        : BetaTable::tr("There are no betas of %1: type them, or add candle files of them and of BTC.")
              .arg(names.join(QStringLiteral(", ")));
}

BetaTable::BetaTable(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent)
    : AnalysisViewModel(relay, format, parent)
    , m_rows(new RowListModel<BetaRow>(this))
{
}

void BetaTable::setCandles(const Candles &candles)
{
    m_candles = candles;
    recompute();
}

void BetaTable::type(const QString &asset, const QString &text)
{
    m_typed[asset.toStdString()] = text.left(kLongestText);
    keep();
    show();
}

void BetaTable::setOwn(const Betas &own)
{
    m_own = own;
    m_typed.clear();
    for (const auto &[asset, beta] : own) {
        m_typed[asset] = format().editable(beta);
    }
    show();
}

Result<Decimal> BetaTable::read(const QString &text) const
{
    const auto read = format().parseSigned(text);
    return read ? analysis::validatedBeta(*read) : read;
}

void BetaTable::keep()
{
    Betas own;
    for (const auto &[asset, text] : m_typed) {
        if (const auto beta = read(text)) {
            own.emplace(asset, *beta);
        }
    }
    if (own != std::exchange(m_own, own)) {
        Q_EMIT ownChanged(m_own);
    }
}

void BetaTable::useMeasured(const QString &asset)
{
    m_typed.erase(asset.toStdString());
    keep();
    show();
}

void BetaTable::compute()
{
    const auto work = [accounts = snapshot()->portfolio().accounts, rates = snapshot()->rates, candles = m_candles] {
        const chance::Book book = chance::makeBook(accounts, *rates);
        Answer answer {book.assets, {}, {}};
        if (candles) {
            std::vector<std::string> asked = book.assets;
            if (std::ranges::find(asked, chance::kBetaIndex) == asked.end() && book.unit != chance::kBetaIndex) {
                asked.emplace_back(chance::kBetaIndex);
            }
            answer.statistics = chance::estimateReturns(*candles, asked, book.unit);
            answer.measured = chance::betaWeights(answer.statistics, {chance::kBetaIndex}).valueOr({});
        }
        return answer;
    };
    ask(work, [this](const Answer &answer) {
        m_answer = answer;
        show();
    });
}

QString BetaTable::basisOf(const std::string &asset) const
{
    const chance::ReturnStatistics &statistics = m_answer.statistics;
    const auto index = placeOf(statistics, chance::kBetaIndex);
    const auto own = placeOf(statistics, asset);
    if (!index || !own) {
        const std::string &missing = index ? asset : std::string(chance::kBetaIndex);
        return tr("no candles of %1").arg(plainName(missing, 20));
    }
    const double ms = static_cast<double>(statistics.assets[*own].count) * static_cast<double>(statistics.interval);
    const QString span = spanText(format(), ms);
    if (index == own) {
        return tr("%1 · what the others are measured against").arg(span);
    }
    const Decimal correlation = chance::roundedEstimate(statistics.correlation(*own, *index));
    return tr("%1 · correlation with BTC %2").arg(span, format().full(correlation.rounded(2, Rounding::Down)));
}

void BetaTable::show()
{
    std::vector<BetaRow> rows;
    Betas counted = m_answer.measured;
    for (const std::string &asset : m_answer.assets) {
        BetaRow row;
        row.asset = QString::fromStdString(asset);
        row.assetText = plainName(asset, 20);
        const auto measured = m_answer.measured.find(asset);
        row.measuredText = measured == m_answer.measured.end()
            ? QStringLiteral("–")
            : format().full(measured->second.rounded(2, Rounding::Down));
        row.basisText = basisOf(asset);
        if (const auto typed = m_typed.find(asset); typed != m_typed.end()) {
            row.typed = typed->second;
        }
        if (!row.typed.trimmed().isEmpty()) {
            const auto beta = read(row.typed);
            row.problem = beta                    ? QString()
                : format().parseSigned(row.typed) ? failureText(beta.error())
                                                  : notUnderstood(beta.error());
            if (beta) {
                counted.insert_or_assign(asset, *beta);
            }
        }
        rows.push_back(std::move(row));
    }
    m_rows->setRows(std::move(rows));
    Q_EMIT changed();
    if (counted != std::exchange(m_betas, counted)) {
        Q_EMIT betasChanged();
    }
}

RowRoles<BetaRow> BetaRow::roles()
{
    return {{"asset", &BetaRow::asset},
            {"assetText", &BetaRow::assetText},
            {"measuredText", &BetaRow::measuredText},
            {"basisText", &BetaRow::basisText},
            {"typed", &BetaRow::typed},
            {"problem", &BetaRow::problem}};
}

} // namespace plimsoll::viewmodels
