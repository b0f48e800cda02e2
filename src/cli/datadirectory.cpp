// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/datadirectory.h"

#include <QtCore/QFile>
#include <QtCore/QStandardPaths>

using namespace Qt::StringLiterals;

namespace plimsoll::cli {

QString dataDirectory(const Arguments &arguments)
{
    if (arguments.has("data-dir")) {
        return QFile::decodeName(arguments.value("data-dir").c_str());
    }
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/plimsoll"_s;
}

const monitor::Clock &systemClock()
{
    static const monitor::SystemClock clock;
    return clock;
}

Result<std::unique_ptr<storage::Storage>> openStorage(const Arguments &arguments)
{
    return storage::Storage::open(dataDirectory(arguments), systemClock(), {storage::Purpose::Real, false});
}

Result<std::unique_ptr<storage::Storage>> makeStorage(const Arguments &arguments)
{
    return storage::Storage::open(dataDirectory(arguments), systemClock(), {storage::Purpose::Real, true});
}

Result<Done> knows(storage::Storage &storage, const std::string &account, bool wallets)
{
    const auto portfolio = storage.loadPortfolio();
    if (!portfolio) {
        return portfolio.error();
    }
    if (portfolio->account(account) != nullptr || (wallets && portfolio->wallet(account) != nullptr)) {
        return Done {};
    }
    return Error {ErrorCode::NotFound, "account",
                  std::string("there is no account ") + (wallets ? "or wallet " : "") + '"' + account + '"'};
}

} // namespace plimsoll::cli
