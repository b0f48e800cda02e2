// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/filedialogs.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QFileDialog>

using namespace Qt::StringLiterals;
using plimsoll::desktop::FileDialogs;
using plimsoll::viewmodels::PathChooser;

class TestFileDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsAsked_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("accepts");

        QTest::newRow("open") << int(PathChooser::Open) << int(QFileDialog::AcceptOpen);
        QTest::newRow("save") << int(PathChooser::Save) << int(QFileDialog::AcceptSave);
    }

    void showsWhatIsAsked()
    {
        QFETCH(int, kind);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"a.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        PathChooser chooser {QString()};
        QVERIFY(!chooser.isAvailable());
        FileDialogs dialogs(chooser);
        QVERIFY(chooser.isAvailable());
        QSignalSpy chosen(&chooser, &PathChooser::chosen);

        chooser.ask(u"field"_s, kind, u"File"_s, path, u"Portfolios (*.json)"_s);
        QFileDialog *dialog = dialogs.current();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QVERIFY(!dialog->isModal()); // a margin call stays usable beside it
        QTEST(int(dialog->acceptMode()), "accepts");
        QCOMPARE(dialog->nameFilters(), QStringList {u"Portfolios (*.json)"_s});
        QCOMPARE(dialog->directory().path(), folder.path());
        QVERIFY(dialog->testOption(QFileDialog::DontConfirmOverwrite)); // the form asks
        static_cast<QDialog *>(dialog)->accept();
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front(), QVariantList({u"field"_s, path}));
        QTRY_VERIFY(dialogs.current() == nullptr);
    }

    void cancellingChangesNothing()
    {
        PathChooser chooser {QString()};
        FileDialogs dialogs(chooser);
        QSignalSpy chosen(&chooser, &PathChooser::chosen);
        chooser.ask(u"field"_s, PathChooser::Open, u"File"_s, QString(), QString());
        dialogs.current()->reject();
        QVERIFY(chosen.isEmpty());
    }

    void theNextFieldTakesTheDialogOver()
    {
        PathChooser chooser {QString()};
        FileDialogs dialogs(chooser);
        chooser.ask(u"first"_s, PathChooser::Open, u"File"_s, QString(), QString());
        const QPointer<QFileDialog> first = dialogs.current();
        chooser.ask(u"second"_s, PathChooser::Open, u"File"_s, QString(), QString());
        QVERIFY(first.isNull() && dialogs.current() != nullptr);
    }
};

QTEST_MAIN(TestFileDialogs)
#include "tst_filedialogs.moc"
