// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/noticetext.h"

#include "wording/accounttext.h"
#include "wording/alarmtext.h"
#include "wording/noticebody.h"
#include "wording/translated.h"

#include <QtCore/QStringList>

namespace plimsoll::wording {

using alarm::Condition;
using alarm::Notice;
using alarm::NoticeLine;
using alarm::State;
using monitor::NoticeText; // with its namespace at the front of a function, lupdate files the words of that function
                           // elsewhere

namespace {

const margin::Account *accountOf(const NoticeLine &line, const NoticeFacts &facts)
{
    return facts.account && !line.key.account.empty() ? facts.account(line.key.account) : nullptr;
}

QString label(const NoticeLine &line, const NoticeFacts &facts)
{
    const margin::Account *account = accountOf(line, facts);
    return account != nullptr ? accountLabel(*account) : plainName(line.key.account);
}

/// A level says something about a level alarm, a person's own and an unjudged account; a failed channel has none.
bool hasLevel(const NoticeLine &line)
{
    return line.level && !line.key.account.empty()
        && (alarm::isLevel(line.key.condition) || line.key.condition == Condition::Custom);
}

QString head(const NoticeLine &line, bool isReminder, const NoticeFacts &facts, const DisplayFormat &format)
{
    const alarm::Rule *rule = facts.rules != nullptr ? ruleOf(*facts.rules, line.key.detail) : nullptr;
    const QString what = conditionTitle(line.key, rule, format, line.byPace);
    switch (line.state) {
    case State::Normal:
        return alarm::isLevel(line.key.condition) || line.key.condition == Condition::Custom ? tr("Recovered")
                                                                                             : tr("Over: %1").arg(what);
    case State::ClearedUnacknowledged: return tr("%1, came and went").arg(what);
    case State::Disarmed: return tr("%1, over").arg(what);
    default: break;
    }
    if (line.outlook.clearsAt) {
        return tr("Safe again");
    }
    const alarm::Ms lasted = facts.nowBoot - line.raisedAt;
    return isReminder && lasted >= alarm::kMinute ? tr("%1 for %2").arg(what, format.age(lasted)) : what;
}

/// "Margin call: BCH/USDT isolated at 1.06": one alarm on one line.
QString headline(const NoticeLine &line, bool isReminder, const NoticeFacts &facts, const DisplayFormat &format)
{
    const QString what = head(line, isReminder, facts, format);
    const QString who = label(line, facts);
    if (who.isEmpty()) {
        return what;
    }
    if (!hasLevel(line) || line.state == State::Disarmed) {
        return tr("%1: %2").arg(what, who);
    }
    const margin::Account *account = accountOf(line, facts);
    const QString level = alarmLevelText(format, *line.level, account != nullptr ? &account->thresholds : nullptr);
    return line.hold ? tr("%1: %2, last known at %3").arg(what, who, level) : tr("%1: %2 at %3").arg(what, who, level);
}

QStringList further(const std::vector<const NoticeLine *> &lines, const NoticeFacts &facts, const DisplayFormat &format)
{
    QStringList texts;
    const auto all = static_cast<int>(lines.size());
    for (int i = 1; i < all && texts.size() < kFurther; ++i) {
        texts << headline(*lines[static_cast<std::size_t>(i)], false, facts, format);
    }
    const int more = all - 1 - static_cast<int>(texts.size());
    if (more > 0) {
        texts << tr("and %1 more").arg(format.locale().toString(more));
    }
    return texts;
}

} // namespace

NoticeText noticeText(const Notice &notice, const NoticeFacts &facts, const DisplayFormat &format)
{
    std::vector<const NoticeLine *> lines;
    for (const auto *group : {&notice.lines, &notice.active}) {
        for (const NoticeLine &line : *group) {
            lines.push_back(&line);
        }
    }
    NoticeText text;
    if (lines.empty()) {
        text.title = tr("All alarms are over");
        text.line = text.title;
        return text;
    }
    const NoticeLine &worst = *lines.front();
    const bool isReminder = notice.kind == Notice::Kind::Reminder;
    text.account = label(worst, facts);
    text.title = headline(worst, isReminder, facts, format);
    if (lines.size() > 1) {
        text.title = tr("%1 (+%2 more)").arg(text.title, format.locale().toString(static_cast<int>(lines.size()) - 1));
    }
    if (!facts.prefix.isEmpty()) {
        text.title = tr("%1: %2").arg(facts.prefix, text.title);
    }
    QStringList body = noticeBody(worst, accountOf(worst, facts), isReminder, facts, format);
    body << further(lines, facts, format);
    text.body = body.join(u'\n');
    text.line = body.isEmpty() ? text.title : QStringList {text.title, body.join(u' ')}.join(QStringLiteral(". "));
    return text;
}

monitor::NoticeText noticeText(const alarm::Notice &notice, const monitor::NoticeContext &context,
                               const DisplayFormat &format)
{
    const auto about = std::ranges::find_if(
        notice.lines, [](const alarm::NoticeLine &line) { return line.key.condition == alarm::Condition::Gap; });
    const bool isMissed = about != notice.lines.end() && about->key.detail == monitor::GapReport::kMissed;
    NoticeFacts facts;
    facts.account = [&context](const std::string &id) { return context.account(id); };
    facts.rates = context.rates();
    facts.rules = context.rules;
    facts.gap = about == notice.lines.end() ? nullptr : (isMissed ? context.missedGap : context.newestGap).get();
    facts.hideAmounts = context.hideAmounts;
    facts.nowBoot = context.nowBoot;
    facts.wallNow = context.nowWall;
    return noticeText(notice, facts, format);
}

} // namespace plimsoll::wording
