// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagekit.h"

#include "faultyvfs.h"
#include "storage/sql/sqlstatement.h"
#include "testlib/testprogram.h"

#include <QtCore/QDir>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace storagekit;
using faultyvfs::Fault;

/// Disks that fail: no success is reported for what is not on the disk, nothing is half-booked, and it goes on
/// afterwards.
class TestDatabaseFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void aFailedSyncIsNoSuccessAndIsRepaired();
    void failingWritesBookNothing_data();
    void failingWritesBookNothing();
    void aDatabaseThatStaysBrokenIsNotWrittenTo();
    void aFullDiskRefusesAndGoesOnWhenThereIsRoom();
    void aFullDiskAtCreationLeavesNothing();
    void aWriterElsewhereIsWaitedForAndThenReported();
    void aForeignLockOnTheDatabaseIsReported();
};

namespace {

// Either the operation stands whole, or not at all; and the same id brings it to "booked" in the end.
void checkWholeOrNothing(Home &home, const monitor::OperationRequest &request)
{
    VALUE_OF(portfolio, home.store->loadPortfolio());
    const Decimal got = freeOf(portfolio, "b-ethusdt", "USDT");
    QVERIFY(got == amount("0") || got == amount("150"));
    QCOMPARE(portfolio.wallet("spot")->free("USDT"), amount("1000").minus(got).value());
    WORKS(home.store->book(request));
    VALUE_OF(after, home.store->loadPortfolio());
    QCOMPARE(freeOf(after, "b-ethusdt", "USDT"), amount("150"));
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

// A file system of its own with little room.
class SmallDisk
{
public:
    SmallDisk()
        : m_mounted(::mount("plimsoll", path().constData(), "tmpfs", 0, "size=512k") == 0)
    {
    }

    ~SmallDisk()
    {
        if (m_mounted) {
            ::umount2(path().constData(), MNT_DETACH);
        }
    }

    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isMounted() const { return m_mounted; }

    [[nodiscard]] QByteArray path() const { return QFile::encodeName(m_directory.path()); }

    // Leaves `spare` bytes.
    void fill(qsizetype spare) const
    {
        const int file = ::open((path() + "/ballast").constData(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
        const QByteArray block(1024, 'x');
        qsizetype written = 0;
        while (::write(file, block.constData(), 1024) == 1024) {
            written += 1024;
        }
        QCOMPARE(::ftruncate(file, written - spare), 0);
        ::close(file);
    }

    void empty() const { QVERIFY(QFile::remove(QFile::decodeName(path()) + u"/ballast"_s)); }

private:
    QTemporaryDir m_directory;
    bool m_mounted;
};

} // namespace

void TestDatabaseFaults::initTestCase()
{
    faultyvfs::install();
}

void TestDatabaseFaults::cleanup()
{
    faultyvfs::failFrom(Fault::None);
}

void TestDatabaseFaults::aFailedSyncIsNoSuccessAndIsRepaired()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const auto request = topUp("b-ethusdt", "150", "spot");

    faultyvfs::failFrom(Fault::Sync);
    const auto failed = store.book(request);
    const int injected = faultyvfs::injected();
    faultyvfs::failFrom(Fault::None);

    QVERIFY2(injected > 0, "no sync failed");
    REFUSES(failed, ErrorCode::InputOutput);
    checkWholeOrNothing(home, request);
}

void TestDatabaseFaults::failingWritesBookNothing_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("call");
    for (int call = 1; call <= 6; ++call) {
        QTest::addRow("write %d", call) << static_cast<int>(Fault::Write) << call;
        QTest::addRow("full %d", call) << static_cast<int>(Fault::DiskFull) << call;
    }
}

void TestDatabaseFaults::failingWritesBookNothing()
{
    QFETCH(int, fault);
    QFETCH(int, call);
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const auto request = topUp("b-ethusdt", "150", "spot");

    faultyvfs::failFrom(static_cast<Fault>(fault), call);
    const auto failed = store.book(request);
    const int injected = faultyvfs::injected();
    faultyvfs::failFrom(Fault::None);

    QVERIFY2(injected > 0, "no write failed");
    REFUSES(failed, static_cast<Fault>(fault) == Fault::Write ? ErrorCode::InputOutput : ErrorCode::CannotWrite);
    VALUE_OF(portfolio, store.loadPortfolio());
    QCOMPARE(portfolio, smallPortfolio());
    checkWholeOrNothing(home, request);
}

void TestDatabaseFaults::aDatabaseThatStaysBrokenIsNotWrittenTo()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    faultyvfs::failFrom(Fault::Sync);

