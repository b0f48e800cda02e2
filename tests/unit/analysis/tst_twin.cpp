// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/twin.h"
#include "analysiskit.h"
#include "margin/verdict.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

#include <map>

using namespace plimsoll;
using namespace plimsoll::analysis;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;
using margin::MarginMode;

namespace {

Twins twins(const Accounts &accounts, const PriceList &prices)
{
    auto made = twinsOf(accounts, ratesOf(accounts, prices));
    if (!made) {
        qFatal("%s", made.error().message().c_str());
    }
    return std::move(made).value();
}

QString levelAt(const margin::Account &account, const PriceList &prices)
{
    return shown(margin::assess(account, ratesOf({account}, prices)).level);
}

// All that the accounts hold and owe, field by field.
std::map<std::string, std::array<Decimal, 4>> totals(const Accounts &accounts)
{
    std::map<std::string, std::array<Decimal, 4>> sums;
    for (const margin::Account &account : accounts) {
        for (const margin::Balance &balance : account.balances) {
            auto &sum = sums[balance.asset];
            sum[0] = sum[0].plus(balance.free).value();
            sum[1] = sum[1].plus(balance.locked).value();
            sum[2] = sum[2].plus(balance.borrowed).value();
            sum[3] = sum[3].plus(balance.interest).value();
        }
    }
    std::erase_if(sums, [](const auto &entry) { return entry.second == std::array<Decimal, 4> {}; });
    return sums;
}

QString because(const margin::Account &account, const PriceList &prices)
{
    const Twins made = twins({account}, prices);
    return made.without.empty() ? u"has one"_s : shown(std::string(noTwinWord(made.without[0].because)));
}

} // namespace

