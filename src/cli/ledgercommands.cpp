// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/bookinput.h"
#include "cli/commands.h"
#include "cli/datadirectory.h"
#include "cli/exitcode.h"
#include "cli/inputbytes.h"
#include "cli/outputfile.h"
#include "cli/pricesources.h"
#include "cli/terminal.h"
#include "wire/jsonwriter.h"
#include "wire/portfoliofile.h"

#include <QtCore/QFileInfo>
#include <QtCore/QUuid>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace plimsoll::cli {

namespace {

using monitor::JournalRow;
using wire::JsonWriter;

// Errors have the file's name in front of their place.
Result<margin::Portfolio> parsedFile(const std::string &path, const std::string &bytes,
                                     const std::vector<margin::Profile> &own)
{
    auto portfolio = wire::parsePortfolio(bytes, own);
    if (portfolio) {
        return portfolio;
    }
    Error error = portfolio.error();
    error.place = path + (error.place.empty() ? "" : ": " + error.place);
    return error;
}

bool hasDatabase(const Arguments &arguments)
{
    return QFileInfo::exists(storage::Storage::databasePath(dataDirectory(arguments)));
}

std::string counted(std::size_t count, const std::string &what)
{
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

Result<std::string> operationId(const Arguments &arguments)
{
    if (!arguments.has("operation-id")) {
        return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    }
    const std::string text = arguments.value("operation-id");
    const QUuid id = QUuid::fromString(QString::fromStdString(text));
    if (id.isNull()) {
        return Error {ErrorCode::Malformed, "--operation-id", "\"" + text + "\" is not a UUID"};
    }
    return id.toString(QUuid::WithoutBraces).toStdString(); // one spelling, so that a repeat is recognised
}

void writeReceipt(const monitor::Receipt &receipt, bool asJson)
{
    const std::string result = receipt.alreadyBooked ? "already_booked" : "booked";
    if (!asJson) {
        writeLine(receipt.operationId + "  " + result);
        return;
    }
    JsonWriter json;
    json.beginObject().key("operationId").string(receipt.operationId).key("result").string(result).endObject();
    writeLine(json.text());
}

std::string journalJson(const JournalRow &entry)
{
    JsonWriter json;
    json.beginObject();
    json.key("time").integer(entry.time.ms());
    json.key("operationId").string(entry.operationId);
    json.key("kind").string(margin::entryKindWord(entry.row.kind));
    json.key("account").string(entry.row.account);
    json.key("accountName").string(entry.holder.name);
    json.key("asset");
    entry.movesMoney() ? json.string(entry.row.asset) : json.null();
    json.key("field");
    entry.movesMoney() ? json.string(margin::fieldWord(entry.row.field)) : json.null();
    json.key("change").decimal(entry.movesMoney() ? std::optional(entry.row.change) : std::nullopt);
    if (!entry.movedWith.empty()) {
        json.key("movedWith").string(entry.movedWith);
    }
    json.endObject();
    return json.text();
}

std::string journalTable(const std::vector<JournalRow> &rows)
{
    Table table({"time (UTC)", "account", "kind", "asset", "field", "change", "operation"}, "lllllrl");
    for (const JournalRow &entry : rows) {
        const bool moves = entry.movesMoney();
        const std::string with = entry.movedWith.empty()
            ? std::string()
            : (entry.row.change.isPositive() ? " from " : " to ") + entry.movedWith;
        table.add({utcText(entry.time), entry.row.account, std::string(margin::entryKindWord(entry.row.kind)) + with,
                   entry.row.asset, moves ? std::string(margin::fieldWord(entry.row.field)) : std::string(),
                   moves ? entry.row.change.toString() : std::string(), entry.operationId});
    }
    return table.text();
}

} // namespace

int importCommand(const Arguments &arguments)
{
    const auto bytes = readInput(arguments.operands.front(), std::size_t {64} * 1024 * 1024);
    if (!bytes) {
        return fail(bytes.error());
    }
    const std::string &path = arguments.operands.front();
    if (!hasDatabase(arguments)) { // a file that is refused leaves no empty database behind
        if (const auto sound = parsedFile(path, *bytes, {}); !sound) {
            return fail(sound.error());
        }
    }
    auto storage = makeStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    const auto own = (*storage)->profiles();
    if (!own) {
        return fail(own.error());
    }
    const auto portfolio = parsedFile(path, *bytes, *own);
    if (!portfolio) {
        return fail(portfolio.error());
    }
    if (const auto imported = (*storage)->importPortfolio(*portfolio); !imported) {
        return fail(imported.error());
    }
    writeLine("imported " + counted(portfolio->accounts.size(), "account") + " and "
              + counted(portfolio->wallets.size(), "wallet"));
    return kOk;
}

int exportCommand(const Arguments &arguments)
{
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    const auto portfolio = (*storage)->loadPortfolio();
    if (!portfolio) {
        return fail(portfolio.error());
    }
    std::string text = wire::writePortfolio(*portfolio);
    if (arguments.has("o")) {
        return writeFile(arguments.value("o"), text);
    }
    text.pop_back(); // writeLine() brings the final line feed
    writeLine(text);
    return kOk;
}

int topUpCommand(const Arguments &arguments)
{
    const auto id = operationId(arguments);
    if (!id) {
        return fail(id.error());
    }
    const auto amount = margin::Decimal::parse(arguments.value("amount"));
    if (!amount) {
        return fail(amount.error().at("--amount"));
    }
    const auto options = pollerOptions(arguments);
    if (!options) {
        fail(options.error());
        return kUsage;
    }
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    const auto book = loadBook(**storage);
    if (!book) {
        return fail(book.error());
    }
    monitor::TopUp topUp {arguments.value("asset"), *amount, arguments.value("from")};
    std::shared_ptr<const margin::Rates> rates;
    if (const margin::Account *giver = book->account(topUp.wallet)) { // an account and a wallet never share an id
        std::swap(topUp.from, topUp.wallet);
        margin::QuoteBoard board = boardFor(book->accounts);
        const margin::Account *taker = book->account(arguments.value("account"));
        const bool isPlain = !giver->hasDebt() && giver->quoteAsset == topUp.asset
            && (taker == nullptr || taker->quoteAsset == topUp.asset);
        if (!isPlain && !pollOnce(*options, board)) {
            return kFeedUnavailable;
        }
        rates = board.freeze();
    }
    const auto receipt = (*storage)->book(
        {*id, arguments.value("account"), topUp, arguments.value("note"), std::move(rates)});
    if (!receipt) {
        return fail(receipt.error());
    }
    writeReceipt(*receipt, arguments.has("json"));
    return kOk;
}

int reverseCommand(const Arguments &arguments)
{
    const auto id = operationId(arguments);
    if (!id) {
        return fail(id.error());
    }
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    const std::string &wanted = arguments.operands.front();
    const auto rows = (*storage)->journal({{}, QString::fromStdString(wanted), 0});
    if (!rows) {
        return fail(rows.error());
    }
    // Of the account or wallet that it was booked on; the rows of a wallet that gave or took stand beside them.
    auto found = std::ranges::find_if(*rows, [&](const JournalRow &row) {
        return row.operationId == wanted && (row.reversible || row.holder.isAccount);
    });
    if (found == rows->end()) {
        found = std::ranges::find(*rows, wanted, &JournalRow::operationId);
    }
    if (found == rows->end()) {
        return fail({ErrorCode::NotFound, wanted, "there is no such operation"});
    }
    const auto receipt = (*storage)->book(
        {*id, found->row.account, monitor::Reverse {wanted}, arguments.value("note"), nullptr});
    if (!receipt) {
        return fail(receipt.error());
    }
    writeReceipt(*receipt, arguments.has("json"));
    return kOk;
}

int renameWalletCommand(const Arguments &arguments)
{
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    const std::string &id = arguments.operands[0];
    const std::string name = arguments.operands.size() > 1 ? arguments.operands[1] : std::string();
    if (const auto renamed = (*storage)->renameWallet(id, name); !renamed) {
        return fail(renamed.error());
    }
    writeLine(printable(id) + " is called " + printable(name.empty() ? id : name));
    return kOk;
}

int journalCommand(const Arguments &arguments)
{
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    const auto rows = (*storage)->journal({arguments.value("account"), {}, 0});
    if (!rows) {
        return fail(rows.error());
    }
    if (rows->empty() && arguments.has("account")) { // one that was removed has its rows still
        if (const auto known = knows(**storage, arguments.value("account"), true); !known) {
            fail(known.error()); // a record without rows all the same
        }
    }
    if (!arguments.has("json")) {
        writeLine(journalTable(*rows));
        return kOk;
    }
    bool written = true;
    for (std::size_t i = 0; written && i < rows->size();
         ++i) { // nobody reads the rest where one line did not get through
        written = writeLine(journalJson((*rows)[i]));
    }
    return kOk;
}

int verifyCommand(const Arguments &arguments)
{
    const auto findings = storage::Storage::verify(dataDirectory(arguments));
    if (!findings) {
        return fail(findings.error());
    }
    if (arguments.has("json")) {
        JsonWriter json;
        json.beginObject().key("ok").boolean(findings->isEmpty()).key("findings").beginArray();
        for (const QString &finding : *findings) {
            json.string(finding.toStdString());
        }
        json.endArray().endObject();
        writeLine(json.text());
    } else {
        for (const QString &finding : *findings) {
            writeLine(printable(finding.toStdString()));
        }
        if (findings->isEmpty()) {
            writeLine("the database and its ledger are in order");
        }
    }
    return findings->isEmpty() ? kOk : kBadInput;
}

} // namespace plimsoll::cli
