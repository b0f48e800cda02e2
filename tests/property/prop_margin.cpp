// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/assessment.h"
#include "margin/booking.h"
#include "margin/exact.h"
#include "margin/riskbook.h"
#include "marginkit.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <QTest>

#include <array>
#include <map>

using namespace plimsoll;
using namespace plimsoll::margin;
using namespace plimsoll::test;
using exact::Integer;
using Rational = boost::multiprecision::cpp_rational;

namespace {

constexpr int kRounds = 1'000;
const Decimal kCent8 = d("0.00000001");
const Decimal kLast = Decimal::fromMantissa(1);
const std::array<std::string, 3> kCoins {"ETH", "BCH", "DOGE"};

// An account with debt, and prices for it. Every coin may be held, owed, or both.
struct Case {
    Account account;
    std::map<std::string, Decimal> prices; // by asset

    [[nodiscard]] Rates rates() const
    {
        PriceList list;
        for (const auto &[asset, price] : prices) {
            list.emplace_back(asset + "USDT", price.toString());
        }
        return ratesFor(account, list);
    }

    [[nodiscard]] Assessment assessed() const { return assess(account, rates()); }

    [[nodiscard]] std::string text() const
    {
        std::string words = "bars " + account.thresholds.initial.toString() + "/"
            + account.thresholds.marginCall.toString() + "/" + account.thresholds.liquidation.toString();
        for (const Balance &balance : account.balances) {
            words += "; " + balance.asset + " " + balance.total()->toString() + " owes " + balance.debt()->toString();
        }
        for (const auto &[asset, price] : prices) {
            words += "; " + asset + "USDT=" + price.toString();
        }
        return words;
    }
};

Thresholds anyBars(Chance &chance)
{
    static const std::array choices {referenceBars(), bars("1.5", "1.3", "1.1"), bars("1.1264", "1.10", "1.05"),
                                     bars("3", "1.22", "1.18")};
    return choices[static_cast<std::size_t>(chance.between(0, 3))];
}

Case anyCase(Chance &chance)
{
    Case made;
    made.account = crossAccount({});
    made.account.thresholds = anyBars(chance);
    for (const std::string &coin : kCoins) {
        Balance balance = held(coin, "0");
        balance.free = chance.oneIn(3) ? Decimal() : chance.usual(3);
        balance.locked = chance.oneIn(3) ? chance.usual(1) : Decimal();
        balance.borrowed = chance.oneIn(3) ? chance.usual(3) : Decimal();
        balance.interest = balance.borrowed.isPositive() && chance.oneIn(2) ? chance.usual(0) : Decimal();
        made.account.balances.push_back(balance);
        made.prices[coin] = chance.usual(4);
    }
    made.account.balances.push_back(owed("USDT", chance.usual(4).toString(), "0", chance.usual(4).toString()));
    return made;
}

// Order of the exact level to a bar, the sums taken from the assessment.
int order(const Assessment &seen, Decimal bar)
{
    const Integer left = exact::fromWide(seen.exactLevel.assets()) * Integer(Decimal::kOne);
    const Integer right = exact::fromWide(seen.exactLevel.debt()) * Integer(bar.mantissa());
    return left < right ? -1 : (left > right ? 1 : 0);
}

int orderAt(Case changed, const std::string &asset, Decimal price, Decimal bar)
{
    changed.prices[asset] = price;
    return order(changed.assessed(), bar);
}

// The smallest price in (low, high] on whose side the account stands as at `high`, by halving.
Decimal turningPoint(const Case &given, const std::string &asset, Decimal bar, Int128 low, Int128 high)
{
    const bool brokenHigh = orderAt(given, asset, Decimal::fromMantissa(high), bar) <= 0;
    while (high - low > 1) {
        const Int128 middle = low + (high - low) / 2;
        const bool broken = orderAt(given, asset, Decimal::fromMantissa(middle), bar) <= 0;
        (broken == brokenHigh ? high : low) = middle;
    }
    return Decimal::fromMantissa(high);
}

const NamedBarPrice *priceOf(const std::vector<NamedBarPrice> &prices, const std::string &asset)
{
    for (const NamedBarPrice &price : prices) {
        if (price.asset == asset) {
            return &price;
        }
    }
    return nullptr;
}

Rational rational(const std::string &text)
{
    const auto point = text.find('.');
    std::string digits = text;
    Integer scale = 1;
    if (point != std::string::npos) {
        digits.erase(point, 1);
        scale = boost::multiprecision::pow(Integer(10), static_cast<unsigned>(text.size() - point - 1));
    }
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1)); // a leading 0 would mean octal
    return Rational(Integer(digits), scale);
}

