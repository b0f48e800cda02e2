// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace plimsoll::chance {

inline constexpr std::int64_t kMinuteMs = 60'000;
inline constexpr std::int64_t kShortStepMs = 5 * kMinuteMs; ///< of the first day
inline constexpr std::int64_t kLongStepMs = 60 * kMinuteMs; ///< afterwards
inline constexpr std::int64_t kDayMs = 24 * kLongStepMs;
inline constexpr std::int64_t kLongestHorizonMs = 365 * kDayMs;

/// The steps of a simulation: 5 minutes up to a day, an hour beyond. Times in ms from the beginning.
class TimeGrid
{
public:
    /// Requires: isHorizon(longest).
    explicit TimeGrid(std::int64_t longest);

    /// Whether a step ends there: a multiple of 5 minutes up to a day, of an hour beyond, at most a year.
    static bool isHorizon(std::int64_t time);

    [[nodiscard]] std::size_t steps() const { return m_ends.size(); }
    [[nodiscard]] std::int64_t begin(std::size_t step) const { return step == 0 ? 0 : m_ends[step - 1]; }
    [[nodiscard]] std::int64_t end(std::size_t step) const { return m_ends[step]; }
    [[nodiscard]] std::int64_t length(std::size_t step) const { return end(step) - begin(step); }
    [[nodiscard]] double years(std::size_t step) const; ///< its length

    /// The step that ends at `time`. Requires: isHorizon(time), within the grid.
    [[nodiscard]] std::size_t stepEndingAt(std::int64_t time) const;

    /// Times to draw a fan over, each the end of a step: every hour of the first day, every 4 hours of the first week,
    /// every 12 hours beyond; every step where there is only an hour.
    [[nodiscard]] std::vector<std::int64_t> fanTimes() const;

private:
    std::vector<std::int64_t> m_ends;
};

} // namespace plimsoll::chance
