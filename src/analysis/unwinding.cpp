// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/unwinding.h"

#include <algorithm>

namespace plimsoll::analysis {

namespace {

using margin::Account;
using margin::Balance;
using margin::Decimal;
using margin::Rates;
using margin::Rounding;

/// What is held or owed of one asset, and its price.
struct Item {
    std::size_t balance = 0;
    Decimal price;
    Decimal units;
    Decimal value; ///< rounded down; beyond the range: its end
};

constexpr Decimal kLargest = Decimal::fromMantissa(Decimal::kLimit - 1);

enum class Side { Held, Owed };

// The quote asset first, then by value, the largest first.
std::vector<Item> itemsOf(const Account &account, const Rates &rates, Side side)
{
    std::vector<Item> items;
    for (std::size_t i = 0; i < account.balances.size(); ++i) {
        const Balance &balance = account.balances[i];
        const margin::Rate rate = rates.find(balance.asset, account.quoteAsset);
        const Decimal price = side == Side::Held ? rate.down : rate.up;
        const Decimal units = (side == Side::Held ? balance.total() : balance.debt()).value_or(Decimal());
        if (units.isPositive() && price.isPositive()) {
            items.push_back({i, price, units, units.times(price, Rounding::Down).value_or(kLargest)});
        }
    }
    const auto before = [&account](const Item &left, const Item &right) {
        const bool leftIsQuote = account.balances[left.balance].asset == account.quoteAsset;
        const bool rightIsQuote = account.balances[right.balance].asset == account.quoteAsset;
        return leftIsQuote != rightIsQuote ? leftIsQuote : left.value > right.value;
    };
    std::ranges::stable_sort(items, before);
    return items;
}

// Takes `amount` out of the first of two fields as far as it goes, the rest out of the second.
void takeOut(Decimal amount, Decimal &first, Decimal &second)
{
    const Decimal fromFirst = std::min(amount, first);
    first = first.minus(fromFirst).value_or(Decimal());
    second = second.minus(amount.minus(fromFirst).value_or(Decimal())).value_or(Decimal());
}

/// Goes through items until their values make up a sum. Returns how much of each; `left` is what is still lacking,
/// below 0 where the last quantity was rounded up. `side`: how the value of a quantity is rounded at the last of its
/// 18 decimals. What is sold is worth at least that much: rounded down, the last digit of it would be lost between what
/// was held and what came in, and a way to a target of 1.25 would end at 1.249999999999999999.
class Drain
{
public:
    Drain(Decimal value, Rounding side)
        : m_left(value)
        , m_side(side)
    {
    }

    [[nodiscard]] bool isDone() const { return !m_left.isPositive(); }

    [[nodiscard]] Decimal left() const { return m_left; }

    Decimal take(const Item &item)
    {
        const auto wanted = m_left.dividedBy(item.price, Rounding::Up);
        const Decimal units = std::min(wanted.value_or(kLargest), item.units);
        m_left = m_left.minus(units.times(item.price, m_side).value_or(kLargest)).value_or(Decimal());
        return units;
    }

private:
    Decimal m_left;
    Rounding m_side;
};

} // namespace

std::optional<Decimal> unitsFor(Decimal value, Decimal price)
{
    constexpr int kAmountDigits = 8;
    const auto units = price.isPositive() ? value.dividedBy(price, Rounding::Up) : std::nullopt;
    return units ? std::optional(units->rounded(kAmountDigits, Rounding::Up)) : std::nullopt;
}

std::vector<Quantity> repayDebts(Account &account, const Rates &rates, Decimal value)
{
    std::vector<Quantity> repaid;
    Drain drain(value, Rounding::Down);
    for (const Item &item : itemsOf(account, rates, Side::Owed)) {
        if (drain.isDone()) {
            break;
        }
        Balance &balance = account.balances[item.balance];
        const Decimal units = drain.take(item);
        takeOut(units, balance.interest, balance.borrowed);
        repaid.push_back({balance.asset, units});
    }
    return repaid;
}

std::vector<Quantity> sellAssets(Account &account, const Rates &rates, Decimal value)
{
    std::vector<Quantity> sold;
    Drain drain(value, Rounding::Up);
    for (const Item &item : itemsOf(account, rates, Side::Held)) {
        if (drain.isDone()) {
            break;
        }
        Balance &balance = account.balances[item.balance];
        const Decimal units = drain.take(item);
        takeOut(units, balance.free, balance.locked);
        sold.push_back({balance.asset, units});
    }
    if (drain.left().isNegative()) {
        const auto quote = std::ranges::find(account.balances, account.quoteAsset, &Balance::asset);
        if (quote != account.balances.end()) {
            quote->free = quote->free.plus(-drain.left()).value_or(quote->free);
        }
    }
    return sold;
}

} // namespace plimsoll::analysis
