// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/promise.h"
#include "testlib/testprogram.h"

#include <QtCore/QSemaphore>
#include <QtCore/QThread>
#include <QtTest/QTest>

#include <memory>

using namespace plimsoll;

/// An answer that comes later: who is called with it, in which thread, and that nobody is who has gone.
class TestFuture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerThatIsThereIsGivenAtOnce()
    {
        const Promise<int> promise;
        promise.finish(7);
        QVERIFY(promise.future().isFinished());
        int answer = 0;
        promise.future().then(this, [&](int given) { answer = given; });
        QCOMPARE(answer, 7);
    }

    void theAnswerOfAnotherThreadComesInTheThreadOfTheAsker()
    {
        const Promise<int> promise;
        QThread *told = nullptr;
        int answer = 0;
        QObject asker;
        promise.future().then(&asker, [&](int given) {
            told = QThread::currentThread();
            answer = given;
        });
        const std::unique_ptr<QThread> worker(QThread::create([promise] { promise.finish(7); }));
        worker->start();
        QVERIFY(worker->wait());
        QCOMPARE(answer, 0);
        QTRY_COMPARE(answer, 7);
        QCOMPARE(told, QThread::currentThread());
    }

    void anAskerOfAnotherThreadIsCalledThere()
    {
        QThread home;
        home.start();
        QObject *const asker = new QObject;
        asker->moveToThread(&home);
        connect(&home, &QThread::finished, asker, &QObject::deleteLater);
        const Promise<int> promise;
        QThread *told = nullptr;
        QSemaphore called;
        promise.future().then(asker, [&](int) {
            told = QThread::currentThread();
            called.release();
        });
        promise.finish(7);
        QVERIFY(called.tryAcquire(1, 10'000));
        QCOMPARE(told, &home);
        home.quit();
        QVERIFY(home.wait());
    }

    // Qt's own continuation calls into the asker that was there: the thread that answers crashes.
    void whoIsGoneIsNotCalled()
    {
        const Promise<int> promise;
        bool called = false;
        auto asker = std::make_unique<QObject>();
        const Future<int> twice = promise.future().then(asker.get(), [&called](int given) {
            called = true;
            return 2 * given;
        });
        asker.reset();
        const std::unique_ptr<QThread> worker(QThread::create([promise] { promise.finish(7); }));
        worker->start();
        QVERIFY(worker->wait());
        QCoreApplication::processEvents();
        QVERIFY(!called);
        QVERIFY(twice.isCanceled());
    }

    // The answer was on its way through the event loop.
    void whoGoesMeanwhileIsNotCalled()
    {
        const Promise<int> promise;
        bool called = false;
        auto asker = std::make_unique<QObject>();
        promise.future().then(asker.get(), [&called](int) { called = true; });
        const std::unique_ptr<QThread> worker(QThread::create([promise] { promise.finish(7); }));
        worker->start();
        QVERIFY(worker->wait());
        asker.reset();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void whatIsMadeOfAnAnswerIsAFutureToo()
    {
        const Promise<int> promise;
        int answer = 0;
        promise.future()
            .then([](int given) { return given + 1; })
            .inBackground([](int given) { return 2 * given; })
            .then(this, [](int given) { return given + 3; })
            .then(this, [&answer](int given) { answer = given; });
        promise.finish(7);
        QTRY_COMPARE(answer, 19);
    }

    void withoutAnAnswerItIsCancelled()
    {
        bool called = false;
        auto promise = std::make_unique<Promise<int>>();
        const Future<int> future = promise->future();
        QVERIFY(!future.isFinished());
        future.then(this, [&called](int) { called = true; });
        promise.reset();
        QCoreApplication::processEvents();
        QVERIFY(future.isCanceled());
        QVERIFY(!called);
    }

    void workInTheBackgroundAnswersLater()
    {
        QThread *worker = nullptr;
        QThread *told = nullptr;
        int answer = 0;
        const auto future = inBackground([&worker] {
            worker = QThread::currentThread();
            return 7;
        });
        QTRY_VERIFY(future.isFinished());
        future.then(this, [&](int given) {
            told = QThread::currentThread();
            answer = given;
        });
        QCOMPARE(answer, 0); // never before the call returns, even where the work is done
        QTRY_COMPARE(answer, 7);
        QCOMPARE(told, QThread::currentThread());
        QVERIFY(worker != told);
    }
};

PLIMSOLL_TEST(TestFuture)
#include "tst_future.moc"
