// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/historyviewmodel.h"

#include <algorithm>
#include <utility>

namespace plimsoll::viewmodels {

namespace {

constexpr double kHour = 3'600'000;
constexpr std::int64_t kRereadMs = 30'000; // another process may be the one that remembers

} // namespace

double HistoryViewModel::rangeMs(int range)
{
    switch (range) {
    case Hour: return kHour;
    case Day: return 24 * kHour;
    case Week: return 7 * 24 * kHour;
    case Month: return 30 * 24 * kHour;
    case Year: return 365 * 24 * kHour;
    default: return 0;
    }
}

HistoryViewModel::HistoryViewModel(monitor::Stores &stores, monitor::SnapshotRelay &relay, const monitor::Clock &clock,
                                   const DisplayFormat &format, bool example, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_clock(clock)
    , m_format(format)
    , m_example(example)
    , m_chart(new LevelChartViewModel(*this, stores, clock, format, example, this))
    , m_sparklines(new Sparklines(stores, clock, example, this))
    , m_range(example ? All : Day)
    , m_heardAt(clock.bootTime())
{
    connect(&relay, &monitor::SnapshotRelay::snapshotReady, this, &HistoryViewModel::take);
    if (relay.current()) {
        take(relay.current());
    }
}

QStringList HistoryViewModel::rangeNames() const
{
    return {tr("1 h"), tr("24 h"), tr("7 d"), tr("30 d"), tr("1 y"), tr("All")};
}

void HistoryViewModel::setRange(int range)
{
    range = std::clamp<int>(range, Hour, All);
    const bool isOther = std::exchange(m_range, range) != range;
    if (!m_example && isOther) {
        for (auto &[account, track] : m_tracks) {
            track = monitor::LevelTrack(); // the stores have it in the width of this range
        }
        const std::string seen = m_chart->chosenAccount();
        if (m_tracks.contains(seen)) {
            load(seen);
        }
        for (const auto &[account, track] : m_tracks) {
            if (account != seen) {
                load(account);
            }
        }
    }
    Q_EMIT pointsChanged();
    m_chart->showRange(m_range);
}

LevelStretches HistoryViewModel::stretches(const QString &lineId) const
{
    const auto found = m_stretches.find(lineId.toStdString());
    return found == m_stretches.end() ? LevelStretches() : found->second;
}

monitor::LevelTrack HistoryViewModel::track(const QString &lineId) const
{
    const auto found = m_tracks.find(lineId.toStdString());
    return found == m_tracks.end() ? monitor::LevelTrack() : found->second;
}

TimeSpan HistoryViewModel::extent() const
{
    TimeSpan extent;
    for (const auto &[account, stretches] : m_stretches) {
        if (!stretches.isEmpty()) {
            const double first = stretches.first().first().x();
            extent.from = extent.to == 0 ? first : std::min(extent.from, first);
            extent.to = std::max(extent.to, stretches.last().last().x());
        }
    }
    return extent;
}

std::optional<monitor::LevelSample> HistoryViewModel::lastKnown(const std::string &account) const
{
    const auto found = m_tracks.find(account);
    if (found == m_tracks.end() || found->second.isEmpty()) {
        return std::nullopt;
    }
    return found->second.stretches(found->second.last(), INT64_MAX).back().back();
}

void HistoryViewModel::take(const monitor::SnapshotPtr &snapshot)
{
    if (!snapshot->loaded) {
        return;
    }
    const auto isGone = [&](const auto &line) { return snapshot->find(line.first) == nullptr; };
    std::erase_if(m_tracks, isGone);
    std::erase_if(m_stretches, isGone);
    for (std::size_t i = 0; i < snapshot->verdicts.size(); ++i) {
        const auto &account = snapshot->verdicts[i].account;
        if (account) {
            trackOf(account->id);
        }
    }
    if (m_clock.bootTime() - m_heardAt >= kRereadMs) {
        m_heardAt = m_clock.bootTime();
        for (const auto &[account, track] : m_tracks) {
            load(account);
        }
        m_sparklines->load();
    }
    m_chart->take(snapshot);
    m_sparklines->take(*snapshot);
}

monitor::LevelTrack &HistoryViewModel::trackOf(const std::string &account)
{
    const auto [place, isNew] = m_tracks.try_emplace(account);
    if (isNew) {
        load(account);
    }
    return place->second;
}

void HistoryViewModel::append(const monitor::HistoryBatchPtr &batch)
{
    m_heardAt = m_clock.bootTime();
    if (m_example) {
        for (const auto &[account, span] :
             batch->spans) { // one that does not grow: the story went back to its beginning
            const auto found = m_tracks.find(account);
            if (found != m_tracks.end() && span.end < found->second.last()) {
                found->second.dropFrom(span.begin);
            }
        }
    }
    std::set<std::string> grown;
    for (const auto &[account, span] : batch->spans) {
        trackOf(account).add(span);
        grown.insert(account);
    }
    for (const auto &[account, point] : batch->levels) {
        if (point.level) {
            trackOf(account).add(monitor::LevelSample {point.time, *point.level});
            grown.insert(account);
        }
    }
    m_chart->append(*batch);
    m_sparklines->append(*batch);
    draw(grown);
}

void HistoryViewModel::load(const std::string &account)
{
    if (m_example) {
        return;
    }
    const WallTime now = m_clock.wallTime();
    const auto span = static_cast<std::int64_t>(rangeMs(m_range));
    m_stores.levelTrack(account, span == 0 ? WallTime() : now - span, now)
        .then(this, [this, account, range = m_range](const Result<monitor::LevelTrack> &stored) {
            const auto found = m_tracks.find(account);
            if (stored && found != m_tracks.end() && range == m_range) {
                found->second.add(*stored); // what came meanwhile is in both, and counts once
                fold(account);
                m_chart->onLoaded(account);
                Q_EMIT pointsChanged();
            }
        });
}

// What has left the range goes, and what has grown too fine for it is folded, exactly as the stores would answer now.
void HistoryViewModel::cut(monitor::LevelTrack &track) const
{
    if (track.isEmpty() || m_example) {
        return;
    }
    const WallTime now = m_clock.wallTime();
    const auto span = static_cast<std::int64_t>(rangeMs(m_range));
    const WallTime from = span == 0 ? track.first() : std::max(track.first(), now - span);
    track.coarsen(monitor::LevelTrack::widthFor(now - from));
    track.dropBefore(from);
}

void HistoryViewModel::fold(const std::string &account)
{
    monitor::LevelTrack &track = m_tracks[account];
    cut(track);
    m_stretches[account] = stretchesOf(track);
}

void HistoryViewModel::draw(const std::set<std::string> &accounts)
{
    for (const std::string &account : accounts) {
        fold(account);
    }
    Q_EMIT pointsChanged();
    m_chart->onLevels();
}

} // namespace plimsoll::viewmodels
