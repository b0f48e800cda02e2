// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/alarmrequeststore.h"

#include "storage/alarmrows.h"
#include "storage/sqlstatement.h"
#include "storage/words.h"

#include <algorithm>
#include <array>

namespace plimsoll::storage {

using monitor::AlarmRequest;

namespace {

constexpr QStringView kAdd = u"INSERT INTO alarm_request (time, kind, account, condition, span) VALUES (?, ?, ?, ?, ?)";
constexpr QStringView kOpen = u"SELECT sequence, time, kind, account, condition, span FROM alarm_request WHERE taken = 0 ORDER BY sequence";
constexpr QStringView kTakeOver = u"UPDATE alarm_request SET taken = 1 WHERE taken = 0 AND sequence <= ?";

constexpr std::array<std::string_view, 3> kKinds {"acknowledge", "snooze", "handle"};

std::optional<AlarmRequest::Kind> kindFromWord(std::string_view word)
{
    const auto found = std::ranges::find(kKinds, word);
    return found == kKinds.end() ? std::nullopt : std::optional(static_cast<AlarmRequest::Kind>(found - kKinds.begin()));
}

AlarmRequest requestOf(const SqlStatement &s)
{
    const auto condition = s.isNull(4) ? std::nullopt : std::optional(known(alarm::conditionFromWord(s.utf8(4)), "condition"));
    return {s.integer(0), s.integer(1), known(kindFromWord(s.utf8(2)), "kind"), s.utf8(3), condition, s.integer(5)};
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
        const QVariantList values {boundInteger(request.time), wordText(kKinds[static_cast<std::size_t>(request.kind)]),
                                   boundText(request.account),
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
