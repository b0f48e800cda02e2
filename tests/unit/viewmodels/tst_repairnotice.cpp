// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/app/repairnoticeviewmodel.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::RepairNoticeViewModel;

namespace {

struct World {
    FakeMonitor monitor;
    FakeAlarmCommands alarms;
    DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};

    World()
    {
        monitor.stores.portfolio = referencePortfolio();
        monitor.evaluate();
    }

    /// As when the portfolio was read again.
    void load()
    {
        margin::Balance &first = monitor.stores.portfolio.wallets.front().balances.front();
        first.free = *first.free.plus(dec("1"));
        monitor.evaluate();
    }

    std::unique_ptr<RepairNoticeViewModel> notice()
    {
        return std::make_unique<RepairNoticeViewModel>(
            viewmodels::Services {monitor, alarms, monitor.stores, monitor.relay, monitor.clock, format});
    }
};

} // namespace

class TestRepairNotice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsToldWhereNothingWasPutRight()
    {
        World world;
        QVERIFY(world.notice()->text().isEmpty());
    }

    void tellsUntilItWasSeen()
    {
        World world;
        world.monitor.stores.repairs = {{4, "b-bchusdt", "USDT", QStringLiteral("999"), dec("800")}};
        const auto notice = world.notice();
        QCOMPARE(notice->text(),
                 QStringLiteral("The balance of USDT in BCH/USDT isolated was stored as 999; the journal adds up to "
                                "800.00, which counts now."));
        QVERIFY(!world.notice()->text().isEmpty()); // another start
        notice->dismiss();
        QVERIFY(notice->text().isEmpty());
        QVERIFY(world.notice()->text().isEmpty());
    }

    void whatIsPutRightWhileItRunsIsToldWithTheNextLoad()
    {
        World world;
        const auto notice = world.notice();
        world.monitor.stores.repairs = {{1, "spot", "USDT", QString(), dec("1000")},
                                        {2, "spot", "BTC", QStringLiteral("<b>x</b>"), dec("1")}};
        world.load();
        QTRY_COMPARE(notice->text(),
                     QStringLiteral("The balance of BTC in Spot wallet was stored as <b>x</b>; the journal adds up to "
                                    "1.00, which counts now. More figures put right: 1."));
        notice->dismiss();
        world.monitor.stores.repairs.push_back({3, "spot", "USDT", QString(), dec("7")});
        world.load();
        QTRY_COMPARE(notice->text(),
                     QStringLiteral("The balance of USDT in Spot wallet was missing; the journal adds "
                                    "up to 7.00, which counts now."));
    }
};

PLIMSOLL_TEST(TestRepairNotice)
#include "tst_repairnotice.moc"
