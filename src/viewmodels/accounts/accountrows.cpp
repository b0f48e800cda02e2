// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/accountrows.h"

#include <algorithm>
#include <array>

namespace plimsoll::viewmodels {

namespace {

bool isInCall(const AccountView &view)
{
    return view.state == RiskState::MarginCall || view.state == RiskState::Liquidation;
}

QString textOf(const AccountView &view, int column)
{
    switch (column) {
    case AccountRows::Title: return view.title;
    case AccountRows::TitleAndLeverage:
        return view.leverageText.isEmpty() ? view.title : view.title + u' ' + view.leverageText;
    case AccountRows::State: return view.stateWord;
    case AccountRows::Level: return view.lastLevelText.isEmpty() ? view.levelText : view.lastLevelText;
    case AccountRows::Distance: return view.shortDistance;
    case AccountRows::CallPrice: return view.callPrice;
    default: return view.toSafe;
    }
}

} // namespace

AccountRows::AccountRows(QObject *parent)
    : QObject(parent)
    , m_model(new AccountListModel(this))
{
}

void AccountRows::setFilter(const QString &filter)
{
    if (filter != m_filter) {
        m_filter = filter;
        arrange();
    }
}

void AccountRows::setForm(Form form)
{
    form = std::clamp(form, Automatic, Rows);
    if (form != m_form) {
        m_form = form;
        m_choices.clear();
        arrange();
        Q_EMIT formChosen(form);
    }
}

AccountRows::Form AccountRows::shownForm() const
{
    return m_form != Automatic ? m_form : total() <= kFewAccounts ? Cards : Rows;
}

void AccountRows::setHeld(bool held)
{
    if (held != m_held) {
        m_held = held;
        arrange();
    }
}

void AccountRows::setMostCards(int count)
{
    count = std::clamp(count, 0, kMostCards);
    if (count != m_mostCards) {
        m_mostCards = count;
        arrange();
    }
}

QString AccountRows::countText() const
{
    if (!m_filter.trimmed().isEmpty()) {
        return tr("%1 of %2 accounts").arg(m_model->count()).arg(total());
    }
    return total() == 1 ? tr("1 account") : tr("%1 accounts · most urgent first").arg(total());
}

void AccountRows::toggle(const QString &accountId)
{
    if (const AccountView *row = m_model->find(accountId)) {
        m_choices.insert(accountId, {!row->asCard, row->urgency});
        arrange();
    }
}

int AccountRows::placeOf(const QString &accountId) const
{
    const auto &rows = m_model->rows();
    const auto found = std::ranges::find(rows, accountId, &AccountView::accountId);
    return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
}

void AccountRows::setViews(std::vector<AccountView> views, BootTime now, const QString &totals)
{
    m_totals = totals;
    m_views = std::move(views);
    m_now = now;
    arrange();
}

// Accounts come and go at once; those that stay change places only when nobody is looking for one.
void AccountRows::takeOrder()
{
    QStringList wanted;
    for (const AccountView &view : m_views) {
        wanted << view.accountId;
    }
    const bool rested = !m_moved || m_now - *m_moved >= kHoldMs;
    if (m_order.isEmpty() || (!m_held && rested)) {
        if (wanted != m_order) {
            m_order = wanted;
            m_moved = m_now;
        }
        return;
    }
    m_order.removeIf([&](const QString &id) { return !wanted.contains(id); });
    for (const QString &id : wanted) {
        if (!m_order.contains(id)) {
            m_order << id;
        }
    }
}

bool AccountRows::matches(const AccountView &view) const
{
    const QString all = view.title + u' ' + view.name + u' ' + view.stateWord;
    const QStringList words = m_filter.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(words, [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

// Among many: those in call, most urgent first, else the one nearest to it where it is close. What a person opened or
// closed stays so until it gets worse.
void AccountRows::markCards(std::vector<AccountView> &rows) const
{
    int opened = 0;
    for (AccountView &row : rows) {
        const bool urgent = isInCall(row) || (opened == 0 && row.state == RiskState::EarlyWarning);
        row.asCard = shownForm() == Cards || (urgent && opened < m_mostCards);
        opened += urgent ? 1 : 0;
        const auto choice = m_choices.constFind(row.accountId);
        if (choice != m_choices.cend() && (choice->open || row.urgency >= choice->urgency)) {
            row.asCard = choice->open;
        }
    }
    const auto first = std::ranges::find(rows, false, &AccountView::asCard);
    if (first != rows.end()) {
        first->isFirstRow = true;
    }
}

void AccountRows::arrange()
{
    takeOrder();
    std::vector<AccountView> rows;
    const AccountView *hidden = nullptr;
    for (const QString &id : m_order) {
        const auto view = std::ranges::find(m_views, id, &AccountView::accountId);
        if (matches(*view)) {
            rows.push_back(*view);
        } else if (isInCall(*view) || view->state == RiskState::Unknown) {
            hidden = hidden == nullptr || isMoreUrgent(*view, *hidden) ? &*view : hidden;
        }
    }
    m_hiddenText = hidden == nullptr ? QString() : tr("Not shown here: %1, %2").arg(hidden->title, hidden->stateWord);
    markCards(rows);
    measure(rows);
    m_model->setRows(std::move(rows));
    Q_EMIT changed();
}

// Digits share one width and words do not: the longest by count is not always the widest, one of the three longest is.
void AccountRows::measure(const std::vector<AccountView> &rows)
{
    QVariantList longest;
    for (int column = Title; column <= ToSafe; ++column) {
        std::array<QString, 3> kept;
        for (const AccountView &row : rows) {
            const QString text = textOf(row, column);
            const auto place = std::ranges::find_if(kept, [&](const QString &k) { return text.size() > k.size(); });
            if (place != kept.end() && std::ranges::count(kept, text) == 0) {
                std::move_backward(place, kept.end() - 1, kept.end());
                *place = text;
            }
        }
        longest << QVariant(QStringList(kept.begin(), kept.end()));
    }
    if (longest != m_longest) {
        m_longest = longest;
        Q_EMIT longestChanged();
    }
}

} // namespace plimsoll::viewmodels
