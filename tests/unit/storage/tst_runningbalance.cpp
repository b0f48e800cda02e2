// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagekit.h"

#include "storage/ledger/ledgerhash.h"
#include "storage/sql/sqlstatement.h"
#include "storage/tables/journalstore.h"
#include "storage/tables/portfoliostore.h"
#include "testlib/testprogram.h"

#include <QtCore/QRandomGenerator>

#include <map>

using namespace storagekit;
using storage::boundInteger;
using storage::boundText;

/// The running balance is the sum of its rows whatever is done, and is not believed where it is not.
class TestRunningBalance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsRandomOperationsOverRestarts();
    void refusesWhatIsNoCanonicalAmount_data();
    void refusesWhatIsNoCanonicalAmount();
    void isNotBelievedInARunningProgram_data();
    void isNotBelievedInARunningProgram();
    void isPutRightAtTheNextOpening_data();
    void isPutRightAtTheNextOpening();
    void whatWasPutRightCanBeAskedFor();
    void theAuditNamesBothFigures();
    void theAuditNamesWhoseSealIsWrong();
    void anUntouchedOneIsNotWrittenAnew();
    void whatAnOlderProgramBookedIsTakenIn_data();
    void whatAnOlderProgramBookedIsTakenIn();
    void aBookingReadsNoOldRows();
};

