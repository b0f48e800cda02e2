// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/domino.h"
#include "analysis/stress.h"
#include "analysiskit.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::analysis;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

// "a-cross marginCall -12" in the order of the falls, then "id because" of the rest.
QStringList lines(const Accounts &accounts, const PriceList &prices, const PriceMove &move = PriceMove::everything())
{
    QStringList all;
    const Domino domino = dominoFalls(accounts, ratesOf(accounts, prices), move);
    for (const DominoFall &fall : domino.falls) {
        all << shown(accounts[fall.account].id + " " + std::string(dominoBarWord(fall.bar)) + " "
                     + fall.shock.toString());
    }
    for (const DominoRest &rest : domino.rest) {
        all << shown(accounts[rest.account].id + " " + std::string(dominoBarWord(rest.bar)) + " "
                     + std::string(dominoSafetyWord(rest.because)));
    }
    return all;
}

QStringList ofOne(const std::vector<margin::Balance> &balances, const PriceMove &move = PriceMove::everything())
{
    return lines({crossAccount(balances, "x")}, {{"ETHUSDT", "200"}, {"BCHUSDT", "100"}}, move);
}

} // namespace

class TestDomino : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theExampleFallsTogether()
    {
        QCOMPARE(lines(exampleAccounts(), dayN()),
                 (QStringList {u"a-cross marginCall -12"_s, u"b-ethusdt marginCall -12"_s,
                               u"b-bchusdt marginCall -12"_s, u"a-cross liquidation -16"_s,
                               u"b-ethusdt liquidation -16"_s, u"b-bchusdt liquidation -16"_s}));
    }

    void withoutABetaNobodyKnows()
    {
        QCOMPARE(lines(exampleAccounts(), dayN(), PriceMove::byBeta({{"ETH", d("2")}})),
                 (QStringList {u"b-ethusdt marginCall -6"_s, u"b-ethusdt liquidation -8"_s,
                               u"a-cross marginCall no_beta"_s, u"a-cross liquidation no_beta"_s,
                               u"b-bchusdt marginCall no_beta"_s, u"b-bchusdt liquidation no_beta"_s}));
    }

    void aBarThatIsMetAlreadyIsAtZero()
    {
        const QStringList found = lines(exampleAccounts(), dayN2());
        QCOMPARE(found.first(), u"b-bchusdt marginCall 0"_s);
        QCOMPARE(found[1], u"b-bchusdt liquidation -1.176470588235294117"_s); // 168 / 170
    }

    void whatIsOwedRises()
    {
        // 1100 USDT against 4 ETH of 200: 1100 / (1.1 x 800) = 1.25
        QCOMPARE(ofOne({owed("ETH", "4"), held("USDT", "1100")}),
                 (QStringList {u"x marginCall 25"_s, u"x liquidation 30.95238095238095238"_s}));
    }

    void fallsComeBeforeRises()
    {
        const Accounts accounts {crossAccount({owed("ETH", "4"), held("USDT", "890")}, "short"),
                                 crossAccount({held("ETH", "5"), owed("USDT", "800")}, "long")};
        const QStringList found = lines(accounts, dayN());
        QCOMPARE(found[0], u"long marginCall -12"_s);
        QCOMPARE(found[1], u"long liquidation -16"_s);
        QVERIFY(found[2].startsWith(u"short marginCall 1.136363"_s));
    }

    void bothSidesAlikeNeverFall()
    {
        QCOMPARE(ofOne({held("ETH", "5"), owed("BCH", "8")}),
                 (QStringList {u"x marginCall not_reached"_s, u"x liquidation not_reached"_s}));
    }

    void evenWorthlessAssetsMaySuffice()
    {
        const QStringList never {u"x marginCall not_reached"_s, u"x liquidation not_reached"_s};
        QCOMPARE(ofOne({held("ETH", "5"), owed("USDT", "100", "0", "200")}), never);
        QCOMPARE(ofOne({held("ETH", "5"), owed("USDT", "100", "0", "110")}), never); // met only where ETH costs nothing
        QCOMPARE(ofOne({held("ETH", "5"), owed("USDT", "100", "0", "109")}).first(), u"x marginCall -99.9"_s);
    }

    void oneAssetAloneLeavesTheOthers()
    {
        QCOMPARE(lines(exampleAccounts(), dayN(), PriceMove::only("ETH")),
                 (QStringList {u"b-ethusdt marginCall -12"_s, u"b-ethusdt liquidation -16"_s,
                               u"a-cross marginCall -24"_s, u"a-cross liquidation -32"_s,
                               u"b-bchusdt marginCall not_reached"_s, u"b-bchusdt liquidation not_reached"_s}));
    }

    void byBetaTheSteeperFallsFirst()
    {
        const QStringList found = lines(exampleAccounts(), dayN(),
                                        PriceMove::byBeta({{"ETH", d("1")}, {"BCH", d("2")}}));
        QCOMPARE(found[0], u"b-bchusdt marginCall -6"_s);
        QCOMPARE(found[1], u"a-cross marginCall -8"_s);
    }

    void aNegativeBetaFallsWhileTheMarketRises()
    {
        QCOMPARE(ofOne({held("ETH", "5"), owed("USDT", "800")}, PriceMove::byBeta({{"ETH", d("-0.5")}})),
                 (QStringList {u"x marginCall 24"_s, u"x liquidation 32"_s}));
    }

    void theOthersSayWhy()
    {
        margin::Account closed = crossAccount({held("ETH", "5"), owed("USDT", "800")}, "closed");
        closed.liquidatedAt = WallTime {1};
        const Accounts accounts {crossAccount({held("ETH", "5")}, "none"),
                                 crossAccount({held("GONE", "5"), owed("USDT", "800")}, "unknown"), closed,
                                 crossAccount({held("GONE", "5"), owed("USDT", "10", "0", "800")}, "at-least")};
        QCOMPARE(lines(accounts, dayN()),
                 (QStringList {u"none marginCall no_debt"_s, u"none liquidation no_debt"_s,
                               u"unknown marginCall unknown"_s, u"unknown liquidation unknown"_s,
                               u"closed marginCall liquidated"_s, u"closed liquidation liquidated"_s,
                               u"at-least marginCall unknown"_s, u"at-least liquidation unknown"_s}));
    }

    void anAssetWithoutAPriceAndWithoutAnAmountDoesNotMatter()
    {
        QCOMPARE(ofOne({held("ETH", "5"), held("GONE", "0"), owed("USDT", "800")}).first(), u"x marginCall -12"_s);
    }

    void aRiseBeyondAnyPriceIsNoMove()
    {
        QCOMPARE(ofOne({owed("ETH", "0.000000000000000001"), held("USDT", "900000000000000000")}).first(),
                 u"x marginCall not_reached"_s);
    }
};

PLIMSOLL_TEST(TestDomino)
#include "tst_domino.moc"
