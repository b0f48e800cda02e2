// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/waysout.h"
#include "analysiskit.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::analysis;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

WaysOut ways(const Accounts &accounts, const PriceList &prices, const std::string &id,
             const std::optional<Decimal> &target = std::nullopt)
{
    auto made = waysOut(accounts, ratesOf(accounts, prices), id, target);
    if (!made) {
        qFatal("%s", made.error().message().c_str());
    }
    return std::move(made).value();
}

// "sell_and_repay 600 USDT; sell 3.5 BCH; repay 600 USDT; level 1.25"
QString line(const WayOut &way)
{
    QString text = shown(std::string(wayWord(way.way))) + u' ' + shown(way.amount) + u' ' + shown(way.asset);
    if (!way.from.empty()) {
        text += u" from "_s + shown(way.from);
    }
    for (const Quantity &sold : way.sell) {
        text += u"; sell "_s + shown(sold.amount) + u' ' + shown(sold.asset);
    }
    for (const Quantity &repaid : way.repay) {
        text += u"; repay "_s + shown(repaid.amount) + u' ' + shown(repaid.asset);
    }
    return text + u"; level "_s + shown(way.assessment.level);
}

QStringList lines(const WaysOut &all)
{
    QStringList texts;
    for (const WayOut &way : all.ways) {
        texts << line(way);
    }
    return texts;
}

QString refusal(const Accounts &accounts, const std::string &id, const std::optional<Decimal> &target = std::nullopt)
{
    const auto made = waysOut(accounts, ratesOf(accounts, dayN()), id, target);
    return made ? u"done"_s : shown(made.error().message());
}

} // namespace

