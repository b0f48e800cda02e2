// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/clock.h"
#include "ports/snapshotrelay.h"
#include "viewmodels/accounts/accountrows.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

#include <map>

namespace plimsoll::viewmodels {

class HistoryViewModel;
class MarginCallViewModel;

/// How many accounts are in one state.
struct StateCount {
    RiskState state = RiskState::Unknown;
    int count = 0;

    [[nodiscard]] RiskState rowKey() const { return state; }
    static RowRoles<StateCount> roles();
    bool operator==(const StateCount &) const = default;
};

/// An account in as few words as tell its state.
struct AccountChip {
    QString accountId;
    QString title;
    QString stateWord;
    QString levelText;
    RiskState state = RiskState::Unknown;

    [[nodiscard]] const QString &rowKey() const { return accountId; }
    static RowRoles<AccountChip> roles();
    bool operator==(const AccountChip &) const = default;
};

/// The main window: feed state, the account nearest to its call, the cross and isolated panels, a banner where
/// something is missing. It watches the age of the last snapshot by itself: after kSilenceMs without one every account
/// is shown as Unknown with the age of its figures, whatever the engine last said. GUI thread; statuses come from the
/// snapshot's verdicts only.
/// More than 20 public functions: one property for each text of header and banner.
class DashboardViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::viewmodels::RowModel *cross READ cross CONSTANT FINAL)
    /// The isolated accounts as they are laid out on the screen.
    Q_PROPERTY(plimsoll::viewmodels::AccountRows *rows READ rows CONSTANT FINAL)
    /// How many accounts are in each state that there is, worst first (StateCount).
    Q_PROPERTY(plimsoll::viewmodels::RowModel *counts READ counts CONSTANT FINAL)
    /// All accounts, most urgent first (AccountChip).
    Q_PROPERTY(plimsoll::viewmodels::RowModel *chips READ chips CONSTANT FINAL)
    /// "of 13 accounts".
    Q_PROPERTY(QString totalText READ totalText NOTIFY changed FINAL)
    /// The accounts were read: before, an empty list says nothing.
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed FINAL)
    Q_PROPERTY(bool hasAccounts READ hasAccounts NOTIFY changed FINAL)
    /// Loaded, and there is no account.
    Q_PROPERTY(bool isEmpty READ isEmpty NOTIFY changed FINAL)
    Q_PROPERTY(Freshness freshness READ freshness NOTIFY changed FINAL)
    /// "Live · 2 s".
    Q_PROPERTY(QString feedText READ feedText NOTIFY feedTextChanged FINAL)
    /// Where prices come from.
    Q_PROPERTY(QString sourceText READ sourceText NOTIFY changed FINAL)
    Q_PROPERTY(bool hasWorst READ hasWorst NOTIFY changed FINAL)
    /// The most urgent account; empty, as its texts, where there is none.
    Q_PROPERTY(QString worstId READ worstId NOTIFY changed FINAL)
    Q_PROPERTY(QString worstLabel READ worstLabel NOTIFY changed FINAL)
    Q_PROPERTY(QString worstLevelText READ worstLevelText NOTIFY changed FINAL)
    /// RiskState.
    Q_PROPERTY(int worstState READ worstState NOTIFY changed FINAL)
    /// "BCH/USDT isolated 1.06 Margin call – Plimsoll".
    Q_PROPERTY(QString windowTitle READ windowTitle NOTIFY changed FINAL)
    /// Prices are not as they should be, or nothing comes any more.
    Q_PROPERTY(bool hasBanner READ hasBanner NOTIFY changed FINAL)
    Q_PROPERTY(QString bannerText READ bannerText NOTIFY changed FINAL)
    /// What the source said; may be empty.
    Q_PROPERTY(QString bannerDetail READ bannerDetail NOTIFY changed FINAL)
    /// RiskState, for its colour.
    Q_PROPERTY(int bannerState READ bannerState NOTIFY changed FINAL)

