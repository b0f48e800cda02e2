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
#include "margin/interest.h"
#include "margin/lookahead.h"

#include <QtCore/QDateTime>

#include <optional>

namespace plimsoll::cli {

namespace {

using margin::Account;
using margin::Assessment;
using margin::Decimal;

// When one bar is met.
struct Reached {
    std::int64_t hours = 0;
    WallTime time; // the full hour
};

struct Outlook {
    const Account *account = nullptr;
    Assessment now;
    std::optional<Decimal> perHour;
    std::optional<Reached> call;
    std::optional<Reached> liquidation;
};

std::optional<Reached> reached(const Account &account, const margin::Rates &rates, Decimal bar, WallTime now)
{
    const auto hours = margin::hoursToBar(account, rates, bar);
    if (!hours) {
        return std::nullopt;
    }
    const WallTime time = *hours == 0 ? now : floorTo(now, margin::kHourMs) + *hours * margin::kHourMs;
    return Reached {*hours, time};
}

Outlook outlookOf(const Account &account, const margin::Rates &rates, WallTime now)
{
    const auto hour = margin::hourlyInterest(account, rates);
    return {&account, margin::assess(account, rates),
            hour ? margin::exact::toDecimal(margin::exact::fromWide(*hour), 2 * Decimal::kFractionDigits,
                                            margin::Rounding::Up)
                 : std::nullopt,
            reached(account, rates, account.thresholds.marginCall, now),
            reached(account, rates, account.thresholds.liquidation, now)};
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

void writeReached(wire::JsonWriter &json, const char *key, const std::optional<Reached> &reached)
{
    json.key(key);
    if (!reached) {
        json.null();
        return;
    }
    json.beginObject();
    json.key("hours").integer(reached->hours);
    json.key("time").integer(reached->time.ms());
    json.endObject();
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
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.text();
}

std::string reachedCell(const std::optional<Reached> &reached, const Outlook &outlook)
{
    if (!reached) {
        return inWords(becauseOf(outlook));
    }
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(reached->time.ms(), Qt::UTC);
    return std::to_string(reached->hours) + " h, " + time.toString(QStringLiteral("yyyy-MM-dd hh:mm")).toStdString();
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
    return table.text();
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
        account.thresholds = bars->value_or(account.thresholds);
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
