// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/secretstore.h"

#include "ports/outsidetext.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace plimsoll::notify {

namespace {

const QString kService = u"plimsoll"_s;

QString errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound: return {};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser: return u"access was denied"_s;
    default: return u"no keyring can be used ("_s + monitor::outsideLine(job.errorString()) + u')';
    }
}

} // namespace

SecretStore::SecretStore(const QString &key, QObject *parent)
    : QObject(parent)
    , m_key(key)
{
}

void SecretStore::read()
{
    if (m_isReading) {
        return; // its answer is this one's too
    }
    m_isReading = true;
    auto *job = new QKeychain::ReadPasswordJob(kService); // deletes itself
    job->setKey(m_key);
    connect(job, &QKeychain::Job::finished, this, [this, job] {
        m_isReading = false;
        Q_EMIT known(job->error() == QKeychain::NoError ? job->textData() : QString(), errorOf(*job));
    });
    job->start();
}

void SecretStore::write(const QString &secret)
{
    QKeychain::Job *job = nullptr;
    if (secret.isEmpty()) {
        job = new QKeychain::DeletePasswordJob(kService);
    } else {
        auto *writing = new QKeychain::WritePasswordJob(kService);
        writing->setTextData(secret);
        job = writing;
    }
    job->setKey(m_key);
    connect(job, &QKeychain::Job::finished, this, [this, job, secret] {
        Q_EMIT known(job->error() == QKeychain::NoError ? secret : QString(), errorOf(*job));
    });
    job->start();
}

} // namespace plimsoll::notify
