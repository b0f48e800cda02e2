// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/referenceexample.h"

namespace plimsoll::scenario {

namespace {

using margin::Account;
using margin::Balance;
using margin::Decimal;

Balance held(const char *asset, int amount)
{
    return {asset, Decimal::fromInteger(amount), {}, {}, {}, {}};
}

Balance owed(int amount)
{
    return {"USDT", {}, {}, Decimal::fromInteger(amount), {}, {}};
}

Account account(const char *id, const char *name, int contributed)
{
    const margin::Profile *profile = margin::findBuiltInProfile("faq-2020-5x");
    Account account;
    account.id = id;
    account.name = name;
    account.quoteAsset = "USDT";
    account.profile = profile->name;
    account.thresholds = profile->thresholds;
    account.contributed = Decimal::fromInteger(contributed);
    return account;
}

Account isolatedAccount(const char *id, const char *name, const char *base)
{
    Account isolated = account(id, name, 200);
    isolated.mode = margin::MarginMode::Isolated;
    isolated.baseAsset = base;
    isolated.symbol = isolated.baseAsset + isolated.quoteAsset;
    isolated.owner = "B";
    isolated.balances = {held(base, 5), owed(800)};
    return isolated;
}

} // namespace

margin::Portfolio referenceExample()
{
    Account cross = account("a-cross", "User A", 400);
    cross.owner = "A";
    cross.balances = {held("ETH", 5), held("BCH", 5), owed(1600)};
    return {
        {cross, isolatedAccount("b-ethusdt", "User B ETH", "ETH"), isolatedAccount("b-bchusdt", "User B BCH", "BCH")},
        {{"spot", {held("USDT", 1000)}}}};
}

} // namespace plimsoll::scenario
