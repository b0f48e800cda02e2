// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/stressviewmodel.h"

#include "viewmodels/common/accounttext.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::viewmodels {

using margin::Decimal;

namespace {

std::vector<Decimal> shocks()
{
    return analysis::shockSteps(Decimal::fromInteger(StressPlot::kLowest), Decimal::fromInteger(StressPlot::kHighest),
                                Decimal::fromInteger(1));
}

std::vector<std::string> assetsOf(const std::vector<margin::Account> &accounts)
{
    std::vector<std::string> assets;
    for (const margin::Account &account : accounts) {
        for (const margin::Balance &balance : account.balances) {
            const bool moves = balance.asset != account.quoteAsset && analysis::isUsed(accounts, balance.asset);
            if (moves && std::ranges::find(assets, balance.asset) == assets.end()) {
                assets.push_back(balance.asset);
            }
        }
    }
    std::ranges::sort(assets);
    return assets;
}

template<typename Value>
int placeIn(const std::vector<Value> &all, const Value &wanted)
{
    const auto found = std::ranges::find(all, wanted);
    return found == all.end() ? 0 : static_cast<int>(found - all.begin());
}

} // namespace

StressViewModel::StressViewModel(monitor::SnapshotRelay &relay, const BetaTable &betas, const DisplayFormat &format,
                                 QObject *parent)
    : AnalysisViewModel(relay, format, parent)
    , m_betas(betas)
    , m_movers {Mover {}}
    , m_plot(new StressPlot(format, this))
    , m_domino(new StressDomino(format, this))
    , m_table(new RowListModel<StressRow>(this))
{
    connect(&m_betas, &BetaTable::betasChanged, this, [this] {
        if (m_mover.byBeta) {
            recompute();
        }
    });
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
    for (const Mover &mover : m_movers) {
        names << (mover.byBeta              ? tr("Each by its beta")
                      : mover.asset.empty() ? tr("All prices together")
                                            : tr("%1 alone").arg(plainName(mover.asset, 20)));
    }
    return names;
}

int StressViewModel::assetIndex() const
{
    return placeIn(m_movers, m_mover);
}

void StressViewModel::setAssetIndex(int index)
{
    if (index >= 0 && index < static_cast<int>(m_movers.size()) && index != assetIndex()) {
        m_mover = m_movers[static_cast<std::size_t>(index)];
        recompute();
        Q_EMIT changed();
    }
}

void StressViewModel::setShock(double percent)
{
    const double bounded = std::clamp<double>(std::round(percent), StressPlot::kLowest, StressPlot::kHighest);
    if (bounded != m_shock) {
        m_shock = bounded;
        showMove();
    }
}

void StressViewModel::pointAt(double share)
{
    setShock(StressPlot::kLowest + share * (StressPlot::kHighest - StressPlot::kLowest));
}

std::vector<StressViewModel::Mover> StressViewModel::moversOf(const std::vector<margin::Account> &accounts)
{
    std::vector<Mover> movers {Mover {}, Mover {true}};
    for (const std::string &asset : assetsOf(accounts)) {
        movers.push_back({false, asset});
    }
    return movers;
}

void StressViewModel::compute()
{
    std::vector<margin::Account> accounts = snapshot()->portfolio().accounts;
    m_movers = moversOf(accounts);
    if (std::ranges::find(m_movers, m_mover) == m_movers.end()) {
        m_mover = {};
    }
    const auto everything = analysis::PriceMove::everything();
    const auto move = m_mover.byBeta ? analysis::PriceMove::byBeta(m_betas.betas())
        : m_mover.asset.empty()      ? everything
                                     : analysis::PriceMove::only(m_mover.asset);
    const bool isCompared = m_mover != Mover {};
    const auto work = [accounts = std::move(accounts), rates = snapshot()->rates, asset = m_mover.asset, move,
                       everything, isCompared] {
        auto answer = std::make_shared<StressAnswer>();
        answer->accounts = accounts;
        answer->rates = rates;
        answer->asset = asset;
        answer->move = move;
        answer->points = *analysis::stressCurve(accounts, *rates, move, shocks());
        answer->domino = analysis::dominoFalls(accounts, *rates, move);
        if (isCompared) {
            answer->together = *analysis::stressCurve(accounts, *rates, everything, shocks());
        }
        return std::shared_ptr<const StressAnswer>(std::move(answer));
    };
    ask(work, [this](const std::shared_ptr<const StressAnswer> &answer) {
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
    m_emptyText = m_ids.empty() ? tr("Nothing is owed in any account: no price move can call one.") : QString();
    if (const auto place = chosenPlace()) {
        const margin::Account &account = m_answer->accounts[*place];
        m_account = account.id;
        m_lacking = m_answer->move.withoutWeight(account);
        m_unit = plainName(account.quoteAsset, 20);
        m_plot->show(*m_answer, *place);
        if (m_plot->curve().isEmpty() && m_emptyText.isEmpty() && !lacksBeta()) {
            m_emptyText = tr("The level of %1 is not known: a price is missing.").arg(accountLabel(account));
        }
        showTable(*place);
    } else {
        m_plot->clear();
    }
    showMove();
}

void StressViewModel::showMove()
{
    m_atText.clear();
    if (const auto place = m_answer ? chosenPlace() : std::nullopt) {
        const margin::Account &account = m_answer->accounts[*place];
        const int percent = static_cast<int>(m_shock);
        if (lacksBeta()) { // what can be done about it stands below, so the page stays
            m_atText = noBetaText(m_lacking);
        } else if (const analysis::StressPoint *point = m_answer->at(percent)) {
            const margin::Decision &decision = point->decisions[*place];
            m_atText = tr("At %1: %2 %3, %4")
                           .arg(wholePercentText(format(), percent), accountLabel(account),
                                wording::decidedLevelText(format(), decision, account.thresholds),
                                stateWord(riskStateOf(decision)));
        }
        m_domino->show(*m_answer, percent, *place);
    }
    Q_EMIT changed();
}

void StressViewModel::showTable(std::size_t place)
{
    const margin::Account &account = m_answer->accounts[place];
    std::vector<StressRow> rows;
    for (int percent = StressPlot::kLowest; !lacksBeta() && percent <= StressPlot::kHighest; percent += kTableStep) {
        const analysis::StressPoint *point = m_answer->at(percent);
        const auto rates = point
            ? analysis::shockedRates({account}, *m_answer->rates, m_answer->move, Decimal::fromInteger(percent))
            : std::nullopt;
        if (!rates) {
            continue;
        }
        const margin::Decision &decision = point->decisions[place];
        const margin::Assessment figures = margin::describe(account, decision, *rates);
        rows.push_back({wholePercentText(format(), percent),
                        wording::decidedLevelText(format(), decision, account.thresholds), riskStateOf(decision),
                        format().percent(figures.distanceToCall),
                        format().money(figures.equity, account.quoteAsset, margin::Rounding::Down), percent == 0});
    }
    m_table->setRows(std::move(rows));
}

RowRoles<StressRow> StressRow::roles()
{
    return {{"shockText", &StressRow::shockText},   {"levelText", &StressRow::levelText},
            {"riskState", &StressRow::state},       {"toCallText", &StressRow::toCallText},
            {"equityText", &StressRow::equityText}, {"isNow", &StressRow::isNow}};
}

} // namespace plimsoll::viewmodels
