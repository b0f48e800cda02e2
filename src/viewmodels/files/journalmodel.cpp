// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/files/journalmodel.h"

#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/refusaltext.h"

#include <QtCore/QCoreApplication>

namespace plimsoll::viewmodels {

using monitor::JournalRow;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plimsoll::viewmodels", text); // where lupdate files a free function's words
}

QString kindText(const JournalEntry &entry)
{
    return entry.bars ? tr("Change of bars") : entryKindText(entry.row.row.kind);
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

QString sentenceOf(const JournalEntry &entry, const DisplayFormat &format, const QString &account)
{
    const JournalRow &row = entry.row;
    QStringList parts {format.dateTime(row.time), account, kindText(entry)};
    if (entry.bars) {
        parts << changeText(entry, format);
    } else if (row.movesMoney()) {
        parts << changeText(entry, format) + u' ' + plainName(row.row.asset, 20) << fieldText(row.row.field);
    }
    parts << plainName(row.note, 200);
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
        {"note", [](const JournalEntry &entry) { return plainName(entry.row.note, 200); }},
        {"operationId", [](const JournalEntry &entry) { return plainName(entry.row.operationId, 80); }},
        {"reversible",
         [](const JournalEntry &entry) { return entry.row.reversible; }}, // offers to take its operation back
        {"firstOfOperation", [](const JournalEntry &) { return true; }},
        {"sentence",
         [&format, names](const JournalEntry &entry) { return sentenceOf(entry, format, names(entry.row)); }},
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
        return here.bars || row(index.row() - 1).row.operationId != here.row.operationId;
    }
    if (role == m_reversible && index.row() > 0 && index.row() < count()) { // offered once for an operation
        const JournalRow &above = row(index.row() - 1).row;
        const JournalRow &here = row(index.row()).row;
        return here.reversible && !(above.reversible && above.operationId == here.operationId);
    }
    return RowListModel::data(index, role);
}

QString JournalModel::sentence(const JournalEntry &entry) const
{
    return sentenceOf(entry, m_format, m_names(entry.row));
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
