// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/forms/announcedbarseditor.h"

#include "margin/lookahead.h"
#include "viewmodels/accounts/barsaheadtext.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/refusaltext.h"
#include "wording/utcmoment.h"

namespace plimsoll::viewmodels {

namespace {
constexpr int kLongestText = 100;
} // namespace

AnnouncedBarsEditor::AnnouncedBarsEditor(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    connect(&m_services.relay, &monitor::SnapshotRelay::snapshotReady, this, [this] {
        if (!m_account.empty()) {
            showRows(); // what they would do follows the newest prices
        }
    });
}

const margin::Account *AnnouncedBarsEditor::account() const
{
    const auto now = m_services.relay.current();
    const margin::Verdict *verdict = now ? now->find(m_account) : nullptr;
    return verdict != nullptr ? verdict->account.get() : nullptr;
}

void AnnouncedBarsEditor::open(std::string accountId)
{
    m_account = std::move(accountId);
    m_isOpen = false;
    m_confirmation.restart();
    showRows();
    Q_EMIT changed();
}

void AnnouncedBarsEditor::openNew()
{
    const margin::Account *edited = account();
    if (edited == nullptr) {
        return;
    }
    m_isOpen = true;
    m_confirmation.restart();
    m_when.clear();
    m_bars = BarsDraft::of(edited->announced.empty() ? edited->thresholds : edited->announced.back().bars,
                           m_services.format);
    check();
}

void AnnouncedBarsEditor::close()
{
    m_isOpen = false;
    Q_EMIT changed();
}

void AnnouncedBarsEditor::edit(QString &field, const QString &text)
{
    if (field != text) {
        field = text.left(kLongestText);
        check();
    }
}

void AnnouncedBarsEditor::check()
{
    m_whenError.clear();
    m_barsError.clear();
    m_moment = wording::readUtcMoment(m_when);
    if (!m_moment && !m_when.trimmed().isEmpty()) {
        m_whenError = tr("Moments are written like 2026-12-01 08:00.");
    } else if (m_moment && *m_moment <= m_services.clock.wallTime()) {
        m_moment.reset();
        m_whenError = tr("That moment has passed: change the bars above.");
    }
    m_read = m_bars.read(m_services.format, m_barsError);
    Q_EMIT changed();
}

QString AnnouncedBarsEditor::whenEcho() const
{
    return m_moment ? tr("= %1 by this computer").arg(m_services.format.dateTime(*m_moment)) : QString();
}

void AnnouncedBarsEditor::showRows()
{
    const margin::Account *edited = account();
    const auto now = m_services.relay.current();
    std::vector<AnnouncedBarsRow> rows;
    if (edited != nullptr && now->rates) {
        for (const margin::BarsAhead &ahead : margin::judgeAnnounced(*edited, *now->rates)) {
            const WallTime from = ahead.announced.from;
            rows.push_back({QString::number(from.ms()),
                            tr("From %1 UTC, %2 by this computer")
                                .arg(wording::utcMomentText(from), m_services.format.dateTime(from)),
                            wording::barsText(m_services.format, ahead.announced.bars), barsEffectText(ahead),
                            riskStateOf(ahead.decision)});
        }
    }
    m_rows.setRows(std::move(rows));
}

void AnnouncedBarsEditor::save()
{
    if (!savable() || !m_confirmation.begin()) {
        return;
    }
    Q_EMIT changed();
    m_services.commands.announceBars(m_account, {*m_moment, *m_read})
        .then(this, [this, id = m_confirmation.id(), moment = *m_moment](const Result<Done> &kept) {
            finish(id, tr("New bars from %1 are kept").arg(m_services.format.dateTime(moment)), kept);
        });
}

void AnnouncedBarsEditor::remove(const QString &key)
{
    if (!m_confirmation.begin()) {
        return;
    }
    Q_EMIT changed();
    const WallTime moment = WallTime::ofMs(key.toLongLong());
    m_services.commands.withdrawBars(m_account, moment)
        .then(this, [this, id = m_confirmation.id(), moment](const Result<Done> &removed) {
            const bool isGone = removed || removed.error().code == ErrorCode::NotFound; // by whomever
            finish(id, tr("New bars from %1 are forgotten").arg(m_services.format.dateTime(moment)),
                   isGone ? Result<Done>(Done {}) : removed);
        });
}

// The answer may come after another account was opened: then only what happened is told.
void AnnouncedBarsEditor::finish(const std::string &id, const QString &success, const Result<Done> &result)
{
    const bool isOurs = id == m_confirmation.id();
    if (result) {
        Q_EMIT told(success);
    }
    if (!isOurs) {
        return;
    }
    if (result) {
        m_confirmation.restart();
        m_isOpen = false;
        showRows();
    } else {
        m_confirmation.fail(failureText(result.error()));
    }
    Q_EMIT changed();
}

RowRoles<AnnouncedBarsRow> AnnouncedBarsRow::roles()
{
    return {{"key", &AnnouncedBarsRow::key},
            {"whenText", &AnnouncedBarsRow::whenText},
            {"barsText", &AnnouncedBarsRow::barsText},
            {"effectText", &AnnouncedBarsRow::effectText},
            {"riskState", &AnnouncedBarsRow::state}};
}

} // namespace plimsoll::viewmodels
