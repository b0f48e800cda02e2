// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stress.h"
#include "analysiskit.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::analysis;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

std::vector<StressPoint> curve(const PriceMove &move, const std::vector<Decimal> &shocks,
                               const Accounts &accounts = exampleAccounts(), const PriceList &prices = dayN())
{
    return stressCurve(accounts, ratesOf(accounts, prices), move, shocks).value();
}

} // namespace

class TestStress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsGoAsFarAsTheLast()
    {
        const auto steps = shockSteps(d("-1"), d("1"), d("0.75"));
        QCOMPARE(steps.size(), 3U);
        QCOMPARE(shown(steps[2]), u"0.5"_s);
        QCOMPARE(shockSteps(d("-50"), d("50"), d("1")).size(), 101U);
        QVERIFY(shockSteps(d("1"), d("0"), d("1")).empty());
    }

    void allAssetsTogether()
    {
        const auto points = curve(PriceMove::everything(), {d("-20"), d("-12"), d("0"), d("20")});
        QCOMPARE(points.size(), 4U);
        QCOMPARE(shown(points[0].shock), u"-20"_s);
        QCOMPARE(shown(points[0].decisions[0].printedLevel()), u"1"_s);
        QCOMPARE(statusText(points[1].decisions[1].status), u"margin_call"_s); // exactly at 1.10
        QCOMPARE(shown(points[2].decisions[2].printedLevel()), u"1.25"_s);
        QCOMPARE(shown(points[3].decisions[0].printedLevel()), u"1.5"_s);
    }

    void oneAssetAlone()
    {
        const auto points = curve(PriceMove::only("ETH"), {d("-20")});
        QCOMPARE(shown(points[0].decisions[0].printedLevel()), u"1.125"_s);
        QCOMPARE(shown(points[0].decisions[1].printedLevel()), u"1"_s);
        QCOMPARE(shown(points[0].decisions[2].printedLevel()), u"1.25"_s);
    }

    void byBetaEveryAssetMovesByItsOwn()
    {
        const auto points = curve(PriceMove::byBeta({{"ETH", d("0.5")}, {"BCH", d("-2")}}), {d("-10"), d("60")});
        QCOMPARE(points.size(), 1U); // at +60 BCH would cost -40
        QCOMPARE(shown(points[0].decisions[1].printedLevel()), u"1.1875"_s);
        QCOMPARE(shown(points[0].decisions[2].printedLevel()), u"1.5"_s);
    }

    void aPriceAtOrBelowZeroIsLeftOut()
    {
        const auto points = curve(PriceMove::everything(), {d("-150"), d("-100"), d("-99.99999999"), d("0")});
        QCOMPARE(points.size(), 2U);
        QCOMPARE(shown(points[0].decisions[1].printedLevel()), u"0"_s);
        QCOMPARE(curve(PriceMove::only("DOGE"), {d("-100"), d("1")}).size(), 1U);
    }

    void unknownNoDebtAndClosedStayWhatTheyAre()
    {
        margin::Account closed = isolatedAccount("ETH", {held("ETH", "1"), owed("USDT", "100")}, "closed");
        closed.liquidatedAt = WallTime {1};
        const Accounts accounts {isolatedAccount("ETH", {held("ETH", "1")}, "none"),
                                 isolatedAccount("GONE", {held("GONE", "1"), owed("USDT", "1")}, "unknown"), closed};
        const auto points = curve(PriceMove::everything(), {d("-50")}, accounts, dayN());
        QCOMPARE(statusText(points[0].decisions[0].status), u"no_debt"_s);
        QCOMPARE(statusText(points[0].decisions[1].status), u"unknown"_s);
        QCOMPARE(statusText(points[0].decisions[2].status), u"liquidated"_s);
    }

    void aSumBeyondTheRangeIsUnknown()
    {
        const Accounts accounts {isolatedAccount("ETH", {held("ETH", "900000000000000"), owed("USDT", "1")})};
        const auto points = curve(PriceMove::everything(), {d("0"), d("1000000")}, accounts, dayN());
        QCOMPARE(statusText(points[0].decisions[0].status), u"normal"_s);
        QCOMPARE(statusText(points[1].decisions[0].status), u"unknown"_s);
    }

    void aStopIsObeyed()
    {
        std::stop_source source;
        source.request_stop();
        const Accounts accounts = exampleAccounts();
        QVERIFY(
            !stressCurve(accounts, ratesOf(accounts, dayN()), PriceMove::everything(), {d("1")}, source.get_token()));
    }

    void aPointIsTheWhatIfOfItsShock()
    {
        Chance chance;
        const Accounts accounts = exampleAccounts();
        for (int round = 0; round < 200; ++round) {
            const PriceList prices {{"ETHUSDT", chance.usual(4).toString()}, {"BCHUSDT", chance.usual(4).toString()}};
            const Decimal shock =
                d(std::to_string(chance.between(-9999, 20000))).dividedBy(d("100"), margin::Rounding::Down).value();
            const char *asset = chance.oneIn(2) ? "all" : "ETH";
            Changes changes;
            changes.shocks = {{asset, shock}};
            const PriceMove move = asset == std::string("all") ? PriceMove::everything() : PriceMove::only("ETH");
            const WhatIf wanted = whatIf(accounts, boardOf(accounts, prices), changes).value();
            const auto points = curve(move, {shock}, accounts, prices);
            const margin::Rates rates = shockedRates(accounts, ratesOf(accounts, prices), move, shock).value();
            for (std::size_t i = 0; i < accounts.size(); ++i) {
                QCOMPARE(statusText(points[0].decisions[i].status), statusText(wanted.after[i].assessment.status));
                QCOMPARE(shown(points[0].decisions[i].printedLevel()), shown(wanted.after[i].assessment.level));
                QCOMPARE(shown(margin::assess(accounts[i], rates).totalAssets),
                         shown(wanted.after[i].assessment.totalAssets));
            }
        }
    }

    void aMissingBetaIsNamed()
    {
        const Accounts accounts = exampleAccounts();
        using Names = std::vector<std::string>;
        QVERIFY(PriceMove::byBeta({}).withoutWeight(accounts[0]) == (Names {"ETH", "BCH"})); // USDT is its unit
        QVERIFY(PriceMove::byBeta({{"ETH", d("1")}}).withoutWeight(accounts[0]) == Names {"BCH"});
        QVERIFY(PriceMove::byBeta({{"ETH", d("1")}, {"BCH", d("1")}}).withoutWeight(accounts[0]).empty());
        QVERIFY(PriceMove::everything().withoutWeight(accounts[0]).empty());
        margin::Account closed = accounts[0];
        closed.liquidatedAt = WallTime {1};
        QVERIFY(PriceMove::byBeta({}).withoutWeight(closed).empty());
        QVERIFY(isUsed(accounts, "ETH"));
        QVERIFY(!isUsed(accounts, "DOGE"));
    }

    // Whoever holds something without a beta is unknown, not as if it stood still; the others are as they are.
    void withoutABetaALevelIsUnknown()
    {
        Accounts accounts = exampleAccounts();
        accounts.push_back(isolatedAccount("BCH", {held("BCH", "1")}, "free"));
        const auto points = curve(PriceMove::byBeta({{"ETH", d("2")}}), {d("-10"), d("0"), d("10")}, accounts);
        QCOMPARE(points.size(), 3U);
        QCOMPARE(statusText(points[0].decisions[0].status), u"unknown"_s);
        QCOMPARE(statusText(points[0].decisions[2].status), u"unknown"_s);
        QCOMPARE(shown(points[0].decisions[1].printedLevel()), u"1"_s); // 1.25 x 0.8
        QCOMPARE(statusText(points[0].decisions[3].status), u"no_debt"_s);
        QCOMPARE(shown(points[1].decisions[0].printedLevel()), u"1.25"_s); // now is known
        QCOMPARE(statusText(points[2].decisions[0].status), u"unknown"_s);
    }
};

PLIMSOLL_TEST(TestStress)
#include "tst_stress.moc"
