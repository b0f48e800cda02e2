// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/profilestore.h"

#include "storage/seal.h"
#include "storage/sqlstatement.h"

#include <algorithm>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kSelect =
    u"SELECT name, title, initial, margin_call, liquidation, leverage, valid_from, source FROM profile ORDER BY name";
constexpr QStringView kSave =
    u"INSERT INTO profile (name, title, initial, margin_call, liquidation, leverage, valid_from, source) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET title = excluded.title, initial = "
    "excluded.initial, "
    "margin_call = excluded.margin_call, liquidation = excluded.liquidation, leverage = excluded.leverage, "
    "valid_from = excluded.valid_from, source = excluded.source";

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

ProfileStore::ProfileStore(Database &database)
    : m_database(database)
{
}

Result<std::vector<margin::Profile>> ProfileStore::all() const
{
    return attempt([this] { return readProfiles(m_database.connection()); });
}

Result<Done> ProfileStore::save(const margin::Profile &profile)
{
    return attempt([&] {
        if (profile.name.empty()) {
            refuse(ErrorCode::Malformed, "name", "a profile needs a name");
        }
        if (margin::findBuiltInProfile(profile.name) != nullptr) {
            refuse(ErrorCode::Conflict, "name", "\"" + profile.name + "\" is a built-in profile, which never changes");
        }
        const margin::Thresholds bars = orThrow(margin::validated(profile.thresholds));
        const QVariantList values {boundText(profile.name),        boundText(profile.title),
                                   boundDecimal(bars.initial),     boundDecimal(bars.marginCall),
                                   boundDecimal(bars.liquidation), boundText(profile.leverage),
                                   boundText(profile.validFrom),   boundText(profile.source)};
        m_database.write([&] {
            execute(m_database.connection(), kSave, values);
            sealProfile(m_database.connection(), profile.name);
        });
    });
}

} // namespace plimsoll::storage
