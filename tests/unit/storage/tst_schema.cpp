// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagekit.h"

#include "storage/sql/sqlscript.h"
#include "storage/sql/sqlstatement.h"
#include "testlib/testprogram.h"

#include <QtCore/QDir>

using namespace storagekit;
using storage::Migration;
using storage::MigrationOutcome;

/// Migrations: every outcome, each built from its pre-condition, and the schema as it is written down.
class TestSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemaFileIsNotStale(); // first: a stale one lets every other test fail
    void createsFresh();
    void findsItCurrent();
    void migratesAfterABackup();
    void migratedEqualsFresh();
    void failingStepLeavesVersionAndData();
    void doesNothingWhereTheBackupFails();
    void refusesANewerVersion();
    void refusesInvalidScripts_data();
    void refusesInvalidScripts();
    void stepsAreContiguousAndSayWhy();
    void splitsScriptsAtWholeStatements();
    void journalRefusesChanges_data();
    void journalRefusesChanges();
};

namespace {

std::vector<Migration> withSecondStep(
    const char *script = "-- Why: a test.\nCREATE TABLE extra (x TEXT) STRICT;\n"
                         "CREATE TRIGGER extra_t AFTER INSERT ON extra BEGIN UPDATE extra SET x = ';'; END;")
{
    std::vector<Migration> steps = storage::embeddedMigrations();
    const int next = steps.back().version + 1;
    steps.push_back({next, u"extra.sql"_s, script});
    return steps;
}

// A connection on an empty file, to run the migrator without the checks of Database.
class Bare
{
public:
    Bare()
    {
        const QString path = m_directory.filePath(u"bare.db"_s);
        writeBytes(path, {});
        m_connection.emplace(path, storage::Access::ReadWrite);
    }

    storage::MigrationReport migrate(const std::vector<Migration> &steps, const Result<Done> &backup = Done {})
    {
        return storage::SchemaMigrator(database(), steps).migrate([&](int version) {
            backedUp = version;
            return backup;
        });
    }

    [[nodiscard]] QSqlDatabase database() const { return m_connection->database(); }

    [[nodiscard]] std::int64_t version() const { return storage::queryInteger(database(), u"PRAGMA user_version"); }

    int backedUp = -1;

private:
    QTemporaryDir m_directory;
    std::optional<storage::SqlConnection> m_connection;
};

} // namespace

void TestSchema::createsFresh()
{
    Home home;
    VALUE_OF(database, storage::Database::open(home.file()));

    QCOMPARE(database->migration().outcome, MigrationOutcome::CreatedFresh);
    QCOMPARE(database->migration().to, storage::embeddedMigrations().back().version);
}

void TestSchema::findsItCurrent()
{
    Home home;
    home.open();
    home.close();
    VALUE_OF(database, storage::Database::open(home.file()));

    QCOMPARE(database->migration().outcome, MigrationOutcome::AlreadyCurrent);
}

void TestSchema::migratesAfterABackup()
{
    Home home;
    home.openWith(smallPortfolio());
    home.close();

    VALUE_OF(database, storage::Database::open(home.file(), withSecondStep()));

    QCOMPARE(database->migration().outcome, MigrationOutcome::Migrated);
    const QDir backups(home.path() + u"/backups"_s);
    const QStringList names = backups.entryList(QDir::Files);
    QCOMPARE(names.size(), 1);
    QCOMPARE(modeOf(backups.filePath(names.first())), mode_t {0600});
    QCOMPARE(modeOf(backups.path()), mode_t {0700});
    Home restored;
    QVERIFY(QDir().mkpath(restored.path()));
    QVERIFY(QFile::copy(backups.filePath(names.first()), restored.file()));
    VALUE_OF(portfolio, restored.open().loadPortfolio());
    QCOMPARE(portfolio, smallPortfolio());
}

void TestSchema::migratedEqualsFresh()
{
    Bare fresh;
    QCOMPARE(fresh.migrate(withSecondStep()).outcome, MigrationOutcome::CreatedFresh);
    Bare old;
    QCOMPARE(old.migrate(storage::embeddedMigrations()).outcome, MigrationOutcome::CreatedFresh);
    QCOMPARE(old.migrate(withSecondStep()).outcome, MigrationOutcome::Migrated);

    QCOMPARE(storage::schemaDump(old.database()), storage::schemaDump(fresh.database()));
    QCOMPARE(old.version(), fresh.version());
    QVERIFY(storage::schemaDump(fresh.database()).contains(u"extra_t"_s));
}

void TestSchema::failingStepLeavesVersionAndData()
{
    Bare bare;
    bare.migrate(storage::embeddedMigrations());
    storage::execute(bare.database(), u"INSERT INTO setting (key, value) VALUES ('k', 'v')");
    const auto version = bare.version();
    const QString schema = storage::schemaDump(bare.database());

    const auto report = bare.migrate(
        withSecondStep("CREATE TABLE extra (x TEXT); DELETE FROM setting; INSERT INTO nowhere VALUES (1);"));

    QCOMPARE(report.outcome, MigrationOutcome::StepFailed);
    QCOMPARE(bare.version(), version);
    QCOMPARE(storage::schemaDump(bare.database()), schema);
    QCOMPARE(storage::queryText(bare.database(), u"SELECT value FROM setting"), u"v"_s);
}

