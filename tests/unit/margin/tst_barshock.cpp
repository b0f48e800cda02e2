// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/barshock.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll::margin;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

namespace {

// The shock at which `account` meets 1.10, with one weight for each balance.
QString shockOf(const Account &account, std::initializer_list<const char *> weights, const char *bar = "1.10")
{
    std::vector<Decimal> all;
    for (const char *weight : weights) {
        all.push_back(d(weight));
    }
    return shown(shockAtBar(account, ratesFor(account, {{"ETHUSDT", "200"}, {"BCHUSDT", "100"}}), all, d(bar)));
}

} // namespace

class TestBarShock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsHeldFallsAndWhatIsOwedRises()
    {
        QCOMPARE(shockOf(crossAccount({held("ETH", "5"), owed("USDT", "800")}), {"1", "0"}), u"-12"_s);
        QCOMPARE(shockOf(crossAccount({owed("ETH", "4"), held("USDT", "1100")}), {"1", "0"}), u"25"_s);
    }

    void metAlreadyIsZero()
    {
        QCOMPARE(shockOf(crossAccount({held("ETH", "4.4"), owed("USDT", "800")}), {"1", "0"}), u"0"_s); // exactly
        QCOMPARE(shockOf(crossAccount({held("ETH", "1"), owed("USDT", "800")}), {"1", "0"}), u"0"_s);
        QCOMPARE(shockOf(crossAccount({held("ETH", "1"), owed("USDT", "800")}), {"0", "0"}), u"0"_s);
    }

    void nothingThatMovesMeetsNothing()
    {
        QCOMPARE(shockOf(crossAccount({held("ETH", "5"), owed("USDT", "800")}), {"0", "0"}), u"none"_s);
        QCOMPARE(shockOf(crossAccount({held("ETH", "5"), owed("BCH", "8")}), {"1", "1"}), u"none"_s);
    }

    void aPriceNeverReachesZero()
    {
        QCOMPARE(shockOf(crossAccount({held("ETH", "5"), owed("USDT", "100", "0", "110")}), {"1", "0"}), u"none"_s);
        QCOMPARE(shockOf(crossAccount({held("ETH", "5"), owed("USDT", "100", "0", "200")}), {"1", "0"}), u"none"_s);
        QCOMPARE(shockOf(crossAccount({held("ETH", "5"), owed("USDT", "100", "0", "109")}), {"1", "0"}), u"-99.9"_s);
        // ETH alone would do at -24 %, but with a weight of 5 BCH is worth nothing from -20 % on
        const Account both = crossAccount({held("ETH", "5"), held("BCH", "0.01"), owed("USDT", "691")});
        QCOMPARE(shockOf(both, {"1", "5", "0"}).left(6), u"none"_s);
        QCOMPARE(
            shockOf(crossAccount({held("ETH", "5"), held("BCH", "0"), owed("USDT", "691")}), {"1", "5", "0"}).left(4),
            u"-23."_s); // nothing is held of it
    }

    void weightsMayBeNegativeAndMixed()
    {
        QCOMPARE(shockOf(crossAccount({held("ETH", "5"), owed("USDT", "800")}), {"-0.5", "0"}), u"24"_s);
        // 1000 ETH falling by s, 1000 BCH by 2 s: 2000 - 30 s = 1760
        QCOMPARE(shockOf(crossAccount({held("ETH", "5"), held("BCH", "10"), owed("USDT", "1600")}), {"1", "2", "0"}),
                 u"-8"_s);
    }

    void itIsRoundedTowardsZero()
    {
        QCOMPARE(shockOf(crossAccount({held("ETH", "3"), owed("USDT", "500")}), {"1", "0"}),
                 u"-8.333333333333333333"_s);
        QCOMPARE(shockOf(crossAccount({owed("ETH", "3"), held("USDT", "700")}), {"1", "0"}), u"6.060606060606060606"_s);
    }

    void lockedAndInterestCount()
    {
        Balance eth = held("ETH", "2");
        eth.locked = d("3");
        QCOMPARE(shockOf(crossAccount({eth, owed("USDT", "700", "100")}), {"1", "0"}), u"-12"_s);
    }

    void aRiseBeyondAnyPriceIsNone()
    {
        QCOMPARE(shockOf(crossAccount({owed("ETH", "0.000000000000000001"), held("USDT", "900000000000000000")}),
                         {"1", "0"}),
                 u"none"_s);
    }
};

PLIMSOLL_TEST(TestBarShock)
#include "tst_barshock.moc"
