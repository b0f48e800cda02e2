// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QStringList>

namespace plimsoll::test {

/// A test over the reference data, real prices and recorded answers that are not part of the tree: an extra, for every
/// rule is tested over tests/data too. The folder is PLIMSOLL_SHARED; where it lacks something of what is needed the
/// class is skipped and says so. At its end it says how many files it read.
class ReferenceTest : public QObject
{
    Q_OBJECT

protected:
    /// `needed`: files and folders, as paths below the folder.
    explicit ReferenceTest(QStringList needed);

    /// A file by its path below the folder.
    QByteArray read(const QString &name);

    /// The files below a folder that match, as paths for read().
    static QStringList filesIn(const QString &folder, const QStringList &patterns);

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

private:
    QStringList m_needed;
    int m_count = 0;
};

} // namespace plimsoll::test
