// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/historyport.h"
#include "viewmodels/chart/levelstretches.h"

#include <QtCore/QObject>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// Levels of any part of the past, out of the stores: of the wanted time and as much again on both sides, so that
/// panning finds them in memory. One account is asked for after the other, so that whatever else the stores have to
/// write comes in between. What is there stays until its successor has come. GUI thread; rows become corners on a pool
/// thread.
class ChartLevels : public QObject
{
    Q_OBJECT

public:
    explicit ChartLevels(monitor::HistoryPort &history, QObject *parent = nullptr);

    /// Wants these accounts from `from` to `to` (ms since 1970 UTC), the first one first. Nothing is read where they
    /// are there already.
    void want(std::vector<std::string> accounts, double from, double to);
    void append(const monitor::HistoryBatch &batch); ///< what the engine has just remembered
    void forget();

    [[nodiscard]] LevelStretches stretches(const std::string &account) const;
    [[nodiscard]] std::int64_t width() const { return m_has.width; } ///< ms of a bucket; 0: there is nothing

Q_SIGNALS:
    void loaded(const std::string &account);
    void grown(); ///< by what was appended

private:
    struct Range {
        WallTime from;
        WallTime to;
        std::int64_t width = 0;

        bool operator==(const Range &) const = default;
    };

    struct Line {
        monitor::LevelTrack track;
        LevelStretches stretches;
    };

    using LinePtr = std::shared_ptr<const Line>;

    [[nodiscard]] bool covers(const Range &range) const;
    void askNext();
    void take(const std::string &account, const LinePtr &line);

    monitor::HistoryPort &m_history;
    std::map<std::string, LinePtr> m_lines;
    std::vector<std::string> m_accounts; ///< wanted
    Range m_wanted; ///< as it is seen
    Range m_has; ///< with both sides; every account of m_lines has at least been asked for it
    Range m_asking;
    std::vector<std::string> m_queue; ///< last first
    bool m_busy = false;
    bool m_cut = false; ///< not every account was asked for m_asking
};

} // namespace plimsoll::viewmodels
