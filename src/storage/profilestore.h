// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/profiles.h"
#include "storage/database.h"

#include <optional>
#include <string_view>
#include <vector>

namespace plimsoll::storage {

/// A person's own threshold profiles, ordered by name. Errors of save(): Conflict for the name of a built-in profile,
/// Malformed without a name, InvalidThresholds. The storage thread.
class ProfileStore
{
public:
    explicit ProfileStore(Database &database);

    Result<std::vector<margin::Profile>> all() const;
    Result<Done> save(const margin::Profile &profile);

private:
    Database &m_database;
};

/// All profiles of a person, in whatever transaction is open. Throws SqlFailure.
std::vector<margin::Profile> readProfiles(const QSqlDatabase &database);

/// The bars of the profile of that name, own or built-in; nothing where there is none.
std::optional<margin::Thresholds> barsOf(std::string_view name, const std::vector<margin::Profile> &own);

} // namespace plimsoll::storage
