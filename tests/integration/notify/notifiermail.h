// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notify/channelnotifier.h"

#include <QtCore/QObject>

#include <utility>
#include <vector>

namespace plimsoll::testlib {

/// What a notifier said, brought to the thread of the test.
class NotifierMail
{
public:
    explicit NotifierMail(notify::ChannelNotifier &notifier)
    {
        using notify::ChannelNotifier;
        QObject::connect(&notifier, &ChannelNotifier::reported, &m_here,
                         [this](const monitor::DeliveryReport &report) { reports.push_back(report); });
        QObject::connect(
            &notifier, &ChannelNotifier::actionChosen, &m_here,
            [this](alarm::NoticeId notice, monitor::NoticeAction action) { actions.emplace_back(notice, action); });
        QObject::connect(&notifier, &ChannelNotifier::desktopRestarted, &m_here, [this] { ++restarts; });
        QObject::connect(&notifier, &ChannelNotifier::aboutToSleep, &m_here, [this] { ++sleeps; });
        QObject::connect(&notifier, &ChannelNotifier::woke, &m_here, [this] { ++wakes; });
        QObject::connect(&notifier, &ChannelNotifier::pinged, &m_here,
                         [this](bool answered, const QString &) { pings.push_back(answered); });
        QObject::connect(&notifier, &ChannelNotifier::telegramTokenChecked, &m_here,
                         [this](bool isThere, const QString &error) { tokens.emplace_back(isThere, error); });
    }

    std::vector<monitor::DeliveryReport> reports;
    std::vector<std::pair<alarm::NoticeId, monitor::NoticeAction>> actions;
    std::vector<std::pair<bool, QString>> tokens;
    std::vector<bool> pings;
    int restarts = 0;
    int sleeps = 0;
    int wakes = 0;

private:
    QObject m_here;
};

} // namespace plimsoll::testlib
