// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/monitor.h"
#include "margin/interest.h"
#include "storage/storagethread.h"
#include "testlib/enginebench.h"
#include "testlib/testprogram.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::monitor;
using testlib::dec;
using testlib::FakeClock;
using testlib::ScriptedSource;

namespace {

constexpr std::int64_t kMinute = 60'000;

// A monitor on a real database, with a clock that is turned by hand.
class Bench
{
public:
    explicit Bench(const margin::Portfolio &portfolio)
    {
        stores = std::make_unique<storage::StorageThread>(m_folder.filePath(QStringLiteral("data")), clock);
        auto imported = stores->importPortfolio(portfolio);
        if (!imported.result()) {
            qFatal("%s", imported.result().error().message().c_str());
        }
        start();
    }

    ~Bench() { end(); }

    void start()
    {
        auto owned = std::make_unique<ScriptedSource>();
        source = owned.get();
        Monitor::Options options;
        options.addsInterest = true;
        options.tick = std::chrono::milliseconds(2);
        options.alarms.notifier = &notifier;
        engine = std::make_unique<Monitor>(*stores, clock, std::move(owned), options);
        QObject::connect(engine.get(), &Monitor::snapshotReady, engine.get(),
                         [this](const SnapshotPtr &taken) { snapshot = taken; });
        engine->start();
    }

    void end()
    {
        if (engine) {
            engine->stop();
            engine.reset();
        }
        snapshot.reset();
    }

    void restart()
    {
        end();
        start();
    }

    [[nodiscard]] std::string owed() const
    {
        const margin::Verdict *verdict = snapshot ? snapshot->find("debtor") : nullptr;
        return verdict != nullptr ? verdict->account->balance("USDT")->interest.toString() : std::string();
    }

    // Until it was ticked and all that it asked for was answered.
    [[nodiscard]] bool settles()
    {
        const std::uint64_t goal = (snapshot ? snapshot->sequence : 0) + 3;
        if (!QTest::qWaitFor([&] { return snapshot && snapshot->loaded && snapshot->sequence >= goal; })) {
            return false;
        }
        Q_EMIT source->clockCompared(0);
        static_cast<void>(stores->dataVersion().result());
        const std::uint64_t again = snapshot->sequence + 3;
        return QTest::qWaitFor([&] { return snapshot->sequence >= again; });
    }

    FakeClock clock; // stands at midnight
    testlib::FakeNotifier notifier;
    std::unique_ptr<storage::StorageThread> stores;
    ScriptedSource *source = nullptr;
    std::unique_ptr<Monitor> engine;
    SnapshotPtr snapshot;

private:
    QTemporaryDir m_folder;
};

margin::Portfolio book(const char *assets)
{
    margin::Account account;
    account.id = account.name = "debtor";
    account.quoteAsset = "USDT";
    account.thresholds = {dec("1.25"), dec("1.1"), dec("1.05")};
    account.ownThresholds = true;
    account.balances = {{"USDT", dec(assets), {}, dec("45.3313"), {}, dec("0.00013233")}};
    return {{account}, {}};
}

} // namespace

/// The whole way of an hour's interest: the tick, the database, the next snapshot, the decision.
class TestInterestHours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWeekLeftAloneOwesWhatTheFormulaSays()
    {
        Bench bench(book("1000"));
        QVERIFY(bench.settles());
        std::int64_t passed = 0;
        const std::int64_t week = 168 * margin::kHourMs;
        for (int step = 0; passed < week; ++step) {
            // Awake for an hour and a half, asleep for nine hours, and once a day off.
            const std::int64_t pause = std::min(week - passed, (step % 4 == 3 ? 540 : 30) * kMinute);
            passed += pause;
            bench.clock.advance(pause);
            if (step % 9 == 8) {
                bench.restart();
            }
            QVERIFY(bench.settles());
        }
        const std::string expected = margin::interestFor(dec("45.3313"), dec("0.00013233"), 168).value().toString();
        QTRY_COMPARE(bench.owed(), expected);
        bench.restart();
        QVERIFY(bench.settles());
        QCOMPARE(bench.owed(), expected);
    }

    // 49.8650 / 45.3313 lies above 1.1 by a hundred-thousandth; a day costs 0.006.
    void interestAloneLeadsToTheCall()
    {
        Bench bench(book("49.8650"));
        QVERIFY(bench.settles());
        QCOMPARE(bench.snapshot->find("debtor")->status, margin::Status::Normal);
        bench.clock.advance(24 * margin::kHourMs);
        QTRY_COMPARE(bench.snapshot->find("debtor")->status, margin::Status::MarginCall);
        QTRY_VERIFY(std::ranges::any_of(bench.snapshot->alarms->active, [](const auto &alarm) {
            return alarm.key.account == "debtor" && alarm.key.condition == alarm::Condition::Call;
        }));
    }
};

PLIMSOLL_TEST(TestInterestHours)
#include "tst_interesthours.moc"
