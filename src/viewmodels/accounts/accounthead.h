// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/assessment.h"
#include "ports/snapshot.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/riskstate.h"

#include <QtCore/QString>

#include <optional>
#include <vector>

namespace plimsoll::viewmodels {

/// What an account is called and how urgent it is: what lists need that do not show its figures. GUI thread because of
/// translations.
struct AccountHead {
    QString accountId;
    QString title;
    QString name;
    QString label;
    RiskState state = RiskState::Unknown;
    QString stateWord;
    QString levelText;
    bool hasLevel = false;
    // What rows are sorted by; not shown.
    int urgency = 0;
    std::optional<margin::Decimal> distance;

    bool operator==(const AccountHead &) const = default;
};

/// `isSilent`: snapshots themselves stopped, and the state is Unknown.
AccountHead makeAccountHead(const margin::Account &account, const margin::Assessment &assessment, bool isSilent,
                            const DisplayFormat &format);

/// Of the accounts that `wanted` names, most urgent first. Those that the snapshot does not know are left out.
std::vector<AccountHead> accountHeads(const monitor::RiskSnapshot &snapshot, const std::vector<std::string> &wanted,
                                      const DisplayFormat &format);

/// The first key of that order, 0 the most urgent.
int urgencyOf(RiskState state, const margin::Account &account, const margin::Assessment &assessment);

/// Most urgent first: liquidation, margin call, unknown with a bad worst bound, early warning (and other unknown),
/// normal, no debt, liquidated; then nearest to the call.
bool isMoreUrgent(const AccountHead &a, const AccountHead &b);

} // namespace plimsoll::viewmodels
