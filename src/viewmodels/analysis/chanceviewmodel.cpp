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
    , m_run(new LongRun(this))
{
    connect(m_run, &LongRun::progressChanged, this, &ChanceViewModel::progressChanged);
    connect(m_files, &CandleFiles::changed, this, [this] { refuse(m_files->problem()); });
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

// "BTC/ETH=0.8 BCH/ETH=0,5": shares from -1 to 1. Said twice, the later one counts.
std::optional<std::map<std::pair<std::string, std::string>, double>> ChanceViewModel::pairs()
{
    std::map<std::pair<std::string, std::string>, double> wished;
    static const QRegularExpression blanks(QStringLiteral("[\\s;]+"));
    static const QRegularExpression form(QStringLiteral("^([^/=]+)/([^/=]+)=(.+)$"));
    const Decimal one = Decimal::fromInteger(1);
    for (const QString &word : m_correlation.split(blanks, Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch parts = form.match(word);
        const auto value = format().parseSigned(parts.captured(3));
        std::pair names(parts.captured(1).toStdString(), parts.captured(2).toStdString());
        if (!parts.hasMatch() || names.first == names.second || !value || *value > one || *value < -one) {
            refuse(tr("%1 is not understood: write BTC/ETH=0.8, from −1 to 1.").arg(plainName(word.toStdString(), 40)));
            return std::nullopt;
        }
        if (names.second < names.first) {
            std::swap(names.first, names.second);
        }
        wished[names] = value->toDoubleForPlot();
    }
    return wished;
}

void ChanceViewModel::fillCorrelation()
{
    const ChanceAnswer *answer = m_results->answer();
    QStringList words;
    for (std::size_t i = 0; answer != nullptr && i < answer->market.assets.size(); ++i) {
        for (std::size_t j = i + 1; j < answer->market.assets.size(); ++j) {
            words << QStringLiteral("%1/%2=%3")
                         .arg(plainName(answer->market.assets[i].asset, 64),
                              plainName(answer->market.assets[j].asset, 64),
                              format().editable(chance::roundedEstimate(answer->market.correlation(i, j))));
        }
    }
    setCorrelation(words.join(u' '));
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
    const auto wished = drifts ? pairs() : std::nullopt;
    if (!wished) {
        return std::nullopt;
    }
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
    }
    Q_EMIT changed();
}

} // namespace plimsoll::viewmodels
