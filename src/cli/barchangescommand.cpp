// SPDX-License-Identifier: GPL-3.0-or-later
// When the bars of accounts changed, and what the exchange announced: the list, adding and removing.
#include "cli/changeoptions.h"
#include "cli/commands.h"
#include "cli/datadirectory.h"
#include "cli/evaluationreport.h"
#include "cli/exitcode.h"
#include "cli/optionvalues.h"
#include "cli/terminal.h"
#include "wording/utcmoment.h"

#include <algorithm>
#include <cstdio>

namespace plimsoll::cli {

namespace {

using margin::AnnouncedBars;
using monitor::BarChange;
using wire::JsonWriter;

/// Bars ahead of an account, with those they take the place of.
struct Ahead {
    std::string account;
    AnnouncedBars announced;
    margin::Thresholds before;
};

std::vector<Ahead> aheadOf(const std::vector<margin::Account> &accounts)
{
    std::vector<Ahead> all;
    for (const margin::Account &account : accounts) {
        margin::Thresholds before = account.thresholds;
        for (const AnnouncedBars &announced : account.announced) {
            all.push_back({account.id, announced, before});
            before = announced.bars;
        }
    }
    std::ranges::stable_sort(all, {}, [](const Ahead &ahead) { return ahead.announced.from; });
    return all;
}

std::string barsCell(const margin::Thresholds &bars)
{
    return bars.initial.toString() + "/" + bars.marginCall.toString() + "/" + bars.liquidation.toString();
}

void writeChange(JsonWriter &json, WallTime time, const std::string &account, const margin::Thresholds &before,
                 const margin::Thresholds &after)
{
    json.beginObject();
    json.key("account").string(account);
    json.key("time").integer(time.ms());
    writeThresholds(json, "before", before);
    writeThresholds(json, "after", after);
    json.endObject();
}

std::string changesJson(const std::vector<BarChange> &past, const std::vector<Ahead> &ahead)
{
    JsonWriter json(2);
    json.beginObject();
    json.key("format").string("plimsoll-bar-changes");
    json.key("version").integer(1);
    json.key("past").beginArray();
    for (const BarChange &change : past) {
        writeChange(json, change.time, change.account, change.before, change.after);
    }
    json.endArray();
    json.key("announced").beginArray();
    for (const Ahead &one : ahead) {
        writeChange(json, one.announced.from, one.account, one.before, one.announced.bars);
    }
    json.endArray();
    json.endObject();
    return json.text();
}

std::string changesTable(const std::vector<BarChange> &past, const std::vector<Ahead> &ahead)
{
    if (past.empty() && ahead.empty()) {
        return "no bars have changed, and none are announced";
    }
    Table table({"from (UTC)", "account", "before", "after", ""});
    for (const BarChange &change : past) {
        table.add({wording::utcMomentText(change.time).toStdString(), change.account, barsCell(change.before),
                   barsCell(change.after), "in force"});
    }
    for (const Ahead &one : ahead) {
        table.add({wording::utcMomentText(one.announced.from).toStdString(), one.account, barsCell(one.before),
                   barsCell(one.announced.bars), "announced"});
    }
    std::string text = table.text();
    text.pop_back();
    return text;
}

// "2026-12-01 08:00" in UTC, or milliseconds since 1970.
Result<WallTime> momentOf(const Arguments &arguments)
{
    if (const auto moment = wording::readUtcMoment(QString::fromStdString(arguments.value("at")))) {
        return *moment;
    }
    const auto time = timeOption(arguments, "at", 0);
    return time ? time
                : Error {ErrorCode::Malformed, "--at",
                         "must be a moment in UTC such as \"2026-12-01 08:00\", or milliseconds since 1970 UTC"};
}

std::string answerOf(const Arguments &arguments, const AnnouncedBars &announced)
{
    const std::string account = arguments.value("account");
    if (!arguments.has("json")) {
        return printable(account) + ": " + barsCell(announced.bars) + " from "
            + wording::utcMomentText(announced.from).toStdString() + " UTC";
    }
    JsonWriter json(0);
    json.beginObject();
    json.key("account").string(account);
    json.key("time").integer(announced.from.ms());
    writeThresholds(json, "after", announced.bars);
    json.endObject();
    return json.text();
}

bool hasAll(const Arguments &arguments, const std::vector<std::string> &needed)
{
    for (const std::string &name : needed) {
        if (!arguments.has(name)) {
            fail({ErrorCode::Malformed, {}, "bar-change " + arguments.operands.front() + " needs --" + name});
            return false;
        }
    }
    return true;
}

int addChange(const Arguments &arguments)
{
    if (!hasAll(arguments, {"account", "at", "bars"})) {
        return kUsage;
    }
    const auto moment = momentOf(arguments);
    const auto bars = barsOption(arguments);
    if (!moment || !bars) {
        fail(moment ? bars.error() : moment.error());
        return kUsage;
    }
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    const AnnouncedBars announced {*moment, **bars};
    if (const auto kept = (*storage)->announceBars(arguments.value("account"), announced); !kept) {
        const bool isMoment = kept.error().place == "from";
        return fail(isMoment ? Error {kept.error().code, "--at", kept.error().detail} : kept.error());
    }
    return writeLine(answerOf(arguments, announced)) ? kOk : kInputOutput;
}

int removeChange(const Arguments &arguments)
{
    if (!hasAll(arguments, {"account", "at"})) {
        return kUsage;
    }
    const auto moment = momentOf(arguments);
    if (!moment) {
        fail(moment.error());
        return kUsage;
    }
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    const auto removed = (*storage)->withdrawBars(arguments.value("account"), *moment);
    return removed ? kOk : fail(removed.error());
}

} // namespace

int barChangeCommand(const Arguments &arguments)
{
    const std::string &what = arguments.operands.front();
    if (what == "add") {
        return addChange(arguments);
    }
    if (what == "remove" && !arguments.has("bars")) {
        return removeChange(arguments);
    }
    std::fputs(
        "plimsoll-cli: bar-change add --account ID --at T --bars I/C/L, or bar-change remove --account ID --at T\n",
        stderr);
    return kUsage;
}

int barChangesCommand(const Arguments &arguments)
{
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    auto portfolio = (*storage)->loadPortfolio();
    if (!portfolio) {
        return fail(portfolio.error());
    }
    const std::string id = arguments.value("account");
    if (!id.empty() && portfolio->account(id) == nullptr) {
        return fail({ErrorCode::NotFound, "--account", "there is no account \"" + id + "\""});
    }
    const auto past = (*storage)->barChanges(id, 0);
    if (!past) {
        return fail(past.error());
    }
    auto accounts = std::move(portfolio).value().accounts;
    std::erase_if(accounts, [&id](const margin::Account &account) { return !id.empty() && account.id != id; });
    const auto ahead = aheadOf(accounts);
    return writeLine(arguments.has("json") ? changesJson(*past, ahead) : changesTable(*past, ahead)) ? kOk
                                                                                                     : kInputOutput;
}

} // namespace plimsoll::cli
