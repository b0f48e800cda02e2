// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/chartoverview.h"

namespace plimsoll::viewmodels {

ChartOverview::ChartOverview(monitor::HistoryPort &history, const monitor::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_clock(clock)
{
}

void ChartOverview::show(const std::string &account)
{
    if (account == m_account) {
        return;
    }
    m_account = account;
    m_track = monitor::LevelTrack();
    draw();
    m_history.levelTrack(account, 0, m_clock.wallTime())
        .then(this, [this, account](const Result<monitor::LevelTrack> &stored) {
            if (stored && account == m_account) {
                m_track.add(*stored); // what came meanwhile is in both, and counts once
                draw();
            }
        });
}

void ChartOverview::append(const monitor::HistoryBatch &batch)
{
    bool grown = false;
    for (const auto &[account, span] : batch.spans) {
        if (account == m_account) {
            m_track.add(span);
            grown = true;
        }
    }
    for (const auto &[account, point] : batch.levels) {
        if (account == m_account && point.level) {
            m_track.add(monitor::LevelSample {point.time, *point.level});
            grown = true;
        }
    }
    if (grown) {
        draw();
    }
}

void ChartOverview::draw()
{
    if (!m_track.isEmpty()) { // as it grows, no wider than a chart
        m_track.coarsen(monitor::LevelTrack::widthFor(m_track.last() - m_track.first()));
    }
    m_stretches = stretchesOf(m_track);
    Q_EMIT changed();
}

} // namespace plimsoll::viewmodels
