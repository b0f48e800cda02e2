// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/alarmreplay.h"

#include "alarm/machine.h"
#include "alarm/planner.h"
#include "margin/riskbook.h"
#include "scenario/lowestlevel.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <unordered_map>

namespace plimsoll::scenario {

namespace {

using alarm::Condition;
using alarm::Ms;
using alarm::Sample;
using margin::Status;
using margin::Verdict;

constexpr Ms kDay = 24 * alarm::kHour;
constexpr Ms kAfterwards = alarm::kMinute; // what waits for company at the end still comes

// An account during the walk.
struct Tracked {
    std::size_t slot;
    bool isOpen;
    bool isLiquidated; // at the moment before
    std::array<margin::Decimal, AlarmReplayAccount::kBars> bars;
    LowestLevel lowest;
    AlarmReplayAccount result;
};

Tracked tracked(const margin::Account &account, std::size_t slot)
{
    const alarm::Bars bars = alarm::barsOf(account.thresholds);
    Tracked entry {slot, !account.liquidatedAt, false, {bars.watch, bars.call, bars.critical, bars.liquidation}, {},
                   {}};
    entry.result.id = account.id;
    return entry;
}

class AlarmReplay
{
public:
    AlarmReplay(const std::vector<margin::Account> &accounts, const AlarmReplayOptions &options,
                const std::function<void(const alarm::Change &)> &onChange,
                const std::function<void(const alarm::Notice &)> &onNotice)
        : m_options(options)
        , m_onChange(onChange)
        , m_onNotice(onNotice)
    {
        for (const margin::Account &account : accounts) {
            m_book.upsert(std::make_shared<margin::Account>(account));
            m_indices.emplace(account.id, m_tracked.size());
            m_tracked.push_back(tracked(account, *m_book.find(account.id)));
        }
    }

    AlarmReplaySummary run(SampleWalk &walk)
    {
        m_machine.setPollPeriod(walk.pace());
        std::optional<SampleStep> moment = walk.next();
        if (moment) {
            m_offset = moment->time.ms() - kDay; // the clock of the alarms begins above 0, whatever the candles say
            m_now = m_start = BootTime::ofMs(kDay);
        }
        for (; moment && !(m_options.stopped && m_options.stopped()); moment = walk.next()) {
            passTo(replayClock(moment->time) - m_offset);
            step(*moment);
        }
        passTo(m_now + kAfterwards);
        return finish();
    }

private:
    [[nodiscard]] bool isCounted(WallTime time) const
    {
        return !m_options.counted || (time >= m_options.counted->from && time <= m_options.counted->to);
    }

    void passTo(BootTime time)
    {
        for (BootTime now = m_now + m_options.tick; now < time; now += m_options.tick) {
            m_machine.tick(now);
            decide(now);
        }
        m_now = time;
    }

    void step(const SampleStep &moment)
    {
        for (const PricePoint &point : moment.prices) {
            if (const auto *symbol = m_book.quotes().findSymbol(point.symbol)) {
                m_book.quotes().setPrice(*symbol, point.price, m_now);
            }
        }
        for (const std::string &stale : moment.stale) {
            if (const auto *symbol = m_book.quotes().findSymbol(stale)) {
                m_book.quotes().setUnusable(*symbol, margin::PriceState::Stale);
            }
        }
        m_summary.samples += static_cast<std::int64_t>(moment.prices.size());
        m_book.evaluate();
        for (Tracked &entry : m_tracked) {
            if (entry.isOpen) {
                look(entry, m_book.verdicts()[entry.slot], moment.time);
            }
        }
        m_machine.tick(m_now);
        decide(m_now);
    }

    void look(Tracked &entry, const Verdict &verdict, WallTime time)
    {
        if (entry.isLiquidated) {
            entry.isOpen = false;
            Sample closed;
            closed.time = m_now;
            closed.kind = Sample::Kind::Closed;
            m_machine.judge(entry.result.id, closed);
            return;
        }
        entry.isLiquidated = verdict.status == Status::Liquidation;
        entry.lowest.look(verdict, time);
        entry.result.wasBlind = entry.result.wasBlind || (verdict.status == Status::Unknown && isCounted(time));
        for (std::size_t bar = 0; bar < entry.bars.size() && verdict.hasLevel(); ++bar) {
            auto &crossing = entry.result.crossings[bar];
            if (!crossing && verdict.exactLevel <= entry.bars[bar]) {
                crossing = {time, *verdict.printedLevel()};
            }
        }
        m_machine.judge(entry.result.id, sampleOf(verdict));
    }

