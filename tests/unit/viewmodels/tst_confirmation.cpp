// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/confirmation.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;
using viewmodels::Confirmation;

class TestConfirmation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondClickBeginsNothing()
    {
        Confirmation confirmation;
        confirmation.restart();
        QVERIFY(confirmation.begin());
        QVERIFY(confirmation.busy());
        QVERIFY(!confirmation.begin());
        confirmation.stop();
        QVERIFY(confirmation.begin());
    }

    void aRepeatAfterAFailureHasTheSameId()
    {
        Confirmation confirmation;
        confirmation.restart();
        const std::string id = confirmation.id();
        QVERIFY(!id.empty());
        QVERIFY(confirmation.begin());
        confirmation.fail(u"the disk is full"_s);
        QVERIFY(!confirmation.busy());
        QCOMPARE(confirmation.failure(), u"the disk is full"_s);
        QVERIFY(confirmation.begin());
        QVERIFY(confirmation.failure().isEmpty());
        QCOMPARE(confirmation.id(), id);
        confirmation.restart();
        QVERIFY(confirmation.id() != id);
        QVERIFY(!confirmation.busy());
    }

    void aQuestionIsAnsweredByItself()
    {
        Confirmation confirmation;
        confirmation.restart();
        QVERIFY(!confirmation.agree()); // nothing was asked
        QVERIFY(confirmation.begin());
        QVERIFY(!confirmation.agree());
        confirmation.ask(u"Once more?"_s);
        QVERIFY(confirmation.asks());
        QVERIFY(!confirmation.busy());
        QVERIFY(!confirmation.begin()); // the second half of a double click
        QVERIFY(confirmation.agree());
        QVERIFY(confirmation.busy());
        confirmation.decline();
        QVERIFY(confirmation.busy()); // there is no question to take back
    }
};

QTEST_GUILESS_MAIN(TestConfirmation)
#include "tst_confirmation.moc"
