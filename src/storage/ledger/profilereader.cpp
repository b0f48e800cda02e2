// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledger/profilereader.h"

#include "storage/sql/sqlstatement.h"

#include <algorithm>

namespace plimsoll::storage {

namespace {

constexpr QStringView kSelect =
    u"SELECT name, title, initial, margin_call, liquidation, leverage, valid_from, source FROM profile ORDER BY name";

} // namespace

std::vector<margin::Profile> readProfiles(const QSqlDatabase &database)
{
    std::vector<margin::Profile> profiles;
    SqlStatement s(database, kSelect);
    while (s.next()) {
        profiles.push_back(
            {s.utf8(0), s.utf8(1), {s.decimal(2), s.decimal(3), s.decimal(4)}, s.utf8(5), s.utf8(6), s.utf8(7)});
    }
    return profiles;
}

std::optional<margin::Thresholds> barsOf(std::string_view name, const std::vector<margin::Profile> &own)
{
    if (const auto found = std::ranges::find(own, name, &margin::Profile::name); found != own.end()) {
        return found->thresholds;
    }
    const margin::Profile *builtIn = margin::findBuiltInProfile(name);
    return builtIn != nullptr ? std::optional(builtIn->thresholds) : std::nullopt;
}

} // namespace plimsoll::storage
