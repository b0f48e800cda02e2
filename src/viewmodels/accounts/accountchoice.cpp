// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/accountchoice.h"

#include "viewmodels/accounts/accounthead.h"
#include "viewmodels/common/choices.h"

#include <algorithm>

namespace plimsoll::viewmodels {

bool AccountChoice::follow(const monitor::SnapshotPtr &now, const DisplayFormat &format, bool keepOrder)
{
    std::vector<std::string> ids;
    for (const margin::Account *account : accountsOf(now)) {
        if (!account->liquidatedAt) {
            ids.push_back(account->id);
        }
    }
    if (keepOrder && std::ranges::is_permutation(ids, m_ids)) {
        return false;
    }
    const std::vector<AccountHead> heads = now ? accountHeads(*now, ids, format) : std::vector<AccountHead>();
    m_ids.clear();
    m_names.clear();
    for (const AccountHead &head : heads) {
        const bool alone = std::ranges::count(heads, head.label, &AccountHead::label) == 1;
        m_ids.push_back(head.accountId.toStdString());
        m_names << (alone ? head.label
                          : head.label + QStringLiteral(" · ") + (head.name.isEmpty() ? head.accountId : head.name));
    }
    return true;
}

void AccountChoice::choose(const std::string &id)
{
    m_id = id.empty() && !m_ids.empty() ? m_ids.front() : id;
}

bool AccountChoice::chooseAt(int index)
{
    const std::string *chosen = chosenOf(m_ids, index);
    if (chosen == nullptr || *chosen == m_id) {
        return false;
    }
    m_id = *chosen;
    return true;
}

int AccountChoice::index() const
{
    return indexIn(m_ids, m_id);
}

} // namespace plimsoll::viewmodels
