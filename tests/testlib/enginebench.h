// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/monitor.h"
#include "testlib/fakemonitorlock.h"
#include "testlib/fakenotifier.h"
#include "testlib/fakestores.h"

#include <QtCore/QStringList>
#include <QtTest/QTest>

#include <algorithm>
#include <memory>
#include <vector>

namespace plimsoll::testlib {

// A source that says what a test tells it to.
class ScriptedSource final : public monitor::PriceSource
{
public:
    void start() override { started = true; }
    void stop() override { stopped = true; }
    void setWanted(const std::vector<std::string> &needed, const std::vector<std::string> &all) override
    {
        wanted = needed;
        candidates = all;
    }
    void pollNow() override { ++polls; }
    void setInterval(std::chrono::milliseconds ms) override { interval = ms; }
    void setUrgent(bool is) override { urgent = is; }
    [[nodiscard]] QString name() const override { return QStringLiteral("scripted"); }

    void tell(std::vector<monitor::PriceSample> samples, const monitor::Clock &clock)
    {
        Q_EMIT batchReady({std::move(samples), clock.bootTime(), clock.wallTime()});
        Q_EMIT reported({monitor::SourceReport::Kind::Answered, {}, 0});
    }

    bool started = false;
    bool stopped = false;
    bool urgent = false;
    int polls = 0;
    std::chrono::milliseconds interval {0};
    std::vector<std::string> wanted;
    std::vector<std::string> candidates;
};

inline monitor::PriceSample sample(const char *symbol, const char *price)
{
    return {symbol, dec(price), margin::PriceState::Known};
}

// The engine on the test's own thread: its logic, without waiting for threads.
class EngineBench
{
public:
    explicit EngineBench(bool closeAtLiquidation = false, margin::Portfolio portfolio = referencePortfolio(),
                         bool startNow = true, monitor::MonitorLock *lock = nullptr, bool addsInterest = false)
    {
        stores.portfolio = std::move(portfolio);
        auto owned = std::make_unique<ScriptedSource>();
        source = owned.get();
        monitor::Monitor::Options options;
        options.closeAtLiquidation = closeAtLiquidation;
        options.addsInterest = addsInterest;
        options.putsBarsInForce = addsInterest;
        options.tick = std::chrono::milliseconds(5);
        options.lock = lock;
        options.alarms.notifier = &notifier;
        options.alarms.hasScreen = true;
        options.alarms.preferences.enabled.remove(alarm::Channel::Attention);
        options.alarms.preferences.enabled.remove(alarm::Channel::MiniWindow);
        engine = std::make_unique<monitor::Monitor>(stores, clock, std::move(owned), options);
        QObject::connect(engine.get(), &monitor::Monitor::snapshotReady, engine.get(),
                         [this](const monitor::SnapshotPtr &s) {
                             snapshot = s;
                             if (screenBeats) {
                                 engine->alarms().beatScreen();
                             }
                         });
        QObject::connect(engine.get(), &monitor::Monitor::statusChanged, engine.get(),
                         [this](const monitor::StatusEvent &e) {
                             events << QString::fromStdString(e.account + " " + std::string(margin::statusWord(e.to)));
                         });
        QObject::connect(
            &engine->alarms(), &monitor::AlarmService::noticed, engine.get(),
            [this](const monitor::Delivery &delivery) {
                shown.push_back(delivery);
                if (answersOnScreen) {
                    engine->alarms().screenReported({delivery.notice, delivery.channel, true, delivery.isTest, {}, 1});
                }
            });
        if (startNow) {
            engine->start();
        }
    }

    bool isReady() const { return snapshot && snapshot->loaded && source->started; }

    void prices(const char *eth, const char *bch)
    {
        source->tell({sample("ETHUSDT", eth), sample("BCHUSDT", bch)}, clock);
    }

    [[nodiscard]] margin::Status status(const char *account) const { return snapshot->find(account)->status; }

    /// Until the engine has ticked so often more.
    [[nodiscard]] bool ticks(std::uint64_t count)
    {
        const std::uint64_t goal = snapshot->sequence + count;
        return QTest::qWaitFor([this, goal] { return snapshot->sequence >= goal; });
    }

    /// Time passes as while the program runs; a clock that is only advanced has slept.
    [[nodiscard]] bool passes(std::int64_t ms)
    {
        constexpr std::int64_t kStep = 1000;
        for (; ms > 0; ms -= kStep) {
            clock.advance(std::min(ms, kStep));
            if (!ticks(2)) {
                return false;
            }
        }
        return true;
    }

    FakeClock clock;
    FakeStores stores {clock};
    FakeNotifier notifier;
    std::vector<monitor::Delivery> shown; ///< on the screen
    bool answersOnScreen = true;
    bool screenBeats = true;
    ScriptedSource *source = nullptr;
    std::unique_ptr<monitor::Monitor> engine;
    monitor::SnapshotPtr snapshot;
    QStringList events;
};

} // namespace plimsoll::testlib
