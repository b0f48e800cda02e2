// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testdata.h"

#include <QtCore/QFile>

namespace plimsoll::testlib {

QString dataPath(const char *name)
{
    return QStringLiteral(PLIMSOLL_TEST_DATA "/") + QLatin1String(name);
}

QByteArray dataFile(const char *name)
{
    QFile file(dataPath(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s is not there", qPrintable(file.fileName()));
    }
    return file.readAll();
}

} // namespace plimsoll::testlib
