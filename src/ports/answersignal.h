// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

namespace plimsoll {

/// Says in the thread of whoever waits that an answer has come. A part of Future: Qt cuts the connection of a receiver
/// that is destroyed, whichever thread emits.
class AnswerSignal final : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void came();
};

} // namespace plimsoll
