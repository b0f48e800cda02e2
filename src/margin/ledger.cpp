// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/ledger.h"

#include <algorithm>

namespace plimsoll::margin {

namespace {

constexpr std::array<std::pair<EntryKind, std::string_view>, 12> kKindWords {{
    {EntryKind::Opening, "opening"},
    {EntryKind::TopUp, "top_up"},
    {EntryKind::TransferOut, "transfer_out"},
    {EntryKind::Borrow, "borrow"},
    {EntryKind::Repay, "repay"},
    {EntryKind::Buy, "buy"},
    {EntryKind::Sell, "sell"},
    {EntryKind::Interest, "interest"},
    {EntryKind::Liquidation, "liquidation"},
    {EntryKind::Correction, "correction"},
    {EntryKind::Reversal, "reversal"},
    {EntryKind::Removal, "removal"},
}};

constexpr std::array<std::pair<Field, std::string_view>, 4> kFieldWords {{
    {Field::Free, "free"},
    {Field::Locked, "locked"},
    {Field::Borrowed, "borrowed"},
    {Field::Interest, "interest"},
}};

Error overflow(const std::string &asset)
{
    return {ErrorCode::Overflow, asset, "the result has more than 18 digits before the point"};
}

} // namespace

Decimal &amountOf(Balance &balance, Field field)
{
    switch (field) {
    case Field::Free: return balance.free;
    case Field::Locked: return balance.locked;
    case Field::Borrowed: return balance.borrowed;
    case Field::Interest: break;
    }
    return balance.interest;
}

std::string_view entryKindWord(EntryKind kind)
{
    return std::ranges::find(kKindWords, kind, &std::pair<EntryKind, std::string_view>::first)->second;
}

std::optional<EntryKind> entryKindFromWord(std::string_view word)
{
    const auto found = std::ranges::find(kKindWords, word, &std::pair<EntryKind, std::string_view>::second);
    return found == kKindWords.end() ? std::nullopt : std::optional(found->first);
}

std::string_view fieldWord(Field field)
{
    return std::ranges::find(kFieldWords, field, &std::pair<Field, std::string_view>::first)->second;
}

std::optional<Field> fieldFromWord(std::string_view word)
{
    const auto found = std::ranges::find(kFieldWords, word, &std::pair<Field, std::string_view>::second);
    return found == kFieldWords.end() ? std::nullopt : std::optional(found->first);
}

std::vector<LedgerRow> openingRows(const std::string &id, const std::vector<Balance> &balances)
{
    std::vector<LedgerRow> rows;
    for (Balance balance : balances) {
        for (const Field field : kFields) {
            if (const Decimal amount = amountOf(balance, field); !amount.isZero()) {
                rows.push_back({id, EntryKind::Opening, balance.asset, field, amount});
            }
        }
    }
    return rows;
}

Result<std::vector<Balance>> applyRows(std::vector<Balance> balances, const std::string &id,
                                       const std::vector<LedgerRow> &rows)
{
    for (const LedgerRow &row : rows) {
        if (row.account != id) {
            continue;
        }
        auto found = std::ranges::find(balances, row.asset, &Balance::asset);
        if (found == balances.end()) {
            balances.push_back({row.asset, {}, {}, {}, {}, {}});
            found = std::prev(balances.end());
        }
        Decimal &amount = amountOf(*found, row.field);
        const auto sum = amount.plus(row.change);
        if (!sum) {
            return overflow(row.asset);
        }
        amount = *sum;
    }
    for (const Balance &balance : balances) {
        for (const Decimal amount : {balance.free, balance.locked, balance.borrowed, balance.interest}) {
            if (amount.isNegative()) {
                return Error {ErrorCode::NotEnough, balance.asset,
                              "an amount of " + balance.asset + " would go below zero"};
            }
        }
        if (!balance.total() || !balance.debt()) {
            return overflow(balance.asset);
        }
    }
    return balances;
}

} // namespace plimsoll::margin
