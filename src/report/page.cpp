// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/page.h"

#include "margin/leveltext.h"
#include "report/accountpieces.h"
#include "report/html.h"
#include "report/pricesection.h"
#include "report/svgchart.h"
#include "report/translated.h"
#include "wording/alarmtext.h"
#include "wording/recordtext.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace plimsoll::report {

using namespace Qt::StringLiterals;

namespace {

using margin::Decimal;
using monitor::AccountPeriod;
using monitor::Period;
using wording::DisplayFormat;

Decimal ofUnits(std::int64_t level) // of 10^-8
{
    return Decimal::fromMantissa(margin::Int128 {level} * 10'000'000'000);
}

QString levelText(std::int64_t level, const margin::Thresholds &bars, const DisplayFormat &format)
{
    return format.level(QString::fromStdString(margin::levelText(margin::Level::fromRatio(ofUnits(level)), bars)));
}

// Of an account by its id; of a wallet, or of an account that is gone, the id.
QString nameOf(const Period &period, const std::string &id)
{
    const auto found = std::ranges::find_if(period.accounts,
                                            [&id](const AccountPeriod &entry) { return entry.account.id == id; });
    return found == period.accounts.end() ? escaped(id) : titleOf(found->account).toHtmlEscaped();
}

qsizetype raisedAlarms(const Period &period, const std::string *account)
{
    return std::ranges::count_if(period.alarms, [account](const monitor::AlarmEventRow &row) {
        return row.cause == alarm::Cause::Raised && (account == nullptr || row.key.account == *account);
    });
}

QString summary(const Period &period, const DisplayFormat &format)
{
    QList<QStringList> rows;
    const AccountPeriod *lowest = nullptr;
    std::optional<monitor::LevelSample> lowestLevel;
    for (const AccountPeriod &entry : period.accounts) {
        const LevelSummary levels = summaryOf(entry, period.from, period.to);
        const auto of = [&](const std::optional<monitor::LevelSample> &sample) {
            return sample ? levelText(sample->level, entry.account.thresholds, format) : u"–"_s;
        };
        rows.append({titleOf(entry.account).toHtmlEscaped(), wording::modeText(entry.account.mode).toHtmlEscaped(),
                     of(levels.lowest), levels.lowest ? utc(levels.lowest->time) : u"–"_s, of(levels.last),
                     QString::number(entry.statuses.size()), QString::number(raisedAlarms(period, &entry.account.id))});
        if (levels.lowest && (!lowestLevel || levels.lowest->level < lowestLevel->level)) {
            lowestLevel = levels.lowest;
            lowest = &entry;
        }
    }
    QList<Fact> first {{QString::number(period.accounts.size()), tr("Accounts")}};
    if (lowest != nullptr) {
        first.append({levelText(lowestLevel->level, lowest->account.thresholds, format),
                      tr("Lowest level: %1").arg(titleOf(lowest->account))});
    }
    first.append({QString::number(raisedAlarms(period, nullptr)), tr("Alarms raised")});
    first.append({QString::number(period.journal.size()), tr("Entries booked")});
    return facts(first)
        + section(tr("Accounts"),
                  table({{tr("Account"), Column::Words},
                         {tr("Mode"), Column::Fixed},
                         {tr("Lowest level"), Column::Figure},
                         {tr("at (UTC)"), Column::Fixed},
                         {tr("Last level"), Column::Figure},
                         {tr("Status changes"), Column::Figure},
                         {tr("Alarms raised"), Column::Figure}},
                        rows));
}

std::vector<ChartMark> marksOf(const AccountPeriod &entry, const Period &period)
{
    std::vector<ChartMark> marks;
    for (const monitor::StatusRecord &record : entry.statuses) {
        if (record.to == margin::Status::MarginCall) {
            marks.push_back({record.time, ChartMark::Call, wording::statusText(record.to) + u' ' + utc(record.time)});
        } else if (record.to == margin::Status::Liquidation || record.to == margin::Status::Liquidated) {
            marks.push_back(
                {record.time, ChartMark::Liquidation, wording::statusText(record.to) + u' ' + utc(record.time)});
        }
    }
    const std::string *operation = nullptr; // its rows stand together
    for (const monitor::JournalRow &row : period.journal) {
        if (row.row.account == entry.account.id && row.row.kind != margin::EntryKind::Interest
            && (operation == nullptr || *operation != row.operationId)) {
            operation = &row.operationId;
            marks.push_back(
                {row.time, ChartMark::Booking, wording::entryKindText(row.row.kind) + u' ' + utc(row.time)});
        }
    }
    for (const monitor::BarChange &change : entry.barChanges) {
        marks.push_back({change.time, ChartMark::Booking, tr("Other bars") + u' ' + utc(change.time)});
    }
    return marks;
}

QString levelChart(const AccountPeriod &entry, const Period &period, const DisplayFormat &format)
{
    ChartContent content {period.from, period.to, {}, {}, {}, tr("Level over time")};
    for (const auto &stretch : entry.track.stretches(period.from, period.to)) {
        auto &line = content.stretches.emplace_back();
        for (const monitor::LevelSample &sample : stretch) {
            line.push_back({sample.time, ofUnits(sample.level).toDoubleForPlot()});
        }
    }
    if (content.stretches.empty()) {
        return none(tr("No level is kept of this period."));
    }
    content.bars = barsOf(entry.account.thresholds, format);
    content.marks = marksOf(entry, period);
    return svgChart(content, format.locale());
}

// {"BCHUSDT":"170"} as it is kept; what cannot be read is shown as it stands.
QString pricesText(const std::string &kept)
{
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(kept));
    if (!document.isObject()) {
        return escaped(kept);
    }
    const QJsonObject prices = document.object();
    QStringList texts;
    for (auto at = prices.begin(); at != prices.end(); ++at) {
        texts << at.key() + u' ' + at.value().toString();
    }
    return texts.isEmpty() ? u"–"_s : texts.join(u", "_s).toHtmlEscaped();
}

QString statusTable(const AccountPeriod &entry)
{
    if (entry.statuses.empty()) {
        return none(tr("The status did not change."));
    }
    QList<QStringList> rows;
    for (const monitor::StatusRecord &record : entry.statuses) {
        rows.append({utc(record.time), record.from ? statusCell(*record.from) : u"–"_s, statusCell(record.to),
                     digits(record.level), pricesText(record.prices)});
    }
    return table(statusColumns(), rows);
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
    return table({{tr("Time (UTC)"), Column::Fixed},
                  {tr("Bars before"), Column::Fixed},
                  {tr("Bars after (initial / margin call / liquidation)"), Column::Words}},
                 rows);
}

QString accountSections(const Period &period, const DisplayFormat &format)
{
    QString text;
    for (const AccountPeriod &entry : period.accounts) {
        text += section(titleOf(entry.account),
                        levelChart(entry, period, format) + statusTable(entry) + barTable(entry));
    }
    return text;
}

QString alarmSection(const Period &period)
{
    QList<QStringList> rows;
    for (const monitor::AlarmEventRow &row : period.alarms) {
        rows.append({utc(row.time),
                     row.key.account.empty() ? tr("the program").toHtmlEscaped() : nameOf(period, row.key.account),
                     wording::conditionName(row.key.condition).toHtmlEscaped(), escaped(row.key.detail),
                     wording::alarmStateText(row.from).toHtmlEscaped(), wording::alarmStateText(row.to).toHtmlEscaped(),
                     wording::causeText(row.cause).toHtmlEscaped(), digits(row.level)});
    }
    return section(tr("Alarms"),
                   rows.isEmpty() ? none(tr("There were no alarms."))
                                  : table({{tr("Time (UTC)"), Column::Fixed},
                                           {tr("Account"), Column::Words},
                                           {tr("Alarm"), Column::Fixed},
                                           {tr("Detail"), Column::Words},
                                           {tr("from"), Column::Fixed},
                                           {tr("to"), Column::Fixed},
                                           {tr("Why"), Column::Words},
                                           {tr("Level"), Column::Figure}},
                                          rows));
}

// Of a move between two accounts where the other half is, and what a person wrote.
QString noteOf(const Period &period, const monitor::JournalRow &row)
{
    if (row.movedWith.empty()) {
        return escaped(row.note);
    }
    const QString move = (row.row.change.isPositive() ? tr("from %1") : tr("to %1")).arg(nameOf(period, row.movedWith));
    return row.note.empty() ? move : tr("%1, %2").arg(move, escaped(row.note));
}

QString journalSection(const Period &period, const DisplayFormat &format)
{
    QList<QStringList> rows;
    for (const monitor::JournalRow &row : period.journal) {
        const bool moves = row.movesMoney();
        const QString sign = row.row.change > Decimal() ? u"+"_s : QString();
        rows.append({utc(row.time), wording::entryKindText(row.row.kind).toHtmlEscaped(),
                     nameOf(period, row.row.account),
                     moves ? sign + format.full(row.row.change).toHtmlEscaped() : u"–"_s,
                     moves ? escaped(row.row.asset) : u"–"_s,
                     moves ? wording::fieldText(row.row.field).toHtmlEscaped() : u"–"_s, noteOf(period, row),
                     escaped(row.operationId)});
    }
    return section(tr("Booked"),
                   rows.isEmpty() ? none(tr("Nothing was booked."))
                                  : table({{tr("Time (UTC)"), Column::Fixed},
                                           {tr("Kind"), Column::Fixed},
                                           {tr("Account"), Column::Words},
                                           {tr("Change"), Column::Figure},
                                           {tr("Asset"), Column::Words},
                                           {tr("Field"), Column::Fixed},
                                           {tr("Note"), Column::Words},
                                           {tr("Operation"), Column::Words}},
                                          rows));
}

} // namespace

QString pageOf(const Period &period, WallTime writtenAt, const DisplayFormat &format)
{
    const QString title = tr("Plimsoll, %1 to %2 (UTC)").arg(utc(period.from), utc(period.to));
    const QString intro =
        tr("Written at %1 (UTC) from what was recorded. Levels follow from last trade prices; the exchange judges "
           "by its own index, and its figures are binding. Where nothing is drawn, nothing was known or nobody "
           "watched.")
            .arg(utc(writtenAt));
    return document(title, intro,
                    summary(period, format) + accountSections(period, format)
                        + priceSection(period.prices, period.from, period.to, format) + alarmSection(period)
                        + journalSection(period, format),
                    format);
}

} // namespace plimsoll::report
