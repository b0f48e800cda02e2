// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/levelexport.h"

#include "viewmodels/background.h"
#include "viewmodels/levelchartviewmodel.h"
#include "viewmodels/portfoliofiles.h"
#include "viewmodels/refusaltext.h"

#include <algorithm>

namespace plimsoll::viewmodels {

namespace {

constexpr const char *kSuffixes[] {".png", ".svg", ".csv"};

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
void LevelExport::setFormat(int format)
{
    format = std::clamp<int>(format, Png, Csv);
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
        m_asksOverwrite = false;
        m_problem.clear();
        Q_EMIT changed();
    }
}

void LevelExport::open()
{
    m_isOpen = true;
    m_asksOverwrite = false;
    m_problem.clear();
    Q_EMIT changed();
}

void LevelExport::close()
{
    if (m_isOpen) {
        m_isOpen = false;
        Q_EMIT changed();
    }
}

void LevelExport::start()
{
    m_busy = true;
    m_problem.clear();
    Q_EMIT changed();
}

void LevelExport::writePicture(const QByteArray &picture, bool overwrite)
{
    if (m_busy || m_path.trimmed().isEmpty()) {
        return;
    }
    start();
    inBackground([path = expandedPath(m_path), picture, overwrite] {
        return writePrivateFile(path, picture.toStdString(), overwrite);
    }).then(this, [this](const Result<monitor::Privacy> &result) { finish(result); });
}

void LevelExport::writeLevels(bool overwrite)
{
    if (m_busy || m_path.trimmed().isEmpty()) {
        return;
    }
    start();
    std::vector<ExportedLine> lines;
    for (const ChartLine &line : m_chart.lines()->rows()) {
        if (line.part != ChartLine::Muted) {
            lines.push_back({line.lineId.toStdString(), line.title.toStdString(), m_chart.track(line.lineId)});
        }
    }
    m_example ? writeCsv(std::move(lines), overwrite) : gather(std::move(lines), 0, overwrite);
}

// One account after the other, every sample that is kept.
void LevelExport::gather(std::vector<ExportedLine> lines, std::size_t next, bool overwrite)
{
    if (next == lines.size()) {
        writeCsv(std::move(lines), overwrite);
        return;
    }
    const std::string account = lines[next].account;
    m_stores
        .levelTrack(account, static_cast<std::int64_t>(m_chart.window()->from()),
                    static_cast<std::int64_t>(m_chart.window()->to()), 1)
        .then(this,
              [this, lines = std::move(lines), next, overwrite](const Result<monitor::LevelTrack> &track) mutable {
                  if (!track) {
                      finish(track.error());
                      return;
                  }
                  lines[next].track = *track;
                  gather(std::move(lines), next + 1, overwrite);
              });
}

void LevelExport::writeCsv(std::vector<ExportedLine> lines, bool overwrite)
{
    inBackground([lines = std::move(lines), path = expandedPath(m_path), overwrite,
                  from = static_cast<std::int64_t>(m_chart.window()->from()),
                  to = static_cast<std::int64_t>(m_chart.window()->to())] {
        return writePrivateFile(path, levelCsv(lines, from, to), overwrite);
    }).then(this, [this](const Result<monitor::Privacy> &result) { finish(result); });
}

void LevelExport::finish(const Result<monitor::Privacy> &result)
{
    m_busy = false;
    m_asksOverwrite = !result && result.error().code == ErrorCode::Conflict;
    m_problem = result || m_asksOverwrite ? QString() : failureText(result.error());
    if (result) {
        m_isOpen = false;
        Q_EMIT exported(withPrivacy(tr("The chart was written to %1.").arg(expandedPath(m_path)), *result));
    }
    Q_EMIT changed();
}

} // namespace plimsoll::viewmodels
