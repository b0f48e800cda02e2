// SPDX-License-Identifier: GPL-3.0-or-later
// Random numbers and elementary functions: known answers, errors against the standard library, moments.
#include "chance/kernels.h"
#include "chance/pathrandom.h"
#include "chance/threefry.h"
#include "chance/vectormath.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

#include <cmath>
#include <memory>

using namespace plimsoll::chance;

class tst_Random : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers();
    void exponentialAndLogarithm();
    void sineAndCosine();
    void momentsOfNormals();
    void bridgesAreExponential();
    void streamsDiffer();
    void aPathIsTheSameInAnyBlock();
};

// Of the authors, for Threefry-2x64 with 13 rounds: counter, key, answer.
void tst_Random::knownAnswers()
{
    const std::uint64_t ones = ~std::uint64_t {0};
    QCOMPARE(threefry({0, 0}, 0, 0), (CounterWords {0xf167b032c3b480bd, 0xe91f9fee4b7a6fb5}));
    QCOMPARE(threefry({ones, ones}, ones, ones), (CounterWords {0xccdec5c917a874b1, 0x4df53abca26ceb01}));
    QCOMPARE(threefry({0x243f6a8885a308d3, 0x13198a2e03707344}, 0xa4093822299f31d0, 0x082efa98ec4e6c89),
             (CounterWords {0xc3aac71561042993, 0x3fe7ae8801aff316}));
}

void tst_Random::exponentialAndLogarithm()
{
    double exponentialError = 0;
    double logarithmError = 0;
    for (int i = -70'000; i <= 70'000; ++i) {
        const double x = i * 0.00987;
        exponentialError = std::max(exponentialError, std::abs(vectormath::exponential(x) / std::exp(x) - 1));
        const double y = std::exp(x);
        logarithmError = std::max(
            logarithmError, std::abs(vectormath::logarithm(y) - std::log(y)) / std::max(1.0, std::abs(std::log(y))));
    }
    QVERIFY2(exponentialError < 1e-14, qPrintable(QString::number(exponentialError)));
    QVERIFY2(logarithmError < 1e-15, qPrintable(QString::number(logarithmError)));
    QCOMPARE(vectormath::exponential(0), 1.0);
    QCOMPARE(vectormath::logarithm(1), 0.0);
    Lanes far;
    far[0] = 1e9;
    far[1] = -1e9;
    exponentials(far, far);
    QVERIFY(std::isfinite(far[0]) && far[0] > 1e280 && far[1] > 0 && far[1] < 1e-280);
}

void tst_Random::sineAndCosine()
{
    double error = 0;
    for (int i = 0; i <= 100'000; ++i) {
        const double turns = i / 100'000.0;
        const auto point = vectormath::sineCosine(turns);
        error = std::max({error, std::abs(point.sine - std::sin(turns * 2 * M_PI)),
                          std::abs(point.cosine - std::cos(turns * 2 * M_PI))});
    }
    QVERIFY2(error < 1e-13, qPrintable(QString::number(error)));
    QVERIFY(vectormath::uniform(0) > 0);
    QVERIFY(vectormath::uniform(0xFFFFFFFFU) < 1);
}

// 4 million: standard errors of mean, variance, third and fourth moment are 1, sqrt(2), sqrt(15), sqrt(96) / 2000.
void tst_Random::momentsOfNormals()
{
    Lanes even;
    Lanes odd;
    std::array<double, 5> sums {};
    double product = 0;
    double count = 0;
    for (std::uint64_t block = 0; block < 15'625; ++block) {
        drawNormals({42, block * kLanes, 5}, 2 + block % 2, {even, odd});
        for (std::size_t i = 0; i < kLanes; ++i) {
            for (const double z : {even[i], odd[i]}) {
                sums[1] += z;
                sums[2] += z * z;
                sums[3] += z * z * z;
                sums[4] += z * z * z * z;
            }
            product += even[i] * odd[i];
            count += 2;
        }
    }
    const double root = std::sqrt(count);
    QVERIFY(std::abs(sums[1] / count) < 4 / root);
    QVERIFY(std::abs(sums[2] / count - 1) < 4 * std::sqrt(2.0) / root);
    QVERIFY(std::abs(sums[3] / count) < 4 * std::sqrt(15.0) / root);
    QVERIFY(std::abs(sums[4] / count - 3) < 4 * std::sqrt(96.0) / root);
    QVERIFY(std::abs(product / (count / 2)) < 4 / std::sqrt(count / 2));
}

void tst_Random::bridgesAreExponential()
{
    Lanes bridges[2];
    Lanes others[2];
    double sum = 0;
    double cross = 0;
    for (std::uint64_t block = 0; block < 8000; ++block) {
        drawBridgesAndUniforms({7, block * kLanes, 3}, {bridges[0], bridges[1]}, {others[0], others[1]});
        for (std::size_t i = 0; i < kLanes; ++i) {
            sum += bridges[0][i] + bridges[1][i];
            cross += (bridges[0][i] - 0.5) * (others[0][i] - 0.5);
        }
    }
    const double count = 8000.0 * kLanes;
    QVERIFY(std::abs(sum / (2 * count) - 0.5)
            < 4 * 0.5 / std::sqrt(2 * count)); // -ln(u) / 2 has mean and deviation 1/2
    QVERIFY(std::abs(cross / count) < 4 * 0.5 / std::sqrt(12.0) / std::sqrt(count));
}

void tst_Random::streamsDiffer()
{
    Lanes a;
    Lanes b;
    Lanes c;
    Lanes d;
    drawNormals({1, 0, 0}, 2, {a, b});
    drawNormals({2, 0, 0}, 2, {c, d});
    QVERIFY(a[0] != c[0]);
    drawNormals({1, 0, 1}, 2, {c, d});
    QVERIFY(a[0] != c[0]);
    drawNormals({1, 0, 0}, 3, {c, d});
    QVERIFY(a[0] != c[0]);
    PathRandom one(1, 2, 3);
    PathRandom other(1, 2, 4);
    QVERIFY(one.uniform() != other.uniform());
    QVERIFY(one.normal() != one.normal());
}

void tst_Random::aPathIsTheSameInAnyBlock()
{
    Lanes a;
    Lanes b;
    Lanes c;
    Lanes d;
    drawNormals({1, 0, 9}, 5, {a, b});
    drawNormals({1, 100, 9}, 5, {c, d});
    QCOMPARE(a[100], c[0]);
    QCOMPARE(b[127], d[27]);
}

PLIMSOLL_TEST(tst_Random)
#include "tst_random.moc"
