// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/alarmrequeststore.h"

#include "storage/sql/sqlstatement.h"
#include "storage/sql/words.h"
#include "storage/tables/alarmrows.h"

namespace plimsoll::storage {

using monitor::AlarmRequest;

namespace {

constexpr QStringView kAdd = u"INSERT INTO alarm_request (time, kind, account, condition, span) VALUES (?, ?, ?, ?, ?)";
constexpr QStringView kOpen =
    u"SELECT sequence, time, kind, account, condition, span FROM alarm_request WHERE taken = 0 ORDER BY sequence";
constexpr QStringView kTakeOver = u"UPDATE alarm_request SET taken = 1 WHERE taken = 0 AND sequence <= ?";

using Kind = AlarmRequest::Kind;
constexpr WordTable<Kind, 3> kKinds {
    {{{Kind::Acknowledge, "acknowledge"}, {Kind::Snooze, "snooze"}, {Kind::Handle, "handle"}}}};

AlarmRequest requestOf(const SqlStatement &s)
{
    return {s.integer(0),
            s.wallTime(1),
            wordAt(s, 2, kKinds, "kind"),
            s.utf8(3),
            optionalWordAt(s, 4, alarm::conditionFromWord, "condition"),
            s.integer(5)};
}

} // namespace

std::vector<AlarmRequest> readOpenRequests(const QSqlDatabase &database)
{
    std::vector<AlarmRequest> requests;
    SqlStatement s(database, kOpen);
    while (s.next()) {
        requests.push_back(readRow("alarm_request " + s.utf8(0), [&s] { return requestOf(s); }));
    }
    return requests;
}

void takeOverRequests(const QSqlDatabase &database, std::int64_t upTo)
{
    if (upTo > 0) {
        execute(database, kTakeOver, {boundInteger(upTo)});
    }
}

AlarmRequestStore::AlarmRequestStore(Database &database)
    : m_database(database)
{
}

Result<Done> AlarmRequestStore::add(const AlarmRequest &request)
{
    return attempt([&] {
        if (request.span < 0) {
            refuse(ErrorCode::Malformed, "span", "a time to be quiet is not below 0");
        }
        const QVariantList values {
            boundInteger(request.time), wordText(kKinds.wordOf(request.kind)), boundText(request.account),
            request.condition ? QVariant(wordText(alarm::conditionWord(*request.condition))) : QVariant(),
            boundInteger(request.span)};
        m_database.write([&] { execute(m_database.connection(), kAdd, values); });
    });
}

Result<std::vector<AlarmRequest>> AlarmRequestStore::open() const
{
    return attempt([this] { return readOpenRequests(m_database.connection()); });
}

} // namespace plimsoll::storage