class TestTwin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theExamplesTwoPeopleAreEachOthersTwins()
    {
        const Accounts accounts = exampleAccounts();
        const Twins made = twins(accounts, dayN());
        QCOMPARE(made.twins.size(), 2U);
        QVERIFY(made.without.empty());

        const Twin &isolated = made.twins[0];
        QVERIFY(isolated.mode == MarginMode::Isolated && isolated.exact && isolated.of == std::vector<std::size_t> {0});
        QCOMPARE(isolated.accounts.size(), 2U);
        QCOMPARE(shown(isolated.accounts[0].id), u"a-cross-ethusdt"_s);
        QCOMPARE(shown(isolated.accounts[0].contributed), u"200"_s);
        QVERIFY(totals(isolated.accounts) == totals({accounts[0]}));

        const Twin &cross = made.twins[1];
        QVERIFY(cross.mode == MarginMode::Cross && cross.exact && cross.of == (std::vector<std::size_t> {1, 2}));
        QVERIFY(totals(cross.accounts) == totals({accounts[1], accounts[2]}));
        QCOMPARE(shown(cross.accounts[0].contributed), u"400"_s);

        // and both end as the story tells
        QCOMPARE(levelAt(cross.accounts[0], dayN5()), u"1.0625"_s);
        QCOMPARE(levelAt(isolated.accounts[0], dayN5()), u"1.375"_s);
        QCOMPARE(levelAt(isolated.accounts[1], dayN5()), u"0.75"_s);
        QCOMPARE(statusText(margin::judge(isolated.accounts[1], ratesOf(isolated.accounts, dayN5())).status),
                 u"liquidation"_s);
        QCOMPARE(statusText(margin::judge(cross.accounts[0], ratesOf(cross.accounts, dayN5())).status),
                 u"margin_call"_s);
        for (const margin::Account &account : isolated.accounts) {
            QVERIFY(margin::validated(account));
        }
        QVERIFY(margin::validated(cross.accounts[0]));
    }

    void allStartAtTheLevelOfTheWhole()
    {
        const Twins made = twins(exampleAccounts(), dayN2());
        for (const margin::Account &account : made.twins[0].accounts) {
            QCOMPARE(levelAt(account, dayN2()), u"1.25"_s);
        }
        QCOMPARE(shown(made.twins[0].accounts[0].balance("USDT")->borrowed), u"920"_s);
        QCOMPARE(shown(made.twins[0].accounts[1].balance("USDT")->borrowed), u"680"_s);
    }

    void cashGoesToWhatIsOwedFirst()
    {
        // 1000 ETH + 1200 USDT against 800 USDT and 400 BCH: level 2200 / 1200 = 11/6
        const margin::Account cross = crossAccount(
            {held("ETH", "5"), owed("BCH", "4"), owed("USDT", "800", "0", "1200")});
        const PriceList prices {{"ETHUSDT", "200"}, {"BCHUSDT", "100"}};
        const Twins made = twins({cross}, prices);
        QVERIFY(made.twins[0].exact);
        const margin::Account &eth = made.twins[0].accounts[0];
        const margin::Account &bch = made.twins[0].accounts[1];
        QCOMPARE(shown(bch.balance("USDT")->free), u"733.333333333333333334"_s); // 11/6 x 400
        QCOMPARE(shown(bch.balance("USDT")->borrowed), u"0"_s);
        QCOMPARE(shown(eth.balance("USDT")->free), u"466.666666666666666666"_s);
        QCOMPARE(shown(eth.balance("USDT")->borrowed), u"800"_s);
        QCOMPARE(levelAt(bch, prices), u"1.83333333"_s);
        QCOMPARE(levelAt(eth, prices), u"1.83333333"_s);
    }

    void cashThatDoesNotSufficeIsShared()
    {
        // level (2000 + 300) / (600 + 400) = 2.3; the owed ones need 920 of cash, there are 300
        const margin::Account cross = crossAccount(
            {held("ETH", "10"), owed("BCH", "2"), owed("LTC", "1"), owed("USDT", "600", "0", "300")});
        const PriceList prices {{"ETHUSDT", "200"}, {"BCHUSDT", "150"}, {"LTCUSDT", "100"}};
        const Twins made = twins({cross}, prices);
        const Twin &twin = made.twins[0];
        QVERIFY(!twin.exact);
        QCOMPARE(shown(twin.accounts[1].balance("USDT")->free), u"225"_s);
        QCOMPARE(shown(twin.accounts[2].balance("USDT")->free), u"75"_s);
        QCOMPARE(levelAt(twin.accounts[0], prices), u"3.33333333"_s);
        QCOMPARE(levelAt(twin.accounts[1], prices), u"0.75"_s);
        QVERIFY(totals(twin.accounts) == totals({cross}));
    }

    void anAssetHeldAndOwedIsOneAccount()
    {
        margin::Balance both = owed("ETH", "2");
        both.free = d("5");
        const margin::Account cross = crossAccount({both, owed("USDT", "400", "0", "1200")});
        const Twins made = twins({cross}, dayN());
        QCOMPARE(made.twins[0].accounts.size(), 1U);
        QVERIFY(made.twins[0].exact);
        QCOMPARE(levelAt(made.twins[0].accounts[0], dayN()), levelAt(cross, dayN()));
        QVERIFY(totals(made.twins[0].accounts) == totals({cross}));
    }

    void whereNothingIsHeldTheOwedCarryTheQuoteDebt()
    {
        const margin::Account cross = crossAccount(
            {owed("ETH", "1"), owed("BCH", "1"), owed("USDT", "200", "0", "900")});
        const Twins made = twins({cross}, dayN());
        QVERIFY(made.twins[0].exact);
        QCOMPARE(levelAt(made.twins[0].accounts[0], dayN()), u"1.5"_s);
        QCOMPARE(levelAt(made.twins[0].accounts[1], dayN()), u"1.5"_s);
        QVERIFY(totals(made.twins[0].accounts) == totals({cross}));
    }

    void accountsWithoutATwinSayWhy()
    {
        QCOMPARE(because(crossAccount({held("ETH", "1")}), dayN()), u"no_debt"_s);
        QCOMPARE(because(isolatedAccount("ETH", {held("ETH", "1")}), dayN()), u"no_debt"_s);
        QCOMPARE(because(crossAccount({held("GONE", "1"), owed("USDT", "1")}), dayN()), u"unknown"_s);
        QCOMPARE(because(crossAccount({owed("USDT", "100", "0", "200")}), dayN()), u"no_pair"_s);
        margin::Account closed = isolatedAccount("ETH", {held("ETH", "1"), owed("USDT", "1")});
        closed.liquidatedAt = WallTime {1};
        QCOMPARE(because(closed, dayN()), u"liquidated"_s);
    }

    void groupsAreOfOneOwnerAndQuoteAsset()
    {
        margin::Account other = isolatedAccount("BCH", {held("BCH", "1"), owed("USDT", "100")}, "other");
        other.owner = "other";
        margin::Account inBtc = isolatedAccount("ETH", {held("ETH", "1"), owed("BTC", "0.01")}, "in-btc");
        inBtc.quoteAsset = "BTC";
        inBtc.symbol = "ETHBTC";
        const Accounts accounts {isolatedAccount("ETH", {held("ETH", "5"), owed("USDT", "800")}, "first"), other, inBtc,
                                 isolatedAccount("LTC", {held("LTC", "1")}, "no-debt")};
        const Twins made = twins(accounts, dayN()); // sums need no prices
        QCOMPARE(made.twins.size(), 3U);
        QVERIFY(made.twins[0].of == (std::vector<std::size_t> {0, 3}));
        QCOMPARE(shown(made.twins[0].accounts[0].id), u"first-cross"_s);
        QVERIFY(made.twins[1].of == std::vector<std::size_t> {1});
        QVERIFY(made.twins[2].of == std::vector<std::size_t> {2});
    }

    void ofDifferentBarsTheHighestCount()
    {
        margin::Account strict = isolatedAccount("BCH", {held("BCH", "5"), owed("USDT", "800")}, "strict");
        strict.thresholds = bars("1.2", "1.15", "1.1");
        const Accounts accounts {isolatedAccount("ETH", {held("ETH", "5"), owed("USDT", "800")}), strict};
        QVERIFY(twins(accounts, dayN()).twins[0].accounts[0].thresholds == bars("1.25", "1.15", "1.1"));
        const auto chosen = twinsOf(accounts, ratesOf(accounts, dayN()), bars("2", "1.5", "1.2"));
        QVERIFY(chosen->twins[0].accounts[0].thresholds == bars("2", "1.5", "1.2"));
    }

    void interestKeepsItsRateWhereItIsOne()
    {
        margin::Account first = isolatedAccount("ETH", {held("ETH", "5"), owed("USDT", "800", "1")}, "first");
        first.balances[1].dailyInterest = d("0.0002");
        margin::Account second = isolatedAccount("BCH", {held("BCH", "5"), owed("USDT", "800", "2")}, "second");
        second.balances[1].dailyInterest = d("0.0002");
        const auto rate = [](const Accounts &accounts) {
            return shown(twins(accounts, dayN()).twins[0].accounts[0].balance("USDT")->dailyInterest);
        };
        QCOMPARE(rate({first, second}), u"0.0002"_s);
        second.balances[1].dailyInterest = d("0.0003");
        QCOMPARE(rate({first, second}), u"none"_s);
    }

    void aSumBeyondTheRangeIsAnError()
    {
        const Accounts accounts {
            isolatedAccount("ETH", {held("ETH", "1"), owed("USDT", "1", "0", "900000000000000000")}, "first"),
            isolatedAccount("BCH", {held("BCH", "1"), owed("USDT", "1", "0", "900000000000000000")}, "second")};
        const auto made = twinsOf(accounts, ratesOf(accounts, dayN()));
        QVERIFY(!made && made.error().code == ErrorCode::Overflow);
    }
};

PLIMSOLL_TEST(TestTwin)
#include "tst_twin.moc"
