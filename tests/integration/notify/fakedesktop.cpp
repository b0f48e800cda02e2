// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakedesktop.h"

#include <QtCore/QJsonDocument>
#include <QtTest/QtTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace plimsoll::testlib {

FakeDesktop::FakeDesktop()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] { read(); });
}

FakeDesktop::~FakeDesktop()
{
    kill();
}

bool FakeDesktop::start()
{
    m_isReady = false;
    m_process.start(u"/usr/bin/python3"_s, {QStringLiteral(PLIMSOLL_FAKE_DESKTOP)});
    return QTest::qWaitFor([this] { return m_isReady; }, 10'000);
}

bool FakeDesktop::tell(const QByteArray &command)
{
    const int before = m_done;
    m_process.write(command + '\n');
    return QTest::qWaitFor([this, before] { return m_done > before; }, 5000);
}

void FakeDesktop::kill()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

void FakeDesktop::hold()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGSTOP);
}

void FakeDesktop::release()
{
    ::kill(static_cast<pid_t>(m_process.processId()), SIGCONT);
}

void FakeDesktop::read()
{
    while (m_process.canReadLine()) {
        const QByteArray line = m_process.readLine().trimmed();
        if (line == "ready") {
            m_isReady = true;
        } else if (line == "asked") {
            ++asked;
        } else if (line.startsWith("closed ")) {
            closed.push_back(line.mid(7).toInt());
        } else if (line == "done") {
            ++m_done;
        } else {
            shown.push_back(QJsonDocument::fromJson(line).object());
        }
    }
}

} // namespace plimsoll::testlib
