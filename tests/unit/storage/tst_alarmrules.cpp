// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmkit.h"
#include "testlib/testprogram.h"

using plimsoll::WallTime;
using namespace alarmkit;

/// Rules, requests of other processes, the mark of who watched, and which of these another process notices.
class TestAlarmRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreTakenOver();
    void rulesAreReplacedInTheirPlace();
    void refusesBadRulesAndRequests();
    void theWatchMarkIsTheNewest();
    void onlyWhatOthersWriteMovesTheVersion();
};

namespace {

const Key kCall {"b-ethusdt", Condition::Call, {}};
const alarm::Rule kRule {"rule-1",           "b-ethusdt", alarm::Rule::Kind::PriceBelow, amount("180.5"), "ETHUSDT",
                         alarm::Stage::Call, true};

} // namespace

void TestAlarmRules::requestsAreTakenOver()
{
    Home home;
    home.open();
    for (int i = 1; i <= 4; ++i) {
        WORKS(home.store->addAlarmRequest({99, WallTime::ofMs(i), AlarmRequest::Kind::Acknowledge, "a", {}, 0}));
    }
    VALUE_OF(before, home.store->alarmRequests());
    QCOMPARE(before.size(), std::size_t {4});
    QCOMPARE(before[2].sequence, std::int64_t {3});

    AlarmRecord record;
    record.moment = kMoment;
    record.handledRequests = 3;
    WORKS(home.store->recordAlarms(record));
    record.handledRequests = 1; // an older number brings nothing back
    WORKS(home.store->recordAlarms(record));

    VALUE_OF(after, home.open().alarmRequests());
    QCOMPARE(after, std::vector {before[3]});
    record.handledRequests = 4;
    WORKS(home.store->recordAlarms(record));
    WORKS(home.store->addAlarmRequest({0, 5, AlarmRequest::Kind::Acknowledge, "a", {}, 0}));
    VALUE_OF(fresh, home.store->alarmRequests());
    QCOMPARE(fresh.size(), std::size_t {1});
    QCOMPARE(fresh.front().sequence, std::int64_t {5}); // never given twice
}

void TestAlarmRules::rulesAreReplacedInTheirPlace()
{
    using Kind = alarm::Rule::Kind;
    std::vector<alarm::Rule> rules {
        {"z", "", Kind::Level, amount("1.5"), {}, alarm::Stage::Notice, true},
        {"a", "x", Kind::Distance, amount("0.1"), {}, alarm::Stage::Call, false},
        {"m", "", Kind::PriceAbove, amount("0.00000001"), "BCHUSDT", alarm::Stage::Critical, true},
        {"n", "", Kind::InterestHours, amount("24"), {}, alarm::Stage::Notice, true}};
    Home home;
    home.open();
    for (const alarm::Rule &rule : rules) {
        WORKS(home.store->saveAlarmRule(rule));
    }
    rules[1] = {"a", "", Kind::PriceBelow, amount("180"), "ETHUSDT", alarm::Stage::Critical, true};
    WORKS(home.store->saveAlarmRule(rules[1]));
    WORKS(home.store->removeAlarmRule("z"));
    rules.erase(rules.begin());

    VALUE_OF(stored, home.open().loadAlarms());

    QCOMPARE(stored.rules, rules);
    REFUSES(home.store->removeAlarmRule("z"), ErrorCode::NotFound);
}

void TestAlarmRules::refusesBadRulesAndRequests()
{
    Home home;
    home.open();
    alarm::Rule rule = kRule;
    rule.value = amount("0");
    REFUSES(home.store->saveAlarmRule(rule), ErrorCode::AmountNotPositive);
    rule = kRule;
    rule.symbol.clear();
    REFUSES(home.store->saveAlarmRule(rule), ErrorCode::Malformed);
    rule = kRule;
    rule.account = std::string("a\0b", 3);
    REFUSES(home.store->saveAlarmRule(rule), ErrorCode::Malformed);
    REFUSES(home.store->addAlarmRequest({0, 1, AlarmRequest::Kind::Snooze, "a", {}, -1}), ErrorCode::Malformed);
    REFUSES(home.store->addAlarmRequest({0, 1, AlarmRequest::Kind::Snooze, "\xC0", {}, 1}), ErrorCode::Malformed);

    VALUE_OF(stored, home.store->loadAlarms());
    QVERIFY(stored.rules.empty() && stored.requests.empty());
}

void TestAlarmRules::theWatchMarkIsTheNewest()
{
    Home home;
    home.open();
    WORKS(home.store->markWatch({1'000, true}));
    WORKS(home.store->markWatch({2'000, true}));
    VALUE_OF(killed, home.open().loadAlarms());
    QCOMPARE(killed.mark, (WatchMark {2'000, true}));

    WORKS(home.store->markWatch({1'500, false})); // the clock was set back
    VALUE_OF(ended, home.open().loadAlarms());
    QCOMPARE(ended.mark, (WatchMark {1'500, false}));
}

// The engine reloads everything when the version moves: its own recording must not do that, a request from elsewhere
// must.
void TestAlarmRules::onlyWhatOthersWriteMovesTheVersion()
{
    Home home;
    home.open();
    monitor::Revision last = home.store->dataVersion().value();
    const auto moved = [&] {
        const monitor::Revision now = home.store->dataVersion().value();
        const bool onlyAlarms = now.portfolio == last.portfolio && now.settings == last.settings;
        return onlyAlarms && std::exchange(last, now) != now;
    };

    WORKS(home.store->addAlarmRequest({0, 1, AlarmRequest::Kind::Handle, "*", {}, 0}));
    QVERIFY(moved());
    WORKS(home.store->saveAlarmRule(kRule));
    QVERIFY(moved());
    WORKS(home.store->saveAlarmRule(kRule));
    QVERIFY(moved());
    WORKS(home.store->removeAlarmRule(kRule.id));
    QVERIFY(moved());

    AlarmRecord record = raise(kCall, 1);
    record.handledRequests = 1;
    WORKS(home.store->recordAlarms(record));
    record.outbox.front().result = OutboxRow::Result::Delivered;
    WORKS(home.store->recordAlarms({kMoment, {{kCall, Alarm {}}}, {}, record.outbox, 0}));
    WORKS(home.store->markWatch({5, true}));
    QVERIFY(!moved());
}

PLIMSOLL_TEST(TestAlarmRules)
#include "tst_alarmrules.moc"
