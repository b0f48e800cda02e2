// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartsketch.h"
#include "charts/levelplot.h"
#include "testlib/fakestores.h"
#include "testlib/sent.h"
#include "viewmodels/chart/historyviewmodel.h"

#include <QtCore/QBuffer>
#include <QtCore/QXmlStreamReader>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtGui/QImage>
#include <QtGui/QImageReader>
#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::charts;
using namespace plimsoll::testlib;
using viewmodels::HistoryViewModel;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
const std::string kBch = "b-bchusdt";

/// One sample of a script; no level where the level became unknown.
struct Told {
    WallTime time;
    std::optional<std::int64_t> level; ///< 10^-8
};

/// A history, remembered as the engine does it, and a chart over it.
class Bench
{
public:
    Bench()
    {
        m_world.stores.portfolio = referencePortfolio();
        m_world.setPrice("ETHUSDT", "300");
        m_world.setPrice("BCHUSDT", "200");
        m_world.evaluate();
        restart();
    }

    [[nodiscard]] WallTime now() const { return m_world.clock.wallTime(); }

    void restart()
    {
        const int range = m_history ? m_history->range() : static_cast<int>(HistoryViewModel::Day);
        m_history = std::make_unique<HistoryViewModel>(m_world.stores, m_world.relay, m_world.clock, m_format, false);
        m_history->chart()->setActive(true);
        m_history->setRange(range);
    }

    /// Each level holds until the next moment; the last one until `end`.
    void play(const std::vector<Told> &script, WallTime end)
    {
        auto batch = std::make_shared<monitor::HistoryBatch>();
        std::optional<monitor::LevelSpan> known;
        const auto finish = [&](WallTime time) {
            if (known) {
                known->end = time;
                batch->spans.push_back({kBch, *known});
                known.reset();
            }
        };
        for (const Told &moment : script) {
            if (!moment.level) {
                finish(moment.time);
                continue;
            }
            batch->levels.push_back({kBch, {moment.time, moment.level, margin::Status::Normal}});
            known = known.value_or(monitor::LevelSpan {moment.time, moment.time, *moment.level});
        }
        finish(end);
        m_history->append(batch);
        testlib::sent(m_world.stores.appendHistory(*batch));
    }

    [[nodiscard]] viewmodels::LevelChartViewModel &chart() const { return *m_history->chart(); }
    void setRange(int range) { m_history->setRange(range); }

    [[nodiscard]] static ChartStyle style()
    {
        ChartStyle style;
        style.width = 900;
        style.height = 400;
        style.inks = {
            {QStringLiteral("background"), QColor(Qt::black)}, {QStringLiteral("text"), QColor(Qt::white)},
            {QStringLiteral("call"), QColor(Qt::yellow)},      {QStringLiteral("liquidation"), QColor(Qt::red)},
            {QStringLiteral("muted"), QColor(Qt::darkBlue)},   {QStringLiteral("faint"), QColor(Qt::darkBlue)},
            {QStringLiteral("line"), QColor(Qt::darkGreen)},   {QStringLiteral("unknown"), QColor(Qt::darkBlue)}};
        return style;
    }

    [[nodiscard]] ChartDrawing drawing() const { return ChartSketch(chart(), style()).draw(); }

