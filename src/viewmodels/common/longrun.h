// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/promise.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>
#include <utility>

namespace plimsoll::viewmodels {

/// Work that a person waits for, on a pool thread: one at a time, with progress, and stopped at once where nobody waits
/// any more. GUI thread.
class LongRun : public QObject
{
    Q_OBJECT

public:
    explicit LongRun(QObject *parent = nullptr)
        : QObject(parent)
    {
        constexpr int kLookMs = 100;
        m_look.setInterval(kLookMs);
        connect(&m_look, &QTimer::timeout, this, &LongRun::progressChanged);
    }
    ~LongRun() override { cancel(); }

    [[nodiscard]] bool isRunning() const { return m_stop != nullptr; }
    [[nodiscard]] double progress() const { return m_progress ? m_progress() : 0; } ///< 0 to 1

    /// Calls `work(std::stop_token)`, which may only use values, and `show` with its answer unless it was cancelled.
    /// `progress` is asked while it runs. Requires: nothing runs.
    template<typename Work, typename Show>
    void start(std::function<double()> progress, Work work, Show show)
    {
        using Answer = std::invoke_result_t<Work, std::stop_token>;
        m_stop = std::make_shared<std::stop_source>();
        m_progress = std::move(progress);
        m_look.start();
        inBackground([stop = m_stop, work = std::move(work)]() mutable {
            return work(stop->get_token());
        }).then(this, [this, stop = m_stop, show = std::move(show)](const Answer &answer) {
            if (stop == m_stop) {
                end();
                show(answer);
                Q_EMIT progressChanged();
            }
        });
    }

    /// True where something ran.
    bool cancel()
    {
        if (!m_stop) {
            return false;
        }
        m_stop->request_stop();
        end();
        return true;
    }

Q_SIGNALS:
    void progressChanged();

private:
    void end()
    {
        m_stop.reset();
        m_progress = {};
        m_look.stop();
    }

    std::shared_ptr<std::stop_source> m_stop; ///< of what runs
    std::function<double()> m_progress;
    QTimer m_look; ///< at the progress
};

} // namespace plimsoll::viewmodels
