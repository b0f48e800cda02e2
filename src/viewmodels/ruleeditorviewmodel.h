// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/rulelistmodel.h"
#include "viewmodels/rulepreview.h"
#include "viewmodels/services.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// A person's own alarms: the list, and a form with a sentence that says in plain words what will happen. GUI thread.
/// The form looks up, off this thread, how often the alarm would have been raised by the levels of the last
/// kPreviewDays.
class RuleEditorViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::viewmodels::RowModel *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY formChanged FINAL)
    Q_PROPERTY(bool isNew READ isNew NOTIFY formChanged FINAL)
    Q_PROPERTY(QStringList kindNames READ kindNames CONSTANT FINAL)
    Q_PROPERTY(int kindIndex READ kindIndex WRITE setKindIndex NOTIFY formChanged FINAL)
    Q_PROPERTY(QStringList accountNames READ accountNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int accountIndex READ accountIndex WRITE setAccountIndex NOTIFY formChanged FINAL)
    Q_PROPERTY(bool asksSymbol READ asksSymbol NOTIFY formChanged FINAL)
    Q_PROPERTY(QStringList symbolNames READ symbolNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int symbolIndex READ symbolIndex WRITE setSymbolIndex NOTIFY formChanged FINAL)
    Q_PROPERTY(QString symbol READ symbol WRITE setSymbol NOTIFY formChanged FINAL)
    Q_PROPERTY(QString symbolError READ symbolError NOTIFY formChanged FINAL)
    Q_PROPERTY(QString value READ value WRITE setValue NOTIFY formChanged FINAL)
    Q_PROPERTY(QString valueUnit READ valueUnit NOTIFY formChanged FINAL)
    Q_PROPERTY(QString valueError READ valueError NOTIFY formChanged FINAL)
    Q_PROPERTY(QStringList stageNames READ stageNames CONSTANT FINAL)
    Q_PROPERTY(int stageIndex READ stageIndex WRITE setStageIndex NOTIFY formChanged FINAL)
    Q_PROPERTY(QString sentence READ sentence NOTIFY formChanged FINAL)
    Q_PROPERTY(QString nowText READ nowText NOTIFY formChanged FINAL)
    Q_PROPERTY(QString previewText READ previewText NOTIFY previewChanged FINAL)
    Q_PROPERTY(bool savable READ savable NOTIFY formChanged FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY formChanged FINAL)
    Q_PROPERTY(QString failure READ failure NOTIFY formChanged FINAL)
    Q_PROPERTY(bool asksRemove READ asksRemove NOTIFY formChanged FINAL)

public:
    static constexpr int kPreviewDays = 30;
    static constexpr int kPreviewPoints = 20'000; ///< of one account
    static constexpr int kPreviewPauseMs = 250; ///< after the last change of the form

    explicit RuleEditorViewModel(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] RuleListModel *rows() const { return m_rows; }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool isNew() const { return m_isNew; }
    [[nodiscard]] QStringList kindNames() const;
    [[nodiscard]] int kindIndex() const { return static_cast<int>(m_rule.kind); }
    void setKindIndex(int index);
    [[nodiscard]] QStringList accountNames() const;
    [[nodiscard]] int accountIndex() const;
    void setAccountIndex(int index);
    [[nodiscard]] bool asksSymbol() const;
    [[nodiscard]] QStringList symbolNames() const;
    [[nodiscard]] int symbolIndex() const;
    void setSymbolIndex(int index);
    [[nodiscard]] QString symbol() const { return m_typedSymbol; } ///< as typed: "btc/usdt" is as good as BTCUSDT
    void setSymbol(const QString &text);
    [[nodiscard]] QString symbolError() const;
    [[nodiscard]] QString value() const { return m_typed; }
    void setValue(const QString &text);
    [[nodiscard]] QString valueUnit() const;
    [[nodiscard]] QString valueError() const { return m_typed.trimmed().isEmpty() ? QString() : m_valueError; }
    [[nodiscard]] QStringList stageNames() const;
    [[nodiscard]] int stageIndex() const { return static_cast<int>(m_rule.stage); }
    void setStageIndex(int index);
    [[nodiscard]] QString sentence() const { return m_sentence; }
    [[nodiscard]] QString nowText() const { return m_nowText; }
    [[nodiscard]] QString previewText() const { return m_previewText; }
    [[nodiscard]] bool savable() const { return m_valid.has_value() && symbolError().isEmpty() && !m_busy; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString failure() const { return m_failure; }
    [[nodiscard]] bool asksRemove() const { return m_asksRemove; }

    Q_INVOKABLE void openNew(const QString &accountId); ///< "" = for every account
    Q_INVOKABLE void edit(const QString &ruleId);
    Q_INVOKABLE void close();
    Q_INVOKABLE void save();
    Q_INVOKABLE void askRemove(bool ask);
    Q_INVOKABLE void remove(); ///< the one that is edited
    Q_INVOKABLE void setOn(const QString &ruleId, bool on);

Q_SIGNALS:
    void formChanged();
    void previewChanged();
    void saved(const QString &text); ///< for a toast

private:
    void take(const monitor::SnapshotPtr &snapshot);
    void showRows();
    void openWith(alarm::Rule rule, bool isNew);
    void check(); ///< reads the form; sentence, validity and preview follow
    void readValue();
    void store(const alarm::Rule &rule, const QString &text);
    void done(const Result<Done> &result, const QString &text);
    void startPreview();
    void collect(int generation, std::vector<std::string> accounts, std::vector<RuleHistory> histories);
    void showPreview(const RulePreview &preview);
    [[nodiscard]] QString label(const alarm::Rule &rule) const;
    [[nodiscard]] QString nowTextOf(const alarm::Rule &rule) const;
    [[nodiscard]] QString priceNowText(const alarm::Rule &rule) const; ///< "" where nothing is known of its price
    [[nodiscard]] QString whyNotText(const alarm::Rule &rule) const;
    [[nodiscard]] std::vector<std::string> symbols() const;
    void chooseSymbol(const std::string &symbol);

    const Services m_services;
    const DisplayFormat &m_format;
    RuleListModel *m_rows;
    monitor::SnapshotPtr m_snapshot;
    std::vector<std::string> m_accountIds;
    QTimer m_pause;
    bool m_isOpen = false;
    bool m_isNew = true;
    bool m_busy = false;
    bool m_asksRemove = false;
    int m_generation = 0;
    alarm::Rule m_rule; ///< as typed; its value may be nonsense
    std::optional<alarm::Rule> m_valid;
    QString m_typed;
    QString m_typedSymbol;
    QString m_valueError;
    QString m_sentence;
    QString m_nowText;
    QString m_previewText;
    QString m_failure;
};

} // namespace plimsoll::viewmodels
