// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/stores.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/rowlistmodel.h"

#include <functional>
#include <vector>

namespace plimsoll::viewmodels {

/// Ledger rows as text, newest first. GUI thread. Rows are formatted when asked for: a list shows a screenful of
/// thousands.
class JournalModel : public RowListModel<monitor::JournalRow>
{
public:
    using AccountNames = std::function<QString(const monitor::JournalRow &)>;

    JournalModel(const DisplayFormat &format, const AccountNames &names, QObject *parent = nullptr);

    /// Newest first. Rows that are there already stay, and are described anew: an account may have another name.
    void setRows(std::vector<monitor::JournalRow> rows);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    const int m_firstOfOperation; ///< the roles that the row above decides
    const int m_reversible;
};

} // namespace plimsoll::viewmodels
