// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/alarmstore.h"

#include "storage/sql/sqlstatement.h"
#include "storage/sql/words.h"
#include "storage/tables/alarmrequeststore.h"
#include "storage/tables/alarmrows.h"
#include "storage/tables/alarmrulestore.h"
#include "storage/tables/watchmarkstore.h"

#include <QtCore/QJsonDocument>

#include <algorithm>
#include <array>
#include <iterator>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;
using monitor::AlarmEventRow;
using monitor::AlarmStateRow;
using monitor::OutboxRow;

namespace {

constexpr std::int64_t kKeep = std::int64_t {400} * 24 * 3'600'000; // the trigger of alarm_event knows it too
constexpr qsizetype kLongestDetail = 1000;

constexpr QStringView kSaveMoment = u"INSERT INTO alarm_moment (only_row, boot, boot_ms, wall_ms) VALUES (1, ?, ?, ?) "
                                    "ON CONFLICT DO UPDATE SET boot = excluded.boot, boot_ms = excluded.boot_ms, "
                                    "wall_ms = excluded.wall_ms";
constexpr QStringView kSaveState =
    u"INSERT INTO alarm_state (account, condition, detail, occurrence, state, data) "
    "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET occurrence = excluded.occurrence, "
    "state = excluded.state, data = excluded.data";
constexpr QStringView kRemoveState = u"DELETE FROM alarm_state WHERE account = ? AND condition = ? AND detail = ?";
constexpr QStringView kAppendEvent =
    u"INSERT INTO alarm_event (time, account, condition, detail, occurrence, from_state, to_state, cause, "
    "level, inputs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr QStringView kSaveDelivery = u"INSERT INTO alarm_outbox (occurrence, number, channel, time, result, detail) "
                                      "VALUES (?, ?, ?, ?, ?, ?) "
                                      "ON CONFLICT DO UPDATE SET result = excluded.result, detail = excluded.detail";
constexpr std::array kDeleteOld {u"DELETE FROM alarm_event WHERE time >= ? AND time < ?",
                                 u"DELETE FROM alarm_outbox WHERE time >= ? AND time < ?",
                                 u"DELETE FROM alarm_request WHERE taken = 1 AND time >= ? AND time < ?"};

bool isWorthKeeping(const alarm::Alarm &alarm)
{
    const bool rests = alarm.state == alarm::State::Disarmed || alarm.state == alarm::State::Unknown
        || alarm.state == alarm::State::Normal;
    return !rests || alarm.occurrence > 0 || alarm.flaps != alarm::FlapHistory {};
}

QVariantList boundKey(const alarm::Key &key)
{
    return {boundText(key.account), wordText(alarm::conditionWord(key.condition)), boundText(key.detail)};
}

void writeStates(const QSqlDatabase &database, const std::vector<AlarmStateRow> &states)
{
    SqlStatement save(database, kSaveState);
    SqlStatement remove(database, kRemoveState);
    for (const auto &[key, alarm] : states) {
        if (isWorthKeeping(alarm)) {
            save.run(boundKey(key)
                     + QVariantList {boundInteger(alarm.occurrence), wordText(alarm::stateWord(alarm.state)),
                                     boundText(encode(alarm))});
        } else {
            remove.run(boundKey(key));
        }
    }
}

// Alarms are stored with times of one boot. Where the computer was started anew, those that nothing happened to are
// still written in the old one and would be misread with the new moment.
void moveToBootOf(const QSqlDatabase &database, const alarm::SavedMoment &now)
{
    const auto then = readAlarmMoment(database);
    if (!then || then->boot == now.boot) {
        return;
    }
    std::vector<AlarmStateRow> states = readAlarmStates(database);
    for (AlarmStateRow &row : states) {
        row.alarm = shifted(row.alarm, shiftSince(*then, now));
    }
    writeStates(database, states);
}

void appendEvents(const QSqlDatabase &database, const std::vector<AlarmEventRow> &events)
{
    SqlStatement append(database, kAppendEvent);
    for (const AlarmEventRow &event : events) {
        const std::string inputs = event.inputs.empty() ? std::string("{}") : event.inputs;
        if (!QJsonDocument::fromJson(QByteArray::fromStdString(inputs)).isObject()) {
            refuse(ErrorCode::Malformed, "inputs", "the inputs of a step of an alarm are not a JSON object");
        }
        append.run(QVariantList {boundInteger(event.time)} + boundKey(event.key)
                   + QVariantList {boundInteger(event.occurrence), wordText(alarm::stateWord(event.from)),
                                   wordText(alarm::stateWord(event.to)), wordText(alarm::causeWord(event.cause)),
                                   boundDecimal(event.level), boundText(inputs)});
    }
}

// From outside: whatever a server or a desktop answered must not keep an alarm from being stored.
QString storable(const std::string &detail)
{
    QString text = QString::fromStdString(detail).replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    if (text.size() > kLongestDetail) {
        text.truncate(text.at(kLongestDetail - 1).isHighSurrogate() ? kLongestDetail - 1 : kLongestDetail);
    }
    return text;
}

void writeDeliveries(const QSqlDatabase &database, const std::vector<OutboxRow> &deliveries)
{
    SqlStatement save(database, kSaveDelivery);
    for (const OutboxRow &row : deliveries) {
        save.run({boundText(row.occurrence), boundInteger(row.number), wordText(alarm::channelWord(row.channel)),
                  boundInteger(row.time), wordText(monitor::outboxWord(row.result)), boundText(storable(row.detail))});
    }
}

// Everything that a record stamps; requests that it takes over are younger than it.
std::vector<WallTime> stampsOf(const monitor::AlarmRecord &record)
{
    std::vector<WallTime> times {record.moment.wallTime};
    std::ranges::transform(record.events, std::back_inserter(times), &AlarmEventRow::time);
    std::ranges::transform(record.outbox, std::back_inserter(times), &OutboxRow::time);
    return times;
}

} // namespace

