// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/clock.h"
#include "ports/pricesource.h"

#include <QtCore/QTimer>

#include <chrono>

namespace plimsoll::feed {

/// The reference example as a price source (docs/reference-example.md): ETH and BCH on day N, N+2 and N+5, exact at the
/// days, gliding between them in steps of a cent so that a chart has a line. One step is a twentieth of a day of the
/// story, and a day lasts 4 s by default. Wall times are the story's: it ends at the moment of construction. Current
/// prices are repeated every second, so that a pause makes none stale. Reports Finished when day N+5 is reached. Engine
/// thread only.
class ExampleSource final : public monitor::PriceSource
{
    Q_OBJECT

public:
    static constexpr int kDays = 3; ///< days that the story tells about: N, N+2, N+5
    static constexpr int kStepsPerDay = 20;
    static constexpr std::chrono::milliseconds kDayDuration {4000};

    explicit ExampleSource(const monitor::Clock &clock);

    void start() override; ///< delivers the current prices and plays
    void stop() override;
    void setWanted(const std::vector<std::string> &needed, const std::vector<std::string> &candidates) override;
    void pollNow() override;
    [[nodiscard]] QString name() const override;

    /// Plays until exactly the prices of day 0, 1 or 2 stand, and pauses there; only pauses where that day has come
    /// already. Before start(): the day on which it will pause for the first time.
    void playTo(int index);
    void pause();
    /// Jumps to exactly the prices of day 0, 1 or 2 of the story; playing goes on from there. Other indexes are
    /// ignored.
    void goToDay(int index);
    void setDayDuration(std::chrono::milliseconds duration);

    [[nodiscard]] bool isPlaying() const { return m_tick.isActive(); }

    [[nodiscard]] static QString dayTitle(int index);

Q_SIGNALS:
    /// One of the story's days has been reached, after its prices were delivered.
    void dayChanged(int index, const QString &title);
    void playingChanged(bool playing);

private:
    void moveTo(int step);
    void deliver();
    void setPlaying(bool playing);

    const monitor::Clock &m_clock;
    std::vector<std::string> m_needed;
    QTimer m_tick;
    QTimer m_repeat;
    WallTime m_storyStart;
    int m_step = 0; // since day N
    int m_pauseDay = kDays - 1;
    bool m_running = false;
};

} // namespace plimsoll::feed
