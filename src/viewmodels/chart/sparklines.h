// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/clock.h"
#include "ports/historyport.h"
#include "ports/snapshot.h"
#include "viewmodels/chart/levelstretches.h"

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// The last 24 hours of every account's margin level, in small, for the lines of a list. The stores are asked once for
/// the whole book, not per account; what the engine remembers later is added. Nothing is drawn here, and nothing is
/// computed for an account at which nobody looks. GUI thread.
class Sparklines : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")

public:
    static constexpr std::int64_t kSpanMs = 24 * 3'600'000;
    static constexpr std::int64_t kBucketMs = 600'000; ///< 144 of them: as many as a small picture can tell apart
    static constexpr std::int64_t kPassMs = 60'000; ///< time passes for the pictures too where nothing is remembered

    /// `example`: the time is the story's, which can go back; nothing is read from the stores.
    Sparklines(monitor::HistoryPort &history, const monitor::Clock &clock, bool example, QObject *parent = nullptr);

    void take(const monitor::RiskSnapshot &snapshot); ///< which accounts there are; what is new is asked for
    void append(const monitor::HistoryBatch &batch); ///< what the engine has just remembered
    void load(); ///< asks for what is stored: another process may be the one that remembers

    /// The 24 hours in `count` columns of equal time; the last one holds the present moment. It ends a whole number of
    /// columns after 1970, so that a picture moves by whole columns and not with every moment. Columns in which nothing
    /// was known are left out; nothing at all where the account has no level.
    [[nodiscard]] std::vector<LevelColumn> columns(const QString &accountId, int count) const;

Q_SIGNALS:
    void changed(const std::string &account); ///< "": any of them

private:
    [[nodiscard]] WallTime now() const;
    void drop(const monitor::HistoryBatch &batch);

    monitor::HistoryPort &m_history;
    const monitor::Clock &m_clock;
    const bool m_example;
    std::map<std::string, monitor::LevelTrack> m_tracks;
    bool m_asked = false; ///< an answer is on its way
    BootTime m_passedAt;
};

} // namespace plimsoll::viewmodels
