// SPDX-License-Identifier: GPL-3.0-or-later
// What a process is to the system: private, ended in order by a signal, and never without end. Each case is a child of
// this program.
#include "ports/process.h"
#include "ports/threadhost.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSemaphore>
#include <QtCore/QTimer>
#include <QtTest/QTest>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <functional>

using namespace plimsoll;
using namespace std::chrono_literals;

namespace {

struct Ended {
    int code = -1; ///< -1: by a signal
    QByteArray words; ///< on standard error
};

Ended inChild(const std::function<int()> &work)
{
    std::array<int, 2> pipe {};
    if (::pipe(pipe.data()) != 0) {
        return {};
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(pipe[1], STDERR_FILENO);
        ::_exit(work());
    }
    ::close(pipe[1]);
    Ended ended;
    std::array<char, 256> text {};
    for (ssize_t size = 0; (size = ::read(pipe[0], text.data(), text.size())) > 0;) {
        ended.words.append(text.data(), size);
    }
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ended;
}

/// What an event loop needs.
class Application
{
public:
    Application()
        : m_application(m_count, m_words.data())
    {
    }

private:
    int m_count = 1;
    std::array<char, 5> m_name {'t', 'e', 's', 't', 0};
    std::array<char *, 2> m_words {m_name.data(), nullptr};
    QCoreApplication m_application;
};

// An event loop that a signal ends; 9 where none does.
int loopEndedBy(int number, int times)
{
    const Application application;
    int calls = 0;
    const monitor::EndingSignals signals([&calls] {
        ++calls;
        QCoreApplication::exit(3);
    });
    for (int i = 0; i < times; ++i) {
        ::raise(number);
    }
    QTimer::singleShot(2s, qApp, [] { QCoreApplication::exit(9); });
    const int code = QCoreApplication::exec();
    return code == 3 && (calls != 1 || !signals.arrived()) ? 8 : code;
}

} // namespace

class TestProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isPrivate()
    {
        const Ended ended = inChild([] {
            monitor::keepPrivate();
            rlimit core {1, 1};
            ::getrlimit(RLIMIT_CORE, &core);
            return core.rlim_cur == 0 && core.rlim_max == 0 && ::prctl(PR_GET_DUMPABLE) == 0 && ::umask(0) == 077 ? 0
                                                                                                                  : 1;
        });
        QCOMPARE(ended.code, 0);
    }

    void aSignalIsACallOnTheEventLoop_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGHUP") << SIGHUP;
    }

    void aSignalIsACallOnTheEventLoop()
    {
        QFETCH(int, number);
        QCOMPARE(inChild([number] { return loopEndedBy(number, 1); }).code, 3);
    }

    void aSecondSignalEndsAtOnce()
    {
        QCOMPARE(inChild([] { return loopEndedBy(SIGTERM, 2); }).code, -1);
    }

    void anIgnoredSignalStaysIgnored()
    {
        QCOMPARE(inChild([] {
                     std::signal(SIGHUP, SIG_IGN); // NOLINT: a macro of the system
                     return loopEndedBy(SIGHUP, 1);
                 }).code,
                 9);
    }

    void anEndThatComesInTimeIsNoNews()
    {
        const Ended ended = inChild([] {
            {
                const monitor::EndingLimit limit("the engine", 10s);
            }
            return 0;
        });
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.words, QByteArray());
    }

    // The engine's thread waits for something that never comes; the end of the program would wait for it.
    void anEngineThatHangsDoesNotHoldUpTheEnd()
    {
        const Ended ended = inChild([] {
            const Application application;
            const monitor::EndingLimit limit("the engine", 100ms);
            QSemaphore never;
            monitor::ThreadHost engine(QStringLiteral("engine"));
            QObject worker;
            worker.moveToThread(&engine.thread());
            QMetaObject::invokeMethod(&worker, [&never] { never.acquire(); });
            QMetaObject::invokeMethod(
                &worker, [] {}, Qt::BlockingQueuedConnection);
            return 0;
        });
        QCOMPARE(ended.code, monitor::EndingLimit::kUnanswered);
        QVERIFY2(ended.words.contains("the engine does not answer"), ended.words.constData());
    }
};

QTEST_APPLESS_MAIN(TestProcess)

#include "tst_process.moc"
