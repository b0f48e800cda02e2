// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/portfoliofiles.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QUrl>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace plimsoll::viewmodels {

namespace {

class Descriptor
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

Error cannot(ErrorCode code, const QString &path, const std::string &why)
{
    return {code, path.toStdString(), why};
}

Error tooLarge(const QString &path, qint64 limit)
{
    return cannot(ErrorCode::CannotOpen, path, "larger than " + std::to_string(limit / 1024 / 1024) + " MiB");
}

} // namespace

Result<std::string> readRegularFile(const QString &path, qint64 limit)
{
    // Non-blocking, so that opening a pipe returns; what it really is, is asked of the open file and not of its name.
    const Descriptor file(::open(path.toLocal8Bit().constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (file.get() < 0) {
        return cannot(ErrorCode::CannotOpen, path, std::generic_category().message(errno));
    }
    struct stat info {
    };
    if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) {
        return cannot(ErrorCode::CannotOpen, path, "not a regular file");
    }
    if (info.st_size > limit) {
        return tooLarge(path, limit);
    }
    std::string bytes;
    std::string chunk(std::size_t {1024} * 1024, '\0');
    for (;;) {
        const ssize_t count = ::read(file.get(), chunk.data(), chunk.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return cannot(ErrorCode::InputOutput, path, std::generic_category().message(errno));
        }
        if (count == 0) {
            return bytes;
        }
        bytes.append(chunk.data(), static_cast<std::size_t>(count));
        if (static_cast<qint64>(bytes.size()) > limit) { // it grew while it was read
            return tooLarge(path, limit);
        }
    }
}

Result<monitor::Privacy> writePrivateFile(const QString &path, const std::string &bytes, bool mayReplace)
{
    const QFileInfo info(path);
    if (info.isSymLink() || (info.exists() && !info.isFile())) {
        return cannot(ErrorCode::CannotWrite, path, "not a regular file");
    }
    if (info.exists() && !mayReplace) {
        return cannot(ErrorCode::Conflict, path, "the file exists");
    }
    return monitor::writePrivately(path, bytes);
}

QStringList pathCompletions(const QString &typed, int most)
{
    const QString path = expandedPath(typed);
    const qsizetype slash = path.lastIndexOf(u'/');
    if (slash < 0) {
        return {};
    }
    const QString prefix = path.mid(slash + 1);
    const QDir folder(path.left(slash + 1));
    const auto filter = QDir::AllDirs | QDir::Files | QDir::NoDotAndDotDot | QDir::Readable;
    QStringList found;
    for (const QFileInfo &info : folder.entryInfoList(filter, QDir::DirsFirst | QDir::Name | QDir::IgnoreCase)) {
        const bool wanted = info.isDir() || info.suffix().compare(QLatin1String("json"), Qt::CaseInsensitive) == 0;
        if (wanted && info.fileName().startsWith(prefix) && info.filePath() != path) {
            found << (info.isDir() ? info.filePath() + u'/' : info.filePath());
        }
        if (found.size() == most) {
            break;
        }
    }
    return found;
}

QString movedTo(const QString &folder, const QString &path)
{
    const bool home = QDir::cleanPath(folder) == QDir::cleanPath(QDir::homePath());
    const QString place = home ? QStringLiteral("~") : folder;
    return (place.endsWith(u'/') ? place : place + u'/') + path.section(u'/', -1);
}

QString expandedPath(const QString &typed)
{
    const QString path = typed.trimmed();
    if (path.startsWith(QLatin1String("file:"))) {
        return QUrl(path).toLocalFile();
    }
    return monitor::withHome(path);
}

} // namespace plimsoll::viewmodels