namespace {

using Key = std::tuple<std::int64_t, std::string, std::string>;
using Figures = std::map<Key, std::string>;

// The second way: every row of the journal, added up here with integers of 10^-18.
Figures sumsOfRows(const QSqlDatabase &database)
{
    std::map<Key, margin::Int128> sums;
    storage::SqlStatement assets(database, u"SELECT holder, asset FROM holder_asset");
    while (assets.next()) {
        for (const char *field : {"free", "locked", "borrowed", "interest"}) {
            sums[{assets.integer(0), assets.utf8(1), field}] = 0;
        }
    }
    storage::SqlStatement rows(database, u"SELECT holder, asset, field, change FROM ledger_row");
    while (rows.next()) {
        sums[{rows.integer(0), rows.utf8(1), rows.utf8(2)}] += rows.decimal(3).mantissa();
    }
    Figures figures;
    for (const auto &[key, sum] : sums) {
        figures[key] = Decimal::fromMantissa(sum).toString();
    }
    return figures;
}

Figures kept(const QSqlDatabase &database)
{
    Figures figures;
    storage::SqlStatement s(database, u"SELECT holder, asset, free, locked, borrowed, interest FROM balance");
    while (s.next()) {
        int column = 2;
        for (const char *field : {"free", "locked", "borrowed", "interest"}) {
            figures[{s.integer(0), s.utf8(1), field}] = s.utf8(column++);
        }
    }
    return figures;
}

// Of a closed database.
template<typename Work>
auto inside(const Home &home, Work &&work)
{
    const storage::SqlConnection connection(home.file(), storage::Access::ReadWrite);
    return work(connection.database());
}

void checkKept(const Home &home)
{
    inside(home, [](const QSqlDatabase &database) { QCOMPARE(kept(database), sumsOfRows(database)); });
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

std::int64_t repairs(const Home &home)
{
    return inside(home, [](const QSqlDatabase &database) {
        return storage::queryInteger(database, u"SELECT count(*) FROM balance_repair");
    });
}

Decimal someAmount(QRandomGenerator &random)
{
    return Decimal::fromMantissa(margin::Int128 {random.bounded(1, 2'000'000'000)} * random.bounded(1, 2'000'000'000));
}

using Undoable = std::vector<std::pair<std::string, std::string>>; // account and operation

// What a person can do to accounts "b-ethusdt" and "b-bchusdt" and the wallet; much of it is refused.
void doSomething(Storage &store, QRandomGenerator &random, Undoable &undoable)
{
    const std::string account = random.bounded(3) != 0 ? "b-ethusdt" : "b-bchusdt";
    const std::string asset = random.bounded(2) != 0 ? "USDT" : account == "b-ethusdt" ? "ETH" : "BCH";
    const std::string wallet = random.bounded(2) != 0 ? "spot" : "";
    const Decimal value = someAmount(random);
    const auto book = [&](monitor::Action action) {
        const auto receipt = store.book({freshId(), account, std::move(action), {}, nullptr});
        return receipt ? receipt->operationId : std::string();
    };
    switch (random.bounded(10)) {
    case 0: (void)book(monitor::TransferOut {asset, value, wallet}); break;
    case 1: (void)book(monitor::Repay {asset, value}); break;
    case 2: (void)book(monitor::ChargeInterest {"USDT", value}); break;
    case 3: (void)book(monitor::Correct {{{asset, value, value, {}, {}, {}}}, value}); break;
    case 4:
        if (const std::string id = book(monitor::RemoveAccount {}); !id.empty()) {
            undoable.emplace_back(account, id);
        }
        break;
    case 5:
    case 6:
        if (!undoable.empty()) {
            const auto [removed, operation] = undoable.back();
            (void)store.book({freshId(), removed, monitor::Reverse {operation}, {}, nullptr});
            undoable.pop_back();
        }
        break;
    case 7: (void)store.importPortfolio(smallPortfolio()); break;
    case 8: {
        Account added = isolatedAccount("new-" + freshId(), "LTC");
        added.owner = added.id;
        (void)store.importPortfolio({{added}, {}});
        break;
    }
    default: (void)book(monitor::TopUp {asset, value, wallet}); break;
    }
}

// An account and a wallet with top-ups in both assets.
void fill(Home &home)
{
    home.openWith(smallPortfolio());
    WORKS(home.store->book(topUp("b-ethusdt", "10.25", "spot")));
    WORKS(home.store->book({freshId(), "b-ethusdt", monitor::TopUp {"ETH", amount("0.5"), {}}, {}, nullptr}));
    home.close();
}

void addTampering()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("cause");
    QTest::newRow("a figure") << u"UPDATE balance SET free = '999' WHERE holder = 1 AND asset = 'USDT'"_s
                              << u"changed"_s;
    QTest::newRow("a debt gone") << u"UPDATE balance SET borrowed = '0' WHERE holder = 1"_s << u"changed"_s;
    QTest::newRow("one digit") << u"UPDATE balance SET free = '11.25' WHERE free = '10.25'"_s << u"changed"_s;
    QTest::newRow("the seal") << u"UPDATE balance SET seal = replace(seal, substr(seal, 1, 1), 'x'), free = '1'"_s
                              << u"changed"_s;
    QTest::newRow("the newest row") << u"UPDATE balance SET newest_row = 0, free = '0'"_s << u"changed"_s;
    QTest::newRow("swapped between assets")
        << u"UPDATE balance SET seal = (SELECT seal FROM balance WHERE asset = 'ETH'), free = '5.5', borrowed = '0', "
           "newest_row = (SELECT newest_row FROM balance WHERE asset = 'ETH') WHERE holder = 1 AND asset = 'USDT'"_s
        << u"changed"_s;
    QTest::newRow("a row deleted") << u"DELETE FROM balance WHERE holder = 1 AND asset = 'USDT'"_s << u"missing"_s;
    QTest::newRow("all deleted") << u"DELETE FROM balance"_s << u"missing"_s;
}

// A booking as the version before wrote it: the journal and its hash, nothing else.
void bookAsBefore(const QSqlDatabase &database, const char *change)
{
    const auto last = [&](const char *what) {
        return storage::queryInteger(database, u"SELECT max(sequence) FROM "_s + QLatin1String(what));
    };
    const std::string hash =
        storage::queryText(database, u"SELECT hash FROM operation ORDER BY sequence DESC LIMIT 1").toStdString();
    storage::SqlStatement own(database,
                              u"SELECT contributed_after FROM operation WHERE holder = 1 ORDER BY sequence "
                              "DESC LIMIT 1");
    QVERIFY(own.next());
    const QVariant known = own.isNull(0) ? QVariant() : QVariant(own.text(0));
    const std::string before = known.toString().toStdString();
    const storage::HashedOperation operation {
        last("operation") + 1,
        freshId(),
        1,
        "top_up",
        "b-ethusdt",
        {},
        "x",
        before,
        before,
        {{last("ledger_row") + 1, "b-ethusdt", "top_up", "USDT", "free", change}}};
    storage::execute(database, u"INSERT INTO operation VALUES (?, ?, 1, 'top_up', 1, '', 'x', ?, ?, ?)",
                     {boundInteger(operation.sequence), boundText(operation.id), known, known,
                      boundText(storage::chainHash(hash, operation))});
    storage::execute(database, u"INSERT INTO ledger_row VALUES (?, ?, 1, 'top_up', 'USDT', 'free', ?)",
                     {boundInteger(operation.rows[0].sequence), boundInteger(operation.sequence),
                      boundText(operation.rows[0].change)});
}

} // namespace

void TestRunningBalance::followsRandomOperationsOverRestarts()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    Home home;
    Portfolio portfolio = smallPortfolio();
    portfolio.accounts.push_back(isolatedAccount("b-bchusdt", "BCH"));
    home.openWith(portfolio);
    Undoable undoable;

