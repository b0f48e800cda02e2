// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/liquidationnoticeviewmodel.h"

#include "margin/assessment.h"
#include "margin/leveltext.h"
#include "viewmodels/common/accounttext.h"

#include <algorithm>

namespace plimsoll::viewmodels {

using margin::Status;

LiquidationNoticeViewModel::LiquidationNoticeViewModel(monitor::HistoryPort &history, monitor::SnapshotRelay &relay,
                                                       const DisplayFormat &format, bool example, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_format(format)
    , m_example(example)
{
    connect(&relay, &monitor::SnapshotRelay::snapshotReady, this, &LiquidationNoticeViewModel::take);
    if (relay.current()) {
        take(relay.current());
    }
}

void LiquidationNoticeViewModel::take(const monitor::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (!snapshot->loaded) {
        return;
    }
    for (std::size_t i = 0; i < snapshot->verdicts.size(); ++i) {
        const margin::Verdict &verdict = snapshot->verdicts[i];
        if (!verdict.account) {
            continue;
        }
        const auto [last, isNew] = m_last.try_emplace(verdict.account->id);
        const bool justClosed = !isNew && verdict.status == Status::Liquidated
            && last->second.status != Status::Liquidated;
        if (verdict.status == Status::Liquidation) {
            last->second.trigger = triggerOf(verdict);
        }
        last->second.status = verdict.status;
        if (justClosed) {
            open(QString::fromStdString(verdict.account->id));
        }
    }
    std::erase_if(m_queue, [&](const std::string &id) { return snapshot->find(id) == nullptr; });
    show();
}

QString LiquidationNoticeViewModel::triggerOf(const margin::Verdict &verdict) const
{
    const margin::Assessment assessment = m_snapshot->describe(verdict);
    QStringList prices;
    for (const margin::AssetLine &line : assessment.lines) {
        if (line.rate.known() && line.rate.asOf != INT64_MAX && prices.size() < 3) {
            prices << QStringLiteral("%1 %2").arg(plainName(line.asset, 20),
                                                  m_format.price(line.rate.down, margin::Rounding::Down));
        }
    }
    const QString text = tr("Level %1, at or below the liquidation ratio %2")
                             .arg(levelOrDash(m_format, assessment),
                                  ratioText(m_format, verdict.account->thresholds.liquidation));
    return prices.isEmpty() ? text : tr("%1, with %2").arg(text, prices.join(QStringLiteral(", ")));
}

void LiquidationNoticeViewModel::open(const QString &accountId)
{
    const std::string id = accountId.toStdString();
    if (std::find(m_queue.begin(), m_queue.end(), id) == m_queue.end()) {
        m_queue.push_back(id);
        if (m_last[id].trigger.isEmpty()) {
            askTrigger(id);
        }
    }
    show();
}

void LiquidationNoticeViewModel::askTrigger(const std::string &id)
{
    constexpr int kEnough = 20;
    m_history.statusHistory(id, kEnough)
        .then(this, [this, id](const Result<std::vector<monitor::StatusRecord>> &records) {
            if (!records) {
                return; // the notice stays without it
            }
            const monitor::StatusRecord *newest = nullptr;
            for (const monitor::StatusRecord &record : *records) {
                if (record.level && (record.to == Status::Liquidation || record.to == Status::Liquidated)
                    && (newest == nullptr || record.time > newest->time)) {
                    newest = &record;
                }
            }
            if (newest != nullptr && m_last[id].trigger.isEmpty()) {
                const QString level = ratioText(m_format, *newest->level);
                m_last[id].trigger = m_example
                    ? tr("Level %1").arg(level) // a day of the story is no time of this clock
                    : tr("Level %1 at %2").arg(level, m_format.dateTime(newest->time));
                show();
            }
        });
}

void LiquidationNoticeViewModel::close()
{
    if (!m_queue.empty()) {
        m_queue.pop_front();
        show();
    }
}

void LiquidationNoticeViewModel::show()
{
    const margin::Verdict *verdict = m_queue.empty() || !m_snapshot ? nullptr : m_snapshot->find(m_queue.front());
    if (verdict != nullptr) {
        const margin::Account &account = *verdict->account;
        const QString label = accountLabel(account);
        const bool isolated = account.mode == margin::MarginMode::Isolated;
        const bool closed = verdict->status == Status::Liquidated;
        m_riskState = riskStateOf(*verdict);
        m_canRecord = verdict->status == Status::Liquidation;
        m_title = closed ? tr("%1 was liquidated").arg(label) : tr("%1 is at liquidation").arg(label);
        m_whatText = closed
            ? tr("Everything in it was sold to repay its debt. Its balances are 0 and a level does not apply any more.")
            : tr(
                "The exchange may sell everything in it to repay its debt at any moment, and may have done so already. "
                "Look at the exchange; if it did, record it here.");
        m_triggerText = m_last[account.id].trigger;
        m_lossText = isolated
            ? tr(
                "Only this pair is concerned. An isolated account stands alone: nothing was added to it automatically, "
                "and its loss touches no other account.")
            : tr("Cross accounts share everything: all positions of the account are concerned. Isolated accounts are "
                 "not.");
        if (account.contributed && account.contributed->isPositive()) {
            const QString own = QStringLiteral("%1 %2").arg(
                m_format.money(account.contributed, account.quoteAsset, margin::Rounding::Up),
                plainName(account.quoteAsset, 20));
            m_lossText = (closed ? tr("Lost: the %1 of your own that were put in.")
                                 : tr("At stake: the %1 of your own that were put in."))
                             .arg(own)
                + u' ' + m_lossText;
        }
        m_others.clear();
        for (std::size_t i = 0; i < m_snapshot->verdicts.size() && m_others.size() < 6; ++i) {
            const margin::Verdict &other = m_snapshot->verdicts[i];
            if (other.account && other.account != verdict->account && other.status != Status::Liquidated) {
                const margin::Assessment seen = m_snapshot->describe(other);
                m_others << tr("%1: %2 %3")
                                .arg(accountLabel(*other.account), levelOrDash(m_format, seen),
                                     stateWord(riskStateOf(seen)));
            }
        }
    }
    Q_EMIT changed();
}

} // namespace plimsoll::viewmodels
