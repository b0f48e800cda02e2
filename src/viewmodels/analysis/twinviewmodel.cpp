// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/twinviewmodel.h"

#include "analysis/domino.h"
#include "viewmodels/common/accounttext.h"

#include <algorithm>

namespace plimsoll::viewmodels {

using margin::Rounding;

TwinViewModel::TwinViewModel(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent)
    : AnalysisViewModel(relay, format, parent)
    , m_rows(new RowListModel<TwinRow>(this))
{
}

void TwinViewModel::compute()
{
    const auto work = [accounts = snapshot()->portfolio().accounts, rates = snapshot()->rates] {
        Answer answer;
        answer.twins = analysis::twinsOf(accounts, *rates);
        answer.accounts = accounts;
        answer.rates = rates;
        return answer;
    };
    ask(work, [this](const Answer &answer) { show(answer); });
}

void TwinViewModel::show(const Answer &answer)
{
    std::vector<TwinRow> rows;
    QStringList without;
    if (answer.twins) {
        for (const analysis::Twin &twin : answer.twins->twins) {
            rows.push_back(rowOf(twin, answer));
        }
        for (const analysis::WithoutTwin &none : answer.twins->without) {
            if (none.because == analysis::NoTwin::Unknown) {
                without << accountLabel(answer.accounts[none.account]);
            }
        }
    }
    m_emptyText = rows.empty() ? tr("Nothing is owed in an account with a known level: there is nothing to compare.")
                               : QString();
    m_withoutText = without.isEmpty()
        ? QString()
        : tr("Not compared, a price is missing: %1").arg(without.join(QStringLiteral(", ")));
    m_rows->setRows(std::move(rows));
    Q_EMIT changed();
}

TwinRow TwinViewModel::rowOf(const analysis::Twin &twin, const Answer &answer) const
{
    TwinRow row;
    std::vector<margin::Account> real;
    for (const std::size_t place : twin.of) {
        real.push_back(answer.accounts[place]);
        row.key += QString::fromStdString(real.back().id) + u'\n';
    }
    row.real = sideOf(real, *answer.rates);
    row.twin = sideOf(twin.accounts, *answer.rates);
    row.twinIsCross = twin.mode == margin::MarginMode::Cross;
    row.remark = twin.exact
        ? QString()
        : tr("There is too little cash to start all of them at the same level; these are the levels that result.");
    return row;
}

TwinSide TwinViewModel::sideOf(const std::vector<margin::Account> &accounts, const margin::Rates &rates) const
{
    TwinSide side;
    for (const margin::Account &account : accounts) {
        const margin::Assessment assessment = margin::assess(account, rates);
        side.lines << QStringLiteral("%1 %2").arg(accountLabel(account), levelOrDash(format(), assessment));
        side.states << static_cast<int>(riskStateOf(assessment));
    }
    side.text = firstCallText(accounts, rates);
    return side;
}

QString TwinViewModel::firstCallText(const std::vector<margin::Account> &accounts, const margin::Rates &rates) const
{
    const analysis::Domino domino = analysis::dominoFalls(accounts, rates, analysis::PriceMove::everything());
    const auto isOver = [](const analysis::DominoFall &fall) {
        return fall.bar == analysis::DominoBar::Liquidation && fall.shock.isZero();
    };
    const auto over = std::ranges::find_if(domino.falls, isOver);
    const auto first = over != domino.falls.end()
        ? over
        : std::ranges::find(domino.falls, analysis::DominoBar::MarginCall, &analysis::DominoFall::bar);
    if (first == domino.falls.end()) {
        return tr("No common move of prices calls it.");
    }
    const margin::Account &account = accounts[first->account];
    const QString when = isOver(*first) ? tr("%1 is at liquidation now.").arg(accountLabel(account))
        : first->shock.isZero()         ? tr("%1 is in call now.").arg(accountLabel(account))
                                        : tr("%1 is called first, when all prices move by %2.")
                                      .arg(accountLabel(account), wording::moveText(format(), first->shock));
    const auto equity = margin::assess(account, rates).equity;
    if (!equity || !equity->isPositive()) {
        return when;
    }
    const QString money = QStringLiteral("%1 %2").arg(format().money(equity, account.quoteAsset, Rounding::Down),
                                                      plainName(account.quoteAsset, 20));
    return when + u' '
        + (account.mode == margin::MarginMode::Cross
               ? tr("A liquidation takes all of it: at worst the %1 of every position.").arg(money)
               : tr("A liquidation takes this pair alone: at worst its %1.").arg(money));
}

RowRoles<TwinRow> TwinRow::roles()
{
    return {{"realLines", [](const TwinRow &row) { return row.real.lines; }},
            {"realStates", [](const TwinRow &row) { return row.real.states; }},
            {"realText", [](const TwinRow &row) { return row.real.text; }},
            {"twinLines", [](const TwinRow &row) { return row.twin.lines; }},
            {"twinStates", [](const TwinRow &row) { return row.twin.states; }},
            {"twinText", [](const TwinRow &row) { return row.twin.text; }},
            {"twinIsCross", &TwinRow::twinIsCross},
            {"remark", &TwinRow::remark}};
}

} // namespace plimsoll::viewmodels
