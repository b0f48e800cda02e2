// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/assessment.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using margin::Account;
using margin::assess;
using margin::Status;

namespace {

Account referenceAccount(const QString &who)
{
    Account account = who == QLatin1String("cross")
        ? crossAccount({held("ETH", "5"), held("BCH", "5"), owed("USDT", "1600")})
        : isolatedAccount(who.toStdString(), {held(who.toStdString(), "5"), owed("USDT", "800")});
    account.contributed = d(who == QLatin1String("cross") ? "400" : "200");
    return account;
}

QString words(Status status)
{
    return QString::fromStdString(std::string(margin::statusWord(status)));
}

QString priceOf(const std::vector<margin::NamedBarPrice> &prices)
{
    return prices.size() == 1 ? QString::fromStdString(prices[0].symbol)
            + (prices[0].bar.below ? QStringLiteral(" below ") : QStringLiteral(" above ")) + shown(prices[0].bar.price)
                              : QStringLiteral("%1 prices").arg(prices.size());
}

} // namespace

class AssessmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatusHasItsWordAndNoOther()
    {
        for (const auto status : {Status::NoDebt, Status::Normal, Status::MarginCall, Status::Liquidation,
                                  Status::Unknown, Status::Liquidated}) {
            QCOMPARE(margin::statusFromWord(margin::statusWord(status)), std::optional(status));
        }
        QVERIFY(!margin::statusFromWord("")); // a word that is missing must not read as "no debt"
        QVERIFY(!margin::statusFromWord("Normal"));
    }

    // Source: the reference example, nine rows.
    void the_reference_example_comes_out_row_by_row_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("eth");
        QTest::addColumn<QString>("bch");
        QTest::addColumn<QString>("assets");
        QTest::addColumn<QString>("debt");
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("profit");
        const auto row = [](const char *name, const char *who, const char *eth, const char *bch, const char *assets,
                            const char *debt, const char *level, const char *text, const char *status,
                            const char *profit) {
            QTest::newRow(name) << QString::fromLatin1(who) << QString::fromLatin1(eth) << QString::fromLatin1(bch)
                                << QString::fromLatin1(assets) << QString::fromLatin1(debt)
                                << QString::fromLatin1(level) << QString::fromLatin1(text)
                                << QString::fromLatin1(status) << QString::fromLatin1(profit);
        };
        row("N cross", "cross", "200", "200", "2000", "1600", "1.25", "1.25", "normal", "0");
        row("N ETH", "ETH", "200", "200", "1000", "800", "1.25", "1.25", "normal", "0");
        row("N BCH", "BCH", "200", "200", "1000", "800", "1.25", "1.25", "normal", "0");
        row("N+2 cross", "cross", "230", "170", "2000", "1600", "1.25", "1.25", "normal", "0");
        row("N+2 ETH", "ETH", "230", "170", "1150", "800", "1.4375", "1.44", "normal", "150");
        row("N+2 BCH", "BCH", "230", "170", "850", "800", "1.0625", "1.06", "margin_call", "-150");
        row("N+5 cross", "cross", "220", "120", "1700", "1600", "1.0625", "1.06", "margin_call", "-300");
        row("N+5 ETH", "ETH", "220", "120", "1100", "800", "1.375", "1.38", "normal", "100");
        row("N+5 BCH", "BCH", "220", "120", "600", "800", "0.75", "0.75", "liquidation", "-400");
    }

    void the_reference_example_comes_out_row_by_row()
    {
        QFETCH(QString, who);
        QFETCH(QString, eth);
        QFETCH(QString, bch);
        const Account account = referenceAccount(who);
        const auto seen = assess(account,
                                 ratesFor(account, {{"ETHUSDT", eth.toStdString()}, {"BCHUSDT", bch.toStdString()}}));
        QTEST(shown(seen.totalAssets), "assets");
        QTEST(shown(seen.totalDebt), "debt");
        QTEST(shown(seen.level), "level");
        QTEST(shown(seen.levelText), "text");
        QTEST(words(seen.status), "status");
        QTEST(shown(seen.profit), "profit");
        QVERIFY(*seen.equity == *seen.totalAssets->minus(*seen.totalDebt));
    }

    // Source: interface contract, example of `evaluate --json`.
    void the_account_in_trouble_is_told_prices_and_ways_out()
    {
        const Account account = referenceAccount(QStringLiteral("BCH"));
        const auto seen = assess(account, ratesFor(account, {{"BCHUSDT", "170"}}));
        QCOMPARE(priceOf(seen.marginCallPrices), QStringLiteral("BCHUSDT below 176"));
        QCOMPARE(priceOf(seen.liquidationPrices), QStringLiteral("BCHUSDT below 168"));
        QCOMPARE(shown(seen.toInitial.deposit), QStringLiteral("150"));
        QCOMPARE(shown(seen.toInitial.repay), QStringLiteral("120"));
        QCOMPARE(shown(seen.toInitial.sellAndRepay), QStringLiteral("600"));
        QCOMPARE(shown(seen.liquidationPrices[0].distance), QStringLiteral("0.011764")); // 2 / 170
        QCOMPARE(shown(seen.marginCallPrices[0].distance), QStringLiteral("-0.035295")); // -6 / 170, towards danger
        QCOMPARE(shown(seen.distanceToLiquidation), QStringLiteral("0.011764")); // 1 - 840 / 850
        QCOMPARE(shown(seen.leverage), QStringLiteral("17")); // 850 / 50
        QCOMPARE(seen.oldestPrice, BootTime {1'000});
    }

    // Source: Binance announcement "How to calculate margin liquidation price": 10,000 own, 20,000 borrowed, 1 BTC,
    // ratio 1.1.
    void the_published_liquidation_price_of_a_long_is_met()
    {
        Account account = crossAccount({held("BTC", "1"), owed("USDT", "20000")});
        account.thresholds = bars("1.5", "1.3", "1.1");
        const auto seen = assess(account, ratesFor(account, {{"BTCUSDT", "30000"}}));
        QCOMPARE(priceOf(seen.liquidationPrices), QStringLiteral("BTCUSDT below 22000"));
        QCOMPARE(shown(seen.level), QStringLiteral("1.5"));
    }

    void a_short_is_broken_from_below_and_rounded_towards_danger()
    {
        const Account account = crossAccount({held("USDT", "1000"), owed("ETH", "3")});
        const auto seen = assess(account, ratesFor(account, {{"ETHUSDT", "200"}}));
        QCOMPARE(priceOf(seen.liquidationPrices), QStringLiteral("ETHUSDT above 317.460317460317460317"));
    }

    void an_asset_on_both_sides_counts_net_of_its_ratio()
    {
        const Account account = crossAccount({owed("ETH", "4", "0", "2"), held("USDT", "1000")}); // 2 held, 4 owed
        const auto seen = assess(account, ratesFor(account, {{"ETHUSDT", "200"}}));
        QCOMPARE(shown(seen.level), QStringLiteral("1.75"));
        QCOMPARE(priceOf(seen.liquidationPrices),
                 QStringLiteral("ETHUSDT above 454.545454545454545454")); // 1000 / (1.05 * 4 - 2)
    }

    void no_price_is_named_where_none_meets_the_bar()
    {
        const Account rich = crossAccount({held("ETH", "1"), held("USDT", "5000"), owed("USDT", "1000")});
        Account both = rich;
        both.balances = {held("ETH", "1"), {"USDT", d("5000"), {}, d("1000"), {}, {}}};
        const auto seen = assess(both, ratesFor(both, {{"ETHUSDT", "200"}}));
        QVERIFY(seen.marginCallPrices.empty()); // even at price 0 the level stays above the bar
    }

    void without_debt_there_is_no_level()
    {
        const Account account = crossAccount({held("ETH", "5")});
        const auto priced = assess(account, ratesFor(account, {{"ETHUSDT", "200"}}));
        QCOMPARE(words(priced.status), QStringLiteral("no_debt"));
        QVERIFY(!priced.level && priced.levelText.empty() && priced.liquidationPrices.empty() && !priced.leverage);
        QCOMPARE(shown(priced.totalAssets), QStringLiteral("1000"));
        QCOMPARE(shown(priced.toInitial.deposit), QStringLiteral("0"));
        const auto blind = assess(account, ratesFor(account, {}));
        QCOMPARE(words(blind.status), QStringLiteral("no_debt"));
        QVERIFY(!blind.totalAssets && !blind.range);
    }

    void an_unknown_price_gives_a_range_and_names_what_is_missing()
    {
        const Account account = crossAccount({held("ETH", "5"), held("BCH", "5"), owed("USDT", "1600")});
        const auto seen = assess(account, ratesFor(account, {{"ETHUSDT", "200"}}));
        QCOMPARE(words(seen.status), QStringLiteral("unknown"));
        QVERIFY(!seen.level && !seen.equity && !seen.totalAssets && seen.levelText.empty());
        QCOMPARE(seen.missingPrices, (std::vector<std::string> {"BCHUSDT"}));
        QCOMPARE(shown(seen.range->worst.printed()), QStringLiteral("0.625"));
        QVERIFY(!seen.range->best);
        QVERIFY(!seen.permissions.borrow && !seen.permissions.transferOut);
    }

    void an_unknown_debt_never_raises_the_level()
    {
        const Account account = crossAccount({held("ETH", "5"), owed("BCH", "1"), owed("USDT", "800")});
        const auto seen = assess(account, ratesFor(account, {{"ETHUSDT", "200"}}));
        QCOMPARE(words(seen.status), QStringLiteral("unknown"));
        QCOMPARE(shown(seen.range->worst.printed()), QStringLiteral("0"));
        QCOMPARE(shown(seen.range->best->printed()), QStringLiteral("1.25"));
    }

    void what_cannot_change_the_status_does_not_make_it_unknown_data()
    {
        QTest::addColumn<QString>("free"); // USDT, against 1000 USDT owed
        QTest::addColumn<QString>("coinHeld"); // of a coin without a price
        QTest::addColumn<QString>("coinOwed");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("equity");
        const auto row = [](const char *name, const char *free, const char *coin, const char *coinOwed,
                            const char *status, const char *level, const char *equity) {
            QTest::newRow(name) << QString::fromLatin1(free) << QString::fromLatin1(coin)
                                << QString::fromLatin1(coinOwed) << QString::fromLatin1(status)
                                << QString::fromLatin1(level) << QString::fromLatin1(equity);
        };
        row("dust held", "20000", "0.00000001", "0", "normal", "20", "19000");
        row("a hair above the initial ratio", "1250.000000000000000001", "1", "0", "normal", "1.25",
            "250.000000000000000001");
        row("exactly the initial ratio", "1250", "1", "0", "unknown", "none", "none");
        row("above the call is not enough", "1249", "1000000", "0", "unknown", "none", "none");
        row("dust owed", "20000", "0", "0.00000001", "unknown", "none", "none");
        row("owed, and covered by itself", "20000", "3", "2", "normal", "1.5", "none");
        row("owed, covered, the rest is worse", "1300", "3", "2", "normal", "1.3", "none");
        row("owed, at the initial ratio", "20000", "2.5", "2", "unknown", "none", "none");
    }

    void what_cannot_change_the_status_does_not_make_it_unknown()
    {
        QFETCH(QString, free);
        QFETCH(QString, coinHeld);
        QFETCH(QString, coinOwed);
        QFETCH(QString, status);
        QFETCH(QString, level);
        QFETCH(QString, equity);
        const Account account = crossAccount({owed("USDT", "1000", "0", free.toStdString()),
                                              owed("OLD", coinOwed.toStdString(), "0", coinHeld.toStdString())});
        const auto seen = assess(account, ratesFor(account, {}));
        QCOMPARE(words(seen.status), status);
        QCOMPARE(shown(seen.level), level);
        QCOMPARE(shown(seen.equity), equity);
        QCOMPARE(seen.atLeast, status == QStringLiteral("normal"));
        QVERIFY(seen.range && seen.missingPrices == std::vector<std::string> {"OLDUSDT"});
        QCOMPARE(seen.permissions.borrow, seen.atLeast);
    }

    void the_bar_price_of_a_priced_coin_counts_the_unpriced_one_as_nothing()
    {
        const Account account = crossAccount({held("ETH", "5"), held("OLD", "7"), owed("USDT", "400")});
        const auto seen = assess(account, ratesFor(account, {{"ETHUSDT", "200"}}));
        QCOMPARE(seen.marginCallPrices.size(), std::size_t {1});
        QCOMPARE(shown(seen.marginCallPrices[0].bar.price), QStringLiteral("88"));
        QCOMPARE(shown(seen.distanceToCall), QStringLiteral("0.56"));
        QCOMPARE(seen.oldestPrice, BootTime {1'000}); // what has no price has no age
    }

    void the_oldest_price_is_that_of_something_held_or_owed()
    {
        Account account = crossAccount({held("ETH", "5"), held("XRP", "0"), owed("BCH", "1")});
        margin::QuoteBoard board;
        for (const margin::Balance &balance : account.balances) {
            board.internRate(balance.asset, "USDT");
        }
        const auto set = [&board](const char *symbol, BootTime asOf) {
            board.setPrice(board.internSymbol(symbol), d("200"), asOf);
        };
        set("ETHUSDT", 70);
        set("XRPUSDT", 10);
        set("BCHUSDT", 30);
        board.evaluate();
        QCOMPARE(assess(account, *board.freeze()).oldestPrice, BootTime {30});
        account.balances.pop_back();
        QCOMPARE(assess(account, *board.freeze()).oldestPrice, BootTime {70});
    }

    // (5 x 200 + 100) / 808 = 1.36138613..; netting the quote asset would give 1000 / 708 = 1.4124.
    void quote_asset_held_against_quote_asset_owed_counts_on_both_sides()
    {
        const Account account = isolatedAccount("ETH", {held("ETH", "5"), owed("USDT", "800", "8", "100")});
        const auto seen = assess(account, ratesFor(account, {{"ETHUSDT", "200"}}));
        QCOMPARE(shown(seen.totalAssets), QStringLiteral("1100"));
        QCOMPARE(shown(seen.totalDebt), QStringLiteral("808"));
        QCOMPARE(shown(seen.totalInterest), QStringLiteral("8"));
        QCOMPARE(shown(seen.equity), QStringLiteral("292"));
        QCOMPARE(shown(seen.level), QStringLiteral("1.36138613"));
        QCOMPARE(priceOf(seen.marginCallPrices), QStringLiteral("ETHUSDT below 157.76")); // (1.1 x 808 - 100) / 5
        QCOMPARE(priceOf(seen.liquidationPrices), QStringLiteral("ETHUSDT below 149.68")); // (1.05 x 808 - 100) / 5
        const auto lower = assess(account, ratesFor(account, {{"ETHUSDT", "160"}})); // 900 / 808
        QCOMPARE(shown(lower.toInitial.deposit), QStringLiteral("110")); // 1.25 x 808 - 900
        QCOMPARE(shown(lower.toInitial.repay), QStringLiteral("88")); // 110 / 1.25, the 100 held suffice
        const Account idle = isolatedAccount("ETH", {held("ETH", "0"), owed("USDT", "100", "0", "108")});
        const auto alone = assess(idle, ratesFor(idle, {})); // nothing but the quote asset: no price is needed
        QCOMPARE(words(alone.status), QStringLiteral("margin_call"));
        QCOMPARE(shown(alone.level), QStringLiteral("1.08"));
        QVERIFY(alone.marginCallPrices.empty());
    }

    void debt_without_anything_held_is_a_level_of_zero()
    {
        const Account account = crossAccount({owed("USDT", "100")});
        const auto seen = assess(account, ratesFor(account, {}));
        QCOMPARE(words(seen.status), QStringLiteral("liquidation"));
        QCOMPARE(shown(seen.level), QStringLiteral("0"));
        QVERIFY(!seen.distanceToCall && !seen.distanceToLiquidation); // there is nothing that could be lost
        QCOMPARE(shown(seen.toInitial.deposit), QStringLiteral("125"));
        QCOMPARE(shown(seen.toInitial.repay), QStringLiteral("100"));
        QCOMPARE(shown(seen.toInitial.sellAndRepay), QStringLiteral("none"));
    }

    // The least amount at the least price, held and owed: a level of 1, so 1 - 1.1 and 1 - 1.05.
    void the_least_assets_still_have_a_distance()
    {
        const std::string least = "0.000000000000000001";
        const Account account = crossAccount({held("ETH", least), owed("BCH", least)});
        const auto seen = assess(account, ratesFor(account, {{"ETHUSDT", least}, {"BCHUSDT", least}}));
        QCOMPARE(shown(seen.distanceToCall), QStringLiteral("-0.1"));
        QCOMPARE(shown(seen.distanceToLiquidation), QStringLiteral("-0.05"));
    }

    // Through a bridge: 10^-10 x 10^-10 is 0 when rounded down at the 18th digit.
    void a_price_that_rounds_to_nothing_has_no_distance()
    {
        const Account account = crossAccount({held("XYZ", "1"), owed("USDT", "100")});
        const auto seen = assess(account, ratesFor(account, {{"XYZBTC", "0.0000000001"}, {"BTCUSDT", "0.0000000001"}}));
        QCOMPARE(shown(seen.lines[0].rate.down), QStringLiteral("0"));
        QCOMPARE(priceOf(seen.marginCallPrices), QStringLiteral("XYZUSDT below 110"));
        QCOMPARE(shown(seen.marginCallPrices[0].distance), QStringLiteral("none"));
    }

    void a_range_holds_every_level_that_a_price_could_give()
    {
        Chance chance;
        for (int i = 0; i < 2'000; ++i) {
            const Account account = crossAccount(
                {held("ETH", chance.usual(2).toString()),
                 owed("BCH", chance.usual(2).toString(), "0", chance.usual(2).toString()),
                 owed("USDT", chance.usual(3).toString())});
            const std::string eth = chance.usual(3).toString();
            const auto unknown = assess(account, ratesFor(account, {{"ETHUSDT", eth}}));
            const auto known = assess(account,
                                      ratesFor(account, {{"ETHUSDT", eth}, {"BCHUSDT", chance.usual(4).toString()}}));
            QVERIFY(unknown.range && known.level);
            QVERIFY(!known.exactLevel.isBelow(unknown.range->worst));
            QVERIFY(!unknown.range->best || !unknown.range->best->isBelow(known.exactLevel));
        }
    }

    void interest_counts_as_debt()
    {
        const Account account = isolatedAccount("BCH", {held("BCH", "5"), owed("USDT", "800", "8")});
        const auto seen = assess(account, ratesFor(account, {{"BCHUSDT", "170"}}));
        QCOMPARE(shown(seen.level), QStringLiteral("1.05198019"));
        QCOMPARE(shown(seen.totalInterest), QStringLiteral("8"));
        QCOMPARE(words(seen.status), QStringLiteral("margin_call"));
    }

    void locked_amounts_are_assets()
    {
        Account account = isolatedAccount("BCH", {held("BCH", "2"), owed("USDT", "800")});
        account.balances[0].locked = d("3");
        QCOMPARE(shown(assess(account, ratesFor(account, {{"BCHUSDT", "170"}})).level), QStringLiteral("1.0625"));
    }

    void a_liquidated_account_has_no_level()
    {
        Account account = isolatedAccount("BCH", {held("BCH", "0")});
        account.liquidatedAt = WallTime {5};
        const auto seen = assess(account, ratesFor(account, {{"BCHUSDT", "170"}}));
        QCOMPARE(words(seen.status), QStringLiteral("liquidated"));
        QVERIFY(!seen.level && !seen.permissions.trade);
    }

    void money_is_rounded_against_the_user()
    {
        const Account account = crossAccount({held("DOGE", "1"), owed("XRP", "1")});
        const auto seen = assess(account, ratesFor(account, {{"USDTDOGE", "3"}, {"USDTXRP", "7"}}));
        QCOMPARE(shown(seen.totalAssets), QStringLiteral("0.333333333333333333"));
        QCOMPARE(shown(seen.totalDebt), QStringLiteral("0.142857142857142858"));
    }
};

PLIMSOLL_TEST(AssessmentTest)
#include "tst_assessment.moc"
