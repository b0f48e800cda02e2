// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/alarmrulestore.h"

#include "storage/sql/sqlstatement.h"
#include "storage/sql/words.h"
#include "storage/tables/alarmrows.h"

namespace plimsoll::storage {

namespace {

constexpr QStringView kSelect =
    u"SELECT id, account, kind, value, symbol, stage, enabled FROM alarm_rule ORDER BY number";
constexpr QStringView kSave =
    u"INSERT INTO alarm_rule (id, account, kind, value, symbol, stage, enabled) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET account = excluded.account, kind = excluded.kind, value = excluded.value, "
    "symbol = excluded.symbol, stage = excluded.stage, enabled = excluded.enabled";

alarm::Rule ruleOf(const SqlStatement &s)
{
    return orThrow(
        validated(alarm::Rule {s.utf8(0), s.utf8(1), wordAt(s, 2, alarm::ruleKindFromWord, "kind"), s.decimal(3),
                               s.utf8(4), wordAt(s, 5, alarm::stageFromWord, "stage"), s.flag(6)}));
}

} // namespace

std::vector<alarm::Rule> readAlarmRules(const QSqlDatabase &database)
{
    std::vector<alarm::Rule> rules;
    SqlStatement s(database, kSelect);
    while (s.next()) {
        rules.push_back(readRow("alarm_rule " + s.utf8(0), [&s] { return ruleOf(s); }));
    }
    return rules;
}

AlarmRuleStore::AlarmRuleStore(Database &database)
    : m_database(database)
{
}

Result<Done> AlarmRuleStore::save(const alarm::Rule &rule)
{
    return attempt([&] {
        const alarm::Rule sound = orThrow(validated(rule));
        const QVariantList values {boundText(sound.id),
                                   boundText(sound.account),
                                   wordText(alarm::ruleKindWord(sound.kind)),
                                   boundDecimal(sound.value),
                                   boundText(sound.symbol),
                                   wordText(alarm::stageWord(sound.stage)),
                                   boundInteger(sound.enabled ? 1 : 0)};
        m_database.write([&] { execute(m_database.connection(), kSave, values); });
    });
}

Result<Done> AlarmRuleStore::remove(const std::string &id)
{
    return attempt([&] {
        m_database.write([&] {
            SqlStatement erase(m_database.connection(), u"DELETE FROM alarm_rule WHERE id = ?");
            erase.run({boundText(id)});
            if (erase.changedRows() == 0) {
                refuse(ErrorCode::NotFound, "id", "there is no alarm \"" + id + "\"");
            }
        });
    });
}

} // namespace plimsoll::storage
