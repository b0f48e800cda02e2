// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarming/alarmservice.h"
#include "engine/barskeeper.h"
#include "engine/exchangetime.h"
#include "engine/historyrecorder.h"
#include "engine/interestkeeper.h"
#include "engine/portfolioloader.h"
#include "engine/pricefeed.h"
#include "engine/rolekeeper.h"
#include "engine/statustracker.h"
#include "margin/moment.h"
#include "margin/riskbook.h"
#include "ports/clock.h"
#include "ports/commands.h"
#include "ports/pricesource.h"
#include "ports/snapshot.h"
#include "ports/stores.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// The engine: prices in, statuses and alarms out. Whatever begins it (a batch of prices, a tick, a report of the
/// source, a portfolio that was read, a person's word), one step follows, in one order: evaluate the accounts that it
/// touches, decide alarms, judge the feed, publish one immutable snapshot, record history.
///
/// Thread: lives on the engine thread (ThreadHost::adopt), everything but the Commands runs there; the Commands may be
/// called from any thread. Signals are emitted on the engine thread; statusChanged() is emitted for every crossing,
/// before the snapshot that contains it, whatever the screen is doing. `stores`, `clock` and `lock` must outlive it.
/// Where another process is the monitor of the data directory, this one computes and shows, but books no liquidation,
/// keeps no history and decides no alarm: it shows those that the monitor records, and takes its place when it ends or
/// hands over (docs/adr/0011-one-monitor.md).
class Monitor final : public QObject, public Commands
{
    Q_OBJECT

public:
    struct Options {
        std::chrono::milliseconds interval {5000};
        bool closeAtLiquidation =
            false; ///< book a liquidation as soon as the level reaches the bar (example, simulations)
        bool addsInterest = false; ///< have it booked by the hour; not in a story, whose money is that of its book
        bool putsBarsInForce = false; ///< when announced bars begin; not in a story, whose time is another
        bool keepHistory = true;
        std::chrono::milliseconds historyPeriod {HistoryBuffer::kPeriodMs}; ///< between two writes of it
        std::chrono::milliseconds tick {1000}; ///< how often ages and the database are looked at
        MonitorLock *lock = nullptr; ///< nullptr: nobody else can watch the same
        AlarmManager::Options alarms; ///< who tells a person; default: nobody is told, alarms are kept and shown
    };

    Monitor(Stores &stores, const Clock &clock, std::unique_ptr<PriceSource> source, Options options);
    Future<Result<Receipt>> book(OperationRequest request) override;
    Future<Result<Done>> changeAccount(AccountChange change) override;
    Future<Result<Done>> importPortfolio(margin::Portfolio portfolio) override;
    Future<Result<Done>> renameWallet(std::string id, std::string name) override;
    Future<Result<Done>> announceBars(std::string account, margin::AnnouncedBars bars) override;
    Future<Result<Done>> withdrawBars(std::string account, WallTime from) override;
    Future<margin::QuoteBoard> quotes() override;
    void pollNow() override;
    void setInterval(std::chrono::milliseconds interval) override;

    void start(); ///< any thread; loads what alarms stood and the portfolio, then starts the source
    [[nodiscard]] AlarmService &alarms() { return *m_alarms; } ///< for connecting, and its commands
    void setCloseAtLiquidation(bool close); ///< any thread
    void takeOver(); ///< any thread: a person wants this process to be the monitor
    void networkReturned(); ///< any thread: prices are asked for at once
    void replaceSource(std::unique_ptr<PriceSource> source); ///< the thread that made the source; it starts at once
    void stop(); ///< engine thread: stops the source and writes what history is pending

Q_SIGNALS:
    void snapshotReady(const plimsoll::monitor::SnapshotPtr &snapshot);
    void statusChanged(const plimsoll::monitor::StatusEvent &event);
    void feedChanged(const plimsoll::monitor::FeedStatus &status);
    void loadFailed(const QString &detail);
    void sourceFinished();
    void roleChanged(const plimsoll::monitor::MonitorRole &role);
    /// The same that goes to the stores, for a picture that goes on from theirs.
    void historyTaken(const plimsoll::monitor::HistoryBatchPtr &batch);

private:
    void connectParts();
    void step(WallTime wallTime);
    void evaluate(WallTime wallTime);
    void evaluateOne(std::uint32_t slot, WallTime wallTime);
    void evaluateAgain(bool onlyUnknown);
    void closeIfDue(std::uint32_t slot, WallTime wallTime);
    void closeLiquidated(std::uint32_t slot, WallTime wallTime);
    void publish(WallTime wallTime);
    void writeHistory();

    void onBatch(const PriceBatch &batch, bool isFirst);
    void onTick();
    void onPortfolio(const margin::Portfolio &portfolio);
    void removeAccounts(const margin::Portfolio &present);
    void wantSymbols(bool urgently);
    [[nodiscard]] bool isUrgent() const;

    void lookAtRole();
    void announceRole();
    void load();
    void begin(const Result<StoredAlarms> &stored);
    void handOver();
    void mirror();

    [[nodiscard]] NoticeContext noticeContext(WallTime wallTime);
    [[nodiscard]] GapQuestion openAccounts() const;

    Stores &m_stores;
    const Clock &m_clock;
    Options m_options;
    RoleKeeper m_role;
    MonitorRole m_announcedRole;
    PriceFeed *m_feed; ///< child
    PortfolioLoader *m_loader; ///< child
    ExchangeTime m_time;
    InterestKeeper *m_interest; ///< child
    BarsKeeper *m_bars; ///< child
    AlarmService *m_alarms; ///< child
    margin::RiskBook m_book;
    StatusTracker m_statuses;
    HistoryRecorder m_history;
    std::shared_ptr<const std::vector<margin::Wallet>> m_wallets;
    std::set<std::string> m_closing; ///< closed in memory, their liquidation not yet read back from the journal
    std::vector<std::uint32_t> m_touched; ///< since the last snapshot
    std::uint64_t m_sequence = 0;
    QTimer *m_timer = nullptr;
    std::uint64_t m_loads = 0; ///< how often alarms were loaded: the answer to an older question says nothing
    bool m_mirroring = false;
    bool m_looksOften = false; ///< the next look while it asks is on its way
    std::vector<AlarmStateRow> m_mirrored;
};

} // namespace plimsoll::monitor
