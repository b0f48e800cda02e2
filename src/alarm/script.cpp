// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/script.h"

#include "alarm/planner.h"
#include "alarm/scripttext.h"

#include <algorithm>
#include <map>
#include <optional>

namespace plimsoll::alarm {

namespace {

using margin::Decimal;

constexpr int kMostLines = 10'000;
constexpr int kMostSamples = 1'000'000; // of one statement

// The axis of a script begins at 0.
std::optional<BootTime> momentOf(std::string_view word)
{
    const auto span = timeOf(word);
    return span ? std::optional(BootTime::ofMs(*span)) : std::nullopt;
}

// Plays one script: statements move its clock, feed its machine and look at it.
class Player
{
public:
    explicit Player(std::int64_t mostWork)
        : m_mostWork(mostWork)
    {
    }

    Result<Done> play(const Words &words, int line)
    {
        m_line = line;
        if (const auto time = momentOf(words[0])) {
            if (words.size() < 2) {
                return malformed("a time without a statement");
            }
            if (*time < m_now) {
                return malformed("time goes back");
            }
            if (const auto passed = passUntil(*time); !passed) {
                return passed;
            }
            return atTime(words);
        }
        return words[0].front() >= '0' && words[0].front() <= '9' ? Result<Done>(badTime(words[0])) : setting(words);
    }

    [[nodiscard]] ScriptReport take() { return std::move(m_report); }

private:
    Result<Done> setting(const Words &words)
    {
        if (words[0] == "account" && words.size() == 2) {
            m_account = words[1];
            return Done {};
        }
        if (words[0] == "poll" && words.size() == 2) {
            const auto period = timeOf(words[1]);
            if (!period) {
                return badTime(words[1]);
            }
            m_machine.setPollPeriod(*period);
            return Done {};
        }
        if (words[0] == "bars" && words.size() == 4) {
            const auto thresholds = barsFrom(words);
            if (!thresholds) {
                return thresholds.error();
            }
            m_bars[m_account] = *thresholds;
            return Done {};
        }
        return words[0] == "rule"
            ? addRule(words)
            : Result<Done>(malformed("not understood: " + std::string(words[0].substr(0, kShown))));
    }

    Result<Done> addRule(const Words &words)
    {
        const auto rule = ruleOf(words, m_account);
        if (!rule) {
            return rule.error();
        }
        m_rules.push_back(*rule);
        m_machine.setRules(m_rules, m_now);
        return Done {};
    }

    // Time ticks once a second between statements.
    Result<Done> passUntil(BootTime time)
    {
        if (!m_started) {
            m_started = true;
            m_now = time;
            return Done {};
        }
        const Ms seconds = (time - m_now + kSecond - 1) / kSecond;
        if (const auto spent = spend(std::max<Ms>(seconds, 0), m_samples.size()); !spent) {
            return spent; // before the first of them: a refusal takes no time
        }
        while (m_now < time) {
            m_now = std::min(m_now + kSecond, time);
            m_machine.tick(m_now);
            judgeRules();
        }
        return Done {};
    }

    // A test that would run for hours is a mistake, or meant to stop whoever runs it.
    Result<Done> spend(Ms times, std::size_t accounts)
    {
        constexpr std::int64_t kBuiltInLives = 7;
        m_work += times
            * (static_cast<std::int64_t>(accounts) * (kBuiltInLives + static_cast<std::int64_t>(m_rules.size())) + 1);
        return m_work > m_mostWork ? Result<Done>(malformed(
                   "too long: a test looks at no more than 100,000,000 alarms over all its seconds and samples"))
                                   : Result<Done>(Done {});
    }

    // A second passed, or a price moved. What is known of the account stays what its last sample said.
    void judgeRules()
    {
        for (auto &[account, sample] : m_samples) {
            sample.time = m_now;
            takeFigures(sample);
            m_machine.judgeRules(account, sample);
        }
        evaluate();
    }

