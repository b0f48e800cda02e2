// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/common/portfoliofiles.h"
#include "viewmodels/common/refusaltext.h"
#include "viewmodels/files/filesviewmodel.h"
#include "wire/portfoliofile.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::FilesViewModel;

namespace {

struct Desk {
    FakeMonitor world;
    FakeAlarmCommands commands;
    DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
    FilesViewModel dialog {{world, commands, world.stores, world.relay, world.clock, format}};
    QTemporaryDir folder;

    Desk()
    {
        world.stores.portfolio = referencePortfolio();
        world.evaluate();
    }

    QString path(const char *name) const { return folder.filePath(QLatin1String(name)); }

    QString write(const char *name, const std::string &bytes) const
    {
        QFile file(path(name));
        const bool opened = file.open(QIODevice::WriteOnly);
        Q_ASSERT(opened);
        file.write(bytes.data(), static_cast<qint64>(bytes.size()));
        return file.fileName();
    }
};

} // namespace

class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsBeforeItImports()
    {
        Desk desk;
        const QString file = desk.write("p.json", wire::writePortfolio(referencePortfolio()));
        desk.world.stores.portfolio = {};
        desk.world.evaluate();
        QSignalSpy done(&desk.dialog, &FilesViewModel::booked);
        desk.dialog.openImport();
        desk.dialog.setPath(file);
        QTRY_VERIFY(desk.dialog.ready());
        QVERIFY2(desk.dialog.previewTitle().startsWith(QLatin1Char('3')), qPrintable(desk.dialog.previewTitle()));
        QVERIFY2(desk.dialog.previewLines().at(2).contains(QStringLiteral("5 BCH; owes 800 USDT")),
                 qPrintable(desk.dialog.previewLines().at(2)));
        QVERIFY(desk.world.stores.portfolio.accounts.empty());
        desk.dialog.confirm();
        desk.dialog.confirm();
        QCOMPARE(done.size(), 1);
        QCOMPARE(desk.world.stores.portfolio.accounts.size(), 3U);
    }

    void namesThePlaceOfAnError()
    {
        Desk desk;
        std::string text = wire::writePortfolio(referencePortfolio());
        text.replace(text.find("\"1600\""), 6, "\"1e6\"");
        desk.dialog.openImport();
        desk.dialog.setPath(desk.write("bad.json", text));
        QTRY_VERIFY(!desk.dialog.problem().isEmpty());
        QVERIFY2(desk.dialog.problem().contains(QStringLiteral("accounts[0].balances[2].borrowed")),
                 qPrintable(desk.dialog.problem()));
        QVERIFY(!desk.dialog.ready());
    }

    void readsOnlyRegularFilesAndNeverWaits()
    {
        Desk desk;
        const QString pipe = desk.path("pipe.json");
        QCOMPARE(::mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
        QElapsedTimer timer;
        timer.start();
        for (const QString &path : {pipe, QStringLiteral("/dev/zero"), desk.folder.path(), desk.path("none.json")}) {
            const auto read = viewmodels::readRegularFile(path, 1024);
            QVERIFY2(!read, qPrintable(path));
            QCOMPARE(read.error().code, ErrorCode::CannotOpen);
        }
        QVERIFY(timer.elapsed() < 1000);
    }

    void refusesWhatIsTooLarge()
    {
        Desk desk;
        const QString file = desk.write("big.json", std::string(2048, ' '));
        QVERIFY(!viewmodels::readRegularFile(file, 2047));
        QVERIFY(viewmodels::readRegularFile(file, 2048).hasValue());
    }

    void exportsForItsOwnerOnlyAndAsksBeforeReplacing()
    {
        Desk desk;
        QSignalSpy done(&desk.dialog, &FilesViewModel::booked);
        desk.dialog.openExport();
        desk.dialog.setPath(desk.path("out.json"));
        desk.dialog.confirm();
        QTRY_COMPARE(done.size(), 1);
        QFile file(desk.path("out.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().toStdString(), wire::writePortfolio(referencePortfolio()));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());

        desk.world.stores.portfolio.wallets.clear();
        desk.dialog.openExport();
        desk.dialog.setPath(desk.path("out.json"));
        desk.dialog.confirm();
        QTRY_VERIFY(desk.dialog.asksOverwrite());
        QVERIFY(!desk.dialog.ready());
        desk.dialog.answerOverwrite(false);
        QCOMPARE(QFile(desk.path("out.json")).size(), file.size());
        desk.dialog.confirm();
        QTRY_VERIFY(desk.dialog.asksOverwrite());
        desk.dialog.answerOverwrite(true);
        QTRY_COMPARE(done.size(), 2);
        QVERIFY(QFile(desk.path("out.json")).size() < file.size());
    }

    void exportsWhereTheFileSystemKeepsNoPermissionsAndSaysSo()
    {
        Desk desk;
        const QString path = desk.path("out.json");
        const mode_t before = ::umask(022); // as a FAT folder shows its files
        const auto open = monitor::writePrivately(path, "x", [](QSaveFile &) {});
        const auto narrow = monitor::writePrivately(desk.path("own.json"), "x");
        ::umask(before);
        QVERIFY(open.hasValue() && *open == monitor::Privacy::AsTheFileSystemLikes);
        QVERIFY(narrow.hasValue() && *narrow == monitor::Privacy::OwnerOnly);
        QCOMPARE(QFile(path).size(), 1);
        QVERIFY(viewmodels::withPrivacy(QStringLiteral("Exported."), *open)
                    .contains(QStringLiteral("others may be able to read")));
        QCOMPARE(viewmodels::withPrivacy(QStringLiteral("Exported."), *narrow), QStringLiteral("Exported."));
    }

    void doesNotWriteThroughALink()
    {
        Desk desk;
        const QString target = desk.write("target", "precious");
        const QString link = desk.path("link.json");
        QVERIFY(QFile::link(target, link));
        QVERIFY(!viewmodels::writePrivateFile(link, "x", true));
        QCOMPARE(QFile(target).size(), 8);
    }

    void completesPaths()
    {
        Desk desk;
        desk.write("alpha.json", "{}");
        desk.write("alpha.txt", "");
        const QStringList found = viewmodels::pathCompletions(desk.path("al"), 5);
        QCOMPARE(found, QStringList(desk.path("alpha.json")));
        QVERIFY(viewmodels::expandedPath(QStringLiteral("~/x")).endsWith(QStringLiteral("/x")));
        QVERIFY(!viewmodels::expandedPath(QStringLiteral("~/x")).startsWith(QLatin1Char('~')));
    }
};

PLIMSOLL_TEST(TestFiles)
#include "tst_files.moc"
