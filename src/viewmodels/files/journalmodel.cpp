// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/files/journalmodel.h"

#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/refusaltext.h"

namespace plimsoll::viewmodels {

using monitor::JournalRow;

namespace {

// What was booked is never rounded.
QString changeText(const JournalRow &row, const DisplayFormat &format)
{
    const margin::Decimal change = row.row.change;
    return !row.movesMoney() ? QString() : change.isPositive() ? u'+' + format.full(change) : format.full(change);
}

QString sentence(const JournalRow &row, const DisplayFormat &format, const QString &account)
{
    QStringList parts {format.dateTime(row.time), account, entryKindText(row.row.kind)};
    if (row.movesMoney()) {
        parts << changeText(row, format) + u' ' + plainName(row.row.asset, 20) << fieldText(row.row.field);
    }
    parts << plainName(row.note, 200);
    return parts.join(QStringLiteral(", "));
}

RowRoles<JournalRow> rolesOf(const DisplayFormat &format, const JournalModel::AccountNames &names)
{
    return {
        {"time", [&format](const JournalRow &row) { return QString(format.dateTime(row.time)); }},
        {"account", names},
        {"kind", [](const JournalRow &row) { return entryKindText(row.row.kind); }},
        {"asset", [](const JournalRow &row) { return plainName(row.row.asset, 20); }},
        {"field", [](const JournalRow &row) { return row.movesMoney() ? fieldText(row.row.field) : QString(); }},
        {"change", [&format](const JournalRow &row) { return changeText(row, format); }},
        {"increase", [](const JournalRow &row) { return row.row.change.isPositive(); }},
        {"note", [](const JournalRow &row) { return plainName(row.note, 200); }},
        {"operationId", [](const JournalRow &row) { return plainName(row.operationId, 80); }},
        {"reversible", &JournalRow::reversible}, // offers to take its operation back
        {"firstOfOperation", [](const JournalRow &) { return true; }},
        {"sentence", [&format, names](const JournalRow &row) { return sentence(row, format, names(row)); }},
    };
}

} // namespace

JournalModel::JournalModel(const DisplayFormat &format, const AccountNames &names, QObject *parent)
    : RowListModel(rolesOf(format, names), parent)
    , m_firstOfOperation(role("firstOfOperation"))
    , m_reversible(role("reversible"))
{
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (role == m_firstOfOperation && index.row() > 0 && index.row() < count()) {
        return row(index.row() - 1).operationId != row(index.row()).operationId;
    }
    if (role == m_reversible && index.row() > 0 && index.row() < count()) { // offered once for an operation
        const JournalRow &above = row(index.row() - 1);
        const JournalRow &here = row(index.row());
        return here.reversible && !(above.reversible && above.operationId == here.operationId);
    }
    return RowListModel::data(index, role);
}

void JournalModel::setRows(std::vector<JournalRow> rows)
{
    setNewestFirst(std::move(rows), [](const JournalRow &a, const JournalRow &b) { return a.sequence == b.sequence; });
    if (count() > 0) {
        Q_EMIT dataChanged(index(0), index(count() - 1),
                           {role("account"), role("reversible"), m_firstOfOperation, role("sentence")});
    }
}

} // namespace plimsoll::viewmodels
