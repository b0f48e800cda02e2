// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/heatmapviewmodel.h"

#include "analysis/pricemove.h"
#include "viewmodels/common/accounttext.h"
#include "wording/alarmtext.h"

#include <algorithm>

namespace plimsoll::viewmodels {

using analysis::HeatMapCell;
using margin::Account;
using margin::Decimal;

namespace {

std::vector<std::string> movingAssets(const Account &account)
{
    std::vector<std::string> assets;
    for (const margin::Balance &balance : account.balances) {
        if (balance.asset != account.quoteAsset && analysis::isUsed({account}, balance.asset)) {
            addOnce(assets, balance.asset);
        }
    }
    return assets;
}

RiskState stateOf(const HeatMapCell &cell)
{
    margin::Decision decision;
    decision.status = cell.status;
    decision.early = cell.early;
    return riskStateOf(decision);
}

} // namespace

HeatMapViewModel::HeatMapViewModel(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent)
    : AnalysisViewModel(relay, format, parent)
{
}

QString HeatMapViewModel::accountId() const
{
    return m_answer ? QString::fromStdString(m_answer->account.id) : QString();
}

void HeatMapViewModel::chooseAccount(const QString &id)
{
    if (m_account.chosen == id.toStdString()) {
        return;
    }
    m_account.chosen = id.toStdString();
    recompute();
}

void HeatMapViewModel::choose(Choice &choice, int index)
{
    if (choice.chooseAt(index)) {
        recompute();
        Q_EMIT changed();
    }
}

void HeatMapViewModel::listChoices(const std::vector<Account> &accounts)
{
    m_account.options.clear();
    m_names.clear();
    for (const Account &account : accounts) {
        if (account.hasDebt() && !account.liquidatedAt && movingAssets(account).size() >= 2) {
            m_account.options.push_back(account.id);
            m_names << accountLabel(account);
        }
    }
    m_account.keep();
    const auto chosen = std::ranges::find(accounts, m_account.chosen, &Account::id);
    m_x.options = chosen == accounts.end() ? std::vector<std::string>() : movingAssets(*chosen);
    m_x.keep();
    m_y.options = m_x.options;
    std::erase(m_y.options, m_x.chosen);
    m_y.keep();
}

void HeatMapViewModel::compute()
{
    const std::vector<Account> accounts = snapshot()->portfolio().accounts;
    listChoices(accounts);
    const auto chosen = std::ranges::find(accounts, m_account.chosen, &Account::id);
    if (chosen == accounts.end()) {
        m_answer.reset();
        show();
        return;
    }
    const auto shocks = analysis::evenShocks(Decimal::fromInteger(-kEnd), Decimal::fromInteger(kEnd), kCells);
    const auto work = [account = *chosen, rates = snapshot()->rates,
                       axes = analysis::HeatMapAxes {m_x.chosen, shocks, m_y.chosen, shocks}] {
        auto answer = std::make_shared<Answer>();
        answer->account = account;
        answer->map = *analysis::heatMap(account, *rates, axes);
        return std::shared_ptr<const Answer>(std::move(answer));
    };
    ask(work, [this](const std::shared_ptr<const Answer> &answer) {
        m_answer = answer;
        show();
    });
}

void HeatMapViewModel::show()
{
    m_states.clear();
    if (m_answer) {
        for (const HeatMapCell &cell : m_answer->map.cells) {
            m_states << static_cast<int>(stateOf(cell));
        }
    }
    m_emptyText = m_answer ? QString()
                           : tr("No account that owes something has two assets whose prices move: a map needs two.");
    Q_EMIT changed();
    Q_EMIT mapChanged();
    showCursor();
}

void HeatMapViewModel::moveTo(int column, int row)
{
    const int left = std::clamp(column, 0, kCells - 1);
    const int up = std::clamp(row, 0, kCells - 1);
    if (left != m_column || up != m_row) {
        m_column = left;
        m_row = up;
        showCursor();
    }
}

int HeatMapViewModel::atState() const
{
    const int place = m_row * kCells + m_column;
    return place < m_states.size() ? m_states.at(place) : static_cast<int>(RiskState::Unknown);
}

void HeatMapViewModel::showCursor()
{
    m_atText.clear();
    if (m_answer && m_states.size() == kCells * kCells) {
        const analysis::HeatMap &map = m_answer->map;
        const auto column = static_cast<std::size_t>(m_column);
        const auto row = static_cast<std::size_t>(m_row);
        const auto move = [this](const std::string &asset, Decimal percent) {
            const QString sign = percent.isPositive() ? QStringLiteral("+") : QString();
            return tr("%1 %2 %").arg(plainName(asset, 20), sign + format().full(percent));
        };
        const HeatMapCell &cell = map.cells[row * map.axes.xShocks.size() + column];
        m_atText = tr("%1, %2: %3, %4")
                       .arg(move(map.axes.x, map.axes.xShocks[column]), move(map.axes.y, map.axes.yShocks[row]),
                            cell.level ? wording::alarmLevelText(format(), *cell.level, &m_answer->account.thresholds)
                                       : QStringLiteral("–"),
                            stateWord(static_cast<RiskState>(atState())));
    }
    Q_EMIT cursorChanged();
}

} // namespace plimsoll::viewmodels
