// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmkit.h"

#include "storage/sql/sqlscript.h"
#include "storage/sql/sqlstatement.h"
#include "testlib/testprogram.h"

#include <QtCore/QDir>

#include <array>
#include <map>
#include <utility>

using namespace alarmkit;

/// Databases that earlier versions wrote, opened by this one: everything is still there, and the schema is that of a
/// fresh one.
class TestUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionOneKeepsItsMoneyAndHistory();
    void versionTwoKeepsItsAlarmsAndForgetsNothing();
    void anOldDatabaseIsWhatItsFolderSays_data();
    void anOldDatabaseIsWhatItsFolderSays();
    void everyVersionBecomesTheNewestSchema_data();
    void everyVersionBecomesTheNewestSchema();
    void balancesAreFilledFromTheJournal_data();
    void balancesAreFilledFromTheJournal();
    void aJournalThatDoesNotAddUpIsNotUpgraded();
    void versionTenSealsUpToWhenDebtsWereCharged();
    void coarserLevelsAreFilledFromFinerOnes_data();
    void coarserLevelsAreFilledFromFinerOnes();
    void versionOneIsBackedUp();
    void versionOneIsVerifiedAsItIs();
    void aKilledUpgradeIsRepeated();
};

namespace {

// versionN.sql beside this test as a file of its own.
void buildVersion(int version, const QString &folder)
{
    const QString scripts = qEnvironmentVariable("PLIMSOLL_VERSIONS");
    QVERIFY2(!scripts.isEmpty(), "PLIMSOLL_VERSIONS must name the folder of version1.sql");
    VALUE_OF(statements, storage::statementsOf(bytesOf(scripts + u"/version%1.sql"_s.arg(version))));
    QVERIFY(statements.size() > 60);
    QVERIFY(QDir().mkpath(folder));
    writeBytes(Storage::databasePath(folder), {});
    const storage::SqlConnection connection(Storage::databasePath(folder), storage::Access::ReadWrite);
    for (const QString &statement : statements) {
        storage::execute(connection.database(), statement);
    }
    QCOMPARE(storage::queryInteger(connection.database(), u"PRAGMA user_version"), version);
}

void buildVersionOne(Home &home)
{
    buildVersion(1, home.path());
}

QString schemaOf(const QString &file)
{
    const storage::SqlConnection connection(file, storage::Access::ReadOnly);
    return storage::schemaDump(connection.database());
}

} // namespace

