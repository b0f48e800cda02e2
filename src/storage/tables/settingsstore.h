// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/opening/database.h"

#include <QtCore/QHash>

namespace plimsoll::storage {

/// Settings as texts by key. Errors of set(): Malformed for an empty key or text with NUL. The storage thread.
class SettingsStore
{
public:
    explicit SettingsStore(Database &database);

    Result<QHash<QString, QString>> all() const;
    Result<Done> set(const QString &key, const QString &value);

private:
    Database &m_database;
};

} // namespace plimsoll::storage
