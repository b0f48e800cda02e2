// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/planstore.h"

#include "storage/sql/sqlstatement.h"
#include "storage/sql/words.h"
#include "storage/tables/alarmrows.h"

namespace plimsoll::storage {

using margin::PreparedPlan;

namespace {

constexpr QStringView kSelect =
    u"SELECT id, account, name, way, asset, amount, source FROM prepared_plan ORDER BY number";
constexpr QStringView kSave =
    u"INSERT INTO prepared_plan (id, account, name, way, asset, amount, source) VALUES (?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET account = excluded.account, name = excluded.name, way = excluded.way, "
    "asset = excluded.asset, amount = excluded.amount, source = excluded.source";
constexpr QStringView kOthersOfThatName =
    u"SELECT count(*) FROM prepared_plan WHERE account = ? AND name = ? AND id <> ?";

PreparedPlan planOf(const SqlStatement &s)
{
    return orThrow(validated(PreparedPlan {s.utf8(0), s.utf8(1), s.utf8(2), wordAt(s, 3, margin::wayFromWord, "way"),
                                           s.utf8(4), s.decimal(5), s.utf8(6)}));
}

} // namespace

std::vector<PreparedPlan> readPlans(const QSqlDatabase &database)
{
    std::vector<PreparedPlan> plans;
    SqlStatement s(database, kSelect);
    while (s.next()) {
        plans.push_back(readRow("prepared_plan " + s.utf8(0), [&s] { return planOf(s); }));
    }
    return plans;
}

PlanStore::PlanStore(Database &database)
    : m_database(database)
{
}

Result<std::vector<PreparedPlan>> PlanStore::all() const
{
    return attempt([this] { return readPlans(m_database.connection()); });
}

Result<Done> PlanStore::save(const PreparedPlan &plan)
{
    return attempt([&] {
        const PreparedPlan sound = orThrow(validated(plan));
        m_database.write([&] {
            const auto &connection = m_database.connection();
            if (queryInteger(connection, kOthersOfThatName,
                             {boundText(sound.account), boundText(sound.name), boundText(sound.id)})
                > 0) {
                refuse(ErrorCode::Conflict, "name", "there is a plan \"" + sound.name + "\" of this account");
            }
            execute(connection, kSave,
                    {boundText(sound.id), boundText(sound.account), boundText(sound.name),
                     wordText(margin::wayWord(sound.way)), boundText(sound.asset), boundDecimal(sound.amount),
                     boundText(sound.source)});
        });
    });
}

Result<Done> PlanStore::remove(const std::string &id)
{
    return attempt([&] {
        m_database.write([&] {
            SqlStatement erase(m_database.connection(), u"DELETE FROM prepared_plan WHERE id = ?");
            erase.run({boundText(id)});
            if (erase.changedRows() == 0) {
                refuse(ErrorCode::NotFound, "id", "there is no plan \"" + id + "\"");
            }
        });
    });
}

} // namespace plimsoll::storage
