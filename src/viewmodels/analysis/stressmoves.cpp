// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/stressmoves.h"

#include "analysis/stress.h"
#include "viewmodels/common/accounttext.h"
#include "wording/reasontext.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace plimsoll::viewmodels {

using margin::Decimal;
using margin::Rounding;

namespace {

constexpr const char *kMarket = chance::kBetaIndex;

std::vector<std::string> movingAssets(const margin::Account &account)
{
    std::vector<std::string> assets;
    for (const margin::Balance &balance : account.balances) {
        if (balance.asset != account.quoteAsset && analysis::isUsed({account}, balance.asset)) {
            assets.push_back(balance.asset);
        }
    }
    return assets;
}

std::optional<double> dailySigma(const std::shared_ptr<const chance::ReturnStatistics> &statistics,
                                 const std::string &asset)
{
    return statistics ? chance::dailySigma(*statistics, asset) : std::nullopt;
}

} // namespace

StressMoves::StressMoves(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent)
    : AnalysisViewModel(relay, format, parent)
    , m_files(new CandleFiles(this))
    , m_betas(new BetaTable(relay, format, this))
    , m_rows(new RowListModel<MoveRow>(this))
{
    connect(m_files, &CandleFiles::changed, this, &StressMoves::readFiles);
    connect(m_betas, &BetaTable::betasChanged, this, &StressMoves::recompute);
    connect(this, &StressMoves::changed, m_betas, [this] { m_betas->setActive(active()); });
}

void StressMoves::setAccountId(const QString &id)
{
    if (id.toStdString() != m_account) {
        m_account = id.toStdString();
        recompute();
        Q_EMIT changed();
    }
}

void StressMoves::setAsset(const QString &asset)
{
    if (asset.toStdString() != m_asset) {
        m_asset = asset.toStdString();
        recompute();
        Q_EMIT changed();
    }
}

void StressMoves::setByBeta(bool byBeta)
{
    if (byBeta != m_byBeta) {
        m_byBeta = byBeta;
        recompute();
        Q_EMIT changed();
    }
}

void StressMoves::setUnit(Unit unit)
{
    if (unit != m_unit) {
        m_unit = std::clamp(unit, Percent, Sigma);
        recompute();
        Q_EMIT changed();
    }
}

void StressMoves::setMove(const QString &move)
{
    if (move != m_move) {
        m_move = move;
        recompute();
        Q_EMIT changed();
    }
}

void StressMoves::readFiles()
{
    m_fileProblem = m_files->problem();
    inBackground([files = m_files->paths()] {
        return readCandles(files, {});
    }).then(this, [this, number = ++m_reading](const Result<std::vector<wire::CandleSeries>> &candles) {
        if (number != m_reading) {
            return;
        }
        if (!candles) {
            m_fileProblem = wording::reasonText(QString::fromStdString(candles.error().message()));
        }
        const bool isThere = candles && !candles->empty();
        m_candles = isThere ? std::make_shared<const std::vector<wire::CandleSeries>>(*candles) : nullptr;
        m_betas->setCandles(m_candles);
        recompute();
        Q_EMIT changed();
    });
}

StressMoves::Answer StressMoves::answerOf(const margin::Account &account, std::shared_ptr<const margin::Rates> rates,
                                          const Candles &candles, const BetaTable::Betas &betas)
{
    Answer answer {account, std::move(rates), {}, {}, betas, {}};
    const std::vector<std::string> assets = movingAssets(account);
    const auto reach = [&answer](Reach made, const analysis::PriceMove &move) {
        for (const analysis::DominoFall &fall : analysis::dominoFalls({answer.account}, *answer.rates, move).falls) {
            (fall.bar == analysis::DominoBar::MarginCall ? made.call : made.liquidation) = fall.shock;
        }
        answer.reaches.push_back(std::move(made));
    };
    for (const std::string &asset : assets) {
        reach({asset, false, {}, {}}, analysis::PriceMove::only(asset));
    }
    reach({{}, false, {}, {}}, analysis::PriceMove::everything());
    if (candles) {
        std::vector<std::string> asked = assets;
        if (std::ranges::find(asked, kMarket) == asked.end() && account.quoteAsset != kMarket) {
            asked.emplace_back(kMarket);
        }
        answer.statistics = std::make_shared<const chance::ReturnStatistics>(
            chance::estimateReturns(*candles, asked, account.quoteAsset));
    }
    const auto move = analysis::PriceMove::byBeta(betas);
    answer.lacking = move.withoutWeight(account);
    if (!betas.empty() && answer.lacking.empty()) {
        reach({{}, true, {}, {}}, move);
    }
    return answer;
}

void StressMoves::compute()
{
    const std::vector<margin::Account> &accounts = snapshot()->portfolio().accounts;
    const auto account = std::ranges::find(accounts, m_account, &margin::Account::id);
    if (account == accounts.end()) {
        m_rows->setRows({});
        m_atText.clear();
        return;
    }
    const auto work = [account = *account, rates = snapshot()->rates, candles = m_candles, betas = m_betas->betas()] {
        return answerOf(account, rates, candles, betas);
    };
    ask(work, [this](const Answer &answer) { show(answer); });
}

