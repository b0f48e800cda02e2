// SPDX-License-Identifier: GPL-3.0-or-later
#include "testworld.h"

#include "cuttexts.h"
#include "testlib/sent.h"
#include "unnamed.h"
#include "wire/portfoliofile.h"
#include "wire/tickerparser.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtQml/QQmlEngine>
#include <QtQml/QQmlIncubator>
#include <QtQuick/QQuickWindow>

namespace plimsoll::testqml {

namespace {

// Lists make rows beyond their edges bit by bit: half of one has no names and no width yet.
void finishIncubating(const QQuickItem *root)
{
    const QQmlEngine *engine = qmlEngine(root->window()); // an item that a window made for itself has none
    QQmlIncubationController *controller = engine != nullptr ? engine->incubationController() : nullptr;
    while (controller != nullptr && controller->incubatingObjectCount() > 0) {
        controller->incubateFor(10);
    }
}

} // namespace

void TestWorld::start(const QString &eth, const QString &bch, bool example)
{
    begin();
    m_world->stores.portfolio = testlib::referencePortfolio();
    prices(eth, bch);
    make(example);
}

void TestWorld::startEmpty()
{
    begin();
    m_world->evaluate();
    make(false);
}

void TestWorld::startBook(const QString &name)
{
    const auto bytes = [&name](const char *suffix) {
        QFile file(QStringLiteral(QUICK_TEST_SOURCE_DIR "/../data/books/") + name + QLatin1String(suffix));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    };
    begin();
    m_world->stores.portfolio = wire::parsePortfolio(bytes(".json")).value();
    const auto prices = wire::parseTicker(bytes("-prices.json"));
    for (const wire::TickerItem &item : prices.value()) {
        m_world->setPrice(item.symbol, item.price.toString());
    }
    m_world->feed.lastAnswer = m_world->clock.bootTime();
    fillJournal();
    fillHistory();
    m_world->evaluate();
    make(false);
}

// A day of levels of every account, with an outage of two hours, a margin call and a top-up.
void TestWorld::fillHistory()
{
    constexpr std::int64_t kMinute = 60'000;
    const WallTime now = m_world->clock.wallTime();
    std::int64_t shift = 0;
    for (const margin::Account &account : m_world->stores.portfolio.accounts) {
        monitor::HistoryBatch batch;
        shift += 7;
        const auto levelAt = [shift](std::int64_t minute) {
            return 120'000'000 + (minute * (shift % 13 + 3) % 97) * 200'000 - (minute == 700 ? 30'000'000 : 0);
        };
        for (std::int64_t minute = 0; minute <= 1440; minute += 10) {
            if (minute <= 900 || minute >= 1020) {
                batch.levels.push_back(
                    {account.id, {now - (1440 - minute) * kMinute, levelAt(minute), margin::Status::Normal}});
            }
        }
        batch.spans = {{account.id, {now - 1440 * kMinute, now - 540 * kMinute, levelAt(0)}},
                       {account.id, {now - 420 * kMinute, now, levelAt(1020)}}};
        m_world->stores.history.push_back(std::move(batch));
        m_world->stores.barChangesKept.push_back({now - shift * kMinute,
                                                  account.id,
                                                  {testlib::dec("1.5"), testlib::dec("1.2649"), testlib::dec("1.18")},
                                                  account.thresholds});
        m_world->stores.statuses.push_back({now - 740 * kMinute, account.id, margin::Status::Normal,
                                            margin::Status::MarginCall, testlib::dec("1.05"), "{}"});
        m_world->stores.statuses.push_back({now - 730 * kMinute, account.id, margin::Status::MarginCall,
                                            margin::Status::Normal, testlib::dec("1.21"), "{}"});
    }
}

QString TestWorld::candles(const QString &symbol, int first, int step) const
{
    constexpr qint64 kBegin = 1'621'382'400'000; // 2021-05-19
    QByteArray rows;
    for (int minute = 0; minute < 60; ++minute) {
        const QByteArray price = QByteArray::number(first + minute * step);
        rows += QByteArray::number(kBegin + minute * 60'000LL);
        for (int i = 0; i < 4; ++i) {
            rows += ',' + price;
        }
        rows += ",0\n";
    }
    QFile file(m_folder.filePath(symbol + QStringLiteral("-1m.csv")));
    return file.open(QIODevice::WriteOnly) && file.write(rows) == rows.size() ? file.fileName() : QString();
}

QString TestWorld::contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

int TestWorld::size(const QString &path)
{
    return static_cast<int>(QFileInfo(path).size());
}

// Every kind of row, with the amounts that the accounts have.
void TestWorld::fillJournal()
{
    int kind = 0;
    for (const margin::Account &account : m_world->stores.portfolio.accounts) {
        for (const margin::Balance &balance : account.balances) {
            monitor::JournalRow row;
            row.time = m_world->clock.wallTime() + kind;
            row.operationId =
                QStringLiteral("0b9d1f7e-5c55-4a30-9f0a-%1").arg(kind, 12, 10, QLatin1Char('0')).toStdString();
            row.row = {account.id, static_cast<margin::EntryKind>(kind % 11), balance.asset,
                       static_cast<margin::Field>(kind % 4),
                       balance.borrowed.isZero() ? balance.free : -balance.borrowed};
            row.reversible = kind % 3 == 0;
            m_world->stores.rows.push_back(row);
            ++kind;
        }
    }
}

void TestWorld::speak(const QString &language)
{
    QCoreApplication::removeTranslator(&m_translator);
    m_locale = language == u"de" ? QLocale(QLocale::German, QLocale::Germany) : QLocale::c();
    if (language == u"de" && m_translator.load(QStringLiteral(":/i18n/plimsoll_de.qm"))) {
        QCoreApplication::installTranslator(&m_translator);
    }
}

QStringList TestWorld::cutTexts(QQuickItem *root)
{
    finishIncubating(root);
    return testqml::cutTexts(root);
}

QStringList TestWorld::unnamed(QQuickItem *root)
{
    finishIncubating(root);
    return testqml::unnamed(root);
}

QStringList TestWorld::accountIds() const
{
    QStringList ids;
    for (const margin::Account &account : m_world->stores.portfolio.accounts) {
        ids << QString::fromStdString(account.id);
    }
    return ids;
}

void TestWorld::begin()
{
    stop();
    m_world = std::make_unique<testlib::FakeMonitor>();
    m_alarms = std::make_unique<testlib::FakeAlarmCommands>();
    m_board = {};
}

void TestWorld::make(bool example)
{
    m_example = example ? std::make_unique<FakeExample>() : nullptr;
    viewmodels::AppViewModel::Options options;
    options.example = example;
    options.exampleControl = m_example.get();
    options.locale = m_locale;
    options.version = QStringLiteral("1.2.3");
    options.dataDir = m_folder.path();
    m_app = std::make_unique<viewmodels::AppViewModel>(*m_world, *m_alarms, m_world->stores, m_world->relay,
                                                       m_world->clock, options);
    m_desktop = std::make_unique<desktop::DesktopViewModel>(*m_alarms, m_world->stores, m_world->relay, m_app->format(),
                                                            example);
    QQmlEngine::setObjectOwnership(m_app.get(), QQmlEngine::CppOwnership);
    QQmlEngine::setObjectOwnership(m_desktop.get(), QQmlEngine::CppOwnership);
    Q_EMIT started();
}

void TestWorld::stop()
{
    m_desktop.reset();
    m_app.reset();
    Q_EMIT started();
}

void TestWorld::prices(const QString &eth, const QString &bch)
{
    m_world->setPrice("ETHUSDT", eth.toStdString());
    m_world->setPrice("BCHUSDT", bch.toStdString());
    m_world->feed.lastAnswer = m_world->clock.bootTime();
    m_world->evaluate();
}

void TestWorld::book(const QString &accountId, const QString &usdt)
{
    const std::string id = "booked-" + std::to_string(m_world->stores.rows.size());
    std::ignore = m_world->book(
        {id, accountId.toStdString(), monitor::TopUp {"USDT", testlib::dec(qPrintable(usdt)), {}}, {}, nullptr});
    m_world->evaluate();
}

void TestWorld::remember(const QString &accountId, int level, int minutes)
{
    auto batch = std::make_shared<monitor::HistoryBatch>();
    const std::string id = accountId.toStdString();
    const WallTime now = m_world->clock.wallTime();
    const WallTime begin = now - minutes * 60'000LL;
    batch->levels = {{id, {begin, level * 1'000'000LL, margin::Status::Normal}}};
    batch->spans = {{id, {begin, now, level * 1'000'000LL}}};
    m_app->history()->append(batch);
}

void TestWorld::advance(int ms)
{
    m_world->clock.advance(ms);
}

void TestWorld::rename(const QString &name)
{
    for (margin::Account &account : m_world->stores.portfolio.accounts) {
        account.name = name.toStdString();
        account.note = name.toStdString();
        account.owner = name.toStdString();
    }
    m_world->feed.detail = name;
    m_world->feed.state = monitor::FeedState::Late;
    m_world->evaluate();
}

void TestWorld::publish()
{
    m_board = testlib::boardOf(m_board.active, m_board.rules, m_board);
    m_world->alarms = std::make_shared<const monitor::AlarmBoard>(m_board);
    m_world->publish();
}

void TestWorld::silence(alarm::State state)
{
    m_world->clock.advance(1);
    for (alarm::ActiveAlarm &active : m_board.active) {
        active.alarm.state = state;
        active.alarm.since = m_world->clock.bootTime();
        active.alarm.until = m_world->clock.bootTime() + 15 * alarm::kMinute;
    }
    m_board.canUndo = state == alarm::State::ActiveAcknowledged;
    publish();
}

void TestWorld::raise(const QString &accountId, const QString &condition, const QString &state, const QString &level)
{
    m_alarms->onAsked = [this, asked = m_alarms->acknowledged.size()] {
        silence(m_alarms->acknowledged.size() > asked ? alarm::State::ActiveAcknowledged : alarm::State::Snoozed);
    };
    m_board.active.push_back(
        testlib::active(accountId.toStdString(), *alarm::conditionFromWord(condition.toStdString()),
                        *alarm::stateFromWord(state.toStdString()), m_world->clock.bootTime(), qPrintable(level)));
    publish();
    m_world->evaluate();
}

void TestWorld::know(const QString &ruleId, const QString &accountId, const QString &level)
{
    m_board.rules.push_back({ruleId.toStdString(),
                             accountId.toStdString(),
                             alarm::Rule::Kind::Level,
                             testlib::dec(qPrintable(level)),
                             {},
                             alarm::Stage::Call,
                             true});
    publish();
    m_world->evaluate();
}

void TestWorld::channelState(int channel, bool works, const QString &detail)
{
    using State = monitor::ChannelHealth::State;
    m_board.channels.at(static_cast<std::size_t>(channel)) = {works ? State::Working : State::Failing,
                                                              m_world->clock.wallTime(), detail, 12};
    publish();
    m_world->evaluate();
}

void TestWorld::reportGap()
{
    auto gap = std::make_shared<monitor::GapReport>();
    gap->reason = monitor::GapReport::Reason::Asleep;
    gap->to = m_world->clock.wallTime();
    gap->from = gap->to - 8 * alarm::kHour;
    gap->state = monitor::GapReport::State::Ready;
    m_board.gap = gap;
    publish();
    m_world->evaluate();
}

void TestWorld::recordStep(const QString &accountId, const QString &condition)
{
    monitor::AlarmEventRow step;
    step.time = m_world->clock.wallTime();
    step.key = {accountId.toStdString(), *alarm::conditionFromWord(condition.toStdString()), {}};
    step.occurrence = 1;
    step.to = alarm::State::ActiveUnacknowledged;
    step.cause = alarm::Cause::Raised;
    step.level = testlib::dec("1.0625");
    step.inputs = R"({"assets":"850","debt":"800","quoteAsset":"USDT","status":"margin_call"})";
    monitor::AlarmRecord record;
    record.events = {step};
    testlib::sent(m_world->stores.recordAlarms(record));
}

QString TestWorld::snoozed() const
{
    if (m_alarms->snoozed.empty()) {
        return {};
    }
    const auto &[account, span] = m_alarms->snoozed.back();
    return QStringLiteral("%1 %2")
        .arg(QString::fromStdString(account))
        .arg(std::chrono::duration_cast<std::chrono::minutes>(span).count());
}

QStringList TestWorld::savedRules() const
{
    QStringList words;
    for (const alarm::Rule &rule : m_alarms->saved) {
        words << QString::fromStdString(rule.account + ' ' + std::string(alarm::ruleKindWord(rule.kind)) + ' '
                                        + rule.value.toString());
    }
    return words;
}

void TestWorld::liquidate(const QString &accountId)
{
    for (margin::Account &account : m_world->stores.portfolio.accounts) {
        if (account.id == accountId.toStdString()) {
            account.liquidatedAt = m_world->clock.wallTime();
            account.balances.clear();
        }
    }
    m_world->evaluate();
}

QStringList TestWorld::richTexts(QQuickItem *root)
{
    constexpr int kPlainText = 0; // Text.PlainText, TextEdit.PlainText
    QStringList found;
    const QVariant format = root->property("textFormat");
    if (format.isValid() && format.toInt() != kPlainText) {
        found << root->property("text").toString();
    }
    for (QQuickItem *child : root->childItems()) {
        found << richTexts(child);
    }
    return found;
}

void TestWorld::grab(QQuickWindow *window, const QString &name)
{
    const QString folder = qEnvironmentVariable("PLIMSOLL_SHOTS");
    if (!folder.isEmpty()) {
        window->grabWindow().save(folder + u'/' + name + QStringLiteral(".png"));
    }
}

} // namespace plimsoll::testqml
