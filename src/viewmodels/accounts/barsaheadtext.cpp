// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/barsaheadtext.h"

#include "margin/verdict.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/translated.h"

#include <algorithm>

namespace plimsoll::viewmodels {

using margin::BarsAhead;
using margin::Status;

namespace {

// Whether they call an account that is not called, or bring one to liquidation that is not there.
bool isWorse(Status then, Status now)
{
    return (then == Status::MarginCall && now != Status::MarginCall && now != Status::Liquidation)
        || (then == Status::Liquidation && now != Status::Liquidation);
}

} // namespace

BarsAheadText barsAheadText(const margin::Account &account, const margin::Rates &rates, const DisplayFormat &format)
{
    if (account.announced.empty()) {
        return {};
    }
    const Status now = margin::judge(account, rates).status;
    const auto ahead = margin::judgeAnnounced(account, rates);
    const auto worse = std::ranges::find_if(ahead,
                                            [now](const BarsAhead &one) { return isWorse(one.decision.status, now); });
    const BarsAhead &told = worse == ahead.end() ? ahead.front() : *worse;
    const QString moment = format.dateTime(told.announced.from);
    const QString bars = wording::barsText(format, told.announced.bars);
    if (worse == ahead.end()) {
        return {tr("New bars from %1: %2").arg(moment, bars), RiskState::Normal};
    }
    const RiskState state = riskStateOf(told.decision);
    return {tr("New bars from %1: %2. At today's level: %3").arg(moment, bars, stateWord(state)), state};
}

QString barsEffectText(const BarsAhead &ahead)
{
    const Status then = ahead.decision.status;
    return then == Status::NoDebt || then == Status::Liquidated || then == Status::Unknown
        ? QString()
        : tr("At today's level: %1").arg(stateWord(riskStateOf(ahead.decision)));
}

} // namespace plimsoll::viewmodels
