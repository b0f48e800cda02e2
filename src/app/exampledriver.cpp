// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exampledriver.h"

#include <algorithm>

namespace plimsoll::app {

ExampleDriver::ExampleDriver(feed::ExampleSource &source, QObject *parent)
    : viewmodels::ExampleControl(parent)
    , m_source(source)
{
    source.playTo(0); // it has not started yet: the story waits on day N
    connect(&source, &feed::ExampleSource::dayChanged, this, [this](int index) {
        m_day = index;
        Q_EMIT changed();
    });
    connect(&source, &feed::ExampleSource::playingChanged, this, [this](bool playing) {
        m_playing = playing;
        Q_EMIT changed();
    });
}

template<typename Call>
void ExampleDriver::ask(Call call)
{
    QMetaObject::invokeMethod(&m_source, [source = &m_source, call] { call(*source); });
}

void ExampleDriver::leaveDay()
{
    m_pastCall = m_pastCall || m_day > 0;
}

void ExampleDriver::next()
{
    leaveDay();
    goToDay(m_day + 1);
}

// What was liquidated on the way from N+2 on stays so in the journal: going back from there is a new start.
void ExampleDriver::previous()
{
    const int day = std::max(m_day - 1, 0);
    if (m_pastCall) {
        Q_EMIT startOver(day, false);
    } else {
        goToDay(day);
    }
}

void ExampleDriver::play()
{
    if (m_day == dayCount() - 1) {
        Q_EMIT startOver(0, true);
        return;
    }
    leaveDay();
    ask([day = m_day + 1](feed::ExampleSource &source) { source.playTo(day); });
}

void ExampleDriver::pause()
{
    ask([](feed::ExampleSource &source) { source.pause(); });
}

void ExampleDriver::playTo(int index, std::chrono::milliseconds dayDuration)
{
    ask([index, dayDuration](feed::ExampleSource &source) {
        source.setDayDuration(dayDuration);
        source.playTo(index);
    });
}

void ExampleDriver::goToDay(int index)
{
    ask([index](feed::ExampleSource &source) {
        source.goToDay(index);
        source.pause();
    });
}

} // namespace plimsoll::app
