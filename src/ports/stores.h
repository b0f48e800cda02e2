// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/status.h"
#include "ports/alarmstores.h"
#include "ports/leveltrack.h"
#include "ports/operations.h"

#include <QtCore/QFuture>
#include <QtCore/QHash>
#include <QtCore/QMetaType>
#include <QtCore/QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// Whom a row names, as it is described now, also after it was removed. Of a wallet there is nothing but the id.
struct JournalHolder {
    bool isAccount = true;
    bool isRemoved = false;
    std::string name;
    margin::MarginMode mode = margin::MarginMode::Cross;
    std::string symbol;
    std::string baseAsset;
    std::string quoteAsset;
};

/// One row of the journal, oldest first by `sequence`. An operation that moved no money (a removal, and what takes it
/// back) is one row without asset, field and change.
struct JournalRow {
    std::int64_t sequence = 0;
    std::int64_t time = 0; ///< ms since 1970 UTC
    std::string operationId;
    margin::LedgerRow row;
    std::string note {}; ///< of the operation
    JournalHolder holder {};
    bool reversible = false; ///< of the account or wallet it was booked on, and can be taken back as things stand

    [[nodiscard]] bool movesMoney() const { return !row.asset.empty(); }
};

struct JournalFilter {
    std::string account; ///< "" = all
    QString text; ///< case-insensitive part of account, asset, kind, note or operation id; "" = all
    int limit = 0; ///< newest N; 0 = all
    bool hidesInterest = false; ///< that of every hour would leave little room for anything else
};

/// One point of an account's history. `level` in units of 10^-8 (rounded down); nothing where there was no level.
struct LevelPoint {
    std::int64_t time = 0;
    std::optional<std::int64_t> level;
    margin::Status status = margin::Status::Unknown;
};

struct LevelRecord {
    std::string account;
    LevelPoint point;
};

struct PriceRecord {
    std::string symbol;
    std::int64_t time = 0;
    margin::Decimal price;
};

struct SpanRecord {
    std::string account;
    LevelSpan span;
};

/// What is remembered of one period, in one transaction.
struct HistoryBatch {
    std::vector<LevelRecord> levels;
    std::vector<PriceRecord> prices;
    std::vector<SpanRecord> spans; ///< begun or grown; one with a beginning already stored replaces it
};

using HistoryBatchPtr = std::shared_ptr<const HistoryBatch>;

/// A change of status, as it was decided.
struct StatusRecord {
    std::int64_t time = 0;
    std::string account;
    std::optional<margin::Status> from; ///< nothing at the first evaluation
    margin::Status to = margin::Status::Unknown;
    std::optional<margin::Decimal> level;
    std::string prices; ///< JSON object symbol -> price at the moment of decision
};

/// An account to be created or whose description (not its money) changes.
struct AccountChange {
    margin::Account account; ///< on creation with its opening balances; on a change balances are ignored
    bool isNew = true;
};

/// Numbers that rise with every change that any process committed, own ones included: whoever remembers those of what
/// it loaded knows whether it must load again. History and what a monitor records about alarms move none of them.
struct Revision {
    std::int64_t portfolio = 0; ///< accounts, wallets, their money, profiles
    std::int64_t alarms = 0; ///< a person's rules and requests
    std::int64_t settings = 0;

    bool operator==(const Revision &) const = default;
};

/// A figure of a running balance that did not fit the journal and was put right from it.
struct BalanceRepair {
    std::int64_t sequence = 0; ///< rises with each
    std::string holder; ///< id of an account or wallet
    std::string asset;
    QString kept; ///< what stood there, whatever it was; from outside, show as plain text; empty where nothing did
    margin::Decimal summed; ///< what the rows of the journal add up to, and what stands there now
};

struct Period;

/// Port: everything durable. Every call may be made from any thread and returns at once; the work happens on the
/// storage thread in call order. A future always finishes with a value or an Error; it is never cancelled while the
/// store lives.
class Stores
{
public:
    Stores() = default;
    Stores(const Stores &) = delete;
    Stores &operator=(const Stores &) = delete;
    virtual ~Stores() = default;

