// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/stressviewmodel.h"

#include "viewmodels/common/accounttext.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::viewmodels {

using margin::Decimal;

namespace {

constexpr double kCeiling = 3; // of the curve: above it nobody is in danger

std::vector<Decimal> shocks()
{
    return analysis::shockSteps(Decimal::fromInteger(StressViewModel::kLowest),
                                Decimal::fromInteger(StressViewModel::kHighest), Decimal::fromInteger(1));
}

std::vector<std::string> assetsOf(const std::vector<margin::Account> &accounts)
{
    std::vector<std::string> assets {std::string()};
    for (const margin::Account &account : accounts) {
        for (const margin::Balance &balance : account.balances) {
            const bool moves = balance.asset != account.quoteAsset && analysis::isUsed(accounts, balance.asset);
            if (moves && std::ranges::find(assets, balance.asset) == assets.end()) {
                assets.push_back(balance.asset);
            }
        }
    }
    std::sort(assets.begin() + 1, assets.end());
    return assets;
}

template<typename Value>
int placeIn(const std::vector<Value> &all, const Value &wanted)
{
    const auto found = std::ranges::find(all, wanted);
    return found == all.end() ? 0 : static_cast<int>(found - all.begin());
}

} // namespace

StressViewModel::StressViewModel(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent)
    : AnalysisViewModel(relay, format, parent)
    , m_assets {std::string()}
    , m_table(new RowListModel<StressRow>(this))
    , m_falls(new RowListModel<FallRow>(this))
{
}

QStringList StressViewModel::accountNames() const
{
    QStringList names;
    for (const std::string &id : m_ids) {
        const margin::Verdict *verdict = snapshot() ? snapshot()->find(id) : nullptr;
        names << (verdict ? accountLabel(*verdict->account) : QString());
    }
    return names;
}

int StressViewModel::accountIndex() const
{
    return placeIn(m_ids, m_account);
}

void StressViewModel::setAccountIndex(int index)
{
    if (index >= 0 && index < static_cast<int>(m_ids.size())) {
        choose(QString::fromStdString(m_ids[static_cast<std::size_t>(index)]));
    }
}

void StressViewModel::choose(const QString &accountId)
{
    m_account = accountId.toStdString();
    show();
}

QStringList StressViewModel::assetNames() const
{
    QStringList names;
    for (const std::string &asset : m_assets) {
        names << (asset.empty() ? tr("All prices together") : tr("%1 alone").arg(plainName(asset, 20)));
    }
    return names;
}

int StressViewModel::assetIndex() const
{
    return placeIn(m_assets, m_asset);
}

void StressViewModel::setAssetIndex(int index)
{
    if (index >= 0 && index < static_cast<int>(m_assets.size()) && index != assetIndex()) {
        m_asset = m_assets[static_cast<std::size_t>(index)];
        recompute();
        Q_EMIT changed();
    }
}

void StressViewModel::setShock(double percent)
{
    const double bounded = std::clamp<double>(std::round(percent), kLowest, kHighest);
    if (bounded != m_shock) {
        m_shock = bounded;
        show();
    }
}

void StressViewModel::compute()
{
    std::vector<margin::Account> accounts = snapshot()->portfolio().accounts;
    m_assets = assetsOf(accounts);
    if (std::ranges::find(m_assets, m_asset) == m_assets.end()) {
        m_asset.clear();
    }
    const auto move = m_asset.empty() ? analysis::PriceMove::everything() : analysis::PriceMove::only(m_asset);
    const auto work = [accounts = std::move(accounts), rates = snapshot()->rates, move] {
        auto answer = std::make_shared<Answer>();
        answer->points = *analysis::stressCurve(accounts, *rates, move, shocks());
        answer->domino = analysis::dominoFalls(accounts, *rates, move);
        answer->accounts = accounts;
        return std::shared_ptr<const Answer>(std::move(answer));
    };
    ask(work, [this](const std::shared_ptr<const Answer> &answer) {
        m_answer = answer;
        show();
    });
}

std::optional<std::size_t> StressViewModel::chosenPlace() const
{
    const auto &accounts = m_answer->accounts;
    const auto byId = std::ranges::find(accounts, m_account, &margin::Account::id);
    if (byId != accounts.end()) {
        return static_cast<std::size_t>(byId - accounts.begin());
    }
    if (!m_answer->domino.falls.empty()) {
        return m_answer->domino.falls.front().account; // whoever falls first
    }
    return accounts.empty() ? std::nullopt : std::optional<std::size_t>(0);
}

const analysis::StressPoint *StressViewModel::pointAt(double percent) const
{
    const Decimal wanted = Decimal::fromInteger(static_cast<int>(percent));
    const auto found = std::ranges::find(m_answer->points, wanted, &analysis::StressPoint::shock);
    return found == m_answer->points.end() ? nullptr : &*found;
}

