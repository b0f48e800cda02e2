// SPDX-License-Identifier: GPL-3.0-or-later
// What time alone does: when interest leads to a bar while prices stand still.
#include "cli/bookinput.h"
#include "cli/changeoptions.h"
#include "cli/commands.h"
#include "cli/datadirectory.h"
#include "cli/evaluationreport.h"
#include "cli/exitcode.h"
#include "cli/inwords.h"
#include "cli/terminal.h"
#include "margin/exact.h"
#include "margin/lookahead.h"
#include "wording/utcmoment.h"

#include <optional>

namespace plimsoll::cli {

namespace {

using margin::Account;
using margin::Assessment;
using margin::BarMet;
using margin::Decimal;

constexpr Ms kMinuteMs = 60'000; // a table of moments needs no seconds

struct Outlook {
    const Account *account = nullptr;
    Assessment now;
    std::optional<Decimal> perHour;
    std::optional<BarMet> call;
    std::optional<BarMet> liquidation;
    std::vector<margin::BarsAhead> ahead;
};

Outlook outlookOf(const Account &account, const margin::Rates &rates, WallTime now)
{
    const auto hour = margin::hourlyInterest(account, rates);
    return {&account,
            margin::assess(account, rates),
            hour ? margin::exact::toDecimal(margin::exact::fromWide(*hour), 2 * Decimal::kFractionDigits,
                                            margin::Rounding::Up)
                 : std::nullopt,
            margin::whenMet(account, rates, &margin::Thresholds::marginCall, now),
            margin::whenMet(account, rates, &margin::Thresholds::liquidation, now),
            margin::judgeAnnounced(account, rates)};
}

// Why a bar is not met by interest alone.
std::string_view becauseOf(const Outlook &outlook)
{
    switch (outlook.now.status) {
    case margin::Status::NoDebt: return "no_debt";
    case margin::Status::Liquidated: return "liquidated";
    case margin::Status::Unknown: return "unknown";
    default: break;
    }
    if (outlook.now.partly) {
        return "unknown";
    }
    return outlook.perHour && outlook.perHour->isPositive() ? "too_far" : "no_rate";
}

void writeReached(wire::JsonWriter &json, const char *key, const std::optional<BarMet> &reached)
{
    json.key(key);
    if (!reached) {
        json.null();
        return;
    }
    json.beginObject();
    json.key("hours").integer(reached->hours);
    json.key("time").integer(reached->time.ms());
    if (reached->byBars) {
        json.key("by").string("bars");
    }
    json.endObject();
}

void writeAhead(wire::JsonWriter &json, const std::vector<margin::BarsAhead> &ahead)
{
    if (ahead.empty()) {
        return;
    }
    json.key("announced").beginArray();
    for (const margin::BarsAhead &one : ahead) {
        json.beginObject();
        json.key("time").integer(one.announced.from.ms());
        writeThresholds(json, "thresholds", one.announced.bars);
        json.key("status").string(margin::statusWord(one.decision.status));
        json.endObject();
    }
    json.endArray();
}

std::string lookAheadJson(const std::vector<Outlook> &outlooks, WallTime now)
{
    wire::JsonWriter json(2);
    json.beginObject();
    json.key("format").string("plimsoll-look-ahead");
    json.key("version").integer(1);
    json.key("now").integer(now.ms());
    json.key("accounts").beginArray();
    for (const Outlook &outlook : outlooks) {
        json.beginObject();
        json.key("id").string(outlook.account->id);
        json.key("status").string(margin::statusWord(outlook.now.status));
        json.key("marginLevel").decimal(outlook.now.level);
        json.key("distanceToCall").decimal(outlook.now.distanceToCall);
        json.key("distanceToLiquidation").decimal(outlook.now.distanceToLiquidation);
        json.key("interestPerHour").decimal(outlook.perHour);
        json.key("complete").boolean(!margin::owesAtUnknownRate(*outlook.account));
        writeReached(json, "call", outlook.call);
        writeReached(json, "liquidation", outlook.liquidation);
        if (!outlook.liquidation) {
            json.key("because").string(becauseOf(outlook));
        }
        writeAhead(json, outlook.ahead);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.text();
}

std::string reachedCell(const std::optional<BarMet> &reached, const Outlook &outlook)
{
    if (!reached) {
        return inWords(becauseOf(outlook));
    }
    return std::to_string(reached->hours) + " h, "
        + wording::utcMomentText(floorTo(reached->time, kMinuteMs)).toStdString()
        + (reached->byBars ? " by new bars" : "");
}

std::string lookAheadTable(const std::vector<Outlook> &outlooks)
{
    Table table({"account", "level", "interest an hour", "call (UTC)", "liquidation (UTC)"}, "lrrll");
    for (const Outlook &outlook : outlooks) {
        table.add({outlook.account->id, levelCell(outlook.now),
                   moneyCell(outlook.perHour, outlook.account->quoteAsset, margin::Rounding::Up)
                       + (margin::owesAtUnknownRate(*outlook.account) ? " and more" : ""),
                   reachedCell(outlook.call, outlook), reachedCell(outlook.liquidation, outlook)});
    }
    std::string text = table.text();
    for (const Outlook &outlook : outlooks) {
        for (const margin::BarsAhead &one : outlook.ahead) {
            const margin::Thresholds &bars = one.announced.bars;
            text += printable(outlook.account->id) + ": " + bars.initial.toString() + "/" + bars.marginCall.toString()
                + "/" + bars.liquidation.toString() + " from "
                + wording::utcMomentText(one.announced.from).toStdString() + " UTC; at today's level "
                + inWords(margin::statusWord(one.decision.status)) + "\n";
        }
    }
    text.pop_back();
    return text;
}

} // namespace

int lookAheadCommand(const Arguments &arguments)
{
    const auto bars = barsOption(arguments);
    if (!bars) {
        fail(bars.error());
        return kUsage;
    }
    BookInput book;
    if (const int code = readBook(arguments, book); code != kOk) {
        return code;
    }
    const WallTime now = systemClock().wallTime();
    std::vector<EvaluatedAccount> evaluated;
    std::vector<Outlook> outlooks;
    for (Account &account : book.portfolio.accounts) {
        account = withBarsAt(std::move(account), now);
        if (*bars) { // these and no others
            account.thresholds = **bars;
            account.announced.clear();
        }
        outlooks.push_back(outlookOf(account, *book.rates, now));
        evaluated.push_back({account, outlooks.back().now});
    }
    if (const auto fits = inRange(evaluated); !fits) {
        return fail(fits.error());
    }
    return writeLine(arguments.has("json") ? lookAheadJson(outlooks, now) : lookAheadTable(outlooks)) ? kOk
                                                                                                      : kInputOutput;
}

} // namespace plimsoll::cli
