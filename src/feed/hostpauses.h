// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/clock.h"

#include <QtCore/QByteArray>
#include <QtCore/QMutex>
#include <QtCore/QString>
#include <QtCore/QUrl>

#include <map>

namespace plimsoll::feed {

/// The pauses that exchanges asked for (429, 418, -1003), one per host, for all that ask it: every endpoint, and every
/// process that shares the file. The file holds nothing else, belongs to its owner alone (0600), and is written whole
/// or not at all; one that cannot be read or written leaves the pauses of this process. Within one boot a pause is
/// measured by the boot-time clock, so that setting the wall clock ends none; no pause lasts longer than kLongestBanMs
/// from now. Any thread.
class HostPauses
{
public:
    /// `path`: the file, in the data directory; empty = this process only.
    explicit HostPauses(const monitor::Clock &clock, QString path = {});

    /// Wall ms until which the host of `url` must be left alone; 0 = not paused.
    [[nodiscard]] WallTime until(const QUrl &url);

    /// It asked for a pause until then, wall ms. The later of two counts.
    void pause(const QUrl &url, WallTime untilWall);

    /// The name of the file in a data directory.
    [[nodiscard]] static QString fileIn(const QString &dataDir);

private:
    struct Pause {
        WallTime wall; // until
        BootTime boot; // the same moment on the boot-time clock ...
        std::string bootId; // ... of this boot
    };
    using Pauses = std::map<QString, Pause>;

    [[nodiscard]] std::int64_t leftOf(const Pause &pause) const;
    void readFile();
    void writeFile() const;
    [[nodiscard]] static Pauses parse(const QByteArray &text);

    const monitor::Clock &m_clock;
    QString m_path;
    std::string m_bootId;
    QMutex m_mutex;
    Pauses m_pauses;
};

/// "the exchange asked for a pause until 2026-11-28 05:10:00 UTC".
[[nodiscard]] QString pauseText(WallTime untilWall);

} // namespace plimsoll::feed
