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

struct Desk {
    FakeMonitor world;
    DisplayFormat format {QLocale::c()};
    std::unique_ptr<LiquidationNoticeViewModel> notice;

    Desk()
    {
        world.stores.portfolio = referencePortfolio();
        world.setPrice("ETHUSDT", "220");
        world.setPrice("BCHUSDT", "120");
        world.evaluate();
        notice = std::make_unique<LiquidationNoticeViewModel>(world.stores, world.relay, format);
    }

    void liquidate(const char *id)
    {
        for (margin::Account &account : world.stores.portfolio.accounts) {
            if (account.id == id) {
                account.liquidatedAt = world.clock.wallMs();
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
        Desk desk;
        QVERIFY(!desk.notice->isOpen());
        desk.notice->open(QStringLiteral("b-bchusdt"));
        QVERIFY(desk.notice->isOpen());
        QVERIFY(desk.notice->canRecord());
        QCOMPARE(desk.notice->title(), QStringLiteral("BCH/USDT isolated is at liquidation"));
        QCOMPARE(desk.notice->triggerText(),
                 QStringLiteral("Level 0.75, at or below the liquidation ratio 1.05, with BCH 120.00"));
        QVERIFY(desk.notice->lossText().contains(QStringLiteral("touches no other account")));
        QVERIFY2(desk.notice->lossText().startsWith(QStringLiteral("At stake: the 200.00 USDT of your own")),
                 qPrintable(desk.notice->lossText()));
        QCOMPARE(desk.notice->others(),
                 QStringList({QStringLiteral("User A cross: 1.06 Margin call"),
                              QStringLiteral("ETH/USDT isolated: 1.38 Normal")}));
        desk.notice->close();
        QVERIFY(!desk.notice->isOpen());
    }

    void opensOnceWhenAnAccountWasLiquidated()
    {
        Desk desk;
        desk.liquidate("b-bchusdt");
        QVERIFY(desk.notice->isOpen());
        QVERIFY(!desk.notice->canRecord());
        QCOMPARE(desk.notice->title(), QStringLiteral("BCH/USDT isolated was liquidated"));
        QVERIFY(desk.notice->triggerText().startsWith(QStringLiteral("Level 0.75"))); // from when it still had one
        desk.notice->close();
        desk.world.evaluate();
        QVERIFY(!desk.notice->isOpen());
    }

    void oneAfterTheOther()
    {
        Desk desk;
        desk.liquidate("b-bchusdt");
        desk.liquidate("a-cross");
        QCOMPARE(desk.notice->accountId(), QStringLiteral("b-bchusdt"));
        desk.notice->close();
        QCOMPARE(desk.notice->accountId(), QStringLiteral("a-cross"));
        QVERIFY(desk.notice->lossText().contains(QStringLiteral("Isolated accounts are not")));
        desk.notice->close();
        QVERIFY(!desk.notice->isOpen());
    }

    void whyAnOlderOneHappenedIsReadFromTheHistory()
    {
        Desk desk;
        desk.liquidate("b-bchusdt");
        const auto record = [&](std::int64_t ago, margin::Status to, const char *level) {
            desk.world.stores.statuses.push_back({desk.world.clock.wallMs() - ago, "b-bchusdt", margin::Status::Normal,
                                                  to, margin::Decimal::parse(level).value(), "{}"});
        };
        record(3'000, margin::Status::Liquidation, "1.0325");
        record(2'000, margin::Status::Liquidation, "1.0425"); // the newest
        record(1'000, margin::Status::MarginCall, "1.09");
        LiquidationNoticeViewModel later(desk.world.stores, desk.world.relay, desk.format);
        later.open(QStringLiteral("b-bchusdt"));
        QTRY_VERIFY(later.triggerText().startsWith(QStringLiteral("Level 1.04")));
    }

    void oldLiquidationsAreNotNews()
    {
        Desk desk;
        desk.liquidate("b-bchusdt");
        const LiquidationNoticeViewModel later(desk.world.stores, desk.world.relay, desk.format);
        QVERIFY(!later.isOpen());
    }
};

PLIMSOLL_TEST(TestLiquidationNotice)
#include "tst_liquidationnotice.moc"
