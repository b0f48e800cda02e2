// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testprogram.h"
#include "wire/unpacked.h"

#include <QByteArray>
#include <QTest>

#include <zlib.h>

using namespace plimsoll;

namespace {

// Archives as Python's zipfile writes them, in base64; all but the empty ones hold kRow.
constexpr const char *kRow = "1621382400000,3000,3100,2900,3050,1\n";
constexpr const char *kDeflated =
    "UEsDBBQAAAAIAAAAs1LG3WHFGwAAACQAAAAZAAAARVRIVVNEVC0xbS0yMDIxLTA1LTE5LmNzdjM0MzI0tjAyMQABHWMwYQgk"
    "jCzBXFMDHUMuAFBLAQIUAxQAAAAIAAAAs1LG3WHFGwAAACQAAAAZAAAAAAAAAAAAAACAAQAAAABFVEhVU0RULTFtLTIwMjEt"
    "MDUtMTkuY3N2UEsFBgAAAAABAAEARwAAAFIAAAAAAA==";

constexpr const char *kStored =
    "UEsDBBQAAAAAAAAAs1LG3WHFJAAAACQAAAAFAAAAYS5jc3YxNjIxMzgyNDAwMDAwLDMwMDAsMzEwMCwyOTAwLDMwNTAsMQpQ"
    "SwECFAMUAAAAAAAAALNSxt1hxSQAAAAkAAAABQAAAAAAAAAAAAAAgAEAAAAAYS5jc3ZQSwUGAAAAAAEAAQAzAAAARwAAAAAA";

constexpr const char *kInFolder =
    "UEsDBBQAAAAIAAAAs1IAAAAAAgAAAAAAAAAFAAAAc3BvdC8DAFBLAwQUAAAACAAAALNSxt1hxRsAAAAkAAAACgAAAHNwb3Qv"
    "YS5jc3YzNDMyNLYwMjEAAR1jMGEIJIwswVxTAx1DLgBQSwECFAMUAAAACAAAALNSAAAAAAIAAAAAAAAABQAAAAAAAAAAAAAA"
    "gAEAAAAAc3BvdC9QSwECFAMUAAAACAAAALNSxt1hxRsAAAAkAAAACgAAAAAAAAAAAAAAgAElAAAAc3BvdC9hLmNzdlBLBQYA"
    "AAAAAgACAGsAAABoAAAAAAA=";

constexpr const char *kTwo =
    "UEsDBBQAAAAIAAAAs1LG3WHFGwAAACQAAAAFAAAAYS5jc3YzNDMyNLYwMjEAAR1jMGEIJIwswVxTAx1DLgBQSwMEFAAAAAgA"
    "AACzUsbdYcUbAAAAJAAAAAUAAABiLmNzdjM0MzI0tjAyMQABHWMwYQgkjCzBXFMDHUMuAFBLAQIUAxQAAAAIAAAAs1LG3WHF"
    "GwAAACQAAAAFAAAAAAAAAAAAAACAAQAAAABhLmNzdlBLAQIUAxQAAAAIAAAAs1LG3WHFGwAAACQAAAAFAAAAAAAAAAAAAACA"
    "AT4AAABiLmNzdlBLBQYAAAAAAgACAGYAAAB8AAAAAAA=";

constexpr const char *kNone = "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==";

constexpr const char *kFolder =
    "UEsDBBQAAAAIAAAAs1IAAAAAAgAAAAAAAAAFAAAAc3BvdC8DAFBLAQIUAxQAAAAIAAAAs1IAAAAAAgAAAAAAAAAFAAAAAAAA"
    "AAAAAACAAQAAAABzcG90L1BLBQYAAAAAAQABADMAAAAlAAAAAAA=";

constexpr const char *kUp =
    "UEsDBBQAAAAIAAAAs1LG3WHFGwAAACQAAAAUAAAALi4vLi4vZXRjL3Bhc3N3ZC5jc3YzNDMyNLYwMjEAAR1jMGEIJIwswVxT"
    "Ax1DLgBQSwECFAMUAAAACAAAALNSxt1hxRsAAAAkAAAAFAAAAAAAAAAAAAAAgAEAAAAALi4vLi4vZXRjL3Bhc3N3ZC5jc3ZQ"
    "SwUGAAAAAAEAAQBCAAAATQAAAAAA";

constexpr const char *kEncrypted =
    "UEsDBBQAAQAIAAAAs1LG3WHFGwAAACQAAAAFAAAAYS5jc3YzNDMyNLYwMjEAAR1jMGEIJIwswVxTAx1DLgBQSwECFAMUAAEA"
    "CAAAALNSxt1hxRsAAAAkAAAABQAAAAAAAAAAAAAAgAEAAAAAYS5jc3ZQSwUGAAAAAAEAAQAzAAAAPgAAAAAA";

constexpr const char *kLarge =
    "UEsDBBQAAAAIAAAAs1JxEQf+cgAAAKCGAQAFAAAAYS5jc3btwTEBAAAAwqDai28ND6AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    "AACAVwNQSwECFAMUAAAACAAAALNScREH/nIAAACghgEABQAAAAAAAAAAAAAAgAEAAAAAYS5jc3ZQSwUGAAAAAAEAAQAzAAAA"
    "lQAAAAAA";

std::string gzipped(const std::string &plain)
{
    z_stream stream {};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string in = plain;
    std::string out(deflateBound(&stream, plain.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string archive(const char *base64)
{
    return QByteArray::fromBase64(base64).toStdString();
}

} // namespace

class TestUnpacked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gzip_is_unpacked_and_anything_else_passes()
    {
        const std::string text = "time,open\n1000,1\n";
        QVERIFY(*wire::unpacked(gzipped(text)) == text);
        QVERIFY(*wire::unpacked(gzipped(text) + gzipped(text)) == text + text); // a file of two members
        QVERIFY(*wire::unpacked(text) == text);
        QVERIFY(wire::unpacked("").value().empty());
        QVERIFY(wire::unpacked(gzipped("")).value().empty());
        const std::string large(3'000'000, 'x');
        QVERIFY(*wire::unpacked(gzipped(large)) == large);
    }

    void damaged_or_giant_gzip_is_refused()
    {
        const std::string packed = gzipped(std::string(100'000, 'x'));
        for (std::size_t length = 2; length < packed.size(); ++length) {
            QVERIFY(!wire::unpacked(packed.substr(0, length)));
        }
        std::string damaged = packed;
        damaged[packed.size() - 6] = static_cast<char>(damaged[packed.size() - 6] ^ 1); // its check sum
        QVERIFY(!wire::unpacked(damaged));
        QVERIFY(!wire::unpacked(packed + "garbage"));
        QVERIFY(!wire::unpacked(packed, 99'999));
        QVERIFY(wire::unpacked(packed, 100'000).hasValue());
        QVERIFY(!wire::unpacked(std::string(11, 'x'), 10));
    }

    void theOnlyFileOfAZipArchiveIsUnpacked()
    {
        for (const char *packed : {kDeflated, kStored, kInFolder, kUp}) {
            const auto text = wire::unpacked(archive(packed));
            QVERIFY2(text, packed);
            QVERIFY2(*text == kRow, packed);
        }
    }

    void anArchiveThatIsNotOneFileIsRefused_data()
    {
        QTest::addColumn<QByteArray>("packed");
        QTest::addColumn<QString>("reason");
        QTest::newRow("two files") << QByteArray(kTwo) << QStringLiteral("holds 2 files");
        QTest::newRow("nothing") << QByteArray(kNone) << QStringLiteral("holds no file");
        QTest::newRow("a folder") << QByteArray(kFolder) << QStringLiteral("holds no file");
        QTest::newRow("encrypted") << QByteArray(kEncrypted) << QStringLiteral("encrypted");
    }

    void anArchiveThatIsNotOneFileIsRefused()
    {
        QFETCH(QByteArray, packed);
        QFETCH(QString, reason);
        const auto text = wire::unpacked(archive(packed.constData()));
        QVERIFY(!text);
        QVERIFY2(QString::fromStdString(text.error().message()).contains(reason), text.error().message().c_str());
    }

    // Each single bit of two archives turned round, each length cut off: what comes out is what went in, or nothing.
    void aDamagedArchiveNeverGivesSomethingElse()
    {
        for (const char *packed : {kDeflated, kStored}) {
            const std::string whole = archive(packed);
            for (std::size_t length = 4; length < whole.size(); ++length) {
                QVERIFY(!wire::unpacked(whole.substr(0, length)));
            }
            for (std::size_t bit = 32; bit < whole.size() * 8; ++bit) { // the first four bytes say what it is
                std::string damaged = whole;
                damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
                const auto text = wire::unpacked(damaged);
                QVERIFY2(!text || *text == kRow, qPrintable(QString::number(bit)));
            }
        }
    }

    void aGiantArchiveIsRefused()
    {
        QVERIFY(!wire::unpacked(archive(kLarge), 99'999));
        QCOMPARE(wire::unpacked(archive(kLarge), 100'000).value().size(), std::size_t {100'000});
    }
};

PLIMSOLL_TEST(TestUnpacked)
#include "tst_unpacked.moc"
