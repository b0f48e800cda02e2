// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/datadirectory.h"
#include "cli/exitcode.h"
#include "cli/optionvalues.h"
#include "cli/outputfile.h"
#include "cli/terminal.h"
#include "report/page.h"
#include "storage/periodreader.h"
#include "wire/jsonwriter.h"

namespace plimsoll::cli {

namespace {

using monitor::Period;

struct Span {
    WallTime from;
    WallTime to;
};

Result<Span> spanOption(const Arguments &arguments)
{
    const auto from = timeOption(arguments, "from", 0);
    const auto to = from ? timeOption(arguments, "to", kLatestTime) : from;
    if (!to) {
        return to.error();
    }
    if (*from >= *to) {
        return Error {ErrorCode::Malformed, "--from", "must be before --to"};
    }
    return Span {*from, *to};
}

void writeSample(wire::JsonWriter &json, const char *level, const std::optional<monitor::LevelSample> &sample)
{
    json.key(level);
    sample ? json.decimal(margin::Decimal::fromMantissa(margin::Int128 {sample->level} * 10'000'000'000)) : json.null();
}

std::string reportJson(const Period &period, const std::string &file)
{
    wire::JsonWriter json(2);
    json.beginObject();
    json.key("format").string("plimsoll-report");
    json.key("version").integer(1);
    json.key("from").integer(period.from.ms());
    json.key("to").integer(period.to.ms());
    json.key("file").string(file);
    json.key("accounts").beginArray();
    for (const monitor::AccountPeriod &entry : period.accounts) {
        const report::LevelSummary levels = report::summaryOf(entry, period.from, period.to);
        json.beginObject();
        json.key("id").string(entry.account.id);
        writeSample(json, "lowestLevel", levels.lowest);
        json.key("lowestAt");
        levels.lowest ? json.integer(levels.lowest->time.ms()) : json.null();
        writeSample(json, "lastLevel", levels.last);
        json.key("statusChanges").integer(static_cast<std::int64_t>(entry.statuses.size()));
        json.key("barChanges").integer(static_cast<std::int64_t>(entry.barChanges.size()));
        json.endObject();
    }
    json.endArray();
    json.key("symbols").integer(static_cast<std::int64_t>(period.prices.size()));
    json.key("alarmSteps").integer(static_cast<std::int64_t>(period.alarms.size()));
    json.key("journalRows").integer(static_cast<std::int64_t>(period.journal.size()));
    json.endObject();
    return json.text();
}

} // namespace

int reportCommand(const Arguments &arguments)
{
    const auto span = spanOption(arguments);
    if (!span) {
        fail(span.error());
        return kUsage;
    }
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    const auto period = storage::readPeriod(**storage, span->from, span->to);
    if (!period) {
        return fail(period.error());
    }
    const std::string file = arguments.value("o");
    const wording::DisplayFormat format {QLocale::c()};
    if (const int code = writeFile(file, report::pageOf(*period, systemClock().wallTime(), format).toStdString());
        code != kOk) {
        return code;
    }
    if (file == "-") {
        return kOk; // nothing behind the page
    }
    return writeLine(arguments.has("json") ? reportJson(*period, file) : "written: " + printable(file)) ? kOk
                                                                                                        : kInputOutput;
}

} // namespace plimsoll::cli
