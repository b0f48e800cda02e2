// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/examplesource.h"
#include "viewmodels/app/examplecontrol.h"

namespace plimsoll::app {

/// Drives the reference example's price source from the screen's thread. The story waits on day N and stops on each of
/// its days, so that a person can look around. The source must outlive it; it lives on the engine thread.
class ExampleDriver final : public viewmodels::ExampleControl
{
    Q_OBJECT

public:
    explicit ExampleDriver(feed::ExampleSource &source, QObject *parent = nullptr);

    [[nodiscard]] int dayIndex() const override { return m_day; }
    [[nodiscard]] int dayCount() const override { return feed::ExampleSource::kDays; }
    [[nodiscard]] QString dayTitle() const override { return feed::ExampleSource::dayTitle(m_day); }
    [[nodiscard]] bool playing() const override { return m_playing; }

    void next() override;
    void previous() override;
    void play() override;
    void pause() override;

    void goToDay(int index); ///< at once, without the way between
    void playTo(int index, std::chrono::milliseconds dayDuration); ///< all the way from where it stands, then pauses

Q_SIGNALS:
    /// With the people as they were on day N, then on that day; `playing`: on from day N.
    void startOver(int day, bool playing);

private:
    void leaveDay();
    template<typename Call>
    void ask(Call call);

    feed::ExampleSource &m_source;
    int m_day = 0;
    bool m_playing = false;
    bool m_pastCall = false; ///< prices have been beyond day N+2
};

} // namespace plimsoll::app