    [[nodiscard]] QImage painted() const
    {
        QImage image(900, 400, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        ChartDrawing curves = drawing();
        curves.words.clear();
        curves.rules.clear();
        curves.boxes.clear();
        paintChart(painter, curves);
        return image;
    }

    static constexpr double kGutter = 190; ///< of an exported picture
    static constexpr int kExportRatio = 2;

    /// The file that a person gets, read and drawn by whoever opens it: at twice the size.
    [[nodiscard]] QImage exported(const QString &format) const
    {
        LevelPlot plot;
        plot.setSize({900, 400});
        plot.setGutter(kGutter);
        plot.setInks(style().inks);
        plot.setChart(&chart());
        QByteArray file = plot.picture(format);
        QBuffer buffer(&file);
        QImageReader reader(&buffer, format.toLatin1());
        reader.setScaledSize({900 * kExportRatio, 400 * kExportRatio});
        return reader.read();
    }

    /// Rows of a level on the picture.
    [[nodiscard]] double row(double level) const
    {
        const QRectF plot = style().plotArea();
        return plot.bottom() - chart().scale().place(level, 1.1) * plot.height();
    }

    [[nodiscard]] int column(WallTime time) const
    {
        const QRectF plot = style().plotArea();
        const auto *window = chart().window();
        return static_cast<int>(plot.left()
                                + (static_cast<double>(time.ms()) - window->from()) / window->span() * plot.width());
    }

private:
    FakeMonitor m_world;
    const viewmodels::DisplayFormat m_format {QLocale::c()};
    std::unique_ptr<HistoryViewModel> m_history;
};

struct Inked {
    int top = -1;
    int bottom = -1;
};

// The rows of one column in any of the colours of the chosen line, or in one of them.
Inked inkedIn(const QImage &image, int column, std::optional<QColor> only = std::nullopt)
{
    Inked rows;
    for (int y = 0; y < image.height(); ++y) {
        const QColor pixel = image.pixelColor(column, y);
        const auto is = [&pixel](const QColor &ink) { // edges are softened by some who draw
            constexpr int kSoft = 80;
            return qAbs(pixel.red() - ink.red()) < kSoft && qAbs(pixel.green() - ink.green()) < kSoft
                && qAbs(pixel.blue() - ink.blue()) < kSoft;
        };
        if (only ? is(*only) : is(Qt::white) || is(Qt::yellow) || is(Qt::red)) {
            rows.top = rows.top < 0 ? y : rows.top;
            rows.bottom = y;
        }
    }
    return rows;
}

std::int64_t units(double level)
{
    return qRound64(level * 1e8);
}

// A day: steps of twenty minutes, an outage of two hours, a fall through call and liquidation, a recovery.
std::vector<Told> day(WallTime now)
{
    std::vector<Told> script;
    for (std::int64_t i = 0; i < 72; ++i) {
        const WallTime time = now - 24 * kHour + i * 20 * kMinute;
        if (i >= 30 && i < 36) {
            if (i == 30) {
                script.push_back({time, std::nullopt});
            }
            continue;
        }
        const double fall = i > 50 && i < 60 ? 0.2 : 0;
        script.push_back({time, units(1.2 + 0.03 * static_cast<double>(i * 7 % 5) - fall)});
    }
    return script;
}

std::optional<std::int64_t> levelOf(const std::vector<Told> &script, WallTime time)
{
    std::optional<std::int64_t> level;
    for (const Told &moment : script) {
        if (moment.time <= time) {
            level = moment.level;
        }
    }
    return level;
}

} // namespace

