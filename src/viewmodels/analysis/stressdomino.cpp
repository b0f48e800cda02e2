// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/stressdomino.h"

#include "viewmodels/analysis/stressplot.h"
#include "viewmodels/common/accounttext.h"

namespace plimsoll::viewmodels {

using analysis::DominoBar;
using margin::Decimal;

namespace {

using Shock = std::optional<Decimal>;

bool isOnAxis(const Shock &shock)
{
    return shock && !(*shock > Decimal()) && *shock >= Decimal::fromInteger(StressDomino::kDeepest);
}

double shareOf(const Shock &shock)
{
    return isOnAxis(shock) ? shock->toDoubleForPlot() / StressDomino::kDeepest : 1;
}

} // namespace

StressDomino::StressDomino(const DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_format(format)
    , m_rows(new RowListModel<DominoRow>(this))
{
}

QStringList StressDomino::ticks() const
{
    QStringList words;
    for (int i = 0; i <= kTicks; ++i) {
        words << wholePercentText(m_format, kDeepest / kTicks * i);
    }
    return words;
}

// In the order in which the first bar of each is met.
std::vector<StressDomino::Falls> StressDomino::fallsOf(const analysis::Domino &domino)
{
    std::vector<Falls> all;
    for (const analysis::DominoFall &fall : domino.falls) {
        auto found = std::ranges::find(all, fall.account, &Falls::account);
        if (found == all.end()) {
            found = all.insert(all.end(), Falls {fall.account, {}, {}});
        }
        (fall.bar == DominoBar::MarginCall ? found->call : found->liquidation) = fall.shock;
    }
    return all;
}

QString StressDomino::wordsOf(const Falls &falls) const
{
    if (falls.liquidation && falls.liquidation->isZero()) {
        return tr("at liquidation now");
    }
    const QString end = falls.liquidation ? tr("liquidation %1").arg(wording::moveText(m_format, *falls.liquidation))
                                          : QString();
    if (!falls.call) {
        return end;
    }
    const QString call = falls.call->isZero() ? tr("in call")
                                              : tr("call %1").arg(wording::moveText(m_format, *falls.call));
    return end.isEmpty() ? call : tr("%1, %2").arg(call, end);
}

void StressDomino::show(const StressAnswer &answer, int percent, std::size_t chosen)
{
    const std::vector<Falls> all = fallsOf(answer.domino);
    const analysis::StressPoint *point = answer.at(percent);
    std::vector<DominoRow> rows;
    for (const Falls &falls : all) {
        if (!isOnAxis(falls.call) && !isOnAxis(falls.liquidation)) {
            continue;
        }
        const margin::Account &account = answer.accounts[falls.account];
        rows.push_back({QString::fromStdString(account.id), accountTitle(account), shareOf(falls.call),
                        shareOf(falls.liquidation), isOnAxis(falls.call), isOnAxis(falls.liquidation), wordsOf(falls),
                        point ? riskStateOf(point->decisions[falls.account]) : RiskState::Unknown,
                        falls.account == chosen});
    }
    m_rows->setRows(std::move(rows));
    m_cursor = percent <= 0 ? static_cast<double>(percent) / kDeepest : -1;
    showMove(answer, percent);
    showRest(answer, all);
    showUnknown(answer);
    Q_EMIT changed();
}

void StressDomino::showMove(const StressAnswer &answer, int percent)
{
    m_atText.clear();
    m_lossText.clear();
    const analysis::StressPoint *point = answer.at(percent);
    if (!point) {
        return;
    }
    QStringList ended;
    QStringList called;
    QStringList unknown;
    std::string unit;
    Shock equity = Decimal();
    for (std::size_t i = 0; i < answer.accounts.size(); ++i) {
        const margin::Account &account = answer.accounts[i];
        const RiskState state = riskStateOf(point->decisions[i]);
        if (state == RiskState::MarginCall) {
            called << accountTitle(account);
        }
        if (state == RiskState::Unknown) {
            unknown << accountTitle(account);
        }
        if (state != RiskState::Liquidation) {
            continue;
        }
        ended << accountTitle(account);
        const auto now = margin::assess(account, *answer.rates).equity;
        const bool fits = unit.empty() || unit == account.quoteAsset;
        equity = fits && equity && now ? equity->plus(*now) : std::nullopt;
        unit = account.quoteAsset;
    }
    QStringList parts;
    if (!ended.isEmpty()) {
        parts
            << tr("%n liquidated (%1)", nullptr, static_cast<int>(ended.size())).arg(ended.join(QStringLiteral(", ")));
    }
    if (!called.isEmpty()) {
        parts << tr("%n in call (%1)", nullptr, static_cast<int>(called.size())).arg(called.join(QStringLiteral(", ")));
    }
    if (!unknown.isEmpty()) {
        parts
            << tr("%n unknown (%1)", nullptr, static_cast<int>(unknown.size())).arg(unknown.join(QStringLiteral(", ")));
    }
    const QString move = wholePercentText(m_format, percent);
    m_atText = parts.isEmpty() ? tr("At %1: none is called").arg(move)
                               : tr("At %1: %2").arg(move, parts.join(QStringLiteral(", ")));
    if (!ended.isEmpty() && equity && equity->isPositive()) {
        m_lossText = tr("%1 %2 of equity stands in what would be liquidated")
                         .arg(m_format.money(equity, unit, margin::Rounding::Up), plainName(unit, 20));
    }
}

void StressDomino::showRest(const StressAnswer &answer, const std::vector<Falls> &all)
{
    QStringList rest;
    for (const Falls &falls : all) {
        if (!isOnAxis(falls.call) && !isOnAxis(falls.liquidation)) {
            rest << tr("%1 (%2)").arg(accountTitle(answer.accounts[falls.account]), wordsOf(falls));
        }
    }
    for (const analysis::DominoRest &none : answer.domino.rest) {
        const bool isNever = none.bar == DominoBar::MarginCall && none.because == analysis::DominoSafety::NotReached;
        if (isNever && std::ranges::find(all, none.account, &Falls::account) == all.end()) {
            rest << accountTitle(answer.accounts[none.account]);
        }
    }
    m_restText = rest.isEmpty() ? QString() : tr("Not called by such a fall: %1").arg(rest.join(QStringLiteral(", ")));
}

void StressDomino::showUnknown(const StressAnswer &answer)
{
    QStringList unknown;
    for (const analysis::DominoRest &none : answer.domino.rest) {
        const margin::Account &account = answer.accounts[none.account];
        if (none.bar != DominoBar::MarginCall) {
            continue;
        }
        if (none.because == analysis::DominoSafety::Unknown) {
            unknown << tr("%1 (its level is not known)").arg(accountTitle(account));
        } else if (none.because == analysis::DominoSafety::NoBeta) {
            QStringList assets;
            for (const std::string &asset : answer.move.withoutWeight(account)) {
                assets << plainName(asset, 20);
            }
            unknown << tr("%1 (no beta of %2)").arg(accountTitle(account), assets.join(QStringLiteral(", ")));
        }
    }
    m_unknownText = unknown.isEmpty() ? QString()
                                      : tr("Nobody knows when these fall: %1").arg(unknown.join(QStringLiteral(", ")));
}

RowRoles<DominoRow> DominoRow::roles()
{
    return {{"accountId", &DominoRow::accountId}, {"title", &DominoRow::title},
            {"callShare", &DominoRow::callShare}, {"liquidationShare", &DominoRow::liquidationShare},
            {"hasCall", &DominoRow::hasCall},     {"hasLiquidation", &DominoRow::hasLiquidation},
            {"words", &DominoRow::text},          {"riskState", &DominoRow::state},
            {"isChosen", &DominoRow::isChosen}};
}

} // namespace plimsoll::viewmodels
