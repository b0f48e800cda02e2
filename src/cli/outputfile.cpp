// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/outputfile.h"

#include "cli/exitcode.h"
#include "cli/terminal.h"
#include "ports/privatefile.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <cstdio>

namespace plimsoll::cli {

int writeFile(const std::string &path, const std::string &bytes)
{
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
