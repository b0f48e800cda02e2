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

struct Desk {
    World world;
    CloseViewModel closing;
    QSignalSpy hidden {&closing, &CloseViewModel::hideRequested};
    QSignalSpy minimised {&closing, &CloseViewModel::minimiseRequested};
    QSignalSpy quit {&closing, &CloseViewModel::quitRequested};
    QSignalSpy wanted {&closing, &CloseViewModel::windowWanted};

    explicit Desk(bool hasTray, const char *bch = "230", bool example = false)
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
        Desk desk(true, "170");
        desk.closing.sessionEnds();
        QVERIFY(desk.closing.closeRequested());
        QVERIFY(!desk.closing.isOpen());
        QVERIFY(desk.quit.isEmpty()); // the session ends the program
    }

    void keepsWatchingInTheTrayAndRemembers()
    {
        Desk desk(true);
        QVERIFY(!desk.closing.closeRequested());
        QVERIFY(desk.closing.isOpen());
        QVERIFY(desk.closing.canRemember());
        QCOMPARE(desk.closing.warningText(), QString());
        QVERIFY(desk.closing.keepText().contains(u"tray"));
        desk.closing.keep(true);
        QVERIFY(!desk.closing.isOpen());
        QCOMPARE(desk.hidden.size(), 1);
        QCOMPARE(desk.world.monitor.stores.values.value(kKey), u"tray"_s);
        QVERIFY(!desk.closing.closeRequested()); // asked once
        QVERIFY(!desk.closing.isOpen());
        QCOMPARE(desk.hidden.size(), 2);
        QCOMPARE(desk.quit.size(), 0);
    }

    void minimisesWhereThereIsNoTray()
    {
        Desk desk(false);
        QVERIFY(!desk.closing.closeRequested());
        QVERIFY(!desk.closing.keepText().contains(u"tray"));
        desk.closing.keep(false);
        QCOMPARE(desk.minimised.size(), 1);
        QCOMPARE(desk.hidden.size(), 0);
        QVERIFY(!desk.world.monitor.stores.values.contains(kKey));
    }

    void theTrayMayVanishWhileItAsks()
    {
        Desk desk(true);
        desk.closing.closeRequested();
        desk.closing.setHasTray(false);
        desk.closing.keep(false);
        QCOMPARE(desk.hidden.size(), 0);
        QCOMPARE(desk.minimised.size(), 1);
    }

    void stopsOnceAndIsNotAskedAgain()
    {
        Desk desk(true);
        desk.closing.closeRequested();
        desk.closing.stop(true);
        QCOMPARE(desk.quit.size(), 1);
        QCOMPARE(desk.world.monitor.stores.values.value(kKey), u"quit"_s);
        QVERIFY(desk.closing.closeRequested()); // Qt closes the windows once more while it quits
        QCOMPARE(desk.quit.size(), 1);
    }

    void cancelChangesNothing()
    {
        Desk desk(true);
        desk.closing.closeRequested();
        desk.closing.cancel();
        QVERIFY(!desk.closing.isOpen());
        desk.closing.keep(true); // a late click
        desk.closing.stop(true);
        QCOMPARE(desk.hidden.size() + desk.quit.size(), 0);
        QVERIFY(desk.world.monitor.stores.values.isEmpty());
        QVERIFY(!desk.closing.closeRequested());
        QVERIFY(desk.closing.isOpen());
    }

    void quittingDuringACallWarnsThoughRemembered()
    {
        Desk desk(true, "170");
        desk.world.monitor.stores.values.insert(kKey, u"quit"_s);
        desk.closing.load();
        QTRY_VERIFY(!desk.closing.closeRequested() && desk.closing.isWarning());
        QVERIFY(desk.closing.isOpen());
        QVERIFY(!desk.closing.warningText().isEmpty());
        QVERIFY(!desk.closing.canRemember());
        desk.closing.keep(true);
        QCOMPARE(desk.world.monitor.stores.values.value(kKey), u"quit"_s); // a warning changes no setting
        desk.closing.requestQuit();
        QVERIFY(desk.closing.isOpen());
        QVERIFY(desk.wanted.size() >= 2); // the window may be hidden: it must come to ask
        desk.closing.stop(false);
        QCOMPARE(desk.quit.size(), 1);
    }

    void quitOfTheMenuNeedsNoQuestionOutsideACall()
    {
        Desk desk(true);
        desk.closing.requestQuit();
        QCOMPARE(desk.quit.size(), 1);
        QVERIFY(!desk.closing.isOpen());
    }

    void warningFollowsTheAccountsWhileOpen()
    {
        Desk desk(true);
        desk.closing.closeRequested();
        QCOMPARE(desk.closing.warningText(), QString());
        desk.world.prices("230", "170");
        QVERIFY(!desk.closing.warningText().isEmpty());
    }

    void exampleAndDebtFreeAskNothing()
    {
        Desk example(true, "170", true);
        QVERIFY(example.closing.closeRequested());
        QCOMPARE(example.quit.size(), 1);
        Desk free(false);
        payEverything(free.world);
        QVERIFY(free.closing.closeRequested());
        QVERIFY(!free.closing.isOpen());
    }
};

PLIMSOLL_TEST(TestCloseQuestion)
#include "tst_closequestion.moc"
