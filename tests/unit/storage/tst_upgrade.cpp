// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmkit.h"

#include "storage/sqlscript.h"
#include "storage/sqlstatement.h"

#include <QtCore/QDir>

using namespace alarmkit;

/// Databases that earlier versions wrote, opened by this one: everything is still there, and the schema is that of a fresh one.
class TestUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void versionOneKeepsItsMoneyAndHistory();
    void versionOneBecomesTheNewestSchema();
    void versionOneIsBackedUp();
    void versionOneIsVerifiedAsItIs();
    void aKilledUpgradeIsRepeated();
};

namespace {

// tests/unit/storage/version1.sql as a file of its own.
void buildVersionOne(Home &home)
{
    const QString path = qEnvironmentVariable("PLIMSOLL_VERSION1_FILE");
    QVERIFY2(!path.isEmpty(), "PLIMSOLL_VERSION1_FILE must name version1.sql");
    VALUE_OF(statements, storage::statementsOf(bytesOf(path)));
    QVERIFY(statements.size() > 60);
    QVERIFY(QDir().mkpath(home.path()));
    writeBytes(home.file(), {});
    const storage::SqlConnection connection(home.file(), storage::Access::ReadWrite);
    for (const QString &statement : statements) {
        storage::execute(connection.database(), statement);
    }
    QCOMPARE(storage::queryInteger(connection.database(), u"PRAGMA user_version"), 1);
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

    VALUE_OF(again, home.store->book({"11111111-2222-4333-8444-555555555555", "b-bchusdt", monitor::TopUp {"USDT", amount("150"), "spot"},
                                      "it's; here", nullptr}));
    QVERIFY(again.alreadyBooked);
    WORKS(home.store->book(topUp("b-bchusdt", "1", "spot")));
    WORKS(home.store->recordAlarms(raise({"b-bchusdt", Condition::Call, {}}, 1)));
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestUpgrade::versionOneBecomesTheNewestSchema()
{
    Home old;
    buildVersionOne(old);
    old.open();
    old.close();
    Home fresh;
    fresh.open();
    fresh.close();

    QCOMPARE(schemaOf(old.file()), schemaOf(fresh.file()));
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

// What a kill in the middle of the step leaves behind is the old version with a log that was not committed: the step is done anew.
void TestUpgrade::aKilledUpgradeIsRepeated()
{
    Home home;
    buildVersionOne(home);
    Home copy;
    QVERIFY(QDir().mkpath(copy.path()));
    {
        storage::SqlConnection connection(home.file(), storage::Access::ReadWrite);
        storage::queryText(connection.database(), u"PRAGMA journal_mode=WAL");
        storage::execute(connection.database(), u"PRAGMA cache_size=1"); // so that the log holds pages before the commit
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

QTEST_GUILESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
