// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/childprocess.h"

#include "ports/outsidetext.h"

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace plimsoll::notify {

ChildProcess::ChildProcess(QObject *parent)
    : QObject(parent)
    , m_process(this)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([] { ::setsid(); });
    connect(&m_process, &QProcess::readyRead, this, &ChildProcess::read);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            conclude(false, u"could not be started: "_s + monitor::outsideLine(m_process.errorString()));
        }
    });
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        read();
        const QString printed = monitor::outsideLine(QString::fromUtf8(m_output));
        if (status != QProcess::NormalExit) {
            conclude(false, u"was ended by a signal"_s);
        } else if (code != 0) {
            conclude(false, u"exit code %1"_s.arg(code) + (printed.isEmpty() ? QString() : u": "_s + printed));
        } else {
            conclude(true, {});
        }
    });
}

ChildProcess::~ChildProcess()
{
    m_isOver = true;
    kill();
    m_process.waitForFinished(1000); // it was killed: this is the time that the system needs for it
}

void ChildProcess::start(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    m_process.setProcessEnvironment(environment);
    m_process.start(program, arguments, QIODevice::ReadOnly);
}

void ChildProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning) {
        return;
    }
    if (const qint64 leader = m_process.processId(); leader > 0) {
        ::kill(static_cast<pid_t>(-leader), SIGKILL); // its session has one process group unless it made others
    }
    m_process.kill(); // where it had no time to make its session
}

void ChildProcess::read()
{
    m_output = (m_output + m_process.readAll()).left(kKept);
}

void ChildProcess::conclude(bool wasGood, const QString &detail)
{
    if (!m_isOver) {
        m_isOver = true;
        Q_EMIT ended(wasGood, detail);
    }
}

} // namespace plimsoll::notify
