// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/whatifviewmodel.h"

#include "viewmodels/accounts/accountview.h"
#include "viewmodels/common/accounttext.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace plimsoll::viewmodels {

using analysis::Changes;
using analysis::HypotheticalAccount;
using analysis::WhatIf;

namespace {

// A shock of 0 says something only where it is an exception from that of all.
Changes withoutIdleShocks(Changes changes)
{
    const std::string all(analysis::kAllAssets);
    if (const auto found = changes.shocks.find(all); found != changes.shocks.end() && found->second.isZero()) {
        changes.shocks.erase(found);
    }
    if (!changes.shocks.contains(all)) {
        std::erase_if(changes.shocks, [](const auto &shock) { return shock.second.isZero(); });
    }
    return changes;
}

std::vector<std::size_t> mostUrgentFirst(const std::vector<HypotheticalAccount> &accounts)
{
    const auto key = [&accounts](std::size_t place) {
        const auto &[account, assessment] = accounts[place];
        const auto far = margin::Decimal::fromMantissa(margin::Decimal::kLimit - 1);
        return std::tuple(urgencyOf(riskStateOf(assessment), account, assessment),
                          assessment.distanceToCall.value_or(far), account.id);
    };
    std::vector<std::size_t> order(accounts.size());
    std::iota(order.begin(), order.end(), std::size_t {0});
    std::ranges::sort(order, {}, key);
    return order;
}

} // namespace

WhatIfViewModel::WhatIfViewModel(monitor::Commands &commands, monitor::SnapshotRelay &relay,
                                 const DisplayFormat &format, const QString &dataDir, QObject *parent)
    : AnalysisViewModel(relay, format, parent)
    , m_commands(commands)
    , m_editor(new WhatIfEditor(format, this))
    , m_shelf(new ScenarioShelf(dataDir, this))
    , m_lines(new RowListModel<WhatIfLine>(this))
    , m_rows(new RowListModel<WhatIfRow>(this))
{
    connect(m_editor, &WhatIfEditor::wanted, this, &WhatIfViewModel::add);
    connect(m_shelf, &ScenarioShelf::opened, this, &WhatIfViewModel::setChanges);
    connect(m_shelf, &ScenarioShelf::comparisonRead, this, &WhatIfViewModel::compare);
}

QString WhatIfViewModel::otherName() const
{
    return m_other ? plainName(m_other->name) : QString();
}

void WhatIfViewModel::setChanges(Changes changes)
{
    m_changes = withoutIdleShocks(std::move(changes));
    m_shelf->setChanges(m_changes);
    m_editor->setChanges(m_changes);
    recompute();
}

void WhatIfViewModel::add(const Changes &more)
{
    setChanges(analysis::merged(m_changes, more));
}

void WhatIfViewModel::remove(const QString &key)
{
    setChanges(withoutLine(m_changes, key));
}

void WhatIfViewModel::reset()
{
    setChanges({});
}

void WhatIfViewModel::compare(const Changes &other)
{
    m_other = other;
    recompute();
}

void WhatIfViewModel::stopComparing()
{
    m_other.reset();
    recompute();
}

WhatIfViewModel::Outcome WhatIfViewModel::outcomeOf(const std::vector<margin::Account> &accounts,
                                                    const margin::QuoteBoard &board, const Changes &changes)
{
    Outcome outcome {analysis::whatIf(accounts, board, changes), std::nullopt};
    const auto place = outcome.result ? std::nullopt : bookingAt(outcome.result.error().place);
    if (place && *place < changes.bookings.size()) {
        Changes before = changes;
        before.bookings.resize(*place);
        const auto then = analysis::whatIf(accounts, board, before);
        const auto id = changes.bookings[*place].account;
        for (std::size_t i = 0; then && i < then->after.size(); ++i) {
            if (then->after[i].account.id == id) {
                outcome.refused = then->after[i].account;
            }
        }
    }
    return outcome;
}

void WhatIfViewModel::compute()
{
    const auto work = [accounts = snapshot()->portfolio().accounts, changes = m_changes,
                       other = m_other](margin::QuoteBoard board) {
        analysis::internPairs(board, accounts, changes);
        Answer answer;
        for (const std::string &symbol : board.neededSymbols()) {
            answer.prices[symbol] = board.priceOf(symbol);
        }
        answer.own = outcomeOf(accounts, board, changes);
        if (other) {
            answer.other = outcomeOf(accounts, board, *other);
            answer.otherChanges = *other;
        }
        answer.accounts = accounts;
        answer.changes = changes;
        return answer;
    };
    await(m_commands.quotes().inBackground(work), [this](const Answer &answer) { show(answer); });
}

void WhatIfViewModel::show(const Answer &answer)
{
    m_editor->show(answer.accounts, answer.prices);
    showLines(answer);
    m_rows->setRows(answer.own.result ? rowsOf(answer) : std::vector<WhatIfRow>());
    m_problem = !answer.own.result ? tr("A change is refused: take it back, or change what stands before it.")
        : answer.accounts.empty()  ? tr("There is no account yet.")
                                   : QString();
    m_otherProblem = answer.other ? problemOf(*answer.other, answer.otherChanges) : QString();
    Q_EMIT changed();
}

QString WhatIfViewModel::problemOf(const Outcome &outcome, const Changes &changes) const
{
    return outcome.result
        ? QString()
        : whatIfProblem(outcome.result.error(), changes, outcome.refused ? &*outcome.refused : nullptr, format());
}

void WhatIfViewModel::showLines(const Answer &answer)
{
    std::vector<WhatIfLine> lines = whatIfLines(answer.changes, answer.accounts, format());
    for (WhatIfLine &line : lines) {
        if (!answer.own.result) {
            const Error &error = answer.own.result.error();
            line.problem = isAt(line.key, error.place) ? problemOf(answer.own, answer.changes) : QString();
            continue;
        }
        for (const std::string &symbol : answer.own.result->unusedPrices) {
            if (isAt(line.key, "set." + symbol)) {
                line.problem = tr("No account depends on this price.");
            }
        }
    }
    m_lines->setRows(std::move(lines));
}

std::vector<WhatIfRow> WhatIfViewModel::rowsOf(const Answer &answer) const
{
    const WhatIf &own = *answer.own.result;
    const WhatIf *other = answer.other && answer.other->result ? &*answer.other->result : nullptr;
    std::vector<WhatIfRow> rows;
    for (const std::size_t place : mostUrgentFirst(own.after)) {
        const margin::Assessment &before = own.before[place].assessment;
        const auto &[account, after] = own.after[place];
        WhatIfRow row;
        row.accountId = QString::fromStdString(account.id);
        row.title = accountLabel(account);
        row.beforeText = levelOrDash(format(), before);
        row.before = riskStateOf(before);
        row.afterText = levelOrDash(format(), after);
        row.after = riskStateOf(after);
        row.distanceText = distanceText(format(), after);
        if (other != nullptr) {
            row.otherText = levelOrDash(format(), other->after[place].assessment);
            row.other = riskStateOf(other->after[place].assessment);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

RowRoles<WhatIfRow> WhatIfRow::roles()
{
    return {{"accountId", &WhatIfRow::accountId},       {"title", &WhatIfRow::title},
            {"beforeText", &WhatIfRow::beforeText},     {"beforeState", &WhatIfRow::before},
            {"afterText", &WhatIfRow::afterText},       {"afterState", &WhatIfRow::after},
            {"distanceText", &WhatIfRow::distanceText}, {"otherText", &WhatIfRow::otherText},
            {"otherState", &WhatIfRow::other}};
}

} // namespace plimsoll::viewmodels
