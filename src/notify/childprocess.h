// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QProcess>
#include <QtCore/QProcessEnvironment>
#include <QtCore/QStringList>

namespace plimsoll::notify {

/// One run of another program: no shell, no input, in a session of its own so that all it started can be ended with it,
/// and only the beginning of what it prints is kept. Lives on the thread that calls it.
class ChildProcess : public QObject
{
    Q_OBJECT

public:
    static constexpr int kKept = 4096; ///< bytes of output

    explicit ChildProcess(QObject *parent = nullptr);
    ~ChildProcess() override; ///< ends it, without ended()

    /// Once per object. `environment` is all that the program gets.
    void start(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment);
    void kill(); ///< with everything it started

Q_SIGNALS:
    void ended(bool wasGood,
               const QString &detail); ///< good = exit code 0; else why not, one line with what it printed

private:
    void read();
    void conclude(bool wasGood, const QString &detail);

    QProcess m_process;
    QByteArray m_output;
    bool m_isOver = false;
};

} // namespace plimsoll::notify
