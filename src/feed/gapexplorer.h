// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/gapjudge.h"
#include "feed/klinefetcher.h"
#include "ports/threadhost.h"

#include <QtCore/QObject>

#include <memory>

namespace plimsoll::feed {

/// Answers what happened while nobody watched: fetches the candles of the gap and has them judged on a thread of its
/// own, which begins with the first question. One question at a time, the newest wins. Lives on the thread that
/// creates it; `clock` must outlive it.
class GapExplorer : public QObject
{
    Q_OBJECT

public:
    /// `pauses`: as of KlineFetcher.
    GapExplorer(QUrl base, const monitor::Clock &clock, std::shared_ptr<HostPauses> pauses = {},
                QObject *parent = nullptr);
    ~GapExplorer() override; ///< does not wait for what is being judged

    void explore(const plimsoll::monitor::GapQuestion &question);

Q_SIGNALS:
    void answered(const plimsoll::monitor::GapReport &report);

private:
    void onCandles(const KlineResult &result);

    KlineFetcher m_fetcher;
    monitor::GapQuestion m_question;
    GapJudge *m_judge = nullptr; ///< lives on its thread
    std::unique_ptr<monitor::ThreadHost> m_thread;
};

} // namespace plimsoll::feed
