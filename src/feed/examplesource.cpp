// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/examplesource.h"

#include <algorithm>
#include <array>

namespace plimsoll::feed {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using monitor::SourceReport;

namespace {

struct Day {
    int number; // days after N
    std::int64_t ethCents;
    std::int64_t bchCents;
};

constexpr std::array<Day, ExampleSource::kDays> kStory {Day {0, 200'00, 200'00}, Day {2, 230'00, 170'00},
                                                        Day {5, 220'00, 120'00}};
constexpr int kLastStep = kStory.back().number * ExampleSource::kStepsPerDay;
constexpr std::int64_t kStepMs = std::int64_t {24} * 3600 * 1000 / ExampleSource::kStepsPerDay;
constexpr auto kRepeat = 1000ms;

margin::Decimal fromCents(std::int64_t cents)
{
    return margin::Decimal::fromMantissa(margin::Int128 {cents} * (margin::Decimal::kOne / 100));
}

int stepOfDay(std::size_t index)
{
    return kStory[index].number * ExampleSource::kStepsPerDay;
}

margin::Decimal priceAt(int step, std::int64_t Day::*cents)
{
    const auto later = std::ranges::find_if(
        kStory, [step](const Day &day) { return day.number * ExampleSource::kStepsPerDay >= step; });
    const Day &to = *later;
    const Day &from = later == kStory.begin() ? to : *std::prev(later);
    const std::int64_t steps = std::max(1, (to.number - from.number) * ExampleSource::kStepsPerDay);
    const std::int64_t done = step - from.number * ExampleSource::kStepsPerDay;
    return fromCents(from.*cents + (to.*cents - from.*cents) * done / steps);
}

} // namespace

ExampleSource::ExampleSource(const monitor::Clock &clock)
    : m_clock(clock)
    , m_tick(this)
    , m_repeat(this)
    , m_storyStart(clock.wallTime() - kLastStep * kStepMs)
{
    m_tick.setTimerType(Qt::PreciseTimer);
    m_repeat.setInterval(kRepeat);
    setDayDuration(kDayDuration);
    connect(&m_tick, &QTimer::timeout, this, [this] { moveTo(m_step + 1); });
    connect(&m_repeat, &QTimer::timeout, this, &ExampleSource::deliver);
}

QString ExampleSource::name() const
{
    return u"example"_s;
}

QString ExampleSource::dayTitle(int index)
{
    const int number = kStory[static_cast<std::size_t>(std::clamp(index, 0, kDays - 1))].number;
    return number == 0 ? tr("Day N") : tr("Day N+%1").arg(number);
}

void ExampleSource::start()
{
    m_running = true;
    moveTo(m_step);
    playTo(m_pauseDay);
}

void ExampleSource::stop()
{
    setPlaying(false);
    m_running = false;
    m_repeat.stop();
}

void ExampleSource::setWanted(const std::vector<std::string> &needed, const std::vector<std::string> &)
{
    m_needed = needed;
}

void ExampleSource::pollNow()
{
    if (m_running) {
        deliver();
    }
}

void ExampleSource::playTo(int index)
{
    m_pauseDay = std::clamp(index, 0, kDays - 1);
    if (m_running) {
        setPlaying(m_step < stepOfDay(static_cast<std::size_t>(m_pauseDay)));
    }
}

void ExampleSource::pause()
{
    setPlaying(false);
}

void ExampleSource::goToDay(int index)
{
    if (index < 0 || index >= kDays) {
        return;
    }
    const int step = stepOfDay(static_cast<std::size_t>(index));
    if (m_running) {
        moveTo(step);
    } else {
        m_step = step; // where start() begins
    }
}

void ExampleSource::setDayDuration(std::chrono::milliseconds duration)
{
    m_tick.setInterval(std::max(1ms, duration / kStepsPerDay));
}

void ExampleSource::setPlaying(bool playing)
{
    if (playing != m_tick.isActive()) {
        playing ? m_tick.start() : m_tick.stop();
        Q_EMIT playingChanged(playing);
    }
}

void ExampleSource::moveTo(int step)
{
    m_step = step;
    deliver();
    for (std::size_t index = 0; index < kStory.size(); ++index) {
        if (stepOfDay(index) == step) {
            Q_EMIT dayChanged(static_cast<int>(index), dayTitle(static_cast<int>(index)));
        }
    }
    if (step >= stepOfDay(static_cast<std::size_t>(m_pauseDay))) {
        setPlaying(false);
    }
    if (step == kLastStep) {
        Q_EMIT reported({SourceReport::Kind::Finished, u"the story is over"_s, 0});
    }
}

void ExampleSource::deliver()
{
    m_repeat.start();
    monitor::PriceBatch batch {{}, m_clock.bootTime(), m_storyStart + m_step * kStepMs};
    batch.samples.push_back({"ETHUSDT", priceAt(m_step, &Day::ethCents), margin::PriceState::Known});
    batch.samples.push_back({"BCHUSDT", priceAt(m_step, &Day::bchCents), margin::PriceState::Known});
    for (const std::string &symbol : m_needed) {
        if (symbol != "ETHUSDT" && symbol != "BCHUSDT") {
            batch.samples.push_back({symbol, {}, margin::PriceState::Missing});
        }
    }
    Q_EMIT batchReady(batch);
    Q_EMIT reported({SourceReport::Kind::Answered, {}, 0});
}

} // namespace plimsoll::feed