/// The pixels of the chart against the history they stand for.
class TestChartSketch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyColumnShowsWhatHeld()
    {
        Bench bench;
        const auto script = day(bench.now());
        bench.play(script, bench.now());
        const QImage image = bench.painted();
        const QRectF plot = Bench::style().plotArea();
        const double perColumn = bench.chart().window()->span() / plot.width();
        int known = 0;
        for (int x = 0; x < static_cast<int>(plot.width()); ++x) {
            const auto begin = WallTime::ofMs(
                static_cast<std::int64_t>(bench.chart().window()->from() + x * perColumn));
            std::optional<std::int64_t> low;
            std::optional<std::int64_t> high;
            bool isEdge = false;
            for (WallTime t = begin; t < begin + static_cast<std::int64_t>(perColumn); t += 1000) {
                const auto level = levelOf(script, t);
                isEdge = isEdge || !level;
                if (level) {
                    low = std::min(low.value_or(*level), *level);
                    high = std::max(high.value_or(*level), *level);
                }
            }
            const Inked rows = inkedIn(image, static_cast<int>(plot.left()) + x);
            if (!low) {
                // Two pixels of a line that is two pixels wide may reach over the edge of the outage.
                const bool justEnded = levelOf(script, begin - static_cast<std::int64_t>(2 * perColumn)).has_value();
                QVERIFY2(rows.top < 0 || justEnded, qPrintable(QString::number(x)));
                continue;
            }
            ++known;
            if (isEdge) {
                continue;
            }
            const QByteArray where = QByteArray::number(x);
            QVERIFY2(rows.top >= 0, where);
            QVERIFY2(rows.top <= bench.row(static_cast<double>(*high) / 1e8) + 1, where);
            QVERIFY2(rows.bottom >= bench.row(static_cast<double>(*low) / 1e8) - 1, where);
            if (low == high && levelOf(script, begin - static_cast<std::int64_t>(2 * perColumn)) == low) {
                QVERIFY2(rows.bottom - rows.top <= 3, where); // a level that holds is a line and not a band
            }
        }
        QVERIFY(known > 700);
    }

    void anExportedPictureShowsTheSame_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("png") << QStringLiteral("png");
        QTest::newRow("svg") << QStringLiteral("svg");
    }

    // Column by column of the file: the curve reaches from the highest to the lowest that held, and no further, and is
    // not there where nothing was known. Below the call it has the colours of the bars' own lines: there it is only
    // looked whether it is there.
    void anExportedPictureShowsTheSame()
    {
        QFETCH(QString, format);
        if (!QImageReader::supportedImageFormats().contains(format.toLatin1())) {
            QSKIP("Qt cannot read this kind of picture here");
        }
        Bench bench;
        const auto script = day(bench.now());
        bench.play(script, bench.now());
        QImage image = bench.exported(format);
        QCOMPARE(image.size(), QSize(900, 400) * Bench::kExportRatio);
        ChartStyle style = Bench::style();
        style.gutter = Bench::kGutter;
        const QRectF plot = style.plotArea();
        const int wordsAbove = 28 * Bench::kExportRatio; // of the outage
        image = image.copy(0, wordsAbove, image.width(),
                           static_cast<int>(plot.bottom()) * Bench::kExportRatio - wordsAbove);
        const double perColumn = bench.chart().window()->span() / plot.width();
        const auto at = [&](double x) {
            return levelOf(script, WallTime::ofMs(qRound64(bench.chart().window()->from() + x * perColumn)));
        };
        const auto row = [&](std::int64_t level) {
            return bench.row(static_cast<double>(level) / 1e8) * Bench::kExportRatio - wordsAbove;
        };
        int compared = 0;
        int below = 0;
        for (int x = 3; x < static_cast<int>(plot.width()) - 3; ++x) {
            const auto level = at(x + 0.5);
            if (at(x - 3) != level || at(x + 4) != level) {
                continue; // beside a step
            }
            const int column = (static_cast<int>(plot.left()) + x) * Bench::kExportRatio;
            const Inked rows = inkedIn(image, column, QColor(Qt::white));
            const QByteArray where = QByteArray::number(x);
            if (!level) {
                QVERIFY2(rows.top < 0, where);
                continue;
            }
            if (*level <= units(1.1)) {
                QVERIFY2(inkedIn(image.copy(column, qRound(row(*level)) - 4, 1, 9), 0).top >= 0, where);
                ++below;
                continue;
            }
            ++compared;
            QVERIFY2(rows.top >= 0, where);
            QVERIFY2(qAbs(rows.top - row(*level)) <= 4 && qAbs(rows.bottom - row(*level)) <= 4, where);
        }
        QVERIFY(compared > 100 && below > 10);
    }

    void aRestartDrawsTheSame()
    {
        Bench bench;
        bench.play(day(bench.now()), bench.now());
        const QImage before = bench.painted();
        bench.restart();
        QCOMPARE(bench.painted(), before);
    }

    void belowABarTheLineHasItsColour()
    {
        Bench bench;
        const WallTime now = bench.now();
        bench.play({{now - 4 * kHour, units(1.2)},
                    {now - 3 * kHour, units(1.1)}, // at the bar is below it
                    {now - 2 * kHour, units(1.04)},
                    {now - 1 * kHour, units(1.10000001)}},
                   now);
        bench.setRange(HistoryViewModel::All);
        const QImage image = bench.painted();
        const auto is = [&](WallTime time, Qt::GlobalColor color) {
            const Inked rows = inkedIn(image, bench.column(time));
            const Inked own = inkedIn(image, bench.column(time), QColor(color));
            return rows.top >= 0 && rows.top == own.top && rows.bottom == own.bottom;
        };
        QVERIFY(is(now - 7 * kHour / 2, Qt::white));
        QVERIFY(is(now - 5 * kHour / 2, Qt::yellow));
        QVERIFY(is(now - 3 * kHour / 2, Qt::red));
        QVERIFY(is(now - kHour / 2, Qt::white));
    }

    void aDipOfOneSampleIsDrawnAtEveryZoom()
    {
        Bench bench;
        const WallTime now = bench.now();
        const WallTime dip = now - 7 * 24 * kHour - 12'345;
        std::vector<Told> script;
        for (WallTime time = now - 30 * 24 * kHour; time < now; time += 30'000) {
            script.push_back({time, units(1.25 + 0.0001 * static_cast<double>(time.ms() / 30'000 % 9))});
        }
        const auto after = std::ranges::lower_bound(script, dip, {}, &Told::time);
        script.insert(after, {dip, units(0.95)});
        bench.play(script, now);
        bench.setRange(HistoryViewModel::All);
        for (int zoom = 0; zoom < 14; ++zoom) {
            const auto isDrawn = [&] {
                const Inked rows = inkedIn(bench.painted(), std::clamp(bench.column(dip), 52, 890));
                return rows.bottom >= bench.row(0.95) - 1 && rows.top <= bench.row(1.25) + 1;
            };
            QTRY_VERIFY2(isDrawn(), QByteArray::number(zoom));
            const auto *window = bench.chart().window();
            bench.chart().window()->zoom(0.5, (static_cast<double>(dip.ms()) - window->from()) / window->span());
        }
    }

    void anOutageIsHatchedAndSaid()
    {
        Bench bench;
        bench.play(day(bench.now()), bench.now());
        const ChartDrawing drawing = bench.drawing();
        const auto hatched = std::ranges::find(drawing.boxes, true, &ChartDrawing::Box::isHatched);
        QVERIFY(hatched != drawing.boxes.end());
        QVERIFY(qAbs(hatched->area.left() - bench.column(bench.now() - 14 * kHour)) <= 1);
        QVERIFY(qAbs(hatched->area.width() - Bench::style().plotArea().width() / 12) <= 1);
        QVERIFY(std::ranges::any_of(drawing.words,
                                    [](const auto &word) { return word.text.contains(QStringLiteral("2 h 0 min")); }));
    }

    void theDrawingIsWellFormed()
    {
        Bench bench;
        bench.play(day(bench.now()), bench.now());
        ChartStyle style = Bench::style();
        style.gutter = 150;
        style.writesLabels = true;
        ChartDrawing drawing = ChartSketch(bench.chart(), style).draw();
        drawing.words << ChartDrawing::Word {10,  10, QStringLiteral("<&\"'>"), Qt::white, ChartDrawing::Word::Left,
                                             true};
        const QByteArray svg = chartSvg(drawing);
        QXmlStreamReader reader(svg);
        QStringList texts;
        int paths = 0;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement) {
                paths += reader.name() == u"path" ? 1 : 0;
                if (reader.name() == u"text") {
                    texts << reader.readElementText();
                }
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QVERIFY(texts.contains(QStringLiteral("BCH/USDT 1.25")));
        QVERIFY(texts.contains(QStringLiteral("call at or below 1.10")));
        QVERIFY(texts.contains(QStringLiteral("<&\"'>")));
        QVERIFY(paths >= 3);
    }
};

QTEST_MAIN(TestChartSketch)
#include "tst_chartsketch.moc"
