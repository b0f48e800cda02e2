// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFuture>
#include <QtCore/QPromise>
#include <QtCore/QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace plimsoll::viewmodels {

/// Runs `work` on a pool thread and gives its answer as a future, so that the screen never waits for a disk. `work` may
/// only use values.
template<typename Work>
[[nodiscard]] QFuture<std::invoke_result_t<Work>> inBackground(Work work)
{
    using Answer = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Answer>>();
    QFuture<Answer> future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise = std::move(promise), work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace plimsoll::viewmodels
