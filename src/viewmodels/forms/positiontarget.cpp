// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/forms/positiontarget.h"

#include "viewmodels/common/assetname.h"
#include "viewmodels/common/choices.h"
#include "viewmodels/common/confirmation.h"

namespace plimsoll::viewmodels {

using margin::Account;
using margin::MarginMode;

PositionTarget::PositionTarget()
    : m_idTail(freshIdTail())
{
}

const Account *PositionTarget::existing(MarginMode of, const monitor::SnapshotPtr &now) const
{
    for (const Account *account : accountsOf(now)) {
        const bool samePair = of == MarginMode::Cross || (account->baseAsset == base && account->quoteAsset == quote);
        if (account->mode == of && account->owner == owner && samePair) {
            return account;
        }
    }
    return nullptr;
}

std::optional<Account> PositionTarget::blank(MarginMode of) const
{
    if (quote.empty() || base.empty() || base == quote) {
        return std::nullopt;
    }
    Account account;
    account.mode = of;
    account.owner = owner;
    account.quoteAsset = quote;
    account.contributed = margin::Decimal();
    if (of == MarginMode::Isolated) {
        account.baseAsset = base;
        account.symbol = base + quote;
        account.balances = {{base, {}, {}, {}, {}, {}}, {quote, {}, {}, {}, {}, {}}};
        account.name = base + '/' + quote;
        account.id = QString::fromStdString(account.symbol).toLower().toStdString() + '-' + m_idTail;
    } else {
        account.name = tr("Cross").toStdString();
        account.id = "cross-" + m_idTail;
    }
    return account;
}

std::optional<Account> PositionTarget::account(MarginMode of, const monitor::SnapshotPtr &now) const
{
    if (const Account *known = existing(of, now)) {
        return *known;
    }
    auto account = blank(of);
    const margin::Profile *chosen = profiles.find(profileOf(of, now));
    if (!account || chosen == nullptr || !margin::fits(chosen->use, of)) {
        return std::nullopt;
    }
    account->profile = chosen->name;
    account->thresholds = chosen->thresholds;
    return account;
}

std::string PositionTarget::usualProfile(MarginMode of, const monitor::SnapshotPtr &now) const
{
    std::string only;
    for (const Account *account : accountsOf(now)) {
        if (account->mode == of) {
            const margin::Profile *known = account->ownThresholds ? nullptr : profiles.find(account->profile);
            const bool fitting = known != nullptr && margin::fits(known->use, of);
            if (!fitting || (!only.empty() && only != known->name)) {
                return {};
            }
            only = known->name;
        }
    }
    return only;
}

std::string PositionTarget::profileOf(MarginMode of, const monitor::SnapshotPtr &now) const
{
    const margin::Profile *chosen = profiles.find(profile);
    const bool taken = chosen != nullptr && margin::fits(chosen->use, of);
    const std::string usual = usualProfile(of, now);
    return taken && (of == mode || usual.empty()) ? profile : usual;
}

QString PositionTarget::pairFault(const monitor::SnapshotPtr &now) const
{
    for (const std::string &asset : {base, quote}) {
        if (const QString fault = assetProblem(asset); !fault.isEmpty()) {
            return fault;
        }
    }
    if (base == quote && !base.empty()) {
        return tr("A pair needs two different assets.");
    }
    const monitor::PriceList *list = now ? now->list.get() : nullptr;
    return mode == MarginMode::Isolated ? unlistedText(list, base, quote) : unpricedText(list, base, quote);
}

} // namespace plimsoll::viewmodels
