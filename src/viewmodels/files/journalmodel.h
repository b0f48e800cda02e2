// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/stores.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/rowlistmodel.h"

#include <functional>
#include <optional>
#include <vector>

namespace plimsoll::viewmodels {

/// One row of the page: of the ledger, or a change of bars, which moves no money and cannot be taken back.
struct JournalEntry {
    monitor::JournalRow row; ///< of a change of bars nothing but time, account and holder
    std::optional<monitor::BarChange> bars {};
};

/// Rows of the journal as text, newest first. GUI thread. Rows are formatted when asked for: a list shows a screenful
/// of thousands.
class JournalModel : public RowListModel<JournalEntry>
{
public:
    using AccountNames = std::function<QString(const monitor::JournalRow &)>;

    JournalModel(const DisplayFormat &format, const AccountNames &names, QObject *parent = nullptr);

    /// Newest first. Rows that are there already stay, and are described anew: an account may have another name.
    void setRows(std::vector<JournalEntry> rows);

    /// The row in words, as a screen reader says it.
    [[nodiscard]] QString sentence(const JournalEntry &entry) const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    const DisplayFormat &m_format;
    const AccountNames m_names;
    const int m_firstOfOperation; ///< the roles that the row above decides
    const int m_reversible;
};

} // namespace plimsoll::viewmodels
