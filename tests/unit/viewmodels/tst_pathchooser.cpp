// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testprogram.h"
#include "viewmodels/common/pathchooser.h"

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using plimsoll::viewmodels::PathChooser;

class TestPathChooser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFolderThatIsNotThereIsTheHomeFolder_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("folder");

        QTest::newRow("nothing") << QString() << QDir::homePath();
        QTest::newRow("gone") << QStringLiteral("/nowhere/at/all") << QDir::homePath();
        QTest::newRow("relative") << QStringLiteral(".") << QDir::homePath();
        QTest::newRow("slash at its end") << QStringLiteral("/usr/") << QStringLiteral("/usr");
    }

    void aFolderThatIsNotThereIsTheHomeFolder()
    {
        QFETCH(QString, stored);
        const PathChooser chooser(stored);
        QTEST(chooser.folder(), "folder");
    }

    void whatIsAskedBeginsWhereTheFieldIs_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("path");

        QTest::newRow("nothing") << QString() << QStringLiteral("/usr/");
        QTest::newRow("a name") << QStringLiteral("a.csv") << QStringLiteral("/usr/a.csv");
        QTest::newRow("a folder that is there") << QStringLiteral("/etc/a.csv") << QStringLiteral("/etc/a.csv");
        QTest::newRow("one that is not") << QStringLiteral("/nowhere/a.csv") << QStringLiteral("/usr/a.csv");
        QTest::newRow("home") << QStringLiteral("~/a.csv") << QString(QDir::homePath() + QStringLiteral("/a.csv"));
    }

    void whatIsAskedBeginsWhereTheFieldIs()
    {
        QFETCH(QString, typed);
        PathChooser chooser(QStringLiteral("/usr"));
        QSignalSpy asked(&chooser, &PathChooser::asked);
        chooser.ask(QStringLiteral("field"), PathChooser::Save, QStringLiteral("File"), typed, {});
        QCOMPARE(asked.size(), 1);
        QTEST(asked.front().at(3).toString(), "path");
    }

    void theFolderOfTheLastFileIsRemembered()
    {
        const QTemporaryDir folder;
        PathChooser chooser(QStringLiteral("/usr"));
        QSignalSpy chosen(&chooser, &PathChooser::chosen);
        QSignalSpy changed(&chooser, &PathChooser::folderChanged);
        chooser.answer(QStringLiteral("field"), QString()); // the dialog was cancelled
        QVERIFY(chosen.isEmpty() && changed.isEmpty());
        chooser.answer(QStringLiteral("field"), folder.filePath(QStringLiteral("a.json")));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(chooser.folder(), folder.path());
        chooser.remember(QStringLiteral("/nowhere/a.json"));
        QCOMPARE(chooser.folder(), folder.path());
    }

    void anAddressFromElsewhereIsNoPath()
    {
        QCOMPARE(PathChooser::pathOf(QUrl(QStringLiteral("file:///a/b%20c.json"))), QStringLiteral("/a/b c.json"));
        QCOMPARE(PathChooser::pathOf(QUrl(QStringLiteral("https://a.org/b.json"))),
                 QStringLiteral("https://a.org/b.json"));
    }
};

PLIMSOLL_TEST(TestPathChooser)
#include "tst_pathchooser.moc"