class TestWaysOut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCalledAccountOfTheExample()
    {
        const WaysOut all = ways(exampleAccounts(), dayN2(), "b-bchusdt");
        QCOMPARE(shown(all.target), u"1.25"_s);
        QCOMPARE(
            lines(all),
            (QStringList {u"deposit 150 USDT; level 1.25"_s, u"repay 120 USDT; repay 120 USDT; level 1.25"_s,
                          u"sell_and_repay 600 USDT; sell 3.529411764705882353 BCH; repay 600 USDT; level 1.25"_s}));
        QCOMPARE(shown(all.ways[0].assessment.marginCallPrices[0].bar.price), u"146"_s); // (1.1 x 800 - 150) / 5
        QCOMPARE(shown(all.ways[0].assessment.liquidationPrices[0].bar.price), u"138"_s);
        QCOMPARE(shown(all.ways[1].assessment.marginCallPrices[0].bar.price), u"149.6"_s); // 1.1 x 680 / 5
    }

    void aTargetOfOnesOwn()
    {
        const WaysOut all = ways(exampleAccounts(), dayN2(), "b-bchusdt", d("1.1"));
        QCOMPARE(shown(all.ways[0].amount), u"30"_s);
        QCOMPARE(shown(all.ways[2].amount), u"300"_s);
    }

    void whoIsThereAlreadyNeedsNothing()
    {
        QCOMPARE(lines(ways(exampleAccounts(), dayN2(), "b-ethusdt")),
                 (QStringList {u"deposit 0 USDT; level 1.4375"_s, u"repay 0 USDT; level 1.4375"_s,
                               u"sell_and_repay 0 USDT; level 1.4375"_s}));
    }

    void whatCannotGetThereIsLeftOut()
    {
        QCOMPARE(lines(ways(exampleAccounts(), dayN5(), "b-bchusdt")).size(), 2); // assets below debt: no sale helps
    }

    void cashIsUsedBeforeAnythingIsSold()
    {
        const Accounts accounts {
            crossAccount({held("ETH", "1"), held("BCH", "3"), owed("USDT", "900", "0", "200")}, "x")};
        // 1000 against 900: sell (1.25 x 900 - 1000) / 0.25 = 500, of which 200 are cash and 300 the larger holding
        QCOMPARE(lines(ways(accounts, dayN(), "x")).last(),
                 u"sell_and_repay 500 USDT; sell 200 USDT; sell 1.5 BCH; repay 500 USDT; level 1.25"_s);
    }

    void whatOrdersBindIsSoldLast()
    {
        margin::Balance balance = held("ETH", "1");
        balance.locked = d("4");
        const Accounts accounts {crossAccount({balance, owed("USDT", "900")}, "x")};
        const WaysOut all = ways(accounts, dayN(), "x");
        QCOMPARE(shown(all.ways[2].after.balance("ETH")->free), u"0"_s);
        QCOMPARE(shown(all.ways[2].after.balance("ETH")->locked), u"2.5"_s);
    }

    void debtsInOtherAssetsAreRepaidToo()
    {
        // 1000 USDT against 4 ETH, 1 BCH and 8 USDT: repay 1008 - 1000 / 1.25; interest and quote debt first
        const Accounts accounts {
            crossAccount({owed("ETH", "4"), owed("BCH", "1"), owed("USDT", "5", "3", "1000")}, "x")};
        const WaysOut all = ways(accounts, dayN(), "x");
        QCOMPARE(line(all.ways[1]), u"repay 208 USDT; repay 8 USDT; repay 1 ETH; level 1.25"_s);
        QCOMPARE(shown(all.ways[1].after.balance("USDT")->interest), u"0"_s);
    }

    void anotherAccountMayGive()
    {
        Accounts accounts = exampleAccounts();
        accounts.push_back(crossAccount({held("BTC", "1"), owed("USDT", "100", "0", "500")}, "rich"));
        accounts.back().owner = "rich";
        const PriceList prices {{"ETHUSDT", "230"}, {"BCHUSDT", "170"}, {"BTCUSDT", "30000"}};
        const WaysOut all = ways(accounts, prices, "b-bchusdt");
        QCOMPARE(all.ways.size(), 4U); // not its BTC: the account takes BCH and USDT
        QCOMPARE(line(all.ways[3]), u"move 150 USDT from rich; level 1.25"_s);
        QVERIFY(all.ways[3].giver.has_value());
        QCOMPARE(shown(all.ways[3].giver->totalAssets), u"30350"_s);
    }

    void anAssetOfThePairCountsAtItsPrice()
    {
        Accounts accounts = exampleAccounts();
        accounts.push_back(crossAccount({held("BCH", "100"), owed("USDT", "100")}, "rich"));
        QCOMPARE(line(ways(accounts, dayN2(), "b-bchusdt").ways[3]),
                 u"move 0.88235295 BCH from rich; level 1.25"_s); // 150 / 170, rounded up
    }

    void nobodyIsPulledBelowTheOwnBar()
    {
        Accounts accounts = exampleAccounts();
        accounts.push_back(crossAccount({owed("USDT", "100", "0", "349")}, "edge")); // a cross account must keep 2
        QCOMPARE(ways(accounts, dayN2(), "b-bchusdt").ways.size(), 3U);
        accounts.back() = crossAccount({owed("USDT", "100", "0", "350")}, "edge");
        QCOMPARE(ways(accounts, dayN2(), "b-bchusdt").ways.size(), 4U);
        accounts.back().liquidatedAt = WallTime {1};
        QCOMPARE(ways(accounts, dayN2(), "b-bchusdt").ways.size(), 3U);
    }

    void savedInterestIsThatOfADay()
    {
        Accounts accounts = exampleAccounts();
        accounts[2].balances[1].dailyInterest = d("0.0002");
        const WaysOut all = ways(accounts, dayN2(), "b-bchusdt");
        QCOMPARE(shown(all.ways[0].interestSaved), u"0"_s);
        QCOMPARE(shown(all.ways[1].interestSaved), u"0.024"_s); // 120 x 0.0002
        QCOMPARE(shown(all.ways[2].interestSaved), u"0.12"_s);
        QCOMPARE(shown(ways(exampleAccounts(), dayN2(), "b-bchusdt").ways[1].interestSaved), u"none"_s);
    }

    void refusalsSayWhy()
    {
        Accounts accounts = exampleAccounts();
        QVERIFY(refusal(accounts, "nobody").contains(u"there is no account \"nobody\""_s));
        QVERIFY(refusal(accounts, "b-bchusdt", d("0")).startsWith(u"target: "_s));
        accounts[2].liquidatedAt = WallTime {1};
        QVERIFY(refusal(accounts, "b-bchusdt").contains(u"liquidated"_s));
        accounts = {crossAccount({held("GONE", "1"), owed("USDT", "1")}, "x")};
        QVERIFY(refusal(accounts, "x").contains(u"missing"_s));
    }

    void withoutDebtThereIsNothingToDo()
    {
        const Accounts accounts {crossAccount({held("ETH", "1")}, "x")};
        for (const WayOut &way : ways(accounts, dayN(), "x").ways) {
            QVERIFY(way.amount.isZero());
        }
    }

    // 11,182.4 USDT is no whole number of ETH at 3,120.44: what is sold for it is rounded, the level is not missed.
    void aPriceThatDoesNotDivideMissesNothing()
    {
        const auto account = isolatedAccount("ETH", {held("ETH", "10"), owed("USDT", "27200")}, "x");
        const auto all = ways({account}, {{"ETHUSDT", "3120.44"}}, "x", d("1.25"));
        QVERIFY2(lines(all).contains(u"sell_and_repay 11182.4 USDT; sell 3.583597185012370051 ETH; repay 11182.4 USDT; "
                                     "level 1.25"_s),
                 qPrintable(lines(all).join(u'\n')));
    }

    void everyWayGetsThere()
    {
        Chance chance;
        int checked = 0;
        for (int round = 0; round < 500; ++round) {
            margin::Account account = crossAccount({}, "x");
            PriceList prices;
            for (const char *coin : {"ETH", "BCH", "LTC"}) {
                margin::Balance balance = held(coin, chance.usual(2).toString());
                balance.locked = chance.oneIn(2) ? chance.usual(1) : Decimal();
                balance.borrowed = chance.oneIn(3) ? chance.usual(2) : Decimal();
                balance.interest = chance.oneIn(4) ? chance.usual(0) : Decimal();
                account.balances.push_back(balance);
                prices.emplace_back(std::string(coin) + "USDT", chance.usual(3).toString());
            }
            account.balances.push_back(owed("USDT", chance.usual(4).toString(), "0", chance.usual(3).toString()));
            const Decimal target =
                d("1")
                    .plus(d("0.01").times(d(std::to_string(chance.between(1, 200))), margin::Rounding::Down).value())
                    .value();
            for (const WayOut &way : ways({account}, prices, "x", target).ways) {
                const margin::Decision after = margin::judge(way.after, ratesOf({account}, prices));
                QVERIFY2(after.status == margin::Status::NoDebt || after.exactLevel >= target, qPrintable(line(way)));
                ++checked;
            }
        }
        QVERIFY(checked > 1'000);
    }
};

PLIMSOLL_TEST(TestWaysOut)
#include "tst_waysout.moc"
