// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/journalmodel.h"

#include "viewmodels/accounttext.h"
#include "viewmodels/refusaltext.h"

#include <algorithm>

namespace plimsoll::viewmodels {

using monitor::JournalRow;

JournalModel::JournalModel(const DisplayFormat &format, AccountNames names, QObject *parent)
    : QAbstractListModel(parent)
    , m_format(format)
    , m_names(std::move(names))
{
}

int JournalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const auto at = static_cast<std::size_t>(index.row());
    const JournalRow &row = m_rows[at];
    const margin::Decimal change = row.row.change;
    switch (role) {
    case TimeRole: return QString(m_format.dateTime(row.time));
    case AccountRole: return m_names(row);
    case KindRole: return entryKindText(row.row.kind);
    case AssetRole: return plainName(row.row.asset, 20);
    case FieldRole: return row.movesMoney() ? fieldText(row.row.field) : QString();
    case ChangeRole: return row.movesMoney() ? changeText(change) : QString();
    case IncreaseRole: return change.isPositive();
    case NoteRole: return plainName(row.note, 200);
    case OperationIdRole: return plainName(row.operationId, 80);
    case ReversibleRole: return row.reversible;
    case FirstOfOperationRole: return at == 0 || m_rows[at - 1].operationId != row.operationId;
    case SentenceRole: return sentence(row);
    default: return {};
    }
}

// What was booked is never rounded.
QString JournalModel::changeText(margin::Decimal change) const
{
    return change.isPositive() ? u'+' + m_format.full(change) : m_format.full(change);
}

QString JournalModel::sentence(const JournalRow &row) const
{
    QStringList parts {m_format.dateTime(row.time), m_names(row), entryKindText(row.row.kind)};
    if (row.movesMoney()) {
        parts << changeText(row.row.change) + u' ' + plainName(row.row.asset, 20) << fieldText(row.row.field);
    }
    parts << plainName(row.note, 200);
    return parts.join(QStringLiteral(", "));
}

QHash<int, QByteArray> JournalModel::roleNames() const
{
    return {{TimeRole, "time"},
            {AccountRole, "account"},
            {KindRole, "kind"},
            {AssetRole, "asset"},
            {FieldRole, "field"},
            {ChangeRole, "change"},
            {IncreaseRole, "increase"},
            {NoteRole, "note"},
            {OperationIdRole, "operationId"},
            {ReversibleRole, "reversible"},
            {FirstOfOperationRole, "firstOfOperation"},
            {SentenceRole, "sentence"}};
}

void JournalModel::setRows(std::vector<JournalRow> rows)
{
    const auto bySequence = [](const JournalRow &a, const JournalRow &b) { return a.sequence == b.sequence; };
    const auto added = static_cast<std::ptrdiff_t>(rows.size()) - static_cast<std::ptrdiff_t>(m_rows.size());
    const bool grew = added >= 0 && std::equal(m_rows.begin(), m_rows.end(), rows.begin() + added, bySequence);
    if (!grew || m_rows.empty()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    if (added > 0) {
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
        m_rows = rows;
        endInsertRows();
    }
    m_rows = std::move(rows); // the same rows, described as of now
    Q_EMIT dataChanged(index(0), index(rowCount() - 1),
                       {AccountRole, ReversibleRole, FirstOfOperationRole}); // an account may have a new name
}

} // namespace plimsoll::viewmodels
