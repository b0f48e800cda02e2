// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/twinreplay.h"

#include "cli/exitcode.h"
#include "cli/replayinput.h"
#include "cli/terminal.h"
#include "cli/twinjson.h"
#include "scenario/twinreplay.h"

#include <algorithm>

namespace plimsoll::cli {

namespace {

using margin::Account;
using scenario::TwinFate;
using scenario::TwinReplay;
using scenario::TwinReplays;
using scenario::TwinSideFate;
using wire::JsonWriter;

void writeTime(JsonWriter &json, const char *key, std::optional<WallTime> time)
{
    json.key(key);
    time ? json.integer(time->ms()) : json.null();
}

void writeSide(JsonWriter &json, const char *key, const TwinSideFate &side)
{
    json.key(key).beginObject();
    json.key("firstCalled");
    side.firstCalled ? json.string(side.accounts[*side.firstCalled].account.id) : json.null();
    json.key("lost").decimal(side.lost);
    json.key("accounts").beginArray();
    for (const TwinFate &fate : side.accounts) {
        json.beginObject();
        json.key("id").string(fate.account.id);
        json.key("mode").string(margin::marginModeWord(fate.account.mode));
        json.key("quoteAsset").string(fate.account.quoteAsset);
        json.key("equity").decimal(fate.equity);
        writeTime(json, "calledAt", fate.calledAt);
        writeTime(json, "liquidatedAt", fate.liquidatedAt);
        json.key("lowestLevel").decimal(fate.lowestLevel);
        writeTime(json, "lowestAt", fate.lowestAt);
        json.key("carriedAt").decimal(fate.carriedAt);
        json.endObject();
    }
    json.endArray().endObject();
}

std::string replayJson(const std::vector<Account> &accounts, const TwinReplays &replays)
{
    JsonWriter json(2);
    json.beginObject();
    json.key("format").string("plimsoll-twin-replay");
    json.key("version").integer(1);
    json.key("from").integer(replays.from.ms());
    json.key("to").integer(replays.to.ms());
    json.key("twins").beginArray();
    for (const TwinReplay &twin : replays.twins) {
        json.beginObject();
        writeTwin(json, accounts, twin);
        writeSide(json, "real", twin.real);
        writeSide(json, "twin", twin.twin);
        json.endObject();
    }
    json.endArray();
    writeWithout(json, accounts, replays.without);
    json.endObject();
    return json.text();
}

std::string timeCell(std::optional<WallTime> time)
{
    return time ? utcText(*time) : "-";
}

std::string lowestCell(const std::optional<margin::Decimal> &level)
{
    return level ? level->toString() : "-";
}

std::string sideText(const char *title, const TwinSideFate &side)
{
    Table table({"account", "mode", "called", "liquidated", "lowest level", "at", "cross level then"}, "llllrlr");
    for (const TwinFate &fate : side.accounts) {
        table.add({fate.account.id, std::string(margin::marginModeWord(fate.account.mode)), timeCell(fate.calledAt),
                   timeCell(fate.liquidatedAt), lowestCell(fate.lowestLevel), timeCell(fate.lowestAt),
                   lowestCell(fate.carriedAt)});
    }
    const bool isKnown = std::ranges::all_of(side.accounts, [](const TwinFate &fate) {
        return !fate.account.hasDebt() || fate.lowestLevel || fate.account.liquidatedAt;
    });
    const std::string first = side.firstCalled
        ? printable(side.accounts[*side.firstCalled].account.id) + " is called first"
        : std::string(isKnown ? "nobody is called" : "not known, a price is missing");
    return std::string(title) + ": " + first + ", liquidations take " + side.lost.toString() + " "
        + printable(side.accounts.front().account.quoteAsset) + "\n" + table.text();
}

std::string replayText(const std::vector<Account> &accounts, const TwinReplays &replays)
{
    std::string text = utcText(replays.from) + " to " + utcText(replays.to) + "\n";
    for (const TwinReplay &twin : replays.twins) {
        text += "\n" + sideText("as it is", twin.real) + "\n"
            + sideText(twin.mode == margin::MarginMode::Cross ? "as one cross account" : "as isolated accounts",
                       twin.twin)
            + (twin.exact ? "" : "the cash does not suffice: levels differ from the beginning\n");
    }
    for (const analysis::WithoutTwin &without : replays.without) {
        text += printable(accounts[without.account].id) + ": no twin, "
            + std::string(analysis::noTwinWord(without.because)) + "\n";
    }
    text.pop_back();
    return text;
}

} // namespace

int twinReplayCommand(const Arguments &arguments, const std::optional<margin::Thresholds> &bars)
{
    ReplayInput input;
    if (const int code = readReplay(arguments, input); code != kOk) {
        return code;
    }
    const auto replays = scenario::replayTwins(input.accounts, input.prices, bars);
    if (!replays) {
        return fail(replays.error());
    }
    if (!*replays) {
        return fail({ErrorCode::Malformed, "--klines", "there are no candles"});
    }
    return writeLine(arguments.has("json") ? replayJson(input.accounts, **replays)
                                           : replayText(input.accounts, **replays))
        ? kOk
        : kInputOutput;
}

} // namespace plimsoll::cli
