// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/accountchoice.h"

#include "viewmodels/accounts/accountview.h"
#include "viewmodels/common/choices.h"

#include <algorithm>

namespace plimsoll::viewmodels {

bool AccountChoice::follow(const monitor::SnapshotPtr &now, const DisplayFormat &format, BootTime nowBoot,
                           bool keepOrder)
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
    std::vector<AccountView> views;
    for (const std::string &id : ids) {
        views.push_back(makeAccountView(*now->find(id), {*now, format, nowBoot, {}, nullptr}));
    }
    std::ranges::sort(views, isMoreUrgent);
    m_ids.clear();
    m_names.clear();
    for (const AccountView &view : views) {
        const bool alone = std::ranges::count(views, view.label, &AccountView::label) == 1;
        m_ids.push_back(view.accountId.toStdString());
        m_names << (alone ? view.label
                          : view.label + QStringLiteral(" · ") + (view.name.isEmpty() ? view.accountId : view.name));
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
