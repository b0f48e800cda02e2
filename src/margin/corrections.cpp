// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/corrections.h"

#include "margin/names.h"

#include <algorithm>

namespace plimsoll::margin {

namespace {

Balance inBalances(const std::vector<Balance> &balances, const std::string &asset)
{
    const auto found = std::ranges::find(balances, asset, &Balance::asset);
    if (found != balances.end()) {
        return *found;
    }
    Balance nothing;
    nothing.asset = asset;
    return nothing;
}

std::optional<Decimal> contributedWithout(const std::optional<Decimal> &now, const BookedOperation &booked)
{
    if (booked.contributedBefore == booked.contributedAfter) {
        return now;
    }
    if (!now || !booked.contributedBefore || !booked.contributedAfter) {
        return std::nullopt;
    }
    const auto change = booked.contributedAfter->minus(*booked.contributedBefore);
    const auto without = change ? now->minus(*change) : change;
    return without ? std::optional(*without) : std::nullopt;
}

} // namespace

std::vector<LedgerRow> correctionRows(const std::string &id, const std::vector<Balance> &from,
                                      const std::vector<Balance> &to)
{
    std::vector<LedgerRow> rows;
    const auto addDifferences = [&rows, &id](Balance before, Balance after) {
        for (const Field field : kFields) {
            const Decimal change = amountOf(after, field).minus(amountOf(before, field)).value_or(Decimal());
            if (!change.isZero()) {
                rows.push_back({id, EntryKind::Correction, after.asset, field, change});
            }
        }
    };
    for (const Balance &after : to) {
        addDifferences(inBalances(from, after.asset), after);
    }
    for (const Balance &before : from) {
        if (std::ranges::find(to, before.asset, &Balance::asset) == to.end()) {
            addDifferences(before, inBalances(to, before.asset));
        }
    }
    return rows;
}

Result<std::vector<LedgerRow>> bookWalletCorrection(const Wallet &wallet, const std::vector<Balance> &balances)
{
    Portfolio wanted;
    wanted.wallets.push_back({wallet.id, balances});
    if (const auto checked = validated(wanted); !checked) {
        return checked.error();
    }
    if (const auto named = checkNames(balances); !named) {
        return named.error().at("wallets[0]");
    }
    return correctionRows(wallet.id, wallet.balances, balances);
}

Result<Booking> bookTakingBack(const Account &account, const BookedOperation &booked)
{
    if (const auto open = stillOpen(account); !open) {
        return open.error();
    }
    Booking booking;
    booking.contributed = contributedWithout(account.contributed, booked);
    for (LedgerRow row : booked.rows) {
        row.kind = EntryKind::Reversal;
        row.change = -row.change;
        booking.rows.push_back(std::move(row));
    }
    if (const auto after = apply(account, booking); !after) {
        return after.error();
    }
    return booking;
}

} // namespace plimsoll::margin
