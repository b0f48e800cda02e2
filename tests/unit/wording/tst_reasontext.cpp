// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/rule.h"
#include "feed/priceurl.h"
#include "margin/booking.h"
#include "margin/profiles.h"
#include "storage/storage.h"
#include "testlib/fakestores.h"
#include "wire/portfoliofile.h"
#include "wording/reasonforms.h"
#include "wording/reasontext.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtTest/QTest>

#include <set>

using namespace plimsoll;
using namespace plimsoll::testlib;
using wording::reasonText;

namespace {

/// The English words of a text that are no German ones too; what stands in quotes is somebody's name.
QStringList englishIn(QString text)
{
    static const QRegularExpression kQuoted(QStringLiteral("\"[^\"]*\"|„[^“]*“"));
    static const QRegularExpression kWord(QStringLiteral(
        "\\b(?:the|is|are|of|not|and|or|to|with|has|than|there|this|that|which|cannot|must|from|by|its|here|only|"
        "needed|missing|before|after|answer|price|account|field|file)\\b"));
    text.remove(kQuoted);
    QStringList found;
    for (auto match = kWord.globalMatch(text); match.hasNext();) {
        found << match.next().captured();
    }
    return found;
}

QString withPlaces(const char *form)
{
    QString text = QString::fromUtf8(form);
    for (int place = 1; place <= 9; ++place) {
        text.replace(QStringLiteral("%%1").arg(place), QStringLiteral("A%1B").arg(place));
    }
    return text;
}

template<typename T>
void add(std::vector<Error> &errors, const Result<T> &result)
{
    if (!result) {
        errors.push_back(result.error());
    }
}

void addPortfolios(std::vector<Error> &errors)
{
    const std::string head = R"({"format":"plimsoll-portfolio","version":1,"accounts":[)";
    const std::string account =
        R"({"id":"a","mode":"isolated","symbol":"BCHUSDT","baseAsset":"BCH","quoteAsset":"USDT",)";
    for (const std::string &text :
         {std::string(),
          std::string("{"),
          std::string("[]"),
          std::string("\"\xff\""),
          std::string("nul"),
          std::string(R"({"format":"other"})"),
          std::string(R"({"format":"plimsoll-portfolio","version":2,"accounts":[]})"),
          std::string(R"({"format":"plimsoll-portfolio","version":"1","accounts":[]})"),
          std::string(R"({"format":"plimsoll-portfolio","version":1})"),
          std::string(R"({"format":"plimsoll-portfolio","version":1,"accounts":{}})"),
          head + "1]}",
          head + "{}]}",
          head + R"({"id":7}]})",
          head + R"({"id":"","mode":"cross","quoteAsset":"USDT","profile":"cross-5x","balances":[]}]})",
          head + account + R"("balances":[]}]})",
          head + account + R"("profile":"none","balances":[]}]})",
          head + account + R"("profile":"isolated-5x-tier-1","balances":[{"asset":"ETH","free":"1"}]}]})",
          head + account + R"("profile":"isolated-5x-tier-1","balances":[{"asset":"BCH","free":"x"}]}]})",
          head + account + R"("profile":"isolated-5x-tier-1","balances":[{"asset":"BCH","free":"-1"}]}]})",
          head + account + R"("profile":"isolated-5x-tier-1","balances":[{"asset":"BCH"},{"asset":"BCH"}]}]})",
          head + account + R"("profile":"isolated-5x-tier-1","extra":1,"balances":[]}]})",
          head + account + R"("profile":"isolated-5x-tier-1","note":1,"balances":[]}]})",
          head + account + R"("thresholds":{"initial":"1.1","marginCall":"1.2","liquidation":"1.05"},"balances":[]}]})",
          head + account
              + R"("thresholds":{"initial":"1.3","marginCall":"1.2","liquidation":"1.2"},"balances":[]}]})"}) {
        add(errors, wire::parsePortfolio(text, {}));
    }
}

void addRules(std::vector<Error> &errors)
{
    const margin::Portfolio portfolio = referencePortfolio();
    const margin::Account &isolated = portfolio.accounts.at(1);
    const margin::Wallet &wallet = portfolio.wallets.at(0);
    const margin::Rates none;
    add(errors, margin::bookTopUp(isolated, &wallet, "USDT", dec("5000"), none));
    add(errors, margin::bookTopUp(isolated, &wallet, "DOGE", dec("1"), none));
    add(errors, margin::bookTopUp(isolated, &wallet, "", dec("1"), none));
    add(errors, margin::bookTopUp(isolated, &wallet, "USDT", dec("0"), none));
    add(errors, margin::bookTransferOut(isolated, nullptr, "USDT", dec("5000"), none));
    add(errors, margin::bookTransferOut(isolated, nullptr, isolated.baseAsset, dec("1"), none));
    add(errors, margin::bookBorrow(isolated, "USDT", dec("1"), none));
    add(errors, margin::bookRepay(isolated, "USDT", dec("100000")));
    margin::Account closed = isolated;
    closed.liquidatedAt = WallTime {1};
    add(errors, margin::stillOpen(closed));
    add(errors, alarm::validated(alarm::Rule {}));
    add(errors, alarm::validated({"r", "", alarm::Rule::Kind::Level, dec("2000"), {}, alarm::Stage::Call, true}));
    add(errors, alarm::validated({"r", "", alarm::Rule::Kind::Distance, dec("2"), {}, alarm::Stage::Call, true}));
    add(errors, alarm::validated({"r", "", alarm::Rule::Kind::PriceBelow, dec("2"), {}, alarm::Stage::Call, true}));
    for (const char *url :
         {"x", "http://example.org", "https://a:b@example.org", "https://example.org?x", "https://example.org:0"}) {
        add(errors, feed::parsePriceUrl(QLatin1String(url)));
    }
}

void addDatabases(std::vector<Error> &errors)
{
    const QTemporaryDir folder;
    const FakeClock clock;
    const auto open = [&](const char *name, const QByteArray &bytes) {
        const QString path = folder.filePath(QLatin1String(name));
        QDir().mkpath(path);
        QFile file(path + QStringLiteral("/plimsoll.db"));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
            file.close();
        }
        add(errors, storage::Storage::open(path, clock));
    };
    open("empty", {});
    open("other", "hello, this is a letter and no database at all");
    open("cut", QByteArray("SQLite format 3\0", 16) + QByteArray(84, '\1'));
    add(errors, storage::Storage::open({}, clock));
    add(errors, storage::Storage::open(QStringLiteral("/proc/none"), clock));
}

} // namespace

class TestReasonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_german.load(QStringLiteral(":/i18n/plimsoll_de.qm"))); }
    void cleanup() { QCoreApplication::removeTranslator(&m_german); }

    void everyFormIsSaidInGerman()
    {
        QVERIFY(wording::reasonForms().size() > 250U);
        QCoreApplication::installTranslator(&m_german);
        std::set<std::string> seen;
        for (const char *form : wording::reasonForms()) {
            QVERIFY2(seen.insert(form).second, form);
            const QString english = withPlaces(form);
            const QString german = reasonText(english);
            QVERIFY2(german != english, form);
            QVERIFY2(englishIn(german).isEmpty(), qPrintable(german));
            QVERIFY2(german.count(QLatin1Char('%')) == english.count(QLatin1Char('%')), form);
            for (int place = 1; place <= 9; ++place) {
                const QString mark = QStringLiteral("A%1B").arg(place);
                QVERIFY2(german.count(mark) == english.count(mark), form);
            }
        }
    }

    void inEnglishNothingChanges()
    {
        for (const char *form : wording::reasonForms()) {
            QCOMPARE(reasonText(withPlaces(form)), withPlaces(form));
        }
    }

    void reasonsWithinReasons_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        const auto row = [](const char *english, const char *german) {
            QTest::newRow(english) << QString::fromUtf8(english) << QString::fromUtf8(german);
        };
        row("unusable answer: [3].price: price is zero", "unbrauchbare Antwort: [3].price: der Kurs ist null");
        row("Connection refused; no complete answer within 10000 ms",
            "Verbindung abgelehnt; keine vollständige Antwort innerhalb von 10000 ms");
        row("the exchange asked for a pause until 12:00:05 UTC (HTTP 429)",
            "die Börse bittet um eine Pause bis 12:00:05 UTC (HTTP 429)");
        row("the exchange asked for a pause until 12:00:05 UTC: answer is incomplete",
            "die Börse bittet um eine Pause bis 12:00:05 UTC: die Antwort ist unvollständig");
        row("/tmp/x: the file cannot be made: Permission denied",
            "/tmp/x: die Datei lässt sich nicht anlegen: Keine Berechtigung");
        row("the database is damaged: BCH is below zero; the file was left as it is",
            "die Datenbank ist beschädigt: BCH ist kleiner als null; die Datei blieb, wie sie war");
        row("an object is needed here, not an array", "hier wird ein Objekt gebraucht, nicht ein Feld");
        row("could not be started: execvp: No such file or directory",
            "konnte nicht gestartet werden: execvp: Datei oder Ordner nicht vorhanden");
        row("exit code 3: %1 of 2 told", "Rückgabewert 3: %1 of 2 told"); // what another program said stays
        row("Bad Request: chat not found", "Bad Request: chat not found");
        row("there is no account \"%2\"", "es gibt kein Konto „%2“");
        row("", "");
        row(": ", ": ");
        row("%1", "%1");
    }
    void reasonsWithinReasons()
    {
        QFETCH(const QString, english);
        QFETCH(const QString, german);
        QCoreApplication::installTranslator(&m_german);
        QCOMPARE(reasonText(english), german);
    }

    void aTextFromOutsideLeadsNowhere()
    {
        QCoreApplication::installTranslator(&m_german);
        const QString deep = QStringLiteral("exit code 1: ").repeated(5000);
        QVERIFY(reasonText(deep).endsWith(QStringLiteral("exit code 1: ")));
    }

    // What the layers really say, and not only what the list believes that they do.
    void whatTheLayersSayIsGerman()
    {
        std::vector<Error> errors;
        addPortfolios(errors);
        addRules(errors);
        addDatabases(errors);
        QVERIFY2(errors.size() > 40U, qPrintable(QString::number(errors.size())));
        QCoreApplication::installTranslator(&m_german);
        for (const Error &error : errors) {
            const QString english = QString::fromStdString(error.detail);
            const QString german = reasonText(english);
            QVERIFY2(german != english && englishIn(german).isEmpty(),
                     qPrintable(english + QStringLiteral(" => ") + german));
        }
        for (const margin::Profile &profile : margin::builtInProfiles()) {
            QVERIFY2(englishIn(reasonText(QString::fromStdString(profile.title))).isEmpty(), profile.title.c_str());
        }
    }

private:
    QTranslator m_german;
};

QTEST_GUILESS_MAIN(TestReasonText)
#include "tst_reasontext.moc"
