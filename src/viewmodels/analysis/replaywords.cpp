// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/replaywords.h"

#include "scenario/samplewalk.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/translated.h"
#include "wording/alarmtext.h"
#include "wording/reasontext.h"

#include <algorithm>
#include <array>
#include <limits>

namespace plimsoll::viewmodels {

namespace {

using margin::Status;

RiskState stateOf(Status status, bool early)
{
    margin::Decision decision;
    decision.status = status;
    decision.early = early;
    return riskStateOf(decision);
}

int sliceOf(const scenario::ReplayRecord &record, WallTime time)
{
    return static_cast<int>((time - record.from) / record.slice);
}

QString labelOf(const ReplayAnswer &answer, const std::string &id)
{
    const auto found = std::ranges::find(answer.accounts, id, &margin::Account::id);
    return found == answer.accounts.end() ? QString() : accountLabel(*found);
}

QString levelTextOf(const std::optional<margin::Decimal> &level, const margin::Account &account,
                    const DisplayFormat &format)
{
    return level ? wording::alarmLevelText(format, *level, &account.thresholds) : QStringLiteral("–");
}

ReplayEventRow rowOf(const scenario::StatusChange &change, const ReplayAnswer &answer, const DisplayFormat &format)
{
    const auto account = std::ranges::find(answer.accounts, change.account, &margin::Account::id);
    ReplayEventRow row;
    row.riskState = stateOf(change.to, false);
    row.timeText = format.dateTime(change.time);
    row.title = accountLabel(*account);
    row.text = change.level ? tr("%1 at %2").arg(stateWord(row.riskState), levelTextOf(change.level, *account, format))
                            : stateWord(row.riskState);
    row.slice = sliceOf(answer.record, change.time);
    return row;
}

ReplayEventRow rowOf(const alarm::Notice &notice, const ReplayAnswer &answer, const DisplayFormat &format)
{
    ReplayEventRow row;
    row.isNotice = true;
    row.timeText = format.dateTime(scenario::sampleTime(notice.time));
    QStringList titles;
    QStringList alarms;
    for (const alarm::NoticeLine &line : notice.lines) {
        const QString label = labelOf(answer, line.key.account);
        if (!label.isEmpty() && !titles.contains(label)) {
            titles << label;
        }
        const QString name = wording::conditionTitle(line.key, nullptr, format);
        if (!alarms.contains(name)) {
            alarms << name;
        }
    }
    row.title = titles.join(QStringLiteral(", "));
    const QString named = alarms.join(QStringLiteral(", "));
    switch (notice.kind) {
    case alarm::Notice::Kind::Raised: row.text = tr("You would have been told: %1").arg(named); break;
    case alarm::Notice::Kind::Reminder: row.text = tr("You would have been reminded: %1").arg(named); break;
    case alarm::Notice::Kind::Ended: row.text = tr("You would have been told that it is over: %1").arg(named); break;
    }
    row.slice = sliceOf(answer.record, scenario::sampleTime(notice.time));
    return row;
}

QString moneyText(margin::Decimal value, const margin::Account &account, const DisplayFormat &format)
{
    return QStringLiteral("%1 %2").arg(format.money(value, account.quoteAsset, margin::Rounding::Down),
                                       plainName(account.quoteAsset, 20));
}

// Who was called first in one margin mode, and what its liquidations took.
QString sideText(const scenario::TwinSideFate &side, const DisplayFormat &format)
{
    QStringList unknown;
    for (const scenario::TwinFate &fate : side.accounts) {
        if (fate.account.hasDebt() && !fate.lowestLevel && !fate.account.liquidatedAt) {
            unknown << accountLabel(fate.account);
        }
    }
    const QString missing = unknown.isEmpty()
        ? QString()
        : tr("Not known, a price is missing: %1.").arg(unknown.join(QStringLiteral(", ")));
    if (!side.firstCalled) {
        return missing.isEmpty() ? tr("nobody is called.") : missing;
    }
    const scenario::TwinFate &first = side.accounts[*side.firstCalled];
    QStringList words {
        tr("%1 is called first, on %2.").arg(accountLabel(first.account), format.dateTime(*first.calledAt))};
    QStringList gone;
    for (const scenario::TwinFate &fate : side.accounts) {
        if (fate.liquidatedAt) {
            gone << tr("%1 on %2").arg(accountLabel(fate.account), format.dateTime(*fate.liquidatedAt));
        }
    }
    words << (gone.isEmpty() ? tr("Nothing is liquidated.")
                             : tr("Liquidated: %1. At worst that takes %2.")
                                   .arg(gone.join(QStringLiteral(", ")),
                                        moneyText(side.lost, side.accounts.front().account, format)));
    if (!missing.isEmpty()) {
        words << missing;
    }
    return words.join(u' ');
}

// Whose losses the others bore in the cross account, or whom it took along.
QString carriedText(const scenario::TwinSideFate &isolated, const scenario::TwinFate &cross,
                    const DisplayFormat &format)
{
    QStringList words;
    for (const scenario::TwinFate &fate : isolated.accounts) {
        if (fate.carriedAt) {
            words << tr("When %1 alone was liquidated, the cross account stood at %2: the others carried it.")
                         .arg(accountLabel(fate.account), levelTextOf(fate.carriedAt, cross.account, format));
        } else if (cross.liquidatedAt && !fate.liquidatedAt && fate.lowestLevel) {
            words << tr("%1 alone would have stood; in the cross account it went down with the others.")
                         .arg(accountLabel(fate.account));
        }
    }
    return words.join(u' ');
}

struct Crash {
    const char *title;
    const char *text;
    const char *month; ///< of the files
};

constexpr std::array kCrashes {
    Crash {QT_TRANSLATE_NOOP("plimsoll::viewmodels", "10 October 2025"),
           QT_TRANSLATE_NOOP("plimsoll::viewmodels",
                             "New tariffs: the largest liquidation of leveraged positions in one day."),
           "2025-10"},
    Crash {QT_TRANSLATE_NOOP("plimsoll::viewmodels", "8 November 2022"),
           QT_TRANSLATE_NOOP("plimsoll::viewmodels", "FTX stops paying out."), "2022-11"},
    Crash {QT_TRANSLATE_NOOP("plimsoll::viewmodels", "9 to 12 May 2022"),
           QT_TRANSLATE_NOOP("plimsoll::viewmodels", "TerraUSD loses its peg and LUNA all of its worth."), "2022-05"},
    Crash {QT_TRANSLATE_NOOP("plimsoll::viewmodels", "19 May 2021"),
           QT_TRANSLATE_NOOP("plimsoll::viewmodels", "A fall by a third within hours, with halts of exchanges."),
           "2021-05"},
    Crash {
        QT_TRANSLATE_NOOP("plimsoll::viewmodels", "12 March 2020"),
        QT_TRANSLATE_NOOP("plimsoll::viewmodels", "The pandemic reaches the markets: half of the price within a day."),
        "2020-03"},
};

QStringList symbolsOf(const std::vector<margin::Account> &accounts)
{
    QStringList symbols;
    for (const margin::Account &account : accounts) {
        for (const margin::Balance &balance : account.balances) {
            const QString symbol = plainName(balance.asset + account.quoteAsset, 30);
            if (balance.asset != account.quoteAsset && !symbols.contains(symbol)) {
                symbols << symbol;
            }
        }
    }
    return symbols;
}

} // namespace

RiskState replayState(const scenario::LevelSlice &slice)
{
    return stateOf(slice.status, slice.early);
}

QString replayLevelText(const scenario::LevelSlice &slice, const margin::Account &account, const DisplayFormat &format)
{
    return levelTextOf(slice.last, account, format);
}

QString replayOutcome(const ReplayAnswer &answer, std::size_t account, const DisplayFormat &format)
{
    const margin::Account &about = answer.accounts[account];
    const scenario::ReplayAccount &result = answer.record.summary.accounts[account];
    QStringList words;
    if (result.lowestLevel) {
        words << tr("lowest %1 on %2")
                     .arg(levelTextOf(result.lowestLevel, about, format), format.dateTime(*result.lowestAt));
    }
    const auto first = [&](Status status) {
        return std::ranges::find_if(answer.record.statuses, [&](const scenario::StatusChange &change) {
            return change.account == about.id && change.to == status;
        });
    };
    if (const auto call = first(Status::MarginCall); call != answer.record.statuses.end()) {
        words << tr("margin call on %1").arg(format.dateTime(call->time));
    }
    if (const auto end = first(Status::Liquidation); end != answer.record.statuses.end()) {
        words << tr("liquidated on %1").arg(format.dateTime(end->time));
    }
    return words.isEmpty() ? stateWord(stateOf(result.status, false)) : words.join(QStringLiteral("; "));
}

std::vector<ReplayEventRow> replayEvents(const ReplayAnswer &answer, int most, const DisplayFormat &format)
{
    const scenario::ReplayRecord &record = answer.record;
    std::vector<ReplayEventRow> rows;
    auto notice = record.notices.begin();
    const auto add = [&rows](ReplayEventRow row) {
        row.key = QString::number(rows.size());
        rows.push_back(std::move(row));
    };
    const auto addNotices = [&](WallTime before) { // of one moment, after what they tell
        for (; notice != record.notices.end() && scenario::sampleTime(notice->time) < before && std::ssize(rows) < most;
             ++notice) {
            add(rowOf(*notice, answer, format));
        }
    };
    for (auto change = record.statuses.begin(); change != record.statuses.end() && std::ssize(rows) < most; ++change) {
        addNotices(change->time);
        if (change->from) { // how it began is no event
            add(rowOf(*change, answer, format));
        }
    }
    addNotices(INT64_MAX);
    return rows;
}

QString replaySummary(const ReplayAnswer &answer, int most, const DisplayFormat &format)
{
    const scenario::ReplayRecord &record = answer.record;
    const auto number = [&format](std::int64_t value) { return format.locale().toString(qlonglong {value}); };
    const auto liquidated = std::ranges::count(record.summary.accounts, Status::Liquidated,
                                               &scenario::ReplayAccount::status);
    QStringList words {
        tr("%1 to %2, %3 prices.")
            .arg(format.dateTime(record.from), format.dateTime(record.to), number(record.summary.samples))};
    words << tr("Accounts liquidated: %1.").arg(number(liquidated));
    words << tr("Notices of the alarms: %1, at most %2 in ten minutes.")
                 .arg(number(std::ssize(record.notices)), number(record.alarmSummary.mostInTenMinutes));
    if (!answer.unpriced.isEmpty()) {
        words << tr("There are no prices of %1: what needs them is unknown.")
                     .arg(answer.unpriced.join(QStringLiteral(", ")));
    }
    if (std::ssize(record.statuses) + std::ssize(record.notices) > most) {
        words << tr("The list shows the first %1 events.").arg(number(most));
    }
    return words.join(u' ');
}

std::vector<ReplayTwinRow> replayTwins(const ReplayAnswer &answer, const DisplayFormat &format)
{
    std::vector<ReplayTwinRow> rows;
    if (!answer.twins) {
        return rows;
    }
    for (const scenario::TwinReplay &twin : answer.twins->twins) {
        QStringList names;
        for (const std::size_t place : twin.of) {
            names << accountLabel(answer.accounts[place]);
        }
        const bool twinIsCross = twin.mode == margin::MarginMode::Cross;
        const QString both = carriedText(twinIsCross ? twin.real : twin.twin,
                                         (twinIsCross ? twin.twin : twin.real).accounts.front(), format);
        rows.push_back({QString::number(rows.size()), names.join(QStringLiteral(", ")),
                        tr("As it is: %1").arg(sideText(twin.real, format)),
                        twinIsCross ? tr("As one cross account: %1").arg(sideText(twin.twin, format))
                                    : tr("As isolated accounts: %1").arg(sideText(twin.twin, format)),
                        both});
    }
    return rows;
}

QString replayProblem(const Error &error, bool isRecorded)
{
    if (!error.place.empty() || !error.detail.empty()) {
        return wording::reasonText(QString::fromStdString(error.message()));
    }
    return isRecorded ? tr("No price was recorded in this time.") : tr("Choose at least one file of candles.");
}

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(plimsoll::viewmodels::ReplayWords)
};

