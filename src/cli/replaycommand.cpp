// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "cli/replayinput.h"
#include "cli/terminal.h"
#include "scenario/replay.h"
#include "wire/jsonwriter.h"

#include <cstdio>
#include <utility>

namespace plimsoll::cli {

namespace {

using scenario::StatusChange;
using wire::JsonWriter;

std::string changeJson(const StatusChange &change)
{
    JsonWriter json;
    json.beginObject();
    json.key("time").integer(change.time.ms());
    json.key("account").string(change.account);
    json.key("event").string("status");
    json.key("from");
    change.from ? json.string(margin::statusWord(*change.from)) : json.null();
    json.key("to").string(margin::statusWord(change.to));
    json.key("marginLevel").decimal(change.level);
    json.key("prices").beginObject();
    for (const scenario::PricePoint &price : change.prices) {
        json.key(price.symbol).decimal(price.price);
    }
    json.endObject().endObject();
    return json.text();
}

std::string summaryJson(const scenario::ReplaySummary &summary)
{
    JsonWriter json;
    json.beginObject();
    json.key("event").string("summary");
    json.key("samples").integer(summary.samples);
    json.key("evaluations").integer(summary.evaluations);
    json.key("accounts").beginArray();
    for (const scenario::ReplayAccount &account : summary.accounts) {
        json.beginObject();
        json.key("id").string(account.id);
        json.key("status").string(margin::statusWord(account.status));
        json.key("lowestLevel").decimal(account.lowestLevel);
        json.key("lowestAt");
        account.lowestAt ? json.integer(account.lowestAt->ms()) : json.null();
        json.endObject();
    }
    json.endArray().endObject();
    return json.text();
}

std::string changeLine(const StatusChange &change)
{
    const std::string from = change.from ? std::string(margin::statusWord(*change.from)) : "-";
    return utcText(change.time) + "  " + printable(change.account) + "  " + from + " -> "
        + std::string(margin::statusWord(change.to)) + (change.level ? "  level " + change.level->toString() : "");
}

std::string summaryText(const scenario::ReplaySummary &summary)
{
    Table table({"account", "at the end", "lowest level", "at"}, "llrl");
    for (const scenario::ReplayAccount &account : summary.accounts) {
        table.add({account.id, std::string(margin::statusWord(account.status)),
                   account.lowestLevel ? account.lowestLevel->toString() : "-",
                   account.lowestAt ? utcText(*account.lowestAt) : "-"});
    }
    return "\n" + table.text() + std::to_string(summary.samples) + " prices, " + std::to_string(summary.evaluations)
        + " evaluations";
}

} // namespace

int replayCommand(const Arguments &arguments)
{
    if (arguments.has("alarms")) {
        return alarmReplayCommand(arguments);
    }
    if (arguments.has("ack-after")) {
        std::fputs("plimsoll-cli: --ack-after belongs to --alarms\n", stderr);
        return kUsage;
    }
    ReplayInput input;
    if (const int code = readReplay(arguments, input); code != kOk) {
        return code;
    }
    if (const int code = writeReplayPage(arguments, input, std::nullopt); code != kOk) {
        return code;
    }
    const bool asJson = arguments.has("json");
    bool written = true;
    scenario::SampleWalk walk(std::move(input.prices));
    const auto summary = scenario::replay(input.accounts, walk, [&](const StatusChange &change) {
        written = writeLine(asJson ? changeJson(change) : changeLine(change)) && written;
    });
    written = writeLine(asJson ? summaryJson(summary) : summaryText(summary)) && written;
    return written ? kOk : kInputOutput;
}

} // namespace plimsoll::cli
