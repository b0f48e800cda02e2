// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/answersignal.h"

#include <QtCore/QFuture>
#include <QtCore/QPromise>
#include <QtCore/QThreadPool>

#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace plimsoll {

/// An answer that comes later, perhaps after whoever asked is gone. QFuture::then() of Qt 6.4 crashes the thread that
/// answers then, as it calls into the asker that was there; so no part of the program hands out a QFuture. A value;
/// any thread may use it. Only one of then() and inBackground() may be called, once.
template<typename T>
class [[nodiscard]] Future
{
public:
    /// One that never answers.
    Future() = default;
    /// `delivery` says how then() calls an asker of the thread that answers: at once, or by way of its event loop.
    Future(QFuture<T> future, Qt::ConnectionType delivery = Qt::AutoConnection)
        : m_future(std::move(future))
        , m_delivery(delivery)
    {
    }

    /// Calls `show` with the answer in the thread of `context`; not at all once `context` is gone. Where `show` returns
    /// something, the future of that, which is cancelled with `context`.
    template<typename Show>
    auto then(QObject *context, Show show) const
    {
        using Made = std::invoke_result_t<Show, const T &>;
        if constexpr (std::is_void_v<Made>) {
            deliver(context, std::move(show));
        } else {
            const auto promise = std::make_shared<QPromise<Made>>();
            promise->start();
            deliver(context, [promise, show = std::move(show)](const T &answer) {
                promise->addResult(show(answer));
                promise->finish();
            });
            return Future<Made>(promise->future());
        }
    }

    /// The same in the thread that answers, which may be any. `show` may only use values.
    template<typename Show>
    auto then(Show show) const
    {
        using Made = std::invoke_result_t<Show, const T &>;
        if constexpr (std::is_void_v<Made>) {
            QFuture<T>(m_future).then(std::move(show));
        } else {
            return Future<Made>(QFuture<T>(m_future).then(std::move(show)));
        }
    }

    /// What `work` makes of the answer, on a pool thread. It may only use values.
    template<typename Work>
    auto inBackground(Work work) const -> Future<std::invoke_result_t<Work, const T &>>
    {
        return {QFuture<T>(m_future).then(QThreadPool::globalInstance(), std::move(work)), Qt::QueuedConnection};
    }

    [[nodiscard]] bool isFinished() const { return m_future.isFinished(); }
    /// Whether it will never answer.
    [[nodiscard]] bool isCanceled() const { return m_future.isCanceled(); }
    /// Waits for the answer. Not cancelled.
    [[nodiscard]] T result() const { return m_future.result(); }

private:
    template<typename Show>
    void deliver(QObject *context, Show show) const
    {
        const auto signal = std::make_shared<AnswerSignal>();
        const auto slot = std::make_shared<std::optional<T>>();
        QObject::connect(
            signal.get(), &AnswerSignal::came, context, [slot, show = std::move(show)]() mutable { show(**slot); },
            m_delivery);
        QFuture<T>(m_future).then([signal, slot](const T &answer) {
            *slot = answer;
            Q_EMIT signal->came();
        });
    }

    QFuture<T> m_future;
    Qt::ConnectionType m_delivery = Qt::AutoConnection;
};

} // namespace plimsoll
