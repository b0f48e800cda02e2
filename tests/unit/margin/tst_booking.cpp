// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/assessment.h"
#include "margin/booking.h"
#include "margin/corrections.h"
#include "margin/position.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::margin;
using namespace plimsoll::test;

namespace {

// "a-cross top_up USDT free 150", one line per row.
QStringList linesOf(const Result<Booking> &booking)
{
    if (!booking) {
        return {QStringLiteral("refused: ") + QString::fromStdString(booking.error().message())};
    }
    QStringList lines;
    for (const LedgerRow &row : booking->rows) {
        lines << QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(shown(row.account), shown(std::string(entryKindWord(row.kind))), shown(row.asset),
                          shown(std::string(fieldWord(row.field))), shown(row.change));
    }
    return lines;
}

QStringList lines(std::initializer_list<const char *> list)
{
    QStringList all;
    for (const char *line : list) {
        all << QString::fromLatin1(line);
    }
    return all;
}

template<typename T>
bool refusedWith(const Result<T> &result, ErrorCode code)
{
    return !result && result.error().code == code && !result.error().detail.empty();
}

// BCH 5 at 170, 800 owed: level 1.0625.
Account inTrouble()
{
    Account account = isolatedAccount("BCH", {held("BCH", "5"), owed("USDT", "800")});
    account.contributed = d("200");
    return account;
}

Rates at170(const Account &account)
{
    return ratesFor(account, {{"BCHUSDT", "170"}});
}

const Wallet kSpot {"spot", {held("USDT", "1000"), held("BCH", "2")}};

Account closed()
{
    Account account = inTrouble();
    account.liquidatedAt = WallTime {1};
    return account;
}

} // namespace

class BookingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void every_word_leads_back_to_its_kind()
    {
        for (const char *word : {"opening", "top_up", "transfer_out", "borrow", "repay", "buy", "sell", "interest",
                                 "liquidation", "correction", "reversal", "removal"}) {
            QVERIFY(entryKindFromWord(word).has_value());
            QVERIFY(entryKindWord(*entryKindFromWord(word)) == word);
        }
        for (const char *word : {"free", "locked", "borrowed", "interest"}) {
            QVERIFY(fieldWord(*fieldFromWord(word)) == word);
        }
        QVERIFY(!entryKindFromWord("gift") && !fieldFromWord("gift"));
    }

    void a_top_up_moves_money_from_the_wallet_and_raises_the_level()
    {
        const Account account = inTrouble();
        const auto booking = bookTopUp(account, &kSpot, "USDT", d("150"), at170(account));
        QCOMPARE(linesOf(booking), lines({"spot top_up USDT free -150", "b-isolated top_up USDT free 150"}));
        const auto after = apply(account, *booking);
        QCOMPARE(shown(assess(*after, at170(account)).level), QStringLiteral("1.25"));
        QCOMPARE(shown(after->contributed), QStringLiteral("350"));
        const auto wallet = applyRows(kSpot.balances, "spot", booking->rows);
        QCOMPARE(shown((*wallet)[0].free), QStringLiteral("850"));
    }

    void a_top_up_in_the_base_asset_counts_at_its_price_or_not_at_all()
    {
        const Account account = inTrouble();
        QCOMPARE(shown(bookTopUp(account, nullptr, "BCH", d("2"), at170(account)).value().contributed),
                 QStringLiteral("540"));
        QCOMPARE(shown(bookTopUp(account, nullptr, "BCH", d("2"), Rates()).value().contributed),
                 QStringLiteral("none"));
    }

    void a_top_up_is_refused_data()
    {
        QTest::addColumn<QString>("asset");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<bool>("isClosed");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const char *asset, const char *amount, bool isClosed, ErrorCode code) {
            QTest::newRow(name) << QString::fromLatin1(asset) << QString::fromLatin1(amount) << isClosed
                                << static_cast<int>(code);
        };
        row("third asset", "ETH", "1", false, ErrorCode::AssetNotAccepted);
        row("no asset", "", "1", false, ErrorCode::AssetNotAccepted);
        row("zero", "USDT", "0", false, ErrorCode::AmountNotPositive);
        row("negative", "USDT", "-1", false, ErrorCode::AmountNotPositive);
        row("more than the wallet has", "USDT", "1000.00000001", false, ErrorCode::NotEnough);
        row("liquidated account", "USDT", "1", true, ErrorCode::AccountClosed);
    }

    void a_top_up_is_refused()
    {
        QFETCH(QString, asset);
        QFETCH(QString, amount);
        QFETCH(bool, isClosed);
        QFETCH(int, code);
        const Account account = isClosed ? closed() : inTrouble();
        QVERIFY(refusedWith(bookTopUp(account, &kSpot, asset.toStdString(), d(amount.toStdString()), at170(account)),
                            static_cast<ErrorCode>(code)));
    }

    void a_cross_account_takes_any_asset()
    {
        const Account account = crossAccount({owed("USDT", "1")});
        QCOMPARE(linesOf(bookTopUp(account, nullptr, "NEWCOIN", d("3"), Rates())),
                 lines({"a-cross top_up NEWCOIN free 3"}));
    }

    void a_top_up_that_overflows_is_refused()
    {
        const Account account = crossAccount({held("USDT", "999999999999999999")});
        QVERIFY(refusedWith(bookTopUp(account, nullptr, "USDT", d("1"), Rates()), ErrorCode::Overflow));
    }

    // Source: Binance FAQ 360030493931: cross accounts may transfer out above level 2 only.
    void a_cross_transfer_out_must_leave_a_level_of_two()
    {
        const Account account = crossAccount({held("USDT", "300"), owed("ETH", "1")});
        const Rates rates = ratesFor(account, {{"ETHUSDT", "100"}});
        QCOMPARE(linesOf(bookTransferOut(account, &kSpot, "USDT", d("100"), rates)),
                 lines({"a-cross transfer_out USDT free -100", "spot transfer_out USDT free 100"}));
        QVERIFY(
            refusedWith(bookTransferOut(account, &kSpot, "USDT", d("100.00000001"), rates), ErrorCode::NotAllowedNow));
        const Account atBar = crossAccount({held("USDT", "200"), owed("ETH", "1")});
        QVERIFY(refusedWith(bookTransferOut(atBar, nullptr, "USDT", d("0.00000001"), rates), ErrorCode::NotAllowedNow));
    }

    void an_isolated_transfer_out_must_leave_the_initial_ratio()
    {
        Account account = isolatedAccount("BCH", {held("BCH", "5"), owed("USDT", "800", "0", "160")});
        account.contributed = d("300");
        const Rates rates = at170(account); // 1010 / 800
        const auto booking = bookTransferOut(account, nullptr, "USDT", d("10"), rates);
        QCOMPARE(linesOf(booking), lines({"b-isolated transfer_out USDT free -10"}));
        QCOMPARE(shown(booking->contributed), QStringLiteral("290"));
        QVERIFY(refusedWith(bookTransferOut(account, nullptr, "USDT", d("10.1"), rates), ErrorCode::NotAllowedNow));
    }

    void a_transfer_out_is_refused_where_it_cannot_be_judged_or_paid()
    {
        const Account account = crossAccount({held("USDT", "300"), owed("ETH", "1")});
        QVERIFY(refusedWith(bookTransferOut(account, nullptr, "USDT", d("1"), ratesFor(account, {})),
                            ErrorCode::PriceUnknown));
        const Rates rates = ratesFor(account, {{"ETHUSDT", "100"}});
        QVERIFY(refusedWith(bookTransferOut(account, nullptr, "USDT", d("301"), rates), ErrorCode::NotEnough));
        QVERIFY(refusedWith(bookTransferOut(account, nullptr, "USDT", d("0"), rates), ErrorCode::AmountNotPositive));
        QVERIFY(refusedWith(bookTransferOut(inTrouble(), nullptr, "BCH", d("1"), at170(inTrouble())),
                            ErrorCode::NotAllowedNow));
        const Account free = crossAccount({held("USDT", "300")}); // no debt: everything may go
        QVERIFY(bookTransferOut(free, nullptr, "USDT", d("300"), Rates()).hasValue());
    }

    void borrowing_ends_at_the_initial_ratio()
    {
        const Account account = isolatedAccount("BCH", {held("BCH", "1")});
        const Rates rates = ratesFor(account, {{"BCHUSDT", "200"}});
        QCOMPARE(linesOf(bookBorrow(account, "USDT", d("800"), rates)),
                 lines({"b-isolated borrow USDT free 800", "b-isolated borrow USDT borrowed 800"}));
        QVERIFY(refusedWith(bookBorrow(account, "USDT", d("800.00000001"), rates), ErrorCode::NotAllowedNow));
        QVERIFY(refusedWith(bookBorrow(inTrouble(), "USDT", d("1"), at170(inTrouble())), ErrorCode::NotAllowedNow));
        QVERIFY(refusedWith(bookBorrow(account, "ETH", d("1"), rates), ErrorCode::AssetNotAccepted));
        QVERIFY(refusedWith(bookBorrow(account, "USDT", d("0"), rates), ErrorCode::AmountNotPositive));
        QVERIFY(refusedWith(bookBorrow(account, "USDT", d("1"), Rates()), ErrorCode::PriceUnknown));
        QVERIFY(refusedWith(bookBorrow(closed(), "USDT", d("1"), rates), ErrorCode::AccountClosed));
    }

    // Source: Binance FAQ 360030157812, the first hour is charged at the moment of borrowing. Up to the limit all the
    // same.
    void a_loan_at_a_known_rate_is_charged_its_first_hour()
    {
        Account account = isolatedAccount("BCH", {held("BCH", "1"), owed("USDT", "0")});
        account.balances[1].dailyInterest = d("0.0003");
        const Rates rates = ratesFor(account, {{"BCHUSDT", "200"}});
        const auto loan = bookBorrow(account, "USDT", d("800"), rates);
        QCOMPARE(linesOf(loan),
                 lines({"b-isolated borrow USDT free 800", "b-isolated borrow USDT borrowed 800",
                        "b-isolated interest USDT interest 0.01"}));
        QCOMPARE(shown(apply(account, *loan).value().balance("USDT")->debt()), QStringLiteral("800.01"));
        account.balances[1].dailyInterest = d("0");
        QCOMPARE(linesOf(bookBorrow(account, "USDT", d("800"), rates)).size(), 2);
    }

    // Source: exchange documentation "Query Borrow/Repay", interest is paid first.
    void repaying_pays_interest_first()
    {
        const Account account = crossAccount({owed("BNB", "20", "0.01866667", "14")});
        QCOMPARE(linesOf(bookRepay(account, "BNB", d("14"))),
                 lines({"a-cross repay BNB free -14", "a-cross repay BNB interest -0.01866667",
                        "a-cross repay BNB borrowed -13.98133333"}));
        QCOMPARE(linesOf(bookRepay(account, "BNB", d("0.01"))),
                 lines({"a-cross repay BNB free -0.01", "a-cross repay BNB interest -0.01"}));
    }

    void repaying_is_refused_beyond_what_is_owed_or_free()
    {
        const Account account = crossAccount({owed("USDT", "10", "0", "5"), owed("BNB", "1", "0", "100")});
        QVERIFY(refusedWith(bookRepay(account, "USDT", d("5.1")), ErrorCode::NotEnough));
        QVERIFY(refusedWith(bookRepay(account, "BNB", d("1.1")), ErrorCode::NotEnough));
        QVERIFY(refusedWith(bookRepay(account, "ETH", d("1")), ErrorCode::NotEnough));
        QVERIFY(refusedWith(bookRepay(account, "BNB", d("0")), ErrorCode::AmountNotPositive));
        QVERIFY(refusedWith(bookRepay(closed(), "USDT", d("1")), ErrorCode::AccountClosed));
    }

    void a_trade_rounds_its_price_against_the_user()
    {
        const Account account = crossAccount({held("USDT", "100"), held("ETH", "1")});
        const Rates rates = ratesFor(account, {{"ETHUSDT", "10"}});
        const Trade buy {true, "ETH", "USDT", d("0.000000000000000003"), d("0.5")};
        QCOMPARE(linesOf(bookTrade(account, buy, rates)),
                 lines({"a-cross buy ETH free 0.000000000000000003", "a-cross buy USDT free -0.000000000000000002"}));
        Trade sell = buy;
        sell.buy = false;
        QCOMPARE(linesOf(bookTrade(account, sell, rates)),
                 lines({"a-cross sell ETH free -0.000000000000000003", "a-cross sell USDT free 0.000000000000000001"}));
    }

    void a_trade_is_refused()
    {
        const Account account = crossAccount({held("USDT", "100"), held("ETH", "1")});
        const Rates rates = ratesFor(account, {{"ETHUSDT", "10"}});
        QVERIFY(
            refusedWith(bookTrade(account, {true, "ETH", "USDT", d("10.1"), d("10")}, rates), ErrorCode::NotEnough));
        QVERIFY(
            refusedWith(bookTrade(account, {false, "ETH", "USDT", d("1.1"), d("10")}, rates), ErrorCode::NotEnough));
        QVERIFY(refusedWith(bookTrade(account, {true, "ETH", "USDT", d("1"), d("0")}, rates),
                            ErrorCode::AmountNotPositive));
        QVERIFY(refusedWith(bookTrade(account, {true, "ETH", "USDT", d("0"), d("1")}, rates),
                            ErrorCode::AmountNotPositive));
        QVERIFY(
            refusedWith(bookTrade(account, {true, "ETH", "ETH", d("1"), d("1")}, rates), ErrorCode::AssetNotAccepted));
        QVERIFY(refusedWith(bookTrade(account, {true, "ETH", "USDT", d("999999999999999999"), d("10")}, rates),
                            ErrorCode::Overflow));
        const Account isolated = inTrouble();
        QVERIFY(refusedWith(bookTrade(isolated, {true, "ETH", "USDT", d("1"), d("1")}, at170(isolated)),
                            ErrorCode::AssetNotAccepted));
        const Rates low = ratesFor(isolated, {{"BCHUSDT", "168"}}); // exactly at the liquidation ratio
        QVERIFY(
            refusedWith(bookTrade(isolated, {false, "BCH", "USDT", d("1"), d("168")}, low), ErrorCode::NotAllowedNow));
        QVERIFY(bookTrade(isolated, {false, "BCH", "USDT", d("1"), d("170")}, at170(isolated)).hasValue());
    }

    void interest_is_added_to_the_debt()
    {
        const Account account = inTrouble();
        QCOMPARE(linesOf(bookInterest(account, "USDT", d("8"))), lines({"b-isolated interest USDT interest 8"}));
        QVERIFY(refusedWith(bookInterest(account, "ETH", d("8")), ErrorCode::AssetNotAccepted));
        QVERIFY(refusedWith(bookInterest(closed(), "USDT", d("8")), ErrorCode::AccountClosed));
    }

    void a_liquidation_takes_everything_in_the_account_and_nothing_else()
    {
        Account account = crossAccount({held("ETH", "5"), owed("USDT", "1600", "3", "7")});
        account.balances[0].locked = d("1");
        const auto booking = bookLiquidation(account);
        QVERIFY(booking->closesAccount);
        QCOMPARE(linesOf(booking),
                 lines({"a-cross liquidation ETH free -5", "a-cross liquidation ETH locked -1",
                        "a-cross liquidation USDT free -7", "a-cross liquidation USDT borrowed -1600",
                        "a-cross liquidation USDT interest -3"}));
        const auto after = apply(account, *booking);
        for (const Balance &balance : after->balances) {
            QVERIFY(balance.total()->isZero() && balance.debt()->isZero());
        }
        QVERIFY(refusedWith(bookLiquidation(closed()), ErrorCode::AccountClosed));
        const Account other = isolatedAccount("ETH", {held("ETH", "5")}, "b-eth"); // another account of the same person
        QVERIFY(*apply(other, Booking {booking->rows, other.contributed, false}) == other);
    }

    void a_reopened_account_has_again_what_was_taken()
    {
        const Account account = inTrouble();
        const auto liquidation = bookLiquidation(account);
        Account gone = *apply(account, *liquidation);
        QCOMPARE(shown(bookReopening(gone, liquidation->rows).error().message()),
                 QStringLiteral("account: \"b-isolated\" is open"));
        gone.liquidatedAt = WallTime {1};
        const auto reopening = bookReopening(gone, liquidation->rows);
        QCOMPARE(linesOf(reopening),
                 lines({"b-isolated reversal BCH free 5", "b-isolated reversal USDT borrowed 800"}));
        QVERIFY(!reopening->closesAccount);
        const auto again = apply(gone, *reopening);
        QVERIFY(again->balances == account.balances);
        const std::vector<LedgerRow> tooMuch {{gone.id, EntryKind::Liquidation, "BCH", Field::Free, d("1")}};
        QVERIFY(refusedWith(bookReopening(gone, tooMuch), ErrorCode::NotEnough));
    }

    void a_correction_books_the_differences()
    {
        const Account account = crossAccount({held("ETH", "5"), owed("USDT", "1600")});
        const auto booking = bookCorrection(account, {owed("USDT", "1500", "2"), held("BTC", "1")}, d("7"));
        QCOMPARE(linesOf(booking),
                 lines({"a-cross correction USDT borrowed -100", "a-cross correction USDT interest 2",
                        "a-cross correction BTC free 1", "a-cross correction ETH free -5"}));
        const auto after = apply(account, *booking);
        QCOMPARE(shown(after->contributed), QStringLiteral("7"));
        QCOMPARE(shown(after->balance("USDT")->borrowed), QStringLiteral("1500"));
        QVERIFY(after->balance("ETH")->free.isZero());
        QVERIFY(
            refusedWith(bookCorrection(account, {held("ETH", "1"), held("ETH", "1")}, {}), ErrorCode::DuplicateEntry));
        QVERIFY(refusedWith(bookCorrection(inTrouble(), {held("XRP", "1")}, {}), ErrorCode::AssetNotAccepted));
    }

    // An export with such a name could not be read back.
    void names_that_no_file_carries_are_refused()
    {
        const Account account = crossAccount({held("ETH", "5"), owed("USDT", "1600")});
        const std::string longest(64, 'A');
        QVERIFY(bookTopUp(account, nullptr, longest, d("1"), Rates()).hasValue());
        QVERIFY(bookCorrection(account, {held(longest, "1")}, {}).hasValue());
        for (const std::string &name :
             {longest + "A", std::string("A\tB"), std::string("A\x7f"), std::string("\u0085")}) {
            QVERIFY(refusedWith(bookTopUp(account, nullptr, name, d("1"), Rates()), ErrorCode::Malformed));
            QVERIFY(refusedWith(bookCorrection(account, {held(name, "1")}, {}), ErrorCode::Malformed));
            QVERIFY(refusedWith(bookWalletCorrection({"spot", {}}, {held(name, "1")}), ErrorCode::Malformed));
        }
    }

    void opening_rows_sum_up_to_the_balances()
    {
        std::vector<Balance> balances {held("ETH", "5"), owed("USDT", "1600", "3", "7")};
        balances[0].locked = d("2");
        const auto rows = openingRows("x", balances);
        QCOMPARE(rows.size(), std::size_t {5});
        QVERIFY(*applyRows({}, "x", rows) == balances);
        QVERIFY(applyRows({}, "another", rows).value().empty());
    }

    void rows_that_would_go_below_zero_are_refused()
    {
        QVERIFY(refusedWith(
            applyRows({held("ETH", "1")}, "x", {{"x", EntryKind::Correction, "ETH", Field::Free, d("-1.1")}}),
            ErrorCode::NotEnough));
    }

    void rows_that_would_leave_the_range_are_refused_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("change");
        QTest::addColumn<bool>("refused");
        const char *least = "0.000000000000000001";
        const char *rest = "0.999999999999999998"; // 999999999999999999 is free and borrowed already
        QTest::newRow("free, the largest") << static_cast<int>(Field::Free) << rest << false;
        QTest::newRow("locked, the largest total") << static_cast<int>(Field::Locked) << rest << false;
        QTest::newRow("interest, the largest debt") << static_cast<int>(Field::Interest) << rest << false;
        QTest::newRow("free") << static_cast<int>(Field::Free) << "1" << true;
        QTest::newRow("locked, the total") << static_cast<int>(Field::Locked) << "1" << true;
        QTest::newRow("borrowed") << static_cast<int>(Field::Borrowed) << "1" << true;
        QTest::newRow("interest, the debt") << static_cast<int>(Field::Interest) << "1" << true;
        QTest::newRow("interest, a little") << static_cast<int>(Field::Interest) << least << false;
    }

    void rows_that_would_leave_the_range_are_refused()
    {
        QFETCH(int, field);
        QFETCH(QString, change);
        QFETCH(bool, refused);
        const auto result = applyRows(
            {owed("ETH", "999999999999999999", "0", "999999999999999999")}, "x",
            {{"x", EntryKind::Correction, "ETH", static_cast<Field>(field), d(change.toStdString())}});
        QCOMPARE(!result, refused);
        QCOMPARE(refusedWith(result, ErrorCode::Overflow), refused);
    }

    // What docs/formulas.md#operations and #bands allow, and nothing else.
    void everyOperationAtEveryStatus_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("allowed");
        const auto row = [](const char *status, const char *allowed) {
            QTest::newRow(status) << QString::fromLatin1(status) << QString::fromLatin1(allowed);
        };
        // t top-up, o transfer out, b borrow, r repay, y buy, s sell, i interest, p open, x close, l liquidation, c
        // correction
        row("no_debt", "tobysipxlc");
        row("normal", "tobrysixlcp");
        row("margin_call", "trysixlc");
        row("liquidation", "trilc");
        row("unknown", "trilc");
        row("liquidated", "");
    }

    void everyOperationAtEveryStatus()
    {
        QFETCH(QString, status);
        QFETCH(QString, allowed);
        Account account = isolatedAccount("BCH", {held("BCH", "5"), owed("USDT", "800", "10", "100")});
        account.contributed = d("200");
        std::string price = status == u"normal" ? "400" : status == u"margin_call" ? "155" : "150";
        if (status == u"no_debt") {
            account.balances = {held("BCH", "5"), held("USDT", "100")};
        }
        if (status == u"liquidated") {
            account.liquidatedAt = WallTime {1};
        }
        const Rates rates = status == u"unknown" ? Rates() : ratesFor(account, {{"BCHUSDT", price}});
        QCOMPARE(shown(std::string(statusWord(assess(account, rates).status))), status);
        const Decimal at = d(price);
        const std::vector<std::pair<char, Result<Booking>>> all {
            {'t', bookTopUp(account, nullptr, "USDT", d("1"), rates)},
            {'o', bookTransferOut(account, nullptr, "USDT", d("1"), rates)},
            {'b', bookBorrow(account, "USDT", d("1"), rates)},
            {'r', bookRepay(account, "USDT", d("1"))},
            {'y', bookTrade(account, {true, "BCH", "USDT", d("0.1"), at}, rates)},
            {'s', bookTrade(account, {false, "BCH", "USDT", d("0.1"), at}, rates)},
            {'i', bookInterest(account, "USDT", d("1"))},
            {'p', bookOpenPosition(account, nullptr, {"BCH", "USDT", true, d("10"), d("2"), at}, rates)},
            {'x', bookClosePosition(account, "BCH", "USDT", at, rates)},
            {'l', bookLiquidation(account)},
            {'c', bookCorrection(account, {held("BCH", "1")}, {})},
        };
        for (const auto &[letter, booking] : all) {
            const bool wanted = allowed.contains(QLatin1Char(letter));
            QVERIFY2(booking.hasValue() == wanted,
                     qPrintable(QStringLiteral("%1: %2")
                                    .arg(QLatin1Char(letter))
                                    .arg(booking ? QStringLiteral("allowed") : shown(booking.error().message()))));
            if (status == u"liquidated") {
                QVERIFY(booking.error().code == ErrorCode::AccountClosed);
            }
            if (status == u"unknown" && !wanted) {
                QVERIFY(booking.error().code == ErrorCode::PriceUnknown);
            }
        }
    }
};

PLIMSOLL_TEST(BookingTest)
#include "tst_booking.moc"
