// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/analysis/chanceviewmodel.h"

#include "viewmodels/analysis/chancewords.h"
#include "viewmodels/common/accounttext.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QThread>

#include <algorithm>

namespace plimsoll::viewmodels {

using margin::Decimal;

namespace {

constexpr int kMostYearly = 10'000; // percent; as `chance` takes them

} // namespace

ChanceViewModel::ChanceViewModel(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent)
    : AnalysisViewModel(relay, format, parent)
    , m_files(new CandleFiles(this))
    , m_results(new ChanceResults(format, this))
    , m_correlations(new CorrelationGrid(format, this))
    , m_run(new LongRun(this))
{
    connect(m_run, &LongRun::progressChanged, this, &ChanceViewModel::progressChanged);
    connect(m_files, &CandleFiles::changed, this, [this] { refuse(m_files->problem()); });
    connect(m_correlations, &CorrelationGrid::changed, this, [this] {
        if (!running()) {
            refuse({}); // what was wrong with them may be right now
        }
    });
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

void ChanceViewModel::compute()
{
    m_correlations->setAssets(chance::makeBook(snapshot()->portfolio().accounts, *snapshot()->rates).assets);
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
    compute(); // the accounts of now
    const auto wished = m_correlations->wished();
    if (!wished) {
        refuse(tr("%1 is no correlation of %2: they are numbers from −1 to 1.")
                   .arg(plainName(wished.error().detail, 40), plainName(wished.error().place, 60)));
        return std::nullopt;
    }
    m_wished = *wished;
    asked.wishes = {*sigmas, *drifts, *wished};
    asked.files = m_files->paths();
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
    refuse(QString()); // before it runs: its answer may come at once
    const auto done = std::make_shared<chance::StudyProgress>(asked->methods.size());
    m_run->start(
        [done] { return done->done(); },
        [asked = std::move(*asked), done](const std::stop_token &stop) { return answerOf(asked, stop, *done); },
        [this](const ChanceOutcome &outcome) { finish(outcome); });
    Q_EMIT changed();
}

void ChanceViewModel::cancel()
{
    if (m_run->cancel()) {
        refuse(tr("Cancelled."));
        Q_EMIT progressChanged();
    }
}

void ChanceViewModel::finish(const ChanceOutcome &outcome)
{
    m_problem.clear();
    if (const auto *refusal = std::get_if<ChanceRefusal>(&outcome)) {
        m_problem = refusalText(*refusal);
    } else if (const auto *answer = std::get_if<std::shared_ptr<const ChanceAnswer>>(&outcome)) {
        m_results->setAnswer(*answer, format().moment(m_asked, m_asked));
        m_correlations->setSimulated((*answer)->market, m_wished);
    }
    Q_EMIT changed();
}

} // namespace plimsoll::viewmodels
