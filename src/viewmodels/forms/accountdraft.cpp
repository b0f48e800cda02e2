// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/forms/accountdraft.h"

#include "viewmodels/common/amountecho.h"
#include "viewmodels/common/assetname.h"
#include "viewmodels/common/choices.h"
#include "viewmodels/common/confirmation.h"

#include <array>

namespace plimsoll::viewmodels {

using margin::Account;
using margin::Decimal;
using margin::MarginMode;

namespace {

// One account per owner, mode and pair.
bool isTaken(const Account &account, const monitor::SnapshotPtr &now)
{
    return std::ranges::any_of(accountsOf(now), [&account](const Account *other) {
        return other->id != account.id && other->owner == account.owner && other->symbol == account.symbol
            && other->mode == account.mode;
    });
}

} // namespace

BarsDraft BarsDraft::of(const margin::Thresholds &bars, const DisplayFormat &format)
{
    return {format.editable(bars.initial, 2), format.editable(bars.marginCall, 2),
            format.editable(bars.liquidation, 2)};
}

std::optional<margin::Thresholds> BarsDraft::read(const DisplayFormat &format, QString &fault) const
{
    margin::Thresholds bars;
    const std::array<std::pair<Decimal *, QString>, 3> fields {
        {{&bars.initial, initial}, {&bars.marginCall, call}, {&bars.liquidation, liquidation}}};
    for (const auto &[bar, text] : fields) {
        if (text.trimmed().isEmpty()) {
            return std::nullopt;
        }
        const auto typed = format.parseAmount(text);
        if (!typed) {
            fault = notUnderstood(typed.error());
            return std::nullopt;
        }
        *bar = *typed;
    }
    if (const auto checked = margin::validated(bars); !checked) {
        const std::string &place = checked.error().place;
        fault = place == "liquidation" ? AccountDraft::tr("The liquidation ratio must be above 0.")
            : place == "marginCall"
            ? AccountDraft::tr("The margin-call ratio must be above the liquidation ratio: the call comes first.")
            : AccountDraft::tr("The initial ratio must not be below the margin-call ratio.");
        return std::nullopt;
    }
    return bars;
}

AccountDraft::AccountDraft()
    : quote(QStringLiteral("USDT"))
    , m_idTail(freshIdTail())
{
}

AccountDraft::AccountDraft(const Account &account, const DisplayFormat &format)
    : before(account)
    , name(QString::fromStdString(account.name))
    , note(QString::fromStdString(account.note))
    , owner(QString::fromStdString(account.owner))
    , mode(account.mode)
    , base(QString::fromStdString(account.baseAsset))
    , quote(QString::fromStdString(account.quoteAsset))
    , profile(account.ownThresholds ? std::string() : account.profile)
    , ownBars(account.ownThresholds)
    , bars(BarsDraft::of(account.thresholds, format))
    , contributed(account.contributed ? format.editable(*account.contributed) : QString())
{
}

AccountDraft::Reading AccountDraft::read(const Context &context) const
{
    Reading reading;
    Account account = described();
    readContributed(context.format, account, reading);
    const bool fitting = pairFits(context.now, reading);
    const auto chosen = chosenBars(context, reading);
    if (!fitting || !chosen || !context.balances || !reading.contributedFault.isEmpty()) {
        return reading;
    }
    account.thresholds = *chosen;
    account.balances = *context.balances;
    if (const auto checked = margin::validated(account); !checked) {
        reading.fault = failureText(checked.error());
    } else if (isTaken(account, context.now)) {
        reading.fault = isIsolated() ? tr("This owner has an isolated account for this pair already.")
                                     : tr("This owner has a cross account already.");
    } else {
        reading.account = std::move(account);
    }
    return reading;
}

// What the account is, without its bars and money. Mode, pair and id of one that exists stay.
Account AccountDraft::described() const
{
    Account account = before.value_or(Account {});
    account.name = name.trimmed().toStdString();
    account.note = note.trimmed().toStdString();
    account.owner = owner.trimmed().toStdString();
    if (!before) {
        account.mode = mode;
        account.quoteAsset = quote.toStdString();
        account.baseAsset = isIsolated() ? base.toStdString() : std::string();
        account.symbol = isIsolated() ? account.baseAsset + account.quoteAsset : std::string();
        account.id = (isIsolated() ? (base + quote).toLower() : QStringLiteral("cross")).toStdString() + '-' + m_idTail;
    }
    account.profile = ownBars ? std::string() : profile;
    account.ownThresholds = ownBars;
    return account;
}

void AccountDraft::readContributed(const DisplayFormat &format, Account &account, Reading &reading) const
{
    account.contributed.reset();
    if (contributed.trimmed().isEmpty()) {
        return;
    }
    const auto typed = format.parseSigned(contributed.trimmed()); // it may be below 0 after large transfers out
    if (!typed) {
        reading.contributedFault = notUnderstood(typed.error());
        return;
    }
    account.contributed = *typed;
    const std::string unit = quote.toStdString();
    reading.contributedEcho = echoText(format, *typed, unit, {}, unit);
}

// Names that are names, and a pair that the exchange trades.
bool AccountDraft::pairFits(const monitor::SnapshotPtr &now, Reading &reading) const
{
    const monitor::PriceList *list = now ? now->list.get() : nullptr;
    const std::string first = isIsolated() ? base.toStdString() : std::string();
    const std::string second = quote.toStdString();
    reading.baseFault = assetProblem(first);
    reading.quoteFault = assetProblem(second);
    if (!reading.baseFault.isEmpty() || !reading.quoteFault.isEmpty() || second.empty()
        || (isIsolated() && first.empty())) {
        return false;
    }
    if (before) {
        return true;
    }
    if (first == second) {
        reading.baseFault = tr("A pair needs two different assets.");
    } else if (isIsolated()) {
        reading.baseFault = unlistedText(list, first, second);
    } else {
        reading.quoteFault = unpricedText(list, second, second == "USDT" ? "BTC" : "USDT");
    }
    return reading.baseFault.isEmpty() && reading.quoteFault.isEmpty();
}

std::optional<margin::Thresholds> AccountDraft::chosenBars(const Context &context, Reading &reading) const
{
    if (ownBars) {
        return bars.read(context.format, reading.barsFault);
    }
    const margin::Profile *chosen = context.profiles.find(profile);
    return chosen ? std::optional(chosen->thresholds) : std::nullopt;
}

} // namespace plimsoll::viewmodels
