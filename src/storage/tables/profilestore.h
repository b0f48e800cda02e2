// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "margin/profiles.h"
#include "storage/ledger/profilereader.h"
#include "storage/opening/database.h"

#include <cstdint>
#include <vector>

namespace plimsoll::storage {

/// A person's own threshold profiles, ordered by name. Errors of save(): Conflict for the name of a built-in profile,
/// Malformed without a name, InvalidThresholds. `now` (ms since 1970 UTC) is when the bars of the accounts that follow
/// the profile change. The storage thread.
class ProfileStore
{
public:
    explicit ProfileStore(Database &database);

    Result<std::vector<margin::Profile>> all() const;
    Result<Done> save(const margin::Profile &profile, WallTime now);

private:
    Database &m_database;
};

} // namespace plimsoll::storage
