// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagekit.h"

#include "storage/ledger/ledgeraudit.h"
#include "storage/sql/sqlstatement.h"
#include "testlib/testprogram.h"

#include <QtCore/QRandomGenerator>

using namespace storagekit;

/// verify: whatever changes money after it was booked is found.
class TestLedgerAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingInASoundDatabase();
    void findsTampering_data();
    void findsTampering();
    void aFindingNamesItsOperationAndAccount();
    void refusesToOpenATamperedDatabase();
    void everyBitFlipThatChangesMoneyIsFound();
};

namespace {

void fill(Home &home)
{
    home.openWith(smallPortfolio());
    QVERIFY(home.store->saveProfile({"mine", "Mine", {amount("1.5"), amount("1.2"), amount("1.1")}, {}, {}, {}}));
    for (int i = 1; i <= 5; ++i) {
        QVERIFY(home.store->book(topUp("b-ethusdt", "10.25", i % 2 == 0 ? "spot" : "")));
    }
    home.close();
}

// As somebody with a database tool would.
void tamper(const QString &file, const QString &statement)
{
    const storage::SqlConnection connection(file, storage::Access::ReadWrite);
    const QSqlDatabase database = connection.database();
    storage::execute(database, u"PRAGMA foreign_keys=0");
    storage::execute(database, u"PRAGMA recursive_triggers=0");
    QStringList triggers;
    for (const char *name : {"operation_is_never_changed", "operation_is_never_deleted", "ledger_row_is_never_changed",
                             "ledger_row_is_never_deleted", "holder_is_never_deleted"}) {
        triggers.append(
            storage::queryText(database, u"SELECT sql FROM sqlite_schema WHERE name = ?", {QLatin1String(name)}));
        storage::execute(database, u"DROP TRIGGER "_s + QLatin1String(name));
    }
    storage::execute(database, statement);
    for (const QString &trigger : triggers) { // the traces are wiped
        storage::execute(database, trigger);
    }
}

} // namespace

void TestLedgerAudit::findsNothingInASoundDatabase()
{
    Home home;
    fill(home);

    VALUE_OF(findings, Storage::verify(home.path()));

    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestLedgerAudit::findsTampering_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("words");
    QTest::newRow("amount") << u"UPDATE ledger_row SET change = '10.26' WHERE sequence = 4"_s
                            << u"changed after it was booked"_s;
    QTest::newRow("notation") << u"UPDATE ledger_row SET change = '010.250' WHERE sequence = 4"_s
                              << u"plain notation"_s;
    QTest::newRow("field") << u"UPDATE ledger_row SET field = 'locked' WHERE sequence = 4"_s
                           << u"changed after it was booked"_s;
    QTest::newRow("asset") << u"UPDATE ledger_row SET asset = 'ETH' WHERE sequence = 4"_s
                           << u"changed after it was booked"_s;
    QTest::newRow("moved to another holder")
        << u"UPDATE ledger_row SET holder = 2 WHERE sequence = 4"_s << u"changed after it was booked"_s;
    QTest::newRow("row deleted") << u"DELETE FROM ledger_row WHERE sequence = 4"_s << u"changed after it was booked"_s;
    QTest::newRow("last row deleted")
        << u"DELETE FROM ledger_row WHERE sequence = (SELECT max(sequence) FROM ledger_row)"_s << u"taken out"_s;
    QTest::newRow("last operation and its rows deleted")
        << u"DELETE FROM operation WHERE sequence = (SELECT max(sequence) FROM operation)"_s << u"taken out"_s;
    QTest::newRow("row of no operation")
        << u"INSERT INTO ledger_row (sequence, operation, holder, kind, asset, field, change) "
           "VALUES (77, 99, 1, 'top_up', 'USDT', 'free', '5')"_s
        << u"ledger row 77 belongs to no operation"_s;
    QTest::newRow("row slipped in")
        << u"INSERT INTO ledger_row (operation, holder, kind, asset, field, change) VALUES (3, 1, 'top_up', 'USDT', 'free', '5')"_s
        << u"out of order"_s;
    QTest::newRow("below zero") << u"UPDATE ledger_row SET change = '-500' WHERE sequence = 4"_s << u"below zero"_s;
    QTest::newRow("own money") << u"UPDATE operation SET contributed_after = '1' WHERE sequence = 4"_s
                               << u"own money before operation"_s;
    QTest::newRow("note") << u"UPDATE operation SET note = 'x' WHERE sequence = 4"_s
                          << u"changed after it was booked"_s;
    QTest::newRow("time") << u"UPDATE operation SET time = time + 1 WHERE sequence = 4"_s
                          << u"changed after it was booked"_s;
    QTest::newRow("hash") << u"UPDATE operation SET hash = substr(hash, 2) || substr(hash, 1, 1) WHERE sequence = 4"_s
                          << u"changed after it was booked"_s;
    QTest::newRow("id of a holder") << u"UPDATE holder SET id = 'other' WHERE number = 1"_s
                                    << u"changed after it was booked"_s;
    QTest::newRow("bars in the wrong order")
        << u"UPDATE account SET own_thresholds = 1, liquidation = '9'"_s << u"thresholds"_s;
    QTest::newRow("a trigger of somebody else")
        << u"CREATE TRIGGER gift AFTER INSERT ON operation BEGIN UPDATE setting SET value = 'x'; END"_s
        << u"tables or triggers"_s;
    QTest::newRow("a protection taken away") << u"DROP TRIGGER revision_after_account"_s << u"tables or triggers"_s;
    QTest::newRow("hidden") << u"UPDATE holder SET removed = 1 WHERE number = 1"_s << u"description of b-ethusdt"_s;
    QTest::newRow("a bar moved") << u"UPDATE account SET own_thresholds = 1, margin_call = '1.06'"_s
                                 << u"description of b-ethusdt"_s;
    QTest::newRow("interest moved")
        << u"UPDATE holder_asset SET daily_interest = '0.3' WHERE asset = 'USDT' AND holder = 1"_s
        << u"description of b-ethusdt"_s;
    QTest::newRow("a profile's bar moved") << u"UPDATE profile SET margin_call = '1.11'"_s << u"the profile mine"_s;
    QTest::newRow("asset no longer listed") << u"DELETE FROM holder_asset WHERE asset = 'ETH'"_s << u"not listed"_s;
}

