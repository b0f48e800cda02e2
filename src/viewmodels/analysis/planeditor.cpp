// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/planeditor.h"

#include "analysis/plantoday.h"
#include "viewmodels/analysis/plantext.h"

#include <algorithm>

namespace plimsoll::viewmodels {

using margin::Account;
using margin::Decimal;
using margin::PreparedPlan;
using margin::Way;

PlanEditor::PlanEditor(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    connect(&m_services.relay, &monitor::SnapshotRelay::snapshotReady, this, [this] {
        if (m_isOpen) {
            Q_EMIT changed(); // today's amount follows the newest prices
        }
    });
}

void PlanEditor::open(const PreparedPlan &plan, bool isNew)
{
    m_plan = plan;
    m_isNew = isNew;
    m_isOpen = true;
    m_confirmation.restart();
    m_sources.options = walletIds(m_services.relay.current());
    m_sources.chosen = plan.way == Way::Move ? std::string() : plan.source;
    if (m_sources.index() < 0) { // the wallet it drew on is gone, and stays named until another one is chosen
        m_sources.options.push_back(m_sources.chosen);
    }
    listOptions();
}

void PlanEditor::openNew(const QString &accountId)
{
    open({freshId(), accountId.toStdString(), {}, Way::Deposit, {}, {}, {}}, true);
    m_name.clear();
    if (!m_options.empty()) {
        choose(m_options.front());
    }
    Q_EMIT changed();
}

void PlanEditor::edit(const PreparedPlan &plan)
{
    open(plan, false);
    m_name = QString::fromStdString(plan.name);
    m_amount = m_services.format.editable(plan.amount);
    if (std::ranges::find(m_options, chosen()) == m_options.end()) {
        m_options.push_back(chosen());
    }
    Q_EMIT changed();
}

PlanEditor::Option PlanEditor::chosen() const
{
    return {m_plan.way, m_plan.asset, m_plan.way == Way::Move ? m_plan.source : std::string()};
}

bool PlanEditor::holds(const std::string &walletId) const
{
    const auto now = m_services.relay.current();
    if (!now || !now->wallets) {
        return false;
    }
    const auto found = std::ranges::find(*now->wallets, walletId, &margin::Wallet::id);
    return found != now->wallets->end() && found->free(m_plan.asset).isPositive();
}

// The money comes from a wallet that has some.
void PlanEditor::choose(const Option &option)
{
    m_plan.way = option.way;
    m_plan.asset = option.asset;
    m_plan.source = option.giver;
    const auto rich = std::ranges::find_if(m_sources.options, [this](const std::string &id) { return holds(id); });
    m_sources.chosen = rich == m_sources.options.end() ? std::string() : *rich;
    m_amount.clear(); // 150 USDT must not become 150 BCH
    fillNeeded();
}

void PlanEditor::listOptions()
{
    m_options.clear();
    const auto now = m_services.relay.current();
    const margin::Portfolio book = now ? now->portfolio() : margin::Portfolio();
    const Account *account = book.account(m_plan.account);
    if (account == nullptr) {
        return;
    }
    m_options.push_back({Way::Deposit, account->quoteAsset, {}});
    for (const margin::Balance &balance : account->balances) {
        const Decimal owed = balance.debt().value_or(Decimal());
        if (balance.asset != account->quoteAsset) {
            m_options.push_back({Way::Deposit, balance.asset, {}});
        }
        if (owed.isPositive()) {
            m_options.push_back({Way::Repay, balance.asset, {}});
        }
        if (balance.asset != account->quoteAsset && balance.free > owed) {
            m_options.push_back({Way::SellAndRepay, balance.asset, {}});
        }
    }
    addMoves(*account, book);
    std::ranges::stable_sort(m_options, {}, &Option::way);
}

void PlanEditor::addMoves(const Account &account, const margin::Portfolio &book)
{
    for (const Account &giver : book.accounts) {
        if (giver.id == account.id || giver.liquidatedAt) {
            continue;
        }
        for (const margin::Balance &balance : giver.balances) {
            if (balance.free.isPositive() && account.accepts(balance.asset)) {
                m_options.push_back({Way::Move, balance.asset, giver.id});
            }
        }
    }
}

QStringList PlanEditor::wayNames() const
{
    const auto now = m_services.relay.current();
    QStringList names;
    for (const Option &option : m_options) {
        const QString asset = plainName(option.asset, 20);
        const margin::Verdict *giver = now ? now->find(option.giver) : nullptr;
        switch (option.way) {
        case Way::Deposit: names << tr("Deposit %1").arg(asset); break;
        case Way::Repay: names << tr("Repay %1 with new money").arg(asset); break;
        case Way::SellAndRepay: names << tr("Sell %1 and repay").arg(asset); break;
        case Way::Move:
            names << tr("Move %1 from %2").arg(asset, giver ? accountLabel(*giver->account) : plainName(option.giver));
            break;
        }
    }
    return names;
}

int PlanEditor::wayIndex() const
{
    const auto found = std::ranges::find(m_options, chosen());
    return found == m_options.end() ? -1 : static_cast<int>(found - m_options.begin());
}

void PlanEditor::setWayIndex(int index)
{
    if (index >= 0 && index < static_cast<int>(m_options.size()) && index != wayIndex()) {
        choose(m_options[static_cast<std::size_t>(index)]);
        Q_EMIT changed();
    }
}

bool PlanEditor::hasSource() const
{
    return m_plan.way == Way::Deposit || m_plan.way == Way::Repay;
}

void PlanEditor::setSourceIndex(int index)
{
    if (m_sources.chooseAt(index)) {
        Q_EMIT changed();
    }
}

void PlanEditor::setAmount(const QString &amount)
{
    if (amount != m_amount) {
        m_amount = amount;
        Q_EMIT changed();
    }
}

void PlanEditor::setName(const QString &name)
{
    if (name != m_name) {
        m_name = name;
        Q_EMIT changed();
    }
}

QString PlanEditor::amountError() const
{
    if (m_amount.trimmed().isEmpty()) {
        return {};
    }
    const auto typed = m_services.format.parseAmount(m_amount);
    return !typed ? notUnderstood(typed.error()) : typed->isPositive() ? QString() : tr("This must be above 0.");
}

std::optional<Decimal> PlanEditor::needed() const
{
    const auto now = m_services.relay.current();
    if (!m_isOpen || !now || !now->rates) {
        return std::nullopt;
    }
    const auto today = analysis::planToday(now->portfolio(), *now->rates, m_plan);
    return today && today->needed && today->needed->isPositive() ? today->needed : std::nullopt;
}

QString PlanEditor::neededText() const
{
    const auto amount = needed();
    return amount ? tr("today %1").arg(planAmountText(*amount, m_plan.asset, m_services.format)) : QString();
}

void PlanEditor::fillNeeded()
{
    if (const auto amount = needed()) {
        constexpr int kCentDigits = 2;
        setAmount(m_services.format.editable(DisplayFormat::payable(*amount, m_plan.asset), kCentDigits));
    }
}

void PlanEditor::save()
{
    const auto typed = m_services.format.parseAmount(m_amount);
    if (!m_isOpen || !m_confirmation.begin()) {
        return;
    }
    const QString name = m_name.trimmed();
    if (name.isEmpty() || !typed || !typed->isPositive()) {
        m_confirmation.fail(name.isEmpty() ? tr("Give it a name first.") : tr("Say how much first."));
        Q_EMIT changed();
        return;
    }
    PreparedPlan plan = m_plan;
    plan.name = name.toStdString();
    plan.amount = *typed;
    if (hasSource()) {
        plan.source = m_sources.chosen;
    }
    Q_EMIT changed();
    m_services.stores.savePlan(plan).then(
        this, [this, id = m_confirmation.id()](const Result<Done> &result) { kept(id, result); });
}

void PlanEditor::kept(const std::string &id, const Result<Done> &result)
{
    if (result) {
        Q_EMIT saved(m_name.trimmed());
    }
    if (id != m_confirmation.id()) { // it was opened for something else meanwhile
        return;
    }
    if (result) {
        close();
        return;
    }
    m_confirmation.fail(result.error().code == ErrorCode::Conflict
                            ? tr("There is a plan of this name for this account. Choose another one.")
                            : failureText(result.error()));
    Q_EMIT changed();
}

void PlanEditor::close()
{
    if (m_isOpen) {
        m_isOpen = false;
        m_confirmation.stop();
        Q_EMIT changed();
    }
}

} // namespace plimsoll::viewmodels
