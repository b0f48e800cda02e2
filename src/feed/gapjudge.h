// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/klinefetcher.h"
#include "ports/gapquestion.h"

#include <QtCore/QObject>

#include <atomic>

namespace plimsoll::feed {

/// Lets accounts and their alarms live through the candles of a gap. That takes seconds for a year: it lives on a
/// thread of its own, and only values go there and back.
class GapJudge : public QObject
{
    Q_OBJECT

public:
    void judge(const monitor::GapQuestion &question, const KlineResult &candles);
    void giveUp()
    {
        m_givenUp = true;
    } ///< any thread: what is being judged ends within milliseconds, without an answer

Q_SIGNALS:
    void judged(const plimsoll::monitor::GapReport &report);

private:
    std::atomic<bool> m_givenUp {false};
};

} // namespace plimsoll::feed