void TestLedgerAudit::findsTampering()
{
    QFETCH(QString, statement);
    QFETCH(QString, words);
    Home home;
    fill(home);
    tamper(home.file(), statement);

    VALUE_OF(findings, Storage::verify(home.path()));

    QVERIFY2(findings.join(u'\n').contains(words), qPrintable(findings.join(u'\n')));
}

// Who is told that something is wrong must find it.
void TestLedgerAudit::aFindingNamesItsOperationAndAccount()
{
    Home home;
    Storage &store = home.openWith(smallPortfolio());
    WORKS(store.book(topUp("b-ethusdt", "10.25")));
    VALUE_OF(rows, store.journal({}));
    home.close();
    tamper(home.file(),
           u"UPDATE ledger_row SET change = '-20000' WHERE sequence = (SELECT max(sequence) FROM ledger_row)"_s);

    VALUE_OF(findings, Storage::verify(home.path()));

    const QString text = findings.join(u'\n');
    QVERIFY2(text.contains(QString::fromStdString(rows.back().operationId)), qPrintable(text));
    QVERIFY2(text.contains(u"b-ethusdt"), qPrintable(text));
}

void TestLedgerAudit::refusesToOpenATamperedDatabase()
{
    Home home;
    fill(home);
    tamper(home.file(), u"UPDATE ledger_row SET change = '99' WHERE sequence = 4"_s);
    const QByteArray before = bytesOf(home.file());

    REFUSES(home.tryOpen(), ErrorCode::DatabaseIsBroken);

    QCOMPARE(bytesOf(home.file()), before);
}

void TestLedgerAudit::everyBitFlipThatChangesMoneyIsFound()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    Home home;
    fill(home);
    const QByteArray good = bytesOf(home.file());
    const Portfolio portfolio = home.open().loadPortfolio().valueOr({});
    home.close();
    QCOMPARE(portfolio.accounts.size(), std::size_t {1});

    std::vector<qsizetype> used; // most of a small database is zeros that nobody reads
    for (qsizetype i = 0; i < good.size(); ++i) {
        if (good[i] != '\0') {
            used.push_back(i);
        }
    }
    int found = 0;
    for (int i = 0; i < 400; ++i) {
        QByteArray bytes = good;
        const qsizetype at = used[static_cast<std::size_t>(random.bounded(static_cast<int>(used.size())))];
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.bounded(8)));
        writeBytes(home.file(), bytes);
        const auto findings = Storage::verify(home.path());
        if (!findings || !findings->isEmpty() || !home.tryOpen()) { // what is no money, such as the purpose, is refused
            ++found;
            continue;
        }
        // Not found: then nothing of the portfolio may differ.
        VALUE_OF(same, home.store->loadPortfolio());
        home.close();
        QVERIFY2(same == portfolio, qPrintable(u"byte %1"_s.arg(at)));
        writeBytes(home.file(), good);
    }

    QVERIFY2(found > 200, qPrintable(u"only %1 flips were found"_s.arg(found)));
}

PLIMSOLL_TEST(TestLedgerAudit)
#include "tst_ledgeraudit.moc"
