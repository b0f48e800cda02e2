// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmkit.h"

#include "storage/sql/sqlstatement.h"
#include "storage/tables/alarmstore.h"
#include "testlib/testprogram.h"

using plimsoll::WallTime;
using namespace alarmkit;

/// What alarms did and whom they told: each delivery stands once, nothing is changed, old rows go.
class TestAlarmHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliveriesStandOnce();
    void theOutboxAnswersByOccurrence();
    void whatAChannelSaidIsMadeStorable();
    void historyIsFiltered_data();
    void historyIsFiltered();
    void eventsRefuseChanges_data();
    void eventsRefuseChanges();
    void oldRowsGo();
};

namespace {

const Key kCall {"b-ethusdt", Condition::Call, {}};
constexpr std::int64_t kDay = 24 * 3'600'000;

} // namespace

void TestAlarmHistory::deliveriesStandOnce()
{
    Home home;
    home.open();
    AlarmRecord record = raise(kCall, 1);
    record.outbox.push_back(pending(kCall, 1, 0, Channel::Sound));
    record.outbox.push_back(pending(kCall, 1, 1, Channel::Desktop));
    record.outbox.push_back(pending(kCall, 2, 0, Channel::Desktop));
    WORKS(home.store->recordAlarms(record));
    OutboxRow reported = record.outbox[0];
    reported.time = 99; // the decision keeps its own
    reported.result = OutboxRow::Result::Failed;
    reported.detail = "no answer within 2 s";

    WORKS(home.store->recordAlarms({kMoment, {}, {}, {reported}, 0}));

    VALUE_OF(stored, home.open().loadAlarms());
    VALUE_OF(all, home.store->outbox({}));
    reported.time = 10;
    QCOMPARE(all, (std::vector {reported, record.outbox[1], record.outbox[2], record.outbox[3]}));
    QCOMPARE(stored.pending, (std::vector {record.outbox[1], record.outbox[2], record.outbox[3]}));
}

void TestAlarmHistory::theOutboxAnswersByOccurrence()
{
    Home home;
    home.open();
    AlarmRecord record;
    record.moment = kMoment;
    for (int i = 0; i < 1005; ++i) {
        record.outbox.push_back(pending(kCall, i == 3 ? 2 : 1, i, Channel::Screen));
    }
    WORKS(home.store->recordAlarms(record));

    VALUE_OF(one, home.store->outbox(monitor::occurrenceId(kCall, 2)));
    VALUE_OF(newest, home.store->outbox({}));
    VALUE_OF(none, home.store->outbox("nobody"));

    QCOMPARE(one, std::vector {record.outbox[3]});
    QCOMPARE(newest, std::vector(record.outbox.begin() + 5, record.outbox.end()));
    QVERIFY(none.empty());
}

void TestAlarmHistory::whatAChannelSaidIsMadeStorable()
{
    Home home;
    home.open();
    AlarmRecord record = raise(kCall, 1);
    record.outbox.front().detail = std::string("a\0b\xFF", 4) + QString(2'000, u'\u00E9').toStdString();

    WORKS(home.store->recordAlarms(record));

    VALUE_OF(rows, home.store->outbox({}));
    QCOMPARE(QString::fromStdString(rows.front().detail), u"a\uFFFDb\uFFFD"_s + QString(996, u'\u00E9'));
}

void TestAlarmHistory::historyIsFiltered_data()
{
    QTest::addColumn<QString>("account");
    QTest::addColumn<int>("condition");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QList<int>>("wanted"); // times of what is found
    const qint64 end = INT64_MAX;
    QTest::newRow("all") << u""_s << -1 << qint64 {0} << end << 0 << QList {10, 20, 30, 40, 50};
    QTest::newRow("newest 2") << u""_s << -1 << qint64 {0} << end << 2 << QList {40, 50};
    QTest::newRow("an account") << u"a"_s << -1 << qint64 {0} << end << 0 << QList {10, 30, 50};
    QTest::newRow("newest of an account") << u"a"_s << -1 << qint64 {0} << end << 1 << QList {50};
    QTest::newRow("a condition") << u""_s << static_cast<int>(Condition::Call) << qint64 {0} << end << 0
                                 << QList {10, 20, 30};
    QTest::newRow("both ends count") << u""_s << -1 << qint64 {20} << qint64 {40} << 0 << QList {20, 30, 40};
    QTest::newRow("newest of a span") << u""_s << -1 << qint64 {20} << qint64 {40} << 1 << QList {40};
    QTest::newRow("all at once") << u"a"_s << static_cast<int>(Condition::Call) << qint64 {11} << qint64 {50} << 5
                                 << QList {30};
    QTest::newRow("nobody") << u"A"_s << -1 << qint64 {0} << end << 0 << QList<int>();
}

void TestAlarmHistory::historyIsFiltered()
{
    QFETCH(QString, account);
    QFETCH(int, condition);
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    QFETCH(int, limit);
    QFETCH(QList<int>, wanted);
    const Key call {"a", Condition::Call, {}};
    const Key other {"b", Condition::Call, {}};
    const Key stale {"b", Condition::Stale, {}};
    const Key own {"a", Condition::Custom, "r"};
    Home home;
    home.open();
    WORKS(home.store->recordAlarms(
        {kMoment, {}, {raised(call, 1, 10), raised(other, 1, 20), raised(call, 2, 30)}, {}, 0}));
    WORKS(home.store->recordAlarms({kMoment, {}, {raised(stale, 1, 40), raised(own, 1, 50)}, {}, 0}));

    const auto kind = condition < 0 ? std::nullopt : std::optional(static_cast<Condition>(condition));
    VALUE_OF(events,
             home.store->alarmHistory({account.toStdString(), kind, WallTime::ofMs(from), WallTime::ofMs(to), limit}));

    QList<int> times;
    std::int64_t before = 0;
    for (const AlarmEventRow &event : events) {
        times.append(static_cast<int>(event.time.ms()));
        QVERIFY(event.sequence > before);
        before = event.sequence;
    }
    QCOMPARE(times, wanted);
}

void TestAlarmHistory::eventsRefuseChanges_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("changed") << u"UPDATE alarm_event SET level = '9'"_s;
    QTest::newRow("deleted") << u"DELETE FROM alarm_event"_s;
    QTest::newRow("the newest deleted") << u"DELETE FROM alarm_event WHERE sequence = 2"_s;
    QTest::newRow("400 days old to the ms") << u"DELETE FROM alarm_event WHERE sequence = 1"_s;
    QTest::newRow("replaced")
        << u"REPLACE INTO alarm_event SELECT sequence, time, account, condition, detail, occurrence, from_state, "
           "to_state, 'handled', level, inputs FROM alarm_event"_s;
    QTest::newRow("unknown cause")
        << u"INSERT INTO alarm_event (time, account, condition, detail, occurrence, from_state, to_state, "
           "cause, inputs) VALUES (1, 'a', 'call', '', 1, 'normal', 'active', 'mood', '{}')"_s;
    QTest::newRow("a delivery twice")
        << u"INSERT INTO alarm_outbox (occurrence, number, channel, time, result, detail) "
           "SELECT occurrence, number, channel, time, result, detail FROM alarm_outbox"_s;
}

