// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/snapshotrelay.h"
#include "testlib/testprogram.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <thread>

using namespace plimsoll::monitor;

namespace {

SnapshotPtr numbered(std::uint64_t sequence)
{
    auto snapshot = std::make_shared<RiskSnapshot>();
    snapshot->sequence = sequence;
    return snapshot;
}

} // namespace

class TestSnapshotRelay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAPaceEachTurnOfTheLoopDelivers()
    {
        SnapshotRelay relay(nullptr, std::chrono::milliseconds::zero());
        QSignalSpy spy(&relay, &SnapshotRelay::snapshotReady);
        for (std::uint64_t i = 1; i <= 100; ++i) {
            relay.offer(numbered(i));
            QCoreApplication::processEvents();
            QCOMPARE(relay.current()->sequence, i);
        }
        QCOMPARE(spy.size(), 100);
    }

    void deliversTheFirstAtOnceAndTheLastAlways()
    {
        SnapshotRelay relay;
        QSignalSpy spy(&relay, &SnapshotRelay::snapshotReady);
        relay.offer(numbered(1));
        QTRY_COMPARE(spy.size(), 1);
        for (std::uint64_t i = 2; i <= 1000; ++i) {
            relay.offer(numbered(i));
        }
        QTRY_COMPARE(relay.current()->sequence, 1000U);
        QCOMPARE(spy.size(), 2); // latest wins, the ones between are skipped
    }

    void takesOffersFromAnotherThread()
    {
        SnapshotRelay relay;
        QSignalSpy spy(&relay, &SnapshotRelay::snapshotReady);
        std::thread producer([&relay] {
            for (std::uint64_t i = 1; i <= 20'000; ++i) {
                relay.offer(numbered(i));
            }
        });
        producer.join();
        QTRY_VERIFY(relay.current() && relay.current()->sequence == 20'000);
        QVERIFY(spy.size() < 20);
    }
};

PLIMSOLL_TEST(TestSnapshotRelay)
#include "tst_snapshotrelay.moc"
