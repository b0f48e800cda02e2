// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notify/courier.h"

#include <QtCore/QObject>

#include <utility>
#include <vector>

namespace plimsoll::testlib {

/// What a courier said, brought to the thread of the test.
class CourierMail
{
public:
    explicit CourierMail(notify::Courier &courier)
    {
        using notify::Courier;
        QObject::connect(&courier, &Courier::reported, &m_here,
                         [this](const monitor::DeliveryReport &report) { reports.push_back(report); });
        QObject::connect(
            &courier, &Courier::actionChosen, &m_here,
            [this](std::uint64_t notice, monitor::NoticeAction action) { actions.emplace_back(notice, action); });
        QObject::connect(&courier, &Courier::desktopRestarted, &m_here, [this] { ++restarts; });
        QObject::connect(&courier, &Courier::aboutToSleep, &m_here, [this] { ++sleeps; });
        QObject::connect(&courier, &Courier::woke, &m_here, [this] { ++wakes; });
        QObject::connect(&courier, &Courier::pinged, &m_here,
                         [this](bool answered, const QString &) { pings.push_back(answered); });
        QObject::connect(&courier, &Courier::telegramTokenChecked, &m_here,
                         [this](bool isThere, const QString &error) { tokens.emplace_back(isThere, error); });
    }

    std::vector<monitor::DeliveryReport> reports;
    std::vector<std::pair<std::uint64_t, monitor::NoticeAction>> actions;
    std::vector<std::pair<bool, QString>> tokens;
    std::vector<bool> pings;
    int restarts = 0;
    int sleeps = 0;
    int wakes = 0;

private:
    QObject m_here;
};

} // namespace plimsoll::testlib
