// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"
#include "ports/historyport.h"
#include "viewmodels/chart/levelstretches.h"

#include <QtCore/QObject>

#include <string>

namespace plimsoll::viewmodels {

/// One account's levels from their beginning until now, for the strip below the chart. GUI thread.
class ChartOverview : public QObject
{
    Q_OBJECT

public:
    ChartOverview(monitor::HistoryPort &history, const monitor::Clock &clock, QObject *parent = nullptr);

    void show(const std::string &account);
    void append(const monitor::HistoryBatch &batch); ///< what the engine has just remembered

    [[nodiscard]] const LevelStretches &stretches() const { return m_stretches; }

Q_SIGNALS:
    void changed();

private:
    void draw();

    monitor::HistoryPort &m_history;
    const monitor::Clock &m_clock;
    std::string m_account;
    monitor::LevelTrack m_track;
    LevelStretches m_stretches;
};

} // namespace plimsoll::viewmodels
