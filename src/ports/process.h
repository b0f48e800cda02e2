// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QSocketNotifier>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace plimsoll::monitor {

/// What a person owns is nobody else's business: files of this process are its owner's alone, and no core dump shows
/// balances. For both programs, before anything else.
void keepPrivate();

/// Turns SIGTERM, SIGINT and SIGHUP into a call on the event loop, so that a program ends in order. The first of them
/// only: a second one ends the process at once, in case ending hangs. One that was ignored at the start (nohup) stays
/// ignored. One object per process; main thread.
class EndingSignals
{
public:
    explicit EndingSignals(std::function<void()> onSignal);
    ~EndingSignals();
    EndingSignals(const EndingSignals &) = delete;
    EndingSignals &operator=(const EndingSignals &) = delete;

    [[nodiscard]] bool arrived() const; ///< one came, whether or not the event loop has seen it

private:
    int m_reader;
    QSocketNotifier m_notifier;
};

/// Bounds the end of a program: where this object still lives after `limit`, says on standard error that `what` does
/// not answer and ends the process with exit code kUnanswered, without any further order. What was confirmed is on the
/// disk; locks are freed by the kernel.
class EndingLimit
{
public:
    static constexpr int kUnanswered = 70;
    static constexpr std::chrono::milliseconds kLimit {8000}; ///< the storage may wait 5 s for another process

    explicit EndingLimit(std::string what, std::chrono::milliseconds limit = kLimit);
    ~EndingLimit();
    EndingLimit(const EndingLimit &) = delete;
    EndingLimit &operator=(const EndingLimit &) = delete;

private:
    std::mutex m_mutex; // guards m_isOver
    std::condition_variable m_changed;
    bool m_isOver = false;
    std::thread m_thread;
};

} // namespace plimsoll::monitor
