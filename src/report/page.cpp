// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/page.h"

#include "margin/leveltext.h"
#include "report/svgchart.h"
#include "wording/alarmtext.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <algorithm>

namespace plimsoll::report {

using namespace Qt::StringLiterals;

namespace {

using margin::Decimal;
using monitor::AccountPeriod;
using monitor::Period;
using monitor::PricePeriod;
using wording::DisplayFormat;

constexpr std::size_t kMostPoints = 1'500; // of a price line: more than a page has pixels

QString tr(const char *text)
{
    return QCoreApplication::translate("plimsoll::report", text); // where lupdate files a free function's words
}

QString escaped(const std::string &text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

QString utc(std::int64_t ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc()).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString table(const QStringList &header, const QList<QStringList> &rows)
{
    QString text = u"<table><thead><tr>"_s;
    for (const QString &cell : header) {
        text += u"<th>"_s + cell.toHtmlEscaped() + u"</th>"_s;
    }
    text += u"</tr></thead><tbody>"_s;
    for (const QStringList &row : rows) {
        text += u"<tr><td>"_s + row.join(u"</td><td>"_s) + u"</td></tr>"_s;
    }
    return text + u"</tbody></table>"_s;
}

QString section(const QString &title, const QString &body)
{
    return u"<section><h2>"_s + title.toHtmlEscaped() + u"</h2>"_s + body + u"</section>"_s;
}

QString none(const QString &sentence)
{
    return u"<p class=\"none\">"_s + sentence.toHtmlEscaped() + u"</p>"_s;
}

Decimal ofUnits(std::int64_t level) // of 10^-8
{
    return Decimal::fromMantissa(margin::Int128 {level} * 10'000'000'000);
}

QString levelText(std::int64_t level, const margin::Thresholds &bars, const DisplayFormat &format)
{
    return format.level(QString::fromStdString(margin::levelText(margin::Level::fromRatio(ofUnits(level)), bars)));
}

QString nameOf(const margin::Account &account)
{
    return account.name.empty() ? escaped(account.id) : escaped(account.name);
}

QString summary(const Period &period, const DisplayFormat &format)
{
    QList<QStringList> rows;
    for (const AccountPeriod &entry : period.accounts) {
        const LevelSummary levels = summaryOf(entry, period.from, period.to);
        const margin::Thresholds &bars = entry.account.thresholds;
        const auto of = [&](const std::optional<monitor::LevelSample> &sample) {
            return sample ? levelText(sample->level, bars, format) : u"–"_s;
        };
        const auto concerns = [&entry](const std::string &id) { return id == entry.account.id; };
        const auto alarms = std::ranges::count_if(period.alarms, [&](const monitor::AlarmEventRow &row) {
            return concerns(row.key.account) && row.cause == alarm::Cause::Raised;
        });
        rows.append({nameOf(entry.account), escaped(std::string(margin::marginModeWord(entry.account.mode))),
                     of(levels.lowest), levels.lowest ? utc(levels.lowest->time) : u"–"_s, of(levels.last),
                     QString::number(entry.statuses.size()), QString::number(alarms)});
    }
    return section(tr("Accounts"),
                   table({tr("Account"), tr("Mode"), tr("Lowest level"), tr("at (UTC)"), tr("Last level"),
                          tr("Status changes"), tr("Alarms raised")},
                         rows));
}

QString levelChart(const AccountPeriod &entry, const Period &period, const DisplayFormat &format)
{
    ChartContent content {period.from, period.to, {}, {}, tr("Level over time")};
    for (const auto &stretch : entry.track.stretches(period.from, period.to)) {
        auto &line = content.stretches.emplace_back();
        for (const monitor::LevelSample &sample : stretch) {
            line.push_back({sample.time, ofUnits(sample.level).toDoubleForPlot()});
        }
    }
    if (content.stretches.empty()) {
        return none(tr("No level is kept of this period."));
    }
    const auto add = [&](Decimal bar, const QString &name, const QString &cssClass) {
        content.lines.push_back({bar.toDoubleForPlot(), name + u' ' + format.full(bar), cssClass});
    };
    add(entry.account.thresholds.marginCall, tr("margin call"), u"call"_s);
    add(entry.account.thresholds.liquidation, tr("liquidation"), u"liquidation"_s);
    return svgChart(content);
}

QString statusTable(const AccountPeriod &entry)
{
    if (entry.statuses.empty()) {
        return none(tr("The status did not change."));
    }
    QList<QStringList> rows;
    for (const monitor::StatusRecord &record : entry.statuses) {
        rows.append({utc(record.time), record.from ? escaped(std::string(margin::statusWord(*record.from))) : u"–"_s,
                     escaped(std::string(margin::statusWord(record.to))),
                     record.level ? escaped(record.level->toString()) : u"–"_s, escaped(record.prices)});
    }
    return table({tr("Time (UTC)"), tr("from"), tr("to"), tr("Level"), tr("Prices")}, rows);
}

QString accountSections(const Period &period, const DisplayFormat &format)
{
    QString text;
    for (const AccountPeriod &entry : period.accounts) {
        const QString title = QString::fromStdString(entry.account.name.empty() ? entry.account.id
                                                                                : entry.account.name);
        text += section(title, levelChart(entry, period, format) + statusTable(entry));
    }
    return text;
}

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

QString priceSection(const Period &period)
{
    QString charts;
    QList<QStringList> rows;
    for (const PricePeriod &entry : period.prices) {
        const auto [low, high] = std::ranges::minmax_element(entry.prices, {}, &monitor::PriceRecord::price);
        const auto price = [](const monitor::PriceRecord &record) { return escaped(record.price.toString()); };
        rows.append({escaped(entry.symbol), price(entry.prices.front()), price(*low), utc(low->time), price(*high),
                     utc(high->time), price(entry.prices.back())});
        charts += u"<h3>"_s + escaped(entry.symbol) + u"</h3>"_s
            + svgChart({period.from, period.to, {thinned(entry.prices)}, {}, QString::fromStdString(entry.symbol)});
    }
    return section(tr("Prices"),
                   rows.isEmpty() ? none(tr("No price is kept of this period."))
                                  : table({tr("Symbol"), tr("first"), tr("lowest"), tr("at (UTC)"), tr("highest"),
                                           tr("at (UTC)"), tr("last")},
                                          rows)
                           + charts);
}

QString alarmSection(const Period &period)
{
    QList<QStringList> rows;
    for (const monitor::AlarmEventRow &row : period.alarms) {
        rows.append({utc(row.time), row.key.account.empty() ? tr("the program") : escaped(row.key.account),
                     wording::conditionName(row.key.condition).toHtmlEscaped(), escaped(row.key.detail),
                     wording::alarmStateText(row.from).toHtmlEscaped(), wording::alarmStateText(row.to).toHtmlEscaped(),
                     wording::causeText(row.cause).toHtmlEscaped(),
                     row.level ? escaped(row.level->toString()) : u"–"_s});
    }
    return section(tr("Alarms"),
                   rows.isEmpty() ? none(tr("There were no alarms."))
                                  : table({tr("Time (UTC)"), tr("Account"), tr("Alarm"), tr("Detail"), tr("from"),
                                           tr("to"), tr("Why"), tr("Level")},
                                          rows));
}

QString journalSection(const Period &period)
{
    QList<QStringList> rows;
    for (const monitor::JournalRow &row : period.journal) {
        const bool moves = row.movesMoney();
        rows.append({utc(row.time), escaped(std::string(margin::entryKindWord(row.row.kind))), escaped(row.row.account),
                     moves ? escaped(row.row.asset) : u"–"_s,
                     moves ? escaped(std::string(margin::fieldWord(row.row.field))) : u"–"_s,
                     moves ? escaped(row.row.change.toString()) : u"–"_s, escaped(row.note), escaped(row.operationId)});
    }
    return section(tr("Booked"),
                   rows.isEmpty() ? none(tr("Nothing was booked."))
                                  : table({tr("Time (UTC)"), tr("Kind"), tr("Account"), tr("Asset"), tr("Field"),
                                           tr("Change"), tr("Note"), tr("Operation")},
                                          rows));
}

constexpr QStringView kStyle =
    u":root{color-scheme:light dark}body{font:14px/1.5 system-ui,sans-serif;max-width:960px;margin:2rem auto;padding:0 "
    u"1rem}"
    "h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;padding:.2rem .6rem .2rem 0;border-bottom:1px solid "
    "#8884;vertical-align:top;overflow-wrap:anywhere}"
    "td{font-variant-numeric:tabular-nums}svg{width:100%;height:auto;border:1px solid #8884;margin:.5rem 0}"
    "svg text{font-size:11px;fill:currentColor}.value{fill:none;stroke:#1f6fb8;stroke-width:1.5;stroke-linecap:round}"
    ".call{stroke:#b57a00;stroke-dasharray:6 4}.liquidation{stroke:#c8371a;stroke-dasharray:2 3}.none{opacity:.7}"
    "section{break-inside:avoid-page}@media print{body{max-width:none;margin:0}}";

} // namespace

QString pageOf(const Period &period, std::int64_t writtenAt, const DisplayFormat &format)
{
    const QString title = tr("Plimsoll, %1 to %2 (UTC)").arg(utc(period.from), utc(period.to));
    const QString head = u"<!DOCTYPE html>\n<html lang=\""_s + format.locale().bcp47Name().toHtmlEscaped()
        + u"\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"_s
        + u"<meta name=\"viewport\" content=\"width=device-width\"><title>"_s + title.toHtmlEscaped()
        + u"</title><style>"_s + kStyle.toString() + u"</style></head><body>"_s;
    const QString intro = u"<h1>"_s + title.toHtmlEscaped() + u"</h1><p>"_s
        + tr("Written at %1 (UTC) from what was recorded. Levels follow from last trade prices; the exchange judges "
             "by its own index, and its figures are binding. Where nothing is drawn, nothing was known or nobody "
             "watched.")
              .arg(utc(writtenAt))
              .toHtmlEscaped()
        + u"</p>"_s;
    return head + intro + summary(period, format) + accountSections(period, format) + priceSection(period)
        + alarmSection(period) + journalSection(period) + u"</body></html>\n"_s;
}

} // namespace plimsoll::report
