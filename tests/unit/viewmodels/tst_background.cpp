// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testprogram.h"
#include "viewmodels/common/background.h"

#include <QtCore/QSemaphore>
#include <QtCore/QThread>
#include <QtTest/QTest>

using namespace plimsoll;
using viewmodels::inBackground;

/// Work on a pool thread, and whoever asked for it.
class TestBackground : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAnswerComesInTheThreadOfTheAsker()
    {
        QThread *worker = nullptr;
        QThread *told = nullptr;
        int answer = 0;
        QObject asker;
        inBackground([&worker] {
            worker = QThread::currentThread();
            return 7;
        }).then(&asker, [&](int given) {
            told = QThread::currentThread();
            answer = given;
        });
        QCOMPARE(answer, 0); // never before the call returns
        QTRY_COMPARE(answer, 7);
        QCOMPARE(told, QThread::currentThread());
        QVERIFY(worker != told);
        QTRY_VERIFY(asker.children().isEmpty());
    }

    // A window that is closed while a file is read: the program must end in order.
    void whoIsGoneIsNotCalled()
    {
        QSemaphore held;
        bool called = false;
        auto asker = std::make_unique<QObject>();
        inBackground([&held] {
            held.acquire();
            return 7;
        }).then(asker.get(), [&called](int) { called = true; });
        asker.reset();
        held.release();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }
};

PLIMSOLL_TEST(TestBackground)
#include "tst_background.moc"
