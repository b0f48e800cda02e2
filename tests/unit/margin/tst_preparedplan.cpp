// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/preparedplan.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using margin::PreparedPlan;
using margin::Way;

Q_DECLARE_METATYPE(plimsoll::margin::PreparedPlan)

/// Which plans make sense, and their words.
class TestPreparedPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWayHasItsWord()
    {
        for (const Way way : {Way::Deposit, Way::Repay, Way::SellAndRepay, Way::Move}) {
            QVERIFY(margin::wayFromWord(margin::wayWord(way)) == way);
        }
        QVERIFY(!margin::wayFromWord("pray"));
        QVERIFY(!margin::wayFromWord(""));
    }

    void whatMakesSenseStaysAsItIs()
    {
        const PreparedPlan deposit {"1", "a", "First aid", Way::Deposit, "USDT", d("150"), "spot"};
        const PreparedPlan sale {"2", "a", "Sell", Way::SellAndRepay, "BCH", d("0.00000001"), ""};
        const PreparedPlan moved {"3", "a", std::string(240, 'x'), Way::Move, "USDT", d("1"), "b"};
        for (const PreparedPlan &plan : {deposit, sale, moved}) {
            const auto sound = validated(plan);
            QVERIFY2(sound.hasValue(), plan.name.c_str());
            QVERIFY(*sound == plan);
        }
    }

    void whatDoesNotNamesItsField_data()
    {
        const PreparedPlan sound {"1", "a", "First aid", Way::Deposit, "USDT", d("150"), ""};
        QTest::addColumn<PreparedPlan>("plan");
        QTest::addColumn<QString>("place");
        const auto row = [&sound](const char *place, const char *what, auto change) {
            PreparedPlan plan = sound;
            change(plan);
            QTest::newRow(what) << plan << QString::fromLatin1(place);
        };
        row("id", "no id", [](PreparedPlan &plan) { plan.id.clear(); });
        row("account", "no account", [](PreparedPlan &plan) { plan.account.clear(); });
        row("name", "no name", [](PreparedPlan &plan) { plan.name.clear(); });
        row("name", "a long name", [](PreparedPlan &plan) { plan.name.assign(241, 'x'); });
        row("name", "lines in a name", [](PreparedPlan &plan) { plan.name = "a\nb"; });
        row("asset", "no asset", [](PreparedPlan &plan) { plan.asset.clear(); });
        row("amount", "nothing", [](PreparedPlan &plan) { plan.amount = {}; });
        row("amount", "less than nothing", [](PreparedPlan &plan) { plan.amount = d("-1"); });
        row("source", "a sale from a wallet", [](PreparedPlan &plan) {
            plan.way = Way::SellAndRepay;
            plan.source = "spot";
        });
        row("source", "a move from nowhere", [](PreparedPlan &plan) { plan.way = Way::Move; });
        row("source", "a move from itself", [](PreparedPlan &plan) {
            plan.way = Way::Move;
            plan.source = "a";
        });
        row("source", "a long wallet", [](PreparedPlan &plan) { plan.source.assign(65, 'w'); });
    }

    void whatDoesNotNamesItsField()
    {
        QFETCH(PreparedPlan, plan);
        QFETCH(QString, place);
        const auto refused = validated(plan);
        QVERIFY(!refused);
        QCOMPARE(QString::fromStdString(refused.error().place), place);
        QVERIFY(refused.error().code
                == (place == QStringLiteral("amount") ? ErrorCode::AmountNotPositive : ErrorCode::Malformed));
    }
};

PLIMSOLL_TEST(TestPreparedPlan)
#include "tst_preparedplan.moc"
