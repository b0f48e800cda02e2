// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/notifier.h"

#include <set>
#include <vector>

namespace plimsoll::testlib {

/// A notifier that remembers what it was given. Channels in `failing` report a failure, those in `silent` nothing, all
/// others that they delivered; at once, from inside send().
class FakeNotifier final : public monitor::Notifier
{
public:
    void send(const monitor::Delivery &delivery) override
    {
        deliveries.push_back(delivery);
        if (!silent.contains(delivery.channel)) {
            const bool ok = !failing.contains(delivery.channel);
            Q_EMIT reported({delivery.notice, delivery.channel, ok, delivery.isTest,
                             ok ? QStringLiteral("fake") : QStringLiteral("broken"), 3});
        }
    }

    [[nodiscard]] int count(alarm::Channel channel) const
    {
        int n = 0;
        for (const monitor::Delivery &delivery : deliveries) {
            n += delivery.channel == channel ? 1 : 0;
        }
        return n;
    }

    std::vector<monitor::Delivery> deliveries;
    std::set<alarm::Channel> failing;
    std::set<alarm::Channel> silent;
};

} // namespace plimsoll::testlib