void TestAlarmHistory::eventsRefuseChanges()
{
    QFETCH(QString, statement);
    Home home;
    home.open();
    WORKS(home.store->recordAlarms(raise(kCall, 1, 1'000)));
    WORKS(home.store->recordAlarms(raise(kCall, 2, 1'000 + 400 * kDay)));
    home.close();
    VALUE_OF(database, storage::Database::open(home.file()));

    REFUSES(storage::attempt([&] { storage::execute(database->connection(), statement); }), ErrorCode::Malformed);

    VALUE_OF(events, storage::AlarmStore(*database).history({}));
    QCOMPARE(events.size(), std::size_t {2});
    QCOMPARE(events.front().level, std::optional(amount("1.06")));
}

void TestAlarmHistory::oldRowsGo()
{
    Home home;
    home.clock.wall = 1'000 * kDay;
    home.open();
    const auto at = [&](WallTime time) {
        home.clock.boot += time - home.clock.wall;
        home.clock.wall = time;
        AlarmRecord record = raise(kCall, static_cast<std::uint32_t>(time.ms() / kDay), time);
        record.moment = {home.clock.id, home.clock.boot, home.clock.wall};
        WORKS(home.store->recordAlarms(record));
    };
    home.clock.wall = 599 * kDay;
    at(599 * kDay);
    at(601 * kDay);
    at(1'000 * kDay);
    WORKS(home.store->addAlarmRequest({0, 1, AlarmRequest::Kind::Handle, "*", {}, 0}));
    WORKS(home.store->addAlarmRequest({0, 2, AlarmRequest::Kind::Handle, "*", {}, 0}));
    AlarmRecord taken;
    taken.moment = {home.clock.id, home.clock.boot, home.clock.wall};
    taken.handledRequests = 1;
    WORKS(home.store->recordAlarms(taken));
    const auto left = [&] {
        std::vector<std::int64_t> times;
        const auto events = home.store->alarmHistory({});
        for (const AlarmEventRow &event : events.value()) {
            times.push_back(event.time.ms() / kDay);
        }
        return times;
    };

    QCOMPARE(left().size(), std::size_t {3});
    WORKS(home.store->markWatch({1, true}));
    QCOMPARE(left(), (std::vector<std::int64_t> {601, 1'000}));
    VALUE_OF(outbox, home.store->outbox({}));
    QCOMPARE(outbox.size(), std::size_t {2});
    VALUE_OF(requests, home.store->alarmRequests()); // what nobody took over stays
    QCOMPARE(requests.size(), std::size_t {1});

    for (const std::int64_t day : {90'000, 3}) { // a clock far ahead, and then far behind
        home.clock.wall = WallTime::ofMs(day * kDay);
        home.clock.boot += 3'600'000;
        AlarmRecord record = raise(kCall, 7, home.clock.wall);
        record.moment = {home.clock.id, home.clock.boot, home.clock.wall};
        WORKS(home.store->recordAlarms(record));
        WORKS(home.store->appendHistory({}));
        QCOMPARE(left().size(), day == 3 ? std::size_t {4} : std::size_t {3});
    }
    QCOMPARE(left(), (std::vector<std::int64_t> {601, 1'000, 90'000, 3}));
    WORKS(home.store->recordAlarms(taken));
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

PLIMSOLL_TEST(TestAlarmHistory)
#include "tst_alarmhistory.moc"
