// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/machine.h"
#include "alarm/planner.h"
#include "alarming/alarmoutbox.h"
#include "alarming/owntime.h"
#include "ports/alarmboard.h"
#include "ports/alarmpreferences.h"
#include "ports/clock.h"
#include "ports/noticecontext.h"
#include "ports/notifier.h"

#include <QtCore/QObject>

#include <array>
#include <functional>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// Sends notices on the channels of the preferences, and owns what is on its way: until when an answer is awaited, what
/// became of it, and how each channel does. Nothing is waited for: sent before the disk has confirmed anything, since
/// told twice is better than not told. Engine thread; `clock` and the notifier must outlive it.
class NoticeDispatcher final : public QObject
{
    Q_OBJECT

public:
    /// The words of a notice, pure; see wording::noticeText().
    using Writer = std::function<NoticeText(const alarm::Notice &, const NoticeContext &)>;

    struct Options {
        Notifier *notifier = nullptr; ///< nullptr: nothing but the screen
        Writer writer; ///< empty: notices without words, as in a replay
        AlarmPreferences preferences;
        bool hasScreen = false; ///< somebody confirms Screen deliveries and beats
    };

    NoticeDispatcher(const Clock &clock, Options options, QObject *parent);

    /// Returns the channels that were switched off by it.
    std::vector<alarm::Channel> setPreferences(const AlarmPreferences &preferences);

    /// One delivery per channel of the notice that carries something; returns its outbox rows, pending. `machine` knows
    /// what may be snoozed. A notification leads with the worst that stands: alarm::headedByWorst().
    std::vector<OutboxRow> send(const alarm::Notice &notice, const NoticeContext &context,
                                const alarm::Machine &machine);
    void send(const Delivery &delivery); ///< of a test or a drill
    void test(alarm::Channel channel, const NoticeText &text); ///< its result shows in the health of the channel
    void withdraw(const QString &title, const QString &body); ///< a notification that still asks for an answer
    void forget(); ///< what is on its way was of another part this process played

    /// The rows that a report ends; nothing where it was not awaited any more.
    std::optional<std::vector<OutboxRow>> finish(const DeliveryReport &report);
    /// Failures for what was not answered in time; for finish(). What this thread slept does not count.
    std::vector<DeliveryReport> overdue();

    [[nodiscard]] std::vector<std::string> accountsOf(alarm::NoticeId notice) const;
    [[nodiscard]] alarm::Ladder ladder() const; ///< the ways to a person as they are now
    [[nodiscard]] bool isQuietNow() const; ///< quiet hours, by the local time of day
    [[nodiscard]] const AlarmPreferences &preferences() const { return m_options.preferences; }
    [[nodiscard]] const std::array<ChannelHealth, alarm::kChannels> &channels() const { return m_channels; }

Q_SIGNALS:
    void noticed(const plimsoll::monitor::Delivery &delivery); ///< of the channels Screen, Attention, MiniWindow

private:
    [[nodiscard]] bool carries(alarm::Channel channel) const; ///< it is on, and something is there for it
    [[nodiscard]] Delivery deliveryOf(const alarm::Notice &notice, const NoticeContext &context,
                                      const alarm::Machine &machine) const;

    const Clock &m_clock;
    Options m_options;
    AlarmOutbox m_outbox;
    OwnTime m_ownTime;
    std::array<ChannelHealth, alarm::kChannels> m_channels;
    alarm::NoticeId m_newest {alarm::NoticeId::Maker::Program, 0}; ///< of what concerns no alarm
};

} // namespace plimsoll::monitor