    for (int round = 0; round < 8; ++round) {
        for (int i = 0; i < 40; ++i) {
            doSomething(*home.store, random, undoable);
        }
        home.close();
        checkKept(home);
        home.open();
    }

    home.close();
    QCOMPARE(repairs(home), 0);
    inside(home, [](const QSqlDatabase &database) {
        QVERIFY(storage::queryInteger(database, u"SELECT count(*) FROM operation") > 60);
        QVERIFY(storage::queryInteger(database, u"SELECT count(*) FROM operation WHERE kind = 'reversal'") > 0);
    });
}

void TestRunningBalance::refusesWhatIsNoCanonicalAmount_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "-1", "1e3", "01", "1.", ".5", "1.50", "1..5", "1.5.2", " 1", "1,5", "NaN", "+1"}) {
        QTest::newRow(text) << QString::fromLatin1(text);
    }
}

void TestRunningBalance::refusesWhatIsNoCanonicalAmount()
{
    QFETCH(QString, text);
    Home home;
    fill(home);
    VALUE_OF(database, storage::Database::open(home.file()));

    for (const char *field : {"free", "locked", "borrowed", "interest"}) {
        const QString sql = u"UPDATE balance SET "_s + QLatin1String(field) + u" = ?"_s;
        REFUSES(storage::attempt([&] { storage::execute(database->connection(), sql, {boundText(text)}); }),
                ErrorCode::Malformed);
        WORKS(storage::attempt([&] {
            storage::SqlTransaction undone(database->connection());
            for (const char *right : {"0", "10", "0.5", "100.05", "999999999999999999.000000000000000001"}) {
                storage::execute(database->connection(), sql, {QLatin1String(right)});
            }
        }));
    }
}

void TestRunningBalance::isNotBelievedInARunningProgram_data()
{
    addTampering();
}

// Something else writes while the program holds the file: no audit has run since.
void TestRunningBalance::isNotBelievedInARunningProgram()
{
    QFETCH(QString, statement);
    QFETCH(QString, cause);
    Home home;
    fill(home);
    for (const bool byBooking : {false, true}) {
        VALUE_OF(database, storage::Database::open(home.file()));
        VALUE_OF(before, storage::PortfolioStore(*database).load());
        storage::execute(database->connection(), statement);
        storage::execute(database->connection(), u"DELETE FROM balance_repair");

        if (byBooking) {
            WORKS(storage::JournalStore(*database).book(topUp("b-ethusdt", "1"), 7));
        }
        VALUE_OF(after, storage::PortfolioStore(*database).load());

        const Decimal booked = byBooking ? amount("1") : Decimal();
        QCOMPARE(freeOf(after, "b-ethusdt", "USDT"), freeOf(before, "b-ethusdt", "USDT").plus(booked).value());
        QCOMPARE(freeOf(after, "b-ethusdt", "ETH"), freeOf(before, "b-ethusdt", "ETH"));
        QCOMPARE(after.accounts[0].balances[1].borrowed, before.accounts[0].balances[1].borrowed);
        QCOMPARE(storage::queryText(database->connection(), u"SELECT min(cause) FROM balance_repair"), cause);
        QCOMPARE(kept(database->connection()), sumsOfRows(database->connection()));
    }
    checkKept(home);
}

