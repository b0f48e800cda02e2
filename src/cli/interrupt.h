// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSocketNotifier>

#include <functional>

namespace plimsoll::cli {

/// Keeps SIGINT and SIGTERM from ending the process; call before the first thread starts.
void blockEndingSignals();

/// Turns SIGINT and SIGTERM into a call on the event loop, so that a watch ends tidily. Requires: blockEndingSignals(); main thread.
class Interrupt
{
public:
    explicit Interrupt(std::function<void()> onSignal);
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

private:
    int m_descriptor;
    QSocketNotifier m_notifier;
};

} // namespace plimsoll::cli
