// SPDX-License-Identifier: GPL-3.0-or-later
#include "crashreplay.h"
#include "referencetest.h"
#include "testlib/testprogram.h"
#include "viewmodels/analysis/replayplayer.h"
#include "wire/portfoliofile.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <algorithm>
#include <atomic>

using namespace plimsoll;
using viewmodels::ReplayAnswer;

namespace {

const QDir kShared(qEnvironmentVariable("PLIMSOLL_SHARED", QStringLiteral("/nonexistent")));

// 10 coins that began at 1.25 in an account of their own, and all of them together in a cross account.
margin::Portfolio bookOf(const std::vector<scenario::BarSeries> &prices)
{
    using margin::Decimal;
    margin::Portfolio book;
    margin::Account cross = test::crashAccounts({"1", "1", "1", "1", "1"}).front();
    cross.balances.clear();
    Decimal owedInAll;
    for (const scenario::BarSeries &series : prices) {
        const std::string coin = series.symbol.substr(0, series.symbol.size() - 4);
        const Decimal eight = Decimal::fromInteger(8); // of the ten that are held
        const std::string owed = series.bars.front().open.times(eight, margin::Rounding::Down)->toString();
        book.accounts.push_back(test::isolatedIn(("b-" + coin).c_str(), coin.c_str(), "10", owed.c_str()));
        cross.balances.push_back({coin, Decimal::fromInteger(10), {}, {}, {}, {}});
        owedInAll = owedInAll.plus(Decimal::parse(owed).value()).value();
    }
    cross.balances.push_back({"USDT", {}, {}, owedInAll, {}, {}});
    book.accounts.push_back(std::move(cross));
    return book;
}

QString levelText(const std::optional<margin::Decimal> &level)
{
    return level ? QString::fromStdString(level->toString()) : QStringLiteral("null");
}

// A change of status in one line, from either side.
QString line(const scenario::StatusChange &change)
{
    QStringList prices;
    for (const scenario::PricePoint &price : change.prices) {
        prices << QString::fromStdString(price.symbol + "=" + price.price.toString());
    }
    prices.sort();
    const std::string_view from = change.from ? margin::statusWord(*change.from) : "null";
    const std::string_view to = margin::statusWord(change.to);
    return QStringList({QString::number(change.time.ms()), QString::fromStdString(change.account),
                        QLatin1String(from.data(), qsizetype(from.size())),
                        QLatin1String(to.data(), qsizetype(to.size())), levelText(change.level)})
               .join(u' ')
        + u' ' + prices.join(u' ');
}

QString textIn(const QJsonObject &object, const char *key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    return value.isNull() ? QStringLiteral("null") : value.toVariant().toString();
}

QString line(const QJsonObject &change)
{
    QStringList prices;
    const QJsonObject all = change.value(QStringLiteral("prices")).toObject();
    for (auto price = all.begin(); price != all.end(); ++price) {
        prices << price.key() + u'=' + price.value().toString();
    }
    prices.sort();
    return QStringList({textIn(change, "time"), textIn(change, "account"), textIn(change, "from"), textIn(change, "to"),
                        textIn(change, "marginLevel")})
               .join(u' ')
        + u' ' + prices.join(u' ');
}

} // namespace

/// Four crashes, from the candles that are brought for them: the window's replay, `replay` of the terminal program and
/// the report say the same of every sample.
class RealCrashes : public test::ReferenceTest
{
    Q_OBJECT

public:
    RealCrashes()
        : ReferenceTest({QStringLiteral("data/market/may-2021"), QStringLiteral("data/market/luna-2022-05"),
                         QStringLiteral("data/market/ftx-2022-11"), QStringLiteral("data/market/oct-2025")})
    {
    }

private Q_SLOTS:
    void windowTerminalAndReportAgree_data()
    {
        QTest::addColumn<QString>("files");
        QTest::addColumn<int>("liquidations");
        QTest::newRow("May 2021") << QStringLiteral("may-2021/*-20210517-20210520.csv") << 7;
        QTest::newRow("May 2022") << QStringLiteral("luna-2022-05/*-20220501-20220513.csv") << 2;
        QTest::newRow("November 2022") << QStringLiteral("ftx-2022-11/*.csv") << 3;
        QTest::newRow("October 2025") << QStringLiteral("oct-2025/*.csv") << 4;
    }

