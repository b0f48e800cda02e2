// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/interest.h"
#include "margin/lookahead.h"
#include "margin/verdict.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::margin;
using namespace plimsoll::test;

namespace {

Account debtor(const char *assets, const char *debt, const std::optional<Decimal> &rate)
{
    Account account;
    account.id = "a";
    account.mode = MarginMode::Cross;
    account.quoteAsset = "USDT";
    account.thresholds = referenceBars();
    account.balances = {{"USDT", d(assets), {}, d(debt), {}, rate}};
    return account;
}

std::optional<std::int64_t> toCall(const Account &account)
{
    return hoursToBar(account, Rates(), account.thresholds.marginCall);
}

} // namespace

class LookAheadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void the_first_hour_at_the_bar_is_told_data()
    {
        QTest::addColumn<QString>("assets");
        QTest::addColumn<QString>("rate");
        QTest::addColumn<qint64>("hours"); // -1: none
        // 2400 owed at 0.1 % a day is 0.1 an hour; the call bar 1.1 is met at assets / 1.1.
        QTest::newRow("there already") << "2640"
                                       << "0.001" << qint64 {0};
        QTest::newRow("exactly at the tenth") << "2641.1"
                                              << "0.001" << qint64 {10};
        QTest::newRow("the last digit above it") << "2641.100000000000000001"
                                                 << "0.001" << qint64 {11};
        QTest::newRow("the last digit below it") << "2641.099999999999999999"
                                                 << "0.001" << qint64 {10};
        QTest::newRow("rate of nothing") << "2641.1"
                                         << "0" << qint64 {-1};
        QTest::newRow("unknown rate") << "2641.1"
                                      << "" << qint64 {-1};
        QTest::newRow("there already, and no rate") << "2640"
                                                    << "" << qint64 {0};
        QTest::newRow("in more than a century") << "2641.1"
                                                << "0.00000000001" << qint64 {-1};
    }

    void the_first_hour_at_the_bar_is_told()
    {
        QFETCH(QString, assets);
        QFETCH(QString, rate);
        QFETCH(qint64, hours);
        const auto daily = rate.isEmpty() ? std::nullopt : std::optional(d(rate.toStdString()));
        const auto found = toCall(debtor(assets.toLatin1().constData(), "2400", daily));
        QCOMPARE(found ? qint64 {*found} : qint64 {-1}, hours);
    }

    // Source: level 1.0625 (850 / 800), bar 1.05, 0.001 % an hour: (850 / 1.05 - 800) / 0.008 = 1190.47, so 1191 h.
    void a_worked_example()
    {
        const Account account = debtor("850", "800", d("0.00024"));
        QCOMPARE(*hoursToBar(account, Rates(), d("1.05")), std::int64_t {1191});
        QCOMPARE(*toCall(account), std::int64_t {0});
    }

    void tiny_debts_that_round_up_are_found_by_their_neighbours()
    {
        // One unit owed is charged one unit at the first mark, whatever the rate, and the next much later.
        const auto account = debtor("0.000000000000000002", "0.000000000000000001", d("0.0001"));
        QCOMPARE(*hoursToBar(account, Rates(), d("1.25")), std::int64_t {1});
    }

    void agrees_with_the_decision_hour_by_hour()
    {
        Chance chance;
        for (int i = 0; i < 200; ++i) {
            Account account = debtor("1", "1", std::nullopt);
            account.balances = {{"ETH", d("5"), {}, d("1"), {}, d("0.01")},
                                {"USDT", {}, {}, Decimal::fromInteger(chance.between(500, 700)), {}, d("0.003")}};
            const Rates rates = ratesFor(account, {{"ETHUSDT", std::to_string(chance.between(150, 260))}});
            const Decimal bar = account.thresholds.marginCall;
            std::optional<std::int64_t> expected;
            for (std::int64_t hour = 0; hour <= 2'000 && !expected; ++hour) {
                if (judge(*afterInterest(account, hour), rates).exactLevel <= bar) {
                    expected = hour;
                }
            }
            if (expected) {
                QCOMPARE(*hoursToBar(account, rates, bar), *expected);
            } else {
                QVERIFY(hoursToBar(account, rates, bar).value_or(5'000) > 2'000);
            }
        }
    }

    void a_debt_that_outgrows_a_decimal_is_an_error()
    {
        const auto then = afterInterest(debtor("1", "999999999999999999", d("0.001")), 24); // the interest alone fits
        QVERIFY(!then);
        QCOMPARE(then.error().code, ErrorCode::Overflow);
    }

    void what_has_no_level_has_no_hours()
    {
        QVERIFY(!toCall(debtor("1", "0", d("0.001"))));
        Account unpriced = debtor("1", "2400", d("0.001"));
        unpriced.balances.push_back({"XXX", d("1"), {}, {}, {}, {}});
        QVERIFY(!toCall(unpriced));
    }

    void one_hour_is_the_sum_of_all_known_rates()
    {
        Account account = debtor("5000", "2400", d("0.001"));
        account.balances.push_back({"ETH", {}, {}, d("24"), {}, d("0.001")});
        account.balances.push_back({"BCH", {}, {}, d("1"), {}, std::nullopt});
        const Rates rates = ratesFor(account, {{"ETHUSDT", "200"}, {"BCHUSDT", "200"}});
        const Decimal one = Decimal::fromInteger(1);
        QVERIFY(hourlyInterest(account, rates) == Wide::product(d("0.3"), one)); // 0.1 + 0.001 x 200
        QVERIFY(owesAtUnknownRate(account));
        QVERIFY(!hourlyInterest(account, Rates())); // the debt in ETH has no price
    }
};

PLIMSOLL_TEST(LookAheadTest)
#include "tst_lookahead.moc"
