// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/stores.h"
#include "storage/opening/database.h"

#include <cstdint>
#include <string>

namespace plimsoll::storage {

/// Accounts and wallets: what they are, in their order, with their running balances (or, where those cannot be
/// believed, the sums of the journal). `now` is ms since 1970 UTC. A new holder's opening balances are booked as one
/// "opening" operation. Errors: those of margin::validated() over everything visible, UnknownProfile, NotFound,
/// Conflict (id taken by other content), NotAllowedNow. The storage thread.
class PortfolioStore
{
public:
    explicit PortfolioStore(Database &database);

    /// Errors also: DatabaseIsBroken where what is stored breaks an invariant.
    Result<margin::Portfolio> load() const;

    /// On a change everything but money and announced bars is taken over: amounts, own money put in and a liquidation
    /// stay as they are, the daily interest of assets that are listed is set. The quote asset cannot change while own
    /// money is known in it.
    Result<Done> change(const monitor::AccountChange &change, WallTime now);

    /// All or nothing. What exists with the same content is skipped, so that a repeated import changes nothing; what
    /// was removed is shown again, which takes its removal back in the journal.
    Result<Done> import(const margin::Portfolio &portfolio, WallTime now);

    /// Its id stays, and with it the journal, receipts and fingerprints. Errors: those of
    /// PortfolioPort::renameWallet().
    Result<Done> renameWallet(const std::string &id, const std::string &name);

    /// What moves with everything another process may want to load again.
    Result<monitor::Revision> revision() const;

private:
    Database &m_database;
};

} // namespace plimsoll::storage
