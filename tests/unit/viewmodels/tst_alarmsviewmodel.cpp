// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/sent.h"
#include "testlib/testprogram.h"
#include "viewmodels/alarms/alarmcsv.h"
#include "viewmodels/alarms/alarminputs.h"
#include "viewmodels/alarms/alarmsviewmodel.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using alarm::Condition;
using alarm::State;
using monitor::AlarmEventRow;
using viewmodels::AlarmsViewModel;
using viewmodels::AlarmView;
using viewmodels::DisplayFormat;
using viewmodels::RiskState;

namespace {

// As the engine records it; 5 BCH at 170 against 800 USDT.
const char *const kInputs =
    R"({"assets":"850","debt":"800","prices":{"BCH":{"ageMs":2000,"known":true,"price":"170","route":"BCHUSDT"}},)"
    R"("quoteAsset":"USDT","status":"margin_call","thresholds":{"initial":"1.25","liquidation":"1.05","marginCall":"1.1"}})";

AlarmEventRow stepOf(const std::string &account, Condition condition, State from, State to, alarm::Cause cause,
                     WallTime time)
{
    AlarmEventRow row;
    row.time = time;
    row.key = {account, condition, {}};
    row.occurrence = 1;
    row.from = from;
    row.to = to;
    row.cause = cause;
    row.level = dec("1.0625");
    row.inputs = kInputs;
    return row;
}

struct Bench {
    FakeMonitor world;
    FakeAlarmCommands commands;
    DisplayFormat format {QLocale::c()};
    std::unique_ptr<AlarmsViewModel> alarms;

    Bench()
    {
        world.stores.portfolio = referencePortfolio();
        world.setPrice("ETHUSDT", "230");
        world.setPrice("BCHUSDT", "170");
        world.evaluate();
        alarms = std::make_unique<AlarmsViewModel>(
            viewmodels::Services {world, commands, world.stores, world.relay, world.clock, format});
    }

    void tell(std::vector<alarm::ActiveAlarm> active, std::vector<alarm::Rule> rules = {})
    {
        world.alarms = std::make_shared<const monitor::AlarmBoard>(boardOf(std::move(active), std::move(rules)));
        world.evaluate();
    }

    [[nodiscard]] alarm::ActiveAlarm call(State state = State::ActiveUnacknowledged) const
    {
        return active("b-bchusdt", Condition::Call, state, world.clock.bootTime(), "1.0625");
    }

    void record(std::vector<AlarmEventRow> events)
    {
        monitor::AlarmRecord record;
        record.events = std::move(events);
        testlib::sent(world.stores.recordAlarms(record));
    }

    [[nodiscard]] const AlarmView &row(std::size_t index) const { return alarms->active()->rows().at(index); }
};

} // namespace

class TestAlarmsViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingStands()
    {
        const Bench bench;
        QCOMPARE(bench.alarms->active()->count(), 0);
        QCOMPARE(bench.alarms->unacknowledged(), 0);
        QVERIFY(!bench.alarms->hasBar());
    }

    void anAlarmIsARow()
    {
        Bench bench;
        const QAbstractItemModelTester tester(bench.alarms->active(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        bench.tell({bench.call(), active("b-ethusdt", Condition::Watch, State::Pending, 0)});
        QCOMPARE(bench.alarms->active()->count(), 1); // what is only pending may be nothing
        const AlarmView &row = bench.row(0);
        QCOMPARE(row.title, QStringLiteral("Margin call"));
        QCOMPARE(row.account, QStringLiteral("BCH/USDT isolated"));
        QCOMPARE(row.levelText, QStringLiteral("1.06"));
        QCOMPARE(row.stateText, QStringLiteral("active"));
        QCOMPARE(row.riskState, RiskState::MarginCall);
        QVERIFY(row.unacknowledged && row.canAcknowledge && row.canSnooze && row.canSnoozeLong && !row.canHandle);
        QCOMPARE(bench.alarms->unacknowledged(), 1);
        QCOMPARE(bench.alarms->barText(), QStringLiteral("Margin call: BCH/USDT isolated at 1.06"));
        QCOMPARE(bench.alarms->worstState(), static_cast<int>(RiskState::MarginCall));
    }

    void whatMayBeDoneFollowsTheState_data()
    {
        // docs/alarms.md: snooze of a call 15 min, of critical 5 min, of a liquidation never; "handled" for a
        // liquidation only.
        QTest::addColumn<int>("condition");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("may");
        const auto row = [](const char *name, Condition condition, State state, const char *may) {
            QTest::newRow(name) << static_cast<int>(condition) << static_cast<int>(state) << QString::fromLatin1(may);
        };
        row("call, active", Condition::Call, State::ActiveUnacknowledged, "ack 5 15");
        row("call, acknowledged", Condition::Call, State::ActiveAcknowledged, "5 15");
        row("call, snoozed", Condition::Call, State::Snoozed, "ack");
        row("call, came and went", Condition::Call, State::ClearedUnacknowledged, "ack");
        row("critical", Condition::Critical, State::ActiveUnacknowledged, "ack 5");
        row("liquidation", Condition::Liquidation, State::ActiveUnacknowledged, "ack handle");
        row("liquidation, acknowledged", Condition::Liquidation, State::ActiveAcknowledged, "handle");
        row("not delivered", Condition::NotDelivered, State::ActiveUnacknowledged, "ack");
    }

    void whatMayBeDoneFollowsTheState()
    {
        QFETCH(int, condition);
        QFETCH(int, state);
        QFETCH(QString, may);
        Bench bench;
        bench.tell({active("b-bchusdt", static_cast<Condition>(condition), static_cast<State>(state), 0)});
        const AlarmView &row = bench.row(0);
        QStringList found;
        const auto add = [&found](bool can, const char *word) {
            can ? void(found << QString::fromLatin1(word)) : void();
        };
        add(row.canAcknowledge, "ack");
        add(row.canSnooze, "5");
        add(row.canSnoozeLong, "15");
        add(row.canHandle, "handle");
        QCOMPARE(found.join(u' '), may);
        bench.alarms->acknowledge(row.rowId);
        bench.alarms->snooze(row.rowId, 5);
        bench.alarms->snooze(row.rowId, 15);
        bench.alarms->handled(row.rowId);
        QCOMPARE(bench.commands.acknowledged.size(), row.canAcknowledge ? 1U : 0U);
        QCOMPARE(bench.commands.snoozed.size(), std::size_t {row.canSnooze} + std::size_t {row.canSnoozeLong});
        QCOMPARE(bench.commands.handled.size(), row.canHandle ? 1U : 0U);
    }

    void untilHoldAndFlapsAreSaid()
    {
        Bench bench;
        auto one = bench.call(State::ActiveAcknowledged);
        one.alarm.until = bench.world.clock.bootTime() + 15 * alarm::kMinute;
        one.alarm.hold = true;
        one.alarm.flaps.flapping = true;
        one.folded = true;
        bench.tell({one});
        QCOMPARE(bench.row(0).stateText, QStringLiteral("acknowledged until 00:15:00"));
        QCOMPARE(bench.row(0).remark,
                 QStringLiteral("not confirmed by a fresh price · unstable around the bar · told by a worse one"));
        QVERIFY(!bench.alarms->hasBar());
        one.alarm.until = bench.world.clock.bootTime() + 24 * alarm::kHour;
        bench.tell({one});
        QCOMPARE(bench.row(0).stateText, QStringLiteral("acknowledged until 5 Jun 2020 00:00:00")); // tomorrow
    }

    void whatIsComingIsTheSameSentenceEverywhere()
    {
        Bench bench;
        auto one = bench.call();
        one.outlook.clearsAt = bench.world.clock.bootTime() + 48'000;
        bench.tell({one});
        const QString left = QStringLiteral("; watched for another ");
        QVERIFY2(bench.row(0).title.contains(left), qPrintable(bench.row(0).title));
        QVERIFY(bench.row(0).levelText.isEmpty() && bench.row(0).remark.startsWith(QStringLiteral("Margin call")));
        QCOMPARE(bench.alarms->barText(), QStringLiteral("BCH/USDT isolated: ") + bench.row(0).title);
        one.outlook = {};
        one.alarm.state = State::ClearedUnacknowledged;
        bench.tell({one});
        QCOMPARE(bench.row(0).title, QStringLiteral("Margin call, came and went"));
        QVERIFY(bench.row(0).levelText.isEmpty() && bench.row(0).sinceText.startsWith(QStringLiteral("from ")));
    }

    // "at 1.06" is a level of now. Of an account that is unknown now it is the last one there was.
    void aLevelThatIsNotKnownNowIsCalledTheLast()
    {
        Bench bench;
        const auto missing = active("b-bchusdt", Condition::Incomplete, State::ActiveUnacknowledged,
                                    bench.world.clock.bootTime(), "1.0625");
        bench.world.setPrice("BCHUSDT", "");
        for (const auto &[alarm, word] : {std::pair(missing, "A price is missing"), {bench.call(), "Margin call"}}) {
            bench.tell({alarm});
            const QString said = QLatin1String(word) + QStringLiteral(": BCH/USDT isolated, last known level 1.06");
            QCOMPARE(bench.alarms->barText(), said);
            QCOMPARE(bench.row(0).headline, said);
        }
    }

    void severalAreCountedInTheBar()
    {
        Bench bench;
        bench.tell({bench.call(), active("", Condition::Clock, State::ActiveUnacknowledged, 0)});
        QCOMPARE(bench.alarms->barText(), QStringLiteral("Margin call: BCH/USDT isolated at 1.06, and 1 more"));
        QCOMPARE(bench.row(1).account, QString());
        QCOMPARE(bench.row(1).riskState, RiskState::Unknown);
    }

    void rowsKeepTheirPlaceWhenOneLeaves()
    {
        Bench bench;
        const QAbstractItemModelTester tester(bench.alarms->active(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto watch = active("b-ethusdt", Condition::Watch, State::ActiveUnacknowledged, 0);
        bench.tell({bench.call(), watch});
        const QPersistentModelIndex kept(bench.alarms->active()->index(1));
        bench.tell({watch});
        QCOMPARE(kept.row(), 0);
        bench.tell({});
        QVERIFY(!kept.isValid());
    }

    void acknowledgeAllOffersToUndo()
    {
        Bench bench;
        QSignalSpy told(bench.alarms.get(), &AlarmsViewModel::acknowledged);
        bench.alarms->acknowledgeAll();
        QCOMPARE(told.count(), 0); // there is nothing to acknowledge
        bench.tell({bench.call()});
        bench.alarms->acknowledgeAll();
        QCOMPARE(told.count(), 1);
        QCOMPARE(bench.commands.acknowledged, (std::vector {FakeAlarmCommands::Acknowledged {"*", {}}}));
        QSignalSpy undone(bench.alarms.get(), &AlarmsViewModel::undone);
        bench.alarms->undoAcknowledge();
        QCOMPARE(bench.commands.undone, 1);
        QCOMPARE(undone.count(), 1);
    }

    void aNoticeForTheScreenIsConfirmed()
    {
        Bench bench;
        monitor::Delivery delivery;
        delivery.notice = {alarm::NoticeId::Maker::Alarms, 7};
        delivery.channel = alarm::Channel::Desktop;
        bench.alarms->onNotice(delivery);
        delivery.channel = alarm::Channel::Screen;
        bench.alarms->onNotice(delivery);
        QVERIFY(bench.commands.reports.empty()); // not before the screen had its turn
        bench.world.clock.advance(12);
        QTRY_COMPARE(bench.commands.reports.size(), 1U);
        QVERIFY(bench.commands.reports[0].notice == alarm::NoticeId(alarm::NoticeId::Maker::Alarms, 7));
        QVERIFY(bench.commands.reports[0].delivered);
        QCOMPARE(bench.commands.reports[0].tookMs, 12);
    }

    void theScreenBeats()
    {
        const Bench bench;
        QCOMPARE(bench.commands.beats, 1); // at once, and then by a timer
    }

    void whyShowsTheNumbersOfThatMoment()
    {
        Bench bench;
        bench.record({stepOf("b-bchusdt", Condition::Call, State::Normal, State::ActiveUnacknowledged,
                             alarm::Cause::Raised, FakeClock::kStartWall)});
        bench.tell({bench.call()});
        bench.alarms->explain(bench.row(0).rowId);
        QTRY_VERIFY(bench.alarms->why()->isOpen());
        QCOMPARE(bench.alarms->why()->title(), QStringLiteral("Margin call: BCH/USDT isolated"));
        QStringList lines;
        for (int i = 0; i < bench.alarms->why()->labels().size(); ++i) {
            lines << bench.alarms->why()->labels()[i] + u'=' + bench.alarms->why()->values()[i];
        }
        QCOMPARE(lines,
                 QStringList({QStringLiteral("Change=from normal to active"), QStringLiteral("Level=1.0625"),
                              QStringLiteral("Assets=850.00 USDT"), QStringLiteral("Debt=800.00 USDT"),
                              QStringLiteral("State of the account=Margin call"),
                              QStringLiteral("Price of BCH=170.00 · BCHUSDT · 2 s old"),
                              QStringLiteral("Initial ratio=1.25"), QStringLiteral("Liquidation ratio=1.05"),
                              QStringLiteral("Call ratio=1.10")}));
        bench.alarms->why()->close();
        QVERIFY(!bench.alarms->why()->isOpen());
    }

    void whatWasNotRecordedIsSaid()
    {
        Bench bench;
        bench.tell({bench.call()});
        bench.alarms->explain(bench.row(0).rowId);
        QTRY_VERIFY(bench.alarms->why()->isOpen());
        QVERIFY(bench.alarms->why()->labels().isEmpty());
        QVERIFY(!bench.alarms->why()->emptyText().isEmpty());
    }

    void hostileInputsDoNoHarm_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no object") << QByteArray("[1,2]");
        QTest::newRow("broken") << QByteArray("{\"assets\":");
        QTest::newRow("other types") << QByteArray(
            R"({"assets":{"a":[1]},"debt":null,"prices":5,"thresholds":"x","status":7,"new":[true]})");
    }

    void hostileInputsDoNoHarm()
    {
        QFETCH(QByteArray, json);
        for (const auto &[label, value] : viewmodels::alarmInputs(json.toStdString(), DisplayFormat(QLocale::c()))) {
            QVERIFY(!label.isEmpty());
        }
    }

    void theHistoryIsFiltered()
    {
        Bench bench;
        const QAbstractItemModelTester tester(bench.alarms->history()->rows(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        const WallTime t = FakeClock::kStartWall;
        bench.record(
            {stepOf("b-bchusdt", Condition::Call, State::Normal, State::ActiveUnacknowledged, alarm::Cause::Raised, t),
             stepOf("b-bchusdt", Condition::Watch, State::Unknown, State::Normal, alarm::Cause::Judged, t + 1),
             stepOf("b-ethusdt", Condition::Watch, State::Pending, State::ActiveUnacknowledged, alarm::Cause::Raised,
                    t + 2)});
        auto *history = bench.alarms->history();
        history->setActive(true);
        QTRY_COMPARE(history->rows()->count(), 2); // becoming judgeable is nobody's news
        QCOMPARE(history->rows()->rows()[0].account, QStringLiteral("ETH/USDT isolated"));
        QCOMPARE(history->rows()->rows()[1].what, QStringLiteral("raised"));
        history->setAccountIndex(3);
        QTRY_COMPARE(history->rows()->count(), 1);
        QCOMPARE(history->rows()->rows()[0].title, QStringLiteral("Margin call"));
        history->setConditionIndex(1); // early warnings
        QTRY_COMPARE(history->rows()->count(), 0);
        QCOMPARE(history->emptyText(), QStringLiteral("Nothing matches."));
        history->setAccountIndex(0);
        history->setConditionIndex(0);
        history->setText(QStringLiteral("eth"));
        QTRY_COMPARE(history->rows()->count(), 1);
        QSignalSpy explained(history, &viewmodels::AlarmHistoryViewModel::explained);
        history->explain(0);
        history->explain(5);
        QCOMPARE(explained.count(), 1);
        QVERIFY(bench.alarms->why()->isOpen());
    }

    // An alarm that only the pace of the fall raised is not called "close" until its level was there.
    void theHistoryCallsAFastFallByItsName()
    {
        Bench bench;
        const WallTime t = FakeClock::kStartWall;
        const auto step = [](State from, State to, alarm::Cause cause, WallTime time, const char *level) {
            AlarmEventRow row = stepOf("b-bchusdt", Condition::Critical, from, to, cause, time);
            row.level = dec(level);
            return row;
        };
        bench.record(
            {step(State::Normal, State::ActiveUnacknowledged, alarm::Cause::Raised, t, "1.09"),
             step(State::ActiveUnacknowledged, State::ActiveAcknowledged, alarm::Cause::Acknowledged, t + 1, "1.08"),
             step(State::ActiveAcknowledged, State::ActiveUnacknowledged, alarm::Cause::Worsened, t + 2, "1.07"),
             step(State::ActiveAcknowledged, State::Normal, alarm::Cause::Cleared, t + 3, "1.2")});
        auto *history = bench.alarms->history();
        history->setActive(true);
        QTRY_COMPARE(history->rows()->count(), 4);
        QStringList titles;
        for (const auto &row : history->rows()->rows()) {
            titles << row.title;
        }
        const QString close = QStringLiteral("Close to liquidation");
        const QString fast = QStringLiteral("Falling fast");
        QCOMPARE(titles, QStringList({close, close, fast, fast}));
        history->explain(3);
        QCOMPARE(bench.alarms->why()->title(), QStringLiteral("Falling fast: BCH/USDT isolated"));
    }

    void theHistoryNamesWhatWasRemoved()
    {
        Bench bench;
        monitor::JournalRow removal;
        removal.row.account = "8f6c";
        removal.row.kind = margin::EntryKind::Removal;
        removal.holder = {true, true, "Old", margin::MarginMode::Isolated, "SOLUSDT", "SOL", "USDT"};
        bench.world.stores.rows = {removal};
        bench.record({stepOf("8f6c", Condition::Call, State::Normal, State::ActiveUnacknowledged, alarm::Cause::Raised,
                             FakeClock::kStartWall)});
        auto *history = bench.alarms->history();
        history->setActive(true);
        QTRY_COMPARE(history->rows()->count(), 1);
        const QString name = QStringLiteral("SOL/USDT isolated (removed)");
        QTRY_COMPARE(history->rows()->rows()[0].account, name);
        history->explain(0);
        QCOMPARE(bench.alarms->why()->title(), QStringLiteral("Margin call: ") + name);
    }

    void theHistoryFollowsNewSteps()
    {
        Bench bench;
        auto *history = bench.alarms->history();
        history->setActive(true);
        QTRY_VERIFY(!history->emptyText().isEmpty());
        bench.record({stepOf("b-bchusdt", Condition::Call, State::Normal, State::ActiveUnacknowledged,
                             alarm::Cause::Raised, FakeClock::kStartWall)});
        bench.tell({bench.call()});
        QTRY_COMPARE(history->rows()->count(), 1);
    }

    void exportIsPrivateAndAsksBeforeItReplaces()
    {
        Bench bench;
        bench.record({stepOf("b-bchusdt", Condition::Call, State::Normal, State::ActiveUnacknowledged,
                             alarm::Cause::Raised, FakeClock::kStartWall)});
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("alarms.csv"));
        auto *history = bench.alarms->history();
        history->openExport();
        history->setExportPath(path);
        QSignalSpy exported(history, &viewmodels::AlarmHistoryViewModel::exported);
        history->exportNow(false);
        QTRY_COMPARE(exported.count(), 1);
        QVERIFY(!history->exportOpen());
        QCOMPARE(QFile::permissions(path)
                     & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        history->openExport();
        history->exportNow(false);
        QTRY_VERIFY(history->asksOverwrite());
        QCOMPARE(exported.count(), 1);
        history->exportNow(true);
        QTRY_COMPARE(exported.count(), 2);
        history->openExport();
        history->setExportPath(folder.filePath(QStringLiteral("no/such/folder.csv")));
        history->exportNow(false);
        QTRY_VERIFY(!history->exportProblem().isEmpty());
        QVERIFY(history->exportOpen());
    }

    void csvIsSafeForSpreadsheets()
    {
        // RFC 4180: CRLF, quotes doubled; a cell that begins like a formula gets an apostrophe.
        AlarmEventRow row = stepOf("b-bchusdt", Condition::Custom, State::Normal, State::ActiveUnacknowledged,
                                   alarm::Cause::Raised, 0);
        row.key.detail = "=1+1";
        row.inputs = R"({"a":"b"})";
        const std::string csv = viewmodels::alarmCsv({row},
                                                     [](const std::string &) { return std::string("@name, \"x\"\n"); });
        QCOMPARE(
            QString::fromStdString(csv),
            QStringLiteral(
                "time,account,name,condition,detail,occurrence,from,to,cause,level,inputs\r\n"
                "1970-01-01T00:00:00.000Z,b-bchusdt,\"'@name, \"\"x\"\"\n\",custom,'=1+1,1,normal,active,raised,1.0625,"
                "\"{\"\"a\"\":\"\"b\"\"}\"\r\n"));
    }
};

PLIMSOLL_TEST(TestAlarmsViewModel)
#include "tst_alarmsviewmodel.moc"
