// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/outputfile.h"

#include "cli/exitcode.h"
#include "cli/terminal.h"
#include "ports/privatefile.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace plimsoll::cli {

namespace {

int writeInto(std::FILE *stream, const std::string &path, const std::string &bytes)
{
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), stream) == bytes.size();
    const bool flushed = std::fflush(stream) == 0;
    return written && flushed
        ? kOk
        : fail({ErrorCode::InputOutput, path, std::strerror(errno)}); // NOLINT(concurrency-mt-unsafe): one thread
}

// Something that is there and is neither a file nor a folder. What is renamed over would take its place.
bool isStream(const std::string &path)
{
    struct stat status {
    };
    return stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

int writeStream(const std::string &path, const std::string &bytes)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> stream(std::fopen(path.c_str(), "we"), std::fclose);
    if (!stream) {
        return fail({ErrorCode::CannotWrite, path, std::strerror(errno)}); // NOLINT(concurrency-mt-unsafe): one thread
    }
    return writeInto(stream.get(), path, bytes);
}

} // namespace

int writeFile(const std::string &path, const std::string &bytes)
{
    if (path == "-") {
        return writeInto(stdout, "standard output", bytes);
    }
    if (isStream(path)) {
        return writeStream(path, bytes);
    }
    const auto written = monitor::writePrivately(QFile::decodeName(path.c_str()), bytes);
    if (!written) {
        return fail(written.error());
    }
    if (*written == monitor::Privacy::AsTheFileSystemLikes) {
        std::fputs(("plimsoll-cli: " + printable(path)
                    + ": written, but this file system keeps no permissions: others may be able to read it\n")
                       .c_str(),
                   stderr);
    }
    return kOk;
}

std::string nameOfFile(const std::string &path)
{
    return QFileInfo(QFile::decodeName(path.c_str())).completeBaseName().toStdString();
}

} // namespace plimsoll::cli