void StressMoves::show(const Answer &answer)
{
    std::vector<MoveRow> rows;
    bool hasBeta = false;
    for (const Reach &reach : answer.reaches) {
        const QString mover = reach.byBeta ? tr("Each by its beta to BTC")
            : reach.asset.empty()          ? tr("All prices together")
                                           : tr("%1 alone").arg(plainName(reach.asset, 20));
        rows.push_back({mover, reachText(analysis::DominoBar::MarginCall, reach, answer),
                        reachText(analysis::DominoBar::Liquidation, reach, answer)});
        hasBeta = hasBeta || reach.byBeta;
    }
    m_basisText = !m_fileProblem.isEmpty() ? m_fileProblem
        : !answer.statistics && !hasBeta   ? tr("Sigmas and betas need candle files of these assets and of BTC.")
        : !answer.statistics               ? tr("Sigmas need candle files of these assets and of BTC.")
        : !hasBeta
        ? noBetaText(answer.lacking)
        : tr("σ is the standard deviation of a day, estimated from the candle files; of all together that of BTC.");
    m_rows->setRows(std::move(rows));
    showMove(answer);
    Q_EMIT changed();
}

// Of one asset alone: by how much its price changes until the bar's price.
QString StressMoves::moneyText(analysis::DominoBar bar, const Reach &reach, const Answer &answer) const
{
    const margin::Assessment assessment = margin::assess(answer.account, *answer.rates);
    const auto &prices = bar == analysis::DominoBar::MarginCall ? assessment.marginCallPrices
                                                                : assessment.liquidationPrices;
    const auto found = std::ranges::find(prices, reach.asset, &margin::NamedBarPrice::asset);
    const std::string &quote = answer.account.quoteAsset;
    const margin::Rate rate = answer.rates->find(reach.asset, quote);
    if (found == prices.end() || !rate.known()) {
        return {};
    }
    return QStringLiteral("%1 %2").arg(format().signedMoney(found->bar.price.minus(rate.down), quote),
                                       plainName(quote, 20));
}

QString StressMoves::reachText(analysis::DominoBar bar, const Reach &reach, const Answer &answer) const
{
    const auto &shock = bar == analysis::DominoBar::MarginCall ? reach.call : reach.liquidation;
    if (!shock) {
        return QStringLiteral("–");
    }
    if (shock->isZero()) {
        return tr("now");
    }
    QStringList words {wording::moveText(format(), *shock)};
    if (const QString money = moneyText(bar, reach, answer); !money.isEmpty()) {
        words << money;
    }
    const auto sigma = dailySigma(answer.statistics, reach.asset.empty() ? kMarket : reach.asset);
    if (sigma && (reach.byBeta || !reach.asset.empty())) {
        words << tr("%1 σ").arg(format().full(
            chance::roundedEstimate(std::abs(shock->toDoubleForPlot()) / 100 / *sigma).rounded(1, Rounding::Down)));
    }
    return words.join(QStringLiteral(" · "));
}

std::optional<Decimal> StressMoves::typedPercent(const Answer &answer)
{
    const auto typed = format().parseSigned(m_move);
    if (!typed) {
        m_problem = wording::reasonText(QString::fromStdString(typed.error().message()));
        return std::nullopt;
    }
    std::optional<Decimal> percent = *typed;
    if (m_unit == Money) {
        const margin::Rate rate = answer.rates->find(m_asset, answer.account.quoteAsset);
        percent = rate.known() && rate.down.isPositive() ? analysis::shockOfMoney(*typed, rate.down) : std::nullopt;
        m_problem = m_asset.empty() || m_byBeta ? tr("A move in money is one of one asset: choose which.")
            : percent                           ? QString()
                                                : tr("There is no price of %1.").arg(plainName(m_asset, 20));
    } else if (m_unit == Sigma) {
        const auto sigma = dailySigma(answer.statistics, m_asset.empty() ? kMarket : m_asset);
        percent = sigma ? std::optional(chance::shockOfSigmas(*typed, *sigma)) : std::nullopt;
        m_problem = sigma
            ? QString()
            : tr("A move in sigmas needs candle files of %1.").arg(plainName(m_asset.empty() ? kMarket : m_asset, 20));
    }
    percent = percent && m_problem.isEmpty() ? std::optional(percent->rounded(analysis::kShockDigits, Rounding::Down))
                                             : std::nullopt;
    return percent;
}

analysis::PriceMove StressMoves::mover(const Answer &answer) const
{
    return m_byBeta       ? analysis::PriceMove::byBeta(answer.betas)
        : m_asset.empty() ? analysis::PriceMove::everything()
                          : analysis::PriceMove::only(m_asset);
}

void StressMoves::showMove(const Answer &answer)
{
    m_problem.clear();
    m_atText.clear();
    if (m_move.trimmed().isEmpty()) {
        return;
    }
    const auto percent = typedPercent(answer);
    if (!percent) {
        return;
    }
    const auto move = mover(answer);
    if (const auto lacking = move.withoutWeight(answer.account); !lacking.empty()) {
        m_problem = noBetaText(lacking);
        return;
    }
    const auto points = analysis::stressCurve({answer.account}, *answer.rates, move, {*percent});
    if (!points || points->empty()) {
        m_problem = tr("Such a move leaves no price.");
        return;
    }
    const margin::Decision &decision = points->front().decisions.front();
    m_atText = tr("At %1: %2 %3, %4")
                   .arg(wording::moveText(format(), *percent), accountLabel(answer.account),
                        wording::decidedLevelText(format(), decision, answer.account.thresholds),
                        stateWord(riskStateOf(decision)));
}

RowRoles<MoveRow> MoveRow::roles()
{
    return {
        {"mover", &MoveRow::mover}, {"callText", &MoveRow::callText}, {"liquidationText", &MoveRow::liquidationText}};
}

} // namespace plimsoll::viewmodels
