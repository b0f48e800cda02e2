// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/future.h"

#include <QtCore/QPromise>

#include <memory>
#include <utility>

namespace plimsoll {

/// The other end of a Future. Copies are one; where the last goes without an answer, the future is cancelled. Any
/// thread may use it.
template<typename T>
class Promise
{
public:
    Promise()
        : m_promise(std::make_shared<QPromise<T>>())
    {
        m_promise->start();
    }

    Future<T> future(Qt::ConnectionType delivery = Qt::AutoConnection) const { return {m_promise->future(), delivery}; }

    /// Once.
    void finish(T answer) const
    {
        m_promise->addResult(std::move(answer));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<T>> m_promise;
};

/// Runs `work` on a pool thread, so that the screen never waits for a disk. It may only use values. Answers by way of
/// the asker's event loop, never before the call returns.
template<typename Work>
auto inBackground(Work work) -> Future<std::invoke_result_t<Work>>
{
    const Promise<std::invoke_result_t<Work>> promise;
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable { promise.finish(work()); });
    return promise.future(Qt::QueuedConnection);
}

} // namespace plimsoll