public:
    enum class Freshness { Live, Late, Stale, Offline }; ///< order of AgeDot.Freshness
    Q_ENUM(Freshness)

    DashboardViewModel(monitor::SnapshotRelay &relay, const monitor::Clock &clock, const DisplayFormat &format,
                       QObject *parent = nullptr);

    [[nodiscard]] AccountListModel *cross() const { return m_cross; }
    /// All isolated accounts, most urgent first.
    [[nodiscard]] const std::vector<AccountView> &isolated() const { return m_rows->views(); }
    [[nodiscard]] AccountRows *rows() const { return m_rows; }
    [[nodiscard]] RowModel *counts() const { return m_counts; }
    [[nodiscard]] RowModel *chips() const { return m_chips; }
    [[nodiscard]] QString totalText() const { return m_shown.totalText; }
    [[nodiscard]] bool loaded() const { return m_shown.loaded; }
    [[nodiscard]] bool hasAccounts() const { return m_shown.hasAccounts; }
    [[nodiscard]] bool isEmpty() const { return m_shown.loaded && !m_shown.hasAccounts; }
    [[nodiscard]] Freshness freshness() const { return m_shown.freshness; }
    [[nodiscard]] QString feedText() const { return m_shown.feedText; }
    [[nodiscard]] QString sourceText() const { return m_shown.sourceText; }
    [[nodiscard]] bool hasWorst() const { return !m_shown.worstId.isEmpty(); }
    [[nodiscard]] QString worstId() const { return m_shown.worstId; }
    [[nodiscard]] QString worstLabel() const { return m_shown.worstLabel; }
    [[nodiscard]] QString worstLevelText() const { return m_shown.worstLevelText; }
    [[nodiscard]] int worstState() const { return static_cast<int>(m_shown.worstState); }
    [[nodiscard]] QString windowTitle() const { return m_shown.windowTitle; }
    [[nodiscard]] bool hasBanner() const { return !m_shown.bannerText.isEmpty(); }
    [[nodiscard]] QString bannerText() const { return m_shown.bannerText; }
    [[nodiscard]] QString bannerDetail() const { return m_shown.bannerDetail; }
    [[nodiscard]] int bannerState() const { return static_cast<int>(m_shown.bannerState); }

    /// Where to ask for a level that was known before this program started.
    void setHistory(const HistoryViewModel &history);

    /// Where to ask since when an account is in call; it hears of every snapshot first.
    void setCalls(const MarginCallViewModel &calls);

    /// The account of Ctrl+1..9 as the screen shows them: cross first, then isolated; "" where there is none.
    Q_INVOKABLE QString accountIdAt(int index) const;

    /// Recomputes what depends on time alone, where no snapshot did just before; called every second. Ages of accounts
    /// step by kAgeStepMs while their figures stand.
    void tick();
    static constexpr std::int64_t kAgeStepMs = 5000;

Q_SIGNALS:
    void changed();
    void feedTextChanged(); ///< mostly by a second, which nothing else follows

private:
    struct Summary { ///< of all accounts
        bool hasAccounts = false;
        QString worstId;
        QString worstLabel;
        QString worstLevelText;
        RiskState worstState = RiskState::Unknown;
        QString totalText;

        bool operator==(const Summary &) const = default;
    };

    struct Shown : Summary {
        bool loaded = false;
        Freshness freshness = Freshness::Offline;
        QString feedText;
        QString sourceText;
        QString windowTitle;
        QString bannerText;
        QString bannerDetail;
        RiskState bannerState = RiskState::Unknown;

        bool operator==(const Shown &) const = default;
    };

    void take(const monitor::SnapshotPtr &snapshot);
    void showAnew();
    void show();
    [[nodiscard]] bool accountsMoved(bool isSilent) const;
    void showAccounts(Shown &shown, const monitor::RiskSnapshot &snapshot, std::optional<std::int64_t> silence);
    void summarise(Shown &shown, std::vector<const AccountView *> views);
    void showFeed(Shown &shown, const monitor::RiskSnapshot &snapshot, BootTime now) const;
    void showSilence(Shown &shown, std::int64_t silence) const;
    const LastLevel *lastLevelOf(const margin::Verdict &verdict, const monitor::RiskSnapshot &snapshot);
    void remember(const AccountView &view, const margin::Verdict &verdict, const monitor::RiskSnapshot &snapshot);

    const monitor::Clock &m_clock;
    const DisplayFormat &m_format;
    AccountListModel *m_cross;
    AccountRows *m_rows;
    RowListModel<StateCount> *m_counts;
    RowListModel<AccountChip> *m_chips;
    monitor::SnapshotPtr m_snapshot;
    BootTime m_arrived; ///< when the last snapshot came, or when waiting began
    const HistoryViewModel *m_history = nullptr;
    const MarginCallViewModel *m_calls = nullptr;
    std::map<std::string, LastLevel> m_lastLevels; ///< by account
    Shown m_shown;
    BootTime m_shownAt;
    monitor::SnapshotPtr m_accountsOf; ///< what the accounts were shown by
    BootTime m_accountsAt;
    bool m_wasSilent = false;
    bool m_missesPast = false; ///< of an unknown account nothing earlier is known yet; the history may bring it
    QTimer m_timer;
};

} // namespace plimsoll::viewmodels