QString StressViewModel::percentText(double percent) const
{
    const QString sign = percent > 0 ? QStringLiteral("+") : percent < 0 ? QStringLiteral("−") : QString();
    return tr("%1%2 %").arg(sign, format().locale().toString(static_cast<int>(std::abs(percent))));
}

void StressViewModel::show()
{
    if (!m_answer) {
        return;
    }
    m_ids.clear();
    for (const margin::Account &account : m_answer->accounts) {
        if (account.hasDebt() && !account.liquidatedAt) {
            m_ids.push_back(account.id);
        }
    }
    m_curve.clear();
    m_atText.clear();
    const auto place = chosenPlace();
    m_emptyText = m_ids.empty() ? tr("Nothing is owed in any account: no price move can call one.") : QString();
    if (place) {
        m_account = m_answer->accounts[*place].id;
        showCurve(*place);
        showTable(*place);
    }
    showFalls();
    Q_EMIT curveChanged();
    Q_EMIT changed();
}

void StressViewModel::showCurve(std::size_t place)
{
    const margin::Account &account = m_answer->accounts[place];
    m_call = account.thresholds.marginCall.toDoubleForPlot();
    m_liquidation = account.thresholds.liquidation.toDoubleForPlot();
    double lowest = m_liquidation;
    double highest = account.thresholds.initial.toDoubleForPlot();
    for (const analysis::StressPoint &point : m_answer->points) {
        if (const auto level = analysis::judgedLevel(point.decisions[place])) {
            const double y = std::min(level->toDoubleForPlot(), kCeiling);
            m_curve << QPointF(point.shock.toDoubleForPlot(), y);
            lowest = std::min(lowest, y);
            highest = std::max(highest, y);
        }
    }
    m_lowest = std::floor(lowest * 10 - 1e-9) / 10;
    m_highest = std::ceil(highest * 10 + 1e-9) / 10;
    if (m_curve.isEmpty() && m_emptyText.isEmpty()) {
        m_emptyText = tr("The level of %1 is not known: a price is missing.").arg(accountLabel(account));
    }
    if (const analysis::StressPoint *point = pointAt(m_shock)) {
        const margin::Decision &decision = point->decisions[place];
        m_atText = tr("At %1: %2 %3, %4")
                       .arg(percentText(m_shock), accountLabel(account),
                            wording::decidedLevelText(format(), decision, account.thresholds),
                            stateWord(riskStateOf(decision)));
    }
}

void StressViewModel::showTable(std::size_t place)
{
    std::vector<StressRow> rows;
    for (int percent = kLowest; percent <= kHighest; percent += kTableStep) {
        if (const analysis::StressPoint *point = pointAt(percent)) {
            const margin::Decision &decision = point->decisions[place];
            rows.push_back({percentText(percent),
                            wording::decidedLevelText(format(), decision, m_answer->accounts[place].thresholds),
                            riskStateOf(decision), percent == 0});
        }
    }
    m_table->setRows(std::move(rows));
}

void StressViewModel::showFalls()
{
    std::vector<FallRow> rows;
    for (const analysis::DominoFall &fall : m_answer->domino.falls) {
        const margin::Account &account = m_answer->accounts[fall.account];
        FallRow row;
        row.accountId = QString::fromStdString(account.id);
        row.title = accountLabel(account);
        row.state = fall.bar == analysis::DominoBar::MarginCall ? RiskState::MarginCall : RiskState::Liquidation;
        row.shockText = fall.shock.isZero() ? tr("now") : wording::moveText(format(), fall.shock);
        const double shock = fall.shock.toDoubleForPlot();
        row.isPassed = fall.shock.isZero() || (shock < 0 ? m_shock <= shock : m_shock >= shock);
        rows.push_back(std::move(row));
    }
    m_falls->setRows(std::move(rows));
    QStringList safe;
    for (const analysis::DominoRest &rest : m_answer->domino.rest) {
        if (rest.bar == analysis::DominoBar::MarginCall && rest.because == analysis::DominoSafety::NotReached) {
            safe << accountLabel(m_answer->accounts[rest.account]);
        }
    }
    m_safeText = safe.isEmpty() ? QString() : tr("No such move calls: %1").arg(safe.join(QStringLiteral(", ")));
}

RowRoles<StressRow> StressRow::roles()
{
    return {{"shockText", &StressRow::shockText},
            {"levelText", &StressRow::levelText},
            {"riskState", &StressRow::state},
            {"isNow", &StressRow::isNow}};
}

RowRoles<FallRow> FallRow::roles()
{
    return {{"shockText", &FallRow::shockText},
            {"title", &FallRow::title},
            {"accountId", &FallRow::accountId},
            {"riskState", &FallRow::state},
            {"isPassed", &FallRow::isPassed}};
}

} // namespace plimsoll::viewmodels
