// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"

#include <QtSql/QSqlDatabase>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace plimsoll::storage {

/// The four amounts of one asset of a holder, and the newest row of the journal in them (0 = none).
struct AssetBalance {
    margin::Balance balance;
    std::int64_t newestRow = 0;

    bool operator==(const AssetBalance &) const = default;
};

/// Adds the rows of one holder up: its balances in the order in which its assets are listed. All members throw
/// SqlFailure, DatabaseIsBroken: a row of an asset that is not listed, more than 18 digits, below zero at the end.
class BalanceSums
{
public:
    /// `holder` is its id, for errors.
    explicit BalanceSums(std::string holder = {});

    /// Begins with what is known up to a row; the assets follow behind those that are listed.
    void list(AssetBalance known);
    void add(std::int64_t row, const std::string &asset, const std::string &field, margin::Decimal change);

    [[nodiscard]] bool isListed(const std::string &asset) const { return m_index.contains(asset); }

    /// Checks that nothing is below zero.
    [[nodiscard]] const std::vector<AssetBalance> &balances() const;

private:
    [[noreturn]] void refuseJournal(const std::string &detail) const;

    std::string m_holder;
    std::vector<AssetBalance> m_balances;
    std::unordered_map<std::string, std::size_t> m_index;
};

/// The balances of a holder as the sum of all its rows in the journal: the truth, and slow. Throws SqlFailure.
std::vector<AssetBalance> summedBalances(const QSqlDatabase &database, std::int64_t holder);

} // namespace plimsoll::storage
