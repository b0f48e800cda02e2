// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/moment.h"
#include "ports/future.h"
#include "ports/operations.h"

#include <QtCore/QString>

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// Whom a row names, as it is described now, also after it was removed. Of a wallet there is nothing but its name.
struct JournalHolder {
    bool isAccount = true;
    bool isRemoved = false;
    std::string name;
    margin::MarginMode mode = margin::MarginMode::Cross;
    std::string symbol;
    std::string baseAsset;
    std::string quoteAsset;
};

/// One row of the journal, oldest first by `sequence`. An operation that moved no money (a removal, and what takes it
/// back) is one row without asset, field and change.
struct JournalRow {
    std::int64_t sequence = 0;
    WallTime time;
    std::string operationId;
    margin::LedgerRow row;
    std::string note {}; ///< of the operation
    JournalHolder holder {};
    std::string movedWith {}; ///< of a move between two accounts the id of the other one; its half stands beside this
    bool reversible = false; ///< of the account or wallet it was booked on, and can be taken back as things stand

    [[nodiscard]] bool movesMoney() const { return !row.asset.empty(); }
};

struct JournalFilter {
    std::string account; ///< "" = all
    QString text; ///< case-insensitive part of account, asset, kind, note or operation id; "" = all
    int limit = 0; ///< newest N; 0 = all
    bool hidesInterest = false; ///< that of every hour would leave little room for anything else
};

/// A figure of a running balance that did not fit the journal and was put right from it.
struct BalanceRepair {
    std::int64_t sequence = 0; ///< rises with each
    std::string holder; ///< id of an account or wallet
    std::string asset;
    QString kept; ///< what stood there, whatever it was; from outside, show as plain text; empty where nothing did
    margin::Decimal summed; ///< what the rows of the journal add up to, and what stands there now
};

/// Port: the journal. How calls and answers behave is said at Stores.
class JournalPort
{
public:
    JournalPort() = default;
    JournalPort(const JournalPort &) = delete;
    JournalPort &operator=(const JournalPort &) = delete;
    virtual ~JournalPort() = default;

    virtual Future<Result<Receipt>> book(OperationRequest request) = 0;
    /// Books the interest of all accounts for the full hours that passed up to `until` (wall ms) and were not booked
    /// yet, one operation per account. Repeating it books nothing. Answers on how many accounts something was booked.
    virtual Future<Result<int>> accrueInterest(WallTime until) = 0;
    virtual Future<Result<std::vector<JournalRow>>> journal(JournalFilter filter) = 0;
    /// The newest 100 whose number is above `after`, oldest first.
    virtual Future<Result<std::vector<BalanceRepair>>> balanceRepairs(std::int64_t after) = 0;
};

} // namespace plimsoll::monitor
