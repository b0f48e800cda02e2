// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/app/appviewmodel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using margin::PreparedPlan;
using margin::Way;
using viewmodels::AppViewModel;
using viewmodels::PlanEditor;
using viewmodels::PlanRow;
using viewmodels::PlansViewModel;

namespace {

const QString kBch = QStringLiteral("b-bchusdt");

// Day N+2 of the reference example, ETH 230, BCH 170, and plans that were kept before.
struct Bench {
    FakeMonitor world;
    FakeAlarmCommands commands;
    std::unique_ptr<AppViewModel> app;

    explicit Bench(std::vector<PreparedPlan> plans = {})
    {
        world.stores.portfolio = referencePortfolio();
        world.stores.keptPlans = std::move(plans);
        prices("230", "170");
        AppViewModel::Options options;
        options.locale = QLocale::c();
        app = std::make_unique<AppViewModel>(world, commands, world.stores, world.relay, world.clock, options);
    }

    void prices(const char *eth, const char *bch)
    {
        world.clock.advance(1000);
        world.setPrice("ETHUSDT", eth);
        world.setPrice("BCHUSDT", bch);
        world.evaluate();
    }

    [[nodiscard]] PlansViewModel &plans() const { return *app->plans(); }
    [[nodiscard]] PlanEditor &editor() const { return *app->plans()->editor(); }
    [[nodiscard]] const std::vector<PlanRow> &rows() const
    {
        return static_cast<viewmodels::RowListModel<PlanRow> *>(app->plans()->rows())->rows();
    }
};

PreparedPlan plan(const char *id, Way way, const char *asset, const char *amount, const char *source = "",
                  const char *account = "b-bchusdt")
{
    return {id, account, std::string("Plan ") + id, way, asset, dec(amount), source};
}

} // namespace