    [[nodiscard]] Sample sampleOf(const Verdict &verdict) const
    {
        Sample sample;
        sample.time = m_now;
        sample.thresholds = verdict.account->thresholds;
        sample.level = verdict.exactLevel;
        if (verdict.status == Status::NoDebt) {
            sample.kind = Sample::Kind::NoDebt;
        } else if (verdict.status != Status::Unknown) {
            sample.kind = Sample::Kind::Valid;
            if (verdict.partly) {
                sample.unpriced = Sample::Kind::Stale;
                sample.oldestPrice = oldestPrice(*verdict.account);
            }
        } else if (verdict.overflow) {
            sample.kind = Sample::Kind::Incomplete;
            sample.debtUnpriced = true; // which sum is too large is not known: assume the worst
        } else {
            sample.kind = Sample::Kind::Stale;
            sample.oldestPrice = oldestPrice(*verdict.account);
        }
        return sample;
    }

    // Of the prices that are not known now. One that never came is as old as the walk.
    [[nodiscard]] BootTime oldestPrice(const margin::Account &account) const
    {
        BootTime oldest = m_now;
        for (const margin::Balance &balance : account.balances) {
            const margin::Rate rate = m_book.quotes().rateOf(balance.asset, account.quoteAsset);
            if (!rate.known()) {
                oldest = std::min(oldest, rate.state == margin::PriceState::Stale ? rate.asOf : m_start);
            }
        }
        return oldest;
    }

    // Somebody acknowledges, and what is to be told is told.
    void decide(BootTime now)
    {
        if (m_options.acknowledgeAfter) {
            acknowledge(*m_options.acknowledgeAfter, now);
        }
        std::vector<alarm::Change> changes = m_machine.takeChanges();
        const alarm::Plan plan = m_planner.plan(m_machine, changes, false, now);
        for (alarm::Change &change : changes) {
            if (change.cause == alarm::Cause::Raised) {
                ++account(change.key.account).raises[static_cast<std::size_t>(change.key.condition)];
            }
            change.time += m_offset;
            m_onChange(change);
        }
        for (const alarm::Notice &notice : plan.notices) {
            tell(notice, now);
        }
    }

    void acknowledge(Ms after, BootTime now)
    {
        for (const alarm::ActiveAlarm &active : m_machine.awake()) {
            if (alarm::isUnacknowledged(active.alarm.state) && now - active.alarm.since >= after) {
                m_machine.acknowledge(active.key.account, active.key.condition, now);
            }
        }
    }

    void tell(alarm::Notice notice, BootTime now)
    {
        notice.time = now + m_offset;
        for (std::vector<alarm::NoticeLine> *lines : {&notice.lines, &notice.active}) {
            for (alarm::NoticeLine &line : *lines) {
                line.raisedAt += m_offset;
            }
        }
        if (notice.quiet) {
            ++m_summary.replaced;
        } else {
            count(notice, notice.time);
        }
        m_onNotice(notice);
    }

    void count(const alarm::Notice &notice, BootTime time)
    {
        const std::int64_t day = time.ms() - time.ms() % kDay;
        ++m_summary.notices[day];
        std::vector<const AlarmReplayAccount *> named;
        for (const alarm::NoticeLine &line : notice.lines) {
            AlarmReplayAccount &about = account(line.key.account);
            if (std::ranges::find(named, &about) == named.end()) {
                named.push_back(&about);
                ++about.notices[day];
            }
        }
        std::erase_if(m_told, [time](BootTime then) { return time - then >= 10 * alarm::kMinute; });
        m_told.push_back(time);
        m_summary.mostInTenMinutes = std::max(m_summary.mostInTenMinutes, static_cast<int>(m_told.size()));
    }

    AlarmReplayAccount &account(const std::string &id) { return m_tracked[m_indices.at(id)].result; }

    AlarmReplaySummary finish()
    {
        for (Tracked &entry : m_tracked) {
            entry.result.lowestLevel = entry.lowest.level();
            entry.result.lowestAt = entry.lowest.time();
            m_summary.accounts.push_back(std::move(entry.result));
        }
        return std::move(m_summary);
    }

    const AlarmReplayOptions &m_options;
    const std::function<void(const alarm::Change &)> &m_onChange;
    const std::function<void(const alarm::Notice &)> &m_onNotice;
    margin::RiskBook m_book;
    alarm::Machine m_machine;
    alarm::Planner m_planner;
    std::vector<Tracked> m_tracked;
    std::unordered_map<std::string, std::size_t> m_indices;
    std::deque<BootTime> m_told;
    AlarmReplaySummary m_summary;
    Ms m_offset = 0; // sample time - time of the alarms' clock
    BootTime m_start;
    BootTime m_now;
};

} // namespace

AlarmReplaySummary replayAlarms(const std::vector<margin::Account> &accounts, SampleWalk &walk,
                                const AlarmReplayOptions &options,
                                const std::function<void(const alarm::Change &)> &onChange,
                                const std::function<void(const alarm::Notice &)> &onNotice)
{
    return AlarmReplay(accounts, options, onChange, onNotice).run(walk);
}

} // namespace plimsoll::scenario
