// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/replaypage.h"

#include "report/html.h"
#include "report/pricesection.h"
#include "report/svgchart.h"
#include "wording/alarmtext.h"

#include <QtCore/QCoreApplication>

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

QString tr(const char *text)
{
    return QCoreApplication::translate("plimsoll::report", text);
}

QString timeOf(std::optional<std::int64_t> time)
{
    return time ? utc(*time) : u"–"_s;
}

QString digitsOf(const std::optional<Decimal> &value)
{
    return value ? escaped(value->toString()) : u"–"_s;
}

QString titleOf(const Account &account)
{
    const std::string name = account.name.empty() ? account.id : account.name;
    return QString::fromStdString(account.symbol.empty() ? name : name + " · " + account.symbol);
}

QString labelOf(const Account &account)
{
    return titleOf(account).toHtmlEscaped();
}

QString nameOf(const PlayedReplay &replay, const std::string &id)
{
    const auto found = std::ranges::find(replay.accounts, id, &Account::id);
    return found == replay.accounts.end() ? tr("the program") : labelOf(*found);
}

QString summary(const PlayedReplay &replay)
{
    QList<QStringList> rows;
    for (std::size_t i = 0; i < replay.accounts.size(); ++i) {
        const Account &account = replay.accounts[i];
        const scenario::ReplayAccount &outcome = replay.record.summary.accounts[i];
        const auto first = [&](margin::Status status) {
            const auto found = std::ranges::find_if(replay.record.statuses, [&](const StatusChange &change) {
                return change.account == account.id && change.to == status;
            });
            return found == replay.record.statuses.end() ? u"–"_s : utc(found->time);
        };
        rows.append({labelOf(account), escaped(std::string(margin::marginModeWord(account.mode))),
                     digitsOf(outcome.lowestLevel), timeOf(outcome.lowestAt), first(margin::Status::MarginCall),
                     first(margin::Status::Liquidation), escaped(std::string(margin::statusWord(outcome.status)))});
    }
    return section(tr("Accounts"),
                   table({tr("Account"), tr("Mode"), tr("Lowest level"), tr("at (UTC)"), tr("margin call"),
                          tr("liquidation"), tr("at the end")},
                         rows));
}

// Of every slice what was lowest and highest; a line ends where nothing was known.
QString levelChart(const std::vector<LevelSlice> &slices, const Account &account, const ReplayRecord &record,
                   const DisplayFormat &format)
{
    ChartContent content {record.from, record.to, {}, {}, tr("Level over time")};
    bool goesOn = false;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const LevelSlice &slice = slices[i];
        const std::int64_t time = std::min(record.to, record.from + static_cast<std::int64_t>(i) * record.slice);
        if (slice.lowest && !goesOn) {
            content.stretches.emplace_back();
        }
        if (slice.lowest) {
            content.stretches.back().push_back({time, slice.highest->toDoubleForPlot()});
            content.stretches.back().push_back({time, slice.lowest->toDoubleForPlot()});
        }
        goesOn = slice.last.has_value();
    }
    if (content.stretches.empty()) {
        return none(tr("No level was known in this replay."));
    }
    const auto add = [&](Decimal bar, const QString &name, const QString &cssClass) {
        content.lines.push_back({bar.toDoubleForPlot(), name + u' ' + format.full(bar), cssClass});
    };
    add(account.thresholds.marginCall, tr("margin call"), u"call"_s);
    add(account.thresholds.liquidation, tr("liquidation"), u"liquidation"_s);
    return svgChart(content);
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
        rows.append({utc(change.time), change.from ? escaped(std::string(margin::statusWord(*change.from))) : u"–"_s,
                     escaped(std::string(margin::statusWord(change.to))), digitsOf(change.level),
                     prices.join(u", "_s)});
    }
    return table({tr("Time (UTC)"), tr("from"), tr("to"), tr("Level"), tr("Prices")}, rows);
}

QString accountSections(const PlayedReplay &replay, const DisplayFormat &format)
{
    QString text;
    for (std::size_t i = 0; i < replay.accounts.size(); ++i) {
        const Account &account = replay.accounts[i];
        text += section(
            titleOf(account),
            levelChart(replay.record.levels[i], account, replay.record, format) + statusTable(replay, account));
    }
    return text;
}

QString alarmSection(const PlayedReplay &replay)
{
    QList<QStringList> rows;
    for (const alarm::Change &change : replay.record.alarms) {
        rows.append({utc(change.time), nameOf(replay, change.key.account),
                     wording::conditionName(change.key.condition).toHtmlEscaped(),
                     wording::alarmStateText(change.from).toHtmlEscaped(),
                     wording::alarmStateText(change.to).toHtmlEscaped(),
                     wording::causeText(change.cause).toHtmlEscaped(), digitsOf(change.level)});
    }
    const QString counts = u"<p>"_s
        + tr("Notices: %1, at most %2 in ten minutes.")
              .arg(replay.record.notices.size())
              .arg(replay.record.alarmSummary.mostInTenMinutes)
              .toHtmlEscaped()
        + u"</p>"_s;
    return section(
        tr("What the alarms would have done"),
        rows.isEmpty() ? none(tr("There were no alarms."))
                       : counts
                + table({tr("Time (UTC)"), tr("Account"), tr("Alarm"), tr("from"), tr("to"), tr("Why"), tr("Level")},
                        rows));
}

QString twinSide(const QString &title, const TwinSideFate &side)
{
    QList<QStringList> rows;
    for (const TwinFate &fate : side.accounts) {
        rows.append({labelOf(fate.account), escaped(std::string(margin::marginModeWord(fate.account.mode))),
                     digitsOf(fate.equity), timeOf(fate.calledAt), timeOf(fate.liquidatedAt),
                     digitsOf(fate.lowestLevel), digitsOf(fate.carriedAt)});
    }
    const QString lost = tr("Liquidations take %1.")
                             .arg(QString::fromStdString(side.lost.toString() + ' '
                                                         + side.accounts.front().account.quoteAsset));
    return u"<h3>"_s + title.toHtmlEscaped() + u"</h3><p>"_s + lost.toHtmlEscaped() + u"</p>"_s
        + table({tr("Account"), tr("Mode"), tr("Equity at the beginning"), tr("margin call"), tr("liquidation"),
                 tr("Lowest level"), tr("Cross level then")},
                rows);
}

QString twinSection(const PlayedReplay &replay)
{
    if (!replay.twins || replay.twins->twins.empty()) {
        return {};
    }
    QString text;
    for (const TwinReplay &twin : replay.twins->twins) {
        text += twinSide(tr("As it is"), twin.real)
            + twinSide(twin.mode == margin::MarginMode::Cross ? tr("As one cross account") : tr("As isolated accounts"),
                       twin.twin);
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

QString replayPageOf(const PlayedReplay &replay, std::int64_t writtenAt, const DisplayFormat &format)
{
    const ReplayRecord &record = replay.record;
    const QString title = tr("Plimsoll, replay of %1 to %2 (UTC)").arg(utc(record.from), utc(record.to));
    const QString intro = tr("A replay, written at %1 (UTC): what these accounts would have gone through at prices of "
                             "that time. Nothing of it is real, nothing was booked. Where nothing is drawn, no price "
                             "was known.")
                              .arg(utc(writtenAt));
    return document(title, intro,
                    summary(replay) + twinSection(replay) + accountSections(replay, format)
                        + priceSection(pricesOf(replay.prices), record.from, record.to) + alarmSection(replay),
                    format);
}

} // namespace plimsoll::report
