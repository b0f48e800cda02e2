// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/removedaccount.h"

#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/translated.h"

namespace plimsoll::viewmodels {

QString removedLabel(const std::string &id, const monitor::JournalHolder &holder)
{
    margin::Account account;
    account.id = id;
    account.name = holder.name;
    account.mode = holder.mode;
    account.symbol = holder.symbol;
    account.baseAsset = holder.baseAsset;
    account.quoteAsset = holder.quoteAsset;
    return tr("%1 (removed)").arg(accountLabel(account));
}

} // namespace plimsoll::viewmodels
