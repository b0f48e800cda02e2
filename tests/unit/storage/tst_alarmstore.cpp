// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmkit.h"

#include "storage/sql/sqlstatement.h"
#include "storage/tables/alarmstore.h"
#include "testlib/testprogram.h"

using plimsoll::BootTime;

using namespace alarmkit;

/// Alarms: what is recorded is what a start finds, word for word; a number is never given twice; damage is named, not
/// passed over.
class TestAlarmStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFreshDatabaseHoldsNothing();
    void everythingRoundTrips_data();
    void everythingRoundTrips();
    void everyWordIsKnownToTheSchema();
    void aStateIsReplacedAndRemoved_data();
    void aStateIsReplacedAndRemoved();
    void aRecordOfAnotherBootMovesWhatItDoesNotBring();
    void aRecordIsAllOrNothing();
    void damageIsNamed_data();
    void damageIsNamed();
};

namespace {

const Key kCall {"b-ethusdt", Condition::Call, {}};
const Key kOwn {"", Condition::Custom, "rule-1"};
const alarm::Rule kRule {"rule-1",           "b-ethusdt", alarm::Rule::Kind::PriceBelow, amount("180.5"), "ETHUSDT",
                         alarm::Stage::Call, true};

} // namespace

void TestAlarmStore::aFreshDatabaseHoldsNothing()
{
    Home home;
    VALUE_OF(stored, home.open().loadAlarms());
    VALUE_OF(outbox, home.store->outbox({}));
    VALUE_OF(history, home.store->alarmHistory({}));

    QCOMPARE(stored.moment, alarm::SavedMoment {});
    QVERIFY(stored.states.empty() && stored.rules.empty() && stored.requests.empty() && stored.pending.empty());
    QCOMPARE(stored.mark, (WatchMark {0, false}));
    QVERIFY(outbox.empty() && history.empty());
}

void TestAlarmStore::everythingRoundTrips_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("plain") << u"b-ethusdt"_s;
    QTest::newRow("quotes") << u"'; DROP TABLE alarm_state; --\"`"_s;
    QTest::newRow("binding marks") << u"%1 %n ? ?1 :name @p $x"_s;
    QTest::newRow("the mark of occurrences") << u"a|call||7"_s;
    QTest::newRow("right to left") << u"\u202Eabc \u05D0\u05D1 \u200F"_s;
    QTest::newRow("beyond the first plane") << u"\U0001F4A5 \u0301"_s;
    QTest::newRow("lines") << u"a\r\nb\tc\u2028d"_s;
    QTest::newRow("blanks at the ends") << u"  x "_s;
    QTest::newRow("10 kB") << QString(10'000, u'\u00E9');
}

