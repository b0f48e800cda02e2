// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/symbolbook.h"

#include <QtTest/QTest>

using namespace plimsoll;
using feed::SymbolBook;
using Names = std::vector<std::string>;

namespace
{

std::vector<wire::TickerItem> listOf(const Names &names)
{
    std::vector<wire::TickerItem> items;
    for (const std::string &name : names) {
        items.push_back({ name, margin::Decimal::fromInteger(1), margin::PriceState::Known, {} });
    }
    return items;
}

Names many(int count)
{
    Names names;
    for (int i = 0; i < count; ++i) {
        names.push_back("S" + std::to_string(1000 + i));
    }
    return names;
}

} // namespace

class TestSymbolBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingWantedPings();
    void fullListFirstThenNeeded();
    void fullListAgainEachHourAndForNewCandidates();
    void absentSymbolsAreUnavailable();
    void rejectedSymbolsRestTenMinutes();
    void refusedFullListAsksDirectly();
    void longListsAreSplit();
    void probesRotate();
};

void TestSymbolBook::nothingWantedPings()
{
    SymbolBook book;
    QCOMPARE(book.nextRequest(0), SymbolBook::Request::Ping);
}

void TestSymbolBook::fullListFirstThenNeeded()
{
    SymbolBook book;
    QVERIFY(book.setWanted({ "ETHUSDT" }, { "ETHUSDT", "USDTETH" }));
    QCOMPARE(book.nextRequest(0), SymbolBook::Request::FullList);
    book.learn(listOf({ "ETHUSDT", "OTHER" }), 0);
    QCOMPARE(book.nextRequest(1), SymbolBook::Request::Symbols);
    QCOMPARE(book.requests(1), std::vector<Names>{ { "ETHUSDT" } });
    QVERIFY(book.isWanted("USDTETH"));
    QVERIFY(!book.isWanted("OTHER"));
}

void TestSymbolBook::fullListAgainEachHourAndForNewCandidates()
{
    SymbolBook book;
    book.setWanted({ "A" }, { "A", "B" });
    book.learn(listOf({ "A" }), 1000);
    QVERIFY(!book.setWanted({ "A" }, { "B", "A" })); // the same in another order
    QCOMPARE(book.nextRequest(1000 + 3'599'999), SymbolBook::Request::Symbols);
    QCOMPARE(book.nextRequest(1000 + 3'600'000), SymbolBook::Request::FullList);
    QVERIFY(book.setWanted({ "A" }, { "A", "B", "C" }));
    QCOMPARE(book.nextRequest(1001), SymbolBook::Request::FullList);
}

void TestSymbolBook::absentSymbolsAreUnavailable()
{
    SymbolBook book;
    book.setWanted({ "A", "GONE" }, { "A", "GONE" });
    book.learn(listOf({ "A" }), 0);
    QCOMPARE(book.requests(1), std::vector<Names>{ { "A" } });
    QCOMPARE(book.unavailable(1), Names{ "GONE" });
    book.setWanted({ "GONE" }, { "A", "GONE" });
    QCOMPARE(book.nextRequest(1), SymbolBook::Request::FullList); // there is nothing else to ask, and it may appear
}

void TestSymbolBook::rejectedSymbolsRestTenMinutes()
{
    SymbolBook book;
    book.setWanted({ "A", "B" }, { "A", "B" });
    book.learn(listOf({ "A", "B" }), 0);
    book.reject("B", 1000);
    QCOMPARE(book.requests(600'999), std::vector<Names>{ { "A" } });
    QCOMPARE(book.unavailable(600'999), Names{ "B" });
    const std::vector<Names> apart{ { "A" }, { "B" } };
    QCOMPARE(book.requests(601'000), apart);
    QVERIFY(book.unavailable(601'000).empty());
    book.accept("B");
    const std::vector<Names> together{ { "A", "B" } };
    QCOMPARE(book.requests(601'000), together);
}

void TestSymbolBook::refusedFullListAsksDirectly()
{
    SymbolBook book;
    book.setWanted({ "A", "B" }, { "A", "B", "C" });
    book.refuseFullList(0);
    QCOMPARE(book.nextRequest(1), SymbolBook::Request::Symbols);
    const std::vector<Names> both{ { "A", "B" } };
    QCOMPARE(book.requests(1), both);
    book.reject("A", 1);
    book.reject("B", 1);
    QCOMPARE(book.nextRequest(2), SymbolBook::Request::Ping);
    QCOMPARE(book.nextRequest(3'600'000), SymbolBook::Request::FullList);
}

void TestSymbolBook::longListsAreSplit()
{
    SymbolBook book;
    book.setWanted(many(250), many(250));
    book.learn(listOf(many(250)), 0);
    const auto requests = book.requests(1);
    QCOMPARE(requests.size(), std::size_t{ 3 });
    QCOMPARE(requests[0].size(), std::size_t{ 100 });
    QCOMPARE(requests[2].size(), std::size_t{ 50 });
}

void TestSymbolBook::probesRotate()
{
    SymbolBook book;
    book.setWanted(many(50), many(50));
    book.learn(listOf(many(50)), 0);
    Names seen;
    for (int i = 0; i < 3; ++i) {
        const Names probe = book.nextProbe(20);
        QCOMPARE(probe.size(), std::size_t{ 20 });
        seen.insert(seen.end(), probe.begin(), probe.end());
    }
    std::ranges::sort(seen);
    seen.erase(std::ranges::unique(seen).begin(), seen.end());
    QCOMPARE(seen.size(), std::size_t{ 50 });

    SymbolBook small;
    small.setWanted({ "A", "B" }, { "A", "B" });
    QCOMPARE(small.nextProbe(20), small.nextProbe(20));
}

QTEST_GUILESS_MAIN(TestSymbolBook)
#include "tst_symbolbook.moc"
