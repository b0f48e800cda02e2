// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/quotes.h"
#include "ports/pricelist.h"

#include <QtCore/QString>

#include <memory>
#include <string>

namespace plimsoll::viewmodels {

/// Names of assets as a person types them: nothing vanishes, what cannot be one is refused with words. Where the price
/// source hands out its list, assets and pairs are looked up in it. Pure; GUI thread because of translations.

/// In capital letters, without blanks around it.
std::string typedAsset(const QString &typed);

/// Why this cannot name one asset ("BTC-USDT"); empty where it can. Letters and digits of every script can: "币安人生".
QString assetProblem(const std::string &asset);

/// Why the exchange cannot price this asset, or does not trade this pair; empty where it does, or where no list is
/// known.
QString unpricedText(const monitor::PriceList *list, const std::string &asset, const std::string &quote);
QString unlistedText(const monitor::PriceList *list, const std::string &base, const std::string &quote);

/// The rates that judging `account` needs: the live ones, and for pairs that nobody watches yet those of the list.
std::shared_ptr<const margin::Rates> listedRates(const margin::Rates &live, const monitor::PriceList *list,
                                                 const margin::Account &account);

} // namespace plimsoll::viewmodels