    [[nodiscard]] virtual QFuture<Result<margin::Portfolio>> loadPortfolio() = 0;
    [[nodiscard]] virtual QFuture<Result<Revision>> dataVersion() = 0; ///< a cheap question, for noticing what was done
                                                                       ///< elsewhere
    [[nodiscard]] virtual QFuture<Result<Receipt>> book(OperationRequest request) = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> changeAccount(AccountChange change) = 0;
    /// All or nothing; refused where an id exists already with other content. Repeating an import changes nothing.
    [[nodiscard]] virtual QFuture<Result<Done>> importPortfolio(margin::Portfolio portfolio) = 0;
    /// Books the interest of all accounts for the full hours that passed up to `until` (wall ms) and were not booked
    /// yet, one operation per account. Repeating it books nothing. Answers on how many accounts something was booked.
    [[nodiscard]] virtual QFuture<Result<int>> accrueInterest(std::int64_t until) = 0;
    [[nodiscard]] virtual QFuture<Result<std::vector<JournalRow>>> journal(JournalFilter filter) = 0;

    /// The newest 100 whose number is above `after`, oldest first.
    [[nodiscard]] virtual QFuture<Result<std::vector<BalanceRepair>>> balanceRepairs(std::int64_t after) = 0;

    [[nodiscard]] virtual QFuture<Result<std::vector<margin::Profile>>> profiles() = 0; ///< a person's own
    [[nodiscard]] virtual QFuture<Result<Done>> saveProfile(margin::Profile profile) = 0;

    [[nodiscard]] virtual QFuture<Result<QHash<QString, QString>>> settings() = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> setSetting(QString key, QString value) = 0;

    [[nodiscard]] virtual QFuture<Result<Done>> appendHistory(HistoryBatch batch) = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> appendStatus(StatusRecord record) = 0;
    /// At most `maxPoints` points, thinned so that the lowest level of each stretch stays.
    [[nodiscard]] virtual QFuture<Result<std::vector<LevelPoint>>> levelHistory(std::string account, std::int64_t from,
                                                                                std::int64_t to, int maxPoints) = 0;
    /// What a chart of [from, to] shows, in buckets of `width` ms; 0: of what LevelTrack::widthFor() gives for the part
    /// of it that has a history.
    [[nodiscard]] virtual QFuture<Result<LevelTrack>> levelTrack(std::string account, std::int64_t from,
                                                                 std::int64_t to, std::int64_t width = 0) = 0;
    [[nodiscard]] virtual QFuture<Result<std::vector<StatusRecord>>> statusHistory(std::string account, int limit) = 0;

    /// Everything that is kept of [from, to], ms since 1970 UTC; see ports/period.h.
    [[nodiscard]] virtual QFuture<Result<Period>> period(std::int64_t from, std::int64_t to) = 0;

    [[nodiscard]] virtual QFuture<Result<StoredAlarms>> loadAlarms() = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> recordAlarms(AlarmRecord record) = 0; ///< all of it or nothing
    [[nodiscard]] virtual QFuture<Result<std::vector<AlarmEventRow>>> alarmHistory(
        AlarmHistoryFilter filter) = 0; ///< oldest first
    [[nodiscard]] virtual QFuture<Result<std::vector<OutboxRow>>> outbox(
        std::string occurrence) = 0; ///< of one occurrence; "" = the newest 1000
    [[nodiscard]] virtual QFuture<Result<Done>> saveAlarmRule(alarm::Rule rule) = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> removeAlarmRule(std::string id) = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> addAlarmRequest(AlarmRequest request) = 0;
    [[nodiscard]] virtual QFuture<Result<std::vector<AlarmRequest>>> alarmRequests() = 0; ///< not yet taken over
    [[nodiscard]] virtual QFuture<Result<Done>> markWatch(WatchMark mark) = 0;
};

} // namespace plimsoll::monitor

Q_DECLARE_METATYPE(plimsoll::monitor::HistoryBatchPtr)
