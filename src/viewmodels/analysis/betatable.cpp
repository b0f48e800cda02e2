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
constexpr double kDayMs = 24.0 * 3'600'000;

std::optional<std::size_t> placeOf(const chance::ReturnStatistics &statistics, const std::string &asset)
{
    const auto found = std::ranges::find(statistics.assets, asset, &chance::AssetReturns::asset);
    return found == statistics.assets.end()
        ? std::nullopt
        : std::optional(static_cast<std::size_t>(found - statistics.assets.begin()));
}

} // namespace

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
    show();
}

void BetaTable::useMeasured(const QString &asset)
{
    m_typed.erase(asset.toStdString());
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
    const auto days = static_cast<double>(statistics.assets[*own].count) * static_cast<double>(statistics.interval)
        / kDayMs;
    const QString span = tr("%1 days").arg(
        format().full(chance::roundedEstimate(days).rounded(days < 10 ? 1 : 0, Rounding::Down)));
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
            const auto read = format().parseSigned(row.typed);
            const auto beta = read ? analysis::validatedBeta(*read) : read;
            row.problem = beta ? QString() : read ? failureText(beta.error()) : notUnderstood(read.error());
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