    void evaluate()
    {
        const auto changes = m_machine.takeChanges();
        for (const Change &change : changes) {
            log(keyText(change.key) + "  " + std::string(stateWord(change.from)) + " -> "
                + std::string(stateWord(change.to)) + "  " + std::string(causeWord(change.cause)));
        }
        const Plan plan = m_planner.plan(m_machine, changes, false, m_now);
        for (const Notice &notice : plan.notices) {
            m_notices += notice.quiet ? 0 : 1;
            std::string lines;
            for (const NoticeLine &noticeLine : notice.lines) {
                lines += "  " + keyText(noticeLine.key);
                m_told[noticeLine.key] += notice.quiet ? 0 : 1;
            }
            log(std::string(notice.quiet ? "silent notice" : "notice") + lines);
        }
    }

    void log(const std::string &text) { m_report.log += clockText(m_now.ms()) + "  " + text + "\n"; }

    Result<Done> atTime(const Words &words)
    {
        const std::string_view what = words[1];
        if (what == "expect") {
            return expect(words);
        }
        if (what == "_") {
            return atMost(words, 2);
        }
        if (what == "ack" || what == "handle" || what == "undo" || what == "snooze") {
            return person(words);
        }
        if (what == "level") {
            return levels(words);
        }
        if (what == "price" && words.size() == 4) {
            const auto price = Decimal::parse(words[3]);
            if (!price) {
                return price.error();
            }
            m_prices[std::string(words[2])] = *price;
            judgeRules();
            return Done {};
        }
        if (what == "interest" && words.size() == 3) {
            const auto hourly = Decimal::parse(words[2]);
            if (!hourly) {
                return hourly.error();
            }
            m_hourly = margin::Wide::product(*hourly, Decimal::fromInteger(1));
            return Done {};
        }
        return other(words);
    }

    // A word too many may be a mistyped mark, and what it should have checked is not checked then.
    static Result<Done> atMost(const Words &words, std::size_t most)
    {
        return words.size() <= most
            ? Result<Done>(Done {})
            : Result<Done>(malformed("not understood: " + std::string(words[most].substr(0, kShown))));
    }

    Result<Done> levels(const Words &words)
    {
        const auto level = words.size() > 2 ? Decimal::parse(words[2])
                                            : Result<Decimal>(malformed("level needs a number"));
        if (!level) {
            return level.error();
        }
        int times = 1;
        Ms every = kSecond;
        if (words.size() == 6 && words[3].starts_with('x') && words[4] == "every") {
            const auto span = timeOf(words[5]);
            if (!span || *span < 1) {
                return badTime(words[5]);
            }
            const auto count = countOf(words[3].substr(1), kMostSamples);
            if (!count) {
                return malformed("not a number of samples up to 1,000,000: " + std::string(words[3].substr(1, kShown)));
            }
            times = *count;
            every = *span;
        } else if (words.size() != 3) {
            return malformed("level VALUE [xN every TIME]");
        }
        for (int i = 0; i < times; ++i) {
            if (const auto passed = i > 0 ? passSamples(every) : Result<Done>(Done {}); !passed) {
                return passed;
            }
            if (const auto spent = spend(1, 1); !spent) {
                return spent;
            }
            Sample sample = start(Sample::Kind::Valid);
            const Decimal owed = Decimal::fromInteger(1000); // so that interest of a few units counts
            sample.level = {margin::Wide::product(*level, owed), margin::Wide::product(Decimal::fromInteger(1), owed)};
            give(sample);
        }
        return Done {};
    }

    Result<Done> passSamples(Ms every)
    {
        return m_now + every > kLongestTime ? Result<Done>(malformed("the samples go beyond 400 days"))
                                            : passUntil(m_now + every);
    }