void TestAlarmStore::everythingRoundTrips()
{
    QFETCH(QString, text);
    const std::string hostile = text.toStdString();
    const Key key {hostile, Condition::Custom, hostile};
    AlarmRecord record = raise(key, 3);
    record.states.push_back({{hostile, Condition::Stale, {}}, restingAlarm(1)});
    record.moment.boot = hostile;
    record.outbox.front().detail = text.left(1000).toStdString();
    alarm::Rule rule = kRule;
    rule.id += hostile;
    rule.account = hostile;
    const AlarmRequest request {0, 7, AlarmRequest::Kind::Snooze, hostile, Condition::Call, 900'000};
    Home home;
    home.open();
    WORKS(home.store->recordAlarms(record));
    WORKS(home.store->saveAlarmRule(rule));
    WORKS(home.store->addAlarmRequest(request));
    WORKS(home.store->markWatch({77, true}));

    VALUE_OF(stored, home.open().loadAlarms());
    VALUE_OF(history, home.store->alarmHistory({hostile, {}, 0, INT64_MAX, 0}));
    VALUE_OF(outbox, home.store->outbox(monitor::occurrenceId(key, 3)));

    QCOMPARE(stored.moment, record.moment);
    QCOMPARE(stored.states, record.states);
    QCOMPARE(stored.rules, std::vector {rule});
    QCOMPARE(stored.requests,
             (std::vector {AlarmRequest {1, 7, AlarmRequest::Kind::Snooze, hostile, Condition::Call, 900'000}}));
    QCOMPARE(stored.pending, record.outbox);
    QCOMPARE(stored.mark, (WatchMark {77, true}));
    QCOMPARE(withoutSequence(history), record.events);
    QCOMPARE(outbox, record.outbox);
}

// Each word of the program must be in the CHECK list of its column, or an alarm could not be stored.
void TestAlarmStore::everyWordIsKnownToTheSchema()
{
    AlarmRecord record;
    record.moment = kMoment;
    for (int condition = 0; condition < alarm::kConditions; ++condition) {
        const Key key {"a", static_cast<Condition>(condition), {}};
        record.states.push_back({key, busyAlarm()});
        record.events.push_back(raised(key, 1, 10));
    }
    for (int state = 0; state <= static_cast<int>(State::ClearedUnacknowledged); ++state) {
        Alarm alarm = busyAlarm();
        alarm.state = static_cast<State>(state);
        record.states.push_back({{"states", Condition::Custom, std::to_string(state)}, alarm});
        record.events.push_back({0, 10, kCall, 1, alarm.state, alarm.state, alarm::Cause::Judged, {}, "{}"});
    }
    for (int cause = 0; cause <= static_cast<int>(alarm::Cause::Restored); ++cause) {
        record.events.push_back(
            {0, 10, kCall, 0, State::Normal, State::Pending, static_cast<alarm::Cause>(cause), amount("0"), "{}"});
    }
    using enum OutboxRow::Result;
    for (int channel = 0; channel < alarm::kChannels; ++channel) {
        for (const auto result : {Pending, Delivered, Failed, Folded}) {
            record.outbox.push_back(
                {"o", channel * 10 + static_cast<int>(result), static_cast<Channel>(channel), 1, result, "why"});
        }
    }
    Home home;
    home.open();
    WORKS(home.store->recordAlarms(record));
    using Kind = AlarmRequest::Kind;
    for (const Kind kind : {Kind::Acknowledge, Kind::Snooze, Kind::Handle}) {
        WORKS(home.store->addAlarmRequest({0, 1, kind, "*", {}, 0}));
    }

    VALUE_OF(stored, home.open().loadAlarms());
    VALUE_OF(history, home.store->alarmHistory({}));
    VALUE_OF(outbox, home.store->outbox("o"));

    QCOMPARE(stored.states.size(), record.states.size());
    QCOMPARE(withoutSequence(history), record.events);
    QCOMPARE(outbox, record.outbox);
    QCOMPARE(stored.requests.size(), std::size_t {3});
    QCOMPARE(stored.requests.back().kind, Kind::Handle);
    QVERIFY(!stored.requests.back().condition);
}

void TestAlarmStore::aStateIsReplacedAndRemoved_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("occurrence");
    QTest::addColumn<bool>("flaps");
    QTest::addColumn<bool>("isKept");
    for (const State state : {State::Disarmed, State::Unknown, State::Normal}) {
        const QByteArray word = QByteArray::fromStdString(std::string(alarm::stateWord(state)));
        QTest::addRow("%s, never raised", word.constData()) << static_cast<int>(state) << 0 << false << false;
        QTest::addRow("%s, raised before", word.constData()) << static_cast<int>(state) << 2 << false << true;
        QTest::addRow("%s, flapping", word.constData()) << static_cast<int>(state) << 0 << true << true;
    }
    QTest::newRow("pending, never raised") << static_cast<int>(State::Pending) << 0 << false << true;
    QTest::newRow("cleared") << static_cast<int>(State::ClearedUnacknowledged) << 2 << false << true;
}

void TestAlarmStore::aStateIsReplacedAndRemoved()
{
    QFETCH(int, state);
    QFETCH(int, occurrence);
    QFETCH(bool, flaps);
    QFETCH(bool, isKept);
    Alarm alarm;
    alarm.state = static_cast<State>(state);
    alarm.occurrence = static_cast<std::uint32_t>(occurrence);
    alarm.flaps.changedBits = flaps ? 1 : 0;
    Home home;
    home.open();
    WORKS(home.store->recordAlarms({kMoment, {{kCall, busyAlarm(1)}, {kOwn, busyAlarm(9)}}, {}, {}, 0}));

    WORKS(home.store->recordAlarms({kMoment, {{kCall, alarm}}, {}, {}, 0}));

    VALUE_OF(stored, home.open().loadAlarms());
    QCOMPARE(stored.states.front(), (AlarmStateRow {kOwn, busyAlarm(9)}));
    QCOMPARE(stored.states.size(), std::size_t {isKept ? 2U : 1U});
    if (isKept) {
        QCOMPARE(stored.states.back(), (AlarmStateRow {kCall, alarm}));
    }
}

// A boot later, 100 s of wall time and 3 s of the new boot on: what was 10 s ago then is 110 s ago now.
void TestAlarmStore::aRecordOfAnotherBootMovesWhatItDoesNotBring()
{
    Home home;
    home.open();
    WORKS(home.store->recordAlarms({kMoment, {{kCall, busyAlarm(1)}, {kOwn, busyAlarm(2)}}, {}, {}, 0}));
    const alarm::SavedMoment next {"boot-2", 3'000, kMoment.wallTime + 100'000};
    const Alarm brought = busyAlarm(3);

    WORKS(home.store->recordAlarms({next, {{kOwn, brought}}, {}, {}, 0}));
    WORKS(home.store->recordAlarms(
        {{"boot-2", 9'000, next.wallTime + 6'000}, {}, {}, {}, 0})); // the same boot: nothing moves

    VALUE_OF(stored, home.open().loadAlarms());
    QCOMPARE(stored.moment.bootTime, BootTime {9'000});
    const std::int64_t shift = 3'000 - 50'000 - 100'000;
    QCOMPARE(stored.states,
             (std::vector {AlarmStateRow {kOwn, brought}, AlarmStateRow {kCall, alarm::shifted(busyAlarm(1), shift)}}));
    QCOMPARE(stored.states.back().alarm.since, BootTime {41'000} + shift);
}

void TestAlarmStore::aRecordIsAllOrNothing()
{
    Home home;
    home.open();
    WORKS(home.store->recordAlarms(raise(kCall, 1)));
    WORKS(home.store->addAlarmRequest({0, 1, AlarmRequest::Kind::Handle, "*", {}, 0}));
    AlarmRecord bad = raise(kOwn, 2);
    bad.moment = {"boot-2", 1, 2};
    bad.handledRequests = 1;
    bad.events.push_back(raised(kOwn, 2, 11));
    bad.events.back().inputs = "not JSON";
    AlarmRecord unreadable = raise({"caf\xE9", Condition::Call, {}}, 2); // Latin-1
    AlarmRecord nameless = raise(kOwn, 2);
    nameless.outbox.front().occurrence.clear();

    REFUSES(home.store->recordAlarms(bad), ErrorCode::Malformed);
    REFUSES(home.store->recordAlarms(unreadable), ErrorCode::Malformed);
    REFUSES(home.store->recordAlarms(nameless), ErrorCode::Malformed);

    VALUE_OF(stored, home.open().loadAlarms());
    VALUE_OF(history, home.store->alarmHistory({}));
    QCOMPARE(stored.moment, kMoment);
    QCOMPARE(stored.states, (std::vector {AlarmStateRow {kCall, busyAlarm(1)}}));
    QCOMPARE(stored.requests.size(), std::size_t {1});
    QCOMPARE(stored.pending.size(), std::size_t {1});
    QCOMPARE(history.size(), std::size_t {1});
}

void TestAlarmStore::damageIsNamed_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("data") << u"UPDATE alarm_state SET data = 'state=perhaps'"_s
                          << QByteArray("alarm_state b-ethusdt|call|");
    QTest::newRow("another number") << u"UPDATE alarm_state SET occurrence = 1"_s
                                    << QByteArray("alarm_state b-ethusdt|call|");
    QTest::newRow("another state") << u"UPDATE alarm_state SET state = 'normal'"_s
                                   << QByteArray("alarm_state b-ethusdt|call|");
    QTest::newRow("condition") << u"UPDATE alarm_state SET condition = 'x'"_s << QByteArray("alarm_state b-ethusdt|x|");
    QTest::newRow("rule kind") << u"UPDATE alarm_rule SET kind = 'luck'"_s << QByteArray("alarm_rule rule-1");
    QTest::newRow("rule value") << u"UPDATE alarm_rule SET value = '1..2'"_s << QByteArray("alarm_rule rule-1");
    QTest::newRow("rule that makes no sense")
        << u"UPDATE alarm_rule SET value = '0'"_s << QByteArray("alarm_rule rule-1");
    QTest::newRow("request") << u"UPDATE alarm_request SET kind = 'beg'"_s << QByteArray("alarm_request 1");
    QTest::newRow("channel") << u"UPDATE alarm_outbox SET channel = 'pigeon'"_s << QByteArray("alarm_outbox 1");
}

void TestAlarmStore::damageIsNamed()
{
    QFETCH(QString, statement);
    QFETCH(QByteArray, place);
    Home home;
    home.open();
    WORKS(home.store->recordAlarms(raise(kCall, 3)));
    WORKS(home.store->saveAlarmRule(kRule));
    WORKS(home.store->addAlarmRequest({0, 1, AlarmRequest::Kind::Handle, "*", {}, 0}));
    home.close();
    VALUE_OF(database, storage::Database::open(home.file()));
    storage::execute(database->connection(), u"PRAGMA ignore_check_constraints=1");
    storage::execute(database->connection(), statement);

    const auto loaded = storage::AlarmStore(*database).load();

    REFUSES(loaded, ErrorCode::DatabaseIsBroken);
    QCOMPARE(QByteArray::fromStdString(loaded.error().place), place);
    database.reset();
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.join(u'\n').contains(QString::fromUtf8(place)), qPrintable(findings.join(u'\n')));
}

PLIMSOLL_TEST(TestAlarmStore)
#include "tst_alarmstore.moc"
