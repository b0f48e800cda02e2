// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/alarmlines.h"

#include "cli/terminal.h"
#include "wire/jsonwriter.h"

namespace plimsoll::cli {

bool isNews(const alarm::Change &change)
{
    const bool neverWas = change.cause == alarm::Cause::Ended && !alarm::isActive(change.from);
    return change.cause != alarm::Cause::Judged && !neverWas;
}

std::string alarmJson(const AlarmStep &step)
{
    wire::JsonWriter json;
    json.beginObject();
    json.key("time").integer(step.time.ms());
    json.key("event").string("alarm");
    json.key("account").string(step.key.account);
    json.key("condition").string(alarm::conditionWord(step.key.condition));
    json.key("detail").string(step.key.detail);
    json.key("from").string(alarm::stateWord(step.from));
    json.key("to").string(alarm::stateWord(step.to));
    json.key("cause").string(alarm::causeWord(step.cause));
    json.key("occurrence").integer(step.occurrence);
    json.key("marginLevel").decimal(step.level);
    json.endObject();
    return json.text();
}

std::string alarmLine(const AlarmStep &step)
{
    return utcText(step.time) + "  " + printable(accountName(step.key)) + "  " + printable(alarmName(step.key)) + "  "
        + std::string(alarm::stateWord(step.from)) + " -> " + std::string(alarm::stateWord(step.to)) + " ("
        + std::string(alarm::causeWord(step.cause)) + ")" + (step.level ? "  level " + step.level->toString() : "");
}

std::string alarmName(const alarm::Key &key)
{
    const std::string word(alarm::conditionWord(key.condition));
    return key.detail.empty() ? word : word + ":" + key.detail;
}

std::string accountName(const alarm::Key &key)
{
    return key.account.empty() ? "(program)" : key.account;
}

} // namespace plimsoll::cli
