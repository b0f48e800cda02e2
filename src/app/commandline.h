// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/result.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace plimsoll::app {

/// `plimsoll [--data-dir DIR] [--price-url URL] [--poll-interval MS] [--example] [--replace] [--screenshot FILE --page
/// NAME]` (docs/interface.md).
struct CommandLine {
    QString dataDir; ///< absolute; default: plimsoll under the XDG data home
    QString priceUrl; ///< overrides the setting for this run; "" = not given
    std::optional<int> pollIntervalMs;
    bool example = false;
    bool replace = false; ///< ends a first start that does not answer, and takes its place
    QString screenshotFile; ///< "" = none
    QString page; ///< which page or dialog to show for the screenshot; see Screenshot
    QString theme; ///< "light" or "dark" for this run; "" = the setting
    bool listPages = false; ///< print the names that --page takes
    bool firstFrame = false; ///< end after the first frame, for measuring
};

/// Without what Qt's own application takes ("-platform xcb"), which is no option of this program.
QStringList withoutToolkitOptions(const QStringList &words);

/// Answers --help and --version by itself and ends the process. Requires: a QCoreApplication. Errors: Malformed, for
/// people.
Result<CommandLine> parseCommandLine(const QStringList &words);

} // namespace plimsoll::app
