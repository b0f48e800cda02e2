// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testdata.h"
#include "testlib/testprogram.h"
#include "vectorcheck.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace plimsoll;

class VectorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // Source: tests/data/make_vectors.py, in fractions by docs/formulas.md.
    void every_vector_holds_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const QJsonArray vectors = QJsonDocument::fromJson(testlib::dataFile("margin/vectors.json")).array();
        QVERIFY(vectors.size() >= 50);
        for (const auto &vector : vectors) {
            QTest::newRow(qPrintable(vector[QLatin1String("id")].toString())) << vector.toObject();
        }
    }

    void every_vector_holds()
    {
        QFETCH(QJsonObject, vector);
        QCOMPARE(test::wrongIn(vector), QString());
    }

    void a_vector_that_is_wrong_is_noticed()
    {
        const QJsonArray vectors = QJsonDocument::fromJson(testlib::dataFile("margin/vectors.json")).array();
        QJsonObject wrong = vectors.first().toObject();
        QJsonObject expected = wrong.value(QLatin1String("expected")).toObject();
        expected.insert(QStringLiteral("marginLevel"), QStringLiteral("1.35562767"));
        wrong.insert(QStringLiteral("expected"), expected);
        QCOMPARE(test::wrongIn(wrong), QStringLiteral("marginLevel"));
        expected.insert(QStringLiteral("marginLevel"), QStringLiteral("1.35562765"));
        expected.insert(QStringLiteral("unheard"), QStringLiteral("1"));
        wrong.insert(QStringLiteral("expected"), expected);
        QCOMPARE(test::wrongIn(wrong), QStringLiteral("unheard"));
    }
};

PLIMSOLL_TEST(VectorsTest)
#include "tst_vectors.moc"
