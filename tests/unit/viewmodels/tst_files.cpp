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

struct Bench {
    FakeMonitor world;
    FakeAlarmCommands commands;
    DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
    FilesViewModel dialog {{world, commands, world.stores, world.relay, world.clock, format}};
    QTemporaryDir folder;

    Bench()
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
        Bench bench;
        const QString file = bench.write("p.json", wire::writePortfolio(referencePortfolio()));
        bench.world.stores.portfolio = {};
        bench.world.evaluate();
        QSignalSpy done(&bench.dialog, &FilesViewModel::booked);
        bench.dialog.openImport();
        bench.dialog.setPath(file);
        QTRY_VERIFY(bench.dialog.ready());
        QVERIFY2(bench.dialog.previewTitle().startsWith(QLatin1Char('3')), qPrintable(bench.dialog.previewTitle()));
        QVERIFY2(bench.dialog.previewLines().at(2).contains(QStringLiteral("5 BCH; owes 800 USDT")),
                 qPrintable(bench.dialog.previewLines().at(2)));
        QVERIFY(bench.world.stores.portfolio.accounts.empty());
        bench.dialog.confirm();
        bench.dialog.confirm();
        QCOMPARE(done.size(), 1);
        QCOMPARE(bench.world.stores.portfolio.accounts.size(), 3U);
    }

    void namesThePlaceOfAnError()
    {
        Bench bench;
        std::string text = wire::writePortfolio(referencePortfolio());
        text.replace(text.find("\"1600\""), 6, "\"1e6\"");
        bench.dialog.openImport();
        bench.dialog.setPath(bench.write("bad.json", text));
        QTRY_VERIFY(!bench.dialog.problem().isEmpty());
        QVERIFY2(bench.dialog.problem().contains(QStringLiteral("accounts[0].balances[2].borrowed")),
                 qPrintable(bench.dialog.problem()));
        QVERIFY(!bench.dialog.ready());
    }

    void readsOnlyRegularFilesAndNeverWaits()
    {
        Bench bench;
        const QString pipe = bench.path("pipe.json");
        QCOMPARE(::mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
        QElapsedTimer timer;
        timer.start();
        for (const QString &path : {pipe, QStringLiteral("/dev/zero"), bench.folder.path(), bench.path("none.json")}) {
            const auto read = viewmodels::readRegularFile(path, 1024);
            QVERIFY2(!read, qPrintable(path));
            QCOMPARE(read.error().code, ErrorCode::CannotOpen);
        }
        QVERIFY(timer.elapsed() < 1000);
    }

    void refusesWhatIsTooLarge()
    {
        Bench bench;
        const QString file = bench.write("big.json", std::string(2048, ' '));
        QVERIFY(!viewmodels::readRegularFile(file, 2047));
        QVERIFY(viewmodels::readRegularFile(file, 2048).hasValue());
    }

    void exportsForItsOwnerOnlyAndAsksBeforeReplacing()
    {
        Bench bench;
        QSignalSpy done(&bench.dialog, &FilesViewModel::booked);
        bench.dialog.openExport();
        bench.dialog.setPath(bench.path("out.json"));
        bench.dialog.confirm();
        QTRY_COMPARE(done.size(), 1);
        QFile file(bench.path("out.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().toStdString(), wire::writePortfolio(referencePortfolio()));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());

        bench.world.stores.portfolio.wallets.clear();
        bench.dialog.openExport();
        bench.dialog.setPath(bench.path("out.json"));
        bench.dialog.confirm();
        QTRY_VERIFY(bench.dialog.asksOverwrite());
        QVERIFY(!bench.dialog.ready());
        bench.dialog.answerOverwrite(false);
        QCOMPARE(QFile(bench.path("out.json")).size(), file.size());
        bench.dialog.confirm();
        QTRY_VERIFY(bench.dialog.asksOverwrite());
        bench.dialog.answerOverwrite(true);
        QTRY_COMPARE(done.size(), 2);
        QVERIFY(QFile(bench.path("out.json")).size() < file.size());
    }

    void exportsWhereTheFileSystemKeepsNoPermissionsAndSaysSo()
    {
        Bench bench;
        const QString path = bench.path("out.json");
        const mode_t before = ::umask(022); // as a FAT folder shows its files
        const auto open = monitor::writePrivately(path, "x", [](QSaveFile &) {});
        const auto narrow = monitor::writePrivately(bench.path("own.json"), "x");
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
        Bench bench;
        const QString target = bench.write("target", "precious");
        const QString link = bench.path("link.json");
        QVERIFY(QFile::link(target, link));
        QVERIFY(!viewmodels::writePrivateFile(link, "x", true));
        QCOMPARE(QFile(target).size(), 8);
    }

    void completesPaths()
    {
        Bench bench;
        bench.write("alpha.json", "{}");
        bench.write("alpha.txt", "");
        const QStringList found = viewmodels::pathCompletions(bench.path("al"), 5);
        QCOMPARE(found, QStringList(bench.path("alpha.json")));
        QVERIFY(viewmodels::expandedPath(QStringLiteral("~/x")).endsWith(QStringLiteral("/x")));
        QVERIFY(!viewmodels::expandedPath(QStringLiteral("~/x")).startsWith(QLatin1Char('~')));
    }
};

PLIMSOLL_TEST(TestFiles)
#include "tst_files.moc"
