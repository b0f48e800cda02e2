// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/singleinstance.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <sys/stat.h>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using plimsoll::desktop::SingleInstance;

namespace {

constexpr auto kChild = "PLIMSOLL_TEST_CLAIM"; // "data dir:run-time dir": claim, say the role, end
constexpr auto kStays = "PLIMSOLL_TEST_STAYS"; // or say "ready" and stay

SingleInstance::Role claimInChild(const QString &data, const QString &runtime)
{
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(kChild), data + u':' + runtime);
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), QStringList());
    QSignalSpy finished(&child, &QProcess::finished);
    if (!finished.wait(20'000)) { // the event loop of the first runs meanwhile
        qWarning("the second start did not end");
    }
    return static_cast<SingleInstance::Role>(child.exitCode());
}

/// What a stranger gets for these bytes.
QByteArray say(const QString &path, const QByteArray &bytes)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(2000)) {
        return "not connected";
    }
    socket.write(bytes);
    QSignalSpy gone(&socket, &QLocalSocket::disconnected);
    if (socket.state() != QLocalSocket::UnconnectedState) {
        gone.wait(5000);
    }
    return socket.readAll();
}

int permissionsOf(const QString &path)
{
    struct stat info {
    };
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? static_cast<int>(info.st_mode & 0777U) : -1;
}

} // namespace

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QDir(m_folder->path()).mkpath(u"data"_s);
        QDir(m_folder->path()).mkpath(u"run"_s);
        m_data = m_folder->filePath(u"data"_s);
        m_run = m_folder->filePath(u"run"_s);
    }

    void secondProcessRaisesTheFirst()
    {
        SingleInstance first(m_data, m_run);
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        QCOMPARE(first.claim(), SingleInstance::Role::First);
        QCOMPARE(claimInChild(m_data, m_run), SingleInstance::Role::Second);
        QCOMPARE(raised.size(), 1);
        QCOMPARE(claimInChild(m_data + u"/../data"_s, m_run),
                 SingleInstance::Role::Second); // the same folder in other words
        QCOMPARE(raised.size(), 2);
    }

    void anotherFolderIsAnotherProgram()
    {
        SingleInstance first(m_data, m_run);
        QCOMPARE(first.claim(), SingleInstance::Role::First);
        QDir(m_folder->path()).mkpath(u"other"_s);
        QCOMPARE(claimInChild(m_folder->filePath(u"other"_s), m_run), SingleInstance::Role::First);
    }

    void nothingLeftBehindKeepsItFromStarting()
    {
        QString socketPath;
        {
            SingleInstance first(m_data, m_run);
            QCOMPARE(first.claim(), SingleInstance::Role::First);
            socketPath = first.socketPath();
        }
        const QString lockPath = QString(socketPath).replace(u".socket"_s, u".lock"_s);
        for (const QByteArray &content : {QByteArray(), QByteArray("rubbish\n1234\n\0", 14)}) { // after a power cut
            QFile lock(lockPath);
            QVERIFY(lock.open(QIODevice::WriteOnly | QIODevice::Truncate));
            lock.write(content);
            lock.close();
            QFile socket(socketPath);
            QVERIFY(socket.open(QIODevice::WriteOnly | QIODevice::Truncate));
            socket.close();
            SingleInstance again(m_data, m_run);
            QSignalSpy raised(&again, &SingleInstance::raiseRequested);
            QCOMPARE(again.claim(), SingleInstance::Role::First);
            QCOMPARE(claimInChild(m_data, m_run), SingleInstance::Role::Second);
            QCOMPARE(raised.size(), 1);
        }
    }

    void onlyTheOwnerMayReachTheSocket()
    {
        const auto before = ::umask(0);
        SingleInstance first(m_data, m_run);
        QCOMPARE(first.claim(), SingleInstance::Role::First);
        ::umask(before);
        const QString lockPath = QString(first.socketPath()).replace(u".socket"_s, u".lock"_s);
        QCOMPARE(permissionsOf(first.socketPath()) & 077, 0);
        QCOMPARE(permissionsOf(lockPath), 0600);
    }

    void takesOneWordOnly_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("the word") << QByteArray("raise\n") << QByteArray("ok\n");
        QTest::newRow("another word") << QByteArray("quit\n") << QByteArray();
        QTest::newRow("with more behind") << QByteArray("raise\nraise\n") << QByteArray();
        QTest::newRow("with zeros") << QByteArray("raise\0\n", 7) << QByteArray();
        QTest::newRow("too long") << QByteArray(100'000, 'a') << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray(); // cut after kPatienceMs
        QTest::newRow("half a word") << QByteArray("rai") << QByteArray();
    }

    void takesOneWordOnly()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, answer);
        SingleInstance first(m_data, m_run);
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        QCOMPARE(first.claim(), SingleInstance::Role::First);
        QCOMPARE(say(first.socketPath(), bytes), answer);
        QCOMPARE(raised.size(), answer.isEmpty() ? 0 : 1);
    }

    void survivesRandomBytes()
    {
        SingleInstance first(m_data, m_run);
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        QCOMPARE(first.claim(), SingleInstance::Role::First);
        QRandomGenerator random(20260301); // the same bytes each time
        for (int i = 0; i < 300; ++i) {
            QByteArray bytes(random.bounded(1, 60), '\n');
            for (char &byte : bytes) {
                byte = static_cast<char>(random.bounded(256));
            }
            bytes += '\n';
            QCOMPARE(say(first.socketPath(), bytes), QByteArray());
        }
        QCOMPARE(raised.size(), 0);
        QCOMPARE(claimInChild(m_data, m_run), SingleInstance::Role::Second);
    }

    // Nobody may take its place, and nobody waits for ever.
    void aFirstThatHangsIsReported()
    {
        SingleInstance first(m_data, m_run);
        QCOMPARE(first.claim(), SingleInstance::Role::First);
        SingleInstance second(m_data, m_run); // in this thread: the first cannot answer while this asks
        QElapsedTimer asked;
        asked.start();
        QFile::remove(first.socketPath());
        QCOMPARE(second.claim(), SingleInstance::Role::Unanswered);
        QVERIFY(asked.elapsed() < SingleInstance::kAnswerMs + 3000);
    }

    void aFirstThatHangsCanBeReplaced()
    {
        QProcess first;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(kChild), m_data + u':' + m_run);
        environment.insert(QString::fromLatin1(kStays), u"1"_s);
        first.setProcessEnvironment(environment);
        first.start(QCoreApplication::applicationFilePath(), QStringList());
        QVERIFY(first.waitForReadyRead(20'000)); // it listens
        QCOMPARE(::kill(static_cast<pid_t>(first.processId()), SIGSTOP), 0);
        SingleInstance second(m_data, m_run);
        QCOMPARE(second.claim(), SingleInstance::Role::Unanswered);
        QCOMPARE(second.unanswering(), first.processId());
        QVERIFY(second.replace());
        QCOMPARE(second.unanswering(), 0);
        QVERIFY(first.state() == QProcess::NotRunning || first.waitForFinished(5000));
        QCOMPARE(first.exitStatus(), QProcess::CrashExit);
        QCOMPARE(claimInChild(m_data, m_run), SingleInstance::Role::Second); // it listens in the place of the first
    }

    void oneThatNeverListenedIsLeftAlone()
    {
        SingleInstance first(m_data, m_run);
        QCOMPARE(first.claim(), SingleInstance::Role::First);
        QFile::remove(first.socketPath());
        SingleInstance second(m_data, m_run);
        QCOMPARE(second.claim(), SingleInstance::Role::Unanswered);
        QCOMPARE(second.unanswering(), 0);
        QVERIFY(!second.replace());
    }

    void startsWhereThereIsNoPlaceToMeet()
    {
        SingleInstance nowhere(m_data, m_folder->filePath(u"missing/folder"_s));
        QCOMPARE(nowhere.claim(), SingleInstance::Role::First);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_data;
    QString m_run;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (const QStringList child = qEnvironmentVariable(kChild).split(u':'); child.size() == 2) {
        SingleInstance instance(child[0], child[1]);
        const auto role = instance.claim();
        if (!qEnvironmentVariableIsSet(kStays)) {
            return static_cast<int>(role);
        }
        std::puts("ready");
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    TestSingleInstance test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_singleinstance.moc"
