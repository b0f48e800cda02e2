// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagekit.h"

#include "storage/sql/sqlstatement.h"
#include "testlib/testprogram.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>

#include <sys/mount.h>
#include <unistd.h>

using namespace storagekit;

/// Opening: what is created, with which modes, and what is refused with the file left as it was.
class TestDatabaseOpen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsPrivateFilesUnderAnOpenUmask();
    void narrowsAFileThatOthersCouldRead();
    void keepsTheSafetySwitches();
    void refusesANewerDatabase();
    void refusesANewerVersionThatIsOnlyInTheLog();
    void refusesDamage_data();
    void refusesDamage();
    void refusesADatabaseOfAnotherProgram();
    void refusesALogWithoutItsDatabase();
    void clearsAwayAnUnfinishedCreation();
    void opensAgainAfterAKillWithItsLog();
    void refusesAReadOnlyFolder();
    void refusesToWriteToAReplacedFile();
    void leavesNoLogBehind();
};

namespace {

QByteArray goodDatabase(Home &home)
{
    home.openWith(smallPortfolio());
    home.close();
    return bytesOf(home.file());
}

void setVersion(const QString &file, int version)
{
    const storage::SqlConnection connection(file, storage::Access::ReadWrite);
    storage::execute(connection.database(), u"PRAGMA user_version="_s + QString::number(version));
}

} // namespace

void TestDatabaseOpen::createsPrivateFilesUnderAnOpenUmask()
{
    const mode_t before = ::umask(0);
    Home home;
    home.openWith(smallPortfolio());
    const QStringList names = QDir(home.path()).entryList(QDir::Files);
    ::umask(before);

    QCOMPARE(modeOf(home.path()), mode_t {0700});
    QVERIFY2(names.contains(u"plimsoll.db-wal"_s),
             "the log must be there while open, or this test looks at too little");
    for (const QString &name : names) {
        QVERIFY2(modeOf(home.path() + u'/' + name) == 0600, qPrintable(name));
    }
}

void TestDatabaseOpen::narrowsAFileThatOthersCouldRead()
{
    Home home;
    goodDatabase(home);
    QCOMPARE(::chmod(QFile::encodeName(home.file()).constData(), 0644), 0);

    home.open();

    QCOMPARE(modeOf(home.file()), mode_t {0600});
}

void TestDatabaseOpen::keepsTheSafetySwitches()
{
    Home home;
    VALUE_OF(database, storage::Database::open(home.file()));

    const auto pragma = [&](const char *name) {
        return storage::queryText(database->connection(), u"PRAGMA "_s + QLatin1String(name));
    };
    QCOMPARE(pragma("journal_mode"), u"wal"_s);
    QCOMPARE(pragma("synchronous"), u"2"_s);
    QCOMPARE(pragma("foreign_keys"), u"1"_s);
    QCOMPARE(pragma("trusted_schema"), u"0"_s);
    QCOMPARE(pragma("cell_size_check"), u"1"_s);
    QCOMPARE(pragma("mmap_size"), u"0"_s);
    QCOMPARE(pragma("application_id"), QString::number(storage::kApplicationId));
    QVERIFY(storage::queryInteger(database->connection(), u"PRAGMA wal_autocheckpoint") > 0);
}

void TestDatabaseOpen::refusesANewerDatabase()
{
    Home home;
    goodDatabase(home);
    setVersion(home.file(), 9999);
    const QByteArray before = bytesOf(home.file());

    REFUSES(home.tryOpen(), ErrorCode::DatabaseIsNewer);
    REFUSES(Storage::verify(home.path()), ErrorCode::DatabaseIsNewer);

    QCOMPARE(bytesOf(home.file()), before);
}

void TestDatabaseOpen::refusesANewerVersionThatIsOnlyInTheLog()
{
    Home home;
    goodDatabase(home);
    const QByteArray before = bytesOf(home.file());
    {
        storage::SqlConnection connection(home.file(), storage::Access::ReadWrite);
        storage::execute(connection.database(), u"PRAGMA user_version=9999");
        connection.leaveLogOnClose();
    }
    QCOMPARE(bytesOf(home.file()), before); // else the version is not only in the log
    const QByteArray log = bytesOf(home.file() + u"-wal"_s);
    QVERIFY(!log.isEmpty());

    REFUSES(home.tryOpen(), ErrorCode::DatabaseIsNewer);

    QCOMPARE(bytesOf(home.file()), before);
    QCOMPARE(bytesOf(home.file() + u"-wal"_s), log);
}

