// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/clock.h"
#include "ports/pricesource.h"
#include "scenario/samplewalk.h"
#include "wire/candlefile.h"

#include <QtCore/QTimer>

#include <map>
#include <optional>

namespace plimsoll::feed {

/// How fast a replay runs: so many moments of the history per second, or so many times faster than they happened. value
/// > 0.
struct ReplaySpeed {
    enum class Unit { SamplesPerSecond, RealTimeFactor };
    Unit unit = Unit::SamplesPerSecond;
    double value = 10;
};

/// Historical candles as a price source, in the order of scenario::SampleWalk. Every batch carries the whole picture of
/// its moment, with the prices that did not move; its wall time is the moment's, its asOf the time of delivery. The
/// picture is repeated once a second, so that pausing makes no price stale; what is missing among the candles does.
/// Needed symbols without candle so far are Missing. Reports Finished once at the end. Engine thread only.
class ReplaySource final : public monitor::PriceSource
{
    Q_OBJECT

public:
    ReplaySource(const std::vector<wire::CandleSeries> &series, ReplaySpeed speed, const monitor::Clock &clock);

    void start() override; ///< from where it stands; from the first moment at first
    void stop() override;
    void setWanted(const std::vector<std::string> &needed, const std::vector<std::string> &candidates) override;
    void pollNow() override; ///< repeats the picture
    [[nodiscard]] QString name() const override;

    void pause();
    void resume();
    void step(); ///< one moment further, also while paused
    void setSpeed(ReplaySpeed speed);

    [[nodiscard]] bool isPlaying() const { return m_tick.isActive(); }

private:
    void onTick();
    void deliver();

    scenario::SampleWalk m_walk;
    std::optional<scenario::SampleStep> m_next;
    std::map<std::string, monitor::PriceSample> m_picture;
    std::vector<std::string> m_needed;
    ReplaySpeed m_speed;
    const monitor::Clock &m_clock;
    QTimer m_tick;
    QTimer m_repeat;
    BootTime m_lastTick;
    WallTime m_moment; // of the picture
    double m_credit = 0; // moments, or ms of history, that time has earned but not yet spent
    bool m_running = false;
    bool m_finished = false;
};

} // namespace plimsoll::feed
