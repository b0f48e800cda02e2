// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/analysisviewmodel.h"

namespace plimsoll::viewmodels {

AnalysisViewModel::AnalysisViewModel(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_format(format)
    , m_snapshot(relay.current())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &AnalysisViewModel::catchUp);
    connect(&relay, &monitor::SnapshotRelay::snapshotReady, this, &AnalysisViewModel::take);
}

void AnalysisViewModel::take(const monitor::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    catchUp();
}

void AnalysisViewModel::setActive(bool active)
{
    if (active != m_active) {
        m_active = active;
        recompute();
        Q_EMIT changed();
    }
}

void AnalysisViewModel::recompute()
{
    if (m_active && m_snapshot && m_snapshot->loaded && m_snapshot->rates) {
        m_asked = m_snapshot;
        m_pause.start();
        compute();
    }
}

// What came during a pause or a computation is asked about after both.
void AnalysisViewModel::catchUp()
{
    if (m_snapshot != m_asked && !m_waiting && !m_pause.isActive()) {
        recompute();
    }
}

} // namespace plimsoll::viewmodels
