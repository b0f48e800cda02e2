// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/accounthead.h"

#include "viewmodels/common/accounttext.h"

#include <algorithm>
#include <tuple>

namespace plimsoll::viewmodels {

AccountHead makeAccountHead(const margin::Account &account, const margin::Assessment &assessment, bool isSilent,
                            const DisplayFormat &format)
{
    AccountHead head;
    head.accountId = QString::fromStdString(account.id);
    head.title = accountTitle(account);
    head.label = accountLabel(account);
    head.name = plainName(account.name);
    const bool isClosed = assessment.status == margin::Status::Liquidated;
    head.state = isSilent && !isClosed ? RiskState::Unknown : riskStateOf(assessment);
    head.stateWord = stateWord(head.state);
    head.levelText = levelOrDash(format, assessment);
    head.hasLevel = assessment.level.has_value();
    head.urgency = urgencyOf(head.state, account, assessment);
    head.distance = assessment.distanceToCall ? assessment.distanceToCall
        : assessment.range                    ? assessment.range->worst.printed().minus(account.thresholds.marginCall)
                                              : std::nullopt;
    return head;
}

std::vector<AccountHead> accountHeads(const monitor::RiskSnapshot &snapshot, const std::vector<std::string> &wanted,
                                      const DisplayFormat &format)
{
    std::vector<AccountHead> heads;
    for (const std::string &id : wanted) {
        if (const margin::Verdict *verdict = snapshot.find(id)) {
            heads.push_back(makeAccountHead(*verdict->account, snapshot.describe(*verdict), false, format));
        }
    }
    std::ranges::stable_sort(heads, isMoreUrgent);
    return heads;
}

int urgencyOf(RiskState state, const margin::Account &account, const margin::Assessment &assessment)
{
    switch (state) {
    case RiskState::Liquidation: return 0;
    case RiskState::MarginCall: return 1;
    case RiskState::Unknown: {
        const margin::Level &worst = assessment.range ? assessment.range->worst : assessment.exactLevel;
        return !worst.hasDebt() || worst <= account.thresholds.marginCall ? 2 : 3;
    }
    case RiskState::EarlyWarning: return 3;
    case RiskState::Normal: return 4;
    case RiskState::NoDebt: return 5;
    case RiskState::Liquidated: break;
    }
    return 6;
}

bool isMoreUrgent(const AccountHead &a, const AccountHead &b)
{
    const auto far = margin::Decimal::fromMantissa(margin::Decimal::kLimit - 1);
    return std::tuple(a.urgency, a.distance.value_or(far), a.title, a.accountId)
        < std::tuple(b.urgency, b.distance.value_or(far), b.title, b.accountId);
}

} // namespace plimsoll::viewmodels
