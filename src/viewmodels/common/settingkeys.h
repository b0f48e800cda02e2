// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/interestsetting.h"

#include <QtCore/QString>

namespace plimsoll::viewmodels {

/// The keys of Stores::settings() and what their values mean; the one list for whoever writes or reads one. A missing
/// or unreadable value means the default.
struct SettingKeys {
    static inline const QString priceUrl = QStringLiteral(
        "price_url"); ///< base URL of the price source; "" = built-in public data
    static inline const QString intervalMs = QStringLiteral("interval_ms"); ///< poll period, 1000..60000; default 5000
    static inline const QString theme = QStringLiteral(
        "theme"); ///< 0 system, 1 light, 2 dark, 3 high contrast; default 0
    static inline const QString language = QStringLiteral("language"); ///< "" system (default), "en", "de"
    static inline const QString closeAtLiquidation = QStringLiteral(
        "close_at_liquidation"); ///< "1": record the account as liquidated; default "0": ask
    static inline const QString addInterest =
        monitor::kAddInterestKey.toString(); ///< "0": interest is not added by the hour; default "1"
    static inline const QString closeAction = QStringLiteral(
        "close_action"); ///< what closing the window does: "ask" (default), "tray", "quit"
    static inline const QString layout = QStringLiteral("layout"); ///< of the main window (WindowLayout)
    static inline const QString folder = QStringLiteral("folder"); ///< of files a person chose last (PathChooser)
    static inline const QString barsTold = QStringLiteral(
        "bars_told"); ///< lines "account profile": told that the bars do not fit the mode

    static inline const QString repairsTold = QStringLiteral(
        "repairs_told"); ///< the number of the newest repair of a balance that was told

    static constexpr int kDefaultIntervalMs = 5000;
    static constexpr int kShortestIntervalMs = 1000;
    static constexpr int kLongestIntervalMs = 60'000;
};

} // namespace plimsoll::viewmodels
