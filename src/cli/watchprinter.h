// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/snapshot.h"

#include <QtCore/QObject>

namespace plimsoll::cli {

/// Writes what the monitor tells as lines on standard output: NDJSON (docs/interface.md, `watch --json`) or words for people.
/// Lives on the main thread; connect the monitor's signals to its slots. `outputLost()` once where nobody reads any more.
class WatchPrinter : public QObject
{
    Q_OBJECT

public:
    explicit WatchPrinter(bool asJson, QObject *parent = nullptr);

    void onFeed(const monitor::FeedStatus &status);
    void onStatus(const monitor::StatusEvent &event);
    void onSnapshot(const monitor::SnapshotPtr &snapshot);

    [[nodiscard]] bool sawPrices() const { return m_lastAnswer != 0; }

Q_SIGNALS:
    void outputLost();

private:
    void write(const std::string &line);

    bool m_asJson;
    bool m_lost = false;
    std::int64_t m_lastAnswer = 0;
};

} // namespace plimsoll::cli