void TestUpgrade::versionOneKeepsItsMoneyAndHistory()
{
    Home home;
    buildVersionOne(home);

    home.open();

    QCOMPARE(home.store->migration().outcome, storage::MigrationOutcome::Migrated);
    QCOMPARE(home.store->migration().from, 1);
    VALUE_OF(portfolio, home.store->loadPortfolio());
    QCOMPARE(portfolio.accounts.size(), std::size_t {4});
    QCOMPARE(portfolio.account("c-ltc")->name, std::string("O'Brien; \"<b>\" 币安"));
    QCOMPARE(freeOf(portfolio, "b-bchusdt", "USDT"), amount("150"));
    QCOMPARE(freeOf(portfolio, "a-cross", "ETH"), amount("5.00000001"));
    QCOMPARE(portfolio.account("b-bchusdt")->contributed, std::optional(amount("350")));
    QCOMPARE(portfolio.wallet("spot")->free("USDT"), amount("850"));
    VALUE_OF(journal, home.store->journal({}));
    QCOMPARE(journal.size(), std::size_t {12});
    QCOMPARE(journal[10].note, std::string("it's; here"));
    VALUE_OF(statuses, home.store->statusHistory({}, 0));
    QCOMPARE(statuses.size(), std::size_t {7});
    VALUE_OF(levels, home.store->levelHistory("a-cross", 0, INT64_MAX / 2, 1'000));
    QVERIFY(!levels.empty());
    VALUE_OF(track, home.store->levelTrack("a-cross", 0, INT64_MAX / 2));
    QCOMPARE(track.stretches(0, INT64_MAX / 2).size(), std::size_t {1}); // what was recorded is still drawn
    VALUE_OF(settings, home.store->settings());
    QCOMPARE(settings.value(u"theme"_s), u"dark"_s);
    VALUE_OF(alarms, home.store->loadAlarms());
    QVERIFY(alarms.states.empty() && alarms.rules.empty());

    VALUE_OF(again,
             home.store->book({"11111111-2222-4333-8444-555555555555", "b-bchusdt",
                               monitor::TopUp {"USDT", amount("150"), "spot"}, "it's; here", nullptr}));
    QVERIFY(again.alreadyBooked);
    WORKS(home.store->book(topUp("b-bchusdt", "1", "spot")));
    WORKS(home.store->recordAlarms(raise({"b-bchusdt", Condition::Call, {}}, 1)));
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestUpgrade::versionTwoKeepsItsAlarmsAndForgetsNothing()
{
    Home home;
    buildVersion(2, home.path());
    home.open();
    home.clock.wall = 3'000'000'000'000; // far ahead, for three hours
    for (int i = 0; i < 3; ++i) {
        home.clock.boot += 3'600'000;
        WORKS(home.store->appendHistory({}));
    }

    VALUE_OF(events, home.store->alarmHistory({}));
    QCOMPARE(events.size(), std::size_t {1});
    VALUE_OF(alarms, home.store->loadAlarms());
    QCOMPARE(alarms.rules.size(), std::size_t {1});
    VALUE_OF(levels, home.store->levelHistory("a-cross", 0, INT64_MAX / 2, 1'000));
    QVERIFY(!levels.empty());
    VALUE_OF(journal, home.store->journal({}));
    QCOMPARE(journal.size(), std::size_t {12});
    WORKS(home.store->book(topUp("b-bchusdt", "1", "spot")));
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestUpgrade::anOldDatabaseIsWhatItsFolderSays_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<bool>("isExample");
    QTest::newRow("a person's") << u"plimsoll"_s << false;
    QTest::newRow("the example's") << u"plimsoll-example"_s << true;
}

void TestUpgrade::anOldDatabaseIsWhatItsFolderSays()
{
    QFETCH(QString, folder);
    QFETCH(bool, isExample);
    const QTemporaryDir parent;
    const QString path = parent.filePath(folder);
    buildVersion(2, path);
    const QByteArray before = bytesOf(Storage::databasePath(path));
    FakeClock clock;
    const storage::OpenRules right {isExample ? storage::Purpose::Example : storage::Purpose::Real, true};
    const storage::OpenRules wrong {isExample ? storage::Purpose::Real : storage::Purpose::Example, true};

    REFUSES(Storage::open(path, clock, wrong), ErrorCode::CannotOpen);
    QCOMPARE(bytesOf(Storage::databasePath(path)), before);
    WORKS(Storage::open(path, clock, right));
    REFUSES(Storage::open(path, clock, wrong), ErrorCode::CannotOpen);
    QVERIFY(QDir().rename(path, parent.filePath(u"elsewhere"_s))); // from here on the database says it itself
    WORKS(Storage::open(parent.filePath(u"elsewhere"_s), clock, right));
    REFUSES(Storage::open(parent.filePath(u"elsewhere"_s), clock, wrong), ErrorCode::CannotOpen);
}

void TestUpgrade::everyVersionBecomesTheNewestSchema_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("1") << 1;
    QTest::newRow("2") << 2;
    QTest::newRow("7") << 7;
    QTest::newRow("10") << 10;
}

void TestUpgrade::everyVersionBecomesTheNewestSchema()
{
    QFETCH(int, version);
    Home old;
    buildVersion(version, old.path());
    old.open();
    old.close();
    Home fresh;
    fresh.open();
    fresh.close();

    QCOMPARE(schemaOf(old.file()), schemaOf(fresh.file()));
}

void TestUpgrade::balancesAreFilledFromTheJournal_data()
{
    everyVersionBecomesTheNewestSchema_data();
}

void TestUpgrade::balancesAreFilledFromTheJournal()
{
    QFETCH(int, version);
    Home home;
    buildVersion(version, home.path());
    home.open();
    home.close();

    const storage::SqlConnection connection(home.file(), storage::Access::ReadWrite);
    const QSqlDatabase database = connection.database();
    std::map<std::pair<std::int64_t, QString>, margin::Int128> free; // units of 10^-18
    storage::SqlStatement rows(database, u"SELECT holder, asset, change FROM ledger_row WHERE field = 'free'");
    while (rows.next()) {
        free[{rows.integer(0), rows.text(1)}] += rows.decimal(2).mantissa();
    }
    storage::SqlStatement kept(database, u"SELECT holder, asset, free FROM balance");
    int count = 0;
    while (kept.next()) {
        const Decimal sum = Decimal::fromMantissa(free[{kept.integer(0), kept.text(1)}]);
        QCOMPARE(kept.utf8(2), sum.toString());
        ++count;
    }
    QCOMPARE(count, storage::queryInteger(database, u"SELECT count(*) FROM holder_asset"));
    QCOMPARE(storage::queryInteger(database, u"SELECT count(*) FROM balance_repair"), 0);
    if (version == 7) { // beyond what binary floating point holds
        QCOMPARE(storage::queryText(database, u"SELECT free FROM balance WHERE holder = 1 AND asset = 'ETH'"),
                 u"5.000000010000000001"_s);
    }
}

void TestUpgrade::aJournalThatDoesNotAddUpIsNotUpgraded()
{
    Home home;
    buildVersion(7, home.path());
    {
        const storage::SqlConnection connection(home.file(), storage::Access::ReadWrite);
        storage::execute(connection.database(),
                         u"INSERT INTO ledger_row (operation, holder, kind, asset, field, change) "
                         "VALUES (9, 1, 'top_up', 'BTC', 'free', '-5')");
    }

    REFUSES(home.tryOpen(), ErrorCode::DatabaseIsBroken);

    const storage::SqlConnection connection(home.file(), storage::Access::ReadWrite);
    QCOMPARE(storage::queryInteger(connection.database(), u"PRAGMA user_version"), 7);
}

// a-cross lists an asset that was never looked at: its runs are complete with the next look.
void TestUpgrade::versionTenSealsUpToWhenDebtsWereCharged()
{
    constexpr std::int64_t kCharged = 1'795'886'991'217; // in version10.sql
    const auto charged = [](const QString &file, const char *account) {
        const storage::SqlConnection connection(file, storage::Access::ReadOnly);
        return storage::queryInteger(connection.database(), u"SELECT charged FROM holder WHERE id = ?",
                                     {QLatin1String(account)});
    };
    Home home;
    buildVersion(10, home.path());
    home.clock.wall = kCharged + 24 * 3'600'000;
    home.open();

    VALUE_OF(upgraded, Storage::verify(home.path()));
    QVERIFY2(upgraded.isEmpty(), qPrintable(upgraded.join(u'\n')));
    QCOMPARE(charged(home.file(), "a-cross"), 0);
    QCOMPARE(charged(home.file(), "b-ethusdt"), 1);
    QCOMPARE(charged(home.file(), "spot"), 0);
    VALUE_OF(booked, home.store->accrueInterest(home.clock.wall));
    QCOMPARE(booked, 2);
    QCOMPARE(charged(home.file(), "a-cross"), 1);
    VALUE_OF(portfolio, home.store->loadPortfolio());
    QCOMPARE(portfolio.account("a-cross")->balance("USDT")->interest, amount("0.12")); // 24 h on what stood
    QCOMPARE(portfolio.account("b-ethusdt")->balance("USDT")->interest, amount("0.74"));
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestUpgrade::coarserLevelsAreFilledFromFinerOnes_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("1") << 1;
    QTest::newRow("2") << 2;
}

void TestUpgrade::coarserLevelsAreFilledFromFinerOnes()
{
    QFETCH(int, version);
    constexpr std::array<std::pair<std::int64_t, std::int64_t>, 3> kWidths {
        {{60'000, 600'000}, {3'600'000, 21'600'000}, {3'600'000, 86'400'000}}};
    Home home;
    buildVersion(version, home.path());
    home.open();

    for (const auto &[finer, coarser] : kWidths) {
        VALUE_OF(expected, home.store->levelTrack("a-cross", 0, INT64_MAX / 2, finer));
        VALUE_OF(filled, home.store->levelTrack("a-cross", 0, INT64_MAX / 2, coarser));
        expected.coarsen(coarser);
        QVERIFY(!filled.isEmpty());
        QVERIFY(filled.stretches(0, INT64_MAX / 2) == expected.stretches(0, INT64_MAX / 2));
    }
}

void TestUpgrade::versionOneIsBackedUp()
{
    Home home;
    buildVersionOne(home);
    const QString before = schemaOf(home.file());
    home.open();

    const QDir backups(home.path() + u"/backups"_s);
    const QStringList names = backups.entryList(QDir::Files);

    QCOMPARE(names.size(), 1);
    const storage::SqlConnection copy(backups.filePath(names.first()), storage::Access::ReadOnly);
    QCOMPARE(storage::queryInteger(copy.database(), u"PRAGMA user_version"), 1);
    QCOMPARE(storage::schemaDump(copy.database()), before);
    QCOMPARE(storage::queryInteger(copy.database(), u"SELECT count(*) FROM ledger_row"), 12);
}

void TestUpgrade::versionOneIsVerifiedAsItIs()
{
    Home home;
    buildVersionOne(home);
    const QByteArray before = bytesOf(home.file());

    VALUE_OF(findings, Storage::verify(home.path()));

    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
    QCOMPARE(bytesOf(home.file()), before);
    {
        const storage::SqlConnection connection(home.file(), storage::Access::ReadWrite);
        storage::execute(connection.database(), u"UPDATE holder SET seal = 'x'");
    }
    VALUE_OF(damaged, Storage::verify(home.path()));
    QVERIFY(!damaged.isEmpty());
}

// What a kill in the middle of the step leaves behind is the old version with a log that was not committed: the step is
// done anew.
void TestUpgrade::aKilledUpgradeIsRepeated()
{
    Home home;
    buildVersionOne(home);
    Home copy;
    QVERIFY(QDir().mkpath(copy.path()));
    {
        storage::SqlConnection connection(home.file(), storage::Access::ReadWrite);
        storage::queryText(connection.database(), u"PRAGMA journal_mode=WAL");
        storage::execute(connection.database(),
                         u"PRAGMA cache_size=1"); // so that the log holds pages before the commit
        storage::execute(connection.database(), u"BEGIN IMMEDIATE");
        VALUE_OF(statements, storage::statementsOf(storage::embeddedMigrations()[1].script));
        for (const QString &statement : statements) {
            storage::execute(connection.database(), statement);
        }
        writeBytes(copy.file(), bytesOf(home.file()));
        writeBytes(copy.file() + u"-wal"_s, bytesOf(home.file() + u"-wal"_s));
        storage::execute(connection.database(), u"ROLLBACK");
    }
    QVERIFY2(QFile(copy.file() + u"-wal"_s).size() > 0, "the log is empty: nothing was interrupted");

    VALUE_OF(portfolio, copy.open().loadPortfolio());

    QCOMPARE(copy.store->migration().from, 1);
    QCOMPARE(portfolio.accounts.size(), std::size_t {4});
    VALUE_OF(findings, Storage::verify(copy.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

PLIMSOLL_TEST(TestUpgrade)
#include "tst_upgrade.moc"
