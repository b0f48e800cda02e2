// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/notice.h"
#include "alarm/rule.h"
#include "margin/account.h"
#include "margin/moment.h"
#include "margin/quotes.h"
#include "ports/alarmboard.h"
#include "ports/noticecontext.h"
#include "ports/notifier.h"
#include "wording/displayformat.h"

#include <QtCore/QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace plimsoll::wording {

/// What a notice's words need beside the notice: the accounts and prices of the same moment. Empty members only make
/// the text shorter.
struct NoticeFacts {
    std::function<const margin::Account *(const std::string &)> account; ///< by id; nullptr where there is none
    std::shared_ptr<const margin::Rates> rates;
    const std::vector<alarm::Rule> *rules = nullptr; ///< a person's own alarms; must outlive the call
    const monitor::GapReport *gap = nullptr; ///< of a Gap alarm; must outlive the call
    bool hideAmounts = false; ///< level, prices and action stay
    BootTime nowBoot;
    WallTime wallNow;
    QString prefix; ///< before the title: "Drill"
};

/// The words of a notice. The title starts with the state, then the account, then the number: "Margin call: BCH/USDT
/// isolated at 1.06
/// (+2 more)". The body says of the worst alarm its bars, the prices with their age and what saves it in three ways,
/// then one line per further alarm, at most kFurther. Every text names what to do. Pure; any thread. Requires: a line
/// in `lines`.
monitor::NoticeText noticeText(const alarm::Notice &notice, const NoticeFacts &facts, const DisplayFormat &format);

/// The same, of what the engine knows at the moment of the decision.
monitor::NoticeText noticeText(const alarm::Notice &notice, const monitor::NoticeContext &context,
                               const DisplayFormat &format);

inline constexpr int kFurther = 5;

} // namespace plimsoll::wording