Decimal plus(Decimal a, Decimal b)
{
    return a.plus(b).value();
}

Decimal minus(Decimal a, Decimal b)
{
    return a.minus(b).value();
}

// An account for which every rescue can be played out in the quote asset alone.
Case rescueCase(Chance &chance)
{
    Case made = anyCase(chance);
    const Assessment seen = made.assessed();
    Balance &quote = made.account.balances.back();
    const Decimal debt = seen.totalDebt.value();
    quote.borrowed = plus(quote.borrowed, debt); // at least half of the debt is in the quote asset
    const Decimal wanted = debt.times(d("1." + std::to_string(chance.between(10, 99))), Rounding::Up).value();
    quote.free = plus(quote.free, plus(wanted, chance.usual(2)));
    return made;
}

using Totals = std::map<std::pair<std::string, Field>, Decimal>;

Totals totalsOf(const Account &account, const std::vector<Balance> &wallet)
{
    Totals totals;
    for (const auto *list : {&account.balances, &wallet}) {
        for (const Balance &balance : *list) {
            const auto add = [&](Field field, Decimal amount) {
                Decimal &sum = totals[{balance.asset, field}];
                sum = plus(sum, amount);
            };
            add(Field::Free, balance.free);
            add(Field::Locked, balance.locked);
            add(Field::Borrowed, balance.borrowed);
            add(Field::Interest, balance.interest);
        }
    }
    return totals;
}

// Assets minus debts of one asset over account and wallet.
Decimal net(const Totals &totals, const std::string &asset)
{
    const auto at = [&](Field field) {
        const auto found = totals.find({asset, field});
        return found == totals.end() ? Decimal() : found->second;
    };
    return minus(plus(at(Field::Free), at(Field::Locked)), plus(at(Field::Borrowed), at(Field::Interest)));
}

} // namespace

class MarginProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void the_level_is_what_rational_numbers_say()
    {
        Chance chance;
        for (int i = 0; i < kRounds * 3; ++i) {
            const Case given = anyCase(chance);
            const Assessment seen = given.assessed();
            Rational assets;
            Rational debt;
            for (const Balance &balance : given.account.balances) {
                const Rational price = balance.asset == "USDT" ? Rational(1)
                                                               : rational(given.prices.at(balance.asset).toString());
                assets += (rational(balance.free.toString()) + rational(balance.locked.toString())) * price;
                debt += (rational(balance.borrowed.toString()) + rational(balance.interest.toString())) * price;
            }
            const Rational level = assets / debt;
            const Rational scaled = level * 100'000'000;
            const Integer floor = numerator(scaled) / denominator(scaled);
            QVERIFY2(Rational(floor, 100'000'000) == rational(seen.level->toString()), given.text().c_str());
            const Rational call = rational(given.account.thresholds.marginCall.toString());
            const Rational liquidation = rational(given.account.thresholds.liquidation.toString());
            const Status wanted = level <= liquidation ? Status::Liquidation
                                                       : (level <= call ? Status::MarginCall : Status::Normal);
            QVERIFY2(seen.status == wanted, given.text().c_str());
        }
    }

    void a_bar_price_is_where_halving_finds_the_turn()
    {
        Chance chance;
        int found = 0;
        constexpr Int128 kHighest = Decimal::kOne * 10'000'000;
        for (int i = 0; i < kRounds / 5; ++i) {
            const Case given = anyCase(chance);
            const Assessment seen = given.assessed();
            const Decimal bar = given.account.thresholds.liquidation;
            for (const std::string &coin : kCoins) {
                const bool lowBroken = orderAt(given, coin, kLast, bar) <= 0;
                const bool highBroken = orderAt(given, coin, Decimal::fromMantissa(kHighest), bar) <= 0;
                const NamedBarPrice *named = priceOf(seen.liquidationPrices, coin);
                if (lowBroken == highBroken) {
                    QVERIFY2(named == nullptr || named->bar.price.mantissa() > kHighest || named->bar.price <= kLast,
                             given.text().c_str());
                    continue;
                }
                ++found;
                QVERIFY2(named != nullptr && named->bar.below == lowBroken, given.text().c_str());
                const Decimal turn = turningPoint(given, coin, bar, 1, kHighest);
                const Decimal gap = minus(named->bar.price, turn);
                QVERIFY2(gap >= -kLast && gap <= kLast,
                         (given.text() + ": " + coin + " " + named->bar.price.toString() + " but " + turn.toString())
                             .c_str());
                // one unit to the safe side of it the bar is not broken
                const Decimal safe = named->bar.below ? plus(named->bar.price, kLast) : minus(named->bar.price, kLast);
                QVERIFY2(!safe.isPositive() || orderAt(given, coin, safe, bar) > 0, given.text().c_str());
            }
        }
        QVERIFY2(found > 100, "the cases must be able to fail");
    }

    void a_rescue_reaches_the_initial_ratio_and_a_hundred_millionth_less_does_not()
    {
        Chance chance;
        int needed = 0;
        for (int i = 0; i < kRounds; ++i) {
            const Case given = rescueCase(chance);
            const Decimal target = given.account.thresholds.initial;
            const Rescue rescue = given.assessed().toInitial;
            const auto after = [&given, target](Decimal moreFree, Decimal lessOwed) {
                Case changed = given;
                Balance &quote = changed.account.balances.back();
                quote.free = plus(quote.free, moreFree);
                quote.borrowed = minus(quote.borrowed, lessOwed);
                return quote.free.isNegative() || quote.borrowed.isNegative() ? -2 : order(changed.assessed(), target);
            };
            QVERIFY(rescue.deposit && rescue.repay);
            if (rescue.deposit->isZero()) {
                QVERIFY2(order(given.assessed(), target) >= 0, given.text().c_str());
                continue;
            }
            ++needed;
            QVERIFY2(after(*rescue.deposit, {}) >= 0, given.text().c_str());
            QVERIFY2(after(minus(*rescue.deposit, kCent8), {}) < 0, given.text().c_str());
            if (*rescue.repay <= given.account.balances.back().borrowed) {
                QVERIFY2(after({}, *rescue.repay) >= 0, given.text().c_str());
                QVERIFY2(after({}, minus(*rescue.repay, kCent8)) < 0, given.text().c_str());
            }
            if (rescue.sellAndRepay && *rescue.sellAndRepay <= given.account.balances.back().borrowed
                && *rescue.sellAndRepay <= given.account.balances.back().free) {
                QVERIFY2(after(-*rescue.sellAndRepay, *rescue.sellAndRepay) >= 0, given.text().c_str());
                const Decimal less = minus(*rescue.sellAndRepay, kCent8);
                QVERIFY2(after(-less, less) < 0, given.text().c_str());
            }
        }
        QVERIFY2(needed > 100, "the cases must be able to fail");
    }

    void a_rescue_by_selling_exists_exactly_where_the_assets_cover_the_debt()
    {
        Chance chance;
        for (int i = 0; i < kRounds; ++i) {
            const Case given = anyCase(chance);
            const Assessment seen = given.assessed();
            const bool isThere = order(seen, given.account.thresholds.initial) >= 0;
            QCOMPARE(seen.toInitial.sellAndRepay.has_value(),
                     isThere || exact::fromWide(seen.exactLevel.assets()) >= exact::fromWide(seen.exactLevel.debt()));
        }
    }

    void multiplying_every_amount_changes_no_level_and_no_bar_price()
    {
        Chance chance;
        for (int i = 0; i < kRounds; ++i) {
            const Case given = anyCase(chance);
            Case larger = given;
            const Decimal factor = Decimal::fromInteger(chance.between(2, 1'000));
            for (Balance &balance : larger.account.balances) {
                for (Decimal *amount : {&balance.free, &balance.locked, &balance.borrowed, &balance.interest}) {
                    *amount = amount->times(factor, Rounding::Down).value();
                }
            }
            const Assessment before = given.assessed();
            const Assessment after = larger.assessed();
            QVERIFY2(before.level == after.level && before.status == after.status
                         && before.levelText == after.levelText,
                     given.text().c_str());
            QCOMPARE(before.liquidationPrices.size(), after.liquidationPrices.size());
            for (std::size_t p = 0; p < before.liquidationPrices.size(); ++p) {
                QVERIFY2(before.liquidationPrices[p].bar == after.liquidationPrices[p].bar, given.text().c_str());
            }
        }
    }

    void the_order_of_the_assets_does_not_matter()
    {
        Chance chance;
        for (int i = 0; i < kRounds; ++i) {
            const Case given = anyCase(chance);
            Case turned = given;
            std::ranges::reverse(turned.account.balances);
            const Assessment before = given.assessed();
            const Assessment after = turned.assessed();
            QVERIFY(before.level == after.level && before.status == after.status
                    && before.toInitial == after.toInitial);
            for (const NamedBarPrice &price : before.marginCallPrices) {
                const NamedBarPrice *same = priceOf(after.marginCallPrices, price.asset);
                QVERIFY2(same != nullptr && same->bar == price.bar, given.text().c_str());
            }
        }
    }

    void a_dearer_asset_never_lowers_and_a_dearer_debt_never_raises_the_level()
    {
        Chance chance;
        for (int i = 0; i < kRounds; ++i) {
            Case given = anyCase(chance);
            Balance &moved = given.account.balances[static_cast<std::size_t>(chance.between(0, 2))];
            const bool isHeld = chance.oneIn(2);
            if (isHeld) {
                moved.borrowed = moved.interest = Decimal();
            } else {
                moved.free = moved.locked = Decimal();
            }
            Case dearer = given;
            dearer.prices[moved.asset] = plus(given.prices[moved.asset], chance.usual(3));
            const Assessment before = given.assessed();
            const Assessment after = dearer.assessed();
            const Integer left = exact::fromWide(after.exactLevel.assets()) * exact::fromWide(before.exactLevel.debt());
            const Integer right = exact::fromWide(before.exactLevel.assets())
                * exact::fromWide(after.exactLevel.debt());
            QVERIFY2(isHeld ? left >= right : left <= right, given.text().c_str());
        }
    }

    // Whatever is missing: the book and the single look decide alike, and no price that the missing coins could have
    // belies them.
    void a_status_without_all_prices_holds_at_every_price()
    {
        Chance chance;
        int normal = 0;
        for (int round = 0; round < kRounds; ++round) {
            Case made = anyCase(chance);
            made.account.balances.back().free = chance.usual(6); // often enough to carry the debts
            std::map<std::string, Decimal> kept;
            for (const auto &[asset, price] : made.prices) {
                if (chance.oneIn(2)) {
                    kept.emplace(asset, price);
                }
            }
            const Case part {made.account, kept};
            const Assessment seen = part.assessed();
            RiskBook book;
            book.upsert(std::make_shared<const Account>(part.account));
            for (const auto &[asset, price] : kept) {
                book.quotes().setPrice(book.quotes().internSymbol(asset + "USDT"), price, 1'000);
            }
            book.evaluate();
            const Verdict &verdict = book.verdicts()[0];
            QVERIFY2(verdict.status == seen.status, part.text().c_str());
            if (seen.status == Status::Unknown || seen.status == Status::NoDebt) {
                continue;
            }
            QVERIFY2(verdict.exactLevel.assets() == seen.exactLevel.assets()
                         && verdict.exactLevel.debt() == seen.exactLevel.debt(),
                     part.text().c_str());
            normal += seen.atLeast ? 1 : 0;
            for (int other = 0; other < 5; ++other) {
                for (auto &[asset, price] : made.prices) {
                    price = kept.contains(asset) ? price : chance.usual(other + 2);
                }
                const Assessment all = made.assessed();
                QVERIFY2(all.status == seen.status, made.text().c_str());
                QVERIFY2(*seen.level <= *all.level, made.text().c_str());
            }
        }
        QVERIFY2(normal > kRounds / 20, std::to_string(normal).c_str());
    }

    void splitting_a_loan_or_a_holding_changes_nothing()
    {
        Chance chance;
        for (int i = 0; i < kRounds; ++i) {
            const Case given = anyCase(chance);
            Case split = given;
            for (Balance &balance : split.account.balances) {
                const Decimal debt = *balance.debt();
                balance.borrowed = debt.rounded(static_cast<int>(chance.between(0, 6)), Rounding::Down);
                balance.interest = minus(debt, balance.borrowed);
                const Decimal total = *balance.total();
                balance.locked = total.rounded(static_cast<int>(chance.between(0, 6)), Rounding::Down);
                balance.free = minus(total, balance.locked);
            }
            const Assessment before = given.assessed();
            const Assessment after = split.assessed();
            QVERIFY2(before.exactLevel.assets() == after.exactLevel.assets()
                         && before.exactLevel.debt() == after.exactLevel.debt() && before.level == after.level
                         && before.liquidationPrices.size() == after.liquidationPrices.size(),
                     given.text().c_str());
        }
    }

    void no_booking_makes_or_loses_money()
    {
        Chance chance;
        std::map<std::string, int> booked;
        for (int i = 0; i < kRounds * 3; ++i) {
            Case given = anyCase(chance);
            given.account.balances.back().free = plus(given.account.balances.back().free,
                                                      Decimal::fromInteger(chance.between(0, 200'000)));
            const Wallet wallet {"spot", {held("ETH", "5000"), held("USDT", "500000")}};
            const std::string asset = chance.oneIn(2) ? "ETH" : "USDT";
            const Decimal amount = chance.usual(2);
            const Rates rates = given.rates();
            const Totals before = totalsOf(given.account, wallet.balances);
            const auto check = [&](const char *name, const Result<Booking> &booking) {
                if (!booking) {
                    return true;
                }
                ++booked[name];
                const auto account = apply(given.account, *booking);
                const auto balances = applyRows(wallet.balances, wallet.id, booking->rows);
                if (!account || !balances) {
                    return false;
                }
                const Totals after = totalsOf(*account, *balances);
                return std::ranges::all_of(
                    std::array<std::string, 4> {"ETH", "BCH", "DOGE", "USDT"},
                    [&](const std::string &each) { return net(before, each) == net(after, each); });
            };
            QVERIFY2(check("top-up", bookTopUp(given.account, &wallet, asset, amount, rates)), given.text().c_str());
            QVERIFY2(check("out", bookTransferOut(given.account, &wallet, asset, amount, rates)), given.text().c_str());
            QVERIFY2(check("borrow", bookBorrow(given.account, asset, amount, rates)), given.text().c_str());
            QVERIFY2(check("repay", bookRepay(given.account, asset, amount)), given.text().c_str());
        }
        for (const char *name : {"top-up", "out", "borrow", "repay"}) {
            QVERIFY2(booked[name] > 100, name);
        }
    }

    void a_trade_at_the_market_price_never_raises_the_equity()
    {
        Chance chance;
        int booked = 0;
        for (int i = 0; i < kRounds; ++i) {
            const Case given = anyCase(chance);
            const Trade trade {chance.oneIn(2), "ETH", "USDT", chance.usual(1), given.prices.at("ETH")};
            const Rates rates = given.rates();
            const auto booking = bookTrade(given.account, trade, rates);
            if (!booking) {
                continue;
            }
            ++booked;
            const Assessment before = given.assessed();
            const Assessment after = assess(*apply(given.account, *booking), rates);
            const Integer lost = (exact::fromWide(before.exactLevel.assets())
                                  - exact::fromWide(before.exactLevel.debt()))
                - (exact::fromWide(after.exactLevel.assets()) - exact::fromWide(after.exactLevel.debt()));
            QVERIFY2(lost >= 0 && lost < Integer(Decimal::kOne), given.text().c_str()); // less than the last digit
        }
        QVERIFY(booked > 50);
    }

    void what_no_permission_allows_no_booking_does()
    {
        Chance chance;
        for (int i = 0; i < kRounds; ++i) {
            const Case given = anyCase(chance);
            const Permissions may = given.assessed().permissions;
            const auto borrow = bookBorrow(given.account, "USDT", kLast, given.rates());
            QVERIFY2(may.borrow || (!borrow && borrow.error().code == ErrorCode::NotAllowedNow), given.text().c_str());
        }
    }
};

QTEST_GUILESS_MAIN(MarginProperties)
#include "prop_margin.moc"
