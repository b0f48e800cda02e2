// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/replaysource.h"

#include "scenario/candlebars.h"

#include <algorithm>
#include <chrono>

namespace plimsoll::feed {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using monitor::SourceReport;

namespace {

constexpr auto kTick = 20ms;
constexpr auto kRepeat = 1000ms;
constexpr int kMostPerTick = 500; // what lies behind after a stall is not caught up with

} // namespace

ReplaySource::ReplaySource(const std::vector<wire::CandleSeries> &series, ReplaySpeed speed,
                           const monitor::Clock &clock)
    : m_walk(scenario::barsOf(series))
    , m_next(m_walk.next())
    , m_speed(speed)
    , m_clock(clock)
    , m_tick(this)
    , m_repeat(this)
{
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.setInterval(kTick);
    m_repeat.setInterval(kRepeat);
    connect(&m_tick, &QTimer::timeout, this, &ReplaySource::onTick);
    connect(&m_repeat, &QTimer::timeout, this, &ReplaySource::deliver);
}

QString ReplaySource::name() const
{
    return u"replay"_s;
}

void ReplaySource::start()
{
    m_running = true;
    resume();
    if (m_picture.empty()) {
        step(); // the first moment at once: nothing is gained by an empty screen
    }
}

void ReplaySource::stop()
{
    m_running = false;
    m_tick.stop();
    m_repeat.stop();
}

void ReplaySource::setWanted(const std::vector<std::string> &needed, const std::vector<std::string> &)
{
    m_needed = needed;
}

void ReplaySource::pollNow()
{
    if (m_running) {
        deliver();
    }
}

void ReplaySource::pause()
{
    m_tick.stop();
}

void ReplaySource::resume()
{
    if (!m_running || m_finished) {
        return;
    }
    m_lastTick = m_clock.bootTime();
    m_credit = 0;
    m_tick.start();
}

void ReplaySource::setSpeed(ReplaySpeed speed)
{
    m_speed = speed;
    m_credit = 0;
}

void ReplaySource::onTick()
{
    const BootTime now = m_clock.bootTime();
    const auto elapsed = static_cast<double>(now - m_lastTick); // ms
    m_lastTick = now;
    const bool counted = m_speed.unit == ReplaySpeed::Unit::SamplesPerSecond;
    m_credit += counted ? elapsed * m_speed.value / 1000 : elapsed * m_speed.value;
    for (int i = 0; i < kMostPerTick && m_tick.isActive(); ++i) {
        const double cost = counted ? 1 : m_next ? static_cast<double>(m_next->time - m_moment) : 0;
        if (m_credit < cost) {
            return;
        }
        m_credit -= cost;
        step();
    }
    m_credit = 0;
}

void ReplaySource::step()
{
    if (!m_running || m_finished) {
        return;
    }
    if (m_next) {
        m_moment = m_next->time;
        for (const scenario::PricePoint &point : m_next->prices) {
            m_picture[point.symbol] = {point.symbol, point.price, margin::PriceState::Known};
        }
        for (const std::string &symbol : m_next->stale) {
            m_picture[symbol].state = margin::PriceState::Stale;
        }
        m_next = m_walk.next();
        deliver();
    }
    if (!m_next && m_running) {
        m_finished = true;
        m_tick.stop();
        Q_EMIT reported({SourceReport::Kind::Finished, u"the replay is over"_s, 0});
    }
}

void ReplaySource::deliver()
{
    m_repeat.start();
    monitor::PriceBatch batch {{}, m_clock.bootTime(), m_moment};
    for (const auto &[symbol, sample] : m_picture) {
        batch.samples.push_back(sample);
    }
    for (const std::string &symbol : m_needed) {
        if (!m_picture.contains(symbol)) {
            batch.samples.push_back({symbol, {}, margin::PriceState::Missing});
        }
    }
    Q_EMIT batchReady(batch);
    if (!m_finished) {
        Q_EMIT reported({SourceReport::Kind::Answered, {}, 0});
    }
}

} // namespace plimsoll::feed