AlarmStore::AlarmStore(Database &database)
    : m_database(database)
{
}

Result<monitor::StoredAlarms> AlarmStore::load() const
{
    return attempt([this] {
        return m_database.read([this] {
            const QSqlDatabase database = m_database.connection();
            return monitor::StoredAlarms {readAlarmMoment(database).value_or(alarm::SavedMoment {}),
                                          readAlarmStates(database),
                                          readAlarmRules(database),
                                          readOpenRequests(database),
                                          readPending(database),
                                          readWatchMark(database),
                                          readLastLevels(database)};
        });
    });
}

Result<Done> AlarmStore::record(const monitor::AlarmRecord &record)
{
    return attempt([&] {
        m_database.write([&] {
            const QSqlDatabase database = m_database.connection();
            moveToBootOf(database, record.moment);
            const auto &[boot, bootTime, wallTime] = record.moment;
            noteRecorded(database, stampsOf(record), recordAge(database, {boot, bootTime}));
            execute(database, kSaveMoment, {boundText(boot), boundInteger(bootTime), boundInteger(wallTime)});
            writeStates(database, record.states);
            appendEvents(database, record.events);
            writeDeliveries(database, record.outbox);
            takeOverRequests(database, record.handledRequests);
        });
    });
}

Result<std::vector<AlarmEventRow>> AlarmStore::history(const monitor::AlarmHistoryFilter &filter) const
{
    return attempt([&] { return readAlarmEvents(m_database.connection(), filter); });
}

Result<std::vector<OutboxRow>> AlarmStore::outbox(const std::string &occurrence) const
{
    return attempt([&] { return readOutbox(m_database.connection(), occurrence); });
}

Result<Done> AlarmStore::runRetention(const BootMoment &now)
{
    return attempt([&] {
        m_database.write([&] {
            const QSqlDatabase database = m_database.connection();
            const auto hours = hoursFrom(database, recordAge(database, now) - kKeep);
            for (const QStringView sql : kDeleteOld) {
                SqlStatement erase(database, sql);
                for (const HourRange &range : hours) {
                    erase.run({boundInteger(range.begin), boundInteger(range.end)});
                }
            }
        });
    });
}

} // namespace plimsoll::storage
