// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/sparklines.h"

#include "viewmodels/chart/axistime.h"

#include <algorithm>
#include <set>

namespace plimsoll::viewmodels {

using monitor::LevelTrack;

Sparklines::Sparklines(monitor::HistoryPort &history, const monitor::Clock &clock, bool example, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_clock(clock)
    , m_example(example)
    , m_passedAt(clock.bootTime())
{
}

void Sparklines::take(const monitor::RiskSnapshot &snapshot)
{
    std::erase_if(m_tracks, [&](const auto &track) { return snapshot.find(track.first) == nullptr; });
    bool isNew = false;
    for (std::size_t i = 0; i < snapshot.verdicts.size(); ++i) {
        const auto &account = snapshot.verdicts[i].account;
        isNew = (account && m_tracks.try_emplace(account->id, kBucketMs).second) || isNew;
    }
    if (isNew) {
        load();
    }
    if (m_clock.bootTime() - m_passedAt >= kPassMs) {
        m_passedAt = m_clock.bootTime();
        Q_EMIT changed({});
    }
}

void Sparklines::load()
{
    if (m_example || m_asked) {
        return;
    }
    m_asked = true;
    const WallTime to = m_clock.wallTime();
    m_history.levelTracks(to - kSpanMs, to, kBucketMs).then(this, [this](const Result<monitor::LevelTracks> &stored) {
        m_asked = false;
        if (!stored) { // asked again with the next account, or the next look for what another process remembers
            return;
        }
        for (const auto &[account, track] : *stored) {
            const auto found = m_tracks.find(account);
            if (found != m_tracks.end()) {
                found->second.add(track); // what came meanwhile is in both, and counts once
                found->second.dropBefore(now() - kSpanMs);
            }
        }
        Q_EMIT changed({});
    });
}

// One that does not grow: the story went back to its beginning.
void Sparklines::drop(const monitor::HistoryBatch &batch)
{
    for (const auto &[account, span] : batch.spans) {
        const auto found = m_tracks.find(account);
        if (found != m_tracks.end() && span.end < found->second.last()) {
            found->second.dropFrom(span.begin);
        }
    }
}

void Sparklines::append(const monitor::HistoryBatch &batch)
{
    if (m_example) {
        drop(batch);
    }
    std::set<std::string> grown;
    const auto trackOf = [&](const std::string &account) -> LevelTrack & {
        grown.insert(account);
        return m_tracks.try_emplace(account, kBucketMs).first->second;
    };
    for (const auto &[account, span] : batch.spans) {
        trackOf(account).add(span);
    }
    for (const auto &[account, point] : batch.levels) {
        if (point.level) {
            trackOf(account).add(monitor::LevelSample {point.time, *point.level});
        }
    }
    for (const std::string &account : grown) {
        m_tracks.at(account).dropBefore(now() - kSpanMs);
        Q_EMIT changed(account);
    }
}

WallTime Sparklines::now() const
{
    if (!m_example) {
        return m_clock.wallTime();
    }
    WallTime latest;
    for (const auto &[account, track] : m_tracks) {
        latest = std::max(latest, track.last());
    }
    return latest;
}

std::vector<LevelColumn> Sparklines::columns(const QString &accountId, int count) const
{
    const auto found = m_tracks.find(accountId.toStdString());
    if (count <= 0 || found == m_tracks.end() || found->second.isEmpty()) {
        return {};
    }
    const std::int64_t column = kSpanMs / count;
    const WallTime end = floorTo(now(), column) + column;
    const WallTime begin = end - column * count;
    return columnsOf(stretchesOf(found->second), axisTime(begin), axisTime(end), count);
}

} // namespace plimsoll::viewmodels
