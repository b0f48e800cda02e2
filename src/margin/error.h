// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

namespace plimsoll {

/// Why something was refused. One list for the whole program, grouped by the layer in which a code arises, so that an
/// error can travel from the wire to the screen without translation tables in between. Words for people are made by
/// the view-models and the command line; `Error::detail` is plain English for logs and standard error.
enum class ErrorCode {
    // margin: arithmetic and the rules of an account
    NotANumber, ///< text is outside the decimal grammar; show the text and the field
    Overflow, ///< a result would need more than 18 digits before the point; the amounts are beyond any real account
    DivisionByZero, ///< a formula has no answer, e.g. a level without debt
    InvalidThresholds, ///< initial >= call > liquidation > 0 does not hold; correct the three ratios
    UnknownProfile, ///< no threshold profile of that name; choose one of the listed
    AssetNotAccepted, ///< an isolated account takes only its pair's two assets
    AmountNotPositive, ///< zero or negative amount
    NotEnough, ///< more than the wallet or the account has free, or than is owed
    NotAllowedNow, ///< the level forbids this action (borrow, transfer out, trade)
    PriceUnknown, ///< the rule cannot be judged without a price that is missing or too old
    AccountClosed, ///< the account was liquidated; nothing more can be booked on it
    // wire: text that came from outside
    Malformed, ///< not JSON, not the expected shape, a wrong type; `place` says where
    DuplicateEntry, ///< the same id, asset, symbol or key twice
    UnknownFormat, ///< another kind of file
    NewerVersion, ///< written by a newer program; update Plimsoll
    // feed
    FeedUnavailable, ///< no usable answer from the price source
    // storage
    NotFound, ///< no such account, wallet or operation
    CannotOpen, ///< missing, unreadable, or the folder cannot be written
    DatabaseIsNewer, ///< schema of a newer version; refused, left untouched
    DatabaseIsBroken, ///< not a database, or its integrity check failed; refused, left untouched
    CannotWrite, ///< read-only, full disk, locked by another program
    InputOutput, ///< the disk reported an error while reading or writing
    Conflict, ///< the operation id stands for a different operation already
};

/// An error as a value: what kind, where ("accounts[1].balances[0].free"), and what exactly. Never asserted on, never
/// thrown across a layer.
struct Error {
    ErrorCode code;
    std::string place;
    std::string detail;

    /// "place: detail", or only the detail where there is no place.
    [[nodiscard]] std::string message() const { return place.empty() ? detail : place + ": " + detail; }

    [[nodiscard]] Error at(const std::string &outer) const
    {
        const bool joins = place.empty() || place.front() == '[';
        return {code, joins ? outer + place : outer + "." + place, detail};
    }

    bool operator==(const Error &) const = default;
};

} // namespace plimsoll
