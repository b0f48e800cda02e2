// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QThread>

namespace plimsoll::monitor {

/// Owns one thread by name: started on construction, quit and waited for on destruction. Workers are objects without
/// parent, moved here once; they are deleted on the thread when it ends.
class ThreadHost
{
public:
    explicit ThreadHost(const QString &name)
    {
        m_thread.setObjectName(name);
        m_thread.start();
    }

    ThreadHost(const ThreadHost &) = delete;
    ThreadHost &operator=(const ThreadHost &) = delete;

    ~ThreadHost()
    {
        m_thread.quit();
        m_thread.wait();
    }

    void adopt(QObject *worker)
    {
        worker->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, worker, &QObject::deleteLater);
    }

    [[nodiscard]] QThread &thread() { return m_thread; }

private:
    QThread m_thread;
};

} // namespace plimsoll::monitor
