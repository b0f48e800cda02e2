// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/gapexplorer.h"

namespace plimsoll::feed {

GapExplorer::GapExplorer(QUrl base, const monitor::Clock &clock, std::shared_ptr<HostPauses> pauses, QObject *parent)
    : QObject(parent)
    , m_fetcher(std::move(base), clock, std::move(pauses))
{
    m_fetcher.setParent(this);
    connect(&m_fetcher, &KlineFetcher::finished, this, &GapExplorer::onCandles);
}

GapExplorer::~GapExplorer()
{
    if (m_judge != nullptr) {
        m_judge->giveUp();
    }
}

void GapExplorer::explore(const monitor::GapQuestion &question)
{
    m_question = question;
    m_fetcher.fetch(question.symbols, question.report->from, question.report->to);
}

void GapExplorer::onCandles(const KlineResult &result)
{
    if (!m_thread) {
        m_judge = new GapJudge;
        connect(m_judge, &GapJudge::judged, this, &GapExplorer::answered);
        m_thread = std::make_unique<monitor::ThreadHost>(QStringLiteral("gaps"));
        m_thread->adopt(m_judge);
    }
    QMetaObject::invokeMethod(m_judge,
                              [judge = m_judge, question = m_question, result] { judge->judge(question, result); });
}

} // namespace plimsoll::feed
