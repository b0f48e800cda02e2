// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pricesection.h"

#include "report/html.h"
#include "report/svgchart.h"
#include "report/translated.h"

#include <algorithm>
#include <utility>

namespace plimsoll::report {

using namespace Qt::StringLiterals;
using monitor::PricePeriod;

namespace {

constexpr int kChartWidth = 490; // two beside one another
constexpr std::size_t kMostPoints = 1'500; // of a price line: more than a page has pixels

// Of every bucket the lowest and the highest, in their order.
std::vector<ChartPoint> thinned(const std::vector<monitor::PriceRecord> &prices)
{
    const std::size_t width = std::max<std::size_t>(prices.size() * 2 / kMostPoints, 1);
    std::vector<ChartPoint> points;
    for (std::size_t begin = 0; begin < prices.size(); begin += width) {
        const auto first = prices.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto end = prices.begin() + static_cast<std::ptrdiff_t>(std::min(begin + width, prices.size()));
        auto [low, high] = std::minmax_element(first, end,
                                               [](const auto &a, const auto &b) { return a.price < b.price; });
        if (high < low) {
            std::swap(low, high);
        }
        points.push_back({low->time, low->price.toDoubleForPlot()});
        if (low != high) {
            points.push_back({high->time, high->price.toDoubleForPlot()});
        }
    }
    return points;
}

} // namespace

QString priceSection(const std::vector<PricePeriod> &prices, WallTime from, WallTime to,
                     const wording::DisplayFormat &format)
{
    QString charts;
    QList<QStringList> rows;
    for (const PricePeriod &entry : prices) {
        const auto [low, high] = std::ranges::minmax_element(entry.prices, {}, &monitor::PriceRecord::price);
        const auto price = [](const monitor::PriceRecord &record) { return escaped(record.price.toString()); };
        rows.append({escaped(entry.symbol), price(entry.prices.front()), price(*low), utc(low->time), price(*high),
                     utc(high->time), price(entry.prices.back())});
        const ChartContent content {
            from, to, {thinned(entry.prices)}, {}, {}, QString::fromStdString(entry.symbol), kChartWidth};
        charts += u"<div><h3>"_s + escaped(entry.symbol) + u"</h3>"_s + svgChart(content, format.locale())
            + u"</div>"_s;
    }
    return section(tr("Prices"),
                   rows.isEmpty() ? none(tr("No price is kept of this period."))
                                  : table({{tr("Symbol"), Column::Fixed},
                                           {tr("first"), Column::Figure},
                                           {tr("lowest"), Column::Figure},
                                           {tr("at (UTC)"), Column::Fixed},
                                           {tr("highest"), Column::Figure},
                                           {tr("at (UTC)"), Column::Fixed},
                                           {tr("last"), Column::Figure}},
                                          rows)
                           + u"<div class=\"pair\">"_s + charts + u"</div>"_s);
}

} // namespace plimsoll::report
