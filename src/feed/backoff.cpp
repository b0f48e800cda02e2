// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/backoff.h"

#include "feed/httpdate.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::feed {

namespace {

constexpr double kJitter = 0.4;
constexpr std::int64_t kLimitFloorMs = 60'000;
constexpr std::int64_t kBanFloorMs = 120'000;
constexpr int kBanned = 418;

std::optional<std::int64_t> untilDate(const QByteArray &header, WallTime wallTime)
{
    const auto date = httpDate(header);
    const std::int64_t delay = date.value_or(WallTime()) - wallTime;
    return delay > 0 ? std::optional(delay) : std::nullopt;
}

} // namespace

Backoff::Backoff(std::function<double()> random, std::int64_t firstMs)
    : m_random(std::move(random))
    , m_firstMs(firstMs)
{
}

std::int64_t Backoff::next()
{
    std::int64_t delay = m_firstMs;
    for (int i = 0; i < m_step && delay < kLongestMs; ++i) {
        delay *= 2;
    }
    ++m_step;
    const double factor = 1.0 - kJitter / 2 + kJitter * std::clamp(m_random(), 0.0, 1.0);
    return std::llround(static_cast<double>(std::min(delay, kLongestMs)) * factor);
}

std::optional<std::int64_t> retryAfterMs(const QByteArray &header, WallTime wallTime)
{
    const QByteArray text = header.trimmed();
    const bool digits = !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits) {
        return untilDate(text, wallTime);
    }
    bool fits = false;
    const qlonglong seconds = text.toLongLong(&fits);
    const std::int64_t longest = kLongestBanMs / 1000;
    const std::int64_t wait = fits ? std::min<std::int64_t>(seconds, longest) : longest;
    return wait > 0 ? std::optional(wait * 1000) : std::nullopt;
}

WallTime pauseUntil(int status, const QByteArray &retryAfter, WallTime bannedUntil, WallTime wallTime)
{
    const std::int64_t floor = status == kBanned ? kBanFloorMs : kLimitFloorMs;
    const std::int64_t asked = std::max(retryAfterMs(retryAfter, wallTime).value_or(0), bannedUntil - wallTime);
    return wallTime + std::clamp(asked, floor, kLongestBanMs);
}

} // namespace plimsoll::feed
