// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/notice.h"

#include <QtCore/QMetaType>
#include <QtCore/QObject>
#include <QtCore/QString>

#include <cstdint>

namespace plimsoll::monitor {

/// The words of a notice, as one person reads them. Plain text; a channel escapes what it must.
struct NoticeText {
    QString title; ///< "Margin call: isolated BCH/USDT at 1.06"
    QString body; ///< what saves it, and what else stands; several lines
    QString line; ///< both on one line, for terminals and phones
    QString account {}; ///< the worst line's account as the title names it; "" for the program
};

/// One notice on one channel.
struct Delivery {
    alarm::NoticeId notice;
    alarm::Channel channel = alarm::Channel::Desktop;
    alarm::Priority priority = alarm::Priority::Low;
    bool quiet = false; ///< replace the text that is shown only
    bool allOver = false; ///< nothing is active any more
    bool canSnooze = false;
    bool isTest = false; ///< of a test button, the daily self-test or the fire drill: concerns no alarm
    bool isDrill = false; ///< shown as a real one would be
    bool withdraw = false; ///< Desktop: takes away what stands of the drill, and shows nothing
    int worstCondition = 0; ///< alarm::Condition of the worst line; for the choice of a sound
    QString account; ///< id of the worst line's, or ""
    NoticeText text;
};

/// What became of it.
struct DeliveryReport {
    alarm::NoticeId notice;
    alarm::Channel channel = alarm::Channel::Desktop;
    bool delivered = false;
    bool isTest = false;
    QString detail; ///< where it failed: why, plain English, from outside; else what accepted it
    std::int64_t tookMs = 0;
};

/// What a person chose on a notification.
enum class NoticeAction { Open, Snooze, Acknowledge };

/// Port: carries deliveries to people. send() may be called from any thread, returns at once and never waits for a
/// desktop; every delivery is reported exactly once, at the latest 2 s later as failed (10 s for Command and Webhook).
/// Signals come from a thread of its own.
class Notifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void send(const Delivery &delivery) = 0;

Q_SIGNALS:
    void reported(const plimsoll::monitor::DeliveryReport &report);
    void actionChosen(plimsoll::alarm::NoticeId notice, plimsoll::monitor::NoticeAction action);
    void desktopRestarted(); ///< its notifications are gone: tell again what stands
};

} // namespace plimsoll::monitor

Q_DECLARE_METATYPE(plimsoll::monitor::Delivery)
Q_DECLARE_METATYPE(plimsoll::monitor::DeliveryReport)
