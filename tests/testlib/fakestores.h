// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "margin/riskbook.h"
#include "ports/commands.h"
#include "ports/period.h"
#include "ports/snapshotrelay.h"
#include "testlib/fakealarmstores.h"
#include "testlib/fakeclock.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::testlib {

/// Stores in memory that answer at once: the rules of the real ones (an operation id books once, refusals book
/// nothing), without a disk. `failNext` makes the next booking or change fail; while `held` is true, answers to book()
/// wait for release(), while `heldAll` is, whatever is to be stored. One thread.
class FakeStores : public FakeAlarmStores
{
public:
    explicit FakeStores(const FakeClock &clock)
        : m_clock(clock)
    {
    }

    margin::Portfolio portfolio;
    std::vector<monitor::JournalRow> rows; ///< oldest first
    std::vector<margin::Account> removed; ///< by the operation that removed them, in order
    std::vector<margin::Profile> ownProfiles;
    std::vector<margin::PreparedPlan> keptPlans; ///< in the order they were made
    QHash<QString, QString> values;
    std::vector<monitor::OperationRequest> requests; ///< every book() that arrived, repeats too
    std::vector<monitor::JournalFilter> filters;
    std::vector<monitor::LevelPoint> levels; ///< what levelHistory() answers, for every account
    std::vector<monitor::HistoryBatch> history; ///< every appendHistory(), and what levelTrack() answers from
    std::vector<monitor::BalanceRepair> repairs; ///< oldest first
    std::vector<monitor::StatusRecord> statuses; ///< what statusHistory() answers, by account
    std::vector<monitor::BarChange> barChangesKept; ///< what barChanges() answers, by account
    std::vector<WallTime> inForceUntil; ///< every putBarsInForce(), until when
    std::vector<WallTime> accruals; ///< every accrueInterest(), until when
    std::function<int()> onAccrual; ///< what it books and answers; nothing is booked without
    std::optional<Error> failNext;
    bool held = false;
    bool heldAll = false;
    int loads = 0; ///< how often the portfolio was loaded
    int trackQuestions = 0; ///< how often levelTracks() was asked
    std::optional<Error> tracksFail; ///< what it answers
    std::optional<Error> historyFails; ///< what appendHistory() and appendStatus() answer
    std::function<void()> onChange; ///< after the portfolio changed

    void release();

    Future<Result<margin::Portfolio>> loadPortfolio() override;
    Future<Result<monitor::Revision>> dataVersion() override;
    Future<Result<monitor::Receipt>> book(monitor::OperationRequest request) override;
    Future<Result<Done>> changeAccount(monitor::AccountChange change) override;
    Future<Result<Done>> importPortfolio(margin::Portfolio imported) override;
    Future<Result<Done>> renameWallet(std::string id, std::string name) override;
    Future<Result<Done>> announceBars(std::string account, margin::AnnouncedBars bars) override;
    Future<Result<Done>> withdrawBars(std::string account, WallTime from) override;
    Future<Result<int>> putBarsInForce(WallTime until) override;
    Future<Result<int>> accrueInterest(WallTime until) override;
    Future<Result<std::vector<monitor::JournalRow>>> journal(monitor::JournalFilter filter) override;
    Future<Result<std::vector<margin::Profile>>> profiles() override;
    Future<Result<Done>> saveProfile(margin::Profile profile) override;
    Future<Result<std::vector<margin::PreparedPlan>>> plans() override;
    Future<Result<Done>> savePlan(margin::PreparedPlan plan) override;
    Future<Result<Done>> removePlan(std::string id) override;
    Future<Result<QHash<QString, QString>>> settings() override;
    Future<Result<Done>> setSetting(QString key, QString value) override;
    Future<Result<Done>> appendHistory(monitor::HistoryBatch batch) override;
    Future<Result<Done>> appendStatus(monitor::StatusRecord record) override;
    Future<Result<std::vector<monitor::LevelPoint>>> levelHistory(std::string account, WallTime from, WallTime to,
                                                                  int maxPoints) override;
    Future<Result<monitor::LevelTrack>> levelTrack(std::string account, WallTime from, WallTime to,
                                                   std::int64_t width = 0) override;
    Future<Result<monitor::LevelTracks>> levelTracks(WallTime from, WallTime to, std::int64_t width) override;
    Future<Result<std::vector<monitor::BalanceRepair>>> balanceRepairs(std::int64_t after) override;
    Future<Result<std::vector<monitor::StatusRecord>>> statusHistory(std::string account, int limit) override;
    Future<Result<std::vector<monitor::BarChange>>> barChanges(std::string account, int limit) override;
    Future<Result<std::vector<monitor::KeptPrices>>> keptPrices(WallTime from, WallTime to) override;
    Future<Result<std::vector<monitor::KeptPrice>>> symbolPrices(std::string symbol, WallTime from, WallTime to,
                                                                 std::int64_t width) override;
    Future<Result<monitor::Period>> period(WallTime from, WallTime to) override;

private:
    /// Does and answers it now, or at release().
    template<typename T>
    Future<Result<T>> whenFree(bool waits, std::function<Result<T>()> act)
    {
        const Promise<Result<T>> promise;
        const auto now = [promise, act = std::move(act)] { promise.finish(act()); };
        waits ? m_waiting.push_back(now) : now();
        return promise.future();
    }
    Result<Done> changeNow(const monitor::AccountChange &change);
    Result<monitor::Receipt> removeOrShow(const monitor::OperationRequest &request);
    Result<monitor::Receipt> bookOnWallet(margin::Wallet &wallet, const monitor::OperationRequest &request);
    Result<monitor::Receipt> bookNow(const monitor::OperationRequest &request, bool isHalf = false);
    Result<Done> failure();
    void changed();