void TestRunningBalance::isPutRightAtTheNextOpening_data()
{
    addTampering();
    QTest::newRow("an older row with its own seal")
        << u"UPDATE balance SET free = '0', newest_row = 2, seal = (SELECT value FROM setting WHERE key = 'old') "
           "WHERE holder = 1 AND asset = 'USDT'"_s
        << u"differs"_s;
}

void TestRunningBalance::isPutRightAtTheNextOpening()
{
    QFETCH(QString, statement);
    QFETCH(QString, cause);
    Home home;
    home.openWith(smallPortfolio());
    home.close();
    inside(home, [](const QSqlDatabase &database) {
        QCOMPARE(storage::queryInteger(database, u"SELECT newest_row FROM balance WHERE holder = 1 AND asset = 'USDT'"),
                 2);
        storage::execute(database,
                         u"INSERT INTO setting SELECT 'old', seal FROM balance WHERE holder = 1 AND asset = "
                         "'USDT'");
    });
    home.open();
    WORKS(home.store->book(topUp("b-ethusdt", "10.25", "spot")));
    WORKS(home.store->book({freshId(), "b-ethusdt", monitor::TopUp {"ETH", amount("0.5"), {}}, {}, nullptr}));
    VALUE_OF(before, home.store->loadPortfolio());
    home.close();
    inside(home, [&](const QSqlDatabase &database) { storage::execute(database, statement); });
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY(!findings.isEmpty());

    VALUE_OF(after, home.open().loadPortfolio());

    home.close();
    QCOMPARE(after, before);
    inside(home, [&](const QSqlDatabase &database) {
        QCOMPARE(storage::queryText(database, u"SELECT min(cause) FROM balance_repair"), cause);
    });
    checkKept(home);
}

// What the window tells of it: each figure once, by the number of the one that was told last.
void TestRunningBalance::whatWasPutRightCanBeAskedFor()
{
    Home home;
    fill(home);
    home.open();
    VALUE_OF(none, home.store->balanceRepairs(0));
    QVERIFY(none.empty());
    home.close();
    inside(home, [](const QSqlDatabase &database) {
        storage::execute(database, u"UPDATE balance SET free = '999' WHERE holder = 1 AND asset = 'USDT'"_s);
    });
    home.open();
    VALUE_OF(repairs, home.store->balanceRepairs(0));
    QCOMPARE(repairs.size(), std::size_t(1));
    QCOMPARE(repairs[0].holder, std::string("b-ethusdt"));
    QCOMPARE(repairs[0].asset, std::string("USDT"));
    QCOMPARE(repairs[0].kept, u"999"_s);
    QCOMPARE(repairs[0].summed, amount("10.25"));
    VALUE_OF(later, home.store->balanceRepairs(repairs[0].sequence));
    QVERIFY(later.empty());
}

void TestRunningBalance::theAuditNamesBothFigures()
{
    Home home;
    fill(home);
    inside(home, [](const QSqlDatabase &database) {
        storage::execute(database, u"UPDATE balance SET free = '99' WHERE holder = 1 AND asset = 'USDT'");
        storage::execute(database, u"DELETE FROM balance WHERE holder = 2 AND asset = 'BNB'");
    });

    VALUE_OF(findings, Storage::verify(home.path()));

    const QString all = findings.join(u'\n');
    QVERIFY2(all.contains(u"the kept balance of b-ethusdt, USDT free, is 99, but its rows add up to 10.25"_s),
             qPrintable(all));
    QVERIFY2(all.contains(u"the kept balance of spot, BNB locked, is missing, but its rows add up to 0"_s),
             qPrintable(all));
    QVERIFY2(!all.contains(u"ETH"_s), qPrintable(all));
}

