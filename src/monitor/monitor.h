// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/riskbook.h"
#include "monitor/alarmservice.h"
#include "monitor/feedwatch.h"
#include "monitor/historybuffer.h"
#include "monitor/listening.h"
#include "monitor/owntime.h"
#include "monitor/ports/clock.h"
#include "monitor/ports/commands.h"
#include "monitor/ports/pricesource.h"
#include "monitor/ports/stores.h"
#include "monitor/rolekeeper.h"
#include "monitor/snapshot.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <atomic>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// The engine: prices in, statuses out. Owns the price source, the risk book and their timers; takes a batch,
/// recomputes the accounts it touches, decides their statuses on exact numbers, announces changes, and publishes one
/// immutable snapshot per batch. Thread: lives on the engine thread (ThreadHost::adopt), everything but the Commands
/// runs there; the Commands may be called from any thread. Signals are emitted on the engine thread; statusChanged() is
/// emitted for every crossing, before the snapshot that contains it, whatever the screen is doing. `stores`, `clock`
/// and `lock` must outlive it. Where another process is the monitor of the data directory, this one computes and shows,
/// but books no liquidation, keeps no history and decides no alarm: it shows those that the monitor records, and takes
/// its place when it ends or hands over (docs/adr/0011-one-monitor.md).
class Monitor final : public QObject, public Commands
{
    Q_OBJECT

public:
    struct Options {
        std::chrono::milliseconds interval {5000};
        bool closeAtLiquidation =
            false; ///< book a liquidation as soon as the level reaches the bar (example, simulations)
        bool keepHistory = true;
        std::chrono::milliseconds historyPeriod {HistoryBuffer::kPeriodMs}; ///< between two writes of it
        std::chrono::milliseconds tick {1000}; ///< how often ages and the database are looked at
        MonitorLock *lock = nullptr; ///< nullptr: nobody else can watch the same
        AlarmDesk::Options alarms; ///< who tells a person; default: nobody is told, alarms are kept and shown
    };

    Monitor(Stores &stores, const Clock &clock, std::unique_ptr<PriceSource> source, Options options);
    [[nodiscard]] QFuture<Result<Receipt>> book(OperationRequest request) override;
    [[nodiscard]] QFuture<Result<Done>> changeAccount(AccountChange change) override;
    [[nodiscard]] QFuture<Result<Done>> importPortfolio(margin::Portfolio portfolio) override;
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
    template<typename Write>
    [[nodiscard]] auto thenReload(Write write) -> decltype(write());
    void load();
    void begin(const Result<StoredAlarms> &stored);
    void judgeAnew();
    void lookAtRole();
    void tellRole();
    void handOver();
    void mirror();
    void keepHistory();
    void refresh(); ///< reload(), whose failure tells itself
    [[nodiscard]] QFuture<Result<Done>> reload();
    void adoptPortfolio(margin::Portfolio portfolio);
    void connectSource();
    void onBatch(const PriceBatch &batch);
    void onReport(const SourceReport &report);
    void onTick();
    void lookAtOwnTime(std::int64_t now);
    void explainAgain();
    void lookForOutsideChanges();
    void judge(std::int64_t wallTime);
    void explainAll();
    void onClock(std::int64_t leastErrorMs);
    void hurry();
    void announce(std::uint32_t index, std::int64_t wallTime);
    void closeIfDue(std::uint32_t index, std::int64_t wallTime);
    void closeLiquidated(std::uint32_t index, std::int64_t wallTime);
    void publish(std::int64_t wallTime);
    void noticeInterruption();
    void confirmLevels();
    [[nodiscard]] std::int64_t sampleTime(std::int64_t bootMs) const;
    void wantSymbols();
    void takeRules();
    void decideAlarms(std::int64_t wallTime);
    [[nodiscard]] FeedFacts feedFacts() const;
    [[nodiscard]] NoticeContext noticeContext();
    [[nodiscard]] GapQuestion openAccounts() const;
    [[nodiscard]] std::optional<margin::Decimal> knownLevel(const std::string &account) const;
    [[nodiscard]] std::vector<std::string> neededSymbols();

    Stores &m_stores;
    const Clock &m_clock;
    PriceSource *m_source; ///< child
    AlarmService *m_alarms; ///< child
    Options m_options;
    RoleKeeper m_role;
    MonitorRole m_toldRole;
    FeedWatch m_feed;
    OwnTime m_ownTime;
    Listening m_listening;
    HistoryBuffer m_history;
    margin::RiskBook m_book;
    std::vector<std::optional<margin::Status>> m_announced; ///< per slot: the status last told
    std::shared_ptr<const std::vector<margin::Wallet>> m_wallets;
    std::shared_ptr<const PriceList> m_list;
    std::vector<std::uint32_t> m_touched;
    std::vector<std::string> m_wanted;
    QTimer *m_timer = nullptr;
    std::uint64_t m_sequence = 0;
    Revision m_seen; ///< of what was loaded last
    std::atomic<int> m_ownWrites = 0; ///< changes of this process that are not loaded yet: what they move is not news
    std::int64_t m_startedAt = 0; ///< boot ms
    bool m_everAnswered = false; ///< an answer was judged since the start, whatever it said
    bool m_urgent = false; ///< as the source was told
    std::int64_t m_beatAt = 0; ///< boot ms of the newest tick or batch
    std::int64_t m_batchBoot = 0; ///< of the newest batch, which says what time its samples are of
    std::int64_t m_batchWall = 0;
    bool m_answering = false; ///< the newest attempt of the source was answered
    bool m_loaded = false;
    bool m_sourceRuns = false;
    bool m_lookingOutside = false;
    bool m_reloadFailed = false;
    bool m_mirroring = false;
    bool m_looksOften = false; ///< the next look while it asks is on its way
    std::uint64_t m_loads = 0; ///< how often alarms were loaded: the answer to an older question says nothing
    std::vector<AlarmStateRow> m_mirrored;
    std::set<std::string> m_closing; ///< closed in memory, their liquidation not yet read back from the journal
};

} // namespace plimsoll::monitor

Q_DECLARE_METATYPE(plimsoll::monitor::MonitorRole)
