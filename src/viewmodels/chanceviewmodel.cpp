// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chanceviewmodel.h"

#include "viewmodels/accounttext.h"
#include "viewmodels/chancewords.h"
#include "viewmodels/portfoliofiles.h"
#include "wire/candlefile.h"

#include <QtCore/QDir>
#include <QtCore/QRegularExpression>
#include <QtCore/QThread>

#include <algorithm>

namespace plimsoll::viewmodels {

using margin::Decimal;

namespace {

constexpr int kLookMs = 100;
constexpr int kMostYearly = 10'000; // percent; as `chance` takes them

// A file as it is; of a folder what looks like candles.
QStringList candleFiles(const QString &path)
{
    const QDir folder(path);
    if (path.isEmpty() || !folder.exists()) {
        return {path};
    }
    QStringList found;
    for (const QString &name : folder.entryList(
             {QStringLiteral("*.csv"), QStringLiteral("*.csv.gz"), QStringLiteral("*.zip")}, QDir::Files, QDir::Name)) {
        found << folder.filePath(name);
    }
    return found;
}

} // namespace

ChanceViewModel::ChanceViewModel(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent)
    : AnalysisViewModel(relay, format, parent)
    , m_files(new RowListModel<CandleFileRow>(this))
    , m_results(new ChanceResults(format, this))
{
    m_look.setInterval(kLookMs);
    connect(&m_look, &QTimer::timeout, this, &ChanceViewModel::progressChanged);
}

ChanceViewModel::~ChanceViewModel()
{
    if (m_run) {
        m_run->stop.request_stop();
    }
}

double ChanceViewModel::progress() const
{
    return m_run ? m_run->progress.done() : 0;
}

void ChanceViewModel::add(const QString &path)
{
    const QString expanded = expandedPath(path);
    if (expanded.isEmpty()) {
        return;
    }
    inBackground([expanded] { return candleFiles(expanded); }).then(this, [this](const QStringList &paths) {
        paths.isEmpty() ? refuse(tr("There is no .csv, .csv.gz or .zip file in this folder.")) : addFiles(paths);
    });
}

void ChanceViewModel::addFiles(const QStringList &paths)
{
    std::vector<CandleFileRow> rows = m_files->rows();
    for (const QString &path : paths) {
        const bool isNew = std::ranges::find(rows, path, &CandleFileRow::path) == rows.end();
        if (isNew && rows.size() < kMostFiles) {
            rows.push_back({path, plainName(wire::symbolOfFileName(path.toStdString()), 20)});
        }
    }
    m_files->setRows(std::move(rows));
    refuse(QString());
}

void ChanceViewModel::remove(int index)
{
    std::vector<CandleFileRow> rows = m_files->rows();
    if (index >= 0 && index < static_cast<int>(rows.size())) {
        rows.erase(rows.begin() + index);
        m_files->setRows(std::move(rows));
        Q_EMIT changed();
    }
}

void ChanceViewModel::refuse(const QString &problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

// "ETH=80 BCH=95,5": percent a year.
std::optional<std::map<std::string, double>> ChanceViewModel::yearly(const QString &text, bool isSigned)
{
    std::map<std::string, double> rates;
    static const QRegularExpression blanks(QStringLiteral("[\\s;]+"));
    for (const QString &word : text.split(blanks, Qt::SkipEmptyParts)) {
        const qsizetype equals = word.indexOf(u'=');
        const QString number = word.mid(equals + 1);
        const auto value = isSigned ? format().parseSigned(number) : format().parseAmount(number);
        const Decimal most = Decimal::fromInteger(kMostYearly);
        if (equals < 1 || !value || *value > most || *value < -most) {
            refuse(tr("%1 is not understood: write ETH=80 for 80 % a year.").arg(plainName(word.toStdString(), 40)));
            return std::nullopt;
        }
        rates[word.left(equals).toStdString()] = value->toDoubleForPlot() / 100;
    }
    return rates;
}

std::optional<ChanceQuestion> ChanceViewModel::question()
{
    ChanceQuestion asked;
    bool pathsFit = false;
    bool seedFits = false;
    QString digits = m_paths;
    asked.simulation.paths = digits.remove(format().locale().groupSeparator()).trimmed().toULongLong(&pathsFit);
    asked.simulation.seed = m_seed.trimmed().toULongLong(&seedFits);
    asked.simulation.horizons = {chance::kLongStepMs, chance::kDayMs, 7 * chance::kDayMs, 30 * chance::kDayMs};
    asked.simulation.threads = static_cast<unsigned>(
        std::max(1, QThread::idealThreadCount() - 1)); // one for the window
    if (!pathsFit || !chance::validated(asked.simulation)) {
        refuse(tr("The number of paths is a whole number from 1 to %1.")
                   .arg(format().locale().toString(qulonglong {chance::SimulationOptions::kMostPaths})));
        return std::nullopt;
    }
    if (!seedFits) {
        refuse(tr("The seed is a whole number from 0 on."));
        return std::nullopt;
    }
    const std::array wanted {m_randomWalk, m_realDays, m_jumps};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i]) {
            asked.methods.push_back(chance::kAllMethods[i]);
        }
    }
    if (asked.methods.empty()) {
        refuse(tr("Choose at least one method."));
        return std::nullopt;
    }
    const auto sigmas = yearly(m_sigma, false);
    const auto drifts = sigmas ? yearly(m_drift, true) : std::nullopt;
    if (!drifts) {
        return std::nullopt;
    }
    asked.wishes = {*sigmas, *drifts};
    for (const CandleFileRow &row : m_files->rows()) {
        asked.files << row.path;
    }
    return asked;
}

void ChanceViewModel::run()
{
    if (running()) {
        return;
    }
    if (!snapshot() || !snapshot()->loaded || !snapshot()->rates || snapshot()->portfolio().accounts.empty()) {
        refuse(tr("There is no account yet."));
        return;
    }
    auto asked = question();
    if (!asked) {
        return;
    }
    asked->accounts = snapshot()->portfolio().accounts;
    asked->rates = snapshot()->rates;
    m_asked = snapshot()->wallTime;
    m_run = std::make_shared<Run>(asked->methods.size());
    m_look.start();
    refuse(QString());
    inBackground([asked = std::move(*asked), run = m_run] {
        return answerOf(asked, run->stop.get_token(), run->progress);
    }).then(this, [this, run = m_run](const ChanceOutcome &outcome) {
        if (run == m_run) { // else it was cancelled
            finish(outcome);
        }
    });
}

void ChanceViewModel::cancel()
{
    if (m_run) {
        m_run->stop.request_stop();
        m_run.reset();
        m_look.stop();
        refuse(tr("Cancelled."));
        Q_EMIT progressChanged();
    }
}

void ChanceViewModel::finish(const ChanceOutcome &outcome)
{
    m_run.reset();
    m_look.stop();
    m_problem.clear();
    if (const auto *refusal = std::get_if<ChanceRefusal>(&outcome)) {
        m_problem = refusalText(*refusal);
    } else if (const auto *answer = std::get_if<std::shared_ptr<const ChanceAnswer>>(&outcome)) {
        m_results->setAnswer(*answer, format().moment(m_asked, m_asked));
    }
    Q_EMIT changed();
    Q_EMIT progressChanged();
}

RowRoles<CandleFileRow> CandleFileRow::roles()
{
    return {{"path", &CandleFileRow::path}, {"symbol", &CandleFileRow::symbol}};
}

} // namespace plimsoll::viewmodels
