// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/machine.h"
#include "naivealarm.h"
#include "prop_alarmwalk.h"
#include "testlib/testprogram.h"

#include <QTest>

#include <cstdio>
#include <deque>

using namespace plimsoll;
using namespace plimsoll::alarm;
using namespace plimsoll::test;
using Kind = WalkEvent::Kind;

namespace {

constexpr std::int64_t kChapter = 20'000; // samples; every chapter begins anew, so that the naive histories stay short

/// The machine and its naive twin, led through the same events.
class Twins
{
public:
    explicit Twins(Ms period)
        : m_period(period)
    {
        m_machine.setPollPeriod(period);
        m_naive.setPollPeriod(period);
    }

    void apply(const WalkEvent &event)
    {
        remember(event);
        switch (event.kind) {
        case Kind::Judge:
            m_machine.judge(event.account, event.sample);
            m_naive.judge(event.account, event.sample);
            break;
        case Kind::JudgeRules:
            m_machine.judgeRules(event.account, event.sample);
            m_naive.judgeRules(event.account, event.sample);
            break;
        case Kind::Tick:
            m_machine.tick(event.time);
            m_naive.tick(event.time);
            break;
        case Kind::Acknowledge:
            m_before = m_machine.awake();
            m_machine.acknowledge(event.account, event.condition, {event.made, event.time});
            m_naive.acknowledge(event.account, event.condition, event.made, event.time);
            break;
        case Kind::Snooze:
            m_machine.snooze(event.account, event.span, {event.made, event.time});
            m_naive.snooze(event.account, event.span, event.made, event.time);
            break;
        case Kind::Handle:
            m_machine.handle(event.account, {event.made, event.time});
            m_naive.handle(event.account, event.made, event.time);
            break;
        case Kind::Undo:
            m_machine.undo(m_before, event.time);
            m_naive.undo();
            m_before.clear();
            break;
        case Kind::Rules:
            m_rules = event.rules;
            m_machine.setRules(event.rules, event.time);
            m_naive.setRules(event.rules);
            break;
        case Kind::Restart: restart(event); break;
        }
        m_machine.takeChanges();
    }

    /// Where the two differ, in words; empty where they agree.
    [[nodiscard]] std::string difference(const std::string &account)
    {
        for (const auto &[key, naive] : m_naive.lives()) {
            if (!account.empty() && account != "*" && key.account != account) {
                continue;
            }
            const alarm::Alarm *alarm = std::as_const(m_machine).find(key);
            const std::string found = compared(alarm != nullptr ? *alarm : atRest(key), naive);
            if (!found.empty()) {
                const std::string name = key.account + " " + std::string(conditionWord(key.condition)) + " "
                    + key.detail;
                return name + ": " + found + "\n" + story(key.account);
            }
        }
        return {};
    }

private:
    static alarm::Alarm atRest(const Key &key)
    {
        alarm::Alarm alarm;
        alarm.state = isBlindness(key.condition) ? State::Normal : State::Disarmed;
        return alarm;
    }

    static std::string compared(const alarm::Alarm &alarm, const NaiveAlarms::Alarm &naive)
    {
        const auto differs = [&alarm](const char *what, auto machine, auto other) {
            return std::string(stateWord(alarm.state)) + ": " + what + " of the machine " + std::to_string(machine)
                + ", naive " + std::to_string(other);
        };
        if (alarm.state != naive.state) {
            return "machine " + std::string(stateWord(alarm.state)) + ", naive " + std::string(stateWord(naive.state));
        }
        if (alarm.hold != naive.hold) {
            return differs("hold", alarm.hold, naive.hold);
        }
        if (alarm.occurrence != naive.occurrence) {
            return differs("occurrence", alarm.occurrence, naive.occurrence);
        }
        if (isActive(alarm.state) && alarm.priority != naive.priority) {
            return differs("priority", static_cast<int>(alarm.priority), static_cast<int>(naive.priority));
        }
        const bool ends = alarm.state == State::ActiveAcknowledged || alarm.state == State::Snoozed;
        if (ends && alarm.until != naive.until.value_or(BootTime())) {
            return differs("end", alarm.until.ms(), naive.until.value_or(BootTime()).ms());
        }
        return {};
    }

    void restart(const WalkEvent &event)
    {
        const Ms shift = shiftSince(event.then, event.now);
        const std::vector<ActiveAlarm> stored = m_machine.awake();
        m_machine = Machine();
        m_machine.setPollPeriod(m_period);
        m_machine.setRules(m_rules, event.time);
        for (ActiveAlarm each : stored) {
            each.alarm = shifted(decodeAlarm(encode(each.alarm)).value(), shift);
            m_machine.restore(each);
        }
        m_before.clear();
        m_naive.restart(shift);
    }

    void remember(const WalkEvent &event)
    {
        m_story.push_back(event);
        if (m_story.size() > 3'000) {
            m_story.pop_front();
        }
    }

    [[nodiscard]] std::string story(const std::string &account) const
    {
        std::vector<std::string> lines;
        for (auto event = m_story.rbegin(); event != m_story.rend() && lines.size() < 60; ++event) {
            if (event->account.empty() || event->account == "*" || event->account == account) {
                lines.push_back(event->text());
            }
        }
        std::string text;
        for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
            text += *line + "\n";
        }
        return text;
    }

    Ms m_period;
    Machine m_machine;
    NaiveAlarms m_naive;
    std::vector<Rule> m_rules;
    std::vector<ActiveAlarm> m_before;
    std::deque<WalkEvent> m_story;
};

} // namespace

class PropAlarm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // PLIMSOLL_STEPS: how many samples; the nightly run takes ten million.
    void the_machine_does_what_the_naive_one_does()
    {
        bool isNumber = false;
        const qlonglong wanted = qEnvironmentVariable("PLIMSOLL_STEPS").toLongLong(&isNumber);
        const std::int64_t all = isNumber ? wanted : 1'000'000;
        std::uint64_t seed = walkSeed();
        for (std::int64_t done = 0; done < all; ++seed) {
            AlarmWalk walk(seed);
            Twins twins(walk.period());
            const std::int64_t end = std::min(all, done + kChapter);
            while (done < end) {
                for (const WalkEvent &event : walk.round()) {
                    twins.apply(event);
                    done += event.kind == Kind::Judge ? 1 : 0;
                    const std::string difference = twins.difference(event.account);
                    if (!difference.empty()) {
                        std::fprintf(stderr, "%s\n", difference.c_str()); // longer than a message of QTest may be
                    }
                    QVERIFY2(difference.empty(), ("PLIMSOLL_SEED=" + std::to_string(seed)).c_str());
                }
            }
        }
    }
};

PLIMSOLL_TEST(PropAlarm)
#include "prop_alarm.moc"
