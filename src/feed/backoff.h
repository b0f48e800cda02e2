// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"

#include <QtCore/QByteArray>

#include <cstdint>
#include <functional>
#include <optional>

namespace plimsoll::feed {

/// The longest ban that the exchange's documentation knows.
inline constexpr std::int64_t kLongestBanMs = std::int64_t {3} * 24 * 3600 * 1000;

/// How long to wait after a failed attempt: min(60 s, first x 2^k) x U(0.8, 1.2), so that many programs do not come
/// back in step. Pure but for the injected `random`, which gives [0, 1). Not thread-safe.
class Backoff
{
public:
    static constexpr std::int64_t kLongestMs = 60'000;

    explicit Backoff(std::function<double()> random, std::int64_t firstMs = 1000);

    /// Milliseconds until the next attempt; longer with every call.
    [[nodiscard]] std::int64_t next();

    void reset() { m_step = 0; }

private:
    std::function<double()> m_random;
    std::int64_t m_firstMs;
    int m_step = 0;
};

/// Milliseconds that a Retry-After header asks for: whole seconds above 0, or an HTTP date in the future. Nothing for
/// everything else: a header of "0" has been seen from a real exchange during a ban.
[[nodiscard]] std::optional<std::int64_t> retryAfterMs(const QByteArray &header, WallTime wallTime);

/// Until when (wall ms) an exchange that answered 429, 418 or -1003 must be left alone: what its header or its text
/// asks for, but at least 60 s, after 418 at least 120 s, and at most the three days that a ban can last. `bannedUntil`
/// is 0 where the text names none. Source: exchange REST documentation "IP limits".
[[nodiscard]] WallTime pauseUntil(int status, const QByteArray &retryAfter, WallTime bannedUntil, WallTime wallTime);

} // namespace plimsoll::feed
