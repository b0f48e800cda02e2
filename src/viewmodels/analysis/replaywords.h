// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/analysis/replayplayer.h"

namespace plimsoll::viewmodels {

/// What a replay did, in words. Pure; GUI thread because of translations.

RiskState replayState(const scenario::LevelSlice &slice); ///< at its end
QString replayLevelText(const scenario::LevelSlice &slice, const margin::Account &account, const DisplayFormat &format);

/// "lowest 1.03 on 19 May 13:04; margin call on …": in the whole replay.
QString replayOutcome(const ReplayAnswer &answer, std::size_t account, const DisplayFormat &format);

/// Changes of state and notices, oldest first, at most `most`.
std::vector<ReplayEventRow> replayEvents(const ReplayAnswer &answer, int most, const DisplayFormat &format);

/// From when to when, how many prices, what the alarms would have told; what could not be priced, and how many events
/// there are beyond `most`.
QString replaySummary(const ReplayAnswer &answer, int most, const DisplayFormat &format);

/// Both margin modes over the replay, in words.
std::vector<ReplayTwinRow> replayTwins(const ReplayAnswer &answer, const DisplayFormat &format);

/// The exact words of why nothing came out of recorded prices, or of files.
QString replayProblem(const Error &error, bool isRecorded);

/// A crash that people ask about, and which files of the exchange's archive it takes.
struct CrashPreset {
    QString title; ///< "19 May 2021"
    QString text; ///< what happened
    QString files; ///< "ETHUSDT-1m-2021-05.zip, BCHUSDT-1m-2021-05.zip"

    [[nodiscard]] const QString &rowKey() const { return title; }
    static RowRoles<CrashPreset> roles();
    bool operator==(const CrashPreset &) const = default;
};

/// Newest first; with the symbols by which these accounts are priced.
std::vector<CrashPreset> crashPresets(const std::vector<margin::Account> &accounts);

} // namespace plimsoll::viewmodels
