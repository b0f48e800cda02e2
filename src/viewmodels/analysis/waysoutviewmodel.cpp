// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/waysoutviewmodel.h"

#include "viewmodels/accounts/margincallviewmodel.h"
#include "viewmodels/common/accounttext.h"

#include <algorithm>

namespace plimsoll::viewmodels {

using margin::Decimal;
using margin::Rounding;

WaysOutViewModel::WaysOutViewModel(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent)
    : AnalysisViewModel(relay, format, parent)
    , m_ways(new RowListModel<WayRow>(this))
    , m_spread(new RowListModel<SpreadRow>(this))
{
}

int WaysOutViewModel::accountIndex() const
{
    const auto found = std::ranges::find(m_ids, m_account);
    return found == m_ids.end() ? 0 : static_cast<int>(found - m_ids.begin());
}

void WaysOutViewModel::setAccountIndex(int index)
{
    if (index >= 0 && index < static_cast<int>(m_ids.size())) {
        chooseAccount(QString::fromStdString(m_ids[static_cast<std::size_t>(index)]));
    }
}

void WaysOutViewModel::chooseAccount(const QString &id)
{
    m_account = id.toStdString();
    recompute();
}

void WaysOutViewModel::setSum(const QString &sum)
{
    if (sum != m_sum) {
        m_sum = sum;
        recompute();
        Q_EMIT changed();
    }
}

void WaysOutViewModel::setRepays(bool repays)
{
    if (repays != m_repays) {
        m_repays = repays;
        recompute();
        Q_EMIT changed();
    }
}

// Those with a debt, the nearest to its call first.
void WaysOutViewModel::listAccounts(const std::vector<margin::Account> &accounts)
{
    std::vector<std::pair<Decimal, const margin::Account *>> sorted;
    for (const margin::Account &account : accounts) {
        if (account.hasDebt() && !account.liquidatedAt) {
            const auto distance = margin::assess(account, *snapshot()->rates).distanceToCall;
            sorted.emplace_back(distance.value_or(Decimal()), &account);
        }
    }
    std::ranges::stable_sort(sorted, {}, &decltype(sorted)::value_type::first);
    m_ids.clear();
    m_names.clear();
    for (const auto &[distance, account] : sorted) {
        m_ids.push_back(account->id);
        m_names << accountLabel(*account);
    }
    if (std::ranges::find(m_ids, m_account) == m_ids.end()) {
        m_account = m_ids.empty() ? std::string() : m_ids.front();
    }
}

void WaysOutViewModel::compute()
{
    auto accounts = snapshot()->portfolio().accounts;
    listAccounts(accounts);
    m_sumError.clear();
    std::optional<Decimal> sum;
    if (!m_sum.trimmed().isEmpty()) {
        const auto typed = format().parseAmount(m_sum);
        sum = typed ? std::optional(*typed) : std::nullopt;
        m_sumError = typed ? QString() : QString::fromStdString(typed.error().detail);
    }
    const auto work = [accounts = std::move(accounts), rates = snapshot()->rates, id = m_account, asset = m_asset,
                       by = m_repays ? analysis::AllocateBy::Repay : analysis::AllocateBy::Deposit, sum] {
        Answer answer;
        answer.ways = analysis::waysOut(accounts, *rates, id);
        if (sum) {
            const auto other = by == analysis::AllocateBy::Repay ? analysis::AllocateBy::Deposit
                                                                 : analysis::AllocateBy::Repay;
            answer.allocation = analysis::allocate(accounts, *rates, asset, *sum, by);
            answer.other = analysis::allocate(accounts, *rates, asset, *sum, other);
        }
        answer.accounts = accounts;
        answer.rates = rates;
        return answer;
    };
    ask(work, [this](const Answer &answer) { show(answer); });
}

void WaysOutViewModel::show(const Answer &answer)
{
    showWays(answer);
    showSpread(answer);
    Q_EMIT changed();
}

QString WaysOutViewModel::quantitiesText(const std::vector<analysis::Quantity> &quantities) const
{
    QStringList parts;
    for (const analysis::Quantity &quantity : quantities) {
        parts << QStringLiteral("%1 %2").arg(format().quantity(quantity.amount, Rounding::Up),
                                             plainName(quantity.asset, 20));
    }
    return parts.join(QStringLiteral(", "));
}

WayRow WaysOutViewModel::rowOf(const analysis::WayOut &way, const Answer &answer) const
{
    WayRow row;
    row.amountText = QStringLiteral("%1 %2").arg(format().money(way.amount, way.asset, Rounding::Up),
                                                 plainName(way.asset, 20));
    QStringList details;
    if (!way.sell.empty()) {
        details << tr("uses %1").arg(quantitiesText(way.sell));
    }
    if (!way.repay.empty()) {
        details << tr("repays %1").arg(quantitiesText(way.repay));
    }
    if (way.interestSaved && way.interestSaved->isPositive()) {
        details << tr("saves %1 interest a day")
                       .arg(format().money(way.interestSaved, way.after.quoteAsset, Rounding::Down));
    }
    row.detailText = details.join(QStringLiteral(" · "));
    // Each way leads there; by how much the last step of an amount goes beyond is no news.
    QStringList results {tr("level %1").arg(ratioText(format(), answer.ways->target))};
    const QString prices = barPricesText(format(), way.assessment);
    if (!prices.isEmpty()) {
        results << prices;
    }
    row.resultText = results.join(QStringLiteral(" · "));
    switch (way.way) {
    case analysis::Way::Deposit: row.title = tr("Deposit"); break;
    case analysis::Way::Repay:
        row.title = tr("Repay with new money");
        row.way = MarginCallViewModel::Repay;
        break;
    case analysis::Way::SellAndRepay:
        row.title = tr("Sell and repay");
        row.way = MarginCallViewModel::Sell;
        break;
    case analysis::Way::Move:
        const auto giver = std::ranges::find(answer.accounts, way.from, &margin::Account::id);
        row.title = tr("Move from %1").arg(giver == answer.accounts.end() ? QString() : accountLabel(*giver));
        row.move = margin::PreparedPlan {
            {}, m_account, {}, margin::Way::Move, way.asset, DisplayFormat::payable(way.amount, way.asset), way.from};
        break;
    }
    return row;
}

void WaysOutViewModel::openForm(int row)
{
    if (row < 0 || row >= m_ways->count()) {
        return;
    }
    const WayRow &way = m_ways->row(row);
    if (way.move) {
        Q_EMIT moveWanted(*way.move);
    } else {
        Q_EMIT wayWanted(accountId(), way.way);
    }
}

void WaysOutViewModel::showWays(const Answer &answer)
{
    std::vector<WayRow> rows;
    m_noWaysText.clear();
    if (m_ids.empty()) {
        m_noWaysText = tr("Nothing is owed in any account.");
    } else if (!answer.ways) {
        m_noWaysText = tr("The level of this account is not known: a price is missing.");
    } else {
        for (const analysis::WayOut &way : answer.ways->ways) {
            if (way.amount.isPositive()) {
                rows.push_back(rowOf(way, answer));
            }
        }
        if (rows.empty()) {
            m_noWaysText =
                tr("Nothing is needed: the level is not below %1.").arg(ratioText(format(), answer.ways->target));
        }
    }
    m_ways->setRows(std::move(rows));
}

QString WaysOutViewModel::spreadTextOf(const analysis::Allocation &allocation, const Answer &answer) const
{
    const bool repays = allocation.by == analysis::AllocateBy::Repay;
    if (!allocation.before) {
        return repays ? tr("No account with a known level owes %1.").arg(plainName(m_asset, 20))
                      : tr("No account with a debt and a known level can take %1.").arg(plainName(m_asset, 20));
    }
    QString text = allocation.after ? tr("The smallest distance to a call goes from %1 to %2.")
                                          .arg(format().percent(allocation.before), format().percent(allocation.after))
                                    : tr("None of these accounts owes anything any more then.");
    const bool isComparable = answer.other && *answer.other && (*answer.other)->after && allocation.after
        && std::ranges::equal((*answer.other)->leftOut, allocation.leftOut, {}, &analysis::AccountLeftOut::account,
                              &analysis::AccountLeftOut::account); // of the same accounts
    if (isComparable) {
        const QString share = format().percent((*answer.other)->after);
        text += u' '
            + (repays ? tr("Deposited instead, it would go to %1.").arg(share)
                      : tr("Repaid instead, it would go to %1.").arg(share));
    }
    return text;
}

QString WaysOutViewModel::leftOutTextOf(const analysis::Allocation &allocation, const Answer &answer) const
{
    using analysis::LeftOut;
    const bool repays = allocation.by == analysis::AllocateBy::Repay;
    QStringList left;
    for (const analysis::AccountLeftOut &out : allocation.leftOut) {
        if (out.because != LeftOut::NoDebt && out.because != LeftOut::Liquidated) {
            left << accountLabel(answer.accounts[out.account]);
        }
    }
    const QString form = repays ? tr("Without a part, because they do not owe %1 or their level is not known: %2")
                                : tr("Without a part, because they do not take %1 or their level is not known: %2");
    return left.isEmpty() ? QString() : form.arg(plainName(m_asset, 20), left.join(QStringLiteral(", ")));
}

void WaysOutViewModel::showSpread(const Answer &answer)
{
    std::vector<SpreadRow> rows;
    m_spreadText.clear();
    m_leftOutText.clear();
    if (answer.allocation && !*answer.allocation) {
        m_sumError = tr("This sum cannot be spread.");
    } else if (answer.allocation) {
        const analysis::Allocation &allocation = **answer.allocation;
        for (const analysis::AllocatedAmount &part : allocation.amounts) {
            const margin::Account &account = answer.accounts[part.account];
            const auto distance = [&](const margin::Account &of) {
                return format().percent(margin::assess(of, *answer.rates).distanceToCall);
            };
            rows.push_back({QString::fromStdString(account.id), accountLabel(account),
                            QStringLiteral("%1 %2").arg(format().full(part.amount, 2), plainName(m_asset, 20)),
                            tr("%1 → %2").arg(distance(account), distance(allocation.accounts[part.account]))});
        }
        m_spreadText = spreadTextOf(allocation, answer);
        m_leftOutText = leftOutTextOf(allocation, answer);
    }
    m_spread->setRows(std::move(rows));
}

RowRoles<WayRow> WayRow::roles()
{
    return {{"title", &WayRow::title},
            {"amountText", &WayRow::amountText},
            {"detailText", &WayRow::detailText},
            {"resultText", &WayRow::resultText}};
}

RowRoles<SpreadRow> SpreadRow::roles()
{
    return {{"accountId", &SpreadRow::accountId},
            {"title", &SpreadRow::title},
            {"amountText", &SpreadRow::amountText},
            {"distanceText", &SpreadRow::distanceText}};
}

} // namespace plimsoll::viewmodels