    void windowTerminalAndReportAgree()
    {
        QFETCH(QString, files);
        QFETCH(int, liquidations);
        const QString program = qEnvironmentVariable("PLIMSOLL_CLI");
        if (program.isEmpty()) {
            QSKIP("PLIMSOLL_CLI names no program");
        }
        const QString folder = QStringLiteral("data/market/") + files.section(u'/', 0, 0);
        viewmodels::ReplayQuestion question;
        std::vector<scenario::BarSeries> prices;
        for (const QString &name : filesIn(folder, {files.section(u'/', 1)})) {
            prices.push_back(test::barsOf(name.section(u'/', -1), read(name)));
            question.files << kShared.filePath(name);
        }
        const margin::Portfolio book = bookOf(prices);
        question.accounts = book.accounts;

        std::atomic<int> done = 0;
        const auto outcome = viewmodels::answerOf(question, {}, done);
        const auto *answer = std::get_if<std::shared_ptr<const ReplayAnswer>>(&outcome);
        QVERIFY(answer != nullptr);
        const scenario::ReplayRecord &window = (*answer)->record;

        const QTemporaryDir place;
        QFile portfolio(place.filePath(QStringLiteral("p.json")));
        const std::string bytes = wire::writePortfolio(book);
        QVERIFY(portfolio.open(QIODevice::WriteOnly)
                && portfolio.write(bytes.data(), qsizetype(bytes.size())) == qsizetype(bytes.size()));
        portfolio.close();
        const QString page = place.filePath(QStringLiteral("page.html"));
        QProcess terminal;
        terminal.start(program,
                       QStringList({QStringLiteral("replay"), QStringLiteral("--portfolio"), portfolio.fileName(),
                                    QStringLiteral("--json"), QStringLiteral("-o"), page, QStringLiteral("--klines")})
                           + question.files);
        QVERIFY(terminal.waitForFinished(100'000));
        QCOMPARE(terminal.readAllStandardError(), QByteArray());

        compareChanges(window, terminal.readAllStandardOutput());
        QVERIFY2(window.statuses.size() >= 8, "there is no crash in it");
        QCOMPARE(fallen(window), liquidations);
        comparePages(**answer, page);
        compareRows(*answer);
    }

private:
    static int fallen(const scenario::ReplayRecord &record)
    {
        return static_cast<int>(
            std::ranges::count(record.summary.accounts, margin::Status::Liquidated, &scenario::ReplayAccount::status));
    }

    // Every change of status with its prices, the number of samples, and the lowest level of each account.
    static void compareChanges(const scenario::ReplayRecord &window, const QByteArray &output)
    {
        QStringList shown;
        for (const scenario::StatusChange &change : window.statuses) {
            shown << line(change);
        }
        QStringList told;
        QJsonObject summary;
        for (const QByteArray &each : output.trimmed().split('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(each).object();
            event.value(QStringLiteral("event")) == QStringLiteral("status") ? void(told << line(event))
                                                                             : void(summary = event);
        }
        QCOMPARE(shown, told);
        QCOMPARE(QString::number(window.summary.samples), textIn(summary, "samples"));
        QCOMPARE(QString::number(window.summary.evaluations), textIn(summary, "evaluations"));
        const QJsonArray accounts = summary.value(QStringLiteral("accounts")).toArray();
        QCOMPARE(static_cast<std::size_t>(accounts.size()), window.summary.accounts.size());
        for (qsizetype i = 0; i < accounts.size(); ++i) {
            const scenario::ReplayAccount &account = window.summary.accounts[static_cast<std::size_t>(i)];
            const QJsonObject other = accounts[i].toObject();
            QCOMPARE(levelText(account.lowestLevel), textIn(other, "lowestLevel"));
            QCOMPARE(QString::number(account.lowestAt->ms()), textIn(other, "lowestAt"));
        }
    }

    // The page of the window is that of the terminal to the byte, but for when it was written.
    static void comparePages(const ReplayAnswer &answer, const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString terminal = QString::fromUtf8(file.readAll());
        const wording::DisplayFormat format {QLocale::c()};
        QString window = report::replayPageOf(answer, WallTime(), format);
        static const QRegularExpression written(QStringLiteral("written at [^(]*\\(UTC\\)"));
        QVERIFY(terminal.contains(written) && window.contains(written));
        QCOMPARE(window.replace(written, QString()), terminal.replace(written, QString()));
    }

    // What the page of the window lists is what happened.
    static void compareRows(const std::shared_ptr<const ReplayAnswer> &answer)
    {
        const wording::DisplayFormat format {QLocale::c()};
        viewmodels::ReplayPlayer player(format);
        player.setAnswer(answer);
        const auto happened = static_cast<int>(answer->record.statuses.size() + answer->record.notices.size());
        constexpr int kMost = viewmodels::ReplayPlayer::kMostEvents;
        QCOMPARE(player.eventCount(), happened > kMost ? kMost + 1 : happened); // the last says that there are more
        player.setPosition(player.last());
        const auto &rows =
            static_cast<viewmodels::RowListModel<viewmodels::ReplayAccountRow> *>(player.accounts())->rows();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const bool isGone = answer->record.summary.accounts[i].status == margin::Status::Liquidated;
            QCOMPARE(rows[i].riskState == viewmodels::RiskState::Liquidated, isGone);
        }
    }
};

PLIMSOLL_TEST(RealCrashes)
#include "ref_crashes.moc"
