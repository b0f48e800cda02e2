// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/notificationcall.h"

#include "ports/outsidetext.h"

using namespace Qt::StringLiterals;

namespace plimsoll::notify {

namespace {

enum class Urgency : uchar {
    Low = 0,
    Normal = 1,
    Critical = 2
}; // as numbered by the specification of desktop notifications

constexpr int kLongestSummary = 200;
constexpr int kLongestBody = 2000;
const QString kOpen = u"default"_s; // a click on the notification itself
const QString kSnooze = u"snooze"_s;
const QString kAcknowledge = u"acknowledge"_s;

Urgency urgencyOf(const monitor::Delivery &delivery)
{
    if (delivery.allOver || delivery.priority == alarm::Priority::Low) {
        return Urgency::Low;
    }
    return delivery.priority >= alarm::Priority::High ? Urgency::Critical : Urgency::Normal;
}

} // namespace

Capabilities Capabilities::fromList(const QStringList &words)
{
    return {words.contains(u"body"_s), words.contains(u"body-markup"_s), words.contains(u"actions"_s)};
}

NotificationCall::NotificationCall(const monitor::Delivery &delivery, const Capabilities &capabilities)
{
    const Urgency urgency = urgencyOf(delivery);
    if (capabilities.body) {
        summary = monitor::outsideLine(delivery.text.title, kLongestSummary);
        body = monitor::outsideLines(delivery.text.body, kLongestBody);
    } else {
        summary = monitor::outsideLine(delivery.text.line, kLongestSummary);
    }
    if (capabilities.markup) {
        body.replace(u'&', u"&amp;"_s).replace(u'<', u"&lt;"_s).replace(u'>', u"&gt;"_s); // the title is never markup
    }
    const bool isProof = delivery.isTest && !delivery.isDrill; // nothing to answer
    if (capabilities.actions && !isProof) {
        actions = {kOpen, tr("Open")};
        if (urgency == Urgency::Critical) {
            if (delivery.canSnooze) {
                actions << kSnooze << tr("Snooze");
            }
            actions << kAcknowledge << tr("Acknowledge");
        }
    }
    expireMs = urgency == Urgency::Critical ? kNever : kByService;
    hints.insert(u"urgency"_s, QVariant::fromValue(static_cast<uchar>(urgency)));
    hints.insert(u"desktop-entry"_s, u"plimsoll"_s);
    hints.insert(u"category"_s, u"x-plimsoll.alarm"_s);
    if (delivery.quiet) {
        hints.insert(u"suppress-sound"_s, true);
    }
    if (isProof) {
        hints.insert(u"transient"_s, true); // a daily proof leaves nothing in the desktop's history
    }
}

QVariantList NotificationCall::arguments(uint replacesId) const
{
    return {u"Plimsoll"_s, replacesId, u"plimsoll"_s, summary, body, actions, hints, expireMs};
}

std::optional<monitor::NoticeAction> actionFromKey(const QString &key)
{
    if (key == kOpen) {
        return monitor::NoticeAction::Open;
    }
    if (key == kSnooze) {
        return monitor::NoticeAction::Snooze;
    }
    if (key == kAcknowledge) {
        return monitor::NoticeAction::Acknowledge;
    }
    return std::nullopt;
}

} // namespace plimsoll::notify
