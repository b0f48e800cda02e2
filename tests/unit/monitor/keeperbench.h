// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchangetime.h"
#include "engine/portfolioloader.h"
#include "testlib/enginebench.h"

namespace plimsoll::testlib {

/// What does its work by the clock of the prices, alone with accounts that were asked for. The clock stands at
/// midnight.
template<typename Keeper>
struct KeeperBench {
    explicit KeeperBench(margin::Portfolio portfolio = referencePortfolio())
    {
        stores.portfolio = std::move(portfolio);
        loader.refresh();
    }

    FakeClock clock;
    FakeStores stores {clock};
    monitor::PortfolioLoader loader {stores, nullptr};
    monitor::ExchangeTime time {clock};
    Keeper keeper {stores, time, loader, nullptr};
};

/// The engine with these accounts, beside another process that is the monitor, for a bit more than an hour; then
/// `check(bench)`.
template<typename Check>
void besideAMonitor(const margin::Portfolio &portfolio, Check check)
{
    FakeMonitorLock::LockSpace space;
    FakeMonitorLock other(space, 1);
    QVERIFY(other.take(true));
    FakeMonitorLock lock(space, 2);
    EngineBench bench(false, portfolio, true, &lock, true);
    QTRY_VERIFY(bench.isReady());
    Q_EMIT bench.source->clockCompared(0);
    for (int minute = 0; minute < 70; ++minute) {
        bench.clock.advance(60'000);
        other.beat();
        QVERIFY(bench.ticks(2));
    }
    QCOMPARE(bench.snapshot->role.part, monitor::MonitorRole::Part::StandBy);
    check(bench);
}

/// The account comes into its margin call, and that is told as any call.
inline void isCalled(EngineBench &bench, const std::string &account)
{
    QTRY_COMPARE(bench.status(account.c_str()), margin::Status::MarginCall);
    QVERIFY(bench.events.contains(QString::fromStdString(account + " margin_call")));
    QTRY_VERIFY(std::ranges::any_of(bench.snapshot->alarms->active, [&account](const alarm::ActiveAlarm &active) {
        return active.key.account == account && active.key.condition == alarm::Condition::Call;
    }));
    QTRY_VERIFY(!bench.shown.empty());
}

} // namespace plimsoll::testlib
