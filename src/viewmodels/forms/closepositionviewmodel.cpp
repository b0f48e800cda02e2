// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/forms/closepositionviewmodel.h"

#include "viewmodels/accounts/suggestions.h"
#include "viewmodels/common/choices.h"
#include "viewmodels/common/pricedrates.h"

namespace plimsoll::viewmodels {

using margin::Decimal;
using margin::EntryKind;
using margin::Field;

void ClosePositionViewModel::open(const QString &accountId)
{
    m_positions.chosen.clear();
    m_price = {};
    m_quantity.clear();
    openFor(accountId);
}

void ClosePositionViewModel::openToSafety(const QString &accountId)
{
    open(accountId);
    const auto account = subject();
    const auto sale = account ? suggestedSale(*account, margin::assess(*account, *rates())) : std::nullopt;
    if (!sale) {
        return;
    }
    m_positions.chosen = sale->asset;
    prefillPrice();
    if (sale->amount) {
        setQuantity(m_format.editable(*sale->amount));
        keepAsOpened();
    }
}

void ClosePositionViewModel::openPlanned(const std::string &accountId, const std::string &asset, Decimal quantity)
{
    open(QString::fromStdString(accountId));
    if (indexIn(m_positions.options, asset) < 0) { // nothing of it is there any more, and the form says so
        return;
    }
    m_positions.chosen = asset;
    m_price.release();
    prefillPrice();
    setQuantity(m_format.editable(quantity));
    keepAsOpened();
}

std::optional<Decimal> ClosePositionViewModel::whole() const
{
    const auto account = subject();
    const margin::Balance *balance = account ? account->balance(m_positions.chosen) : nullptr;
    const auto owed = balance != nullptr ? balance->debt() : std::nullopt;
    if (!owed) {
        return std::nullopt;
    }
    return *owed > balance->free ? owed->minus(balance->free) : balance->free.minus(*owed);
}

void ClosePositionViewModel::setQuantity(const QString &text)
{
    if (text != m_quantity) {
        m_quantity = text;
        recalculate();
        Q_EMIT formChanged();
    }
}

QString ClosePositionViewModel::allText() const
{
    const auto all = whole();
    return all && all->isPositive() ? tr("all %1").arg(m_format.full(*all)) : QString();
}

void ClosePositionViewModel::accountChosen()
{
    m_price.release();
    listPositions();
    prefillPrice();
    Q_EMIT formChanged();
}

void ClosePositionViewModel::snapshotArrived()
{
    listPositions();
    prefillPrice();
    Q_EMIT formChanged();
}

void ClosePositionViewModel::listPositions()
{
    m_positions.options.clear();
    if (const auto account = subject()) {
        for (const margin::Balance &balance : account->balances) {
            const bool something = balance.free.isPositive() || balance.borrowed.isPositive()
                || balance.interest.isPositive();
            if (balance.asset != account->quoteAsset && something) {
                addOnce(m_positions.options, balance.asset);
            }
        }
    }
    m_positions.keep();
}

void ClosePositionViewModel::prefillPrice()
{
    const margin::Rate rate = rates()->find(m_positions.chosen, quote().toStdString());
    m_price.follow(rate.known() ? std::optional(rate.down) : std::nullopt, m_format);
}

// A price typed for a pair without one also judges the account; a known price is never replaced.
std::shared_ptr<const margin::Rates> ClosePositionViewModel::rates() const
{
    const auto account = subject();
    const auto known = OperationForm::rates();
    const auto typed = m_price.isTyped() ? m_format.parseAmount(price()) : Result<Decimal>(Decimal());
    return account && typed ? pricedRates(*known, *account, m_positions.chosen, *typed) : known;
}

void ClosePositionViewModel::setPositionIndex(int index)
{
    if (m_positions.chooseAt(index)) {
        m_quantity.clear(); // 3 BTC must not become 3 ETH
        m_price.release();
        prefillPrice();
        recalculate();
        Q_EMIT formChanged();
    }
}

QString ClosePositionViewModel::quote() const
{
    const auto account = subject();
    return account ? QString::fromStdString(account->quoteAsset) : QString();
}

void ClosePositionViewModel::setPrice(const QString &text)
{
    if (m_price.type(text)) {
        recalculate();
        Q_EMIT formChanged();
    }
}

QString ClosePositionViewModel::priceHint() const
{
    const margin::Rate rate = OperationForm::rates()->find(m_positions.chosen, quote().toStdString());
    return rate.known() ? tr("now %1").arg(m_format.price(rate.down, margin::Rounding::Down))
                        : tr("no current price: enter the one you got");
}

OperationForm::Draft ClosePositionViewModel::draft() const
{
    Draft drafted;
    if (m_positions.chosen.empty()) {
        drafted.reason = isOpen()
            ? tr("This account holds and owes nothing but %1.").arg(plainName(quote().toStdString(), 20))
            : QString();
        return drafted;
    }
    if (price().trimmed().isEmpty()) {
        return drafted;
    }
    std::optional<Decimal> quantity;
    if (!m_quantity.trimmed().isEmpty()) {
        quantity = readAmount(m_quantity, "amount", drafted);
        if (!quantity) {
            return drafted;
        }
    }
    if (const auto price = readAmount(m_price.text(), "price", drafted)) {
        drafted.action = monitor::ClosePosition {m_positions.chosen, quote().toStdString(), *price, quantity};
    }
    return drafted;
}

// The booking, told step by step in the order in which it happens.
void ClosePositionViewModel::recalculated(const margin::Booking *booking, const margin::Account *after)
{
    m_steps.clear();
    m_left.clear();
    if (booking != nullptr) {
        const auto &rows = booking->rows;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const margin::LedgerRow &row = rows[i];
            const QString asset = plainName(row.asset, 20);
            const bool trade = row.kind == EntryKind::Sell || row.kind == EntryKind::Buy;
            if (trade && i + 1 < rows.size()) { // two rows: the asset, then what it was traded against
                const margin::LedgerRow &against = rows[++i];
                const QString form = row.kind == EntryKind::Sell ? tr("Sell %1 %2 for %3 %4")
                                                                 : tr("Buy back %1 %2 for %3 %4");
                const Decimal amount = row.change.isNegative() ? -row.change : row.change;
                const Decimal value = against.change.isNegative() ? -against.change : against.change;
                m_steps << form.arg(m_format.full(amount), asset, m_format.full(value, 2),
                                    plainName(against.asset, 20));
            } else if (row.kind == EntryKind::Repay && row.field == Field::Interest) {
                m_steps << tr("Pay %1 %2 interest").arg(m_format.full(-row.change), asset);
            } else if (row.kind == EntryKind::Repay && row.field == Field::Borrowed) {
                m_steps << tr("Repay %1 %2 of the loan").arg(m_format.full(-row.change), asset);
            }
        }
    }
    if (after != nullptr) {
        QStringList parts;
        for (const margin::Balance &balance : after->balances) {
            const Decimal total = balance.total().value_or(Decimal());
            const Decimal debt = balance.debt().value_or(Decimal());
            const QString asset = plainName(balance.asset, 20);
            if (total.isPositive()) {
                parts << tr("%1 %2").arg(m_format.quantity(total, margin::Rounding::Down), asset);
            }
            if (debt.isPositive()) {
                parts << tr("%1 %2 still owed").arg(m_format.quantity(debt, margin::Rounding::Up), asset);
            }
        }
        m_left = parts.isEmpty() ? tr("nothing") : parts.join(QStringLiteral(", "));
    }
    Q_EMIT formChanged();
}

QString ClosePositionViewModel::successText(const monitor::Action &action) const
{
    Q_UNUSED(action)
    return tr("Recorded: %1 closed in %2; left: %3").arg(plainName(m_positions.chosen, 20), accountTitle(), m_left);
}

} // namespace plimsoll::viewmodels
