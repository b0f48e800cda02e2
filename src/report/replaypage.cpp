// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/replaypage.h"

#include "report/accountpieces.h"
#include "report/html.h"
#include "report/pricesection.h"
#include "report/svgchart.h"
#include "report/translated.h"
#include "scenario/samplewalk.h"
#include "wording/alarmtext.h"
#include "wording/recordtext.h"

#include <algorithm>
#include <utility>

namespace plimsoll::report {

using namespace Qt::StringLiterals;

namespace {

using margin::Account;
using margin::Decimal;
using scenario::LevelSlice;
using scenario::ReplayRecord;
using scenario::StatusChange;
using scenario::TwinFate;
using scenario::TwinReplay;
using scenario::TwinSideFate;
using wording::DisplayFormat;

QString nameOf(const PlayedReplay &replay, const std::string &id)
{
    const auto found = std::ranges::find(replay.accounts, id, &Account::id);
    return found == replay.accounts.end() ? tr("the program").toHtmlEscaped() : titleOf(*found).toHtmlEscaped();
}

std::optional<WallTime> firstOf(const PlayedReplay &replay, const Account &account, margin::Status status)
{
    const auto found = std::ranges::find_if(replay.record.statuses, [&](const StatusChange &change) {
        return change.account == account.id && change.to == status;
    });
    return found == replay.record.statuses.end() ? std::nullopt : std::optional(found->time);
}

QString summary(const PlayedReplay &replay)
{
    QList<QStringList> rows;
    int called = 0;
    int liquidated = 0;
    for (std::size_t i = 0; i < replay.accounts.size(); ++i) {
        const Account &account = replay.accounts[i];
        const scenario::ReplayAccount &outcome = replay.record.summary.accounts[i];
        const auto call = firstOf(replay, account, margin::Status::MarginCall);
        const auto liquidation = firstOf(replay, account, margin::Status::Liquidation);
        called += call || liquidation ? 1 : 0; // a fall may pass the call between two samples
        liquidated += liquidation ? 1 : 0;
        rows.append({titleOf(account).toHtmlEscaped(), wording::modeText(account.mode).toHtmlEscaped(),
                     digits(outcome.lowestLevel), utc(outcome.lowestAt), utc(call), utc(liquidation),
                     statusCell(outcome.status)});
    }
    return facts({{QString::number(replay.accounts.size()), tr("Accounts")},
                  {QString::number(called), tr("Called")},
                  {QString::number(liquidated), tr("Liquidated")},
                  {QString::number(replay.record.notices.size()), tr("Notices")}})
        + section(tr("Accounts"),
                  table({{tr("Account"), Column::Words},
                         {tr("Mode"), Column::Fixed},
                         {tr("Lowest level"), Column::Figure},
                         {tr("at (UTC)"), Column::Fixed},
                         {tr("margin call"), Column::Fixed},
                         {tr("liquidation"), Column::Fixed},
                         {tr("at the end"), Column::Fixed}},
                        rows));
}

// Of every slice what was lowest and highest; a line ends where nothing was known.
ChartContent levelsOf(const std::vector<LevelSlice> &slices, const Account &account, const ReplayRecord &record,
                      const DisplayFormat &format)
{
    ChartContent content {record.from, record.to, {}, {}, {}, tr("Level over time")};
    bool goesOn = false;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const LevelSlice &slice = slices[i];
        const WallTime time = std::min(record.to, record.from + static_cast<std::int64_t>(i) * record.slice);
        if (slice.lowest && !goesOn) {
            content.stretches.emplace_back();
        }
        if (slice.lowest) {
            content.stretches.back().push_back({time, slice.highest->toDoubleForPlot()});
            content.stretches.back().push_back({time, slice.lowest->toDoubleForPlot()});
        }
        goesOn = slice.last.has_value();
    }
    content.bars = barsOf(account.thresholds, format);
    return content;
}

std::vector<ChartMark> marksOf(const PlayedReplay &replay, const Account &account)
{
    std::vector<ChartMark> marks;
    for (const StatusChange &change : replay.record.statuses) {
        const bool isCall = change.to == margin::Status::MarginCall;
        if (change.account == account.id && (isCall || change.to == margin::Status::Liquidation)) {
            marks.push_back({change.time, isCall ? ChartMark::Call : ChartMark::Liquidation,
                             wording::statusText(change.to) + u' ' + utc(change.time)});
        }
    }
    return marks;
}

QString statusTable(const PlayedReplay &replay, const Account &account)
{
    QList<QStringList> rows;
    for (const StatusChange &change : replay.record.statuses) {
        if (change.account != account.id) {
            continue;
        }
        QStringList prices;
        for (const scenario::PricePoint &price : change.prices) {
            prices << escaped(price.symbol + ' ' + price.price.toString());
        }
        rows.append({utc(change.time), change.from ? statusCell(*change.from) : u"–"_s, statusCell(change.to),
                     digits(change.level), prices.isEmpty() ? u"–"_s : prices.join(u", "_s)});
    }
    return table(statusColumns(), rows);
}

// Accounts of which nothing can be drawn are named once, together: most of a book has no candles of an old crash.
QString accountSections(const PlayedReplay &replay, const DisplayFormat &format)
{
    QString text;
    QStringList unpriced;
    for (std::size_t i = 0; i < replay.accounts.size(); ++i) {
        const Account &account = replay.accounts[i];
        ChartContent levels = levelsOf(replay.record.levels[i], account, replay.record, format);
        if (levels.stretches.empty()) {
            unpriced << titleOf(account);
            continue;
        }
        levels.marks = marksOf(replay, account);
        text += section(titleOf(account), svgChart(levels, format.locale()) + statusTable(replay, account));
    }
    return unpriced.isEmpty() ? text
                              : text
            + section(tr("Without a level"),
                      none(tr("No level was known in this replay.")) + paragraph(unpriced.join(u", "_s)));
}

QString alarmSection(const PlayedReplay &replay)
{
    QList<QStringList> rows;
    for (const alarm::Change &change : replay.record.alarms) {
        rows.append({utc(scenario::sampleTime(change.time)), nameOf(replay, change.key.account),
                     wording::conditionName(change.key.condition).toHtmlEscaped(),
                     wording::alarmStateText(change.from).toHtmlEscaped(),
                     wording::alarmStateText(change.to).toHtmlEscaped(),
                     wording::causeText(change.cause).toHtmlEscaped(), digits(change.level)});
    }
    const QString counts = paragraph(tr("Notices: %1, at most %2 in ten minutes.")
                                         .arg(replay.record.notices.size())
                                         .arg(replay.record.alarmSummary.mostInTenMinutes));
    return section(tr("What the alarms would have done"),
                   rows.isEmpty() ? none(tr("There were no alarms."))
                                  : counts
                           + table({{tr("Time (UTC)"), Column::Fixed},
                                    {tr("Account"), Column::Words},
                                    {tr("Alarm"), Column::Fixed},
                                    {tr("from"), Column::Fixed},
                                    {tr("to"), Column::Fixed},
                                    {tr("Why"), Column::Words},
                                    {tr("Level"), Column::Figure}},
                                   rows));
}

QString twinSide(const QString &title, const TwinSideFate &side, const DisplayFormat &format)
{
    QList<QStringList> rows;
    for (const TwinFate &fate : side.accounts) {
        rows.append({titleOf(fate.account).toHtmlEscaped(), wording::modeText(fate.account.mode).toHtmlEscaped(),
                     format.quantity(fate.equity, margin::Rounding::Down).toHtmlEscaped(), utc(fate.calledAt),
                     utc(fate.liquidatedAt), digits(fate.lowestLevel), digits(fate.carriedAt)});
    }
    const QString lost = format.quantity(side.lost, margin::Rounding::Up) + u' '
        + QString::fromStdString(side.accounts.front().account.quoteAsset);
    return u"<h3>"_s + title.toHtmlEscaped() + u"</h3>"_s + paragraph(tr("Liquidations take %1.").arg(lost))
        + table({{tr("Account"), Column::Words},
                 {tr("Mode"), Column::Fixed},
                 {tr("Equity at the beginning"), Column::Figure},
                 {tr("margin call"), Column::Fixed},
                 {tr("liquidation"), Column::Fixed},
                 {tr("Lowest level"), Column::Figure},
                 {tr("Cross level then"), Column::Figure}},
                rows);
}

// One pair of tables for each asset that accounts are valued in.
QString twinSection(const PlayedReplay &replay, const DisplayFormat &format)
{
    if (!replay.twins || replay.twins->twins.empty()) {
        return {};
    }
    QString text;
    for (const TwinReplay &twin : replay.twins->twins) {
        const QString unit = QString::fromStdString(twin.real.accounts.front().account.quoteAsset);
        const QString other = twin.mode == margin::MarginMode::Cross ? tr("As one cross account")
                                                                     : tr("As isolated accounts");
        text += twinSide(tr("As it is") + u" · "_s + unit, twin.real, format)
            + twinSide(other + u" · "_s + unit, twin.twin, format);
    }
    return section(tr("Cross or isolated"), text);
}

std::vector<monitor::PricePeriod> pricesOf(const std::vector<scenario::BarSeries> &all)
{
    std::vector<monitor::PricePeriod> periods;
    for (const scenario::BarSeries &series : all) {
        monitor::PricePeriod period {series.symbol, {}};
        scenario::SampleWalk walk({series});
        while (const auto moment = walk.next()) {
            for (const scenario::PricePoint &point : moment->prices) {
                period.prices.push_back({point.symbol, moment->time, point.price});
            }
        }
        if (!period.prices.empty()) {
            periods.push_back(std::move(period));
        }
    }
    return periods;
}

} // namespace

QString replayPageOf(const PlayedReplay &replay, WallTime writtenAt, const DisplayFormat &format)
{
    const ReplayRecord &record = replay.record;
    const QString title = tr("Plimsoll, replay of %1 to %2 (UTC)").arg(utc(record.from), utc(record.to));
    const QString intro = tr("A replay, written at %1 (UTC): what these accounts would have gone through at prices of "
                             "that time. Nothing of it is real, nothing was booked. Where nothing is drawn, no price "
                             "was known.")
                              .arg(utc(writtenAt));
    return document(title, intro,
                    summary(replay) + twinSection(replay, format) + accountSections(replay, format)
                        + priceSection(pricesOf(replay.prices), record.from, record.to, format) + alarmSection(replay),
                    format);
}

} // namespace plimsoll::report
