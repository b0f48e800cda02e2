// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/soundchannel.h"
#include "notify/wavevolume.h"
#include "testlib/testprogram.h"
#include "unit/notify/deliveries.h"

#include <QtCore/QtEndian>
#include <QtTest/QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace plimsoll;
using notify::Sound;
using notify::waveAtVolume;

namespace {

constexpr qsizetype kHead = 44;

std::vector<int> samplesOf(const QByteArray &wave)
{
    std::vector<int> samples;
    for (qsizetype i = kHead; i + 1 < wave.size(); i += 2) {
        samples.push_back(qFromLittleEndian<qint16>(wave.constData() + i));
    }
    return samples;
}

} // namespace

class TestWaveVolume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundsAreWellMade_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto *name : {"notice", "call", "critical", "liquidation"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

    void soundsAreWellMade()
    {
        QFETCH(QString, name);
        const QByteArray wave = testlib::contentOf(u":/sounds/%1.wav"_s.arg(name));
        QVERIFY(wave.size() > kHead);
        QVERIFY(wave.size() < 150 * 1024);
        QCOMPARE(qFromLittleEndian<qint16>(wave.constData() + 20), 1); // PCM
        QCOMPARE(qFromLittleEndian<qint16>(wave.constData() + 22), 1); // mono
        QCOMPARE(qFromLittleEndian<qint32>(wave.constData() + 24), 44'100);
        QCOMPARE(waveAtVolume(wave, 100), wave);
        const std::vector<int> samples = samplesOf(wave);
        QCOMPARE(samples.front(), 0);
        QCOMPARE(samples.back(), 0);
        QVERIFY(*std::ranges::max_element(samples) > 20'000);
        // No click: a tone of 1175 Hz with four overtones at this peak moves by less than 14,000 from one sample to the
        // next.
        for (std::size_t i = 1; i < samples.size(); ++i) {
            QVERIFY(std::abs(samples[i] - samples[i - 1]) < 14'000);
        }
    }

    void volume_data()
    {
        QTest::addColumn<int>("volume");
        QTest::addColumn<int>("expected"); // of a sample of -20,000: times volume squared
        QTest::newRow("full") << 100 << -20'000;
        QTest::newRow("70") << 70 << -9'800;
        QTest::newRow("half") << 50 << -5'000;
        QTest::newRow("one") << 1 << -2;
        QTest::newRow("silent") << 0 << 0;
        QTest::newRow("beyond") << 900 << -20'000;
        QTest::newRow("below") << -3 << 0;
    }

    void volume()
    {
        QFETCH(int, volume);
        QFETCH(int, expected);
        QByteArray wave = testlib::contentOf(u":/sounds/notice.wav"_s).left(kHead + 2);
        qToLittleEndian(qint16 {-20'000}, wave.data() + kHead);
        const QByteArray scaled = waveAtVolume(wave, volume);
        QCOMPARE(scaled.left(kHead), wave.left(kHead));
        QCOMPARE(samplesOf(scaled), std::vector<int> {expected});
    }

    void refusesWhatIsNotOurs()
    {
        QCOMPARE(waveAtVolume("RIFF", 50), QByteArray());
        QCOMPARE(waveAtVolume(QByteArray(100, 'x'), 50), QByteArray());
    }

    void soundOfANotice_data()
    {
        QTest::addColumn<alarm::Condition>("worst");
        QTest::addColumn<alarm::Priority>("priority");
        QTest::addColumn<Sound>("sound");
        QTest::newRow("liquidation") << alarm::Condition::Liquidation << alarm::Priority::Highest << Sound::Liquidation;
        QTest::newRow("critical") << alarm::Condition::Critical << alarm::Priority::High << Sound::Critical;
        QTest::newRow("call") << alarm::Condition::Call << alarm::Priority::High << Sound::Call;
        QTest::newRow("prices missing while it matters")
            << alarm::Condition::Stale << alarm::Priority::High << Sound::Call;
        QTest::newRow("prices missing") << alarm::Condition::Stale << alarm::Priority::Medium << Sound::Notice;
        QTest::newRow("watch") << alarm::Condition::Watch << alarm::Priority::Low << Sound::Notice;
    }

    void soundOfANotice()
    {
        QFETCH(alarm::Condition, worst);
        QFETCH(alarm::Priority, priority);
        monitor::Delivery delivery;
        delivery.worstCondition = static_cast<int>(worst);
        delivery.priority = priority;
        QTEST(notify::soundFor(delivery), "sound");
    }
};

PLIMSOLL_TEST(TestWaveVolume)
#include "tst_wavevolume.moc"
