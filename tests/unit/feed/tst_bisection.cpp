// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/bisection.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

#include <algorithm>
#include <bit>
#include <set>

using plimsoll::feed::Bisection;

namespace {

struct Outcome {
    int requests = 0;
    std::set<std::string> bad;
    std::set<std::string> accepted;
};

std::string nameOf(int index)
{
    return "S" + std::to_string(index);
}

Outcome search(int count, const std::set<std::string> &bad)
{
    std::vector<std::string> symbols;
    for (int i = 0; i < count; ++i) {
        symbols.push_back(nameOf(i));
    }
    Outcome outcome {1, {}, {}}; // the request that was refused
    Bisection bisection(symbols);
    while (true) {
        for (const std::string &symbol : bisection.takeBad()) {
            outcome.bad.insert(symbol);
        }
        const std::vector<std::string> question = bisection.question();
        if (question.empty() || outcome.requests > 10 * count + 10) {
            return outcome;
        }
        ++outcome.requests;
        const bool accepted = std::ranges::none_of(question,
                                                   [&bad](const std::string &symbol) { return bad.contains(symbol); });
        if (accepted) {
            outcome.accepted.insert(question.begin(), question.end());
        }
        bisection.answered(accepted);
    }
}

} // namespace

class TestBisection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsOneBadSymbol();
    void findsSeveral();
    void aloneNeedsNoRequest();
};

void TestBisection::findsOneBadSymbol()
{
    for (int count = 2; count <= 100; ++count) {
        const int levels = static_cast<int>(std::bit_width(static_cast<unsigned>(count - 1))); // ceil(log2(count))
        for (int bad = 0; bad < count; ++bad) {
            const Outcome outcome = search(count, {nameOf(bad)});
            QCOMPARE(outcome.bad, std::set<std::string> {nameOf(bad)});
            QCOMPARE(outcome.accepted.size(), static_cast<std::size_t>(count - 1));
            QVERIFY2(outcome.requests <= levels + 2, qPrintable(QString::number(count)));
        }
    }
}

void TestBisection::findsSeveral()
{
    for (unsigned mask = 1; mask < 256; ++mask) {
        std::set<std::string> bad;
        for (int i = 0; i < 8; ++i) {
            if ((mask >> i) & 1U) {
                bad.insert(nameOf(i));
            }
        }
        const Outcome outcome = search(8, bad);
        QCOMPARE(outcome.bad, bad);
        QCOMPARE(outcome.accepted.size(), 8 - bad.size());
    }
}

void TestBisection::aloneNeedsNoRequest()
{
    const Outcome outcome = search(1, {nameOf(0)});
    QCOMPARE(outcome.requests, 1);
    QCOMPARE(outcome.bad.size(), std::size_t {1});
}

PLIMSOLL_TEST(TestBisection)
#include "tst_bisection.moc"
