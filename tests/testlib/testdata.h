// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace plimsoll::testlib {

/// The path of a file of tests/data, which is part of the tree and described in its README.md.
QString dataPath(const char *name);

/// Its content. Ends the program where the file is not there.
QByteArray dataFile(const char *name);

} // namespace plimsoll::testlib
