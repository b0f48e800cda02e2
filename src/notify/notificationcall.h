// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/notifier.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>
#include <QtCore/QVariant>

#include <optional>

namespace plimsoll::notify {

/// What the notification service of this desktop can do, by its own words. The beginning is what every service can.
struct Capabilities {
    bool body = true;
    bool markup = false; ///< it reads the body as markup, so that text must be escaped
    bool actions = false;

    static Capabilities fromList(const QStringList &words);

    bool operator==(const Capabilities &) const = default;
};

/// The arguments of org.freedesktop.Notifications.Notify for one delivery.
class NotificationCall
{
    Q_DECLARE_TR_FUNCTIONS(plimsoll::notify::NotificationCall)

public:
    static constexpr int kNever = 0;
    static constexpr int kByService = -1;

    NotificationCall(const monitor::Delivery &delivery, const Capabilities &capabilities);

    /// In the order of the method's arguments.
    [[nodiscard]] QVariantList arguments(uint replacesId) const;

    QString summary;
    QString body;
    QStringList actions; ///< key, label, key, label, ...
    QVariantMap hints;
    int expireMs = kByService;
};

/// What the key of an action means; nothing for keys that are not ours.
std::optional<monitor::NoticeAction> actionFromKey(const QString &key);

} // namespace plimsoll::notify
