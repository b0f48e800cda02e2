// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interrupt.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

namespace plimsoll::cli {

namespace {

sigset_t endingSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

} // namespace

Interrupt::Interrupt(std::function<void()> onSignal)
    : m_descriptor([] {
        const sigset_t signals = endingSignals();
        return signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    }())
    , m_notifier(m_descriptor, QSocketNotifier::Read)
{
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [onSignal = std::move(onSignal)] { onSignal(); });
}

Interrupt::~Interrupt()
{
    m_notifier.setEnabled(false);
    close(m_descriptor);
}

void blockEndingSignals()
{
    const sigset_t signals = endingSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

} // namespace plimsoll::cli