void TestDatabaseOpen::refusesDamage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    Home home;
    const QByteArray good = goodDatabase(home);
    QTest::newRow("empty file") << QByteArray();
    QTest::newRow("garbage") << QByteArray(8192, 'x');
    QTest::newRow("short garbage") << QByteArray("hello");
    QTest::newRow("half a header") << good.left(50);
    QTest::newRow("one page of many") << good.left(4096);
    QTest::newRow("cut in a page") << good.left(good.size() - 100);
    QTest::newRow("last page missing") << good.left(good.size() - 4096);
    QByteArray zeroPage = good;
    zeroPage.replace(2 * 4096, 4096, QByteArray(4096, '\0'));
    QTest::newRow("a page of zeros") << zeroPage;
    QByteArray pageSize = good;
    pageSize[16] = 3;
    QTest::newRow("impossible page size") << pageSize;
}

void TestDatabaseOpen::refusesDamage()
{
    QFETCH(QByteArray, bytes);
    Home home;
    QVERIFY(QDir().mkpath(home.path()));
    writeBytes(home.file(), bytes);

    REFUSES(home.tryOpen(), ErrorCode::DatabaseIsBroken);
    VALUE_OF(findings, Storage::verify(home.path()));

    QVERIFY(!findings.isEmpty());
    QCOMPARE(bytesOf(home.file()), bytes);
}

void TestDatabaseOpen::refusesADatabaseOfAnotherProgram()
{
    Home home;
    QVERIFY(QDir().mkpath(home.path()));
    writeBytes(home.file(), {});
    {
        const storage::SqlConnection connection(home.file(), storage::Access::ReadWrite);
        storage::execute(connection.database(), u"CREATE TABLE song (title TEXT)");
    }
    const QByteArray before = bytesOf(home.file());

    REFUSES(home.tryOpen(), ErrorCode::DatabaseIsBroken);

    QCOMPARE(bytesOf(home.file()), before);
}

void TestDatabaseOpen::refusesALogWithoutItsDatabase()
{
    Home home;
    QVERIFY(QDir().mkpath(home.path()));
    writeBytes(home.file() + u"-wal"_s, "bookings that were not folded in");

    REFUSES(home.tryOpen(), ErrorCode::DatabaseIsBroken);

    QVERIFY(!QFile::exists(home.file()));
    QCOMPARE(bytesOf(home.file() + u"-wal"_s), QByteArray("bookings that were not folded in"));
}

void TestDatabaseOpen::clearsAwayAnUnfinishedCreation()
{
    Home home;
    QVERIFY(QDir().mkpath(home.path()));
    writeBytes(home.file() + u".new"_s, "half a database");
    writeBytes(home.file() + u".new-journal"_s, "half a journal");

    WORKS(home.tryOpen());

    QVERIFY(!QFile::exists(home.file() + u".new"_s));
    QVERIFY(!QFile::exists(home.file() + u".new-journal"_s));
}

void TestDatabaseOpen::opensAgainAfterAKillWithItsLog()
{
    Home home;
    home.openWith(smallPortfolio());
    Home copy; // what a kill leaves: the file and its log as they stand while open
    QVERIFY(QDir().mkpath(copy.path()));
    writeBytes(copy.file(), bytesOf(home.file()));
    writeBytes(copy.file() + u"-wal"_s, bytesOf(home.file() + u"-wal"_s));

    VALUE_OF(portfolio, copy.open().loadPortfolio());

    QCOMPARE(portfolio.accounts.size(), std::size_t {1});
}

void TestDatabaseOpen::refusesAReadOnlyFolder()
{
    Home home;
    goodDatabase(home);
    const QByteArray path = QFile::encodeName(home.path());
    const bool isRoot = ::geteuid() == 0;
    if (isRoot) { // root ignores modes: mount the folder read-only over itself
        QCOMPARE(::mount(path.constData(), path.constData(), nullptr, MS_BIND, nullptr), 0);
        QCOMPARE(::mount(nullptr, path.constData(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr), 0);
    } else {
        QCOMPARE(::chmod(path.constData(), 0500), 0);
        QCOMPARE(::chmod(QFile::encodeName(home.file()).constData(), 0400), 0);
    }
    const bool injected = ::access(path.constData(), W_OK) != 0;

    const auto opened = home.tryOpen();

    if (isRoot) {
        QCOMPARE(::umount(path.constData()), 0);
    } else {
        ::chmod(path.constData(), 0700);
    }
    QVERIFY2(injected, "the folder was still writable");
    QVERIFY(!opened.hasValue());
    QVERIFY2(opened.error().code == ErrorCode::CannotOpen || opened.error().code == ErrorCode::CannotWrite,
             opened.error().message().c_str());
}

void TestDatabaseOpen::refusesToWriteToAReplacedFile()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    QVERIFY(QFile::rename(home.file(), home.file() + u".moved"_s));

    REFUSES(store.book(topUp("b-ethusdt", "1")), ErrorCode::CannotWrite);
}

void TestDatabaseOpen::leavesNoLogBehind()
{
    Home home;
    goodDatabase(home);

    QVERIFY(!QFile::exists(home.file() + u"-wal"_s));
    QVERIFY(!QFile::exists(home.file() + u"-shm"_s));
}

PLIMSOLL_TEST(TestDatabaseOpen)
#include "tst_databaseopen.moc"
