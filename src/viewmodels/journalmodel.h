// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/ports/stores.h"
#include "viewmodels/displayformat.h"

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <vector>

namespace plimsoll::viewmodels {

/// Ledger rows as text, newest first. GUI thread. Rows are formatted when asked for: a list shows a screenful of
/// thousands.
class JournalModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the journal")

public:
    enum Role : int {
        TimeRole = Qt::UserRole + 1,
        AccountRole,
        KindRole,
        AssetRole,
        FieldRole,
        ChangeRole,
        IncreaseRole, ///< whether the change is above 0
        NoteRole,
        OperationIdRole,
        ReversibleRole, ///< a removal or a liquidation that can be taken back
        FirstOfOperationRole, ///< the row above belongs to another operation
        SentenceRole, ///< the whole row in words, for assistive tools
    };
    Q_ENUM(Role)

    using AccountNames = std::function<QString(const monitor::JournalRow &)>;

    JournalModel(const DisplayFormat &format, AccountNames names, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const std::vector<monitor::JournalRow> &rows() const { return m_rows; }

    /// Newest first. Rows that are there already stay; rows in front are inserted; anything else is a reset.
    void setRows(std::vector<monitor::JournalRow> rows);

private:
    [[nodiscard]] QString changeText(margin::Decimal change) const;
    [[nodiscard]] QString sentence(const monitor::JournalRow &row) const;

    const DisplayFormat &m_format;
    AccountNames m_names;
    std::vector<monitor::JournalRow> m_rows;
};

} // namespace plimsoll::viewmodels
