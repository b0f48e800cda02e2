// SPDX-License-Identifier: GPL-3.0-or-later
// One monitor per data directory: of two engines on the same accounts one decides, records and tells, the other shows
// the same and steps in when the first ends or hands over.
#include "testlib/enginebench.h"
#include "testlib/testprogram.h"

#include <QtCore/QTimer>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::monitor;
using alarm::Channel;
using alarm::Condition;
using alarm::State;
using testlib::EngineBench;
using testlib::FakeMonitorLock;
using Part = MonitorRole::Part;

namespace {

alarm::Key callOf(const std::string &account)
{
    return {account, Condition::Call, {}};
}

std::string bch()
{
    const auto portfolio = testlib::referencePortfolio();
    return std::ranges::find(portfolio.accounts, "BCHUSDT", &margin::Account::symbol)->id;
}

/// What one process stored is what the other reads.
void share(const EngineBench &from, EngineBench &to)
{
    to.stores.moment = from.stores.moment;
    to.stores.alarmStates = from.stores.alarmStates;
    to.stores.watchMarks = from.stores.watchMarks;
}

const alarm::ActiveAlarm *active(const EngineBench &bench, const alarm::Key &key)
{
    const auto &all = bench.snapshot->alarms->active;
    const auto found = std::ranges::find(all, key, &alarm::ActiveAlarm::key);
    return found == all.end() ? nullptr : &*found;
}

} // namespace

