// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/privatefile.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace plimsoll::monitor {

namespace {

constexpr QFile::Permissions kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
    | QFile::WriteOther | QFile::ExeOther;

} // namespace

Result<Privacy> writePrivately(const QString &path, const std::string &bytes,
                               const std::function<void(QSaveFile &)> &narrow)
{
    QSaveFile file(path);
    const auto failed = [&] {
        return Error {ErrorCode::CannotWrite, path.toStdString(), file.errorString().toStdString()};
    };
    if (!file.open(QIODevice::WriteOnly)) {
        return failed();
    }
    if (narrow) {
        narrow(file);
    } else {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // what came of it is looked at below
    }
    const auto size = static_cast<qint64>(bytes.size());
    if (file.write(bytes.data(), size) != size || !file.flush()
        || !file.commit()) { // commit() alone does not notice a full disk
        return failed();
    }
    return (QFile::permissions(path) & kOthers) == 0 ? Privacy::OwnerOnly : Privacy::AsTheFileSystemLikes;
}

QString withHome(const QString &path)
{
    return path == u'~' || path.startsWith(QLatin1String("~/")) ? QDir::homePath() + path.mid(1) : path;
}

} // namespace plimsoll::monitor
