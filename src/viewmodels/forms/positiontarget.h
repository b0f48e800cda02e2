// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "ports/snapshot.h"
#include "viewmodels/common/profilelist.h"

#include <QtCore/QCoreApplication>

#include <optional>
#include <string>

namespace plimsoll::viewmodels {

/// The account that a position is to be opened in: the owner's cross account, or the isolated one of the pair. Where it
/// does not exist yet, the one that would be created with the chosen bars. A value; GUI thread because of translations.
class PositionTarget
{
    Q_DECLARE_TR_FUNCTIONS(plimsoll::viewmodels::PositionTarget)

public:
    PositionTarget();

    /// As the snapshot has it, which keeps it alive; nullptr where there is none.
    [[nodiscard]] const margin::Account *existing(margin::MarginMode of, const monitor::SnapshotPtr &now) const;
    /// A new one without bars; nothing while the pair is not named.
    [[nodiscard]] std::optional<margin::Account> blank(margin::MarginMode of) const;
    /// Either; nothing where a new one has no bars yet.
    [[nodiscard]] std::optional<margin::Account> account(margin::MarginMode of, const monitor::SnapshotPtr &now) const;
    /// The bars of a new one: the chosen ones, or those that all of the person's accounts of this mode have.
    [[nodiscard]] std::string profileOf(margin::MarginMode of, const monitor::SnapshotPtr &now) const;
    [[nodiscard]] QString pairFault(const monitor::SnapshotPtr &now) const; ///< empty where the pair can be traded
    void listProfiles() { profiles.listFor(mode, {}); }

    margin::MarginMode mode = margin::MarginMode::Isolated;
    std::string owner; ///< empty: the user
    std::string base;
    std::string quote = "USDT";
    std::string profile; ///< chosen by the person; empty: the usual one
    ProfileList profiles;

private:
    [[nodiscard]] std::string usualProfile(margin::MarginMode of, const monitor::SnapshotPtr &now) const;

    std::string m_idTail; ///< of a new account's id
};

} // namespace plimsoll::viewmodels
