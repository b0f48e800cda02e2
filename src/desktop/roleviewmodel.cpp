// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/roleviewmodel.h"

namespace plimsoll::desktop {

RoleViewModel::RoleViewModel(monitor::SnapshotRelay &relay, QObject *parent)
    : QObject(parent)
{
    connect(&relay, &monitor::SnapshotRelay::snapshotReady, this, &RoleViewModel::take);
    if (relay.current()) {
        take(relay.current());
    }
}

void RoleViewModel::take(const monitor::SnapshotPtr &snapshot)
{
    if (!(snapshot->role == m_role)) {
        m_role = snapshot->role;
        Q_EMIT changed();
    }
}

QString RoleViewModel::text() const
{
    if (!standsBy()) {
        return {};
    }
    if (!canTakeOver()) {
        return tr("Taking over…");
    }
    const monitor::MonitorLock::Holder &holder = m_role.holder;
    const QString who = holder.process == 0
        ? tr("Another Plimsoll")
        : tr("%1 (process %2)").arg(holder.program, QString::number(holder.process));
    if (m_role.refused) {
        return tr("%1 did not hand over in time. If it hangs, this window takes its place by itself.").arg(who);
    }
    return tr("%1 watches your accounts and tells you. This window shows what it sees, and passes on what you do.")
        .arg(who);
}

void RoleViewModel::takeOver()
{
    if (canTakeOver()) {
        Q_EMIT takeOverRequested();
    }
}

} // namespace plimsoll::desktop
