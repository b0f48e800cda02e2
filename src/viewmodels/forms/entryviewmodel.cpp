// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/forms/entryviewmodel.h"

#include "viewmodels/common/choices.h"

namespace plimsoll::viewmodels {

using margin::Decimal;

void EntryViewModel::openKind(const QString &accountId, Kind kind)
{
    m_kind = kind >= Borrow && kind <= Liquidation ? kind : Borrow;
    m_amount.clear();
    m_price = {};
    m_note.clear();
    m_assets.chosen.clear();
    m_against.clear();
    m_targets.chosen.clear();
    openFor(accountId);
}

QStringList EntryViewModel::kindNames() const
{
    return {tr("Borrow"), tr("Repay"), tr("Buy"), tr("Sell"), tr("Transfer out"), tr("Interest"), tr("Liquidation")};
}

void EntryViewModel::setKind(Kind kind)
{
    if (kind >= Borrow && kind <= Liquidation && kind != m_kind) {
        m_kind = kind;
        m_amount.clear();
        refresh();
    }
}

QString EntryViewModel::explanation() const
{
    switch (m_kind) {
    case Borrow: return tr("A loan you took: it adds to what the account holds and owes.");
    case Repay: return tr("What you paid back: interest first, then the loan.");
    case Buy: return tr("A purchase that was done, at the price you paid.");
    case Sell: return tr("A sale that was done, at the price you got.");
    case TransferOut: return tr("Money you took out of this account.");
    case Interest: return tr("Interest that was charged: it adds to the debt.");
    case Liquidation:
        return tr("The exchange closed this account: everything in it is gone. It is not watched any more, and this "
                  "cannot be undone.");
    }
    return {};
}

void EntryViewModel::accountChosen()
{
    m_assets.options.clear();
    if (const auto account = subject()) {
        addOnce(m_assets.options, account->baseAsset);
        for (const margin::Balance &balance : account->balances) {
            addOnce(m_assets.options, balance.asset);
        }
        addOnce(m_assets.options, account->quoteAsset);
    }
    m_targets.options = walletIds(snapshot());
    m_targets.chosen = m_targets.options.front();
    m_amount.clear();
    m_assets.keep();
    followAsset();
    Q_EMIT formChanged();
}

void EntryViewModel::snapshotArrived()
{
    prefillPrice();
    Q_EMIT formChanged();
}

std::vector<std::string> EntryViewModel::againstAssets() const
{
    std::vector<std::string> against;
    if (const auto account = subject(); account && account->quoteAsset != m_assets.chosen) {
        against.push_back(account->quoteAsset);
    }
    for (const std::string &each : m_assets.options) {
        if (each != m_assets.chosen) {
            addOnce(against, each);
        }
    }
    return against;
}

void EntryViewModel::followAsset()
{
    const auto against = againstAssets();
    if (indexIn(against, m_against) < 0) {
        m_against = against.empty() ? std::string() : against.front();
    }
    m_price.release();
    prefillPrice();
}

void EntryViewModel::prefillPrice()
{
    const margin::Rate rate = rates()->find(m_assets.chosen, m_against);
    m_price.follow(rate.known() ? std::optional(rate.down) : std::nullopt, m_format);
}

void EntryViewModel::setAssetIndex(int index)
{
    if (m_assets.chooseAt(index)) {
        m_amount.clear();
        followAsset();
        refresh();
    }
}

QStringList EntryViewModel::againstNames() const
{
    return assetTexts(againstAssets());
}

int EntryViewModel::againstIndex() const
{
    return indexIn(againstAssets(), m_against);
}

void EntryViewModel::setAgainstIndex(int index)
{
    const auto against = againstAssets();
    if (const std::string *chosen = chosenOf(against, index); chosen && *chosen != m_against) {
        m_against = *chosen;
        m_price.release();
        prefillPrice();
        refresh();
    }
}

void EntryViewModel::setTargetIndex(int index)
{
    if (m_targets.chooseAt(index)) {
        refresh();
    }
}

void EntryViewModel::setAmount(const QString &text)
{
    if (text != m_amount) {
        m_amount = text;
        refresh();
    }
}

void EntryViewModel::setPrice(const QString &text)
{
    if (m_price.type(text)) {
        refresh();
    }
}

void EntryViewModel::setEntryNote(const QString &text)
{
    constexpr int kLongestNote = 500;
    m_note = text.left(kLongestNote);
    Q_EMIT stateChanged(); // it is filled now
    Q_EMIT formChanged();
}

QString EntryViewModel::amountHint() const
{
    const auto account = subject();
    const margin::Balance *balance = account ? account->balance(m_assets.chosen) : nullptr;
    const Decimal free = balance ? balance->free : Decimal();
    const Decimal owed = balance ? balance->debt().value_or(Decimal()) : Decimal();
    if (m_kind == Repay || m_kind == Interest || m_kind == Borrow) {
        return tr("owed %1, free %2")
            .arg(m_format.quantity(owed, margin::Rounding::Up), m_format.quantity(free, margin::Rounding::Down));
    }
    if (m_kind == Buy) {
        const margin::Balance *paying = account ? account->balance(m_against) : nullptr;
        return tr("%1 %2 free to pay with")
            .arg(m_format.quantity(paying ? paying->free : Decimal(), margin::Rounding::Down),
                 plainName(m_against, 20));
    }
    return tr("%1 free").arg(m_format.quantity(free, margin::Rounding::Down));
}

std::optional<Decimal> EntryViewModel::all() const
{
    const auto account = subject();
    const margin::Balance *balance = account ? account->balance(m_assets.chosen) : nullptr;
    if (balance == nullptr || (m_kind != Repay && m_kind != Sell && m_kind != TransferOut)) {
        return std::nullopt;
    }
    const Decimal most = m_kind == Repay ? std::min(balance->free, balance->debt().value_or(Decimal())) : balance->free;
    return most.isPositive() ? std::optional(most) : std::nullopt;
}

QString EntryViewModel::allText() const
{
    const auto most = all();
    return most ? tr("all %1").arg(m_format.quantity(most, margin::Rounding::Down)) : QString();
}

void EntryViewModel::fillAll()
{
    if (const auto most = all()) {
        setAmount(m_format.editable(*most));
    }
}

QString EntryViewModel::confirmText() const
{
    return m_kind == Liquidation ? tr("Record liquidation") : tr("Record");
}

void EntryViewModel::refresh()
{
    recalculate();
    Q_EMIT formChanged();
}

OperationForm::Draft EntryViewModel::draft() const
{
    Draft drafted;
    if (m_kind == Liquidation) {
        drafted.action = monitor::RecordLiquidation {};
        return drafted;
    }
    if (m_amount.trimmed().isEmpty() || m_assets.chosen.empty()) {
        return drafted;
    }
    const auto amount = readAmount(m_amount, "amount", drafted);
    if (!amount) {
        return drafted;
    }
    switch (m_kind) {
    case Borrow: drafted.action = monitor::Borrow {m_assets.chosen, *amount}; break;
    case Repay: drafted.action = monitor::Repay {m_assets.chosen, *amount}; break;
    case TransferOut: drafted.action = monitor::TransferOut {m_assets.chosen, *amount, m_targets.chosen}; break;
    case Interest: drafted.action = monitor::ChargeInterest {m_assets.chosen, *amount}; break;
    case Buy:
    case Sell:
        if (price().trimmed().isEmpty()) {
            return drafted;
        }
        if (const auto price = readAmount(m_price.text(), "price", drafted)) {
            drafted.action = monitor::TradeDone {m_kind == Buy, m_assets.chosen, m_against, *amount, *price};
        }
        break;
    case Liquidation: break;
    }
    return drafted;
}

QString EntryViewModel::successText(const monitor::Action &action) const
{
    Q_UNUSED(action)
    if (m_kind == Liquidation) {
        return tr("Recorded: %1 was liquidated").arg(accountTitle());
    }
    return tr("Recorded: %1, %2 %3, %4")
        .arg(kindNames().at(m_kind), m_amount.trimmed().left(40), plainName(m_assets.chosen, 20), accountTitle());
}

} // namespace plimsoll::viewmodels
