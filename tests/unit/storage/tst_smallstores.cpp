// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagekit.h"

using namespace storagekit;

/// Settings, profiles: round trips, also of texts that try to break out of something.
class TestSmallStores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsRoundTrip_data();
    void settingsRoundTrip();
    void refusesTextThatCannotBeReadBack();
    void profilesRoundTripAndReplace();
    void refusesBadProfiles();
};

void TestSmallStores::settingsRoundTrip_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("null") << QString();
    QTest::newRow("quotes") << u"'; DROP TABLE setting; --\"`"_s;
    QTest::newRow("binding marks") << u"%1 %n ? ?1 :name @p $x"_s;
    QTest::newRow("right to left") << u"\u202Eabc \u05D0\u05D1 \u200F"_s;
    QTest::newRow("beyond the first plane") << u"\U0001F4A5 \u0301"_s;
    QTest::newRow("markup") << u"<img src=\"y\">&amp;"_s;
    QTest::newRow("lines") << u"a\r\nb\tc\u2028d"_s;
    QTest::newRow("10 kB") << QString(10'000, u'\u00E9');
}

void TestSmallStores::settingsRoundTrip()
{
    QFETCH(QString, text);
    Home home;
    WORKS(home.open().setSetting(u"before"_s, u"1"_s));
    WORKS(home.store->setSetting(u"key"_s, u"old"_s));
    WORKS(home.store->setSetting(u"key"_s, text));
    WORKS(home.store->setSetting(u"k"_s + text, u"2"_s));

    VALUE_OF(settings, home.open().settings());

    QCOMPARE(settings.size(), text.isEmpty() ? 3 : 3);
    QCOMPARE(settings.value(u"key"_s), text.isNull() ? u""_s : text);
    QCOMPARE(settings.value(u"k"_s + text), u"2"_s);
}

void TestSmallStores::refusesTextThatCannotBeReadBack()
{
    Home home;
    home.open();
    const QString nul = u"a"_s + QChar(0) + u"b"_s;

    REFUSES(home.store->setSetting(u"key"_s, nul), ErrorCode::Malformed);
    REFUSES(home.store->setSetting(nul, u"v"_s), ErrorCode::Malformed);
    REFUSES(home.store->setSetting(u"key"_s, QString(QChar(0xD800))), ErrorCode::Malformed);
    REFUSES(home.store->setSetting({}, u"v"_s), ErrorCode::Malformed);
    Account account = isolatedAccount();
    account.name = "caf\xE9"; // Latin-1
    REFUSES(home.store->changeAccount({account, true}), ErrorCode::Malformed);
    account.name = std::string("a\0b", 3);
    REFUSES(home.store->changeAccount({account, true}), ErrorCode::Malformed);

    VALUE_OF(settings, home.store->settings());
    QVERIFY(settings.isEmpty());
}

void TestSmallStores::profilesRoundTripAndReplace()
{
    Home home;
    margin::Profile profile {"mine", "Mine, 'quoted'", {amount("1.5"), amount("1.2"), amount("1.1")}, "3", "2021-05-19", "own"};
    WORKS(home.open().saveProfile(profile));
    profile.thresholds.initial = amount("1.6");
    WORKS(home.store->saveProfile(profile));

    VALUE_OF(profiles, home.open().profiles());

    QCOMPARE(profiles, std::vector {profile});
}

void TestSmallStores::refusesBadProfiles()
{
    Home home;
    home.open();
    const margin::Thresholds bars {amount("1.5"), amount("1.2"), amount("1.1")};

    REFUSES(home.store->saveProfile({"cross-3x", "t", bars, "", "", ""}), ErrorCode::Conflict);
    REFUSES(home.store->saveProfile({"", "t", bars, "", "", ""}), ErrorCode::Malformed);
    REFUSES(home.store->saveProfile({"p", "t", {amount("1.1"), amount("1.2"), amount("1.1")}, "", "", ""}), ErrorCode::InvalidThresholds);
}

QTEST_GUILESS_MAIN(TestSmallStores)
#include "tst_smallstores.moc"
