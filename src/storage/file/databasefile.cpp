// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file/databasefile.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QtEndian>

#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace plimsoll::storage {

namespace {

class File
{
public:
    File(const QString &path, int flags, mode_t mode = 0)
        : m_descriptor(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, mode))
    {
    }

    ~File()
    {
        if (isOpen()) {
            ::close(m_descriptor);
        }
    }

    File(const File &) = delete;
    File &operator=(const File &) = delete;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }

    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

// What the system said about `path`, with the code for `what` did not work.
Error systemError(ErrorCode otherwise, const QString &path, const std::string &what)
{
    const int number = errno;
    const ErrorCode code = number == EIO       ? ErrorCode::InputOutput
        : number == ENOSPC || number == EDQUOT ? ErrorCode::CannotWrite
                                               : otherwise;
    return {code, path.toStdString(), what + ": " + std::generic_category().message(number)};
}

Error broken(const QString &path, const std::string &detail)
{
    return {ErrorCode::DatabaseIsBroken, path.toStdString(), detail + "; the file was left as it is"};
}

Result<struct stat> statOf(const QString &path)
{
    struct stat status {
    };
    if (::stat(QFile::encodeName(path).constData(), &status) != 0) {
        return systemError(ErrorCode::CannotOpen, path, "cannot be looked at");
    }
    return status;
}

constexpr std::size_t kHeaderBytes = 100;

Result<std::int64_t> pageSizeOf(const uchar *header, const QString &path)
{
    const auto stored = qFromBigEndian<std::uint16_t>(header + 16);
    const std::int64_t size = stored == 1 ? 65536 : stored;
    if (size < 512 || (size & (size - 1)) != 0) {
        return broken(path, "the header of the database is damaged (page size)");
    }
    return size;
}

Result<DatabaseHeader> checkedHeader(const uchar *header, std::int64_t fileSize, const QString &path)
{
    const auto page = pageSizeOf(header, path);
    if (!page) {
        return page.error();
    }
    // The page count is valid where the change counter (24) equals the one it was written with (92).
    const bool countIsValid = std::memcmp(header + 24, header + 92, 4) == 0;
    const std::int64_t pages = qFromBigEndian<std::uint32_t>(header + 28);
    if (fileSize % *page != 0 || (countIsValid && pages * *page > fileSize)) {
        return broken(path, "the database is cut off: " + std::to_string(fileSize) + " bytes");
    }
    if (qFromBigEndian<std::uint32_t>(header + 68) != kApplicationId) {
        return broken(path, "this is a database of another program");
    }
    return DatabaseHeader {qFromBigEndian<std::int32_t>(header + 60), fileSize};
}

} // namespace

Result<Done> makePrivateFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        return Done {};
    }
    const QString parent = QFileInfo(QDir::cleanPath(info.absoluteFilePath())).path();
    if (parent != path && !QFileInfo(parent).isDir()) {
        if (auto made = makePrivateFolder(parent); !made) {
            return made;
        }
    }
    if (::mkdir(QFile::encodeName(path).constData(), 0700) != 0 && errno != EEXIST) {
        return systemError(ErrorCode::CannotOpen, path, "the folder cannot be made");
    }
    return info.isDir() || QFileInfo(path).isDir()
        ? Result<Done>(Done {})
        : Result<Done>(Error {ErrorCode::CannotOpen, path.toStdString(), "is not a folder"});
}

Result<Done> makePrivateFile(const QString &path)
{
    const File file(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
    if (!file.isOpen()) {
        return systemError(ErrorCode::CannotOpen, path, "the file cannot be made");
    }
    return Done {};
}

Result<Done> makePrivate(const QString &path)
{
    const auto status = statOf(path);
    if (!status) {
        return status.error();
    }
    if ((status->st_mode & 077) != 0 && ::chmod(QFile::encodeName(path).constData(), 0600) != 0) {
        return systemError(ErrorCode::CannotOpen, path, "the file cannot be made private");
    }
    return Done {};
}

Result<FileKind> fileKind(const QString &path)
{
    struct stat status {
    };
    if (::stat(QFile::encodeName(path).constData(), &status) == 0) {
        if (!S_ISREG(status.st_mode)) {
            return Error {ErrorCode::CannotOpen, path.toStdString(), "is not a file"};
        }
        return FileKind::Present;
    }
    if (errno == ENOENT) {
        return FileKind::Absent;
    }
    return systemError(ErrorCode::CannotOpen, path, "cannot be looked at");
}

Result<FileIdentity> identityOf(const QString &path)
{
    const auto status = statOf(path);
    if (!status) {
        return status.error();
    }
    return FileIdentity {status->st_dev, status->st_ino};
}

Result<std::int64_t> sizeOf(const QString &path)
{
    const auto kind = fileKind(path);
    if (!kind) {
        return kind.error();
    }
    if (*kind == FileKind::Absent) {
        return std::int64_t {0};
    }
    const auto status = statOf(path);
    if (!status) {
        return status.error();
    }
    return std::int64_t {status->st_size};
}

Result<DatabaseHeader> readHeader(const QString &path)
{
    const auto size = sizeOf(path);
    if (!size) {
        return size.error();
    }
    const File file(path, O_RDONLY);
    if (!file.isOpen()) {
        return systemError(ErrorCode::CannotOpen, path, "cannot be opened");
    }
    std::array<uchar, kHeaderBytes> header {};
    const ssize_t got = ::pread(file.descriptor(), header.data(), header.size(), 0);
    if (got < 0) {
        return systemError(ErrorCode::InputOutput, path, "cannot be read");
    }
    if (got == 0) {
        return broken(path, "the database file is empty; this program never leaves it so");
    }
    if (static_cast<std::size_t>(got) < header.size() || std::memcmp(header.data(), "SQLite format 3", 16) != 0) {
        return broken(path, "this is not a database");
    }
    return checkedHeader(header.data(), *size, path);
}

Result<Done> flushToDisk(const QString &path)
{
    const File file(path, O_RDONLY);
    if (!file.isOpen() || ::fsync(file.descriptor()) != 0) {
        return systemError(ErrorCode::InputOutput, path, "cannot be flushed to the disk");
    }
    return Done {};
}

Result<Done> renameFile(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return systemError(ErrorCode::CannotWrite, to, "cannot be put in place");
    }
    return Done {};
}

void removeFile(const QString &path)
{
    ::unlink(QFile::encodeName(path).constData());
}

} // namespace plimsoll::storage
