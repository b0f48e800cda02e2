// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/alarmeventstore.h"

#include "storage/sqlstatement.h"

#include <algorithm>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kInsert = u"INSERT INTO alarm_event (id, time, account, condition, state, data) VALUES (?, ?, ?, ?, ?, ?)";
constexpr QStringView kSelect = u"SELECT sequence, id, time, account, condition, state, data FROM alarm_event "
                        "WHERE ? = '' OR account = ? ORDER BY sequence DESC LIMIT ?";

} // namespace

AlarmEventStore::AlarmEventStore(Database &database)
    : m_database(database)
{
}

Result<std::int64_t> AlarmEventStore::append(const AlarmEvent &event)
{
    return attempt([&] {
        const QVariantList values {boundText(event.id), boundInteger(event.time), boundText(event.account),
                                   boundText(event.condition), boundText(event.state), boundText(event.data)};
        return m_database.write([&] {
            SqlStatement insert(m_database.connection(), kInsert);
            insert.run(values);
            return insert.insertedKey();
        });
    });
}

Result<std::vector<AlarmEvent>> AlarmEventStore::list(const std::string &account, int limit) const
{
    return attempt([&] {
        std::vector<AlarmEvent> events;
        SqlStatement s(m_database.connection(), kSelect, {boundText(account), boundText(account), limit > 0 ? limit : -1});
        while (s.next()) {
            events.push_back({s.integer(0), s.utf8(1), s.integer(2), s.utf8(3), s.utf8(4), s.utf8(5), s.utf8(6)});
        }
        std::ranges::reverse(events);
        return events;
    });
}

} // namespace plimsoll::storage
