// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/levelcsv.h"

#include "margin/decimal.h"
#include "viewmodels/common/csvcell.h"

#include <QtCore/QDateTime>

#include <algorithm>

namespace plimsoll::viewmodels {

namespace {

struct Row {
    WallTime time;
    const char *what = "";
    std::string rest; ///< level, bars before, bars after, asset, value
};

std::string text(std::int64_t level)
{
    constexpr margin::Int128 kUnit = 10'000'000'000; // mantissa of 10^-8
    return margin::Decimal::fromMantissa(margin::Int128 {level} * kUnit).toString();
}

std::string text(const margin::Thresholds &bars)
{
    return bars.initial.toString() + '/' + bars.marginCall.toString() + '/' + bars.liquidation.toString();
}

std::vector<Row> rowsOf(const ExportedLine &line, WallTime from, WallTime to)
{
    std::vector<Row> rows;
    for (const monitor::BarChange &change : line.barChanges) {
        if (change.time >= from && change.time <= to) {
            rows.push_back({change.time, "bars", ',' + text(change.before) + ',' + text(change.after) + ",,"});
        }
    }
    for (const auto &stretch : line.track.stretches(from, to)) {
        rows.push_back({stretch.front().time, "known", text(stretch.front().level) + ",,,,"});
        for (std::size_t i = 1; i < stretch.size(); ++i) {
            if (stretch[i].level != stretch[i - 1].level) {
                rows.push_back({stretch[i].time, "step", text(stretch[i].level) + ",,,,"});
            }
        }
        rows.push_back({stretch.back().time, "unknown", ",,,,"});
    }
    if (line.curve) {
        for (const CurveValue &value : within(line.curve->values, from, to)) {
            const std::string known = value.value ? value.value->toString() : std::string();
            rows.push_back({value.time, line.curve->what.c_str(), ",,," + csvCell(line.curve->asset) + ',' + known});
        }
    }
    std::ranges::stable_sort(rows, {}, &Row::time); // bars before what was judged by them
    return rows;
}

} // namespace

std::string levelCsv(const std::vector<ExportedLine> &lines, WallTime from, WallTime to)
{
    std::string csv = "time,account,name,what,level,barsBefore,barsAfter,asset,value\r\n";
    for (const ExportedLine &line : lines) {
        const std::string who = csvCell(line.account) + ',' + csvCell(line.name);
        for (const Row &row : rowsOf(line, from, to)) {
            const QString when = QDateTime::fromMSecsSinceEpoch(row.time.ms(), Qt::UTC).toString(Qt::ISODateWithMs);
            csv += when.toStdString() + ',' + who + ',' + row.what + ',' + row.rest + "\r\n";
        }
    }
    return csv;
}

} // namespace plimsoll::viewmodels