    Result<Done> other(const Words &words)
    {
        static constexpr std::array<std::pair<std::string_view, Sample::Kind>, 5> kKinds {
            {{"stale", Sample::Kind::Stale},
             {"frozen", Sample::Kind::Frozen},
             {"incomplete", Sample::Kind::Incomplete},
             {"nodebt", Sample::Kind::NoDebt},
             {"closed", Sample::Kind::Closed}}};
        const auto kind = std::ranges::find(kKinds, words[1], &std::pair<std::string_view, Sample::Kind>::first);
        const auto age = words.size() > 2 ? timeOf(words[2]) : std::optional<Ms>(0);
        if (kind == kKinds.end()) {
            return malformed("not understood: " + std::string(words[1].substr(0, kShown)));
        }
        if (!age) {
            return badTime(words[2]);
        }
        if (const auto whole = atMost(words, 3); !whole) {
            return whole;
        }
        Sample sample = start(kind->second);
        sample.oldestPrice = m_now - *age;
        give(sample);
        return Done {};
    }

    [[nodiscard]] Sample start(Sample::Kind kind) const
    {
        Sample sample;
        sample.time = m_now;
        sample.kind = kind;
        sample.oldestPrice = m_now;
        const auto bars = m_bars.find(m_account);
        static const margin::Thresholds kCommon {Decimal::parse("1.25").value(), Decimal::parse("1.1").value(),
                                                 Decimal::parse("1.05").value()};
        sample.thresholds = bars == m_bars.end() ? kCommon : bars->second;
        takeFigures(sample);
        return sample;
    }

    void takeFigures(Sample &sample) const
    {
        sample.prices.clear();
        for (const auto &[symbol, price] : m_prices) {
            sample.prices.push_back({symbol, price});
        }
        sample.hourlyInterest = m_hourly;
    }

    void give(const Sample &sample)
    {
        m_samples[m_account] = sample;
        m_machine.judge(m_account, sample);
        evaluate();
    }

    Result<Done> person(const Words &words)
    {
        const auto span = words.size() > 2 ? timeOf(words[2]) : std::nullopt;
        if (words[1] == "snooze" && !span) {
            return malformed("snooze for how long? At most 400 days");
        }
        const auto at = std::ranges::find(words, "at");
        const auto asked = words.end() - at == 2 ? momentOf(at[1]) : std::nullopt;
        const auto made = at == words.end() ? std::optional(m_now) : asked;
        if (!made) {
            return malformed("asked for when?");
        }
        const auto own = static_cast<std::size_t>(std::min(at - words.begin(), words.end() - words.begin()));
        if (own > (words[1] == "snooze" ? 3U : 2U)) {
            return malformed("not understood: " + std::string(words[own - 1].substr(0, kShown)));
        }
        const Request request(*made, m_now);
        if (words[1] == "ack") {
            m_before = m_machine.awake();
            m_machine.acknowledge(m_account, {}, request);
        } else if (words[1] == "snooze") {
            m_machine.snooze(m_account, *span, request);
        } else if (words[1] == "handle") {
            m_machine.handle(m_account, request);
        } else {
            m_machine.undo(m_before, m_now);
        }
        evaluate();
        return Done {};
    }

    Result<Done> expect(const Words &words)
    {
        if (words.size() < 4) {
            return malformed("expect CONDITION STATE [hold] [flapping], expect notices N, expect told CONDITION N, or "
                             "expect none active");
        }
        ++m_report.checks;
        const bool isOfAll = words[2] == "notices" || (words[2] == "none" && words[3] == "active");
        if (const auto whole = isOfAll ? atMost(words, 4) : Result<Done>(Done {}); !whole) {
            return whole;
        }
        if (words[2] == "notices") {
            const std::string count = std::to_string(m_notices);
            return check(words[3] == count, "notices", words[3], count);
        }
        if (isOfAll) {
            const auto awake = m_machine.awake();
            const auto active = std::ranges::find_if(awake,
                                                     [](const ActiveAlarm &s) { return isActive(s.alarm.state); });
            return check(active == awake.end(), "anything", "not active",
                         active == awake.end() ? "" : keyText(active->key) + " is");
        }
        return words[2] == "told" ? expectTold(words) : expectState(words);
    }