    const FakeClock &m_clock;
    std::vector<std::function<void()>> m_waiting;
};

/// A monitor without threads: accounts and wallets from FakeStores, prices as set, a snapshot per change through the
/// real relay.
class FakeMonitor final : public monitor::Commands
{
public:
    FakeMonitor();

    FakeClock clock;
    FakeStores stores {clock};
    monitor::SnapshotRelay relay {nullptr, std::chrono::milliseconds::zero()}; ///< tests have no eye to spare
    std::shared_ptr<const monitor::AlarmBoard> alarms; ///< what the next snapshots carry; none at first
    std::shared_ptr<const monitor::PriceList> list; ///< what the exchange lists; none at first
    monitor::FeedStatus feed {monitor::FeedState::Live, {}, 0, 0, 0};
    std::int64_t storyShift = 0; ///< ms from this computer's time to that of the prices, as in the example
    int polls = 0;
    std::chrono::milliseconds interval {0};

    /// "200" as from the exchange; "" takes the price away.
    void setPrice(const std::string &symbol, const std::string &price);
    /// Publishes and waits until the relay delivered it.
    void evaluate();
    void publish();

    Future<Result<monitor::Receipt>> book(monitor::OperationRequest request) override
    {
        return stores.book(std::move(request));
    }
    Future<Result<Done>> changeAccount(monitor::AccountChange change) override
    {
        return stores.changeAccount(std::move(change));
    }
    Future<Result<Done>> importPortfolio(margin::Portfolio imported) override
    {
        return stores.importPortfolio(std::move(imported));
    }
    Future<Result<Done>> renameWallet(std::string id, std::string name) override
    {
        return stores.renameWallet(std::move(id), std::move(name));
    }
    Future<Result<Done>> announceBars(std::string account, margin::AnnouncedBars bars) override
    {
        return stores.announceBars(std::move(account), bars);
    }
    Future<Result<Done>> withdrawBars(std::string account, WallTime from) override
    {
        return stores.withdrawBars(std::move(account), from);
    }
    Future<margin::QuoteBoard> quotes() override { return answer(m_book.quotes()); }
    void pollNow() override { ++polls; }
    void setInterval(std::chrono::milliseconds ms) override { interval = ms; }

private:
    margin::RiskBook m_book;
    std::uint64_t m_sequence = 0;
};

margin::Decimal dec(const char *text); ///< Requires: inside the grammar, with an optional '-'

/// The reference example: a cross account with 5 ETH, 5 BCH and 1,600 USDT owed, one isolated account each with 800
/// owed, and a wallet "spot" with 1,000 USDT; bars of "faq-2020-5x".
margin::Portfolio referencePortfolio();

} // namespace plimsoll::testlib
