// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/closeviewmodel.h"
#include "desktopkit.h"
#include "testlib/testprogram.h"
#include "viewmodels/common/settingkeys.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::desktopkit;
using namespace Qt::StringLiterals;
using desktop::CloseAction;
using desktop::CloseDecision;
using desktop::CloseSituation;
using desktop::CloseViewModel;

namespace {

const QString kKey = viewmodels::SettingKeys::closeAction;

struct Bench {
    World world;
    CloseViewModel closing;
    QSignalSpy hidden {&closing, &CloseViewModel::hideRequested};
    QSignalSpy minimised {&closing, &CloseViewModel::minimiseRequested};
    QSignalSpy quit {&closing, &CloseViewModel::quitRequested};
    QSignalSpy wanted {&closing, &CloseViewModel::windowWanted};

    explicit Bench(bool hasTray, const char *bch = "230", bool example = false)
        : world("230", bch)
        , closing(world.monitor.stores, world.monitor.relay, example)
    {
        closing.setHasTray(hasTray);
    }
};

void payEverything(World &world)
{
    for (margin::Account &account : world.monitor.stores.portfolio.accounts) {
        for (margin::Balance &balance : account.balances) {
            balance.borrowed = {};
        }
    }
    world.monitor.evaluate();
}

} // namespace

Q_DECLARE_METATYPE(plimsoll::desktop::CloseAction)
Q_DECLARE_METATYPE(plimsoll::desktop::CloseDecision)

class TestCloseQuestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The whole table: owes, in call, tray, remembered.
    void decides_data()
    {
        QTest::addColumn<bool>("owes");
        QTest::addColumn<bool>("inCall");
        QTest::addColumn<bool>("hasTray");
        QTest::addColumn<CloseAction>("remembered");
        QTest::addColumn<CloseDecision>("close");
        QTest::addColumn<CloseDecision>("quit");
        const auto row = [](bool owes, bool inCall, bool hasTray, CloseAction remembered, CloseDecision close,
                            CloseDecision quit) {
            QTest::addRow("owes %d call %d tray %d remembered %d", owes, inCall, hasTray, static_cast<int>(remembered))
                << owes << inCall << hasTray << remembered << close << quit;
        };
        using enum CloseDecision;
        row(false, false, false, CloseAction::Ask, Quit, Quit);
        row(false, false, false, CloseAction::Tray, Quit, Quit);
        row(false, false, false, CloseAction::Quit, Quit, Quit);
        row(false, false, true, CloseAction::Ask, Quit, Quit);
        row(false, false, true, CloseAction::Tray, Hide, Quit);
        row(false, false, true, CloseAction::Quit, Quit, Quit);
        row(true, false, false, CloseAction::Ask, Ask, Quit);
        row(true, false, false, CloseAction::Tray, Minimise, Quit);
        row(true, false, false, CloseAction::Quit, Quit, Quit);
        row(true, false, true, CloseAction::Ask, Ask, Quit);
        row(true, false, true, CloseAction::Tray, Hide, Quit);
        row(true, false, true, CloseAction::Quit, Quit, Quit);
        row(true, true, false, CloseAction::Ask, Ask, Warn);
        row(true, true, false, CloseAction::Tray, Minimise, Warn);
        row(true, true, false, CloseAction::Quit, Warn, Warn);
        row(true, true, true, CloseAction::Ask, Ask, Warn);
        row(true, true, true, CloseAction::Tray, Hide, Warn);
        row(true, true, true, CloseAction::Quit, Warn, Warn);
    }

    void decides()
    {
        QFETCH(bool, owes);
        QFETCH(bool, inCall);
        QFETCH(bool, hasTray);
        QFETCH(CloseAction, remembered);
        const CloseSituation situation {owes, inCall, hasTray, remembered};
        QTEST(desktop::decideClose(situation), "close");
        QTEST(desktop::decideQuit(situation), "quit");
        if (!hasTray) {
            QVERIFY(desktop::decideClose(situation) != CloseDecision::Hide); // never to nowhere
        }
    }

    void wordsGoThereAndBack()
    {
        for (const CloseAction action : {CloseAction::Ask, CloseAction::Tray, CloseAction::Quit}) {
            QCOMPARE(desktop::closeActionFromWord(desktop::closeActionWord(action)), action);
        }
        QCOMPARE(desktop::closeActionFromWord(u"rubbish"_s), CloseAction::Ask);
        QCOMPARE(desktop::closeActionFromWord({}), CloseAction::Ask);
    }

    void situationComesFromTheSnapshot()
    {
        World world("230", "230");
        const auto now = [&] {
            return desktop::closeSituation(world.monitor.relay.current().get(), true, CloseAction::Ask);
        };
        QVERIFY(now().owes);
        QVERIFY(!now().inCall);
        world.prices("230", "170"); // 850/800 is below 1.10
        QVERIFY(now().inCall);
        world.prices("230", "230");
        world.monitor.setPrice("BCHUSDT", "");
        world.monitor.evaluate();
        QVERIFY(!now().inCall); // unknown, and was not in call
        monitor::AlarmBoard board;
        board.active = {active("b-bchusdt", alarm::Condition::Call)};
        world.tell(board);
        QVERIFY(now().inCall); // unknown, and its call still stands
        payEverything(world);
        QVERIFY(!now().owes);
        QVERIFY(!desktop::closeSituation(nullptr, true, CloseAction::Ask).owes);
    }

    void whereAnotherProcessWatchesNothingIsAsked()
    {
        World world("230", "170");
        monitor::RiskSnapshot snapshot = *world.monitor.relay.current();
        snapshot.role.part = monitor::MonitorRole::Part::StandBy;
        const auto situation = desktop::closeSituation(&snapshot, false, CloseAction::Ask);
        QVERIFY(!situation.owes && !situation.inCall);
        QCOMPARE(desktop::decideClose(situation), CloseDecision::Quit);
    }

    void theEndOfTheSessionIsNotHeldUp()
    {
        Bench bench(true, "170");
        bench.closing.sessionEnds();
        QVERIFY(bench.closing.closeRequested());
        QVERIFY(!bench.closing.isOpen());
        QVERIFY(bench.quit.isEmpty()); // the session ends the program
    }

    void keepsWatchingInTheTrayAndRemembers()
    {
        Bench bench(true);
        QVERIFY(!bench.closing.closeRequested());
        QVERIFY(bench.closing.isOpen());
        QVERIFY(bench.closing.canRemember());
        QCOMPARE(bench.closing.warningText(), QString());
        QVERIFY(bench.closing.keepText().contains(u"tray"));
        bench.closing.keep(true);
        QVERIFY(!bench.closing.isOpen());
        QCOMPARE(bench.hidden.size(), 1);
        QCOMPARE(bench.world.monitor.stores.values.value(kKey), u"tray"_s);
        QVERIFY(!bench.closing.closeRequested()); // asked once
        QVERIFY(!bench.closing.isOpen());
        QCOMPARE(bench.hidden.size(), 2);
        QCOMPARE(bench.quit.size(), 0);
    }

    void minimisesWhereThereIsNoTray()
    {
        Bench bench(false);
        QVERIFY(!bench.closing.closeRequested());
        QVERIFY(!bench.closing.keepText().contains(u"tray"));
        bench.closing.keep(false);
        QCOMPARE(bench.minimised.size(), 1);
        QCOMPARE(bench.hidden.size(), 0);
        QVERIFY(!bench.world.monitor.stores.values.contains(kKey));
    }

    void theTrayMayVanishWhileItAsks()
    {
        Bench bench(true);
        bench.closing.closeRequested();
        bench.closing.setHasTray(false);
        bench.closing.keep(false);
        QCOMPARE(bench.hidden.size(), 0);
        QCOMPARE(bench.minimised.size(), 1);
    }

    void stopsOnceAndIsNotAskedAgain()
    {
        Bench bench(true);
        bench.closing.closeRequested();
        bench.closing.stop(true);
        QCOMPARE(bench.quit.size(), 1);
        QCOMPARE(bench.world.monitor.stores.values.value(kKey), u"quit"_s);
        QVERIFY(bench.closing.closeRequested()); // Qt closes the windows once more while it quits
        QCOMPARE(bench.quit.size(), 1);
    }

    void cancelChangesNothing()
    {
        Bench bench(true);
        bench.closing.closeRequested();
        bench.closing.cancel();
        QVERIFY(!bench.closing.isOpen());
        bench.closing.keep(true); // a late click
        bench.closing.stop(true);
        QCOMPARE(bench.hidden.size() + bench.quit.size(), 0);
        QVERIFY(bench.world.monitor.stores.values.isEmpty());
        QVERIFY(!bench.closing.closeRequested());
        QVERIFY(bench.closing.isOpen());
    }

    void quittingDuringACallWarnsThoughRemembered()
    {
        Bench bench(true, "170");
        bench.world.monitor.stores.values.insert(kKey, u"quit"_s);
        bench.closing.load();
        QTRY_VERIFY(!bench.closing.closeRequested() && bench.closing.isWarning());
        QVERIFY(bench.closing.isOpen());
        QVERIFY(!bench.closing.warningText().isEmpty());
        QVERIFY(!bench.closing.canRemember());
        bench.closing.keep(true);
        QCOMPARE(bench.world.monitor.stores.values.value(kKey), u"quit"_s); // a warning changes no setting
        bench.closing.requestQuit();
        QVERIFY(bench.closing.isOpen());
        QVERIFY(bench.wanted.size() >= 2); // the window may be hidden: it must come to ask
        bench.closing.stop(false);
        QCOMPARE(bench.quit.size(), 1);
    }

    void quitOfTheMenuNeedsNoQuestionOutsideACall()
    {
        Bench bench(true);
        bench.closing.requestQuit();
        QCOMPARE(bench.quit.size(), 1);
        QVERIFY(!bench.closing.isOpen());
    }

    void warningFollowsTheAccountsWhileOpen()
    {
        Bench bench(true);
        bench.closing.closeRequested();
        QCOMPARE(bench.closing.warningText(), QString());
        bench.world.prices("230", "170");
        QVERIFY(!bench.closing.warningText().isEmpty());
    }

    void exampleAndDebtFreeAskNothing()
    {
        Bench example(true, "170", true);
        QVERIFY(example.closing.closeRequested());
        QCOMPARE(example.quit.size(), 1);
        Bench free(false);
        payEverything(free.world);
        QVERIFY(free.closing.closeRequested());
        QVERIFY(!free.closing.isOpen());
    }
};

PLIMSOLL_TEST(TestCloseQuestion)
#include "tst_closequestion.moc"
