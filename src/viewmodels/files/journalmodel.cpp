// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/files/journalmodel.h"

#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/refusaltext.h"
#include "viewmodels/common/translated.h"

namespace plimsoll::viewmodels {

using monitor::JournalRow;

namespace {

QString kindText(const JournalEntry &entry)
{
    return entry.bars                 ? tr("Change of bars")
        : entry.row.movedWith.empty() ? entryKindText(entry.row.row.kind)
                                      : tr("Move");
}

// "from User A cross", and what a person wrote.
QString noteText(const JournalEntry &entry, const JournalModel::AccountNames &names)
{
    const QString note = plainName(entry.row.note, 200);
    if (entry.row.movedWith.empty()) {
        return note;
    }
    JournalRow other;
    other.row.account = entry.row.movedWith;
    const QString move = (entry.row.row.change.isPositive() ? tr("from %1") : tr("to %1")).arg(names(other));
    return note.isEmpty() ? move : tr("%1, %2").arg(move, note);
}

// Either half of one move, booked together.
bool areHalves(const JournalRow &one, const JournalRow &other)
{
    return !one.movedWith.empty() && one.movedWith == other.row.account && other.movedWith == one.row.account
        && monitor::areHalves(one.operationId, other.operationId);
}

// What was booked is never rounded.
QString changeText(const JournalEntry &entry, const DisplayFormat &format)
{
    const margin::Decimal change = entry.row.row.change;
    return entry.bars ? tr("%1 → %2").arg(barsText(format, entry.bars->before), barsText(format, entry.bars->after))
        : !entry.row.movesMoney() ? QString()
        : change.isPositive()     ? u'+' + format.full(change)
                                  : format.full(change);
}

QString sentenceOf(const JournalEntry &entry, const DisplayFormat &format, const JournalModel::AccountNames &names)
{
    const JournalRow &row = entry.row;
    QStringList parts {format.dateTime(row.time), names(row), kindText(entry)};
    if (entry.bars) {
        parts << changeText(entry, format);
    } else if (row.movesMoney()) {
        parts << changeText(entry, format) + u' ' + plainName(row.row.asset, 20) << fieldText(row.row.field);
    }
    parts << noteText(entry, names);
    return parts.join(QStringLiteral(", "));
}

RowRoles<JournalEntry> rolesOf(const DisplayFormat &format, const JournalModel::AccountNames &names)
{
    return {
        {"time", [&format](const JournalEntry &entry) { return QString(format.dateTime(entry.row.time)); }},
        {"account", [names](const JournalEntry &entry) { return names(entry.row); }},
        {"kind", [](const JournalEntry &entry) { return kindText(entry); }},
        {"asset", [](const JournalEntry &entry) { return plainName(entry.row.row.asset, 20); }},
        {"field",
         [](const JournalEntry &entry) { return entry.row.movesMoney() ? fieldText(entry.row.row.field) : QString(); }},
        {"change", [&format](const JournalEntry &entry) { return changeText(entry, format); }},
        {"increase", [](const JournalEntry &entry) { return entry.row.row.change.isPositive(); }},
        {"isBars", [](const JournalEntry &entry) { return entry.bars.has_value(); }},
        {"note", [names](const JournalEntry &entry) { return noteText(entry, names); }},
        {"operationId", [](const JournalEntry &entry) { return plainName(entry.row.operationId, 80); }},
        {"reversible",
         [](const JournalEntry &entry) { return entry.row.reversible; }}, // offers to take its operation back
        {"firstOfOperation", [](const JournalEntry &) { return true; }},
        {"sentence", [&format, names](const JournalEntry &entry) { return sentenceOf(entry, format, names); }},
    };
}

} // namespace

JournalModel::JournalModel(const DisplayFormat &format, const AccountNames &names, QObject *parent)
    : RowListModel(rolesOf(format, names), parent)
    , m_format(format)
    , m_names(names)
    , m_firstOfOperation(role("firstOfOperation"))
    , m_reversible(role("reversible"))
{
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (role == m_firstOfOperation && index.row() > 0 && index.row() < count()) {
        const JournalEntry &here = row(index.row());
        const JournalRow &above = row(index.row() - 1).row;
        return here.bars || (above.operationId != here.row.operationId && !areHalves(above, here.row));
    }
    if (role == m_reversible && index.row() > 0 && index.row() < count()) { // offered once for an operation
        const JournalRow &above = row(index.row() - 1).row;
        const JournalRow &here = row(index.row()).row;
        return here.reversible
            && !(above.reversible && (above.operationId == here.operationId || areHalves(above, here)));
    }
    return RowListModel::data(index, role);
}

QString JournalModel::sentence(const JournalEntry &entry) const
{
    return sentenceOf(entry, m_format, m_names);
}

void JournalModel::setRows(std::vector<JournalEntry> rows)
{
    setNewestFirst(std::move(rows), [](const JournalEntry &a, const JournalEntry &b) {
        return a.row.sequence == b.row.sequence && a.bars == b.bars;
    });
    if (count() > 0) {
        Q_EMIT dataChanged(index(0), index(count() - 1),
                           {role("account"), role("reversible"), m_firstOfOperation, role("sentence")});
    }
}

} // namespace plimsoll::viewmodels