// "BTCUSDT-1m-2022-05.zip, ETHUSDT-1m-2022-05.zip": of many pairs the first ones, and how many more.
QString filesOf(const QStringList &symbols, const char *month)
{
    constexpr qsizetype kMost = 6;
    constexpr qsizetype kNamed = 3;
    QStringList files;
    const qsizetype count = symbols.size() > kMost ? kNamed : symbols.size();
    for (qsizetype i = 0; i < count; ++i) {
        files << symbols[i] + QStringLiteral("-1m-") + QString::fromLatin1(month) + QStringLiteral(".zip");
    }
    const QString named = files.join(QStringLiteral(", "));
    if (symbols.size() <= kMost) {
        return named;
    }
    const int more = static_cast<int>(symbols.size() - kNamed);
    return Words::tr("%1 and the same of %n more pairs of your accounts", nullptr, more).arg(named);
}

} // namespace

std::vector<CrashPreset> crashPresets(const std::vector<margin::Account> &accounts)
{
    const QStringList symbols = symbolsOf(accounts);
    std::vector<CrashPreset> presets;
    presets.reserve(kCrashes.size());
    for (const Crash &crash : kCrashes) {
        presets.push_back({tr(crash.title), tr(crash.text), filesOf(symbols, crash.month)});
    }
    return presets;
}

RowRoles<CrashPreset> CrashPreset::roles()
{
    return {{"title", &CrashPreset::title}, {"text", &CrashPreset::text}, {"files", &CrashPreset::files}};
}

} // namespace plimsoll::viewmodels
