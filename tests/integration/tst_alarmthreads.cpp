// SPDX-License-Identifier: GPL-3.0-or-later
// The engine on its own thread while the thread of the screen is blocked: an alarm must not need it.
#include "engine/monitor.h"
#include "ports/threadhost.h"
#include "storage/storagethread.h"
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"

#include <QtCore/QSemaphore>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <mutex>

using namespace plimsoll;
using namespace plimsoll::monitor;
using namespace std::chrono_literals;
using testlib::dec;
using testlib::FakeClock;

namespace {

constexpr int kPatienceMs = 5000;

// Delivers on the thread that asks, as the notifier does from its own: no event loop of the screen takes part.
class CountingNotifier final : public Notifier
{
public:
    void send(const Delivery &delivery) override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_conditions.push_back(static_cast<alarm::Condition>(delivery.worstCondition));
        }
        Q_EMIT reported({delivery.notice, delivery.channel, true, delivery.isTest, QStringLiteral("counted"), 0});
        arrived.release();
    }

    [[nodiscard]] bool told(alarm::Condition condition)
    {
        const std::lock_guard lock(m_mutex);
        return std::ranges::find(m_conditions, condition) != m_conditions.end();
    }

    QSemaphore arrived;

private:
    std::mutex m_mutex; // guards m_conditions
    std::vector<alarm::Condition> m_conditions;
};

// Says BCH 170 once, and 200 before.
class FallingSource final : public PriceSource
{
public:
    explicit FallingSource(const Clock &clock)
        : m_clock(clock)
    {
    }

    void start() override { tell("200"); }
    void stop() override {}
    void setWanted(const std::vector<std::string> &, const std::vector<std::string> &) override {}
    void pollNow() override {}
    [[nodiscard]] QString name() const override { return QStringLiteral("falling"); }

    void tell(const char *bch)
    {
        Q_EMIT batchReady(
            {{{"ETHUSDT", dec("230"), margin::PriceState::Known}, {"BCHUSDT", dec(bch), margin::PriceState::Known}},
             m_clock.bootTime(),
             m_clock.wallTime()});
    }

private:
    const Clock &m_clock;
};

} // namespace

class TestAlarmThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<FakeClock>(FakeClock::Mode::Running);
        m_stores = std::make_unique<storage::StorageThread>(m_folder->path(), *m_clock);
        m_notifier = std::make_unique<CountingNotifier>();
        m_engineThread = std::make_unique<ThreadHost>(QStringLiteral("engine"));
        auto imported = m_stores->importPortfolio(testlib::referencePortfolio());
        QVERIFY(imported.result().hasValue());
        auto source = std::make_unique<FallingSource>(*m_clock);
        m_source = source.get();
        Monitor::Options options;
        options.tick = 50ms;
        options.alarms.notifier = m_notifier.get();
        options.alarms.hasScreen = true;
        m_engine = new Monitor(*m_stores, *m_clock, std::move(source), options);
        QSemaphore ready;
        connect(
            m_engine, &Monitor::snapshotReady, m_engine,
            [&ready, this](const SnapshotPtr &snapshot) {
                m_ticks.release();
                if (snapshot->loaded && snapshot->feed.lastAnswer != 0 && !m_isReady) {
                    m_isReady = true;
                    ready.release();
                }
            },
            Qt::DirectConnection);
        m_engineThread->adopt(m_engine);
        m_engine->start();
        QVERIFY(ready.tryAcquire(1, kPatienceMs));
    }

    void cleanup()
    {
        QMetaObject::invokeMethod(m_engine, &Monitor::stop, Qt::BlockingQueuedConnection);
        m_engineThread.reset();
        m_stores.reset();
        m_isReady = false;
    }

    // This thread is the screen's. From here to the end of each test it waits on semaphores only: no event of it is
    // handled.
    void aCallIsDeliveredWhileTheScreenIsBlocked()
    {
        QMetaObject::invokeMethod(m_source, [this] { m_source->tell("170"); });
        QVERIFY2(m_notifier->arrived.tryAcquire(1, kPatienceMs), "nothing was delivered while the screen stood still");
        QVERIFY(m_notifier->told(alarm::Condition::Critical) || m_notifier->told(alarm::Condition::Call));
    }

    void aScreenBlockedForHalfAMinuteIsToldOnTheOtherChannels()
    {
        for (int second = 0; second < 30;
             second += 5) { // in one step it would look like a suspend, of which the screen is innocent
            m_clock->advance(5'000);
            m_ticks.acquire(m_ticks.available());
            QVERIFY(m_ticks.tryAcquire(2, kPatienceMs));
        }
        for (int i = 0; i < 20 && !m_notifier->told(alarm::Condition::ThreadDead); ++i) {
            QVERIFY2(m_notifier->arrived.tryAcquire(1, kPatienceMs), "nobody said that the screen does not move");
        }
        QVERIFY(m_notifier->told(alarm::Condition::ThreadDead));
    }

    void whatWasToldIsInTheDatabase()
    {
        QMetaObject::invokeMethod(m_source, [this] { m_source->tell("170"); });
        QVERIFY(m_notifier->arrived.tryAcquire(1, kPatienceMs));
        const auto isActive = [](const AlarmStateRow &row) {
            return row.alarm.state == alarm::State::ActiveUnacknowledged;
        };
        QTRY_VERIFY(std::ranges::any_of(
            reloaded(), isActive)); // the record is handed over with the delivery, perhaps a moment later
    }

private:
    std::vector<AlarmStateRow> reloaded()
    {
        auto stored = m_stores->loadAlarms();
        return stored.result().value().states;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<storage::StorageThread> m_stores;
    std::unique_ptr<CountingNotifier> m_notifier;
    std::unique_ptr<ThreadHost> m_engineThread;
    FallingSource *m_source = nullptr;
    Monitor *m_engine = nullptr; // lives and dies on the engine thread
    QSemaphore m_ticks; // one per snapshot
    bool m_isReady = false; // engine thread
};

PLIMSOLL_TEST(TestAlarmThreads)
#include "tst_alarmthreads.moc"
