// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagekit.h"

#include "longjournal.h"
#include "storage/ledger/ledgeraudit.h"
#include "storage/sql/sqlstatement.h"

#include <QtCore/QDir>

using namespace storagekit;
using storage::AuditDepth;

/// A journal that is too long to be read at every opening: its end and the running balances still are, verify reads
/// all.
class TestLongJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isAuditedAtItsEnd();
    void noLongerThanItsEndItIsAuditedWhole();
    void openingFindsWhatIsNew_data();
    void openingFindsWhatIsNew();
    void openingTakesAnOldRowAsItIsAndVerifyDoesNot();
    void aChangedRunningBalanceIsPutRight();
    void aBookingFollowsItsSum();

private:
    void copyTo(Home &home) const;

    Home m_long; ///< sound, closed
};

namespace {

constexpr std::int64_t kRows = 20'100; // beyond what an opening reads
const Decimal kSum = Decimal::parse("0.000201").value().minus(Decimal::parse("0.00000003").value()).value();

void tamper(const Home &home, const QString &statement)
{
    const storage::SqlConnection connection(home.file(), storage::Access::ReadWrite);
    const QSqlDatabase database = connection.database();
    QStringList triggers;
    for (const char *name : {"operation_is_never_changed", "operation_is_never_deleted", "ledger_row_is_never_changed",
                             "ledger_row_is_never_deleted"}) {
        triggers.append(
            storage::queryText(database, u"SELECT sql FROM sqlite_schema WHERE name = ?", {QLatin1String(name)}));
        storage::execute(database, u"DROP TRIGGER "_s + QLatin1String(name));
    }
    storage::execute(database, u"PRAGMA foreign_keys=0");
    storage::execute(database, statement);
    for (const QString &trigger : triggers) {
        storage::execute(database, trigger);
    }
}

} // namespace

void TestLongJournal::initTestCase()
{
    m_long.openWith(smallPortfolio()); // three rows
    m_long.close();
    longjournal::lengthen(m_long.file(), "b-ethusdt", kRows);
    m_long.open(); // takes the rows in
    m_long.close();
}

void TestLongJournal::copyTo(Home &home) const
{
    QVERIFY(QDir().mkpath(home.path()));
    QVERIFY(QFile::copy(m_long.file(), home.file()));
}

void TestLongJournal::isAuditedAtItsEnd()
{
    const storage::SqlConnection connection(m_long.file(), storage::Access::ReadWrite);

    QVERIFY(storage::depthAtOpening(connection.database()) == AuditDepth::Newest);
    const auto newest = storage::auditJournal(connection.database(), AuditDepth::Newest);
    const auto all = storage::auditJournal(connection.database(), AuditDepth::Everything);

    QVERIFY2(newest.findings.isEmpty(), qPrintable(newest.findings.join(u'\n')));
    QVERIFY2(all.findings.isEmpty(), qPrintable(all.findings.join(u'\n')));
    QVERIFY(!newest.sums);
    QCOMPARE(all.sums->at(1).at(1).balance.free, kSum);
}

// One operation more, and its sums are not known any more.
void TestLongJournal::noLongerThanItsEndItIsAuditedWhole()
{
    Home home;
    home.openWith(smallPortfolio());
    home.close();
    const auto count = [&home](const QString &table) {
        const storage::SqlConnection connection(home.file(), storage::Access::ReadWrite);
        return storage::queryInteger(connection.database(), u"SELECT count(*) FROM "_s + table);
    };
    const auto newest = [&home] {
        const storage::SqlConnection connection(home.file(), storage::Access::ReadWrite);
        return storage::auditJournal(connection.database(), AuditDepth::Newest);
    };
    const std::int64_t rows = storage::kNewestOperations - count(u"operation"_s) + count(u"ledger_row"_s);
    longjournal::lengthen(home.file(), "b-ethusdt", rows);

    const auto whole = newest();
    QVERIFY2(whole.findings.isEmpty(), qPrintable(whole.findings.join(u'\n')));
    QVERIFY(whole.sums);

    longjournal::lengthen(home.file(), "b-ethusdt", rows + 1);

    QVERIFY(!newest().sums);
}

void TestLongJournal::openingFindsWhatIsNew_data()
{
    QTest::addColumn<QString>("statement");
    QTest::newRow("an amount") << u"UPDATE ledger_row SET change = '9' WHERE sequence = 20050"_s;
    QTest::newRow("the last row gone") << u"DELETE FROM ledger_row WHERE sequence = 20100"_s;
    QTest::newRow("an operation gone") << u"DELETE FROM operation WHERE sequence = 20000"_s;
    QTest::newRow("own money") << u"UPDATE operation SET contributed_before = '1' WHERE sequence = 20000"_s;
    QTest::newRow("the first hash it reads") << u"UPDATE operation SET note = 'x' WHERE sequence = "
                                                "(SELECT max(sequence) - 1999 FROM operation)"_s;
    QTest::newRow("the hash before that")
        << u"UPDATE operation SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE sequence = "
           "(SELECT max(sequence) - 2000 FROM operation)"_s;
}

void TestLongJournal::openingFindsWhatIsNew()
{
    QFETCH(QString, statement);
    Home home;
    copyTo(home);
    tamper(home, statement);

    REFUSES(home.tryOpen(), ErrorCode::DatabaseIsBroken);
}

// The limit of it, which docs/reliability.md tells.
void TestLongJournal::openingTakesAnOldRowAsItIsAndVerifyDoesNot()
{
    Home home;
    copyTo(home);
    tamper(home, u"UPDATE ledger_row SET change = '9' WHERE sequence = 100"_s);

    VALUE_OF(portfolio, home.open().loadPortfolio());
    home.close();
    VALUE_OF(findings, Storage::verify(home.path()));

    QCOMPARE(freeOf(portfolio, "b-ethusdt", "USDT"), kSum);
    QVERIFY2(findings.join(u'\n').contains(u"changed after it was booked"_s), qPrintable(findings.join(u'\n')));
}

void TestLongJournal::aChangedRunningBalanceIsPutRight()
{
    Home home;
    copyTo(home);
    tamper(home, u"UPDATE balance SET free = '1000' WHERE holder = 1 AND asset = 'USDT'"_s);

    VALUE_OF(portfolio, home.open().loadPortfolio());
    home.close();
    VALUE_OF(findings, Storage::verify(home.path()));

    QCOMPARE(freeOf(portfolio, "b-ethusdt", "USDT"), kSum);
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

void TestLongJournal::aBookingFollowsItsSum()
{
    Home home;
    copyTo(home);

    WORKS(home.open().book(topUp("b-ethusdt", "1", "spot")));
    VALUE_OF(portfolio, home.open().loadPortfolio());
    home.close();
    VALUE_OF(findings, Storage::verify(home.path()));

    QCOMPARE(freeOf(portfolio, "b-ethusdt", "USDT"), kSum.plus(amount("1")).value());
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLongJournal)
#include "tst_longjournal.moc"
