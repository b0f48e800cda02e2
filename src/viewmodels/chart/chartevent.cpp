// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/chartevent.h"

#include "viewmodels/chart/axistime.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/refusaltext.h"
#include "viewmodels/common/translated.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace plimsoll::viewmodels {

using margin::EntryKind;
using margin::Status;
using monitor::JournalRow;
using monitor::StatusRecord;

namespace {

constexpr double kUntilStale = 120'000; // ms from the last price until its account becomes Unknown, with room
constexpr double kFirstAnswer = 60'000; // ms from a start until its first prices, with room

ChartEvent::Kind kindOf(EntryKind kind)
{
    switch (kind) {
    case EntryKind::TopUp:
    case EntryKind::Repay: return ChartEvent::MoneyIn;
    case EntryKind::TransferOut:
    case EntryKind::Borrow: return ChartEvent::MoneyOut;
    case EntryKind::Buy:
    case EntryKind::Sell: return ChartEvent::Trade;
    case EntryKind::Liquidation: return ChartEvent::Liquidation;
    default: return ChartEvent::Other;
    }
}

bool isBelow(Status status)
{
    return status == Status::MarginCall || status == Status::Liquidation;
}

// The change that says what was done: of a trade what was bought or sold, else the first amount that moved.
const JournalRow *mainChange(const std::vector<const JournalRow *> &rows)
{
    const auto says = [](const JournalRow *row) {
        const bool isBuy = row->row.kind == EntryKind::Buy;
        const bool isSell = row->row.kind == EntryKind::Sell;
        return row->movesMoney() && (!isBuy || row->row.change.isPositive())
            && (!isSell || !row->row.change.isPositive());
    };
    const auto found = std::ranges::find_if(rows, says);
    return found == rows.end() ? rows.front() : *found;
}

QString operationText(const std::vector<const JournalRow *> &rows, const DisplayFormat &format)
{
    const JournalRow *row = mainChange(rows);
    if (!row->movesMoney()) {
        return entryKindText(row->row.kind);
    }
    const margin::Decimal change = row->row.change;
    const margin::Decimal amount = change.isPositive() ? change : -change;
    return tr("%1 %2 %3").arg(entryKindText(row->row.kind), format.full(amount), plainName(row->row.asset, 20));
}

} // namespace

RowRoles<ChartEvent> ChartEvent::roles()
{
    return {
        {"eventId", &ChartEvent::eventId},     {"kind", &ChartEvent::kind},   {"words", &ChartEvent::text},
        {"share", &ChartEvent::share},         {"place", &ChartEvent::place}, {"folded", &ChartEvent::folded},
        {"isCurrent", &ChartEvent::isCurrent},
    };
}

std::vector<ChartEvent> eventsOf(const std::vector<StatusRecord> &statuses, const DisplayFormat &format)
{
    std::vector<ChartEvent> events;
    std::optional<Status> known; // the last one that was not Unknown: an outage in between is no change
    for (std::size_t i = 0; i < statuses.size(); ++i) {
        const StatusRecord &record = statuses[i];
        if (record.to == Status::Unknown || record.to == known) {
            continue;
        }
        const std::optional<Status> before = std::exchange(known, record.to);
        ChartEvent event;
        event.eventId = QStringLiteral("status %1 %2").arg(record.time.ms()).arg(i);
        event.time = axisTime(record.time);
        QString what;
        switch (record.to) {
        case Status::MarginCall:
            event.kind = ChartEvent::Call;
            what = tr("margin call");
            break;
        case Status::Liquidation:
            event.kind = ChartEvent::Liquidation;
            what = tr("liquidation bar reached");
            break;
        case Status::Liquidated:
            event.kind = ChartEvent::Liquidation;
            what = tr("liquidated");
            break;
        default:
            if (!before || !isBelow(*before)) {
                continue;
            }
            event.kind = ChartEvent::Recovery;
            what = tr("recovered");
        }
        const QString when = format.dateTime(record.time);
        event.text = record.level
            ? tr("%1, %2, level %3")
                  .arg(what, when, ratioText(format, record.level->rounded(4, margin::Rounding::Down)))
            : tr("%1, %2").arg(what, when);
        events.push_back(std::move(event));
    }
    return events;
}

std::vector<ChartEvent> eventsOf(const std::vector<JournalRow> &rows, const DisplayFormat &format)
{
    std::vector<std::vector<const JournalRow *>> operations;
    for (const JournalRow &row : rows) {
        const EntryKind kind = row.row.kind;
        if (kind == EntryKind::Interest || kind == EntryKind::Opening) {
            continue;
        }
        if (operations.empty() || operations.back().front()->operationId != row.operationId) {
            operations.emplace_back();
        }
        operations.back().push_back(&row);
    }
    std::vector<ChartEvent> events;
    for (const auto &operation : operations) {
        ChartEvent event;
        event.eventId = QString::fromStdString(operation.front()->operationId);
        event.time = axisTime(operation.front()->time);
        event.kind = kindOf(operation.front()->row.kind);
        event.text = tr("%1, %2").arg(operationText(operation, format), format.dateTime(operation.front()->time));
        events.push_back(std::move(event));
    }
    return events;
}

std::vector<ChartEvent> eventsOf(const std::vector<monitor::BarChange> &changes, const DisplayFormat &format)
{
    std::vector<ChartEvent> events;
    for (const monitor::BarChange &change : changes) {
        ChartEvent event;
        event.eventId = QStringLiteral("bars %1 %2").arg(change.time.ms()).arg(events.size());
        event.time = axisTime(change.time);
        event.kind = ChartEvent::Bars;
        event.text = tr("bars from %1 to %2, %3")
                         .arg(barsText(format, change.before), barsText(format, change.after),
                              format.dateTime(change.time));
        events.push_back(std::move(event));
    }
    return events;
}

QString gapText(const TimeSpan &gap, const std::vector<StatusRecord> &statuses, const DisplayFormat &format)
{
    const auto when = [](const StatusRecord &record) { return axisTime(record.time); };
    const auto turned = std::ranges::find_if(statuses, [&](const StatusRecord &record) {
        return when(record) >= gap.from && when(record) <= std::min(gap.to, gap.from + kUntilStale);
    });
    const bool began = std::ranges::any_of(statuses, [&](const StatusRecord &record) {
        return !record.from && when(record) > gap.from && std::abs(when(record) - gap.to) <= kFirstAnswer;
    });
    QString why = tr("asleep");
    if (turned != statuses.end() && turned->from && turned->to != Status::Normal && !isBelow(turned->to)) {
        why = turned->to == Status::Unknown ? tr("no price")
            : turned->to == Status::NoDebt  ? tr("no debt")
                                            : tr("liquidated");
    } else if (began) {
        why = tr("not running");
    }
    return tr("%1 %2").arg(why, format.age(static_cast<std::int64_t>(gap.to - gap.from)));
}

} // namespace plimsoll::viewmodels
