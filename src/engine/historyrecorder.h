// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/historybuffer.h"
#include "margin/moment.h"
#include "ports/clock.h"
#include "ports/pricesource.h"

#include <chrono>

namespace plimsoll::monitor {

/// What is remembered of levels and prices so that a chart can be drawn of it, in the time of the samples, which is
/// that of a story or of a candle file where those are played. Decides when it is to be written, and writes nothing
/// itself. Engine thread. `clock` must outlive it.
class HistoryRecorder
{
public:
    HistoryRecorder(const Clock &clock, std::chrono::milliseconds period);

    /// A tick or a batch. Whichever comes first after the computer slept or the process was stopped finds that out.
    void beat();
    void begin(const PriceBatch &batch); ///< its time is that of what is noted from here on
    void note(const margin::Verdict &verdict, bool statusChanged);
    void notePrice(const PriceSample &sample);
    void forget(const std::string &account);
    void stopWatching(); ///< another process does; what is pending stays

    [[nodiscard]] bool due() const;
    /// What is pending, with how far the levels of now are confirmed by prices. nullptr: nothing.
    [[nodiscard]] HistoryBatchPtr take(const margin::RiskBook &book);

private:
    [[nodiscard]] WallTime sampleTime(BootTime bootTime) const;
    [[nodiscard]] BootTime oldestPrice(const margin::Account &account, const margin::QuoteBoard &quotes) const;

    const Clock &m_clock;
    HistoryBuffer m_buffer;
    BootTime m_beatAt;
    BootTime m_batchBoot; ///< of the newest batch; 0: none yet
    WallTime m_batchWall;
};

} // namespace plimsoll::monitor
