// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/settingsstore.h"

#include "storage/sql/sqlstatement.h"

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

SettingsStore::SettingsStore(Database &database)
    : m_database(database)
{
}

Result<QHash<QString, QString>> SettingsStore::all() const
{
    return attempt([this] {
        QHash<QString, QString> settings;
        SqlStatement s(m_database.connection(), u"SELECT key, value FROM setting"_s);
        while (s.next()) {
            settings.insert(s.text(0), s.text(1));
        }
        return settings;
    });
}

Result<Done> SettingsStore::set(const QString &key, const QString &value)
{
    return attempt([&] {
        const QVariantList values {boundText(key), boundText(value)};
        m_database.write([&] {
            execute(
                m_database.connection(),
                u"INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                values);
        });
    });
}

} // namespace plimsoll::storage
