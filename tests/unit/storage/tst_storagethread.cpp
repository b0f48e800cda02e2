// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagekit.h"

#include "storage/storagethread.h"

using namespace storagekit;
using storage::StorageThread;

/// The port on its thread: order, answers to everything, nothing lost at the end.
class TestStorageThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersInTheOrderOfCalls();
    void destructionDrainsEveryCall();
    void everyCallAnswersWhereOpeningFailed();
    void callsComeFromManyThreads();
    void twoProcessesShareOneDatabase();
};

void TestStorageThread::answersInTheOrderOfCalls()
{
    Home home;
    StorageThread store(home.path(), home.clock);
    WORKS(store.opened().result());
    store.importPortfolio(smallPortfolio());
    std::vector<QFuture<Result<monitor::Receipt>>> receipts;
    for (int i = 0; i < 50; ++i) {
        receipts.push_back(store.book(topUp("b-ethusdt", "1")));
    }
    auto rows = store.journal({}).result();

    QVERIFY(rows.hasValue());
    std::vector<std::string> order;
    for (const monitor::JournalRow &row : *rows) {
        if (row.row.kind == margin::EntryKind::TopUp) {
            order.push_back(row.operationId);
        }
    }
    QCOMPARE(order.size(), receipts.size());
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        QCOMPARE(order[i], receipts[i].result().value().operationId);
    }
}

void TestStorageThread::destructionDrainsEveryCall()
{
    Home home;
    std::vector<QFuture<Result<monitor::Receipt>>> receipts;
    {
        StorageThread store(home.path(), home.clock);
        store.importPortfolio(smallPortfolio());
        for (int i = 0; i < 100; ++i) {
            receipts.push_back(store.book(topUp("b-ethusdt", "1")));
        }
    }

    for (auto &receipt : receipts) {
        QVERIFY(receipt.isFinished() && !receipt.isCanceled());
        WORKS(receipt.result());
    }
    VALUE_OF(portfolio, home.open().loadPortfolio());
    QCOMPARE(freeOf(portfolio, "b-ethusdt", "USDT"), amount("100"));
}

void TestStorageThread::everyCallAnswersWhereOpeningFailed()
{
    Home home;
    home.open();
    home.close();
    writeBytes(home.file(), QByteArray(8192, 'x'));

    StorageThread store(home.path(), home.clock);

    REFUSES(store.opened().result(), ErrorCode::DatabaseIsBroken);
    REFUSES(store.loadPortfolio().result(), ErrorCode::DatabaseIsBroken);
    REFUSES(store.book(topUp("b-ethusdt", "1")).result(), ErrorCode::DatabaseIsBroken);
    REFUSES(store.settings().result(), ErrorCode::DatabaseIsBroken);
}

void TestStorageThread::callsComeFromManyThreads()
{
    Home home;
    {
        StorageThread store(home.path(), home.clock);
        store.importPortfolio(smallPortfolio());
        std::vector<std::unique_ptr<QThread>> callers;
        for (int i = 0; i < 4; ++i) {
            callers.emplace_back(QThread::create([&store] {
                for (int k = 0; k < 25; ++k) {
                    store.book(topUp("b-ethusdt", "1", "spot"));
                }
            }));
            callers.back()->start();
        }
        for (const auto &caller : callers) {
            QVERIFY(caller->wait());
        }
    }

    VALUE_OF(portfolio, home.open().loadPortfolio());
    QCOMPARE(freeOf(portfolio, "b-ethusdt", "USDT"), amount("100"));
    QCOMPARE(portfolio.wallet("spot")->free("USDT"), amount("900"));
}

// Two connections stand for the desktop program and the command line; both spend the same wallet.
void TestStorageThread::twoProcessesShareOneDatabase()
{
    Home home;
    home.openWith(smallPortfolio());
    home.close();
    int booked = 0;
    {
        StorageThread first(home.path(), home.clock);
        StorageThread second(home.path(), home.clock);
        std::vector<QFuture<Result<monitor::Receipt>>> receipts;
        for (int i = 0; i < 60; ++i) {
            receipts.push_back((i % 2 == 0 ? first : second).book(topUp("b-ethusdt", "30", "spot")));
        }
        for (auto &receipt : receipts) {
            const auto answer = receipt.result();
            QVERIFY(answer.hasValue() || answer.error().code == ErrorCode::NotEnough);
            booked += answer.hasValue() ? 1 : 0;
        }
    }

    QCOMPARE(booked, 33); // 1000 / 30
    VALUE_OF(portfolio, home.open().loadPortfolio());
    QCOMPARE(portfolio.wallet("spot")->free("USDT"), amount("10"));
    VALUE_OF(findings, Storage::verify(home.path()));
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestStorageThread)
#include "tst_storagethread.moc"
