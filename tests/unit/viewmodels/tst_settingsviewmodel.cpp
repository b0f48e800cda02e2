// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/app/settingsviewmodel.h"
#include "viewmodels/common/settingkeys.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::SettingKeys;
using viewmodels::SettingsViewModel;

namespace {

struct Bench {
    FakeMonitor world;
    DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
    SettingsViewModel dialog {world.stores, format};

    Bench()
    {
        dialog.setUrlValidator([](const QString &url) {
            return url.startsWith(QLatin1String("https://")) ? QString() : QStringLiteral("https only");
        });
    }
};

} // namespace

class TestSettingsViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void interestIsAddedUnlessAPersonSaysNot()
    {
        testlib::FakeMonitor world;
        const DisplayFormat format;
        SettingsViewModel settings(world.stores, format);
        settings.load();
        QVERIFY(settings.addsInterest());
        settings.setAddsInterest(false);
        QCOMPARE(world.stores.values.value(SettingKeys::addInterest), QStringLiteral("0"));
        SettingsViewModel next(world.stores, format);
        next.load();
        QVERIFY(!next.addsInterest());
    }

    void tellsOnlyWhatDiffersFromTheDefaults()
    {
        Bench bench;
        QSignalSpy interval(&bench.dialog, &SettingsViewModel::intervalChanged);
        QSignalSpy theme(&bench.dialog, &SettingsViewModel::themeChanged);
        QSignalSpy loaded(&bench.dialog, &SettingsViewModel::loaded);
        bench.world.stores.values = {{SettingKeys::theme, QStringLiteral("2")}};
        bench.dialog.load();
        QCOMPARE(loaded.size(), 1);
        QCOMPARE(theme.size(), 1);
        QCOMPARE(interval.size(), 0);
        QCOMPARE(bench.dialog.theme(), 2);
        QCOMPARE(bench.dialog.intervalSeconds(), SettingKeys::kDefaultIntervalMs / 1000);
    }

    void boundsWhatWasEditedByHand_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<int>("seconds");
        QTest::newRow("too quick") << QStringLiteral("1") << 1;
        QTest::newRow("too slow") << QStringLiteral("99999999") << 60;
        QTest::newRow("text") << QStringLiteral("fast") << SettingKeys::kDefaultIntervalMs / 1000;
        QTest::newRow("beyond int") << QStringLiteral("99999999999999999999") << SettingKeys::kDefaultIntervalMs / 1000;
        QTest::newRow("fine") << QStringLiteral("7000") << 7;
    }

    void boundsWhatWasEditedByHand()
    {
        QFETCH(QString, stored);
        QFETCH(int, seconds);
        Bench bench;
        bench.world.stores.values = {{SettingKeys::intervalMs, stored},
                                     {SettingKeys::theme, QStringLiteral("77")},
                                     {SettingKeys::language, QStringLiteral("../x")},
                                     {SettingKeys::priceUrl, QStringLiteral("http://evil")}};
        QSignalSpy url(&bench.dialog, &SettingsViewModel::priceUrlChanged);
        bench.dialog.load();
        QCOMPARE(bench.dialog.intervalSeconds(), seconds);
        QCOMPARE(bench.dialog.theme(), 0);
        QCOMPARE(bench.dialog.languageIndex(), 0);
        QCOMPARE(url.size(), 0);
        QVERIFY(!bench.dialog.priceUrlError().isEmpty());
    }

    void takesAnAddressOnlyWhereItIsValid()
    {
        Bench bench;
        QSignalSpy url(&bench.dialog, &SettingsViewModel::priceUrlChanged);
        bench.dialog.open();
        bench.dialog.setSourceIndex(1);
        bench.dialog.setPriceUrl(QStringLiteral("http://example.org"));
        QCOMPARE(bench.dialog.priceUrlError(), QStringLiteral("https only"));
        bench.dialog.applyPriceUrl();
        QCOMPARE(url.size(), 0);
        QVERIFY(!bench.world.stores.values.contains(SettingKeys::priceUrl));
        bench.dialog.setPriceUrl(QStringLiteral(" https://example.org "));
        bench.dialog.applyPriceUrl();
        QCOMPARE(url.size(), 1);
        QCOMPARE(url.at(0).at(0).toString(), QStringLiteral("https://example.org"));
        bench.dialog.setSourceIndex(0);
        QCOMPARE(url.size(), 2);
        QCOMPARE(bench.world.stores.values.value(SettingKeys::priceUrl, QStringLiteral("?")), QString());
    }

    void storesAndTellsEachChangeOnce()
    {
        Bench bench;
        QSignalSpy interval(&bench.dialog, &SettingsViewModel::intervalChanged);
        QSignalSpy language(&bench.dialog, &SettingsViewModel::languageChanged);
        QSignalSpy close(&bench.dialog, &SettingsViewModel::closeAtLiquidationChanged);
        bench.dialog.setIntervalSeconds(300);
        bench.dialog.setIntervalSeconds(60);
        QCOMPARE(interval.size(), 1);
        QCOMPARE(interval.at(0).at(0).toInt(), 60'000);
        QCOMPARE(bench.world.stores.values.value(SettingKeys::intervalMs), QStringLiteral("60000"));
        bench.dialog.setLanguageIndex(2);
        QCOMPARE(language.at(0).at(0).toString(), QStringLiteral("de"));
        bench.dialog.setCloseAtLiquidation(true);
        QCOMPARE(close.size(), 1);
        QCOMPARE(bench.world.stores.values.value(SettingKeys::closeAtLiquidation), QStringLiteral("1"));
    }

    // --theme is set while the stored settings are on their way
    void whatIsSetMeanwhileIsNewerThanWhatWasStored()
    {
        class SlowStores : public testlib::FakeStores
        {
        public:
            using FakeStores::FakeStores;
            Future<Result<QHash<QString, QString>>> settings() override { return later.future(); }

            Promise<Result<QHash<QString, QString>>> later;
        };
        testlib::FakeClock clock;
        SlowStores stores {clock};
        DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
        SettingsViewModel dialog {stores, format};
        QSignalSpy loaded(&dialog, &SettingsViewModel::loaded);
        dialog.load();
        dialog.setTheme(1);
        stores.later.finish(QHash<QString, QString> {{SettingKeys::theme, QStringLiteral("2")},
                                                     {SettingKeys::language, QStringLiteral("de")}});
        QTRY_COMPARE(loaded.size(), 1);
        QCOMPARE(dialog.theme(), 1);
        QCOMPARE(dialog.languageIndex(), 2);
    }

    void saysWhereAChangeCouldNotBeSaved()
    {
        Bench bench;
        bench.world.stores.failNext = Error {ErrorCode::CannotWrite, "", "disk full"};
        bench.dialog.setTheme(1);
        QVERIFY(!bench.dialog.failure().isEmpty());
        QCOMPARE(bench.dialog.theme(), 1);
        bench.dialog.setTheme(2);
        QVERIFY(bench.dialog.failure().isEmpty());
    }

    void listsOwnProfilesWithTheirBars()
    {
        Bench bench;
        bench.world.stores.ownProfiles = {
            {"own-1", "Mine %1", {dec("1.3"), dec("1.2"), dec("1.1")}, "4.33", "2020-06-04", ""}};
        bench.dialog.open();
        QCOMPARE(bench.dialog.ownProfiles(),
                 QStringList(QStringLiteral("Mine %1: initial 1.30 · call 1.20 · liquidation 1.10")));
    }
};

PLIMSOLL_TEST(TestSettingsViewModel)
#include "tst_settingsviewmodel.moc"
