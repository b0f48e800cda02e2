// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hungfirst.h"
#include "desktop/singleinstance.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPushButton>

#include <csignal>

using namespace Qt::StringLiterals;
using plimsoll::desktop::SingleInstance;

namespace {

/// What stood on the screen while the question waited.
struct Question {
    QString text;
    QStringList buttons;
    bool wasVisible = false;
};

/// The real program, as the first one.
class First
{
public:
    explicit First(const QString &dataDir)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s); // its own window is not looked at
        m_process.setProcessEnvironment(environment);
        m_process.start(qEnvironmentVariable("PLIMSOLL_GUI"), {u"--data-dir"_s, dataDir, u"--example"_s});
    }

    ~First()
    {
        if (m_process.state() != QProcess::NotRunning) {
            ::kill(pid(), SIGKILL);
            m_process.waitForFinished();
        }
    }

    [[nodiscard]] pid_t pid() const { return static_cast<pid_t>(m_process.processId()); }
    void hang() const { QCOMPARE(::kill(pid(), SIGSTOP), 0); }
    [[nodiscard]] bool runs() { return m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(100); }

private:
    QProcess m_process;
};

/// Answers the next question with the button of this text, as soon as it is on the screen.
void answer(const QString &button, Question &seen)
{
    auto *look = new QTimer(qApp);
    QObject::connect(look, &QTimer::timeout, look, [look, button, &seen] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (box == nullptr || !box->isVisible()) {
            return;
        }
        look->deleteLater();
        seen = {box->text(), {}, QTest::qWaitForWindowExposed(box)};
        for (QAbstractButton *each : box->buttons()) {
            seen.buttons.append(each->text());
        }
        for (QAbstractButton *each : box->buttons()) {
            if (each->text() == button) {
                each->click();
                return;
            }
        }
        box->reject();
    });
    look->start(20);
}

} // namespace

/// A second start against a first one that does not answer: what a person sees who started it from a menu.
class TestHungFirst : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY2(!qEnvironmentVariable("PLIMSOLL_GUI").isEmpty(), "run by ctest");
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", m_folder->path().toUtf8());
        m_data = m_folder->filePath(u"data"_s);
    }

    void asksOnTheScreen_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("starts");
        QTest::newRow("left alone") << u"Leave it"_s << false;
        QTest::newRow("ended") << u"End it and start"_s << true;
    }

    void asksOnTheScreen()
    {
        QFETCH(QString, button);
        QFETCH(bool, starts);
        First first(m_data);
        SingleInstance second(m_data + u"-example"_s);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(second.socketPath()), 20'000);
        first.hang();
        const QString pid = QString::number(first.pid()); // gone with the process
        Question seen;
        answer(button, seen);
        const auto code = plimsoll::app::claim(second, false);
        QVERIFY(seen.wasVisible);
        QVERIFY2(seen.text.contains(pid), qPrintable(seen.text));
        QVERIFY2(seen.text.contains(u"does not answer"_s), qPrintable(seen.text));
        QCOMPARE(seen.buttons.size(), 2);
        QCOMPARE(code, starts ? std::nullopt : std::optional(plimsoll::app::kRunsAlready));
        QCOMPARE(first.runs(), !starts);
    }

    // Nothing is ended unasked, and nobody is left with nothing on the screen.
    void saysSoWhereItCannotBeEnded()
    {
        SingleInstance first(m_data);
        QCOMPARE(first.claim(), SingleInstance::Role::First);
        QVERIFY(QFile::remove(first.socketPath()));
        SingleInstance second(m_data);
        Question seen;
        answer(u"OK"_s, seen);
        QCOMPARE(plimsoll::app::claim(second, false), std::optional(plimsoll::app::kRunsAlready));
        QVERIFY(seen.wasVisible);
        QVERIFY2(seen.text.contains(u"could not be ended"_s), qPrintable(seen.text));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_data;
};

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    TestHungFirst test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_hungfirst.moc"
