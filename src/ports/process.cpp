// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/process.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <string>
#include <utility>

namespace plimsoll::monitor {

namespace {

constexpr std::array kEnding {SIGTERM, SIGINT, SIGHUP};

// All that the signal handler may look at.
volatile std::sig_atomic_t writer = -1;
volatile std::sig_atomic_t came = 0;

// Calls nothing but what a signal handler may call.
void handle(void (*handler)(int))
{
    for (const int number : kEnding) {
        struct sigaction action {
        };
        ::sigaction(number, nullptr, &action);
        if (action.sa_handler == SIG_IGN) { // NOLINT: a macro of the system
            continue;
        }
        action = {};
        action.sa_handler = handler;
        action.sa_flags = SA_RESTART;
        ::sigaction(number, &action, nullptr);
    }
}

void tell(int)
{
    const int before = errno;
    handle(SIG_DFL);
    came = 1;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(writer, &byte, 1); // the pipe is empty: this is the first signal
    errno = before;
}

// Reader; the writer goes to where the handler finds it.
int openPipe()
{
    std::array<int, 2> ends {-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) == 0) {
        writer = ends[1];
    }
    return ends[0];
}

} // namespace

void keepPrivate()
{
    ::umask(077);
    const rlimit none {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
}

EndingSignals::EndingSignals(std::function<void()> onSignal)
    : m_reader((came = 0, openPipe()))
    , m_notifier(m_reader, QSocketNotifier::Read)
{
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this, onSignal = std::move(onSignal)] {
        m_notifier.setEnabled(false);
        onSignal();
    });
    if (writer >= 0) {
        handle(tell);
    }
}

EndingSignals::~EndingSignals()
{
    handle(SIG_DFL);
    m_notifier.setEnabled(false);
    ::close(std::exchange(m_reader, -1));
    ::close(writer);
    writer = -1;
}

bool EndingSignals::arrived() const
{
    return came != 0;
}

EndingLimit::EndingLimit(std::string what, std::chrono::milliseconds limit)
    : m_thread([this, what = std::move(what), limit] {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait_for(lock, limit, [this] { return m_isOver; })) {
            const std::string text = std::string(program_invocation_short_name) + ": " + what
                + " does not answer; ended without it\n";
            [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
            ::_exit(kUnanswered);
        }
    })
{
}

EndingLimit::~EndingLimit()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

} // namespace plimsoll::monitor
