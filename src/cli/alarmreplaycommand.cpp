// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/alarmlines.h"
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "cli/optionvalues.h"
#include "cli/replayinput.h"
#include "cli/terminal.h"
#include "scenario/alarmreplay.h"
#include "scenario/samplewalk.h"
#include "wire/jsonwriter.h"

#include <algorithm>
#include <utility>

namespace plimsoll::cli {

namespace {

using alarm::Condition;
using scenario::AlarmReplayAccount;
using scenario::AlarmReplaySummary;
using scenario::NoticesPerDay;
using wire::JsonWriter;

std::string_view kindWord(alarm::Notice::Kind kind)
{
    switch (kind) {
    case alarm::Notice::Kind::Raised: return "raised";
    case alarm::Notice::Kind::Reminder: return "reminder";
    case alarm::Notice::Kind::Ended: return "ended";
    }
    return {};
}

std::string noticeJson(const alarm::Notice &notice)
{
    JsonWriter json;
    json.beginObject();
    json.key("time").integer(notice.time.ms());
    json.key("event").string("notice");
    json.key("number").integer(notice.id.outside());
    json.key("kind").string(kindWord(notice.kind));
    json.key("priority").string(alarm::priorityWord(notice.priority));
    json.key("quiet").boolean(notice.quiet);
    json.key("channels").beginArray();
    for (int i = 0; i < alarm::kChannels; ++i) {
        const auto channel = static_cast<alarm::Channel>(i);
        if (notice.channels.has(channel)) {
            json.string(alarm::channelWord(channel));
        }
    }
    json.endArray().key("alarms").beginArray();
    for (const alarm::NoticeLine &line : notice.lines) {
        json.beginObject();
        json.key("account").string(line.key.account);
        json.key("condition").string(alarm::conditionWord(line.key.condition));
        json.key("detail").string(line.key.detail);
        json.key("occurrence").integer(line.occurrence);
        json.key("cause").string(alarm::causeWord(line.cause));
        json.key("marginLevel").decimal(line.level);
        json.endObject();
    }
    json.endArray().endObject();
    return json.text();
}

std::string noticeText(const alarm::Notice &notice)
{
    std::string line = utcText(scenario::sampleTime(notice.time)) + "  NOTICE " + std::string(kindWord(notice.kind))
        + ", " + std::string(alarm::priorityWord(notice.priority)) + ":";
    for (const alarm::NoticeLine &about : notice.lines) {
        line += "  " + printable(accountName(about.key)) + " " + printable(alarmName(about.key));
    }
    return line;
}

int total(const NoticesPerDay &notices)
{
    int sum = 0;
    for (const auto &[day, count] : notices) {
        sum += count;
    }
    return sum;
}

void writeDays(JsonWriter &json, const NoticesPerDay &notices)
{
    json.key("notices").integer(total(notices));
    json.key("days").beginArray();
    for (const auto &[day, count] : notices) {
        json.beginObject().key("time").integer(day).key("notices").integer(count).endObject();
    }
    json.endArray();
}

void writeAccount(JsonWriter &json, const AlarmReplayAccount &account)
{
    json.beginObject();
    json.key("id").string(account.id);
    writeDays(json, account.notices);
    json.key("raises").beginObject();
    for (std::size_t i = 0; i < account.raises.size(); ++i) {
        if (account.raises[i] > 0) {
            json.key(alarm::conditionWord(static_cast<Condition>(i))).integer(account.raises[i]);
        }
    }
    json.endObject().key("crossings").beginObject();
    for (std::size_t i = 0; i < account.crossings.size(); ++i) {
        if (const auto &crossing = account.crossings[i]) {
            json.key(alarm::conditionWord(static_cast<Condition>(i))).beginObject();
            json.key("time").integer(crossing->time.ms()).key("marginLevel").decimal(crossing->level).endObject();
        }
    }
    json.endObject();
    json.key("lowestLevel").decimal(account.lowestLevel);
    json.key("lowestAt");
    account.lowestAt ? json.integer(account.lowestAt->ms()) : json.null();
    json.endObject();
}

std::string summaryJson(const AlarmReplaySummary &summary)
{
    JsonWriter json;
    json.beginObject();
    json.key("event").string("summary");
    json.key("samples").integer(summary.samples);
    writeDays(json, summary.notices);
    json.key("replaced").integer(summary.replaced);
    json.key("mostInTenMinutes").integer(summary.mostInTenMinutes);
    json.key("accounts").beginArray();
    for (const AlarmReplayAccount &account : summary.accounts) {
        writeAccount(json, account);
    }
    json.endArray().endObject();
    return json.text();
}

int mostInADay(const NoticesPerDay &notices)
{
    int most = 0;
    for (const auto &[day, count] : notices) {
        most = std::max(most, count);
    }
    return most;
}

std::string summaryText(const AlarmReplaySummary &summary)
{
    Table table({"account", "notices", "most a day", "watch", "call", "critical", "liquidation", "lowest level", "at"},
                "lrrllllrl");
    for (const AlarmReplayAccount &account : summary.accounts) {
        std::vector<std::string> row {account.id, std::to_string(total(account.notices)),
                                      std::to_string(mostInADay(account.notices))};
        for (const auto &crossing : account.crossings) {
            row.push_back(crossing ? utcText(crossing->time) : "-");
        }
        row.push_back(account.lowestLevel ? account.lowestLevel->toString() : "-");
        row.push_back(account.lowestAt ? utcText(*account.lowestAt) : "-");
        table.add(std::move(row));
    }
    Table days({"day (UTC)", "notices"}, "lr");
    for (const auto &[day, count] : summary.notices) {
        days.add({utcText(WallTime::ofMs(day)).substr(0, 10), std::to_string(count)});
    }
    return "\nFirst time at or below each bar:\n" + table.text() + "\n" + days.text() + "\n"
        + std::to_string(total(summary.notices)) + " notices, " + std::to_string(summary.replaced)
        + " replaced silently, at most " + std::to_string(summary.mostInTenMinutes) + " in ten minutes; "
        + std::to_string(summary.samples) + " prices";
}

} // namespace

int alarmReplayCommand(const Arguments &arguments)
{
    constexpr int kMostMinutes = 7 * 24 * 60;
    const auto minutes = wholeNumber(arguments, "ack-after", -1, 0, kMostMinutes);
    if (!minutes) {
        fail(minutes.error());
        return kUsage;
    }
    ReplayInput input;
    if (const int code = readReplay(arguments, input); code != kOk) {
        return code;
    }
    scenario::AlarmReplayOptions options;
    if (*minutes >= 0) {
        options.acknowledgeAfter = *minutes * alarm::kMinute;
    }
    if (const int code = writeReplayPage(arguments, input, options.acknowledgeAfter); code != kOk) {
        return code;
    }
    const bool asJson = arguments.has("json");
    bool written = true;
    scenario::SampleWalk walk(std::move(input.prices));
    const auto summary = scenario::replayAlarms(
        input.accounts, walk, options,
        [&](const alarm::Change &change) {
            if (isNews(change)) {
                const AlarmStep step {scenario::sampleTime(change.time),
                                      change.key,
                                      change.from,
                                      change.to,
                                      change.cause,
                                      change.occurrence,
                                      change.level};
                written = writeLine(asJson ? alarmJson(step) : alarmLine(step)) && written;
            }
        },
        [&](const alarm::Notice &notice) {
            if (asJson || !notice.quiet) {
                written = writeLine(asJson ? noticeJson(notice) : noticeText(notice)) && written;
            }
        });
    written = writeLine(asJson ? summaryJson(summary) : summaryText(summary)) && written;
    return written ? kOk : kInputOutput;
}

} // namespace plimsoll::cli
