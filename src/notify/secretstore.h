// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

namespace plimsoll::notify {

/// One secret in the keyring of the desktop, never anywhere else: without a keyring there is no secret. Answers come
/// when the keyring has one, which may take as long as a person needs to unlock it. All calls on the thread it lives
/// on.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    explicit SecretStore(const QString &key, QObject *parent = nullptr);

    void read();
    void write(const QString &secret); ///< empty removes it

Q_SIGNALS:
    /// The answer to read() and write(). `secret` is empty where there is none or it could not be had; `error` says
    /// why, plain English.
    void known(const QString &secret, const QString &error);

private:
    const QString m_key;
    bool m_isReading = false;
};

} // namespace plimsoll::notify
