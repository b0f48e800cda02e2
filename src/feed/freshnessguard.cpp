// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/freshnessguard.h"

#include <algorithm>

namespace plimsoll::feed {

namespace {

constexpr std::int64_t kObservationGapMs = 5 * 60'000;
constexpr std::int64_t kDayMs = std::int64_t {24} * 3600 * 1000;
constexpr std::int64_t kShortestSilenceMs = 5 * 60'000;
constexpr std::int64_t kPauses = 6;
constexpr std::string_view kTrading = "TRADING";

} // namespace

std::int64_t FreshnessGuard::silenceLimit(std::optional<std::int64_t> count)
{
    if (!count) {
        return kUnchangedAfterMs;
    }
    return *count <= 0 ? kDayMs : std::clamp(kPauses * kDayMs / *count, kShortestSilenceMs, kDayMs);
}

void FreshnessGuard::setWordsEvery(std::int64_t everyMs)
{
    m_times.setEvery(std::min(everyMs, kWordsEveryMs));
    m_statuses.setEvery(std::min(everyMs, kWordsEveryMs));
}

void FreshnessGuard::onPrice(BootTime bootTime, std::string_view symbol, margin::Decimal price)
{
    auto found = m_seen.find(symbol);
    if (found == m_seen.end()) {
        m_seen.emplace(std::string(symbol), Seen {price, bootTime, bootTime});
        return;
    }
    Seen &seen = found->second;
    const bool moved = seen.price != price;
    if (moved) { // the only sign that the exchange lives where it says nothing
        m_stuckWithoutTimes = false;
        if (const auto words = m_words.find(symbol); words != m_words.end()) {
            words->second.silent = words->second.silent && m_times.works();
            words->second.halted = words->second.halted && m_statuses.works();
        }
    }
    if (moved || bootTime - seen.lastSeen > kObservationGapMs) {
        seen.unchangedSince = bootTime;
    }
    seen.price = price;
    seen.lastSeen = bootTime;
}

bool FreshnessGuard::Newest::advance(WallTime told, BootTime now)
{
    const bool advanced = told > time;
    if (told >= time || now - bootTime > ExchangeClock::kReadingLastsMs) {
        *this = {told, now};
    }
    return advanced;
}

bool FreshnessGuard::take(const wire::TickerTime &time, BootTime bootTime)
{
    Words &words = m_words[time.symbol];
    const bool known = words.closeTime != 0;
    const bool advanced = time.closeTime != 0 && words.newest.advance(time.closeTime, bootTime) && known;
    if (time.closeTime != words.closeTime) {
        words.silent = false;
    }
    if (time.closeTime != 0) {
        words.closeTime = time.closeTime;
    }
    words.count = time.count;
    return advanced || time.closeTime > m_newestClose;
}

void FreshnessGuard::onTimes(BootTime bootTime, const std::vector<wire::TickerTime> &times)
{
    // Compared per symbol as well: where symbols take turns the newest of all may belong to one that is asked for
    // rarely.
    bool advanced = !std::exchange(m_anyTimes, true);
    WallTime newest;
    for (const wire::TickerTime &time : times) {
        advanced = take(time, bootTime) || advanced;
        newest = std::max(newest, time.closeTime);
        m_newestClose = std::max(m_newestClose, time.closeTime);
    }
    if (newest > 0) {
        m_clock.onCloseTime(bootTime, newest);
    }
    const auto now = m_clock.at(bootTime);
    for (const wire::TickerTime &time : times) {
        Words &words = m_words[time.symbol];
        words.silent = words.silent
            || (now && words.closeTime != 0 && *now - words.closeTime > silenceLimit(words.count));
    }
    m_times.answered(bootTime);
    m_stuckWithoutTimes = false;
    m_lastTimes = bootTime;
    if (advanced) {
        m_advancedAt = bootTime;
    }
}

void FreshnessGuard::onStatuses(BootTime bootTime, const wire::ExchangeInfo &info)
{
    for (const wire::SymbolStatus &one : info.symbols) {
        m_words[one.symbol].halted = one.status != kTrading;
    }
    m_statuses.answered(bootTime);
    if (info.serverTime == 0) {
        return;
    }
    m_clock.onServerTime(bootTime, info.serverTime);
    if (m_serverTime.advance(info.serverTime, bootTime)
        && !anyBusy()) { // pairs that trade now and then cannot prove that the exchange lives
        m_advancedAt = bootTime;
    }
}

void FreshnessGuard::asked(BootTime bootTime, const std::vector<std::string> &symbols)
{
    for (const std::string &symbol : symbols) {
        m_words[symbol].askedAt = bootTime;
    }
}

void FreshnessGuard::onTimesFailed(BootTime bootTime)
{
    const bool wasFrozen = frozen(bootTime);
    if (m_times.failed(bootTime)) {
        m_stuckWithoutTimes = wasFrozen;
    }
}

void FreshnessGuard::onTimesMissing(BootTime bootTime)
{
    m_stuckWithoutTimes = frozen(bootTime);
    m_times.missing(bootTime);
}

bool FreshnessGuard::anyUnusable(const std::vector<std::string> &symbols) const
{
    return std::ranges::any_of(symbols, [this](const std::string &symbol) {
        const auto words = m_words.find(symbol);
        return words != m_words.end() && words->second.unusable();
    });
}

bool FreshnessGuard::anyNew(BootTime bootTime, const std::vector<std::string> &symbols) const
{
    return std::ranges::any_of(symbols, [this, bootTime](const std::string &symbol) {
        const auto words = m_words.find(symbol);
        return words == m_words.end() || bootTime - words->second.askedAt > kObservationGapMs;
    });
}

bool FreshnessGuard::anyBusy() const
{
    return std::ranges::any_of(m_words, [](const auto &entry) {
        const Words &words = entry.second;
        return words.closeTime != 0 && (!words.count || *words.count >= kPauses * kDayMs / kFrozenAfterMs);
    });
}

bool FreshnessGuard::timesDue(BootTime bootTime, const std::vector<std::string> &symbols) const
{
    return m_times.isDue(bootTime) || (m_times.works() && (anyNew(bootTime, symbols) || anyUnusable(symbols)));
}

bool FreshnessGuard::statusesDue(BootTime bootTime, const std::vector<std::string> &symbols) const
{
    return m_statuses.isDue(bootTime) || (m_statuses.works() && (anyNew(bootTime, symbols) || anyUnusable(symbols)));
}

bool FreshnessGuard::frozen(BootTime bootTime) const
{
    if (!m_times.works()) {
        return m_stuckWithoutTimes;
    }
    // The silence must have been observed: after a suspend or a broken endpoint the first answer decides.
    const bool observed = m_lastTimes - m_advancedAt >= kFrozenAfterMs - kWordsEveryMs;
    return observed && bootTime - m_advancedAt > kFrozenAfterMs;
}

margin::PriceState FreshnessGuard::stateOf(std::string_view symbol, BootTime bootTime) const
{
    if (frozen(bootTime)) {
        return margin::PriceState::Stale;
    }
    const auto words = m_words.find(symbol);
    const bool hasWords = words != m_words.end();
    if (hasWords && words->second.unusable()) {
        return margin::PriceState::Halted;
    }
    const bool hasTime = hasWords && words->second.closeTime != 0 && m_times.works();
    const auto seen = m_seen.find(symbol);
    const bool unchanged = seen != m_seen.end() && bootTime - seen->second.unchangedSince > kUnchangedAfterMs;
    return unchanged && !hasTime ? margin::PriceState::Stale : margin::PriceState::Known;
}

} // namespace plimsoll::feed
