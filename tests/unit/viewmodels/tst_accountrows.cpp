// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testprogram.h"
#include "viewmodels/accounts/accountrows.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>

using namespace plimsoll;
using viewmodels::AccountRows;
using viewmodels::AccountView;
using viewmodels::RiskState;

namespace {

// The urgencies of accountview.cpp, as far as these tests need them.
int urgencyOf(RiskState state)
{
    switch (state) {
    case RiskState::Liquidation: return 0;
    case RiskState::MarginCall: return 1;
    case RiskState::Unknown: return 2;
    case RiskState::EarlyWarning: return 3;
    default: return 4;
    }
}

AccountView view(const char *id, RiskState state, const QString &level = QStringLiteral("1.50"))
{
    AccountView made;
    made.accountId = QString::fromLatin1(id);
    made.title = made.accountId.toUpper();
    made.state = state;
    made.stateWord = QVariant(static_cast<int>(state)).toString();
    made.urgency = urgencyOf(state);
    made.levelText = level;
    return made;
}

std::vector<AccountView> many(int count, RiskState state = RiskState::Normal)
{
    std::vector<AccountView> views;
    for (int i = 0; i < count; ++i) {
        views.push_back(view(qPrintable(QStringLiteral("a%1").arg(i)), state));
    }
    return views;
}

QString order(const AccountRows &rows)
{
    QStringList ids;
    for (const AccountView &row : rows.model()->rows()) {
        ids << row.accountId + (row.asCard ? u'*' : u' ');
    }
    return ids.join(QString()).trimmed();
}

} // namespace

class TestAccountRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void totalsAreOfAll()
    {
        AccountRows rows;
        rows.setViews(many(5), 0, QStringLiteral("Assets 5"));
        QCOMPARE(rows.totalsText(), QStringLiteral("Assets 5"));
        rows.setFilter(QStringLiteral("a1"));
        QCOMPARE(rows.totalsText(), QString()); // of one of them it would be wrong
        rows.setFilter(QStringLiteral(" "));
        QCOMPARE(rows.totalsText(), QStringLiteral("Assets 5"));
    }

    void fewAreCardsAndManyAreRows()
    {
        AccountRows rows;
        rows.setViews(many(AccountRows::kFewAccounts), 0);
        QCOMPARE(rows.shownForm(), AccountRows::Cards);
        QCOMPARE(order(rows), QStringLiteral("a0*a1*a2*"));
        rows.setViews(many(AccountRows::kFewAccounts + 1), 0);
        QCOMPARE(rows.shownForm(), AccountRows::Rows);
        QCOMPARE(order(rows), QStringLiteral("a0 a1 a2 a3"));
    }

    void onlyAsManyCardsAsFit()
    {
        AccountRows rows;
        rows.setViews(many(6, RiskState::MarginCall), 0);
        QCOMPARE(order(rows), QStringLiteral("a0*a1*a2*a3 a4 a5"));
        QSignalSpy changed(&rows, &AccountRows::changed);
        rows.setMostCards(1);
        QCOMPARE(order(rows), QStringLiteral("a0*a1 a2 a3 a4 a5"));
        QCOMPARE(changed.count(), 1);
        rows.setMostCards(1);
        QCOMPARE(changed.count(), 1);
        rows.toggle(QStringLiteral("a3")); // what a person opens is open
        rows.setMostCards(-2);
        QCOMPARE(rows.mostCards(), 0);
        QCOMPARE(order(rows), QStringLiteral("a0 a1 a2 a3*a4 a5"));
        rows.setMostCards(9);
        QCOMPARE(rows.mostCards(), AccountRows::kMostCards);
        QCOMPARE(order(rows), QStringLiteral("a0*a1*a2*a3*a4 a5"));
    }

    void whoIsUrgentIsACard_data()
    {
        using enum RiskState;
        QTest::addColumn<std::vector<RiskState>>("states");
        QTest::addColumn<QString>("shown");

        QTest::newRow("nobody") << std::vector {Normal, Normal, NoDebt, Liquidated} << "a0 a1 a2 a3";
        QTest::newRow("one in call") << std::vector {MarginCall, Normal, Normal, Normal} << "a0*a1 a2 a3";
        QTest::newRow("early warnings: the nearest")
            << std::vector {EarlyWarning, EarlyWarning, Normal, Normal} << "a0*a1 a2 a3";
        QTest::newRow("early warning behind a call is a row")
            << std::vector {MarginCall, EarlyWarning, Normal, Normal} << "a0*a1 a2 a3";
        QTest::newRow("no more than three")
            << std::vector {Liquidation, MarginCall, MarginCall, MarginCall, MarginCall} << "a0*a1*a2*a3 a4";
        QTest::newRow("an unknown level says so on its row")
            << std::vector {Unknown, Normal, Normal, Normal} << "a0 a1 a2 a3";
    }

    void whoIsUrgentIsACard()
    {
        QFETCH(std::vector<RiskState>, states);
        QFETCH(QString, shown);
        std::vector<AccountView> views = many(static_cast<int>(states.size()));
        for (std::size_t i = 0; i < states.size(); ++i) {
            views[i].state = states[i];
            views[i].urgency = urgencyOf(states[i]);
        }
        AccountRows rows;
        rows.setViews(views, 0);
        QCOMPARE(order(rows), shown);
    }

    void theFirstRowCarriesTheHeads()
    {
        AccountRows rows;
        std::vector<AccountView> views = many(5);
        views[0] = view("a0", RiskState::MarginCall);
        rows.setViews(views, 0);
        const auto heads = std::ranges::count(rows.model()->rows(), true,
                                              [](const AccountView &row) { return row.isFirstRow; });
        QCOMPARE(heads, 1);
        QVERIFY(rows.model()->row(1).isFirstRow);
        rows.setForm(AccountRows::Cards);
        QVERIFY(std::ranges::none_of(rows.model()->rows(), &AccountView::isFirstRow));
    }

    void aPersonOpensAndCloses()
    {
        AccountRows rows;
        std::vector<AccountView> views = many(4);
        rows.setViews(views, 0);
        rows.toggle(QStringLiteral("a2"));
        QCOMPARE(order(rows), QStringLiteral("a0 a1 a2*a3"));
        rows.setViews(views, 1000);
        QCOMPARE(order(rows), QStringLiteral("a0 a1 a2*a3"));
        rows.toggle(QStringLiteral("a2"));
        QCOMPARE(order(rows), QStringLiteral("a0 a1 a2 a3"));
        rows.toggle(QStringLiteral("nobody"));
        QCOMPARE(order(rows), QStringLiteral("a0 a1 a2 a3"));
    }

    void aClosedCardOpensAgainWhenItGetsWorse()
    {
        AccountRows rows;
        std::vector<AccountView> views = many(4);
        views[0] = view("a0", RiskState::MarginCall);
        rows.setViews(views, 0);
        rows.toggle(QStringLiteral("a0"));
        rows.setViews(views, 1000);
        QCOMPARE(order(rows), QStringLiteral("a0 a1 a2 a3"));
        views[0] = view("a0", RiskState::Liquidation);
        rows.setViews(views, 2000);
        QCOMPARE(order(rows), QStringLiteral("a0*a1 a2 a3"));
    }

    void rowsChangePlacesAtMostOnceInAWhile()
    {
        AccountRows rows;
        std::vector<AccountView> views = many(4);
        rows.setViews(views, 0);
        std::ranges::reverse(views);
        rows.setViews(views, AccountRows::kHoldMs - 1);
        QCOMPARE(order(rows), QStringLiteral("a0 a1 a2 a3"));
        rows.setViews(views, AccountRows::kHoldMs);
        QCOMPARE(order(rows), QStringLiteral("a3 a2 a1 a0"));
        std::ranges::reverse(views);
        rows.setViews(views, 2 * AccountRows::kHoldMs - 1);
        QCOMPARE(order(rows), QStringLiteral("a3 a2 a1 a0"));
    }

    void nothingMovesUnderThePointer()
    {
        AccountRows rows;
        std::vector<AccountView> views = many(4);
        rows.setViews(views, 0);
        rows.setHeld(true);
        std::ranges::reverse(views);
        views.erase(views.begin() + 1); // a2 was removed
        views.insert(views.begin(), view("new", RiskState::MarginCall));
        rows.setViews(views, 10 * AccountRows::kHoldMs);
        QCOMPARE(order(rows), QStringLiteral("a0 a1 a3 new*"));
        rows.setHeld(false);
        QCOMPARE(order(rows), QStringLiteral("new*a3 a1 a0"));
    }

    void theFilterFindsByPartsOfNames_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("shown");

        QTest::newRow("nothing") << ""
                                 << "a0 a1 a2 a3";
        QTest::newRow("blanks") << "  "
                                << "a0 a1 a2 a3";
        QTest::newRow("title, any case") << "A1"
                                         << "a1";
        QTest::newRow("name") << "sav"
                              << "a2";
        QTest::newRow("all words") << "a2 savings"
                                   << "a2";
        QTest::newRow("one word fails") << "a1 savings"
                                        << "";
    }

    void theFilterFindsByPartsOfNames()
    {
        QFETCH(QString, filter);
        QFETCH(QString, shown);
        AccountRows rows;
        std::vector<AccountView> views = many(4);
        views[2].name = QStringLiteral("Savings");
        rows.setViews(views, 0);
        rows.setFilter(filter);
        QCOMPARE(order(rows), shown);
        QCOMPARE(rows.total(), 4);
    }

    void whatTheFilterHidesIsNotForgotten()
    {
        AccountRows rows;
        std::vector<AccountView> views = many(4);
        views[0] = view("bad", RiskState::MarginCall);
        rows.setViews(views, 0);
        QVERIFY(rows.hiddenText().isEmpty());
        rows.setFilter(QStringLiteral("a1"));
        QVERIFY2(rows.hiddenText().contains(QStringLiteral("BAD")), qPrintable(rows.hiddenText()));
        rows.setFilter(QStringLiteral("bad"));
        QVERIFY(rows.hiddenText().isEmpty());
    }

    // The widest text of a column is among the few that its width is measured by, whatever the rows hold.
    void theLongestTextsAreKept()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 200; ++round) {
            AccountRows rows;
            std::vector<AccountView> views = many(static_cast<int>(random.bounded(1, 40)));
            qsizetype longest = 0;
            for (AccountView &row : views) {
                row.levelText = QString(random.bounded(1, 12), u'8');
                longest = std::max(longest, row.levelText.size());
            }
            rows.setViews(views, 0);
            const QStringList kept = rows.longest().at(AccountRows::Level).toStringList();
            QVERIFY(std::ranges::any_of(kept, [&](const QString &text) { return text.size() == longest; }));
        }
    }

    // Whatever happens in whatever order: every account that the filter leaves is there once, and views are told truly.
    void randomLife()
    {
        using enum RiskState;
        QRandomGenerator random(7);
        AccountRows rows;
        const QAbstractItemModelTester tester(rows.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        BootTime now;
        for (int round = 0; round < 2000; ++round) {
            now += random.bounded(4000);
            std::vector<AccountView> views;
            for (int i = 0; i < 9; ++i) {
                if (random.bounded(4) != 0) {
                    const RiskState state = std::array {Normal, EarlyWarning, MarginCall, Liquidation,
                                                        Unknown}[static_cast<std::size_t>(random.bounded(5))];
                    views.push_back(view(qPrintable(QStringLiteral("a%1").arg(i)), state));
                }
            }
            std::ranges::stable_sort(views, {}, &AccountView::urgency);
            rows.setHeld(random.bounded(3) == 0);
            rows.setForm(static_cast<AccountRows::Form>(random.bounded(3)));
            rows.toggle(QStringLiteral("a%1").arg(random.bounded(9)));
            rows.setViews(views, now);
            QStringList wanted;
            for (const AccountView &row : views) {
                wanted << row.accountId;
            }
            QStringList shown;
            for (const AccountView &row : rows.model()->rows()) {
                shown << row.accountId;
            }
            wanted.sort();
            shown.sort();
            QCOMPARE(shown, wanted);
        }
    }
};

PLIMSOLL_TEST(TestAccountRows)
#include "tst_accountrows.moc"