void TestRunningBalance::theAuditNamesWhoseSealIsWrong()
{
    Home home;
    fill(home);
    inside(home, [](const QSqlDatabase &database) {
        storage::execute(database, u"UPDATE balance SET seal = printf('%064d', 7) WHERE holder = 1 AND asset = 'USDT'");
    });

    VALUE_OF(findings, Storage::verify(home.path()));

    const QString all = findings.join(u'\n');
    QVERIFY2(all.contains(u"the kept balance of b-ethusdt is not to be believed (changed)"_s), qPrintable(all));
}

void TestRunningBalance::anUntouchedOneIsNotWrittenAnew()
{
    Home home;
    fill(home);
    const auto seals = [&] {
        return inside(home, [](const QSqlDatabase &database) {
            return storage::queryText(database,
                                      u"SELECT group_concat(newest_row || seal) FROM balance WHERE NOT "
                                      "(holder = 1 AND asset = 'USDT')");
        });
    };
    const QString before = seals();
    WORKS(home.open().book(topUp("b-ethusdt", "1")));
    home.close();

    QCOMPARE(seals(), before);
    QCOMPARE(repairs(home), 0);
}

void TestRunningBalance::whatAnOlderProgramBookedIsTakenIn_data()
{
    QTest::addColumn<bool>("isRunning");
    QTest::newRow("while this one runs") << true;
    QTest::newRow("while it does not") << false;
}

void TestRunningBalance::whatAnOlderProgramBookedIsTakenIn()
{
    QFETCH(bool, isRunning);
    Home home;
    fill(home);
    if (isRunning) {
        VALUE_OF(database, storage::Database::open(home.file()));
        bookAsBefore(database->connection(), "5");
        WORKS(storage::JournalStore(*database).book(topUp("b-ethusdt", "1"), 7));
    } else {
        inside(home, [](const QSqlDatabase &database) { bookAsBefore(database, "5"); });
        VALUE_OF(findings, Storage::verify(home.path()));
        QVERIFY2(findings.join(u'\n').contains(u"b-ethusdt, USDT free, is 10.25, but its rows add up to 15.25"_s),
                 qPrintable(findings.join(u'\n')));
        WORKS(home.open().book(topUp("b-ethusdt", "1")));
        home.close();
    }

    QCOMPARE(freeOf(home.open().loadPortfolio().valueOr({}), "b-ethusdt", "USDT"), amount("16.25"));
    home.close();
    inside(home, [](const QSqlDatabase &database) {
        QCOMPARE(storage::queryText(database, u"SELECT group_concat(cause || kept || summed) FROM balance_repair"),
                 u"outgrown10.2515.25"_s);
    });
    checkKept(home);
}

// The point of it all. Rows that cannot be read are not noticed by a booking, because it does not look at them.
void TestRunningBalance::aBookingReadsNoOldRows()
{
    Home home;
    fill(home);
    VALUE_OF(database, storage::Database::open(home.file()));
    const QSqlDatabase connection = database->connection();
    storage::execute(connection, u"DROP TRIGGER ledger_row_is_never_changed");
    storage::execute(connection, u"UPDATE ledger_row SET change = '1.2.3'");

    WORKS(storage::JournalStore(*database).book(topUp("b-ethusdt", "1", "spot"), 7));
    VALUE_OF(portfolio, storage::PortfolioStore(*database).load());

    QCOMPARE(freeOf(portfolio, "b-ethusdt", "USDT"), amount("11.25"));
}

PLIMSOLL_TEST(TestRunningBalance)
#include "tst_runningbalance.moc"
