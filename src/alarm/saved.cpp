// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/saved.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace plimsoll::alarm {

namespace {

constexpr std::string_view kFormat = "1";

class Writer
{
public:
    void add(std::string_view name, std::string_view value)
    {
        m_text += m_text.empty() ? "" : " ";
        m_text.append(name).append("=").append(value);
    }

    void add(std::string_view name, std::int64_t value) { add(name, std::string_view(std::to_string(value))); }
    void add(std::string_view name, BootTime moment) { add(name, moment.ms()); }

    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

// Reads each field once; remembers the first that is missing or wrong.
class Reader
{
public:
    explicit Reader(std::string_view text)
    {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find(' '), text.size());
            const std::string_view field = text.substr(0, end);
            const std::size_t sign = field.find('=');
            if (sign != std::string_view::npos) {
                m_fields.emplace(field.substr(0, sign), field.substr(sign + 1));
            }
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    std::string_view text(std::string_view name)
    {
        const auto found = m_fields.find(name);
        if (found == m_fields.end()) {
            fail(name);
            return {};
        }
        return found->second;
    }

    template<typename Number>
    void number(std::string_view name, Number &value)
    {
        number(name, text(name), value);
    }

    void moment(std::string_view name, BootTime &value) { moment(name, text(name), value); }

    void moment(std::string_view name, std::string_view digits, BootTime &value)
    {
        std::int64_t ms = value.ms();
        number(name, digits, ms);
        value = BootTime::ofMs(ms);
    }

    template<typename Number>
    void number(std::string_view name, std::string_view digits, Number &value)
    {
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc() || end != digits.data() + digits.size()) {
            fail(name);
        }
    }

    [[nodiscard]] bool has(std::string_view name) const { return m_fields.contains(name); }

    void flag(std::string_view name, bool &value)
    {
        int number = 0;
        this->number(name, number);
        value = number == 1;
        if (number != 0 && number != 1) {
            fail(name);
        }
    }

    void fail(std::string_view name)
    {
        if (m_bad.empty()) {
            m_bad = name;
        }
    }

    [[nodiscard]] const std::string &bad() const { return m_bad; }

private:
    std::map<std::string_view, std::string_view> m_fields;
    std::string m_bad;
};

std::string changesText(const FlapHistory &flaps)
{
    std::string text;
    for (const BootTime at : flaps.changes) {
        text += (text.empty() ? "" : ",") + std::to_string(at.ms());
    }
    return text;
}

void readChanges(Reader &reader, FlapHistory &flaps)
{
    std::string_view text = reader.text("changes");
    for (BootTime &at : flaps.changes) {
        const std::size_t end = std::min(text.find(','), text.size());
        reader.moment("changes", text.substr(0, end), at);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void readWords(Reader &reader, Alarm &alarm)
{
    if (reader.text("v") != kFormat) {
        reader.fail("v");
    }
    const auto state = stateFromWord(reader.text("state"));
    state ? void(alarm.state = *state) : reader.fail("state");
    int priority = 0;
    reader.number("priority", priority);
    if (priority < 0 || priority > static_cast<int>(Priority::Highest)) {
        reader.fail("priority");
    }
    alarm.priority = static_cast<Priority>(priority);
    if (const std::string_view level = reader.text("level"); level != "-") {
        const auto value = margin::Decimal::parse(level);
        value ? void(alarm.levelAt = *value) : reader.fail("level");
    }
}

// Fields that alarms written by earlier versions do not have.
void readLater(Reader &reader, Alarm &alarm)
{
    alarm.unacknowledgedAt = alarm.raisedAt;
    if (reader.has("asks")) {
        reader.moment("asks", alarm.unacknowledgedAt);
    }
    if (reader.has("pace")) {
        reader.flag("pace", alarm.byPace);
    }
}

} // namespace

Ms shiftSince(const SavedMoment &then, const SavedMoment &now)
{
    if (then.boot == now.boot) {
        return 0;
    }
    const Ms passed = std::max<Ms>(now.wallTime - then.wallTime, 0);
    return now.bootTime - then.bootTime - passed;
}

std::string encode(const Alarm &alarm)
{
    Writer out;
    out.add("v", kFormat);
    out.add("state", stateWord(alarm.state));
    out.add("hold", alarm.hold ? 1 : 0);
    out.add("occurrence", alarm.occurrence);
    out.add("priority", static_cast<std::int64_t>(alarm.priority));
    out.add("raised", alarm.raisedAt);
    out.add("since", alarm.since);
    out.add("until", alarm.until);
    out.add("level", alarm.levelAt ? alarm.levelAt->toString() : "-");
    out.add("asks", alarm.unacknowledgedAt);
    out.add("pace", alarm.byPace ? 1 : 0);
    out.add("samples", alarm.samples);
    out.add("samples_since", alarm.samplesSince);
    out.add("newest", alarm.newestSample);
    out.add("repeats", alarm.repeats);
    out.add("ladder", alarm.ladder);
    out.add("notices", alarm.notices);
    out.add("recovered", alarm.recoveredOnce ? 1 : 0);
    out.add("changes", changesText(alarm.flaps));
    out.add("next", alarm.flaps.next);
    out.add("bits", alarm.flaps.changedBits);
    out.add("flapping", alarm.flaps.flapping ? 1 : 0);
    return out.take();
}

Result<Alarm> decodeAlarm(std::string_view text)
{
    Reader reader(text);
    Alarm alarm;
    readWords(reader, alarm);
    reader.flag("hold", alarm.hold);
    reader.number("occurrence", alarm.occurrence);
    reader.moment("raised", alarm.raisedAt);
    reader.moment("since", alarm.since);
    reader.moment("until", alarm.until);
    reader.number("samples", alarm.samples);
    reader.moment("samples_since", alarm.samplesSince);
    reader.moment("newest", alarm.newestSample);
    reader.number("repeats", alarm.repeats);
    reader.number("ladder", alarm.ladder);
    reader.number("notices", alarm.notices);
    reader.flag("recovered", alarm.recoveredOnce);
    readChanges(reader, alarm.flaps);
    reader.number("next", alarm.flaps.next);
    reader.number("bits", alarm.flaps.changedBits);
    reader.flag("flapping", alarm.flaps.flapping);
    readLater(reader, alarm);
    for (const auto &[name, wrong] :
         {std::pair {"next", alarm.flaps.next >= alarm.flaps.changes.size()},
          std::pair {"bits", alarm.flaps.changedBits > FlapHistory::kMostBits},
          std::pair {"samples", alarm.samples < 0}, std::pair {"repeats", alarm.repeats < 0},
          std::pair {"ladder", alarm.ladder < -1}, std::pair {"notices", alarm.notices < 0}}) {
        if (wrong) {
            reader.fail(name);
        }
    }
    if (!reader.bad().empty()) {
        return Error {ErrorCode::Malformed, reader.bad(), "an alarm's state cannot be read"};
    }
    return alarm;
}

Alarm shifted(Alarm alarm, Ms shift)
{
    const auto move = [shift](BootTime &at) {
        if (at != 0) { // 0 means never; a time that lands there stays a time
            at += at + shift != 0 ? shift : shift + 1;
        }
    };
    for (BootTime *at : {&alarm.raisedAt, &alarm.since, &alarm.until, &alarm.unacknowledgedAt, &alarm.samplesSince,
                         &alarm.newestSample}) {
        move(*at);
    }
    for (BootTime &at : alarm.flaps.changes) {
        move(at);
    }
    return alarm;
}

} // namespace plimsoll::alarm
