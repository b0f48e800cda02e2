// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/script.h"
#include "alarm/scripttext.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::alarm;

namespace {

QString text(const std::string &text)
{
    return QString::fromStdString(text);
}

// "N checks", and every failure; or the refusal.
QString outcome(const std::string &script, std::int64_t mostWork = kMostScriptWork)
{
    const auto report = runScript(script, mostWork);
    if (!report) {
        return QStringLiteral("refused, ") + text(report.error().message());
    }
    QStringList parts {QStringLiteral("%1 checks").arg(report->checks)};
    for (const std::string &failure : report->failures) {
        parts << text(failure);
    }
    return parts.join(QStringLiteral("; "));
}

QString refusal(const std::string &script)
{
    return outcome(script).mid(9);
}

std::string repeated(int times, const std::string &line)
{
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += line;
    }
    return all;
}

const std::string kLongWord(41, 'x');
const std::string kExpectNeeds =
    "expect CONDITION STATE [hold] [flapping], expect notices N, expect told CONDITION N, or "
    "expect none active";

} // namespace

/// docs/alarms.md#test-files: what is accepted, what is refused and how that is told, and the limits.
class TestScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusalsNameLineAndReason_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("reason");
        const auto row = [](const std::string &script, const std::string &reason) {
            QTest::newRow(script.c_str()) << text(script) << text(reason);
        };
        row("10s", "line 1: a time without a statement");
        row("\n# nothing\n20s _\n10s _", "line 4: time goes back");
        row("20s _\n19s999ms _", "line 2: time goes back");
        row("0 level 1", "line 1: not a time of at most 400 days: 0");
        row("9x level 1", "line 1: not a time of at most 400 days: 9x");
        row("/9 level 1", "line 1: not understood: /9");
        row(":9 level 1", "line 1: not understood: :9");
        row("ten level 1.1", "line 1: not understood: ten");
        row(kLongWord, "line 1: not understood: " + std::string(40, 'x'));
        row("1s " + kLongWord, "line 1: not understood: " + std::string(40, 'x'));
        row("1" + kLongWord, "line 1: not a time of at most 400 days: 1" + std::string(39, 'x'));
        row("account", "line 1: not understood: account");
        row("account a b", "line 1: not understood: account");
        row("poll", "line 1: not understood: poll");
        row("poll 10s 10s", "line 1: not understood: poll");
        row("poll ten", "line 1: not a time of at most 400 days: ten");
        row("bars 1.25 1.10", "line 1: not understood: bars");
        row("bars 1.25 1.10 1.05 1", "line 1: not understood: bars");
        row("1s lvl 1.1", "line 1: not understood: lvl");
        row("1s level", "line 1: level needs a number");
        row("1s level 1.1 x5 every", "line 1: level VALUE [xN every TIME]");
        row("1s level 1.1 again", "line 1: level VALUE [xN every TIME]");
        row("1s level 1.1 5 every 1s", "line 1: level VALUE [xN every TIME]");
        row("1s level 1.1 x5 each 1s", "line 1: level VALUE [xN every TIME]");
        row("1s level 1.1 x5 every 1s 1s", "line 1: level VALUE [xN every TIME]");
        row("1s level 1.1 x5 every 0s", "line 1: not a time of at most 400 days: 0s");
        row("1s level 1.1 x5 every soon", "line 1: not a time of at most 400 days: soon");
        row("1s level 1.1 x0 every 1s", "line 1: not a number of samples up to 1,000,000: 0");
        row("1s level 1.1 x1000001 every 1s", "line 1: not a number of samples up to 1,000,000: 1000001");
        row("1s level 1.1 x every 1s", "line 1: not a number of samples up to 1,000,000: ");
        row("1s price BCHUSDT", "line 1: not understood: price");
        row("1s price BCHUSDT 1 2", "line 1: not understood: price");
        row("1s interest", "line 1: not understood: interest");
        row("1s interest 1 2", "line 1: not understood: interest");
        row("1s stale old", "line 1: not a time of at most 400 days: old");
        row("1s snooze", "line 1: snooze for how long? At most 400 days");
        row("1s snooze long", "line 1: snooze for how long? At most 400 days");
        row("1s ack at", "line 1: asked for when?");
        row("1s ack at noon", "line 1: asked for when?");
        row("1s ack at 1s 1s", "line 1: asked for when?");
        row("1s expect", "line 1: " + kExpectNeeds);
        row("1s expect call", "line 1: " + kExpectNeeds);
        row("1s expect none here", "line 1: no such condition or state: none here");
        row("1s expect call merry", "line 1: no such condition or state: call merry");
        row("1s expect nobody active", "line 1: no such condition or state: nobody active");
        row("1s expect told call", "line 1: expect told CONDITION N");
        row("1s expect told call 1 2", "line 1: expect told CONDITION N");
        row("1s expect told nobody 1", "line 1: expect told CONDITION N");
        const std::string rule =
            "rule ID level|distance|price_below|price_above|interest_hours [SYMBOL] VALUE stage STAGE";
        row("rule", "line 1: " + rule);
        row("rule r1 level", "line 1: " + rule);
        row("rule r1 depth 1", "line 1: " + rule);
        row("rule r1 price_below BCHUSDT", "line 1: a rule needs a value");
        row("rule r1 level 1.5 stage", "line 1: after the value: stage notice|call|critical");
        row("rule r1 level 1.5 stage loud", "line 1: after the value: stage notice|call|critical");
        row("rule r1 level 1.5 state call", "line 1: after the value: stage notice|call|critical");
        row("rule r1 level 1.5 stage call x", "line 1: after the value: stage notice|call|critical");
        row("rule r1 level 1001", "line 1: a level above 1000 is no alarm");
    }

    void refusalsNameLineAndReason()
    {
        QFETCH(QString, script);
        QTEST(refusal(script.toStdString()), "reason");
    }

    void whatIsAtTheEdgeIsAccepted_data()
    {
        QTest::addColumn<QString>("script");
        for (const char *script : {"10s _\n10s _",
                                   "\t 0s\t_ \r\n",
                                   "# only a comment",
                                   "",
                                   "\n\n",
                                   "poll 10s",
                                   "account b",
                                   "bars 1.25 1.10 1.05",
                                   "400d _",
                                   "400d level 1.2",
                                   "399d level 1.2\n399d23h59m58s level 1.2 x2 every 2s",
                                   "1s level 1.2 x2 every 1ms",
                                   "1s level 1.2 x1 every 400d",
                                   "1s ack at 0s",
                                   "1s snooze 5m at 1s",
                                   "rule r1 level 1000",
                                   "rule r1 level 1.5",
                                   "rule r1 price_below BCHUSDT 180 stage critical",
                                   "1s stale",
                                   "1s frozen 400d",
                                   "1s incomplete 1s",
                                   "1s nodebt",
                                   "1s closed",
                                   "1s undo",
                                   "1s handle"}) {
            QTest::newRow(script) << QString::fromLatin1(script);
        }
    }

    void whatIsAtTheEdgeIsAccepted()
    {
        QFETCH(QString, script);
        QCOMPARE(outcome(script.toStdString()), QStringLiteral("0 checks"));
    }

    void samplesEndAt400Days()
    {
        QCOMPARE(outcome("399d23h59m58s level 1.2 x3 every 1s"), QStringLiteral("0 checks"));
        QCOMPARE(refusal("399d23h59m58s level 1.2 x4 every 1s"),
                 QStringLiteral("line 1: the samples go beyond 400 days"));
        QCOMPARE(refusal("1s level 1.2 x2 every 400d"), QStringLiteral("line 1: the samples go beyond 400 days"));
    }

    void aTestHasAtMost10000Lines()
    {
        QCOMPARE(outcome(repeated(10'000, "# x\n")), QStringLiteral("0 checks"));
        QCOMPARE(refusal(repeated(10'001, "# x\n")),
                 QStringLiteral("line 10001: too long: a test has no more than 10,000 lines"));
    }

    // 7 alarms of every account and its own ones at every second, and 1 for the second itself.
    void theWorkIsCounted_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("work");
        const auto row = [](const char *script, int work) {
            QTest::newRow(script) << QString::fromLatin1(script) << work;
        };
        row("0s _\n10s _", 10); // seconds without an account
        row("0s level 1.2", 8);
        row("0s level 1.2\n10s _", 8 + 10 * 8);
        row("0s level 1.2 x3 every 2s", 3 * 8 + 4 * 8);
        row("0s level 1.2\n500ms _", 8 + 8); // a part of a second is looked at as well
        row("rule r1 level 2\nrule r2 level 3\n0s level 1.2\n10s _", 10 + 10 * 10);
        row("0s level 1.2\naccount b\n0s level 1.2\n10s _", 8 + 8 + 10 * 15);
    }

    void theWorkIsCounted()
    {
        QFETCH(QString, script);
        QFETCH(int, work);
        QCOMPARE(outcome(script.toStdString(), work), QStringLiteral("0 checks"));
        QVERIFY2(outcome(script.toStdString(), work - 1)
                     .contains(QStringLiteral(
                         "too long: a test looks at no more than 100,000,000 alarms over all its seconds and samples")),
                 qPrintable(outcome(script.toStdString(), work - 1)));
    }

    void aMillionSamplesAreNotTooMany()
    {
        QVERIFY(outcome("0s level 1.2 x1000000 every 1ms", 0).contains(QStringLiteral("too long")));
    }

    void aFailureSaysWhatWasFound_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("failure");
        const auto row = [](const char *line, const char *failure) {
            QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(failure);
        };
        row("expect call active", "");
        row("expect call normal", "call normal, is active");
        row("expect call active hold", "call active hold, is active");
        row("expect call active flapping", "call active flapping, is active");
        row("expect call active flapping hold", "call active hold flapping, is active");
        row("expect notices 1", "");
        row("expect notices 2", "notices 2, is 1");
        row("expect told call 1", "");
        row("expect told call 0", "told call 0, is 1");
        row("expect told liquidation 0", "");
        row("expect told liquidation 1", "told liquidation 1, is 0");
        row("expect none active", "anything not active, is a call is");
        row("expect custom:r1 normal", "custom:r1 normal, is not there");
        row("expect custom:r2 active", "");
    }

    void aFailureSaysWhatWasFound()
    {
        QFETCH(QString, line);
        QFETCH(QString, failure);
        const std::string begin = "rule r2 level 1.09 stage call\n0s level 1.09\n10s ";
        QCOMPARE(outcome(begin + line.toStdString()),
                 QStringLiteral("1 checks")
                     + (failure.isEmpty() ? QString() : QStringLiteral("; line 3: at 10s expected ") + failure));
    }

    void holdIsSeen()
    {
        const std::string begin = "0s level 1.09\n10s stale 40s\n10s ";
        QCOMPARE(outcome(begin + "expect call active hold"), QStringLiteral("1 checks"));
        QCOMPARE(outcome(begin + "expect call active"),
                 QStringLiteral("1 checks; line 3: at 10s expected call active, is active hold"));
    }

    void silentNoticesAreNotCounted()
    {
        QCOMPARE(outcome("0s level 1.09\n10s level 1.3\n11s expect notices 1\n11s expect told call 1"),
                 QStringLiteral("2 checks"));
    }

    // Prices are of the moment where nothing else is said, and too old after a minute.
    void aPriceWithoutAgeIsNew()
    {
        QCOMPARE(outcome("0s level 2\n10s stale\n1m10s expect stale normal\n1m10s1ms expect stale active"),
                 QStringLiteral("2 checks"));
        QCOMPARE(outcome("0s level 2\n10s stale 1ms\n1m9s999ms expect stale normal\n1m10s expect stale active"),
                 QStringLiteral("2 checks"));
    }

    // 1000 are owed: 200 more bring the call, in 24 hours at 8.333... an hour.
    void interestIsThatOfAThousandOwed()
    {
        const std::string rule = "rule r1 interest_hours 24 stage call\n";
        QCOMPARE(outcome(rule + "0s interest 8.333333333333333334\n0s level 1.32\n0s expect custom:r1 active"),
                 QStringLiteral("1 checks"));
        QCOMPARE(outcome(rule + "0s interest 8.333333333333333333\n0s level 1.32\n0s expect custom:r1 normal"),
                 QStringLiteral("1 checks"));
    }

    void nothingIsActiveWithoutAnAlarm()
    {
        QCOMPARE(outcome("0s level 2\n1s expect none active\n1s expect notices 0"), QStringLiteral("2 checks"));
    }

    void timesAreReadAndWritten_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<qint64>("time"); // ms, -1: refused
        QTest::addColumn<QString>("again");
        const auto row = [](const char *word, qint64 time, const char *again) {
            QTest::newRow(word) << QString::fromLatin1(word) << time << QString::fromLatin1(again);
        };
        constexpr qint64 kDay = 24 * 3'600'000;
        row("0s", 0, "0s");
        row("1ms", 1, "1ms");
        row("999ms", 999, "999ms");
        row("1000ms", 1'000, "1s");
        row("1s", 1'000, "1s");
        row("59s", 59'000, "59s");
        row("60s", 60'000, "1m");
        row("2m10s", 130'000, "2m10s");
        row("60m", 3'600'000, "1h");
        row("1h1m1s1ms", 3'661'001, "1h1m1s1ms");
        row("10s2m", 130'000, "2m10s");
        row("1d", kDay, "24h");
        row("400d", 400 * kDay, "9600h");
        row("399d24h", 400 * kDay, "9600h");
        row("400d1ms", -1, "");
        row("401d", -1, "");
        row("000000001s", 1'000, "1s"); // 9 digits
        row("0000000001s", -1, "");
        row("", -1, "");
        row("s", -1, "");
        row("5", -1, "");
        row("5x", -1, "");
        row("5s5", -1, "");
        row("-5s", -1, "");
        row("1.5s", -1, "");
        row("5 s", -1, "");
    }

    void timesAreReadAndWritten()
    {
        QFETCH(QString, word);
        QFETCH(qint64, time);
        const auto seen = timeOf(word.toStdString());
        QCOMPARE(qint64 {seen.value_or(-1)}, time);
        if (seen) {
            QTEST(text(clockText(*seen)), "again");
        }
    }

    void countsAreReadUpToTheMost()
    {
        for (const char *refused : {"", "0", "-1", "11", "1x", "x1", "1.5", " 1", "99999999999"}) {
            QVERIFY2(!countOf(refused, 10), refused);
        }
        QCOMPARE(countOf("1", 10), std::optional(1));
        QCOMPARE(countOf("10", 10), std::optional(10));
    }

    void wordsEndAtBlanksAndComments()
    {
        QCOMPARE(wordsOf("  a\tbc \r"), (Words {"a", "bc"}));
        QCOMPARE(wordsOf("a#b c"), (Words {"a"}));
        QCOMPARE(wordsOf(" \t\r"), Words {});
        QCOMPARE(wordsOf(""), Words {});
    }

    void aRuleIsReadWithItsStage()
    {
        const auto rule = ruleOf(wordsOf("rule r1 price_above bchusdt 180 stage critical"), "b");
        QVERIFY(rule.hasValue());
        QCOMPARE(rule->id, "r1");
        QCOMPARE(rule->account, "b");
        QCOMPARE(rule->symbol, "BCHUSDT");
        QCOMPARE(rule->kind, Rule::Kind::PriceAbove);
        QCOMPARE(rule->stage, Stage::Critical);
        QCOMPARE(text(rule->value.toString()), QStringLiteral("180"));
        const auto plain = ruleOf(wordsOf("rule r2 level 1.5"), "b");
        QVERIFY(plain.hasValue());
        QCOMPARE(plain->account, "");
        QCOMPARE(plain->stage, Stage::Notice);
    }

    // What a reader sees: changes with the time of their second, notices, and which of them were silent.
    void theLogTellsChangesAndNotices()
    {
        const auto report = runScript("0s level 1.3\n2s level 1.09\n10s level 1.3\n11s500ms ack\n");
        QVERIFY(report.hasValue());
        QCOMPARE(text(report->log),
                 QStringLiteral("0s  a liquidation  disarmed -> normal  judged\n"
                                "0s  a critical  disarmed -> normal  judged\n"
                                "0s  a call  disarmed -> normal  judged\n"
                                "0s  a watch  disarmed -> normal  judged\n"
                                "2s  a call  normal -> active  raised\n" // at the first sample; the early warning waits
                                "2s  a watch  normal -> pending  judged\n"
                                "2s  notice  a call\n"
                                "10s  a watch  pending -> normal  judged\n"
                                "10s  silent notice  a call\n" // the text now says that the level is safe again
                                "11s500ms  a call  active -> acknowledged  acknowledged\n"));
    }
};

PLIMSOLL_TEST(TestScript)
#include "tst_script.moc"
