// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/profiles.h"

#include <QtSql/QSqlDatabase>

#include <optional>
#include <string_view>
#include <vector>

namespace plimsoll::storage {

/// All profiles of a person, in whatever transaction is open. Throws SqlFailure.
std::vector<margin::Profile> readProfiles(const QSqlDatabase &database);

/// The bars of the profile of that name, own or built-in; nothing where there is none.
std::optional<margin::Thresholds> barsOf(std::string_view name, const std::vector<margin::Profile> &own);

} // namespace plimsoll::storage
