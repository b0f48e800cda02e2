// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/closequestion.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll::desktop {

namespace {

bool owesAnything(const margin::Account &account)
{
    return !account.liquidatedAt && std::ranges::any_of(account.balances, [](const margin::Balance &balance) {
        return balance.borrowed.isPositive() || balance.interest.isPositive();
    });
}

// An account whose prices stopped counts as what it was: its alarm still stands.
bool hasActiveCall(const monitor::AlarmBoard *board, const std::string &account)
{
    return board != nullptr && std::ranges::any_of(board->active, [&account](const alarm::ActiveAlarm &active) {
               const alarm::Condition condition = active.key.condition;
               return active.key.account == account && alarm::isActive(active.alarm.state) && alarm::isLevel(condition)
                   && condition != alarm::Condition::Watch;
           });
}

} // namespace

QString closeActionWord(CloseAction action)
{
    switch (action) {
    case CloseAction::Ask: break;
    case CloseAction::Tray: return u"tray"_s;
    case CloseAction::Quit: return u"quit"_s;
    }
    return u"ask"_s;
}

CloseAction closeActionFromWord(const QString &word)
{
    return word == u"tray" ? CloseAction::Tray : word == u"quit" ? CloseAction::Quit : CloseAction::Ask;
}

CloseSituation closeSituation(const monitor::RiskSnapshot *snapshot, bool hasTray, CloseAction remembered)
{
    CloseSituation situation {false, false, hasTray, remembered};
    if (snapshot != nullptr && snapshot->role.part != monitor::MonitorRole::Part::Monitor) {
        return situation; // another process watches on
    }
    for (std::size_t i = 0; snapshot != nullptr && i < snapshot->verdicts.size(); ++i) {
        const margin::Verdict &verdict = snapshot->verdicts[i];
        if (!verdict.account || !owesAnything(*verdict.account)) {
            continue;
        }
        situation.owes = true;
        situation.inCall = situation.inCall || verdict.status == margin::Status::MarginCall
            || verdict.status == margin::Status::Liquidation
            || (verdict.status == margin::Status::Unknown
                && hasActiveCall(snapshot->alarms.get(), verdict.account->id));
    }
    return situation;
}

CloseDecision decideClose(const CloseSituation &situation)
{
    const bool keeps = situation.remembered == CloseAction::Tray;
    if (!situation.owes) {
        return keeps && situation.hasTray ? CloseDecision::Hide : CloseDecision::Quit;
    }
    if (keeps) {
        return situation.hasTray ? CloseDecision::Hide : CloseDecision::Minimise;
    }
    return situation.remembered == CloseAction::Ask ? CloseDecision::Ask : decideQuit(situation);
}

CloseDecision decideQuit(const CloseSituation &situation)
{
    return situation.inCall ? CloseDecision::Warn : CloseDecision::Quit;
}

} // namespace plimsoll::desktop