class TestMonitorRole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_space = {};
        m_firstLock = std::make_unique<FakeMonitorLock>(m_space, 1);
        m_secondLock = std::make_unique<FakeMonitorLock>(m_space, 2);
        m_first = std::make_unique<EngineBench>(false, testlib::referencePortfolio(), true, m_firstLock.get());
        QTRY_VERIFY(m_first->isReady());
        m_second = std::make_unique<EngineBench>(false, testlib::referencePortfolio(), true, m_secondLock.get());
        QTRY_VERIFY(m_second->isReady());
    }

    void cleanup()
    {
        m_second.reset();
        m_first.reset();
        m_secondLock.reset();
        m_firstLock.reset();
    }

    void theSecondShowsAndTellsNothing()
    {
        QCOMPARE(m_first->snapshot->role.part, Part::Monitor);
        QCOMPARE(m_second->snapshot->role.part, Part::StandBy);
        QCOMPARE(m_second->snapshot->role.holder.process, 1);
        call();
        QCOMPARE(m_second->status(bch().c_str()), margin::Status::MarginCall); // it computes by itself
        QCOMPARE(m_first->notifier.count(Channel::Sound), 1);
        QVERIFY(m_second->notifier.deliveries.empty());
        QVERIFY(m_second->shown.empty());
        QVERIFY(m_second->stores.alarmRecords.empty());
        QVERIFY(m_second->stores.statuses.empty());
        QVERIFY(m_second->stores.watchMarks.empty());
    }

    void theSecondShowsWhatTheMonitorRecorded()
    {
        call();
        share(*m_first, *m_second);
        QTRY_VERIFY(active(*m_second, callOf(bch())) != nullptr);
        QCOMPARE(active(*m_second, callOf(bch()))->alarm.state, State::ActiveUnacknowledged);
        QCOMPARE(active(*m_second, callOf(bch()))->level, std::optional(testlib::dec("1.0625")));
    }

    void whatAPersonDoesAtTheSecondIsAskedOfTheMonitor()
    {
        call();
        share(*m_first, *m_second);
        m_second->engine->alarms().acknowledgeAlarms(bch(), {});
        m_second->engine->alarms().snoozeAlarms(bch(), std::chrono::minutes(5));
        m_second->engine->alarms().alarmHandled(bch());
        QTRY_COMPARE(m_second->stores.openRequests.size(), 3U);
        m_first->stores.openRequests = {m_second->stores.openRequests.front()};
        ++m_first->stores.version.alarms;
        QTRY_VERIFY(m_first->stores.alarmOf(callOf(bch()))->state == State::ActiveAcknowledged);
        share(*m_first, *m_second);
        QTRY_COMPARE(active(*m_second, callOf(bch()))->alarm.state, State::ActiveAcknowledged);
    }

    void whenTheMonitorDiesTheSecondTellsWhatStandsOnce()
    {
        call();
        share(*m_first, *m_second);
        die();
        QTRY_COMPARE(m_second->snapshot->role.part, Part::Monitor);
        QTRY_COMPARE(m_second->notifier.count(Channel::Sound), 1);
        QVERIFY(m_second->ticks(5));
        QCOMPARE(m_second->notifier.count(Channel::Sound), 1);
        QVERIFY(!m_second->stores.watchMarks.empty());
    }

    // The portfolio may be read before what alarms stood is in place.
    void aStartForgetsNothingThatWasStored()
    {
        call();
        m_first->engine->alarms().acknowledgeAlarms("*", {});
        QTRY_VERIFY(m_first->stores.alarmOf(callOf(bch()))->state == State::ActiveAcknowledged);
        EngineBench next(false, testlib::referencePortfolio(), false);
        share(*m_first, next);
        std::vector<AlarmStateRow> before = next.stores.alarmStates;
        std::erase_if(before, [](const AlarmStateRow &row) { return !alarm::isActive(row.alarm.state); });
        QVERIFY(!before.empty());
        next.engine->start();
        QTRY_VERIFY(next.isReady());
        QVERIFY(next.ticks(3)); // accounts without prices
        for (const AlarmStateRow &row : before) {
            QVERIFY(next.stores.alarmOf(row.key) != nullptr);
            QCOMPARE(next.stores.alarmOf(row.key)->state, row.alarm.state);
        }
        next.prices("230", "170");
        QVERIFY(next.stores.alarmOf(callOf(bch())) != nullptr);
        QCOMPARE(next.stores.alarmOf(callOf(bch()))->state, State::ActiveAcknowledged);
        QCOMPARE(next.notifier.count(Channel::Sound), 0);
    }

    void whatWasAcknowledgedIsNotToldByTheNext()
    {
        call();
        m_first->engine->alarms().acknowledgeAlarms("*", {});
        QTRY_VERIFY(m_first->stores.alarmOf(callOf(bch()))->state == State::ActiveAcknowledged);
        share(*m_first, *m_second);
        die();
        QTRY_COMPARE(m_second->snapshot->role.part, Part::Monitor);
        QVERIFY(m_second->ticks(5));
        QCOMPARE(m_second->notifier.count(Channel::Sound), 0);
        QCOMPARE(active(*m_second, callOf(bch()))->alarm.state, State::ActiveAcknowledged);
    }

    void whatFellWhileNobodyWatchedIsToldByTheNext()
    {
        m_first->prices("200", "200");
        m_second->prices("200", "200");
        share(*m_first, *m_second);
        die();
        m_second->prices("230", "170");
        QTRY_COMPARE(m_second->notifier.count(Channel::Sound), 1);
    }

    void aMonitorThatIsAskedHandsOverAndTellsNothingMore()
    {
        call();
        share(*m_first, *m_second);
        m_second->engine->takeOver();
        QTRY_COMPARE(m_second->snapshot->role.part, Part::Monitor);
        QTRY_COMPARE(m_first->snapshot->role.part, Part::StandBy);
        QTRY_COMPARE(m_second->notifier.count(Channel::Sound), 1);
        QVERIFY(m_first->notifier.deliveries.back().allOver); // its notification is put away
        m_first->notifier.deliveries.clear();
        m_first->prices("230", "160");
        QVERIFY(m_first->ticks(5));
        QVERIFY(m_first->notifier.deliveries.empty());
        QCOMPARE(m_space.next, nullptr);
    }

    void aMonitorThatDoesNotHandOverInTimeIsSaid()
    {
        hang(*m_first);
        m_second->engine->takeOver();
        QTRY_COMPARE(m_second->snapshot->role.part, Part::Asking);
        m_second->clock.advance(RoleKeeper::kHandOverMs - 1);
        QVERIFY(m_second->ticks(3));
        QCOMPARE(m_second->snapshot->role.part, Part::Asking);
        m_second->clock.advance(1);
        QTRY_VERIFY(m_second->snapshot->role.refused);
        QCOMPARE(m_second->snapshot->role.part, Part::StandBy);
        QCOMPARE(m_space.next, nullptr);
    }

    void aMonitorThatHangsIsReplacedAndFindsThatOut()
    {
        call();
        share(*m_first, *m_second);
        hang(*m_first);
        QVERIFY(m_second->ticks(2)); // its last beat is seen
        for (std::int64_t passed = 0; passed < RoleKeeper::kHungMs - 1000; passed += 1000) {
            m_second->clock.advance(1000);
            QVERIFY(m_second->ticks(2));
            QCOMPARE(m_second->snapshot->role.part, Part::StandBy);
        }
        m_second->clock.advance(1000);
        QTRY_COMPARE(m_second->snapshot->role.part, Part::Monitor);
        QTRY_COMPARE(m_second->notifier.count(Channel::Sound), 1);
        m_first->notifier.deliveries.clear();
        m_first->prices("230", "160"); // it comes to itself
        QCOMPARE(m_first->snapshot->role.part, Part::StandBy);
        QVERIFY(std::ranges::none_of(m_first->notifier.deliveries,
                                     [](const Delivery &delivery) { return !delivery.quiet; }));
    }

    // A computer that slept, or a process that was stopped, must not take the place of one that was stopped with it.
    void aPauseOfItsOwnSaysNothingAboutTheMonitor()
    {
        QVERIFY(m_second->ticks(2));
        hang(*m_first);
        for (int i = 0; i < 20; ++i) {
            m_second->clock.advance(RoleKeeper::kPauseMs + 1);
            QVERIFY(m_second->ticks(2));
        }
        QCOMPARE(m_second->snapshot->role.part, Part::StandBy);
    }

    void aMonitorThatBeatsStaysWhatItIs()
    {
        for (int i = 0; i < 30; ++i) {
            m_second->clock.advance(1000);
            QVERIFY(m_first->ticks(2));
            QVERIFY(m_second->ticks(2));
        }
        QCOMPARE(m_second->snapshot->role.part, Part::StandBy);
        QCOMPARE(m_first->snapshot->role.part, Part::Monitor);
    }

    void aLiquidationIsBookedByTheMonitorOnly()
    {
        cleanup();
        m_space = {};
        FakeMonitorLock other(m_space, 7);
        QVERIFY(other.take(true));
        FakeMonitorLock lock(m_space, 8);
        EngineBench bench(true, testlib::referencePortfolio(), true, &lock);
        QTRY_VERIFY(bench.isReady());
        bench.prices("220", "120");
        QVERIFY(bench.ticks(3));
        QVERIFY(bench.stores.requests.empty());
        other.release();
        QTRY_COMPARE(bench.stores.requests.size(), 1U);
    }

    void whoRingsTakesThePlaceOfOneThatDoesNot()
    {
        FakeMonitorLock::LockSpace space;
        FakeMonitorLock silent(space, 7);
        QVERIFY(silent.take(false));
        FakeMonitorLock lock(space, 8);
        EngineBench bench(false, testlib::referencePortfolio(), true, &lock);
        QTRY_COMPARE(space.next, &lock); // it asked by itself
        bench.clock.advance(RoleKeeper::kHandOverMs);
        QTRY_VERIFY(bench.snapshot && bench.snapshot->role.refused);
        QVERIFY(bench.ticks(5));
        QCOMPARE(space.next, nullptr); // once
        silent.release();
        QTRY_COMPARE(bench.snapshot->role.part, Part::Monitor);
        QVERIFY(bench.snapshot->role.holder.rings);
    }

    void theDeathOfOneThatAskedLeavesTheMonitorWhereItWas()
    {
        m_second->engine->stop();
        QVERIFY(m_secondLock->ask());
        QTRY_COMPARE(m_first->snapshot->role.part, Part::StandBy);
        m_secondLock->stopAsking();
        QTRY_COMPARE(m_first->snapshot->role.part, Part::Monitor);
    }

private:
    void call()
    {
        m_first->prices("230", "170"); // BCH at 1.0625
        m_second->prices("230", "170");
    }

    /// Its ticks stop; it lives.
    static void hang(EngineBench &bench)
    {
        for (QTimer *timer : bench.engine->findChildren<QTimer *>()) {
            timer->stop();
        }
    }

    void die()
    {
        m_first->engine->stop();
        m_firstLock->release();
    }

    FakeMonitorLock::LockSpace m_space;
    std::unique_ptr<FakeMonitorLock> m_firstLock;
    std::unique_ptr<FakeMonitorLock> m_secondLock;
    std::unique_ptr<EngineBench> m_first;
    std::unique_ptr<EngineBench> m_second;
};

PLIMSOLL_TEST(TestMonitorRole)

#include "tst_monitorrole.moc"
