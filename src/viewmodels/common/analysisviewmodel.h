// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/promise.h"
#include "ports/snapshotrelay.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

#include <utility>

namespace plimsoll::viewmodels {

/// What the pages of analyses have in common: they work only while they are seen, compute on a pool thread, for new
/// prices at most once in kPauseMs and one computation after the other, for what a person chose at once; an answer to
/// an older question than the newest is dropped. GUI thread.
class AnalysisViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// The page is seen; else nothing is computed.
    Q_PROPERTY(bool active READ active WRITE setActive NOTIFY changed FINAL)

public:
    static constexpr int kPauseMs = 1000;

    [[nodiscard]] bool active() const { return m_active; }
    void setActive(bool active);

Q_SIGNALS:
    void changed();

protected:
    AnalysisViewModel(monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent);

    /// Asks about snapshot(), which is loaded and has rates.
    virtual void compute() = 0;
    /// compute(), where the page is seen and there is something to compute from.
    void recompute();

    /// The newest that arrived, or nullptr.
    [[nodiscard]] const monitor::SnapshotPtr &snapshot() const { return m_snapshot; }
    [[nodiscard]] const DisplayFormat &format() const { return m_format; }

    /// Calls `show` with the answer, unless something else was asked meanwhile.
    template<typename Answer, typename Show>
    void await(Future<Answer> answer, Show show)
    {
        m_waiting = true;
        answer.then(this, [this, question = ++m_question, show = std::move(show)](const Answer &given) {
            if (question == m_question) {
                m_waiting = false;
                show(given);
                catchUp();
            }
        });
    }
    /// The same of `work`, which runs on a pool thread and may only use values.
    template<typename Work, typename Show>
    void ask(Work work, Show show)
    {
        await(inBackground(std::move(work)), std::move(show));
    }

private:
    void take(const monitor::SnapshotPtr &snapshot);
    void catchUp();

    const DisplayFormat &m_format;
    monitor::SnapshotPtr m_snapshot;
    monitor::SnapshotPtr m_asked; ///< what the newest question was about
    QTimer m_pause;
    int m_question = 0; ///< only the newest is answered
    bool m_waiting = false;
    bool m_active = false;
};

} // namespace plimsoll::viewmodels