    for (int i = 0; i < 3; ++i) {
        QVERIFY(!store.book(topUp("b-ethusdt", "150", "spot")));
    }

    QVERIFY(faultyvfs::injected() > 0);
    faultyvfs::failFrom(Fault::None);
    WORKS(store.book(topUp("b-ethusdt", "1", "spot")));
}

void TestDatabaseFaults::aFullDiskRefusesAndGoesOnWhenThereIsRoom()
{
    const SmallDisk disk;
    if (!disk.isMounted()) {
        QSKIP("needs the right to mount a file system; failingWritesBookNothing covers the same answers without it");
    }
    const QString directory = QFile::decodeName(disk.path()) + u"/data"_s;
    FakeClock clock;
    VALUE_OF(store, Storage::open(directory, clock));
    WORKS(store->importPortfolio(smallPortfolio()));
    disk.fill(4096);

    std::vector<monitor::OperationRequest> requests;
    Result<monitor::Receipt> last = monitor::Receipt {};
    for (int i = 0; i < 100 && last; ++i) {
        requests.push_back(topUp("b-ethusdt", "1", "spot"));
        last = store->book(requests.back());
    }

    QVERIFY2(!last, "the disk never became full");
    QVERIFY2(last.error().code == ErrorCode::CannotWrite || last.error().code == ErrorCode::InputOutput,
             last.error().message().c_str());
    disk.empty();
    WORKS(store->book(requests.back()));
    VALUE_OF(portfolio, store->loadPortfolio());
    QCOMPARE(freeOf(portfolio, "b-ethusdt", "USDT"), Decimal::fromInteger(std::ssize(requests)));
    VALUE_OF(findings, Storage::verify(directory));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestDatabaseFaults::aFullDiskAtCreationLeavesNothing()
{
    Home home;
    faultyvfs::failFrom(Fault::DiskFull, 10);

    const auto opened = home.tryOpen();

    QVERIFY(faultyvfs::injected() > 0);
    faultyvfs::failFrom(Fault::None);
    REFUSES(opened, ErrorCode::CannotWrite);
    QVERIFY(!QFile::exists(home.file()));
    QCOMPARE(QDir(home.path()).entryList(QDir::Files), QStringList {u"plimsoll.db.lock"_s});
    WORKS(home.tryOpen());
}

void TestDatabaseFaults::aWriterElsewhereIsWaitedForAndThenReported()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    const int lock = ::open(QFile::encodeName(home.file() + u".lock"_s).constData(), O_RDWR | O_CLOEXEC);
    QCOMPARE(::flock(lock, LOCK_EX), 0);

    REFUSES(store.book(topUp("b-ethusdt", "1")), ErrorCode::CannotWrite);
    VALUE_OF(portfolio, store.loadPortfolio()); // reading needs no lock

    ::close(lock);
    QCOMPARE(portfolio, smallPortfolio());
    WORKS(store.book(topUp("b-ethusdt", "1")));
}

void TestDatabaseFaults::aForeignLockOnTheDatabaseIsReported()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    {
        const storage::SqlConnection foreign(home.file(),
                                             storage::Access::ReadWrite); // a database tool, which knows no .lock
        storage::execute(foreign.database(), u"BEGIN IMMEDIATE");
        REFUSES(store.book(topUp("b-ethusdt", "1")), ErrorCode::CannotWrite);
        storage::execute(foreign.database(), u"ROLLBACK");
    }

    WORKS(store.book(topUp("b-ethusdt", "1")));
}

PLIMSOLL_TEST(TestDatabaseFaults)
#include "tst_databasefaults.moc"
