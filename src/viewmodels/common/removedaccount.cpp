// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/removedaccount.h"

#include "viewmodels/common/accounttext.h"

#include <QtCore/QCoreApplication>

namespace plimsoll::viewmodels {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plimsoll::viewmodels", text); // where lupdate files a free function's words
}

} // namespace

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
