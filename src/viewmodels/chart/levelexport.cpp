// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/levelexport.h"

#include "ports/promise.h"
#include "viewmodels/chart/axistime.h"
#include "viewmodels/chart/levelchartviewmodel.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/portfoliofiles.h"
#include "viewmodels/common/refusaltext.h"

#include <algorithm>
#include <array>

namespace plimsoll::viewmodels {

namespace {

constexpr std::array kSuffixes {".png", ".svg", ".csv"};

} // namespace

LevelExport::LevelExport(LevelChartViewModel &chart, monitor::Stores &stores, bool example)
    : QObject(&chart)
    , m_chart(chart)
    , m_stores(stores)
    , m_example(example)
    , m_path(QStringLiteral("~/plimsoll-levels.png"))
{
}

QStringList LevelExport::formatNames() const
{
    return {tr("Picture (PNG)"), tr("Drawing (SVG)"), tr("Levels (CSV)")};
}

// The name's ending follows the format as long as it is the ending of another one.
void LevelExport::setFormat(Format format)
{
    format = std::clamp(format, Png, Csv);
    const QString before = QLatin1String(kSuffixes[m_format]);
    m_format = format;
    if (m_path.endsWith(before)) {
        m_path.chop(before.size());
        m_path += QLatin1String(kSuffixes[format]);
    }
    m_asksOverwrite = false;
    m_problem.clear();
    Q_EMIT changed();
}

void LevelExport::setPath(const QString &path)
{
    if (path != m_path) {
        m_path = path;
        m_busy = m_asksOverwrite = false;
        ++m_generation;
        m_problem.clear();
        Q_EMIT changed();
    }
}

void LevelExport::open()
{
    m_isOpen = true;
    m_busy = m_asksOverwrite = false;
    m_problem.clear();
    if (!m_folder.isEmpty()) {
        m_path = movedTo(m_folder, m_path);
    }
    m_pathAtOpening = m_path;
    ++m_generation;
    Q_EMIT changed();
}

void LevelExport::close()
{
    if (m_isOpen) {
        m_isOpen = m_busy = false;
        ++m_generation;
        Q_EMIT changed();
    }
}

int LevelExport::start()
{
    m_busy = true;
    m_problem.clear();
    Q_EMIT changed();
    return m_generation;
}

void LevelExport::writePicture(const QByteArray &picture, bool overwrite)
{
    if (m_busy || m_path.trimmed().isEmpty()) {
        return;
    }
    const Target target {start(), expandedPath(m_path), overwrite};
    inBackground([target, picture] {
        return writePrivateFile(target.path, picture.toStdString(), target.overwrite);
    }).then(this, [this, target](const Result<monitor::Privacy> &result) { finish(result, target); });
}

void LevelExport::writeLevels(bool overwrite)
{
    if (m_busy || m_path.trimmed().isEmpty()) {
        return;
    }
    const Target target {start(), expandedPath(m_path), overwrite};
    std::vector<ExportedLine> lines;
    for (const ChartLine &line : m_chart.lines()->rows()) {
        if (line.part != ChartLine::Muted) {
            lines.push_back({line.lineId.toStdString(), line.title.toStdString(), m_chart.track(line.lineId)});
        }
    }
    gather(std::move(lines), 0, target);
}

// One account after the other: when its bars changed, and every sample that is kept; those of a story are in memory.
void LevelExport::gather(std::vector<ExportedLine> lines, std::size_t next, const Target &target)
{
    if (next == lines.size()) {
        gatherCurve(std::move(lines), target);
        return;
    }
    const std::string account = lines[next].account;
    m_stores.barChanges(account, 0)
        .then(this,
              [this, lines = std::move(lines), next,
               target](const Result<std::vector<monitor::BarChange>> &bars) mutable {
                  if (!bars) {
                      finish(bars.error(), target);
                      return;
                  }
                  lines[next].barChanges = *bars;
                  m_example ? gather(std::move(lines), next + 1, target) : gatherLevels(std::move(lines), next, target);
              });
}

void LevelExport::gatherLevels(std::vector<ExportedLine> lines, std::size_t next, const Target &target)
{
    const std::string account = lines[next].account;
    m_stores.levelTrack(account, momentAt(m_chart.window()->from()), momentAt(m_chart.window()->to()), 1)
        .then(this, [this, lines = std::move(lines), next, target](const Result<monitor::LevelTrack> &track) mutable {
            if (!track) {
                finish(track.error(), target);
                return;
            }
            lines[next].track = *track;
            gather(std::move(lines), next + 1, target);
        });
}

// The further curve is that of the chosen account.
void LevelExport::gatherCurve(std::vector<ExportedLine> lines, const Target &target)
{
    ChartCurve &curve = *m_chart.curve();
    const auto chosen = std::ranges::find(lines, m_chart.chosenAccount(), &ExportedLine::account);
    if (!curve.isShown() || chosen == lines.end()) {
        writeCsv(std::move(lines), target);
        return;
    }
    const auto place = chosen - lines.begin();
    curve.exported(stretchesOf(chosen->track), momentAt(m_chart.window()->from()), momentAt(m_chart.window()->to()))
        .then(this, [this, lines = std::move(lines), place, target](const Result<ExportedCurve> &made) mutable {
            if (!made) {
                finish(made.error(), target);
                return;
            }
            lines[static_cast<std::size_t>(place)].curve = *made;
            writeCsv(std::move(lines), target);
        });
}

void LevelExport::writeCsv(std::vector<ExportedLine> lines, const Target &target)
{
    inBackground([lines = std::move(lines), target, from = momentAt(m_chart.window()->from()),
                  to = momentAt(m_chart.window()->to())] {
        return writePrivateFile(target.path, levelCsv(lines, from, to), target.overwrite);
    }).then(this, [this, target](const Result<monitor::Privacy> &result) { finish(result, target); });
}

// The answer may come after the form was closed, or is about another file: then it is told, and the form is left alone.
void LevelExport::finish(const Result<monitor::Privacy> &result, const Target &target)
{
    if (target.generation == m_generation) {
        m_busy = false;
        m_asksOverwrite = !result && result.error().code == ErrorCode::Conflict;
        m_problem = result || m_asksOverwrite ? QString() : failureText(result.error());
        if (result) {
            m_isOpen = false;
            ++m_generation;
        }
        Q_EMIT changed();
    } else if (!result) {
        Q_EMIT notExported(failureText(result.error()));
    }
    if (result) {
        Q_EMIT exportedTo(target.path);
        Q_EMIT exported(
            withPrivacy(tr("The chart was written to %1.").arg(plainName(target.path.toStdString(), 120)), *result));
    }
}

} // namespace plimsoll::viewmodels