    Result<Done> expectTold(const Words &words)
    {
        const auto key = keyOf(words[3]);
        if (!key || words.size() != 5) {
            return malformed("expect told CONDITION N");
        }
        const auto told = m_told.find(*key);
        const std::string count = std::to_string(told == m_told.end() ? 0 : told->second);
        return check(words[4] == count, std::string("told ") + std::string(words[3]), words[4], count);
    }

    // "call", or "custom:r1", of the account that the script is about.
    [[nodiscard]] std::optional<Key> keyOf(std::string_view word) const
    {
        const std::size_t colon = word.find(':');
        const auto condition = conditionFromWord(word.substr(0, colon));
        const std::string detail(colon == std::string_view::npos ? std::string_view() : word.substr(colon + 1));
        return condition ? std::optional(Key {m_account, *condition, detail}) : std::nullopt;
    }

    Result<Done> expectState(const Words &words)
    {
        const auto key = keyOf(words[2]);
        const auto state = stateFromWord(words[3]);
        if (!key || !state) {
            return malformed("no such condition or state: " + std::string(words[2].substr(0, kShown)) + " "
                             + std::string(words[3].substr(0, kShown)));
        }
        for (std::size_t i = 4; i < words.size(); ++i) {
            if (words[i] != "hold" && words[i] != "flapping") {
                return atMost(words, i);
            }
        }
        const Alarm *alarm = m_machine.find(*key);
        const auto has = [&words](std::string_view word) {
            return std::find(words.begin() + 4, words.end(), word) != words.end();
        };
        const auto describe = [](State s, bool hold, bool flapping) {
            return std::string(stateWord(s)) + (hold ? " hold" : "") + (flapping ? " flapping" : "");
        };
        const std::string found = alarm == nullptr ? "not there"
                                                   : describe(alarm->state, alarm->hold, alarm->flaps.flapping);
        const std::string wanted = describe(*state, has("hold"), has("flapping"));
        return check(found == wanted, words[2], wanted, found);
    }

    Result<Done> check(bool holds, std::string_view what, std::string_view wanted, const std::string &found)
    {
        if (!holds) {
            m_report.failures.push_back("line " + std::to_string(m_line) + ": at " + clockText(m_now.ms())
                                        + " expected " + std::string(what) + " " + std::string(wanted) + ", is "
                                        + found);
        }
        return Done {};
    }

    Machine m_machine;
    Planner m_planner;
    ScriptReport m_report;
    std::string m_account = "a";
    std::map<std::string, margin::Thresholds, std::less<>> m_bars;
    std::map<std::string, Decimal> m_prices;
    std::optional<margin::Wide> m_hourly;
    std::map<std::string, Sample> m_samples; // the newest of each account
    std::map<Key, int> m_told;
    std::vector<Rule> m_rules;
    std::vector<ActiveAlarm> m_before;
    std::int64_t m_mostWork;
    std::int64_t m_work = 0;
    BootTime m_now;
    bool m_started = false;
    int m_notices = 0;
    int m_line = 0;
};

} // namespace

Result<ScriptReport> runScript(std::string_view text, std::int64_t mostWork)
{
    Player player(mostWork);
    for (int line = 1; !text.empty(); ++line) {
        if (line > kMostLines) {
            return Error {ErrorCode::Malformed, "line " + std::to_string(line),
                          "too long: a test has no more than 10,000 lines"};
        }
        const std::size_t end = std::min(text.find('\n'), text.size());
        const Words words = wordsOf(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (words.empty()) {
            continue;
        }
        if (const auto played = player.play(words, line); !played) {
            return Error {ErrorCode::Malformed, "line " + std::to_string(line), played.error().detail};
        }
    }
    return player.take();
}

} // namespace plimsoll::alarm
