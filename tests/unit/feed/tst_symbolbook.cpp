// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/symbolbook.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using feed::SymbolBook;
using Names = std::vector<std::string>;

namespace {

std::vector<wire::TickerItem> listOf(const Names &names)
{
    std::vector<wire::TickerItem> items;
    for (const std::string &name : names) {
        items.push_back({name, margin::Decimal::fromInteger(1), margin::PriceState::Known, {}});
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
    void nothingWantedListsOnceAndPings();
    void fullListFirstThenNeeded();
    void fullListAgainEachHourAndForNewCandidates();
    void absentSymbolsAreUnavailable();
    void neverSeenSymbolsRestTenMinutes();
    void symbolsPricedLatelyAreTriedAtOnceAndThenWithBackOff();
    void aListThatLeavesOutAKnownSymbolIsDoubted();
    void refusedFullListAsksDirectly();
    void longListsAreSplit();
};

void TestSymbolBook::nothingWantedListsOnceAndPings()
{
    SymbolBook book;
    QCOMPARE(book.nextRequest(0), SymbolBook::Request::FullList);
    book.learn({}, 0);
    QCOMPARE(book.nextRequest(1), SymbolBook::Request::Ping);
}

void TestSymbolBook::fullListFirstThenNeeded()
{
    SymbolBook book;
    QVERIFY(book.setWanted({"ETHUSDT"}, {"ETHUSDT", "USDTETH"}));
    QCOMPARE(book.nextRequest(0), SymbolBook::Request::FullList);
    book.learn(listOf({"ETHUSDT", "OTHER"}), 0);
    QCOMPARE(book.nextRequest(1), SymbolBook::Request::Symbols);
    QCOMPARE(book.requests(1), std::vector<Names> {{"ETHUSDT"}});
    QVERIFY(book.isWanted("USDTETH"));
    QVERIFY(!book.isWanted("OTHER"));
}

void TestSymbolBook::fullListAgainEachHourAndForNewCandidates()
{
    SymbolBook book;
    book.setWanted({"A"}, {"A", "B"});
    book.learn(listOf({"A"}), 1000);
    QVERIFY(!book.setWanted({"A"}, {"B", "A"})); // the same in another order
    QCOMPARE(book.nextRequest(1000 + 3'599'999), SymbolBook::Request::Symbols);
    QCOMPARE(book.nextRequest(1000 + 3'600'000), SymbolBook::Request::FullList);
    QVERIFY(book.setWanted({"A"}, {"A", "B", "C"}));
    QCOMPARE(book.nextRequest(1001), SymbolBook::Request::FullList);
}

void TestSymbolBook::absentSymbolsAreUnavailable()
{
    SymbolBook book;
    book.setWanted({"A", "GONE"}, {"A", "GONE"});
    book.learn(listOf({"A"}), 0);
    QCOMPARE(book.requests(1), std::vector<Names> {{"A"}});
    QCOMPARE(book.unavailable(1), Names {"GONE"});
    book.setWanted({"GONE"}, {"A", "GONE"});
    QCOMPARE(book.nextRequest(1), SymbolBook::Request::FullList); // there is nothing else to ask, and it may appear
}

void TestSymbolBook::neverSeenSymbolsRestTenMinutes()
{
    SymbolBook book;
    book.setWanted({"A", "B"}, {"A", "B"});
    book.learn(listOf({"A", "B"}), 0);
    book.reject("B", 1000);
    QCOMPARE(book.requests(600'999), std::vector<Names> {{"A"}});
    QCOMPARE(book.unavailable(600'999), Names {"B"});
    const std::vector<Names> apart {{"A"}, {"B"}};
    QCOMPARE(book.requests(601'000), apart);
    QVERIFY(book.unavailable(601'000).empty());
    book.accept("B");
    const std::vector<Names> together {{"A", "B"}};
    QCOMPARE(book.requests(601'000), together);
}

void TestSymbolBook::refusedFullListAsksDirectly()
{
    SymbolBook book;
    book.setWanted({"A", "B"}, {"A", "B", "C"});
    book.refuseFullList(0);
    QCOMPARE(book.nextRequest(1), SymbolBook::Request::Symbols);
    const std::vector<Names> both {{"A", "B"}};
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
    QCOMPARE(requests.size(), std::size_t {3});
    QCOMPARE(requests[0].size(), std::size_t {100});
    QCOMPARE(requests[2].size(), std::size_t {50});
}

void TestSymbolBook::symbolsPricedLatelyAreTriedAtOnceAndThenWithBackOff()
{
    SymbolBook book;
    book.setWanted({"A", "B"}, {"A", "B"});
    book.learn(listOf({"A", "B"}), 0);
    book.priced("B", 1000);
    BootTime now = 2000;
    const std::vector<Names> apart {{"A"}, {"B"}};
    for (const std::int64_t wait : {0, 5'000, 10'000, 20'000, 40'000, 60'000, 60'000}) {
        book.reject("B", now);
        if (wait > 0) {
            QCOMPARE(book.requests(now + wait - 1), std::vector<Names> {{"A"}});
        }
        now += wait;
        QCOMPARE(book.requests(now), apart);
        QVERIFY(book.unavailable(now).empty());
    }
    book.accept("B");
    book.priced("B", now);
    book.reject("B", now + 3'600'000); // the back-off begins anew
    QCOMPARE(book.requests(now + 3'600'000), apart);
    book.reject("B", now + 3'600'001); // not seen for an hour
    QCOMPARE(book.requests(now + 3'600'001 + 599'999), std::vector<Names> {{"A"}});
}

void TestSymbolBook::aListThatLeavesOutAKnownSymbolIsDoubted()
{
    SymbolBook book;
    book.setWanted({"A", "B", "NEVER"}, {"A", "B", "NEVER"});
    book.learn(listOf({"A", "B"}), 0);
    book.priced("B", 0);
    book.learn(listOf({"A"}), 1000);
    const std::vector<Names> apart {{"A"}, {"B"}};
    QCOMPARE(book.requests(1000), apart);
    QCOMPARE(book.unavailable(1000), Names {"NEVER"});
    book.accept("B"); // it answered, whatever the list said
    book.accept("NEVER");
    QCOMPARE(book.requests(1000).front().size(), std::size_t {3});
}

PLIMSOLL_TEST(TestSymbolBook)
#include "tst_symbolbook.moc"
