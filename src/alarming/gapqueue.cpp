// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarming/gapqueue.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace plimsoll::monitor {

namespace {

QString word(alarm::Condition condition)
{
    const std::string_view text = alarm::conditionWord(condition);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QJsonObject jsonOf(const GapAccount &account)
{
    QJsonArray fired;
    for (const alarm::Condition condition : account.wouldHaveFired) {
        fired.append(word(condition));
    }
    QJsonObject json {
        {u"account"_s, QString::fromStdString(account.account)}, {u"fired"_s, fired}, {u"blind"_s, account.wasBlind}};
    if (account.lowestLevel) {
        json.insert(u"level"_s, QString::fromStdString(account.lowestLevel->toString()));
        json.insert(u"at"_s, QString::number(account.lowestAt.ms()));
    }
    return json;
}

WallTime timeOf(const QJsonValue &json)
{
    return WallTime::ofMs(json.toString().toLongLong());
}

GapAccount accountOf(const QJsonObject &json)
{
    GapAccount account;
    account.account = json.value(u"account"_s).toString().toStdString();
    account.wasBlind = json.value(u"blind"_s).toBool(true);
    if (const auto level = margin::Decimal::parse(json.value(u"level"_s).toString().toStdString())) {
        account.lowestLevel = *level;
        account.lowestAt = timeOf(json.value(u"at"_s));
    }
    for (const QJsonValue fired : json.value(u"fired"_s).toArray()) {
        if (const auto condition = alarm::conditionFromWord(fired.toString().toStdString())) {
            account.wouldHaveFired.push_back(*condition);
        }
    }
    return account;
}

QJsonObject jsonOf(const GapReport &report)
{
    QJsonObject json {{u"from"_s, QString::number(report.from.ms())},
                      {u"to"_s, QString::number(report.to.ms())},
                      {u"asleep"_s, report.reason == GapReport::Reason::Asleep}};
    if (report.state == GapReport::State::Ready) {
        QJsonArray accounts;
        for (const GapAccount &account : report.accounts) {
            accounts.append(jsonOf(account));
        }
        json.insert(u"accounts"_s, accounts);
        json.insert(u"detail"_s, report.detail);
    }
    return json;
}

GapReport reportOf(const QJsonObject &json)
{
    GapReport report;
    report.from = timeOf(json.value(u"from"_s));
    report.to = timeOf(json.value(u"to"_s));
    report.reason = json.value(u"asleep"_s).toBool() ? GapReport::Reason::Asleep : GapReport::Reason::Off;
    report.detail = json.value(u"detail"_s).toString();
    if (json.contains(u"accounts"_s)) {
        report.state = GapReport::State::Ready;
        for (const QJsonValue account : json.value(u"accounts"_s).toArray()) {
            report.accounts.push_back(accountOf(account.toObject()));
        }
    }
    return report;
}

} // namespace

void GapQueue::add(GapReport report, std::vector<margin::Account> accounts)
{
    m_entries.push_back({{std::make_shared<const GapReport>(std::move(report)), std::move(accounts)}, false});
    limit();
}

void GapQueue::limit()
{
    if (m_entries.size() > kMost) {
        const auto found = std::ranges::find_if(m_entries,
                                                [](const Entry &entry) { return !entry.open.report->missedCall(); });
        m_entries.erase(found == m_entries.end() ? m_entries.begin() : found);
    }
}

GapReportPtr GapQueue::answer(GapReport report)
{
    const auto waits = [&report](const Entry &entry) {
        return entry.open.report->state == GapReport::State::Asking && entry.open.report->sameTime(report);
    };
    const auto found = std::ranges::find_if(m_entries, waits);
    if (found == m_entries.end()) {
        return nullptr;
    }
    const auto kept = std::make_shared<const GapReport>(std::move(report));
    found->open = {kept, {}};
    if (std::exchange(found->seen, false) && kept->allClear()) {
        m_entries.erase(found); // the person knows of the gap, and nothing else is to be known
    }
    return kept;
}

void GapQueue::see(const GapReportPtr &shown)
{
    const auto found = std::ranges::find_if(
        m_entries, [&shown](const Entry &entry) { return shown && entry.open.report->sameTime(*shown); });
    if (found == m_entries.end()) {
        return;
    }
    if (found->open.report->state == GapReport::State::Asking) {
        found->seen = true;
    } else if (*found->open.report == *shown
               || found->open.report->allClear()) { // not where the answer came after the look
        m_entries.erase(found);
    }
}

void GapQueue::seeAll()
{
    for (const Entry &entry : std::vector<Entry>(m_entries)) {
        see(entry.open.report);
    }
}

GapReportPtr GapQueue::first() const
{
    const auto found = std::ranges::find_if(m_entries, [](const Entry &entry) { return !entry.seen; });
    return found == m_entries.end() ? nullptr : found->open.report;
}

int GapQueue::count() const
{
    return static_cast<int>(std::ranges::count_if(m_entries, [](const Entry &entry) { return !entry.seen; }));
}

GapReportPtr GapQueue::newest() const
{
    return m_entries.empty() ? nullptr : m_entries.back().open.report;
}

GapReportPtr GapQueue::newestMissed() const
{
    const auto found = std::find_if(m_entries.rbegin(), m_entries.rend(),
                                    [](const Entry &entry) { return entry.open.report->missedCall(); });
    return found == m_entries.rend() ? nullptr : found->open.report;
}

const GapQueue::Open *GapQueue::nextToAsk() const
{
    const auto found = std::ranges::find_if(
        m_entries, [](const Entry &entry) { return entry.open.report->state == GapReport::State::Asking; });
    return found == m_entries.end() ? nullptr : &found->open;
}

QString GapQueue::saved() const
{
    QJsonArray reports;
    for (const Entry &entry : m_entries) {
        QJsonObject json = jsonOf(*entry.open.report);
        json.insert(u"seen"_s, entry.seen);
        reports.append(json);
    }
    return reports.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(reports).toJson(QJsonDocument::Compact));
}

std::vector<GapReportPtr> GapQueue::restore(const QString &saved)
{
    std::vector<Entry> entries;
    std::vector<GapReportPtr> restored;
    for (const QJsonValue json : QJsonDocument::fromJson(saved.toUtf8()).array()) {
        GapReport report = reportOf(json.toObject());
        if (report.from <= 0 || report.to <= report.from || entries.size() >= kMost) {
            continue;
        }
        restored.push_back(std::make_shared<const GapReport>(std::move(report)));
        entries.push_back({{restored.back(), {}}, json.toObject().value(u"seen"_s).toBool()});
    }
    m_entries.insert(m_entries.begin(), std::make_move_iterator(entries.begin()),
                     std::make_move_iterator(entries.end()));
    return restored;
}

} // namespace plimsoll::monitor
