// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/accounts/liquidationnoticeviewmodel.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::LiquidationNoticeViewModel;

namespace {

struct Bench {
    FakeMonitor world;
    DisplayFormat format {QLocale::c()};
    std::unique_ptr<LiquidationNoticeViewModel> notice;

    Bench()
    {
        world.stores.portfolio = referencePortfolio();
        world.setPrice("ETHUSDT", "220");
        world.setPrice("BCHUSDT", "120");
        world.evaluate();
        notice = std::make_unique<LiquidationNoticeViewModel>(world.stores, world.relay, format, false);
    }

    void liquidate(const char *id)
    {
        for (margin::Account &account : world.stores.portfolio.accounts) {
            if (account.id == id) {
                account.liquidatedAt = world.clock.wallTime();
                account.balances.clear();
            }
        }
        world.evaluate();
    }
};

} // namespace

class TestLiquidationNotice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAccountAtLiquidationCanBeRecorded()
    {
        Bench bench;
        QVERIFY(!bench.notice->isOpen());
        bench.notice->open(QStringLiteral("b-bchusdt"));
        QVERIFY(bench.notice->isOpen());
        QVERIFY(bench.notice->canRecord());
        QCOMPARE(bench.notice->title(), QStringLiteral("BCH/USDT isolated is at liquidation"));
        QCOMPARE(bench.notice->triggerText(),
                 QStringLiteral("Level 0.75, at or below the liquidation ratio 1.05, with BCH 120.00"));
        QVERIFY(bench.notice->lossText().contains(QStringLiteral("touches no other account")));
        QVERIFY2(bench.notice->lossText().startsWith(QStringLiteral("At stake: the 200.00 USDT of your own")),
                 qPrintable(bench.notice->lossText()));
        QCOMPARE(bench.notice->others(),
                 QStringList({QStringLiteral("User A cross: 1.06 Margin call"),
                              QStringLiteral("ETH/USDT isolated: 1.38 Normal")}));
        bench.notice->close();
        QVERIFY(!bench.notice->isOpen());
    }

    void opensOnceWhenAnAccountWasLiquidated()
    {
        Bench bench;
        bench.liquidate("b-bchusdt");
        QVERIFY(bench.notice->isOpen());
        QVERIFY(!bench.notice->canRecord());
        QCOMPARE(bench.notice->title(), QStringLiteral("BCH/USDT isolated was liquidated"));
        QVERIFY(bench.notice->triggerText().startsWith(QStringLiteral("Level 0.75"))); // from when it still had one
        bench.notice->close();
        bench.world.evaluate();
        QVERIFY(!bench.notice->isOpen());
    }

    void oneAfterTheOther()
    {
        Bench bench;
        bench.liquidate("b-bchusdt");
        bench.liquidate("a-cross");
        QCOMPARE(bench.notice->accountId(), QStringLiteral("b-bchusdt"));
        bench.notice->close();
        QCOMPARE(bench.notice->accountId(), QStringLiteral("a-cross"));
        QVERIFY(bench.notice->lossText().contains(QStringLiteral("Isolated accounts are not")));
        bench.notice->close();
        QVERIFY(!bench.notice->isOpen());
    }

    void whyAnOlderOneHappenedIsReadFromTheHistory()
    {
        Bench bench;
        bench.liquidate("b-bchusdt");
        const auto record = [&](std::int64_t ago, margin::Status to, const char *level) {
            bench.world.stores.statuses.push_back({bench.world.clock.wallTime() - ago, "b-bchusdt",
                                                   margin::Status::Normal, to, margin::Decimal::parse(level).value(),
                                                   "{}"});
        };
        record(3'000, margin::Status::Liquidation, "1.0325");
        record(2'000, margin::Status::Liquidation, "1.0425"); // the newest
        record(1'000, margin::Status::MarginCall, "1.09");
        LiquidationNoticeViewModel later(bench.world.stores, bench.world.relay, bench.format, false);
        later.open(QStringLiteral("b-bchusdt"));
        QTRY_VERIFY(later.triggerText().startsWith(QStringLiteral("Level 1.0425 at ")));
        LiquidationNoticeViewModel story(bench.world.stores, bench.world.relay, bench.format, true);
        story.open(QStringLiteral("b-bchusdt"));
        QTRY_COMPARE(story.triggerText(), QStringLiteral("Level 1.0425")); // its days are not those of the clock
    }

    void oldLiquidationsAreNotNews()
    {
        Bench bench;
        bench.liquidate("b-bchusdt");
        const LiquidationNoticeViewModel later(bench.world.stores, bench.world.relay, bench.format, false);
        QVERIFY(!later.isOpen());
    }
};

PLIMSOLL_TEST(TestLiquidationNotice)
#include "tst_liquidationnotice.moc"
