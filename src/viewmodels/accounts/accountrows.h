// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "viewmodels/accounts/accountlistmodel.h"
#include "viewmodels/common/levelscale.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace plimsoll::viewmodels {

/// How the isolated accounts are laid out: which are shown in full and which as one line, in which order, and which a
/// filter leaves. A row changes its place at most once in kHoldMs, and never while somebody points at the list or has
/// the keyboard in it. Decides nothing about accounts. GUI thread.
class AccountRows : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::viewmodels::RowModel *model READ model CONSTANT FINAL)
    /// Words that an account's title, name or state must contain; case does not matter.
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed FINAL)
    Q_PROPERTY(Form form READ form WRITE setForm NOTIFY changed FINAL)
    /// What the form is now: Cards or Rows.
    Q_PROPERTY(Form shownForm READ shownForm NOTIFY changed FINAL)
    /// The pointer or the keyboard is in the list: no row changes its place.
    Q_PROPERTY(bool held READ held WRITE setHeld NOTIFY changed FINAL)
    /// How many accounts in call open by themselves, 0..kMostCards: as many as there is room for above a few rows.
    Q_PROPERTY(int mostCards READ mostCards WRITE setMostCards NOTIFY changed FINAL)
    /// Where the marks of the rows' bars stand, 0..1 (LevelScale).
    Q_PROPERTY(double liquidationPlace READ liquidationPlace CONSTANT FINAL)
    Q_PROPERTY(double callPlace READ callPlace CONSTANT FINAL)
    Q_PROPERTY(double initialPlace READ initialPlace CONSTANT FINAL)
    /// All accounts, those that the filter hides too.
    Q_PROPERTY(int total READ total NOTIFY changed FINAL)
    /// "12 accounts · most urgent first"; with a filter "3 of 12 accounts".
    Q_PROPERTY(QString countText READ countText NOTIFY changed FINAL)
    /// What all of them hold and owe together (totalsText()); empty while a filter leaves some out.
    Q_PROPERTY(QString totalsText READ totalsText NOTIFY changed FINAL)
    /// The accounts that the filter hides include one in call, in liquidation or without a level: in words; else empty.
    Q_PROPERTY(QString hiddenText READ hiddenText NOTIFY changed FINAL)
    /// For each Column the few longest texts in it: a column is as wide as the widest of them.
    Q_PROPERTY(QVariantList longest READ longest NOTIFY longestChanged FINAL)

public:
    enum Form { Automatic, Cards, Rows };
    Q_ENUM(Form)
    enum Column { Title, TitleAndLeverage, State, Level, Distance, CallPrice, ToSafe };
    Q_ENUM(Column)
    static constexpr std::int64_t kHoldMs = 5000;
    static constexpr int kFewAccounts = 3; ///< up to here all of them are cards, unless somebody wants rows
    static constexpr int kMostCards = 3;

    explicit AccountRows(QObject *parent = nullptr);

    [[nodiscard]] AccountListModel *model() const { return m_model; }
    /// All accounts, most urgent first; those that are shown now are the model's.
    [[nodiscard]] const std::vector<AccountView> &views() const { return m_views; }
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    [[nodiscard]] Form form() const { return m_form; }
    void setForm(Form form);
    [[nodiscard]] Form shownForm() const;
    [[nodiscard]] bool held() const { return m_held; }
    void setHeld(bool held);
    [[nodiscard]] int mostCards() const { return m_mostCards; }
    void setMostCards(int count);
    [[nodiscard]] double liquidationPlace() const { return LevelScale::kLiquidationPlace; }
    [[nodiscard]] double callPlace() const { return LevelScale::kCallPlace; }
    [[nodiscard]] double initialPlace() const { return LevelScale::kInitialPlace; }
    [[nodiscard]] int total() const { return static_cast<int>(m_views.size()); }
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QString totalsText() const { return m_filter.trimmed().isEmpty() ? m_totals : QString(); }
    [[nodiscard]] QString hiddenText() const { return m_hiddenText; }
    [[nodiscard]] QVariantList longest() const { return m_longest; }

    /// From card to row and back. One that was closed opens again when its account gets worse.
    Q_INVOKABLE void toggle(const QString &accountId);

    /// Where an account's row stands; -1 where the filter hides it.
    Q_INVOKABLE [[nodiscard]] int placeOf(const QString &accountId) const;

    /// All accounts, most urgent first, and what they come to together. `now` in boot ms.
    void setViews(std::vector<AccountView> views, BootTime now, const QString &totals = {});

Q_SIGNALS:
    void changed();
    void longestChanged();
    void formChosen(AccountRows::Form form);

private:
    struct Choice {
        bool open;
        int urgency; ///< when it was made
    };

    void arrange();
    void takeOrder();
    void markCards(std::vector<AccountView> &rows) const;
    [[nodiscard]] bool matches(const AccountView &view) const;
    void measure(const std::vector<AccountView> &rows);

    AccountListModel *m_model;
    std::vector<AccountView> m_views;
    QStringList m_order; ///< ids as they stand
    QHash<QString, Choice> m_choices; ///< by account
    QString m_filter;
    QString m_totals;
    QString m_hiddenText;
    QVariantList m_longest;
    Form m_form = Automatic;
    int m_mostCards = kMostCards;
    bool m_held = false;
    BootTime m_now;
    std::optional<BootTime> m_moved; ///< when rows last changed their places
};

} // namespace plimsoll::viewmodels
