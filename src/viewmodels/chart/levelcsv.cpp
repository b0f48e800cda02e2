// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/levelcsv.h"

#include "margin/decimal.h"
#include "viewmodels/common/csvcell.h"

#include <QtCore/QDateTime>

namespace plimsoll::viewmodels {

namespace {

std::string row(const ExportedLine &line, std::int64_t time, const char *what, const std::string &level)
{
    const QString when = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
    return when.toStdString() + ',' + csvCell(line.account) + ',' + csvCell(line.name) + ',' + what + ',' + level
        + "\r\n";
}

std::string text(std::int64_t level)
{
    constexpr margin::Int128 kUnit = 10'000'000'000; // mantissa of 10^-8
    return margin::Decimal::fromMantissa(margin::Int128 {level} * kUnit).toString();
}

} // namespace

std::string levelCsv(const std::vector<ExportedLine> &lines, std::int64_t from, std::int64_t to)
{
    std::string csv = "time,account,name,what,level\r\n";
    for (const ExportedLine &line : lines) {
        for (const auto &stretch : line.track.stretches(from, to)) {
            csv += row(line, stretch.front().time, "known", text(stretch.front().level));
            for (std::size_t i = 1; i < stretch.size(); ++i) {
                if (stretch[i].level != stretch[i - 1].level) {
                    csv += row(line, stretch[i].time, "step", text(stretch[i].level));
                }
            }
            csv += row(line, stretch.back().time, "unknown", {});
        }
    }
    return csv;
}

} // namespace plimsoll::viewmodels
