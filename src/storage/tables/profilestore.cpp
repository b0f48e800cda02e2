// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/profilestore.h"

#include "storage/ledger/seal.h"
#include "storage/sql/sqlstatement.h"
#include "storage/tables/barchanges.h"

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kSave =
    u"INSERT INTO profile (name, title, initial, margin_call, liquidation, leverage, valid_from, source) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET title = excluded.title, initial = "
    "excluded.initial, "
    "margin_call = excluded.margin_call, liquidation = excluded.liquidation, leverage = excluded.leverage, "
    "valid_from = excluded.valid_from, source = excluded.source";

} // namespace

ProfileStore::ProfileStore(Database &database)
    : m_database(database)
{
}

Result<std::vector<margin::Profile>> ProfileStore::all() const
{
    return attempt([this] { return readProfiles(m_database.connection()); });
}

Result<Done> ProfileStore::save(const margin::Profile &profile, WallTime now)
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
            noteProfileChange(m_database.connection(), profile, now);
            execute(m_database.connection(), kSave, values);
            sealProfile(m_database.connection(), profile.name);
        });
    });
}

} // namespace plimsoll::storage
