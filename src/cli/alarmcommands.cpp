// SPDX-License-Identifier: GPL-3.0-or-later
// Looking at alarms, and saying that they were seen.
#include "cli/activealarms.h"
#include "cli/alarmlines.h"
#include "cli/commands.h"
#include "cli/datadirectory.h"
#include "cli/exitcode.h"
#include "cli/optionvalues.h"
#include "cli/terminal.h"
#include "storage/file/monitorlockfile.h"
#include "wire/jsonwriter.h"

#include <cstdio>
#include <limits>

namespace plimsoll::cli {

namespace {

using monitor::AlarmRequest;
using wire::JsonWriter;

constexpr const char *kAll = "*"; // in a request: every account and the program

std::string_view kindWord(AlarmRequest::Kind kind)
{
    switch (kind) {
    case AlarmRequest::Kind::Acknowledge: return "acknowledge";
    case AlarmRequest::Kind::Snooze: return "snooze";
    case AlarmRequest::Kind::Handle: return "handled";
    }
    return {};
}

void writeTime(JsonWriter &json, std::string_view key, WallTime time)
{
    json.key(key);
    time == 0 ? json.null() : json.integer(time.ms());
}

std::string alarmsJson(const ActiveAlarms &alarms, const std::vector<alarm::ActiveAlarm> &shown, bool watched)
{
    JsonWriter json(2);
    json.beginObject();
    json.key("format").string("plimsoll-alarms");
    json.key("version").integer(1);
    json.key("watched").boolean(watched);
    writeTime(json, "lastWatched", alarms.mark().time);
    json.key("alarms").beginArray();
    for (const alarm::ActiveAlarm &active : shown) {
        json.beginObject();
        json.key("account").string(active.key.account);
        json.key("condition").string(alarm::conditionWord(active.key.condition));
        json.key("detail").string(active.key.detail);
        json.key("state").string(alarm::stateWord(active.alarm.state));
        json.key("hold").boolean(active.alarm.hold);
        json.key("unstable").boolean(active.alarm.flaps.flapping);
        json.key("priority").string(alarm::priorityWord(active.alarm.priority));
        json.key("occurrence").integer(active.alarm.occurrence);
        writeTime(json, "raisedAt", alarms.wallOf(active.alarm.raisedAt));
        writeTime(json, "since", alarms.wallOf(active.alarm.since));
        writeTime(json, "until", alarms.wallOf(active.alarm.until));
        const ActiveAlarms::KnownLevel known = alarms.newestLevel(active.key.account);
        json.key("marginLevel").decimal(known.level);
        writeTime(json, "marginLevelAt", known.time);
        json.endObject();
    }
    json.endArray().key("requests").beginArray();
    for (const AlarmRequest &request : alarms.requests()) {
        json.beginObject();
        json.key("time").integer(request.time.ms());
        json.key("kind").string(kindWord(request.kind));
        json.key("account").string(request.account);
        json.key("condition");
        request.condition ? json.string(alarm::conditionWord(*request.condition)) : json.null();
        json.key("minutes");
        request.span > 0 ? json.integer(request.span / alarm::kMinute) : json.null();
        json.endObject();
    }
    json.endArray().endObject();
    return json.text();
}

std::string timeOrNone(WallTime time)
{
    return time == 0 ? "-" : utcText(time);
}

std::string alarmsTable(const ActiveAlarms &alarms, const std::vector<alarm::ActiveAlarm> &shown, bool watched)
{
    std::string text;
    if (shown.empty()) {
        text = "no alarm stands";
    } else {
        Table table({"account", "what", "state", "since (UTC)", "until (UTC)", "level"}, "lllllr");
        for (const alarm::ActiveAlarm &active : shown) {
            const auto level = alarms.newestLevel(active.key.account).level;
            const alarm::Alarm &alarm = active.alarm;
            table.add({accountName(active.key), alarmName(active.key),
                       std::string(alarm::stateWord(alarm.state)) + (alarm.hold ? ", on hold" : ""),
                       timeOrNone(alarms.wallOf(alarm.since)), timeOrNone(alarms.wallOf(alarm.until)),
                       level ? level->toString() : "-"});
        }
        text = table.text();
        text.pop_back();
    }
    for (const AlarmRequest &request : alarms.requests()) {
        text += "\nasked for, not yet taken over: " + std::string(kindWord(request.kind)) + " "
            + printable(request.account);
    }
    if (!watched) {
        text += alarms.mark().time == 0 ? "\nnobody watches" : "\nnobody watches; last " + utcText(alarms.mark().time);
    }
    return text;
}

int printHistory(storage::Storage &storage, const Arguments &arguments, int limit)
{
    monitor::AlarmHistoryFilter filter;
    filter.account = arguments.value("account");
    filter.limit = limit;
    const auto rows = storage.alarmHistory(filter);
    if (!rows) {
        return fail(rows.error());
    }
    if (rows->empty() && arguments.has("account")) { // one that was removed has its history still
        if (const auto known = knows(storage, filter.account, false); !known) {
            fail(known.error()); // a history without steps all the same
        }
    }
    bool written = true;
    for (std::size_t i = 0; written && i < rows->size();
         ++i) { // nobody reads the rest where one line did not get through
        const monitor::AlarmEventRow &row = (*rows)[i];
        const AlarmStep step {row.time, row.key, row.from, row.to, row.cause, row.occurrence, row.level};
        written = writeLine(arguments.has("json") ? alarmJson(step) : alarmLine(step));
    }
    return kOk;
}

std::string doneJson(const alarm::Change &change, WallTime until, bool asked)
{
    JsonWriter json;
    json.beginObject();
    json.key("account").string(change.key.account);
    json.key("condition").string(alarm::conditionWord(change.key.condition));
    json.key("detail").string(change.key.detail);
    json.key("from").string(alarm::stateWord(change.from));
    json.key("to").string(alarm::stateWord(change.to));
    writeTime(json, "until", until);
    json.key("result").string(asked ? "asked" : "done");
    json.endObject();
    return json.text();
}

std::string doneLine(const alarm::Change &change, WallTime until, bool asked)
{
    return printable(accountName(change.key)) + "  " + printable(alarmName(change.key)) + "  "
        + std::string(alarm::stateWord(change.from)) + " -> " + std::string(alarm::stateWord(change.to))
        + (until == 0 ? "" : " until " + utcText(until)) + (asked ? "  (the running monitor was asked)" : "");
}

// Why a request changes nothing.
Error refusalOf(const AlarmRequest &request, const ActiveAlarms &alarms, storage::Storage &storage,
                const std::string &nothing)
{
    if (request.account == kAll) {
        return {ErrorCode::NotFound, "", nothing};
    }
    if (const auto known = knows(storage, request.account, false); !known) {
        return known.error();
    }
    const bool isAnswered = request.kind == AlarmRequest::Kind::Handle && alarms.isLiquidated(request.account);
    return {ErrorCode::NotFound, request.account,
            isAnswered
                ? "its liquidation is acknowledged, and not over as long as nobody knows that the level recovered"
                : nothing};
}

// The account of a request about one, to be seen as the monitor sees it.
void seeAccount(ActiveAlarms &alarms, storage::Storage &storage, const std::string &id)
{
    if (const auto portfolio = storage.loadPortfolio()) {
        if (const margin::Account *account = portfolio->account(id)) {
            alarms.see(*account);
        }
    }
}

// An account that is named as a request names all of them: it must not be taken for all.
bool isMistakable(const Arguments &arguments)
{
    return !arguments.has("all") && arguments.operands.front() == kAll;
}

// Tries a request on the alarms as stored; then asks the monitor that runs, or carries it out where none does.
int carryOut(const Arguments &arguments, AlarmRequest request, const std::string &nothing)
{
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    if (isMistakable(arguments)) {
        const auto known = knows(**storage, kAll, false);
        return fail(known ? Error {ErrorCode::NotFound, kAll, "an account of this name cannot be named here alone"}
                          : known.error());
    }
    storage::MonitorLockFile lock(dataDirectory(arguments));
    const bool asked = !lock.take(true); // no monitor can start while this is written
    auto loaded = ActiveAlarms::load(**storage, systemClock());
    if (!loaded) {
        return fail(loaded.error());
    }
    ActiveAlarms &alarms = loaded.value();
    request.time = systemClock().wallTime(); // it concerns what stands now
    if (asked && request.kind == AlarmRequest::Kind::Handle) {
        seeAccount(alarms, **storage, request.account);
    }
    const std::vector<alarm::Change> changes = alarms.apply(request);
    if (changes.empty()) {
        return fail(refusalOf(request, alarms, **storage, nothing));
    }
    if (const auto done = asked ? (*storage)->addAlarmRequest(request) : alarms.save(); !done) {
        return fail(done.error());
    }
    for (const alarm::Change &change : changes) {
        const WallTime until = alarms.wallOf(alarms.alarm(change.key).until);
        writeLine(arguments.has("json") ? doneJson(change, until, asked) : doneLine(change, until, asked));
    }
    return kOk;
}

} // namespace

int alarmsCommand(const Arguments &arguments)
{
    const auto limit = wholeNumber(arguments, "limit", 0, 1, std::numeric_limits<int>::max());
    if (!limit || (arguments.has("limit") && !arguments.has("history"))) {
        fail(limit ? Error {ErrorCode::Malformed, "--limit", "belongs to --history"} : limit.error());
        return kUsage;
    }
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    if (arguments.has("history")) {
        return printHistory(**storage, arguments, *limit);
    }
    const auto alarms = ActiveAlarms::load(**storage, systemClock());
    if (!alarms) {
        return fail(alarms.error());
    }
    std::vector<alarm::ActiveAlarm> shown = alarms->active();
    const std::string account = arguments.value("account");
    std::erase_if(shown,
                  [&](const alarm::ActiveAlarm &s) { return arguments.has("account") && s.key.account != account; });
    if (shown.empty() && arguments.has("account")) {
        if (const auto known = knows(**storage, account, false); !known) {
            return fail(known.error());
        }
    }
    const bool asJson = arguments.has("json");
    storage::MonitorLockFile lock(dataDirectory(arguments));
    const bool watched = lock.isHeldElsewhere() && alarms->hasHeartbeat();
    writeLine(asJson ? alarmsJson(*alarms, shown, watched) : alarmsTable(*alarms, shown, watched));
    return kOk;
}

int acknowledgeCommand(const Arguments &arguments)
{
    if (arguments.has("all") == !arguments.operands.empty()) {
        std::fputs("plimsoll-cli: acknowledge takes an account, or --all\n", stderr);
        return kUsage;
    }
    AlarmRequest request;
    request.account = arguments.has("all") ? kAll : arguments.operands.front();
    if (arguments.has("condition")) {
        request.condition = alarm::conditionFromWord(arguments.value("condition"));
        if (!request.condition) {
            fail({ErrorCode::Malformed, "--condition", "there is no alarm \"" + arguments.value("condition") + "\""});
            return kUsage;
        }
    }
    return carryOut(arguments, request, "there is nothing to acknowledge");
}

int snoozeCommand(const Arguments &arguments)
{
    const auto minutes = wholeNumber(arguments, "minutes", 0, 1, 24 * 60);
    if (!minutes) {
        fail(minutes.error());
        return kUsage;
    }
    AlarmRequest request;
    request.kind = AlarmRequest::Kind::Snooze;
    request.account = arguments.operands.front();
    request.span = *minutes * alarm::kMinute;
    return carryOut(arguments, request, "there is nothing that may be snoozed (a liquidation never)");
}

int handledCommand(const Arguments &arguments)
{
    AlarmRequest request;
    request.kind = AlarmRequest::Kind::Handle;
    request.account = arguments.operands.front();
    return carryOut(arguments, request, "there is no liquidation to be dealt with");
}

} // namespace plimsoll::cli