void TestSchema::doesNothingWhereTheBackupFails()
{
    Bare bare;
    bare.migrate(storage::embeddedMigrations());
    const auto version = bare.version();

    const auto report = bare.migrate(withSecondStep(), plimsoll::Error {ErrorCode::CannotWrite, "backup", "no room"});

    QCOMPARE(report.outcome, MigrationOutcome::StepFailed);
    QCOMPARE(report.error.code, ErrorCode::CannotWrite);
    QCOMPARE(bare.backedUp, static_cast<int>(version));
    QCOMPARE(bare.version(), version);
}

void TestSchema::refusesANewerVersion()
{
    Bare bare;
    bare.migrate(withSecondStep());

    QCOMPARE(bare.migrate(storage::embeddedMigrations()).outcome, MigrationOutcome::DatabaseIsNewer);
}

void TestSchema::refusesInvalidScripts_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("gap") << 1 << QByteArray("CREATE TABLE t (x);");
    QTest::newRow("repeated") << -1 << QByteArray("CREATE TABLE t (x);");
    QTest::newRow("unfinished") << 0 << QByteArray("CREATE TABLE t (x)");
    QTest::newRow("unfinished trigger") << 0 << QByteArray("CREATE TRIGGER t AFTER INSERT ON s BEGIN SELECT 1;");
}

void TestSchema::refusesInvalidScripts()
{
    QFETCH(int, version);
    QFETCH(QByteArray, script);
    std::vector<Migration> steps = storage::embeddedMigrations();
    steps.push_back({steps.back().version + 1 + version, u"bad.sql"_s, script});
    Bare bare;

    QCOMPARE(bare.migrate(steps).outcome, MigrationOutcome::ScriptInvalid);
    QCOMPARE(bare.version(), 0);
}

void TestSchema::stepsAreContiguousAndSayWhy()
{
    const auto steps = storage::embeddedMigrations();
    QVERIFY(!steps.empty());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        QCOMPARE(steps[i].version, static_cast<int>(i) + 1);
        QVERIFY2(steps[i].script.startsWith("-- Why: "), qPrintable(steps[i].name));
    }
}

void TestSchema::schemaFileIsNotStale()
{
    const QString path = qEnvironmentVariable("PLIMSOLL_SCHEMA_FILE");
    QVERIFY2(!path.isEmpty(), "PLIMSOLL_SCHEMA_FILE must name database/schema.sql");
    Bare bare;
    QCOMPARE(bare.migrate(storage::embeddedMigrations()).outcome, MigrationOutcome::CreatedFresh);
    const QByteArray dump = storage::schemaDump(bare.database()).toUtf8();

    if (qEnvironmentVariable("PLIMSOLL_WRITE_SCHEMA") == u"1"_s) {
        writeBytes(path, dump);
    }

    QVERIFY2(bytesOf(path) == dump,
             "database/schema.sql is stale: run this test with PLIMSOLL_WRITE_SCHEMA=1, then build again");
}

void TestSchema::splitsScriptsAtWholeStatements()
{
    VALUE_OF(statements,
             storage::statementsOf(
                 "-- a; b\nSELECT ';';\nCREATE TRIGGER t AFTER INSERT ON s BEGIN SELECT 1; SELECT 2; END;\n-- end\n"));

    QCOMPARE(statements.size(), 2);
    QVERIFY(statements.at(1).endsWith(u"END;"_s));
}

void TestSchema::journalRefusesChanges_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("row changed") << u"UPDATE ledger_row SET change = '9' WHERE sequence = 1"_s;
    QTest::newRow("row deleted") << u"DELETE FROM ledger_row"_s;
    QTest::newRow("row replaced")
        << u"REPLACE INTO ledger_row SELECT sequence, operation, holder, kind, asset, field, '9' FROM ledger_row"_s;
    QTest::newRow("operation changed") << u"UPDATE operation SET note = 'x'"_s;
    QTest::newRow("operation deleted") << u"DELETE FROM operation"_s;
    QTest::newRow("holder deleted") << u"DELETE FROM holder"_s;
    QTest::newRow("unknown kind")
        << u"INSERT INTO ledger_row (operation, holder, kind, asset, field, change) VALUES (1, 1, 'gift', 'X', 'free', '1')"_s;
    QTest::newRow("unknown field")
        << u"INSERT INTO ledger_row (operation, holder, kind, asset, field, change) VALUES (1, 1, 'buy', 'X', 'spare', '1')"_s;
    QTest::newRow("not a number")
        << u"INSERT INTO ledger_row (operation, holder, kind, asset, field, change) VALUES (1, 1, 'buy', 'X', 'free', '1e3')"_s;
    QTest::newRow("no such operation")
        << u"INSERT INTO ledger_row (operation, holder, kind, asset, field, change) VALUES (99, 1, 'buy', 'X', 'free', '1')"_s;
}

void TestSchema::journalRefusesChanges()
{
    QFETCH(QString, statement);
    Home home;
    home.openWith(smallPortfolio());
    home.close();
    VALUE_OF(database, storage::Database::open(home.file()));
    const auto rows = storage::queryInteger(database->connection(), u"SELECT count(*) FROM ledger_row");
    QVERIFY(rows > 0);

    const auto done = storage::attempt([&] { storage::execute(database->connection(), statement); });

    REFUSES(done, ErrorCode::Malformed);
    QCOMPARE(storage::queryInteger(database->connection(), u"SELECT count(*) FROM ledger_row"), rows);
}

PLIMSOLL_TEST(TestSchema)
#include "tst_schema.moc"
