// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/snapshot.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QStringList>

#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// The accounts that a form may be about, most urgent first as on the dashboard; closed ones are left out. A value; GUI
/// thread because of translations.
class AccountChoice
{
public:
    /// False where the list stayed as it is. `keepOrder`: while the same accounts are there the order stays, since
    /// nothing may move under the person's hand.
    bool follow(const monitor::SnapshotPtr &now, const DisplayFormat &format, bool keepOrder);
    void choose(const std::string &id); ///< empty: the most urgent one
    bool chooseAt(int index); ///< false where it is out of range or chosen already

    [[nodiscard]] const std::string &id() const { return m_id; } ///< the chosen one; empty where there is none
    [[nodiscard]] int index() const; ///< of the chosen one, -1 where it is not listed
    [[nodiscard]] const QStringList &names() const { return m_names; }

private:
    std::string m_id;
    std::vector<std::string> m_ids;
    QStringList m_names;
};

} // namespace plimsoll::viewmodels
