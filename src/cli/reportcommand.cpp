// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/datadirectory.h"
#include "cli/exitcode.h"
#include "cli/outputfile.h"
#include "cli/terminal.h"
#include "report/page.h"
#include "wire/jsonwriter.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <set>

namespace plimsoll::cli {

namespace {

using report::Period;

// Milliseconds since 1970 UTC.
Result<std::int64_t> timeOption(const Arguments &arguments, const std::string &name)
{
    const std::string text = arguments.value(name);
    std::int64_t value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    constexpr std::int64_t kLatest = 4'102'444'800'000; // the year 2100
    if (failed != std::errc {} || end != text.data() + text.size() || value < 0 || value > kLatest) {
        return Error {ErrorCode::Malformed, "--" + name, "must be a time in milliseconds since 1970 UTC"};
    }
    return value;
}

Result<Period> periodOption(const Arguments &arguments)
{
    const auto from = timeOption(arguments, "from");
    const auto to = from ? timeOption(arguments, "to") : from;
    if (!to) {
        return to.error();
    }
    if (*from >= *to) {
        return Error {ErrorCode::Malformed, "--from", "must be before --to"};
    }
    Period period;
    period.from = *from;
    period.to = *to;
    period.writtenAt = systemClock().wallMs();
    return period;
}

// Keeps what lies within the period.
template<typename Row>
std::vector<Row> within(std::vector<Row> rows, const Period &period)
{
    std::erase_if(rows, [&period](const Row &row) { return row.time < period.from || row.time > period.to; });
    return rows;
}

Result<Done> readAccounts(storage::Storage &storage, Period &period)
{
    const auto portfolio = storage.loadPortfolio();
    if (!portfolio) {
        return portfolio.error();
    }
    std::set<std::string> symbols;
    for (const margin::Account &account : portfolio->accounts) {
        auto track = storage.levelTrack(account.id, period.from, period.to);
        if (!track) {
            return track.error();
        }
        auto statuses = storage.statusHistory(account.id, 0);
        if (!statuses) {
            return statuses.error();
        }
        period.accounts.push_back({account, std::move(track).value(), within(std::move(statuses).value(), period)});
        for (const margin::Balance &balance : account.balances) {
            symbols.insert(balance.asset + account.quoteAsset);
        }
    }
    for (const std::string &symbol : symbols) {
        auto prices = storage.priceHistory(symbol, period.from, period.to);
        if (!prices) {
            return prices.error();
        }
        if (!prices->empty()) {
            period.prices.push_back({symbol, std::move(prices).value()});
        }
    }
    return Done {};
}

Result<Done> readPeriod(storage::Storage &storage, Period &period)
{
    if (const auto read = readAccounts(storage, period); !read) {
        return read.error();
    }
    monitor::AlarmHistoryFilter filter;
    filter.from = period.from;
    filter.to = period.to;
    auto alarms = storage.alarmHistory(filter);
    if (!alarms) {
        return alarms.error();
    }
    period.alarms = within(std::move(alarms).value(), period);
    auto journal = storage.journal({});
    if (!journal) {
        return journal.error();
    }
    period.journal = within(std::move(journal).value(), period);
    return Done {};
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
    json.key("from").integer(period.from);
    json.key("to").integer(period.to);
    json.key("file").string(file);
    json.key("accounts").beginArray();
    for (const report::AccountPeriod &entry : period.accounts) {
        const report::LevelSummary levels = report::summaryOf(entry, period.from, period.to);
        json.beginObject();
        json.key("id").string(entry.account.id);
        writeSample(json, "lowestLevel", levels.lowest);
        json.key("lowestAt");
        levels.lowest ? json.integer(levels.lowest->time) : json.null();
        writeSample(json, "lastLevel", levels.last);
        json.key("statusChanges").integer(static_cast<std::int64_t>(entry.statuses.size()));
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
    auto asked = periodOption(arguments);
    if (!asked) {
        fail(asked.error());
        return kUsage;
    }
    Period &period = asked.value();
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    if (const auto read = readPeriod(**storage, period); !read) {
        return fail(read.error());
    }
    const std::string file = arguments.value("o");
    const wording::DisplayFormat format {QLocale::c()};
    if (const int code = writeFile(file, report::pageOf(period, format).toStdString()); code != kOk) {
        return code;
    }
    return writeLine(arguments.has("json") ? reportJson(period, file) : "written: " + printable(file)) ? kOk
                                                                                                       : kInputOutput;
}

} // namespace plimsoll::cli
