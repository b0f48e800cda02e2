// SPDX-License-Identifier: GPL-3.0-or-later
#include "referencetest.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtTest/QTest>

namespace plimsoll::test {
namespace {

QDir folder()
{
    return QDir(qEnvironmentVariable("PLIMSOLL_SHARED", QStringLiteral("/nonexistent")));
}

} // namespace

ReferenceTest::ReferenceTest(QStringList needed)
    : m_needed(std::move(needed))
{
}

void ReferenceTest::initTestCase()
{
    for (const QString &name : m_needed) {
        if (!folder().exists(name)) {
            QSKIP(qPrintable(QStringLiteral("no file read: the reference data (PLIMSOLL_SHARED) has no ") + name));
        }
    }
}

void ReferenceTest::cleanupTestCase()
{
    qInfo("%d files of the reference data read", m_count);
}

QByteArray ReferenceTest::read(const QString &name)
{
    QFile file(folder().filePath(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(file.fileName()));
    }
    ++m_count;
    return file.readAll();
}

QStringList ReferenceTest::filesIn(const QString &name, const QStringList &patterns)
{
    QStringList found;
    QDirIterator files(folder().filePath(name), patterns, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        found << folder().relativeFilePath(files.next());
    }
    found.sort();
    return found;
}

} // namespace plimsoll::test
