// SPDX-License-Identifier: GPL-3.0-or-later
#include "prop_alarmwalk.h"

#include "margin/exact.h"
#include "marginkit.h"

#include <QtGlobal>

#include <algorithm>

namespace plimsoll::test {

using namespace alarm;
using margin::Int128;
using margin::Wide;
using Kind = WalkEvent::Kind;

namespace {

constexpr Int128 kUnit = 10'000'000'000; // 10^-8

std::string shortLevel(const Sample &sample)
{
    if (sample.level.debt().isZero()) {
        return "-";
    }
    const margin::exact::Integer level = margin::exact::fromWide(sample.level.assets()) * margin::exact::powerOfTen(18)
        / margin::exact::fromWide(sample.level.debt());
    return margin::exact::toString(level, 18);
}

} // namespace

std::uint64_t walkSeed()
{
    bool isNumber = false;
    const qulonglong wanted = qEnvironmentVariable("PLIMSOLL_SEED").toULongLong(&isNumber);
    const std::uint64_t seed = isNumber ? wanted : 20'261'122;
    qInfo("PLIMSOLL_SEED=%llu", static_cast<unsigned long long>(seed));
    return seed;
}

std::string WalkEvent::text() const
{
    const std::string when = std::to_string(time.ms()) + " " + account + " ";
    static const std::array<const char *, 6> kinds {"level", "stale", "frozen", "incomplete", "nodebt", "closed"};
    switch (kind) {
    case Kind::Judge:
    case Kind::JudgeRules:
        return when + (kind == Kind::JudgeRules ? "rules at " : "") + kinds[static_cast<std::size_t>(sample.kind)] + " "
            + shortLevel(sample) + " at " + std::to_string(sample.time.ms()) + " oldest "
            + std::to_string(sample.oldestPrice.ms()) + " bars " + sample.thresholds.initial.toString() + "/"
            + sample.thresholds.marginCall.toString() + "/" + sample.thresholds.liquidation.toString();
    case Kind::Tick: return when + "tick";
    case Kind::Acknowledge:
        return when + "ack of " + std::to_string(made.ms()) + " "
            + (condition ? std::string(conditionWord(*condition)) : "");
    case Kind::Snooze: return when + "snooze of " + std::to_string(made.ms()) + " " + std::to_string(span);
    case Kind::Handle: return when + "handle of " + std::to_string(made.ms());
    case Kind::Undo: return when + "undo";
    case Kind::Rules: return when + "rules " + std::to_string(rules.size());
    case Kind::Restart:
        return when + "restart " + then.boot + "@" + std::to_string(then.bootTime.ms()) + " -> " + now.boot + "@"
            + std::to_string(now.bootTime.ms()) + " wall " + std::to_string(now.wallTime - then.wallTime);
    }
    return when;
}

AlarmWalk::AlarmWalk(std::uint64_t seed)
    : m_engine(seed)
{
    static constexpr std::array<Ms, 4> periods {5'000, 10'000, 10'000, 60'000};
    m_period = periods[static_cast<std::size_t>(between(0, 3))];
    m_jitters = oneIn(2);
    m_now = BootTime::ofMs(between(1, 40) * 100'000);
    static const std::array debts {d("800"), d("0.00000001"), d("123456.789"), d("31.4")};
    for (std::int64_t i = between(2, 5); i > 0; --i) {
        Walker walker;
        walker.name = std::string(1, static_cast<char>('a' + m_walkers.size()));
        walker.debt = debts[static_cast<std::size_t>(between(0, 3))];
        walker.thresholds = anyThresholds();
        walker.level = anyTarget(walker);
        walker.goodSince = m_now;
        m_walkers.push_back(walker);
    }
}

std::int64_t AlarmWalk::between(std::int64_t low, std::int64_t high)
{
    return low + static_cast<std::int64_t>(m_engine() % static_cast<std::uint64_t>(high - low + 1));
}

margin::Thresholds AlarmWalk::anyThresholds()
{
    static const std::array choices {referenceBars(), bars("1.5", "1.3", "1.1"), bars("1.111", "1.10", "1.05"),
                                     bars("1.2", "1.2", "1.1"), bars("1.25", "1.16", "1.1")};
    return choices[static_cast<std::size_t>(between(0, 4))];
}

// A bar, or a place where something else changes.
Int128 AlarmWalk::anyTarget(const Walker &walker)
{
    const Int128 initial = walker.thresholds.initial.mantissa();
    const Int128 call = walker.thresholds.marginCall.mantissa();
    const Int128 liquidation = walker.thresholds.liquidation.mantissa();
    const Int128 critical = (call + liquidation) / 2;
    const Int128 watch = (call + initial) / 2;
    const std::array targets {call,
                              call,
                              call + std::min(call / 50, (initial - call) / 2),
                              critical,
                              critical + std::min(critical / 50, (call - critical) / 2),
                              watch,
                              watch + watch / 100,
                              liquidation,
                              liquidation + std::min(liquidation / 50, (call - liquidation) / 2),
                              call * 6 / 5,
                              call * 5 / 4,
                              call * 2,
                              liquidation * 9 / 10,
                              watch * 11 / 10,
                              call * 4,
                              d("1.5").mantissa(),
                              d("1.515").mantissa(),
                              d("1.12").mantissa(),
                              d("1.1312").mantissa(),
                              call * 10 / 9};
    return targets[static_cast<std::size_t>(between(0, targets.size() - 1))];
}

std::vector<Rule> AlarmWalk::anyRules()
{
    using RuleKind = Rule::Kind;
    static const std::array all {Rule {"r1", "", RuleKind::Level, d("1.5"), "", Stage::Notice, true},
                                 Rule {"r2", "a", RuleKind::Level, d("1.12"), "", Stage::Call, true},
                                 Rule {"r3", "", RuleKind::Level, d("1.06"), "", Stage::Critical, true},
                                 Rule {"r4", "b", RuleKind::Distance, d("0.1"), "", Stage::Notice, true},
                                 Rule {"r5", "", RuleKind::PriceBelow, d("180"), "BCHUSDT", Stage::Notice, true},
                                 Rule {"r6", "a", RuleKind::PriceAbove, d("180.9"), "BCHUSDT", Stage::Call, true},
                                 Rule {"r7", "", RuleKind::InterestHours, d("24"), "", Stage::Notice, true},
                                 Rule {"r8", "a", RuleKind::InterestHours, d("12"), "", Stage::Critical, true}};
    std::vector<Rule> chosen;
    for (const Rule &rule : all) {
        if (oneIn(2)) {
            chosen.push_back(rule);
            chosen.back().enabled = !oneIn(8);
        }
    }
    return chosen;
}

WalkEvent AlarmWalk::at(Kind kind) const
{
    WalkEvent event;
    event.kind = kind;
    event.time = m_now;
    return event;
}

void AlarmWalk::move(Walker &walker)
{
    if (walker.modeLeft-- <= 0) {
        walker.mode = static_cast<Mode>(between(0, 6));
        walker.modeLeft = static_cast<int>(between(1, oneIn(4) ? 200 : 25));
        walker.target = anyTarget(walker);
        if (oneIn(3)) {
            walker.level = walker.target;
        }
    }
    static constexpr std::array<Int128, 5> steps {0, 1, -1, kUnit, -kUnit};
    switch (walker.mode) {
    case Mode::Park: walker.level = walker.target + steps[static_cast<std::size_t>(between(0, 4))]; break;
    case Mode::Drift: walker.level += kUnit * between(-3, 3); break;
    case Mode::Noise: walker.level += walker.level / 10'000 * between(-30, 30); break;
    case Mode::Sag: walker.level -= walker.level / 1'000 * between(0, 12); break;
    case Mode::Climb: walker.level += walker.level / 1'000 * between(0, 12); break;
    case Mode::Spike: std::swap(walker.level, walker.target); break;
    case Mode::Still: break;
    }
    walker.level = std::clamp(walker.level, margin::Decimal::kOne / 5, 50 * margin::Decimal::kOne);
}

Sample AlarmWalk::sample(Walker &walker)
{
    if (walker.kindLeft-- <= 0) {
        const bool fails = walker.kind == Sample::Kind::Valid && oneIn(3);
        walker.kind = fails ? static_cast<Sample::Kind>(between(1, oneIn(4) ? 5 : 3)) : Sample::Kind::Valid;
        walker.kindLeft = static_cast<int>(fails ? between(1, 30) : between(1, 150));
    }
    move(walker);
    if (oneIn(2'000)) {
        walker.thresholds = anyThresholds();
    }
    Sample made;
    made.time = m_now;
    made.kind = walker.kind;
    made.thresholds = walker.thresholds;
    if (walker.kind == Sample::Kind::Valid) {
        walker.goodSince = m_now;
    }
    if (walker.kind == Sample::Kind::NoDebt || walker.kind == Sample::Kind::Closed) {
        addFigures(made, walker);
        return made;
    }
    made.level = {Wide::product(walker.debt, margin::Decimal::fromMantissa(walker.level)),
                  Wide::product(walker.debt, d("1"))};
    made.oldestPrice = walker.goodSince;
    if (walker.kind == Sample::Kind::Valid && walker.level > walker.thresholds.initial.mantissa()
        && walker.kindLeft % 7 < 2) { // dust
        made.unpriced = static_cast<Sample::Kind>(1 + walker.kindLeft / 7 % 3);
    }
    made.debtUnpriced = walker.kind == Sample::Kind::Incomplete && oneIn(4);
    addFigures(made, walker);
    return made;
}

// What own rules read: prices and interest that come and go.
void AlarmWalk::addFigures(Sample &sample, const Walker &walker)
{
    sample.prices.clear();
    sample.hourlyInterest.reset();
    static const std::array prices {d("179"),          d("180"),      d("180.00000001"), d("180.9"),
                                    d("180.90000001"), d("179.9955"), d("179.99549999"), d("250")};
    if (!oneIn(20)) {
        sample.prices.push_back({"BCHUSDT", prices[static_cast<std::size_t>((m_now.ms() / 120'000) % 8)]});
    }
    static const std::array rates {d("0"), d("0.0001"), d("0.001"), d("0.01")};
    if (!oneIn(20)) {
        sample.hourlyInterest = Wide::product(walker.debt, rates[static_cast<std::size_t>((m_now.ms() / 200'000) % 4)]);
    }
}

void AlarmWalk::addSample(Walker &walker, std::vector<WalkEvent> &events)
{
    WalkEvent event = at(Kind::Judge);
    event.account = walker.name;
    event.sample = sample(walker);
    const Sample before = walker.last;
    walker.last = event.sample;
    if (oneIn(50)) {
        return; // lost
    }
    events.push_back(event);
    if (oneIn(50)) {
        events.push_back(event);
    }
    if (oneIn(50) && before.time > 0) {
        event.sample = before;
        events.push_back(event);
    }
    if (oneIn(100)) {
        event.sample = sample(walker); // the same moment, another level
        walker.last = event.sample;
        events.push_back(event);
    }
}

// Where samples of the same moment follow, nothing is acknowledged: within one millisecond undo cannot tell what came
// after.
void AlarmWalk::addPerson(std::vector<WalkEvent> &events, bool samplesFollow)
{
    events.push_back(at(Kind::Tick));
    static constexpr std::array kinds {Kind::Acknowledge, Kind::Acknowledge, Kind::Acknowledge, Kind::Snooze,
                                       Kind::Snooze,      Kind::Handle,      Kind::Undo};
    WalkEvent event = at(kinds[static_cast<std::size_t>(between(samplesFollow ? 3 : 0, 6))]);
    event.account = oneIn(4)
        ? "*"
        : m_walkers[static_cast<std::size_t>(between(0, static_cast<int>(m_walkers.size()) - 1))].name;
    if (oneIn(2)) {
        event.condition = static_cast<Condition>(between(0, 7));
    }
    static constexpr std::array spans {kMinute, 5 * kMinute, 15 * kMinute, 16 * kMinute, 48 * kHour};
    event.span = spans[static_cast<std::size_t>(between(0, 4))];
    static constexpr std::array ages {20 * kSecond, 2 * kMinute, 10 * kMinute, 20 * kMinute};
    event.made = event.time
        - (oneIn(3) ? ages[static_cast<std::size_t>(between(0, 3))] : 0); // of another process, taken over late
    const bool undoes = event.kind == Kind::Acknowledge && oneIn(4);
    events.push_back(event);
    if (undoes) {
        events.push_back(at(Kind::Undo));
    }
}

void AlarmWalk::addRestart(std::vector<WalkEvent> &events)
{
    WalkEvent event = at(Kind::Restart);
    event.then = {"boot" + std::to_string(m_boot), m_now, m_wall};
    const Ms away = oneIn(2) ? between(1, 60) * kSecond : between(1, 48) * 30 * kMinute;
    if (oneIn(2)) {
        m_now += away;
        m_wall += away;
    } else {
        ++m_boot;
        m_now = BootTime {1}
            + (oneIn(2) ? between(5, 100) * kSecond
                        : between(1, 200) * kMinute); // + 1: no stored time lands on 0, which means never
        m_wall += oneIn(4) ? -away : away; // somebody set it back
        for (Walker &walker : m_walkers) {
            walker.goodSince = m_now;
            walker.last = {};
        }
    }
    event.now = {"boot" + std::to_string(m_boot), m_now, m_wall};
    event.time = m_now;
    events.push_back(event);
}

// A second passed, or a price moved that only a rule reads.
void AlarmWalk::addRuleSamples(std::vector<WalkEvent> &events)
{
    for (Walker &walker : m_walkers) {
        if (walker.last.time == 0 || oneIn(3)) {
            continue;
        }
        WalkEvent event = at(Kind::JudgeRules);
        event.account = walker.name;
        event.sample = walker.last;
        event.sample.time = m_now;
        addFigures(event.sample, walker);
        events.push_back(event);
    }
    WalkEvent event = at(Kind::JudgeRules); // of no account
    event.sample.time = m_now;
    event.sample.kind = Sample::Kind::Incomplete;
    addFigures(event.sample, m_walkers.front());
    events.push_back(event);
}

std::vector<WalkEvent> AlarmWalk::round()
{
    std::vector<WalkEvent> events;
    const Ms step = m_jitters ? between(m_period / 2, m_period * 3 / 2) : m_period;
    const Ms part = m_jitters ? between(0, step) : step / 2;
    m_now += part;
    m_wall += part;
    if (oneIn(3)) {
        events.push_back(at(Kind::Tick));
        if (oneIn(2)) {
            addRuleSamples(events);
        }
    }
    m_now += step - part;
    m_wall += step - part;
    if (oneIn(1'500)) {
        const Ms away = between(1, 26) * (oneIn(2) ? kHour : kMinute);
        m_now += away;
        m_wall += away;
    }
    if (oneIn(400)) {
        addRestart(events);
    }
    if (oneIn(400) || m_wall.ms() % 977 == 0) {
        WalkEvent event = at(Kind::Rules);
        event.rules = anyRules();
        events.push_back(event);
    }
    const bool acts = oneIn(12); // a person does one thing at a time
    if (acts) {
        addPerson(events, true);
    }
    for (Walker &walker : m_walkers) {
        addSample(walker, events);
    }
    if (!acts && oneIn(12)) {
        addPerson(events, false);
    }
    return events;
}

} // namespace plimsoll::test
