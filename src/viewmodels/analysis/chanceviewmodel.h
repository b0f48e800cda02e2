// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "viewmodels/analysis/chancequestion.h"
#include "viewmodels/analysis/chanceresults.h"
#include "viewmodels/analysis/correlationgrid.h"
#include "viewmodels/common/analysisviewmodel.h"
#include "viewmodels/common/candlefiles.h"
#include "viewmodels/common/longrun.h"

#include <QtCore/QStringList>

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace plimsoll::viewmodels {

/// How likely calls and liquidations are: what a person asks, the run with its progress, and what came out. It runs
/// when asked only; what came out stays until the next run. GUI thread; reading and simulating happen on pool threads.
/// More than 20 public functions: one property for each field of the form.
class ChanceViewModel : public plimsoll::viewmodels::AnalysisViewModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::viewmodels::CandleFiles *files READ files CONSTANT FINAL)
    // Which methods: at least one.
    Q_PROPERTY(bool randomWalk READ randomWalk WRITE setRandomWalk NOTIFY changed FINAL)
    Q_PROPERTY(bool realDays READ realDays WRITE setRealDays NOTIFY changed FINAL)
    Q_PROPERTY(bool jumps READ jumps WRITE setJumps NOTIFY changed FINAL)
    // As typed. Sigma and drift per year: "ETH=80 BCH=95" in percent; empty: as in the files, and none.
    Q_PROPERTY(QString paths READ paths WRITE setPaths NOTIFY changed FINAL)
    Q_PROPERTY(QString seed READ seed WRITE setSeed NOTIFY changed FINAL)
    Q_PROPERTY(QString sigma READ sigma WRITE setSigma NOTIFY changed FINAL)
    Q_PROPERTY(QString drift READ drift WRITE setDrift NOTIFY changed FINAL)
    /// Of the random walk, in place of those of the files.
    Q_PROPERTY(plimsoll::viewmodels::CorrelationGrid *correlations READ correlations CONSTANT FINAL)
    Q_PROPERTY(bool running READ running NOTIFY changed FINAL)
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged FINAL) ///< 0 to 1
    /// Why it does not run; else empty.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(plimsoll::viewmodels::ChanceResults *results READ results CONSTANT FINAL)

public:
    ChanceViewModel(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent = nullptr);

    [[nodiscard]] CandleFiles *files() const { return m_files; }
    [[nodiscard]] bool randomWalk() const { return m_randomWalk; }
    void setRandomWalk(bool on) { set(m_randomWalk, on); }
    [[nodiscard]] bool realDays() const { return m_realDays; }
    void setRealDays(bool on) { set(m_realDays, on); }
    [[nodiscard]] bool jumps() const { return m_jumps; }
    void setJumps(bool on) { set(m_jumps, on); }
    [[nodiscard]] QString paths() const { return m_paths; }
    void setPaths(const QString &paths) { set(m_paths, paths); }
    [[nodiscard]] QString seed() const { return m_seed; }
    void setSeed(const QString &seed) { set(m_seed, seed); }
    [[nodiscard]] QString sigma() const { return m_sigma; }
    void setSigma(const QString &sigma) { set(m_sigma, sigma); }
    [[nodiscard]] QString drift() const { return m_drift; }
    void setDrift(const QString &drift) { set(m_drift, drift); }
    [[nodiscard]] CorrelationGrid *correlations() const { return m_correlations; }
    [[nodiscard]] bool running() const { return m_run->isRunning(); }
    [[nodiscard]] double progress() const { return m_run->progress(); }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] ChanceResults *results() const { return m_results; }

    Q_INVOKABLE void run();
    Q_INVOKABLE void cancel(); ///< at once; what came out before stays

Q_SIGNALS:
    void progressChanged();

protected:
    void compute() override; ///< only what there is to correlate: it runs when a person asks

private:
    template<typename Value>
    void set(Value &value, const Value &now)
    {
        if (value != now) {
            value = now;
            m_problem.clear();
            Q_EMIT changed();
        }
    }
    void refuse(const QString &problem);
    void finish(const ChanceOutcome &outcome);
    [[nodiscard]] std::optional<ChanceQuestion> question();
    [[nodiscard]] std::optional<std::map<std::string, double>> yearly(const QString &text, bool isSigned);

    CandleFiles *m_files;
    ChanceResults *m_results;
    CorrelationGrid *m_correlations;
    std::map<CorrelationGrid::Pair, double> m_wished; ///< of the newest run
    LongRun *m_run;
    WallTime m_asked; ///< of the prices that the newest run began with
    bool m_randomWalk = true;
    bool m_realDays = false;
    bool m_jumps = false;
    QString m_paths = QStringLiteral("20000");
    QString m_seed = QStringLiteral("1");
    QString m_sigma;
    QString m_drift;
    QString m_problem;
};

} // namespace plimsoll::viewmodels
