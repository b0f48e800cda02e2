// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/watchprinter.h"

#include "cli/alarmlines.h"
#include "cli/terminal.h"
#include "monitor/historybuffer.h"
#include "wire/jsonwriter.h"

namespace plimsoll::cli {

namespace {

using wire::JsonWriter;

std::string snapshotJson(const monitor::RiskSnapshot &snapshot)
{
    JsonWriter json;
    json.beginObject();
    json.key("time").integer(snapshot.wallTime);
    json.key("event").string("snapshot");
    json.key("sequence").integer(static_cast<std::int64_t>(snapshot.sequence));
    json.key("accounts").beginArray();
    for (std::size_t i = 0; i < snapshot.verdicts.size(); ++i) {
        const margin::Verdict &verdict = snapshot.verdicts[i];
        if (verdict.account) {
            json.beginObject();
            json.key("id").string(verdict.account->id);
            json.key("status").string(margin::statusWord(verdict.status));
            json.key("marginLevel").decimal(monitor::levelOf(verdict));
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
    json.key("time").integer(event.time);
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

std::string noticeJson(const monitor::Delivery &notice, std::int64_t time)
{
    JsonWriter json;
    json.beginObject();
    json.key("time").integer(time);
    json.key("event").string("notice");
    json.key("number").integer(static_cast<std::int64_t>(notice.notice));
    json.key("priority").string(alarm::priorityWord(notice.priority));
    json.key("quiet").boolean(notice.quiet);
    json.key("allOver").boolean(notice.allOver);
    json.key("account").string(notice.account.toStdString());
    json.key("condition").string(alarm::conditionWord(static_cast<alarm::Condition>(notice.worstCondition)));
    json.key("title").string(notice.text.title.toStdString());
    json.key("text").string(notice.text.body.toStdString());
    json.endObject();
    return json.text();
}

} // namespace

WatchPrinter::WatchPrinter(bool asJson, const monitor::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_asJson(asJson)
    , m_clock(clock)
{
}

void WatchPrinter::write(const std::string &line)
{
    if (!m_lost && !writeLine(line)) {
        m_lost = true;
        Q_EMIT outputLost();
    }
}

void WatchPrinter::onFeed(const monitor::FeedStatus &status)
{
    if (status.state == monitor::FeedState::Starting) {
        return;
    }
    const std::string word(monitor::feedStateWord(status.state));
    const std::string detail = status.detail.toStdString();
    if (!m_asJson) {
        write(utcText(status.since) + "  prices " + word + (detail.empty() ? "" : ": " + printable(detail)));
        return;
    }
    JsonWriter json;
    json.beginObject();
    json.key("time").integer(status.since);
    json.key("event").string("feed");
    json.key("state").string(word);
    json.key("detail").string(detail);
    json.endObject();
    write(json.text());
}

void WatchPrinter::onStatus(const monitor::StatusEvent &event)
{
    m_sawPrices = m_sawPrices || event.level;
    if (m_asJson) {
        write(statusJson(event));
        return;
    }
    const std::string from = event.from ? std::string(margin::statusWord(*event.from)) : "-";
    write(utcText(event.time) + "  " + printable(event.account) + "  " + from + " -> " + std::string(margin::statusWord(event.to))
          + (event.level ? "  level " + event.level->toString() : ""));
}

void WatchPrinter::onSnapshot(const monitor::SnapshotPtr &snapshot)
{
    const bool answered = snapshot->feed.lastAnswer != m_lastAnswer;
    m_lastAnswer = snapshot->feed.lastAnswer;
    m_sawPrices = m_sawPrices || m_lastAnswer != 0;
    if (m_asJson && snapshot->loaded && (answered || !snapshot->touched.empty())) { // a beat without news is not worth a line
        write(snapshotJson(*snapshot));
    }
}

void WatchPrinter::onAlarm(const monitor::AlarmEventRow &event)
{
    const AlarmStep step {event.time, event.key, event.from, event.to, event.cause, event.occurrence, event.level};
    write(m_asJson ? alarmJson(step) : alarmLine(step));
}

void WatchPrinter::onNotice(const monitor::Delivery &notice)
{
    const bool isLoud = notice.priority > alarm::Priority::Low;
    if (m_asJson) {
        write(noticeJson(notice, m_clock.wallMs()));
    } else if (!notice.quiet) {
        write(utcText(m_clock.wallMs()) + (isLoud ? "  ALARM  " : "  NOTICE  ") + printable(notice.text.line.toStdString()));
    }
    Q_EMIT shown({notice.notice, notice.channel, !m_lost, notice.isTest,
                  m_lost ? QStringLiteral("nobody reads the output") : QStringLiteral("a line in the terminal"), 0});
}

} // namespace plimsoll::cli
