// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarming/alarmfacts.h"
#include "alarming/listening.h"
#include "alarming/owntime.h"
#include "engine/feedwatch.h"
#include "margin/moment.h"
#include "ports/clock.h"
#include "ports/pricesource.h"

#include <QtCore/QObject>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// The price source of the engine, and what it had a chance to say: which symbols it is asked for, whether it answers,
/// and how fresh that is. Owns the source, which can be replaced. Signals are emitted before anything is decided.
/// Engine thread, but for the constructor. `clock` must outlive it.
class PriceFeed final : public QObject
{
    Q_OBJECT

public:
    PriceFeed(std::unique_ptr<PriceSource> source, std::chrono::milliseconds interval, const Clock &clock,
              QObject *parent);

    void begin(); ///< once; from here on silence counts
    /// Asks for these, sorted, and of others those among `candidates` that exist. The first call starts the source; a
    /// later one polls at once where `urgently` and they are not those asked for before.
    void want(std::vector<std::string> symbols, const std::vector<std::string> &candidates, bool urgently);
    void replace(PriceSource *source); ///< takes it over; it starts with the next want()
    void setInterval(std::chrono::milliseconds interval);
    void setUrgent(bool urgent); ///< after a failure it must not be long in coming back
    void pollNow();
    void networkReturned();
    void stop();

    void tick(); ///< once a second: what the computer slept is not held against the source
    bool look(); ///< judges how fresh the prices are; true where that changed, as changed() says

    [[nodiscard]] bool isWanted(const std::string &symbol) const;
    [[nodiscard]] bool takeExplained(); ///< whether why an account is unknown may have changed since this was asked
                                        ///< last
    [[nodiscard]] FeedFacts facts() const;
    [[nodiscard]] const FeedStatus &status() const { return m_freshness.status(); }
    /// Prices from before this moment are not believed any more.
    [[nodiscard]] BootTime oldestUsable() const;
    [[nodiscard]] QString sourceName() const;
    [[nodiscard]] const std::shared_ptr<const PriceList> &list() const { return m_list; }

    /// A frozen source answers without saying anything; that a symbol is gone, halted or unusable is news as much as a
    /// price.
    static bool saysSomething(const PriceBatch &batch);

Q_SIGNALS:
    void batchReady(const plimsoll::monitor::PriceBatch &batch, bool isFirst);
    void reported(); ///< an attempt ended, by an answer or not
    void changed(const plimsoll::monitor::FeedStatus &status);
    void finished(); ///< of a source that ends, after what it brought last
    void clockCompared(std::int64_t leastErrorMs);

private:
    void connectSource();
    void onBatch(const PriceBatch &batch);
    void onReport(const SourceReport &report);

    const Clock &m_clock;
    PriceSource *m_source; ///< child
    std::chrono::milliseconds m_interval;
    FeedWatch m_freshness;
    OwnTime m_ownTime;
    Listening m_listening;
    std::shared_ptr<const PriceList> m_list;
    std::vector<std::string> m_wanted; ///< sorted
    BootTime m_startedAt;
    bool m_everAnswered = false; ///< since the start, whatever it said
    bool m_answering = false; ///< the newest attempt was answered
    bool m_urgent = false;
    bool m_runs = false;
};

} // namespace plimsoll::monitor
