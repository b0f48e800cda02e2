// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/page.h"

#include "margin/leveltext.h"
#include "report/html.h"
#include "report/pricesection.h"
#include "report/svgchart.h"
#include "wording/alarmtext.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace plimsoll::report {

using namespace Qt::StringLiterals;

namespace {

using margin::Decimal;
using monitor::AccountPeriod;
using monitor::Period;
using wording::DisplayFormat;

QString tr(const char *text)
{
    return QCoreApplication::translate("plimsoll::report", text); // where lupdate files a free function's words
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

QString barsText(const margin::Thresholds &bars)
{
    return escaped(bars.initial.toString() + " / " + bars.marginCall.toString() + " / " + bars.liquidation.toString());
}

// Nothing where they did not change: the chart shows those of now.
QString barTable(const AccountPeriod &entry)
{
    if (entry.barChanges.empty()) {
        return {};
    }
    QList<QStringList> rows;
    for (const monitor::BarChange &change : entry.barChanges) {
        rows.append({utc(change.time), barsText(change.before), barsText(change.after)});
    }
    return table({tr("Time (UTC)"), tr("Bars before"), tr("Bars after (initial / margin call / liquidation)")}, rows);
}

QString accountSections(const Period &period, const DisplayFormat &format)
{
    QString text;
    for (const AccountPeriod &entry : period.accounts) {
        const QString title = QString::fromStdString(entry.account.name.empty() ? entry.account.id
                                                                                : entry.account.name);
        text += section(title, levelChart(entry, period, format) + statusTable(entry) + barTable(entry));
    }
    return text;
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

} // namespace

QString pageOf(const Period &period, std::int64_t writtenAt, const DisplayFormat &format)
{
    const QString title = tr("Plimsoll, %1 to %2 (UTC)").arg(utc(period.from), utc(period.to));
    const QString intro =
        tr("Written at %1 (UTC) from what was recorded. Levels follow from last trade prices; the exchange judges "
           "by its own index, and its figures are binding. Where nothing is drawn, nothing was known or nobody "
           "watched.")
            .arg(utc(writtenAt));
    return document(title, intro,
                    summary(period, format) + accountSections(period, format)
                        + priceSection(period.prices, period.from, period.to) + alarmSection(period)
                        + journalSection(period),
                    format);
}

} // namespace plimsoll::report