/// Prepared plans in the window: kept, shown anew at the newest prices, handed to the forms, and never booked.
class TestPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSaysWhatItDoesAndHowItStands()
    {
        Bench bench({plan("1", Way::Deposit, "USDT", "150", "spot"), plan("2", Way::Repay, "USDT", "100"),
                     plan("3", Way::SellAndRepay, "BCH", "4"), plan("4", Way::Move, "USDT", "150", "a-cross"),
                     plan("5", Way::Deposit, "USDT", "1", "", "removed-meanwhile")});
        QTRY_COMPARE(bench.plans().rows()->count(), 4);
        const auto &rows = bench.rows();
        QCOMPARE(rows[0].actText, QStringLiteral("Deposit 150.00 USDT from Spot wallet"));
        QCOMPARE(rows[0].todayText, QStringLiteral("Leads to level 1.25."));
        QVERIFY(!rows[0].falls && rows[0].tops);
        QCOMPARE(rows[1].actText, QStringLiteral("Repay 100.00 USDT with money from outside"));
        QCOMPARE(rows[1].todayText,
                 QStringLiteral("Not enough any more: it leads to level 1.21. Today 120.00 USDT lead to 1.25."));
        QVERIFY(rows[1].falls);
        QCOMPARE(rows[2].actText, QStringLiteral("Sell 4.00 BCH and repay"));
        QCOMPARE(rows[2].todayText, QStringLiteral("Leads to level 1.42. Today 3.5295 BCH would be enough."));
        QVERIFY(!rows[2].tops);
        QVERIFY2(rows[3].todayText.startsWith(QStringLiteral("Not possible now: ")), qPrintable(rows[3].todayText));
        QVERIFY(rows[3].actText.startsWith(QStringLiteral("Move 150.00 USDT from User A")));
        QCOMPARE(bench.plans().countOf(kBch, false), 4);
        QCOMPARE(bench.plans().countOf(kBch, true), 3);
    }

    void isComputedAnewAtNewPrices()
    {
        Bench bench({plan("1", Way::Deposit, "USDT", "150", "spot")});
        QTRY_COMPARE(bench.plans().rows()->count(), 1);
        bench.prices("230", "160"); // 800 of 800: 200 are needed
        QTRY_VERIFY2_WITH_TIMEOUT(bench.rows()[0].todayText.contains(QStringLiteral("200.00 USDT")),
                                  qPrintable(bench.rows()[0].todayText), 5000);
        bench.prices("230", "230");
        QTRY_COMPARE_WITH_TIMEOUT(bench.rows()[0].todayText,
                                  QStringLiteral("Not needed now: the level is not below 1.25."), 5000);
        bench.prices("230", "");
        QTRY_VERIFY_WITH_TIMEOUT(bench.rows()[0].todayText.contains(QStringLiteral("not known")), 5000);
    }

    void fillsTheFormsAndBooksNothing()
    {
        Bench bench({plan("1", Way::Deposit, "USDT", "150", "spot"), plan("2", Way::Repay, "USDT", "120"),
                     plan("3", Way::SellAndRepay, "BCH", "3.6"), plan("4", Way::Move, "ETH", "0.5", "a-cross"),
                     plan("5", Way::Deposit, "USDT", "7", "gone")});
        QTRY_COMPARE(bench.plans().rows()->count(), 5);
        auto *topUp = bench.app->topUp();
        bench.plans().open(QStringLiteral("1"));
        QVERIFY(topUp->isOpen() && !topUp->filled() && topUp->confirmable() && !topUp->repays());
        QCOMPARE(topUp->chosenAccount(), kBch);
        QCOMPARE(topUp->amount(), QStringLiteral("150.00"));
        QCOMPARE(topUp->sourceNames().at(topUp->sourceIndex()), QStringLiteral("Spot wallet"));
        bench.plans().fill(QStringLiteral("2")); // into the form that is open
        QVERIFY(topUp->repays() && topUp->confirmable());
        QCOMPARE(topUp->amount(), QStringLiteral("120.00"));
        QCOMPARE(topUp->sourceNames().at(topUp->sourceIndex()), QStringLiteral("Outside"));
        bench.plans().fill(QStringLiteral("5")); // its wallet is not there any more
        QVERIFY(!topUp->confirmable());
        topUp->close();
        bench.plans().fill(QStringLiteral("1")); // no form is open
        QVERIFY(!topUp->isOpen());

        bench.plans().open(QStringLiteral("3"));
        auto *sale = bench.app->position()->closing();
        QVERIFY(sale->isOpen() && sale->confirmable() && !sale->filled());
        QCOMPARE(sale->quantity(), QStringLiteral("3.6"));
        sale->close();

        bench.plans().open(QStringLiteral("4")); // which this account does not take
        QVERIFY(topUp->isOpen() && !topUp->filled() && !topUp->confirmable() && !topUp->assetError().isEmpty());
        QCOMPARE(topUp->amount(), QStringLiteral("0.5"));
        QCOMPARE(topUp->sourceNames().at(topUp->sourceIndex()), QStringLiteral("User A cross"));
        topUp->close();
        QVERIFY(bench.world.stores.requests.empty());
    }

    // From the account that gives it, in one operation: by the rules of both.
    void aMoveIsOneOperation()
    {
        Bench bench({plan("1", Way::Move, "USDT", "150", "rich"), plan("2", Way::Move, "USDT", "900", "rich"),
                     plan("3", Way::Move, "USDT", "150", "b-ethusdt")});
        margin::Account rich = referencePortfolio().accounts[0];
        rich.id = "rich";
        rich.name = rich.owner = "Rich";
        rich.balances = {{"ETH", dec("10"), {}, {}, {}, {}}, {"USDT", dec("1000"), {}, dec("1000"), {}, {}}};
        bench.world.stores.portfolio.accounts.push_back(rich);
        bench.prices("230", "170");
        auto *topUp = bench.app->topUp();
        bench.plans().open(QStringLiteral("2")); // 2300 + 100 of 1000 would be left, and 2 is the bar
        QVERIFY2(topUp->confirmable(), qPrintable(topUp->amountError()));
        topUp->setAmount(QStringLiteral("1000.01"));
        QVERIFY(!topUp->confirmable());
        QVERIFY2(topUp->amountError().startsWith(u"Rich cross: "), qPrintable(topUp->amountError()));
        bench.plans().fill(QStringLiteral("3")); // which has nothing
        QVERIFY(!topUp->confirmable());
        QVERIFY2(topUp->amountError().startsWith(u"ETH/USDT isolated: "), qPrintable(topUp->amountError()));
        bench.plans().fill(QStringLiteral("1"));
        QCOMPARE(topUp->sourceNames(),
                 QStringList({QStringLiteral("Spot wallet"), QStringLiteral("Rich cross"), QStringLiteral("Outside")}));
        QCOMPARE(topUp->sourceFree(), QStringLiteral("1,000.00"));
        QCOMPARE(topUp->sourceAfter(), QStringLiteral("Rich cross would stand at 3.15.")); // (2300 + 850) / 1000
        QSignalSpy told(bench.app.get(), &AppViewModel::booked);
        topUp->confirm();
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.front().front().toString(),
                 QStringLiteral("Recorded: 150.00 USDT from Rich cross to BCH/USDT isolated"));
        QCOMPARE(bench.world.stores.requests.size(), std::size_t {1});
        QCOMPARE(bench.world.stores.portfolio.account("rich")->balance("USDT")->free, dec("850"));
        QCOMPARE(bench.world.stores.portfolio.account("b-bchusdt")->balance("USDT")->free, dec("150"));
    }

    // Each way of the page opens its form, a move the one in which the giver is chosen.
    void everyWayOutHasItsForm()
    {
        Bench bench;
        margin::Account rich = referencePortfolio().accounts[0];
        rich.id = "rich";
        rich.name = rich.owner = "Rich";
        rich.balances = {{"USDT", dec("1000"), {}, {}, {}, {}}};
        bench.world.stores.portfolio.accounts.push_back(rich);
        bench.prices("230", "170");
        viewmodels::WaysOutViewModel &out = *bench.app->waysOut();
        out.setActive(true);
        QTRY_COMPARE(out.ways()->count(), 4);
        QCOMPARE(out.accountId(), kBch);
        auto *topUp = bench.app->topUp();
        out.openForm(3);
        QVERIFY(topUp->isOpen() && topUp->confirmable() && !topUp->filled());
        QCOMPARE(topUp->amount(), QStringLiteral("150.00"));
        QCOMPARE(topUp->sourceNames().at(topUp->sourceIndex()), QStringLiteral("Rich cross"));
        topUp->close();
        out.openForm(1);
        QVERIFY(topUp->isOpen() && topUp->repays());
        topUp->close();
        out.openForm(2);
        QVERIFY(bench.app->position()->closing()->isOpen());
        out.openForm(4);
        out.openForm(-1);
        QVERIFY(!topUp->isOpen());
    }

    void offersWhatTheAccountCouldDo()
    {
        Bench bench;
        bench.editor().openNew(kBch);
        QVERIFY(bench.editor().isOpen() && bench.editor().isNew());
        const QStringList names = bench.editor().wayNames();
        QCOMPARE(names.mid(0, 4),
                 QStringList({QStringLiteral("Deposit USDT"), QStringLiteral("Deposit BCH"),
                              QStringLiteral("Repay USDT with new money"), QStringLiteral("Sell BCH and repay")}));
        QVERIFY(names.last().startsWith(QStringLiteral("Move BCH from User A")));
        QCOMPARE(bench.editor().amount(), QStringLiteral("150.00"));
        QCOMPARE(bench.editor().neededText(), QStringLiteral("today 150.00 USDT"));
        bench.editor().setWayIndex(3);
        QVERIFY(!bench.editor().hasSource());
        QCOMPARE(bench.editor().amount(), QStringLiteral("3.5295")); // the digits that are paid
        bench.editor().setAmount(QStringLiteral("x"));
        QVERIFY(!bench.editor().amountError().isEmpty());
    }

    void isKeptChangedAndDeleted()
    {
        Bench bench;
        QSignalSpy toasts(bench.app.get(), &AppViewModel::booked);
        bench.editor().openNew(kBch);
        bench.editor().save();
        QCOMPARE(bench.editor().problem(), QStringLiteral("Give it a name first."));
        bench.editor().setName(QStringLiteral(" First aid "));
        bench.editor().save();
        QTRY_COMPARE(bench.plans().rows()->count(), 1);
        QVERIFY(!bench.editor().isOpen());
        QCOMPARE(toasts.count(), 1);
        const PreparedPlan kept = bench.world.stores.keptPlans.at(0);
        QCOMPARE(kept.name, std::string("First aid"));
        QCOMPARE(kept.source, std::string("spot"));
        QVERIFY(kept.amount == dec("150"));

        bench.editor().openNew(kBch);
        bench.editor().setName(QStringLiteral("First aid"));
        bench.editor().save();
        QTRY_VERIFY2(bench.editor().problem().contains(QStringLiteral("of this name")),
                     qPrintable(bench.editor().problem()));
        bench.editor().close();

        const QString id = QString::fromStdString(kept.id);
        bench.plans().edit(id);
        QVERIFY(!bench.editor().isNew());
        QCOMPARE(bench.editor().name(), QStringLiteral("First aid"));
        bench.editor().setName(QStringLiteral("Second thought"));
        bench.editor().setAmount(QStringLiteral("175.5"));
        bench.editor().save();
        QTRY_COMPARE(bench.rows()[0].name, QStringLiteral("Second thought"));
        QVERIFY(bench.world.stores.keptPlans.at(0).amount == dec("175.5"));

        bench.plans().remove(id);
        QCOMPARE(bench.plans().leaving(), QStringLiteral("Second thought"));
        bench.plans().answerRemove(false);
        QCOMPARE(bench.world.stores.keptPlans.size(), std::size_t {1});
        bench.plans().remove(id);
        bench.plans().answerRemove(true);
        QTRY_COMPARE(bench.plans().rows()->count(), 0);
        QVERIFY(bench.world.stores.keptPlans.empty() && bench.world.stores.requests.empty());
    }

    void aDiskThatFailsIsTold()
    {
        Bench bench;
        bench.editor().openNew(kBch);
        bench.editor().setName(QStringLiteral("First aid"));
        bench.world.stores.failNext = Error {ErrorCode::CannotWrite, {}, "full"};
        bench.editor().save();
        QTRY_VERIFY(!bench.editor().problem().isEmpty());
        QVERIFY(bench.editor().isOpen() && !bench.editor().busy());
    }
};

PLIMSOLL_TEST(TestPlans)
#include "tst_plans.moc"
