// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/analysis/whatifviewmodel.h"
#include "viewmodels/common/accounttext.h"
#include "wire/scenariofile.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using namespace Qt::StringLiterals;
using analysis::Changes;
using analysis::HypotheticalKind;
using viewmodels::DisplayFormat;
using viewmodels::RiskState;
using viewmodels::ScenarioShelf;
using viewmodels::WhatIfLine;
using viewmodels::WhatIfRow;
using viewmodels::WhatIfViewModel;

namespace {

// Day N+2 of the reference example: ETH 230, BCH 170; the page is seen.
struct World {
    QTemporaryDir folder;
    FakeMonitor monitor;
    DisplayFormat format {QLocale::c()};
    std::unique_ptr<WhatIfViewModel> page;

    World()
    {
        monitor.stores.portfolio = referencePortfolio();
        price("230", "170");
        page = std::make_unique<WhatIfViewModel>(monitor, monitor.relay, format, folder.path());
        page->setActive(true);
        wait([this] { return page->rows()->count() == 3; });
    }

    void price(const char *eth, const char *bch)
    {
        monitor.setPrice("ETHUSDT", eth);
        monitor.setPrice("BCHUSDT", bch);
        monitor.evaluate();
    }
    template<typename Condition>
    static void wait(Condition condition)
    {
        QTRY_VERIFY(condition());
    }

    [[nodiscard]] const std::vector<WhatIfRow> &rows() const
    {
        return static_cast<viewmodels::RowListModel<WhatIfRow> *>(page->rows())->rows();
    }
    [[nodiscard]] const std::vector<WhatIfLine> &lines() const
    {
        return static_cast<viewmodels::RowListModel<WhatIfLine> *>(page->lines())->rows();
    }
    [[nodiscard]] const WhatIfRow &row(const char *id) const
    {
        return *std::ranges::find(rows(), QString::fromLatin1(id), &WhatIfRow::accountId);
    }
    void chooseAccount(const QString &label) const
    {
        page->editor()->setAccountIndex(static_cast<int>(page->editor()->accountNames().indexOf(label)));
    }
    void chooseAsset(const QString &asset) const
    {
        page->editor()->setAssetIndex(static_cast<int>(page->editor()->assetNames().indexOf(asset)));
    }
    void book(const QString &label, HypotheticalKind kind, const QString &asset, const QString &amount) const
    {
        chooseAccount(label);
        page->editor()->setKindIndex(static_cast<int>(kind));
        chooseAsset(asset);
        QVERIFY(page->editor()->typeAmount(amount));
    }
};

const QString kBch = u"BCH/USDT isolated"_s;

Changes changesOf(std::initializer_list<std::pair<const std::string, const char *>> shocks)
{
    Changes changes;
    for (const auto &[asset, percent] : shocks) {
        changes.shocks[asset] = dec(percent);
    }
    return changes;
}

} // namespace

class TestWhatIfPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBookingIsPreparedElsewhere()
    {
        const World world;
        auto &editor = *world.page->editor();
        editor.setKindIndex(static_cast<int>(HypotheticalKind::Sell));
        QVERIFY(!editor.isPrepared());
        editor.prepare("b-bchusdt", HypotheticalKind::TopUp, "USDT", dec("150"));
        QVERIFY(editor.isPrepared());
        QCOMPARE(editor.accountNames().at(editor.accountIndex()), u"BCH/USDT isolated"_s);
        QCOMPARE(editor.kindIndex(), static_cast<int>(HypotheticalKind::TopUp));
        QCOMPARE(editor.assetNames().at(editor.assetIndex()), u"USDT"_s);
        QCOMPARE(editor.takePrepared(), u"150.00"_s);
        QVERIFY(!editor.isPrepared()); // once
        QCOMPARE(world.lines().size(), std::size_t {0}); // the person adds it
        editor.prepare("b-bchusdt", HypotheticalKind::TopUp, "USDT", std::nullopt);
        QCOMPARE(editor.takePrepared(), QString());
    }

    void everyRowIsTheAnalysis_data()
    {
        QTest::addColumn<Changes>("changes");
        QTest::newRow("nothing") << Changes {};
        QTest::newRow("all prices") << changesOf({{"all", "-12.5"}});
        QTest::newRow("an exception") << changesOf({{"all", "-40"}, {"ETH", "0"}});
        Changes price;
        price.prices["ETHUSDT"] = dec("180.01");
        QTest::newRow("one price") << price;
        Changes bars;
        bars.bars["a-cross"] = {dec("2"), dec("1.9"), dec("1.8")};
        QTest::newRow("bars") << bars;
        Changes books = changesOf({{"BCH", "-3"}});
        books.bookings = {{"b-bchusdt", HypotheticalKind::TopUp, "USDT", dec("150")},
                          {"b-bchusdt", HypotheticalKind::Repay, "USDT", dec("150")},
                          {"a-cross", HypotheticalKind::Sell, "ETH", dec("1")}};
        QTest::newRow("bookings") << books;
    }

    void everyRowIsTheAnalysis()
    {
        QFETCH(const Changes, changes);
        World world;
        world.page->setChanges(changes);
        const auto expected = analysis::whatIf(world.monitor.stores.portfolio.accounts, world.monitor.quotes().result(),
                                               changes);
        QVERIFY(expected);
        for (std::size_t i = 0; i < expected->after.size(); ++i) {
            const auto &[account, after] = expected->after[i];
            const margin::Assessment &before = expected->before[i].assessment;
            QTRY_COMPARE(world.row(account.id.c_str()).afterText, viewmodels::levelOrDash(world.format, after));
            QTRY_COMPARE(world.row(account.id.c_str()).after, viewmodels::riskStateOf(after));
            const WhatIfRow &row = world.row(account.id.c_str());
            QCOMPARE(row.beforeText, viewmodels::levelOrDash(world.format, before));
            QCOMPARE(row.before, viewmodels::riskStateOf(before));
            QCOMPARE(row.distanceText, viewmodels::distanceText(world.format, after));
        }
    }

    void theMostUrgentAfterTheChangesStandsFirst()
    {
        World world;
        QCOMPARE(world.rows().front().accountId, u"b-bchusdt"_s);
        Changes changes;
        changes.prices = {{"ETHUSDT", dec("100")}, {"BCHUSDT", dec("400")}};
        world.page->setChanges(changes);
        QTRY_COMPARE(world.rows().front().accountId, u"b-ethusdt"_s);
        QCOMPARE(world.rows().back().accountId, u"b-bchusdt"_s);
    }

    void whatIsTypedBecomesLinesThatCanBeTakenBackAlone()
    {
        World world;
        world.page->editor()->setShock(-10);
        QVERIFY(world.page->editor()->typePrice(u"180.5"_s));
        world.book(kBch, HypotheticalKind::TopUp, u"USDT"_s, u"150"_s);
        QVERIFY(world.page->editor()->typeBars(u"1.3 / 1.2 / 1.1"_s));
        QTRY_COMPARE(world.lines().size(), 4U);
        QCOMPARE(world.lines()[0].text, u"BCHUSDT costs 180.50"_s);
        QCOMPARE(world.lines()[1].text, u"All prices move by −10 %"_s);
        QCOMPARE(world.lines()[2].text, u"Bars 1.30 / 1.20 / 1.10: BCH/USDT isolated"_s);
        QCOMPARE(world.lines()[3].text, u"Top-up of 150 USDT: BCH/USDT isolated"_s);
        world.page->remove(world.lines()[2].key);
        QTRY_COMPARE(world.lines().size(), 3U);
        QVERIFY(world.page->changes().bars.empty());
        world.page->editor()->setShock(0); // the middle of the slider
        QTRY_COMPARE(world.lines().size(), 2U);
        world.page->reset();
        QTRY_COMPARE(world.lines().size(), 0U);
        QCOMPARE(world.row("b-bchusdt").afterText, world.row("b-bchusdt").beforeText);
    }

    // Three bookings of which the second cannot be: the line says why, by what the account has by then.
    void aRefusalStandsAtItsLine()
    {
        World world;
        world.book(kBch, HypotheticalKind::TopUp, u"USDT"_s, u"150"_s);
        world.book(kBch, HypotheticalKind::Repay, u"USDT"_s, u"151"_s);
        world.book(kBch, HypotheticalKind::TopUp, u"USDT"_s, u"1"_s);
        QTRY_COMPARE(world.lines().size(), 3U);
        QTRY_COMPARE(world.lines()[1].problem, u"The account has 150 USDT free."_s);
        QVERIFY(world.lines()[0].problem.isEmpty() && world.lines()[2].problem.isEmpty());
        QCOMPARE(world.page->rows()->count(), 0);
        QVERIFY(!world.page->problem().isEmpty());
        world.page->remove(world.lines()[1].key);
        QTRY_COMPARE(world.page->rows()->count(), 3);
        QVERIFY(world.page->problem().isEmpty());
    }

    void aPriceThatNobodyNeedsIsToldSo()
    {
        World world;
        Changes changes;
        changes.prices["DOGEUSDT"] = dec("1");
        world.page->setChanges(changes);
        QTRY_COMPARE(world.lines().size(), 1U);
        QTRY_COMPARE(world.lines()[0].problem, u"No account depends on this price."_s);
        QCOMPARE(world.page->rows()->count(), 3);
    }

    void whatIsNotUnderstoodChangesNothing_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("text");
        QTest::newRow("move") << u"shock"_s << u"much"_s;
        QTest::newRow("a move that leaves no price") << u"shock"_s << u"-100"_s;
        QTest::newRow("price") << u"price"_s << u"0"_s;
        QTest::newRow("no price") << u"price"_s << u"x"_s;
        QTest::newRow("two bars") << u"bars"_s << u"1.2 / 1.1"_s;
        QTest::newRow("bars upside down") << u"bars"_s << u"1.1 / 1.2 / 1.3"_s;
        QTest::newRow("amount") << u"amount"_s << u"-1"_s;
        QTest::newRow("nothing") << u"amount"_s << u"0"_s;
    }

    void whatIsNotUnderstoodChangesNothing()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, text);
        World world;
        viewmodels::WhatIfEditor &editor = *world.page->editor();
        QVERIFY(!(what == u"shock"       ? editor.typeShock(text)
                      : what == u"price" ? editor.typePrice(text)
                      : what == u"bars"  ? editor.typeBars(text)
                                         : editor.typeAmount(text)));
        QVERIFY(!editor.problem().isEmpty());
        QCOMPARE(world.page->changes(), Changes {});
        editor.forgetProblem();
        QVERIFY(editor.problem().isEmpty());
    }

    void nothingRealIsTouched()
    {
        World world;
        const margin::Portfolio before = world.monitor.stores.portfolio;
        world.book(kBch, HypotheticalKind::TopUp, u"USDT"_s, u"150"_s);
        world.page->editor()->setShock(-30);
        QTRY_COMPARE(world.row("b-ethusdt").after, RiskState::Liquidation);
        QVERIFY(world.monitor.stores.requests.empty());
        QVERIFY(world.monitor.stores.portfolio.accounts == before.accounts);
        QCOMPARE(world.monitor.quotes().result().priceOf("ETHUSDT"), std::optional(dec("230")));
    }

    void newPricesMoveBothSides()
    {
        World world;
        world.page->editor()->setShock(-10);
        QTRY_COMPARE(world.lines().size(), 1U);
        const QString before = world.row("b-bchusdt").beforeText;
        world.price("230", "200");
        QTRY_VERIFY_WITH_TIMEOUT(world.row("b-bchusdt").beforeText != before, 5000);
    }

    void scenariosAreKeptByName()
    {
        World world;
        ScenarioShelf &shelf = *world.page->shelf();
        world.page->editor()->setShock(-10);
        shelf.save();
        QVERIFY(!shelf.problem().isEmpty()); // without a name
        shelf.setName(u"Crash ../1 ü"_s);
        shelf.save();
        QTRY_COMPARE(shelf.names(), QStringList {u"Crash ../1 ü"_s});
        const QDir folder(world.folder.filePath(u"scenarios"_s));
        QCOMPARE(folder.entryList(QDir::Files).size(), 1);
        QVERIFY(!(QFileInfo(folder.path()).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        const QFileInfo file(folder.filePath(folder.entryList(QDir::Files).front()));
        QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));

        world.page->editor()->setShock(-20);
        shelf.setName({}); // which takes the notice away
        shelf.setName(u"Crash ../1 ü"_s);
        QVERIFY(shelf.notice().isEmpty());
        shelf.save(); // once more: the same scenario
        QTRY_VERIFY(shelf.notice().contains(u"Crash"_s));
        world.page->reset();
        shelf.open(0);
        QTRY_COMPARE(world.page->changes().shocks, changesOf({{"all", "-20"}}).shocks);

        shelf.setName(u"Fall"_s);
        shelf.rename(0);
        QTRY_COMPARE(shelf.names(), QStringList {u"Fall"_s});
        shelf.remove(0);
        QCOMPARE(shelf.leaving(), u"Fall"_s);
        shelf.answerRemove(false);
        QCOMPARE(shelf.names().size(), 1);
        shelf.remove(0);
        shelf.answerRemove(true);
        QTRY_VERIFY(shelf.names().isEmpty());
    }

    void anotherScenarioOfThatNameIsNotReplaced()
    {
        World world;
        ScenarioShelf &shelf = *world.page->shelf();
        shelf.setName(u"A"_s);
        shelf.save();
        QTRY_COMPARE(shelf.names().size(), 1);
        shelf.setName(u"B"_s);
        shelf.save();
        QTRY_COMPARE(shelf.names().size(), 2);
        shelf.setName(u"A"_s);
        world.page->editor()->setShock(-1);
        shelf.save();
        QVERIFY(!shelf.problem().isEmpty());
        shelf.compare(0);
        QTRY_COMPARE(world.page->otherName(), u"A"_s);
        QTRY_VERIFY(!world.row("a-cross").otherText.isEmpty());
        QCOMPARE(world.row("a-cross").otherText, world.row("a-cross").beforeText); // A changes nothing
        QVERIFY(world.page->otherProblem().isEmpty());
        world.page->stopComparing();
        QTRY_VERIFY(world.row("a-cross").otherText.isEmpty());
    }

    // A scenario of another book: it says so, and what is thought of here stays.
    void aScenarioThatIsRefusedHereIsToldSo()
    {
        World world;
        Changes changes;
        changes.bookings = {{"no-such-account", HypotheticalKind::TopUp, "USDT", dec("1")}};
        world.page->setChanges(changes);
        world.page->shelf()->setName(u"Elsewhere"_s);
        world.page->shelf()->save();
        QTRY_COMPARE(world.page->shelf()->names().size(), 1);
        world.page->reset();
        world.page->shelf()->compare(0);
        QTRY_COMPARE(world.page->otherProblem(), u"The account or wallet is not there any more."_s);
        QTRY_COMPARE(world.page->rows()->count(), 3);
        QVERIFY(world.row("a-cross").otherText.isEmpty());
    }

    // One reader and one writer: what the terminal writes is read here, and the other way round.
    void aFileIsTheScenarioFileOfTheContract()
    {
        World world;
        ScenarioShelf &shelf = *world.page->shelf();
        Changes changes = changesOf({{"all", "-12.5"}});
        changes.bookings = {{"b-bchusdt", HypotheticalKind::TopUp, "USDT", dec("150")}};
        world.page->setChanges(changes);
        shelf.setName(u"Crash"_s);
        shelf.setPath(world.folder.filePath(u"crash.json"_s));
        shelf.writeFile();
        QTRY_VERIFY(!shelf.notice().isEmpty());
        QFile file(shelf.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        changes.name = "Crash";
        QCOMPARE(file.readAll().toStdString(), wire::writeScenario(changes));
        shelf.writeFile(); // never over another file
        QTRY_VERIFY(!shelf.problem().isEmpty());
        world.page->reset();
        shelf.readFile();
        QTRY_COMPARE(world.page->changes(), changes);
    }

    void aBadFileIsRefusedInWords_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("word");
        QTest::newRow("no JSON") << "{"_ba << u"Not accepted"_s;
        QTest::newRow("another document") << R"({"format":"plimsoll-portfolio","version":1})"_ba << u"not a scenario"_s;
        QTest::newRow("its place is named")
            << R"({"format":"plimsoll-scenario","version":1,"set":{"ETHUSDT":"0"}})"_ba << u"set.ETHUSDT"_s;
    }

    void aBadFileIsRefusedInWords()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, word);
        World world;
        QFile file(world.folder.filePath(u"bad.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        world.page->shelf()->setPath(file.fileName());
        world.page->shelf()->readFile();
        QTRY_VERIFY2(world.page->shelf()->problem().contains(word), qPrintable(world.page->shelf()->problem()));
        QCOMPARE(world.page->changes(), Changes {});
    }
};

PLIMSOLL_TEST(TestWhatIfPage)
#include "tst_whatifpage.moc"
