// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/gaplines.h"

#include "cli/terminal.h"
#include "wire/jsonwriter.h"

namespace plimsoll::cli {

namespace {

using wire::JsonWriter;

std::string_view gapStateWord(monitor::GapReport::State state)
{
    switch (state) {
    case monitor::GapReport::State::Asking: return "asking";
    case monitor::GapReport::State::Ready: return "ready";
    case monitor::GapReport::State::Failed: return "failed";
    }
    return {};
}

// How far the level of an account could be followed.
std::string_view judgedWord(const monitor::GapAccount &account)
{
    return !account.wasBlind ? "all" : account.lowestLevel ? "partly" : "not";
}

std::string gapLine(const monitor::GapAccount &account)
{
    std::string line = "    " + printable(account.account) + ": ";
    if (!account.lowestLevel) {
        return line + (account.wasBlind ? "could not be judged" : "no alarm");
    }
    line += "lowest level " + account.lowestLevel->toString() + " at " + utcText(account.lowestAt);
    std::string missed;
    for (const alarm::Condition condition : account.wouldHaveFired) {
        missed += (missed.empty() ? "; missed: " : ", ") + std::string(alarm::conditionWord(condition));
    }
    return line + missed + (account.wasBlind ? "; could not be judged all the time" : "");
}

} // namespace

std::string gapJson(const monitor::GapReport &report, WallTime time)
{
    JsonWriter json;
    json.beginObject();
    json.key("time").integer(time.ms());
    json.key("event").string("gap");
    json.key("from").integer(report.from.ms());
    json.key("to").integer(report.to.ms());
    json.key("reason").string(report.reason == monitor::GapReport::Reason::Asleep ? "asleep" : "off");
    json.key("state").string(gapStateWord(report.state));
    json.key("allClear").boolean(report.allClear());
    json.key("detail").string(report.detail.toStdString());
    json.key("accounts").beginArray();
    for (const monitor::GapAccount &account : report.accounts) {
        json.beginObject();
        json.key("id").string(account.account);
        json.key("judged").string(judgedWord(account));
        json.key("lowestLevel").decimal(account.lowestLevel);
        json.key("lowestAt");
        account.lowestLevel ? json.integer(account.lowestAt.ms()) : json.null();
        json.key("missed").beginArray();
        for (const alarm::Condition condition : account.wouldHaveFired) {
            json.string(alarm::conditionWord(condition));
        }
        json.endArray().endObject();
    }
    json.endArray().endObject();
    return json.text();
}

std::string gapText(const monitor::GapReport &report)
{
    std::string text = std::string(report.reason == monitor::GapReport::Reason::Asleep ? "this computer slept"
                                                                                       : "nobody watched")
        + " from " + utcText(report.from) + " to " + utcText(report.to);
    if (report.allClear()) {
        return text + ": no alarm would have come";
    }
    text += report.missedCall()                             ? ": A MARGIN CALL WAS MISSED"
        : report.state == monitor::GapReport::State::Failed ? ": not known what happened"
                                                            : "";
    text += report.detail.isEmpty() ? "" : " (" + printable(report.detail.toStdString()) + ")";
    for (const monitor::GapAccount &account : report.accounts) {
        text += "\n" + gapLine(account);
    }
    return text;
}

} // namespace plimsoll::cli
