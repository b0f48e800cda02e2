// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/future.h"
#include "ports/operations.h"

#include <QtCore/QHash>
#include <QtCore/QString>

namespace plimsoll::monitor {

/// Port: settings, texts by key. How calls and answers behave is said at Stores.
class SettingsPort
{
public:
    SettingsPort() = default;
    SettingsPort(const SettingsPort &) = delete;
    SettingsPort &operator=(const SettingsPort &) = delete;
    virtual ~SettingsPort() = default;

    virtual Future<Result<QHash<QString, QString>>> settings() = 0;
    virtual Future<Result<Done>> setSetting(QString key, QString value) = 0;
};

} // namespace plimsoll::monitor
