// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/entryviewmodel.h"

#include "viewmodels/choices.h"

namespace plimsoll::viewmodels {

using margin::Decimal;

void EntryViewModel::openKind(const QString &accountId, int kind)
{
    m_kind = kind >= Borrow && kind <= Liquidation ? kind : Borrow;
    m_amount.clear();
    m_price.clear();
    m_note.clear();
    m_asset.clear();
    m_against.clear();
    m_target.clear();
    m_priceTyped = false;
    openFor(accountId);
}

QStringList EntryViewModel::kindNames() const
{
    return {tr("Borrow"), tr("Repay"), tr("Buy"), tr("Sell"), tr("Transfer out"), tr("Interest"), tr("Liquidation")};
}

void EntryViewModel::setKind(int kind)
{
    if (kind >= Borrow && kind <= Liquidation && kind != m_kind) {
        m_kind = kind;
        m_amount.clear();
        refresh();
    }
}

QString EntryViewModel::explanation() const
{
    switch (static_cast<Kind>(m_kind)) {
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
    m_assets.clear();
    m_targets.clear();
    if (const auto account = subject()) {
        addOnce(m_assets, account->baseAsset);
        for (const margin::Balance &balance : account->balances) {
            addOnce(m_assets, balance.asset);
        }
        addOnce(m_assets, account->quoteAsset);
    }
    if (const auto now = snapshot(); now && now->wallets) {
        for (const margin::Wallet &each : *now->wallets) {
            m_targets.push_back(each.id);
        }
    }
    m_targets.emplace_back();
    m_target = m_targets.front();
    m_amount.clear();
    chooseAsset(indexIn(m_assets, m_asset) >= 0 ? m_asset : m_assets.empty() ? std::string() : m_assets.front());
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
    if (const auto account = subject(); account && account->quoteAsset != m_asset) {
        against.push_back(account->quoteAsset);
    }
    for (const std::string &each : m_assets) {
        if (each != m_asset) {
            addOnce(against, each);
        }
    }
    return against;
}

void EntryViewModel::chooseAsset(const std::string &asset)
{
    m_asset = asset;
    const auto against = againstAssets();
    if (indexIn(against, m_against) < 0) {
        m_against = against.empty() ? std::string() : against.front();
    }
    m_priceTyped = false;
    prefillPrice();
}

void EntryViewModel::prefillPrice()
{
    if (m_priceTyped) {
        return;
    }
    const margin::Rate rate = rates()->find(m_asset, m_against);
    m_price = rate.known() ? m_format.editablePrice(rate.down) : QString();
}

QStringList EntryViewModel::assetNames() const
{
    return assetTexts(m_assets);
}

int EntryViewModel::assetIndex() const
{
    return indexIn(m_assets, m_asset);
}

void EntryViewModel::setAssetIndex(int index)
{
    if (const std::string *chosen = chosenOf(m_assets, index); chosen && *chosen != m_asset) {
        m_amount.clear();
        chooseAsset(*chosen);
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
        m_priceTyped = false;
        prefillPrice();
        refresh();
    }
}

QStringList EntryViewModel::targetNames() const
{
    return walletTexts(m_targets);
}

int EntryViewModel::targetIndex() const
{
    return indexIn(m_targets, m_target);
}

void EntryViewModel::setTargetIndex(int index)
{
    if (const std::string *chosen = chosenOf(m_targets, index)) {
        m_target = *chosen;
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
    if (text != m_price) {
        m_price = text;
        m_priceTyped = true;
        refresh();
    }
}

void EntryViewModel::setEntryNote(const QString &text)
{
    constexpr int kLongestNote = 500;
    m_note = text.left(kLongestNote);
    Q_EMIT formChanged();
}

QString EntryViewModel::amountHint() const
{
    const auto account = subject();
    const margin::Balance *balance = account ? account->balance(m_asset) : nullptr;
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
    const margin::Balance *balance = account ? account->balance(m_asset) : nullptr;
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
    if (m_amount.trimmed().isEmpty() || m_asset.empty()) {
        return drafted;
    }
    const auto amount = readAmount(m_amount, "amount", drafted);
    if (!amount) {
        return drafted;
    }
    switch (static_cast<Kind>(m_kind)) {
    case Borrow: drafted.action = monitor::Borrow {m_asset, *amount}; break;
    case Repay: drafted.action = monitor::Repay {m_asset, *amount}; break;
    case TransferOut: drafted.action = monitor::TransferOut {m_asset, *amount, m_target}; break;
    case Interest: drafted.action = monitor::ChargeInterest {m_asset, *amount}; break;
    case Buy:
    case Sell:
        if (m_price.trimmed().isEmpty()) {
            return drafted;
        }
        if (const auto price = readAmount(m_price, "price", drafted)) {
            drafted.action = monitor::TradeDone {m_kind == Buy, m_asset, m_against, *amount, *price};
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
        .arg(kindNames().at(m_kind), m_amount.trimmed().left(40), plainName(m_asset, 20), accountTitle());
}

} // namespace plimsoll::viewmodels
