// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/assessment.h"
#include "margin/position.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::margin;
using namespace plimsoll::test;

namespace {

PositionPlan plan(bool isLong, const char *ownMoney, const char *leverage, const char *price)
{
    return {"ETH", "USDT", isLong, d(ownMoney), d(leverage), d(price)};
}

Account empty()
{
    Account account = isolatedAccount("ETH", {});
    account.contributed = Decimal();
    return account;
}

Rates at(const char *price)
{
    return ratesFor(empty(), {{"ETHUSDT", price}}, {"ETH", "USDT"});
}

const Wallet kSpot {"spot", {held("USDT", "1000")}};

} // namespace

class PositionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // The reference example's User B: 200 own, 5x, ETH at 200 gives 5 ETH and 800 USDT owed.
    void a_long_at_five_times_is_the_reference_position()
    {
        const auto booking = bookOpenPosition(empty(), &kSpot, plan(true, "200", "5", "200"), at("200"));
        QVERIFY2(booking.hasValue(), booking ? "" : booking.error().message().c_str());
        const auto after = apply(empty(), *booking);
        QCOMPARE(shown(after->balance("ETH")->free), QStringLiteral("5"));
        QCOMPARE(shown(after->balance("USDT")->borrowed), QStringLiteral("800"));
        QCOMPARE(shown(after->balance("USDT")->free), QStringLiteral("0"));
        QCOMPARE(shown(after->contributed), QStringLiteral("200"));
        QCOMPARE(shown(assess(*after, at("200")).level), QStringLiteral("1.25"));
        QCOMPARE(shown((*applyRows(kSpot.balances, "spot", booking->rows))[0].free), QStringLiteral("800"));
    }

    void a_short_at_five_times_starts_at_the_same_level()
    {
        const auto booking = bookOpenPosition(empty(), nullptr, plan(false, "200", "5", "200"), at("200"));
        QVERIFY2(booking.hasValue(), booking ? "" : booking.error().message().c_str());
        const auto after = apply(empty(), *booking);
        QCOMPARE(shown(after->balance("ETH")->borrowed), QStringLiteral("4"));
        QCOMPARE(shown(after->balance("ETH")->free), QStringLiteral("0"));
        QCOMPARE(shown(after->balance("USDT")->free), QStringLiteral("1000"));
        QCOMPARE(shown(assess(*after, at("200")).level), QStringLiteral("1.25"));
    }

    void an_endless_price_costs_at_most_the_last_quantity_digit()
    {
        Chance chance;
        for (int i = 0; i < 500; ++i) {
            const Decimal price = d(std::to_string(chance.between(1, 5'000)) + ".37");
            const Rates rates = at(price.toString().c_str());
            const PositionPlan wanted {
                "ETH", "USDT", chance.oneIn(2), d(std::to_string(chance.between(100, 100'000)) + ".11"), d("5"), price};
            const auto booking = bookOpenPosition(empty(), nullptr, wanted, rates);
            QVERIFY2(booking.hasValue(), booking ? "" : booking.error().message().c_str());
            const auto seen = assess(*apply(empty(), *booking), rates);
            QVERIFY2(*seen.level >= d("1.25") && *seen.level < d("1.2504"), seen.level->toString().c_str());
            QVERIFY(
                seen.equity->minus(wanted.ownMoney)->isZero()); // nothing is won or lost by opening at the market price
        }
    }

    // Hand calculation: 1000 at 3x long, price 70: 3000 / 70 = 42.85714285 (8 digits down), costs 2999.9999995.
    void a_preview_is_what_the_hand_calculates()
    {
        const auto after = apply(empty(), *bookOpenPosition(empty(), nullptr, plan(true, "1000", "3", "70"), at("70")));
        QCOMPARE(shown(after->balance("ETH")->free), QStringLiteral("42.85714285"));
        QCOMPARE(shown(after->balance("USDT")->free), QStringLiteral("0.0000005"));
        QCOMPARE(shown(after->balance("USDT")->borrowed), QStringLiteral("2000"));
        QCOMPARE(shown(assess(*after, at("70")).liquidationPrices[0].bar.price),
                 QStringLiteral("48.9999999965")); // (1.05 * 2000 - 0.0000005) / 42.85714285
    }

    void too_much_leverage_or_no_price_is_refused()
    {
        const auto code = [](const PositionPlan &wanted) {
            return bookOpenPosition(empty(), nullptr, wanted, at("200")).error().code;
        };
        QVERIFY(code(plan(true, "200", "5.01", "200")) == ErrorCode::NotAllowedNow);
        QVERIFY(code(plan(true, "200", "1", "200")) == ErrorCode::NotAllowedNow);
        QVERIFY(code(plan(true, "200", "0", "200")) == ErrorCode::NotAllowedNow);
        QVERIFY(code(plan(true, "200", "5", "0")) == ErrorCode::PriceUnknown);
        QVERIFY(code(plan(true, "0", "5", "200")) == ErrorCode::AmountNotPositive);
        QVERIFY(code(plan(true, "0.00000001", "5", "200000")) == ErrorCode::AmountNotPositive);
        QVERIFY(code(plan(true, "999999999999999999", "5", "200")) == ErrorCode::Overflow);
        PositionPlan third = plan(true, "200", "5", "200");
        third.base = "XRP";
        QVERIFY(code(third) == ErrorCode::AssetNotAccepted);
        const auto poor = bookOpenPosition(empty(), &kSpot, plan(true, "1000.01", "5", "200"), at("200"));
        QVERIFY(poor.error().code == ErrorCode::NotEnough);
    }

    void closing_a_long_leaves_the_profit()
    {
        const Account account = isolatedAccount("ETH", {held("ETH", "5"), owed("USDT", "800", "1")});
        const auto booking = bookClosePosition(account, "ETH", "USDT", d("230"), at("230"));
        QVERIFY2(booking.hasValue(), booking ? "" : booking.error().message().c_str());
        const auto after = apply(account, *booking);
        QVERIFY(after->balance("ETH")->free.isZero());
        QVERIFY(!after->hasDebt());
        QCOMPARE(shown(after->balance("USDT")->free), QStringLiteral("349")); // 1150 - 801
    }

    void closing_a_long_at_a_loss_leaves_the_rest_owed()
    {
        const Account account = isolatedAccount("ETH", {held("ETH", "5"), owed("USDT", "800", "60")});
        const auto rates = at("190"); // 950 / 860
        const auto after = apply(account, *bookClosePosition(account, "ETH", "USDT", d("160"), rates));
        QCOMPARE(shown(after->balance("USDT")->debt()), QStringLiteral("60"));
        QCOMPARE(shown(after->balance("USDT")->interest), QStringLiteral("0")); // interest was paid first
    }

    void closing_a_short_buys_back_what_is_owed()
    {
        const Account account = isolatedAccount("ETH", {owed("ETH", "4", "0.1"), held("USDT", "1000")});
        const auto after = apply(account, *bookClosePosition(account, "ETH", "USDT", d("200"), at("200")));
        QVERIFY(!after->hasDebt());
        QVERIFY(after->balance("ETH")->free.isZero());
        QCOMPARE(shown(after->balance("USDT")->free), QStringLiteral("180"));
    }

    void closing_what_is_held_and_owed_alike_needs_no_trade()
    {
        const Account account = isolatedAccount("ETH", {owed("ETH", "4", "0", "4"), owed("USDT", "100", "0", "130")});
        const auto booking = bookClosePosition(account, "ETH", "USDT", d("200"), at("200"));
        QVERIFY2(booking.hasValue(), booking ? "" : booking.error().message().c_str());
        QVERIFY(std::ranges::all_of(booking->rows, [](const LedgerRow &row) { return row.kind == EntryKind::Repay; }));
        const auto after = apply(account, *booking);
        QVERIFY(!after->hasDebt());
        QCOMPARE(shown(after->balance("USDT")->free), QStringLiteral("30"));
    }

    void a_part_of_a_long_is_sold_and_repays()
    {
        const Account account = isolatedAccount("ETH", {held("ETH", "5"), owed("USDT", "800", "3")});
        const auto booking = bookPartOfPosition(account, "ETH", "USDT", d("3.52941177"), d("170"), at("170"));
        QVERIFY2(booking.hasValue(), booking ? "" : booking.error().message().c_str());
        const auto after = apply(account, *booking);
        QCOMPARE(shown(after->balance("ETH")->free), QStringLiteral("1.47058823"));
        QCOMPARE(shown(after->balance("USDT")->interest), QStringLiteral("0")); // interest is paid first
        QCOMPARE(shown(after->balance("USDT")->debt()), QStringLiteral("202.9999991")); // 803 - 600.0000009
        QVERIFY(after->balance("USDT")->free.isZero());
    }

    void a_part_uses_no_money_that_was_there_before()
    {
        const Account account = isolatedAccount("ETH", {held("ETH", "5"), owed("USDT", "800", "0", "50")});
        const auto after = apply(account, *bookPartOfPosition(account, "ETH", "USDT", d("1"), d("200"), at("200")));
        QCOMPARE(shown(after->balance("USDT")->free), QStringLiteral("50"));
        QCOMPARE(shown(after->balance("USDT")->debt()), QStringLiteral("600"));
    }

    void a_part_of_a_short_is_bought_back_and_repaid()
    {
        const Account account = isolatedAccount("ETH", {owed("ETH", "4", "0.1"), held("USDT", "1000")});
        const auto after = apply(account, *bookPartOfPosition(account, "ETH", "USDT", d("1.1"), d("200"), at("200")));
        QCOMPARE(shown(after->balance("ETH")->debt()), QStringLiteral("3"));
        QCOMPARE(shown(after->balance("USDT")->free), QStringLiteral("780"));
    }

    void all_of_it_in_one_part_is_a_closing()
    {
        const Account account = isolatedAccount("ETH", {held("ETH", "5"), owed("USDT", "800", "1")});
        const auto part = apply(account, *bookPartOfPosition(account, "ETH", "USDT", d("5"), d("230"), at("230")));
        const auto whole = apply(account, *bookClosePosition(account, "ETH", "USDT", d("230"), at("230")));
        QCOMPARE(part->balances, whole->balances);
    }

    void a_part_that_is_not_there_is_refused()
    {
        const Account account = isolatedAccount("ETH", {held("ETH", "5"), owed("USDT", "800")});
        const auto code = [&](const char *quantity) {
            return bookPartOfPosition(account, "ETH", "USDT", d(quantity), d("230"), at("230")).error();
        };
        QVERIFY(code("5.00000001").code == ErrorCode::NotEnough);
        QCOMPARE(code("5.00000001").place, std::string("amount"));
        QVERIFY(code("0").code == ErrorCode::AmountNotPositive);
    }

    void new_money_repays_at_once()
    {
        const Account account = isolatedAccount("ETH", {held("ETH", "5"), owed("USDT", "800", "20")});
        const auto after = apply(account, *bookTopUpThatRepays(account, nullptr, "USDT", d("120"), at("170")));
        QCOMPARE(shown(after->balance("USDT")->interest), QStringLiteral("0"));
        QCOMPARE(shown(after->balance("USDT")->borrowed), QStringLiteral("700"));
        QVERIFY(after->balance("USDT")->free.isZero());
        const auto more = apply(account, *bookTopUpThatRepays(account, nullptr, "USDT", d("1000"), at("170")));
        QVERIFY(!more->hasDebt());
        QCOMPARE(shown(more->balance("USDT")->free), QStringLiteral("180")); // what is more than owed stays
    }

    void new_money_that_can_repay_nothing_is_refused()
    {
        const Account account = isolatedAccount("ETH", {held("ETH", "5"), owed("USDT", "800")});
        QVERIFY(bookTopUpThatRepays(account, nullptr, "ETH", d("1"), at("170")).error().code == ErrorCode::NotEnough);
    }

    void a_short_that_cannot_be_paid_is_refused()
    {
        const Account account = isolatedAccount("ETH", {owed("ETH", "4"), held("USDT", "1000")});
        QVERIFY(bookClosePosition(account, "ETH", "USDT", d("251"), at("200")).error().code == ErrorCode::NotEnough);
        QVERIFY(bookClosePosition(empty(), "ETH", "USDT", d("200"), at("200")).error().code == ErrorCode::NotEnough);
    }

    void the_largest_leverage_follows_from_the_initial_ratio()
    {
        QCOMPARE(shown(largestLeverage(bars("1.25", "1.1", "1.05"))), QStringLiteral("5"));
        QCOMPARE(shown(largestLeverage(bars("1.1264", "1.1", "1.05"))), QStringLiteral("8.91"));
        QCOMPARE(shown(largestLeverage(bars("1", "0.9", "0.8"))), QStringLiteral("0"));
        QCOMPARE(shown(largestLeverage(bars("0.9", "0.8", "0.7"))), QStringLiteral("0"));
    }
};

PLIMSOLL_TEST(PositionTest)
#include "tst_position.moc"
