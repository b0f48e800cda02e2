// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/datadirectory.h"

#include <QtCore/QStandardPaths>

using namespace Qt::StringLiterals;

namespace plimsoll::cli {

std::string dataDirectory(const Arguments &arguments)
{
    if (arguments.has("data-dir")) {
        return arguments.value("data-dir");
    }
    const QString home = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return (home + u"/plimsoll"_s).toStdString();
}

const monitor::Clock &systemClock()
{
    static const monitor::SystemClock clock;
    return clock;
}

Result<std::unique_ptr<storage::Storage>> openStorage(const Arguments &arguments)
{
    return storage::Storage::open(QString::fromStdString(dataDirectory(arguments)), systemClock());
}

} // namespace plimsoll::cli
