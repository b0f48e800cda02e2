// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/klinefetcher.h"
#include "monitor/alarmservice.h"

#include <QtCore/QObject>

namespace plimsoll::feed
{

/// Answers what happened while nobody watched: fetches the candles of the gap and lets the accounts and their alarms live through
/// them. One question at a time, the newest wins. Lives on the thread that creates it; `clock` must outlive it.
class GapExplorer : public QObject
{
    Q_OBJECT

public:
    /// `pauses`: as of KlineFetcher.
    GapExplorer(QUrl base, const monitor::Clock &clock, std::shared_ptr<HostPauses> pauses = {}, QObject *parent = nullptr);

    void explore(const plimsoll::monitor::GapQuestion &question);

Q_SIGNALS:
    void answered(const plimsoll::monitor::GapReport &report);

private:
    void onCandles(const KlineResult &result);

    KlineFetcher m_fetcher;
    monitor::GapQuestion m_question;
};

} // namespace plimsoll::feed
