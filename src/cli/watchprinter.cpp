// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/watchprinter.h"

#include "cli/alarmlines.h"
#include "cli/gaplines.h"
#include "cli/terminal.h"
#include "engine/historybuffer.h"
#include "wire/jsonwriter.h"

#include <cstdio>
#include <utility>

namespace plimsoll::cli {

namespace {

using wire::JsonWriter;

std::string snapshotJson(const monitor::RiskSnapshot &snapshot)
{
    JsonWriter json;
    json.beginObject();
    json.key("time").integer(snapshot.wallTime.ms());
    json.key("event").string("snapshot");
    json.key("sequence").integer(static_cast<std::int64_t>(snapshot.sequence));
    json.key("accounts").beginArray();
    for (std::size_t i = 0; i < snapshot.verdicts.size(); ++i) {
        const margin::Verdict &verdict = snapshot.verdicts[i];
        if (verdict.account) {
            json.beginObject();
            json.key("id").string(verdict.account->id);
            json.key("status").string(margin::statusWord(verdict.status));
            json.key("marginLevel").decimal(verdict.printedLevel());
            json.endObject();
        }
    }
    json.endArray().endObject();
    return json.text();
}

std::string statusJson(const monitor::StatusEvent &event)
{
    JsonWriter json;
    json.beginObject();
    json.key("time").integer(event.time.ms());
    json.key("account").string(event.account);
    json.key("event").string("status");
    json.key("from");
    event.from ? json.string(margin::statusWord(*event.from)) : json.null();
    json.key("to").string(margin::statusWord(event.to));
    json.key("marginLevel").decimal(event.level);
    json.key("prices").beginObject();
    for (const monitor::SymbolPrice &price : event.prices) {
        json.key(price.symbol).decimal(price.price);
    }
    json.endObject().endObject();
    return json.text();
}

std::string noticeJson(const monitor::Delivery &notice, WallTime time)
{
    JsonWriter json;
    json.beginObject();
    json.key("time").integer(time.ms());
    json.key("event").string("notice");
    json.key("number").integer(notice.notice.outside());
    json.key("priority").string(alarm::priorityWord(notice.priority));
    json.key("quiet").boolean(notice.quiet);
    json.key("allOver").boolean(notice.allOver);
    json.key("account").string(notice.account.toStdString());
    json.key("accountName").string(notice.text.account.toStdString());
    json.key("condition").string(alarm::conditionWord(static_cast<alarm::Condition>(notice.worstCondition)));
    json.key("title").string(notice.text.title.toStdString());
    json.key("text").string(notice.text.body.toStdString());
    json.endObject();
    return json.text();
}

std::string roleJson(const monitor::MonitorRole &role, WallTime time)
{
    JsonWriter json;
    json.beginObject();
    json.key("time").integer(time.ms());
    json.key("event").string("role");
    json.key("role").string(role.part == monitor::MonitorRole::Part::Monitor ? "monitor" : "stand_by");
    json.key("monitor");
    role.holder.process > 0 ? json.integer(role.holder.process) : json.null();
    json.endObject();
    return json.text();
}

std::string roleText(const monitor::MonitorRole &role)
{
    if (role.part == monitor::MonitorRole::Part::Monitor) {
        return "this process is the monitor now";
    }
    const std::string who = role.holder.process == 0
        ? "another process"
        : printable(role.holder.program.toStdString()) + " (process " + std::to_string(role.holder.process) + ")";
    return who + " is the monitor of this data directory; this one stands by and takes its place when it ends or hangs";
}

} // namespace

WatchPrinter::WatchPrinter(bool asJson, const monitor::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_asJson(asJson)
    , m_clock(clock)
    , m_writer([this] { QMetaObject::invokeMethod(this, &WatchPrinter::outputLost, Qt::QueuedConnection); })
{
}

void WatchPrinter::onFeed(const monitor::FeedStatus &status)
{
    if (status.state == monitor::FeedState::Starting) {
        return;
    }
    const std::string word(monitor::feedStateWord(status.state));
    const std::string detail = status.detail.toStdString();
    if (!m_asJson) {
        m_writer.write(utcText(status.since) + "  prices " + word + (detail.empty() ? "" : ": " + printable(detail)));
        return;
    }
    JsonWriter json;
    json.beginObject();
    json.key("time").integer(status.since.ms());
    json.key("event").string("feed");
    json.key("state").string(word);
    json.key("detail").string(detail);
    json.endObject();
    m_writer.write(json.text());
}

void WatchPrinter::onStatus(const monitor::StatusEvent &event)
{
    m_sawPrices = m_sawPrices || event.level;
    if (m_asJson) {
        m_writer.write(statusJson(event));
        return;
    }
    const std::string from = event.from ? std::string(margin::statusWord(*event.from)) : "-";
    m_writer.write(utcText(event.time) + "  " + printable(event.account) + "  " + from + " -> "
                   + std::string(margin::statusWord(event.to))
                   + (event.level ? "  level " + event.level->toString() : ""));
}

void WatchPrinter::onSnapshot(const monitor::SnapshotPtr &snapshot)
{
    const bool answered = snapshot->feed.lastAnswer != m_lastAnswer;
    m_lastAnswer = snapshot->feed.lastAnswer;
    m_sawPrices = m_sawPrices || m_lastAnswer != 0;
    if (m_asJson && snapshot->loaded
        && (answered || !snapshot->touched.empty())) { // a beat without news is not worth a line
        m_writer.writeLatest(snapshotJson(*snapshot));
    }
}

void WatchPrinter::onAlarm(const monitor::AlarmEventRow &event)
{
    const AlarmStep step {event.time, event.key, event.from, event.to, event.cause, event.occurrence, event.level};
    m_writer.write(m_asJson ? alarmJson(step) : alarmLine(step));
}

void WatchPrinter::onGap(const monitor::GapReport &report)
{
    const std::string head = utcText(m_clock.wallTime()) + (report.allClear() ? "  GAP  " : "  GAP !  ");
    m_writer.write(m_asJson ? gapJson(report, m_clock.wallTime()) : head + gapText(report));
}

// A notice is shown once its line was written; one that is only a silent change of a text has none.
void WatchPrinter::onNotice(const monitor::Delivery &notice)
{
    const bool isLoud = notice.priority > alarm::Priority::Low;
    std::string line;
    if (m_asJson) {
        line = noticeJson(notice, m_clock.wallTime());
    } else if (!notice.quiet) {
        line = utcText(m_clock.wallTime()) + (isLoud ? "  ALARM  " : "  NOTICE  ")
            + printable(notice.text.line.toStdString());
    }
    m_writer.write(
        std::move(line), [this, id = notice.notice, channel = notice.channel, isTest = notice.isTest](bool written) {
            Q_EMIT shown(
                {id, channel, written, isTest,
                 written ? QStringLiteral("a line in the terminal") : QStringLiteral("nobody reads the output"), 0});
        });
}

void WatchPrinter::follow()
{
    m_writer.follow([this](bool written) {
        if (written) {
            Q_EMIT follows();
        }
    });
}

void WatchPrinter::onRole(const monitor::MonitorRole &role)
{
    const bool isMonitor = role.part == monitor::MonitorRole::Part::Monitor;
    if (std::exchange(m_isMonitor, isMonitor) == isMonitor) {
        return;
    }
    if (m_asJson) {
        m_writer.write(roleJson(role, m_clock.wallTime()));
    }
    std::fputs(("plimsoll-cli: " + roleText(role) + "\n").c_str(), stderr);
}

} // namespace plimsoll::cli
