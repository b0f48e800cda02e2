// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFuture>
#include <QtCore/QFutureWatcher>
#include <QtCore/QPromise>
#include <QtCore/QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace plimsoll::viewmodels {

/// The answer of a job on a pool thread, which may come after whoever asked is gone. QFuture::then() of Qt 6.4 crashes
/// then: it calls into the asker that was there.
template<typename Answer>
class BackgroundAnswer
{
public:
    explicit BackgroundAnswer(QFuture<Answer> future)
        : m_future(std::move(future))
    {
    }

    /// Calls `show` with the answer, later and in this thread, which is that of `context`; not at all once `context` is
    /// gone.
    template<typename Show>
    void then(QObject *context, Show show) const
    {
        auto *watcher = new QFutureWatcher<Answer>(context);
        QObject::connect(watcher, &QFutureWatcher<Answer>::finished, context, [watcher, show = std::move(show)] {
            const Answer answer = watcher->result();
            watcher->deleteLater();
            show(answer);
        });
        watcher->setFuture(m_future);
    }

private:
    QFuture<Answer> m_future;
};

/// Runs `work` on a pool thread, so that the screen never waits for a disk. `work` may only use values.
template<typename Work>
[[nodiscard]] BackgroundAnswer<std::invoke_result_t<Work>> inBackground(Work work)
{
    using Answer = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Answer>>();
    const BackgroundAnswer<Answer> answer(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise = std::move(promise), work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return answer;
}

} // namespace plimsoll::viewmodels
