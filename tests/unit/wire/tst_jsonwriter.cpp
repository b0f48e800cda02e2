// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testprogram.h"
#include "wire/jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using plimsoll::wire::JsonWriter;

namespace {

QString quoted(const std::string &text)
{
    return QString::fromStdString(JsonWriter().string(text).text());
}

} // namespace

class JsonWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void one_line_and_indented_forms()
    {
        const auto write = [](int indent) {
            JsonWriter json(indent);
            json.beginObject().key("a").integer(-1).key("b").beginArray().string("x").boolean(true).null().endArray();
            json.key("c").beginObject().endObject().key("d").beginArray().endArray();
            json.key("e")
                .decimal(plimsoll::margin::Decimal::fromInteger(5))
                .key("f")
                .decimal(std::optional<plimsoll::margin::Decimal>())
                .endObject();
            return QString::fromStdString(json.text());
        };
        QCOMPARE(write(0),
                 QStringLiteral("{\"a\":-1,\"b\":[\"x\",true,null],\"c\":{},\"d\":[],\"e\":\"5\",\"f\":null}"));
        QCOMPARE(
            write(2),
            QStringLiteral("{\n  \"a\": -1,\n  \"b\": [\n    \"x\",\n    true,\n    null\n  ],\n  \"c\": {},\n  \"d\": "
                           "[],\n  \"e\": \"5\",\n  \"f\": null\n}"));
        QCOMPARE(QJsonDocument::fromJson(write(2).toUtf8()), QJsonDocument::fromJson(write(0).toUtf8()));
    }

    // Source: RFC 8259, section 7.
    void text_is_escaped()
    {
        QCOMPARE(quoted("a\"b\\c/"), QStringLiteral("\"a\\\"b\\\\c/\""));
        QCOMPARE(quoted(std::string("\b\f\n\r\t\x01\x1f\0", 8)),
                 QStringLiteral("\"\\b\\f\\n\\r\\t\\u0001\\u001f\\u0000\""));
        QCOMPARE(quoted("\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80\x7F"),
                 QString::fromUtf8("\"\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80\x7F\""));
    }

    void broken_utf8_becomes_the_replacement_character_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("lone continuation") << QByteArray("\x80");
        QTest::newRow("cut") << QByteArray("\xE2\x82");
        QTest::newRow("overlong") << QByteArray("\xC0\xAF");
        QTest::newRow("overlong of three") << QByteArray("\xE0\x80\xAF");
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80");
        QTest::newRow("too large") << QByteArray("\xF4\x90\x80\x80");
        QTest::newRow("FF") << QByteArray("\xFF");
    }

    void broken_utf8_becomes_the_replacement_character()
    {
        QFETCH(QByteArray, bytes);
        const QString text = quoted("a" + bytes.toStdString() + "z");
        const QString inner = text.mid(2, text.size() - 4);
        QVERIFY(text.startsWith(QStringLiteral("\"a")) && text.endsWith(QStringLiteral("z\"")));
        QCOMPARE(inner, QString(bytes.size(), QChar(0xFFFD)));
        QCOMPARE(text.toUtf8().toStdString(), JsonWriter().string("a" + bytes.toStdString() + "z").text());
    }
};

PLIMSOLL_TEST(JsonWriterTest)
#include "tst_jsonwriter.moc"
