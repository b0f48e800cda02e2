// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/refusaltext.h"

#include "margin/permissions.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/translated.h"
#include "wording/reasontext.h"

namespace plimsoll::viewmodels {

namespace {

QString shortName(const std::string &asset)
{
    return plainName(asset, 20);
}

QString freeIn(const margin::Account &account, const std::string &asset, const DisplayFormat &format)
{
    const margin::Balance *balance = account.balance(asset);
    return tr("The account has %1 %2 free.")
        .arg(format.quantity(balance ? balance->free : margin::Decimal(), margin::Rounding::Down), shortName(asset));
}

QString notEnoughText(const margin::Account &account, const margin::Wallet *wallet, const monitor::Action &action,
                      const DisplayFormat &format)
{
    if (const auto *topUp = std::get_if<monitor::TopUp>(&action); topUp && wallet) {
        return tr("The wallet has %1 %2 free.")
            .arg(format.quantity(wallet->free(topUp->asset), margin::Rounding::Down), shortName(topUp->asset));
    }
    if (const auto *open = std::get_if<monitor::OpenPosition>(&action); open && wallet) {
        return tr("The wallet has %1 %2 free.")
            .arg(format.quantity(wallet->free(open->quote), margin::Rounding::Down), shortName(open->quote));
    }
    if (const auto *repay = std::get_if<monitor::Repay>(&action)) {
        const margin::Balance *balance = account.balance(repay->asset);
        const auto owed = balance ? balance->debt().value_or(margin::Decimal()) : margin::Decimal();
        return repay->amount > owed
            ? tr("Only %1 %2 is owed.").arg(format.quantity(owed, margin::Rounding::Down), shortName(repay->asset))
            : freeIn(account, repay->asset, format);
    }
    if (const auto *out = std::get_if<monitor::TransferOut>(&action)) {
        return freeIn(account, out->asset, format);
    }
    if (const auto *trade = std::get_if<monitor::TradeDone>(&action)) {
        return freeIn(account, trade->buy ? trade->against : trade->asset, format);
    }
    if (const auto *close = std::get_if<monitor::ClosePosition>(&action)) {
        return freeIn(account, close->quote, format);
    }
    return tr("There is not enough for this.");
}

QString notAllowedText(const Error &error, const margin::Account &account, const monitor::Action &action,
                       const DisplayFormat &format)
{
    const auto initial = ratioText(format, account.thresholds.initial);
    if (error.place == "leverage") {
        return tr("The leverage must be above 1 and at most %1.")
            .arg(format.full(margin::largestLeverage(account.thresholds)));
    }
    if (std::holds_alternative<monitor::TransferOut>(action)) {
        return tr("A transfer out must leave a level of at least %1.")
            .arg(ratioText(format, margin::transferOutBar(account)));
    }
    if (std::holds_alternative<monitor::Borrow>(action) || std::holds_alternative<monitor::OpenPosition>(action)) {
        return error.place == "amount" ? tr("A loan of this size would leave a level below %1.").arg(initial)
                                       : tr("Borrowing is possible only above a level of %1.").arg(initial);
    }
    return tr("At or below the liquidation ratio %1 nothing can be traded.")
        .arg(ratioText(format, account.thresholds.liquidation));
}

QString notAcceptedText(const margin::Account &account)
{
    return account.mode == margin::MarginMode::Isolated
        ? tr("This isolated account takes only %1 and %2.")
              .arg(shortName(account.baseAsset), shortName(account.quoteAsset))
        : tr("Choose another asset.");
}

} // namespace

QString refusalText(const Error &error, const margin::Account &account, const margin::Wallet *wallet,
                    const monitor::Action &action, const DisplayFormat &format)
{
    switch (error.code) {
    case ErrorCode::AmountNotPositive:
        return error.place == "ownMoney" ? tr("This is too little to trade at this price.")
            : error.place == "price"     ? tr("The price must be above 0.")
                                         : tr("The amount must be above 0.");
    case ErrorCode::AssetNotAccepted: return notAcceptedText(account);
    case ErrorCode::NotEnough:
        return error.place == "asset" ? tr("There is nothing of this asset to close.")
                                      : notEnoughText(account, wallet, action, format);
    case ErrorCode::NotAllowedNow: return notAllowedText(error, account, action, format);
    case ErrorCode::PriceUnknown: return tr("A price is missing or too old, so this cannot be judged.");
    case ErrorCode::AccountClosed: return tr("This account was liquidated; nothing more can be recorded on it.");
    case ErrorCode::Overflow: return tr("The result would have more than 18 digits before the point.");
    default: return failureText(error);
    }
}

QString withPrivacy(const QString &text, monitor::Privacy privacy)
{
    return privacy == monitor::Privacy::OwnerOnly
        ? text
        : text + u' ' + tr("Its folder keeps no permissions: others may be able to read the file.");
}

QString failureText(const Error &error)
{
    const QString detail = wording::reasonText(plainName(error.message(), 300));
    switch (error.code) {
    case ErrorCode::CannotWrite:
    case ErrorCode::InputOutput:
        return tr("It could not be saved. Look for free space and permissions, then try again: it will not be recorded "
                  "twice.");
    case ErrorCode::Conflict:
        return tr("This dialog was recorded before, with other content. Close it and look into the journal.");
    case ErrorCode::NotFound: return tr("The account or wallet is not there any more.");
    case ErrorCode::CannotOpen: return tr("It cannot be opened: %1").arg(detail);
    case ErrorCode::DuplicateEntry: return tr("It is there already: %1").arg(detail);
    case ErrorCode::NewerVersion: return tr("This was written by a newer version of Plimsoll. Update to read it.");
    case ErrorCode::UnknownFormat: return tr("This is not a portfolio file of Plimsoll.");
    default: return tr("Not accepted: %1").arg(detail);
    }
}

QString walletName(const std::string &id)
{
    if (id.empty()) {
        return tr("Outside");
    }
    return id == "spot" ? tr("Spot wallet") : plainName(id, 30);
}

QString walletName(const margin::Wallet &wallet)
{
    return wallet.name.empty() ? walletName(wallet.id) : plainName(wallet.name, 30);
}

QString notUnderstood(const Error &error)
{
    return plainName(error.detail, 200);
}

} // namespace plimsoll::viewmodels
