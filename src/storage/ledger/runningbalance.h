// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/stores.h"
#include "storage/ledger/balancesums.h"

#include <QtCore/QStringList>
#include <QtSql/QSqlDatabase>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace plimsoll::storage {

/// The running balance: the sum of a holder's rows, kept beside the journal so that a booking need not add them up
/// (docs/adr/0013-running-balance.md). It is believed only where every listed asset has its row, each row fits its
/// seal, and the newest row of the journal is in it. All functions throw SqlFailure; those that write belong into the
/// transaction that is open.

/// Why what is kept was not believed.
enum class BalanceFault {
    Missing, ///< a listed asset has no row
    Changed, ///< a row does not fit its seal
    Outgrown, ///< the journal has rows that are not in it: of an older program, or of a hand
    Differs, ///< it looks sound, but the sum of all rows says otherwise
};

/// `balances` are right in any case: where there is a fault, they are the sums of the journal.
struct RunningBalance {
    std::vector<AssetBalance> balances;
    std::optional<BalanceFault> fault;
};

using BalancesByHolder = std::unordered_map<std::int64_t, std::vector<AssetBalance>>;

RunningBalance readBalance(const QSqlDatabase &database, std::int64_t holder);
/// Of everybody who lists an asset.
std::unordered_map<std::int64_t, RunningBalance> readBalances(const QSqlDatabase &database);

/// Begins at nothing for the assets that a new holder lists.
void startBalance(const QSqlDatabase &database, std::int64_t holder);

/// Fills the empty table of a database that had none (the step to version 8; later steps must not change what it
/// reads).
void fillBalances(const QSqlDatabase &database);

/// Writes anew what is not believed, or is not as `summed` (the sums of all rows, where the caller has them) says, and
/// notes each figure in `balance_repair` and on standard error. Returns how many holders were put right.
int repairBalances(const QSqlDatabase &database, const BalancesByHolder *summed = nullptr);

/// The newest 100 of `balance_repair` above a number, oldest first.
std::vector<monitor::BalanceRepair> readBalanceRepairs(const QSqlDatabase &database, std::int64_t after);

/// What is kept against the sums of all rows: account, asset, field and both figures, in plain English.
QStringList balanceFindings(const QSqlDatabase &database, const BalancesByHolder &summed);

/// Lets running balances follow rows that are being appended, for appendToLedger() only: meet() every holder before the
/// first row is written, add() each row, write() at the end. A holder whose balance is not believed is summed anew when
/// it is met, and put right.
class BalanceKeeper
{
public:
    explicit BalanceKeeper(const QSqlDatabase &database);

    void meet(std::int64_t holder);
    void add(std::int64_t holder, std::int64_t row, const std::string &asset, const std::string &field,
             margin::Decimal change);
    void write() const;

private:
    struct Met {
        std::vector<AssetBalance> before;
        BalanceSums sums;
    };

    QSqlDatabase m_database;
    std::map<std::int64_t, Met> m_met;
};

} // namespace plimsoll::storage
