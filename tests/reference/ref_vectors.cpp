// SPDX-License-Identifier: GPL-3.0-or-later
#include "referencetest.h"
#include "testlib/testprogram.h"
#include "vectorcheck.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace plimsoll;

/// Worked examples that exchanges published.
class PublishedVectors : public test::ReferenceTest
{
    Q_OBJECT

public:
    PublishedVectors()
        : ReferenceTest({QStringLiteral("vectors/vectors.json")})
    {
    }

private Q_SLOTS:
    void every_vector_holds()
    {
        const QJsonArray vectors = QJsonDocument::fromJson(read(QStringLiteral("vectors/vectors.json"))).array();
        QVERIFY(vectors.size() >= 39);
        QStringList wrong;
        for (const auto &item : vectors) {
            const QJsonObject vector = item.toObject();
            const QString problem = test::isOurs(vector) ? test::wrongIn(vector) : QString();
            if (!problem.isEmpty()) {
                wrong << vector.value(QLatin1String("id")).toString() + QStringLiteral(": ") + problem;
            }
        }
        QCOMPARE(wrong, QStringList());
    }
};

PLIMSOLL_TEST(PublishedVectors)
#include "ref_vectors.moc"
