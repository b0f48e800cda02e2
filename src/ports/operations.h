// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/booking.h"
#include "margin/moment.h"
#include "margin/position.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace plimsoll::monitor {

/// The commands that change money, as values. An empty `wallet` means "outside", unless another account is named: a
/// move between two accounts, of which each has a half, is one operation with two ids (otherHalf()).
struct TopUp {
    std::string asset;
    margin::Decimal amount;
    std::string wallet;
    bool repays = false; ///< what is owed of the asset, at once
    std::string from {}; ///< the account that gives it; `wallet` is empty then
    bool operator==(const TopUp &) const = default;
};
struct TransferOut {
    std::string asset;
    margin::Decimal amount;
    std::string wallet;
    std::string to {}; ///< the account that gets it; `wallet` is empty then
    bool operator==(const TransferOut &) const = default;
};
struct Borrow {
    std::string asset;
    margin::Decimal amount;
    bool operator==(const Borrow &) const = default;
};
struct Repay {
    std::string asset;
    margin::Decimal amount;
    bool operator==(const Repay &) const = default;
};
struct TradeDone {
    bool buy = true;
    std::string asset;
    std::string against;
    margin::Decimal amount;
    margin::Decimal price;
    bool operator==(const TradeDone &) const = default;
};
struct OpenPosition {
    std::string base;
    std::string quote;
    bool isLong = true;
    margin::Decimal ownMoney;
    margin::Decimal leverage;
    margin::Decimal price;
    std::string wallet;
    bool operator==(const OpenPosition &) const = default;
};
struct ClosePosition {
    std::string base;
    std::string quote;
    margin::Decimal price;
    std::optional<margin::Decimal> quantity; ///< of `base`; nothing: all of it
    bool operator==(const ClosePosition &) const = default;
};
struct Correct { ///< balances (and own money of an account) as the person says they are; of a wallet too
    std::vector<margin::Balance> balances;
    std::optional<margin::Decimal> contributed;
    bool operator==(const Correct &) const = default;
};
struct RecordLiquidation {
    bool operator==(const RecordLiquidation &) const = default;
};
struct ChargeInterest {
    std::string asset;
    margin::Decimal amount;
    bool operator==(const ChargeInterest &) const = default;
};
struct RemoveAccount { ///< hides it, or an empty wallet; its id stays taken, its money stays in the journal
    bool operator==(const RemoveAccount &) const = default;
};
struct Reverse { ///< takes an operation of this account or wallet back
    std::string operation;
    bool operator==(const Reverse &) const = default;
};

using Action = std::variant<TopUp, TransferOut, Borrow, Repay, TradeDone, OpenPosition, ClosePosition, Correct,
                            RecordLiquidation, ChargeInterest, RemoveAccount, Reverse>;

/// One operation to book. `id` is a UUID in lower case without braces, made by the client before the first try, so that
/// a repeat can never book twice. `rates` are what the rules are judged with; may be empty where the action needs no
/// price.
struct OperationRequest {
    std::string id;
    std::string account;
    Action action;
    std::string note;
    std::shared_ptr<const margin::Rates> rates;
};

/// The answer to a booking that was not refused.
struct Receipt {
    std::string operationId;
    bool alreadyBooked = false; ///< the id stood in the journal already, with the same content
    WallTime time; ///< when it was (first) booked
};

/// What an action would book on an account; pure, any thread: previews and the ledger use the same function.
/// `wallet` is the wallet named by the action, nullptr where it names none. What a Reverse books only the journal
/// knows: NotAllowedNow.
Result<margin::Booking> plan(const margin::Account &account, const margin::Wallet *wallet, const Action &action,
                             const margin::Rates &rates);

/// The wallet an action names, or "".
std::string walletOf(const Action &action);

/// What a move is to the other account: of a top-up from one its transfer out, of a transfer to one its top-up. Its id
/// follows from the first one's, so that a repeat books neither twice. Nothing of any other operation.
std::optional<OperationRequest> otherHalf(const OperationRequest &request);

/// The id of the other half of a move by that of the first: a UUID of version 5.
std::string otherHalfId(const std::string &id);

/// Whether two operations are the halves of one move, by their ids and in either order.
bool areHalves(const std::string &one, const std::string &other);

/// The other account of a move, by the line that fingerprint() made; "" of anything else.
std::string movedWith(std::string_view fingerprint);

/// "top_up", "open_position", ...: the operation's kind in the database.
std::string_view actionWord(const Action &action);

/// One line that is equal exactly where two actions are; stored to tell a repeat from a conflict.
std::string fingerprint(const OperationRequest &request);

} // namespace plimsoll::monitor
