// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/leveltrack.h"

#include <QtCore/QList>
#include <QtCore/QPointF>

#include <optional>
#include <vector>

namespace plimsoll::viewmodels {

/// A level over time as a chart draws it. Doubles, because they become pixels and nothing else: x is ms since 1970 UTC,
/// y the level. Pure; any thread.

/// The corners of the steps of one stretch of known level, ascending in time.
using LevelStretch = QList<QPointF>;
/// What lies between two of them was not known.
using LevelStretches = QList<LevelStretch>;

LevelStretches stretchesOf(const monitor::LevelTrack &track);

struct LevelExtent {
    double lowest = 0;
    double highest = 0;
};

/// Of everything that held in [from, to]; nothing where no level was known in it.
std::optional<LevelExtent> extentOf(const LevelStretches &stretches, double from, double to);

/// The level that held at a moment; where it stepped just then, the new one.
std::optional<double> levelAt(const LevelStretches &stretches, double time);

/// Ms since 1970 UTC.
struct TimeSpan {
    double from = 0;
    double to = 0;

    bool operator==(const TimeSpan &) const = default;
};

/// Where nothing was known in [from, to], if longer than `shortest` ms. Before the first stretch there is no gap:
/// nothing was to be known yet.
std::vector<TimeSpan> gapsOf(const LevelStretches &stretches, double from, double to, double shortest);

/// Everything that held while one column of pixels passed: whatever is drawn of it reaches from `lowest` to `highest`,
/// so that a dip of one sample among a million is a line of full length.
struct LevelColumn {
    int column = 0;
    double lowest = 0;
    double highest = 0;

    bool operator==(const LevelColumn &) const = default;
};

/// [from, to] cut into `count` columns; those in which nothing was known are left out. Ascending.
std::vector<LevelColumn> columnsOf(const LevelStretches &stretches, double from, double to, int count);

} // namespace plimsoll::viewmodels
