<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Plimsoll %1</source>
        <translation>Plimsoll %1</translation>
    </message>
    <message>
        <source>A Plimsoll line is the mark on a ship&apos;s hull that shows how deep it may safely be loaded. A margin level is the same thing for an account.</source>
        <translation>Die Plimsoll-Linie ist die Marke am Schiffsrumpf, die zeigt, wie tief ein Schiff sicher beladen werden darf. Ein Margin-Level ist dasselbe für ein Konto.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Its figures are estimates; the exchange&apos;s are the binding ones.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später. Ihre Zahlen sind Schätzungen; verbindlich sind die der Börse.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>AccountBalances</name>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Borrowed</source>
        <translation>Geliehen</translation>
    </message>
    <message>
        <source>Interest owed</source>
        <translation>Zinsen</translation>
    </message>
    <message>
        <source>Asset of row %1</source>
        <translation>Asset in Zeile %1</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>%1 locked</source>
        <translation>%1 gesperrt</translation>
    </message>
    <message>
        <source>%1 borrowed</source>
        <translation>%1 geliehen</translation>
    </message>
    <message>
        <source>%1 interest owed</source>
        <translation>%1 geschuldete Zinsen</translation>
    </message>
    <message>
        <source>Remove row %1</source>
        <translation>Zeile %1 entfernen</translation>
    </message>
    <message>
        <source>Add asset</source>
        <translation>Asset hinzufügen</translation>
    </message>
</context>
<context>
    <name>AccountBars</name>
    <message>
        <source>Bars</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Threshold profile</source>
        <translation>Schwellenprofil</translation>
    </message>
    <message>
        <source>Initial ratio</source>
        <translation>Initial-Quote</translation>
    </message>
    <message>
        <source>Margin-call ratio</source>
        <translation>Margin-Call-Quote</translation>
    </message>
    <message>
        <source>Liquidation ratio</source>
        <translation>Liquidationsquote</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Name des Profils</translation>
    </message>
    <message>
        <source>Keep these bars as a profile: its name</source>
        <translation>Als Profil behalten: Name</translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation>Profil speichern</translation>
    </message>
</context>
<context>
    <name>AccountButtons</name>
    <message>
        <source>Record…</source>
        <translation>Erfassen…</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>AccountCard</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Margin level of %1</source>
        <translation>Margin-Level von %1</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>Copy what your exchange shows. Nothing leaves this computer.</source>
        <translation>Übertragen Sie, was Ihre Börse anzeigt. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Changed balances are recorded as one correction in the journal.</source>
        <translation>Geänderte Bestände werden als eine Korrektur im Journal erfasst.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>me</source>
        <translation>ich</translation>
    </message>
    <message>
        <source>Margin mode</source>
        <translation>Margin-Modus</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>Cross</translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation>Isolated</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Asset of the pair</source>
        <translation>Asset des Paars</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Gegen</translation>
    </message>
    <message>
        <source>Valued in</source>
        <translation>Bewertet in</translation>
    </message>
    <message>
        <source>Quote asset</source>
        <translation>Quote-Asset</translation>
    </message>
    <message>
        <source>Needed for the profit; empty where you do not know.</source>
        <translation>Für den Gewinn nötig; leer lassen, wenn unbekannt.</translation>
    </message>
    <message>
        <source>Own money put in</source>
        <translation>Eingelegtes eigenes Geld</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto anlegen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>AccountFacts</name>
    <message>
        <source>%1 · interest %2</source>
        <translation>%1 · Zinsen %2</translation>
    </message>
</context>
<context>
    <name>AccountHeading</name>
    <message>
        <source>Cross account</source>
        <translation>Cross-Konto</translation>
    </message>
    <message>
        <source>Why is %1 at %2?</source>
        <translation>Warum steht %1 bei %2?</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>More about %1</source>
        <translation>Mehr zu %1</translation>
    </message>
</context>
<context>
    <name>AccountMenu</name>
    <message>
        <source>Record entry…</source>
        <translation>Buchung erfassen…</translation>
    </message>
    <message>
        <source>Open position…</source>
        <translation>Position eröffnen…</translation>
    </message>
    <message>
        <source>Close position…</source>
        <translation>Position schließen…</translation>
    </message>
    <message>
        <source>Liquidation…</source>
        <translation>Liquidation…</translation>
    </message>
    <message>
        <source>Edit account…</source>
        <translation>Konto bearbeiten…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
</context>
<context>
    <name>AccountMoney</name>
    <message>
        <source>Assets</source>
        <translation>Vermögen</translation>
    </message>
    <message>
        <source>Debt</source>
        <translation>Schulden</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>Eigenkapital</translation>
    </message>
    <message>
        <source>Profit</source>
        <translation>Gewinn</translation>
    </message>
</context>
<context>
    <name>AccountNotices</name>
    <message>
        <source>Remove account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>It is not watched any more. Its journal stays.</source>
        <translation>Es wird nicht mehr überwacht. Sein Journal bleibt.</translation>
    </message>
    <message>
        <source>Remove this account?</source>
        <translation>Dieses Konto entfernen?</translation>
    </message>
</context>
<context>
    <name>AgeDot</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>AssetTable</name>
    <message>
        <source>Assets</source>
        <translation>Assets</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Debt</source>
        <translation>Schulden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>BottomTabs</name>
    <message>
        <source>Level over time</source>
        <translation>Level-Verlauf</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Kurse</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Day N</source>
        <translation>Tag N</translation>
    </message>
</context>
<context>
    <name>ChangeView</name>
    <message>
        <source>Level after</source>
        <translation>Level danach</translation>
    </message>
    <message>
        <source>Level now</source>
        <translation>Level jetzt</translation>
    </message>
</context>
<context>
    <name>ClosePositionDialog</name>
    <message>
        <source>Nothing is traded on an exchange: this records what you did. Interest is paid first, then the loan.</source>
        <translation>An der Börse wird nichts gehandelt: Hier wird erfasst, was Sie getan haben. Erst werden die Zinsen bezahlt, dann der Kredit.</translation>
    </message>
    <message>
        <source>Close position in %1</source>
        <translation>Position in %1 schließen</translation>
    </message>
    <message>
        <source>Close position</source>
        <translation>Position schließen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Price in %1</source>
        <translation>Kurs in %1</translation>
    </message>
    <message>
        <source>Left: %1</source>
        <translation>Bleibt: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Record closing</source>
        <translation>Schließung erfassen</translation>
    </message>
</context>
<context>
    <name>CrossPanel</name>
    <message>
        <source>one pool, shared by every position</source>
        <translation>ein Topf für alle Positionen</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>Cross</translation>
    </message>
    <message>
        <source>No cross account. In it all positions would share one margin: a gain of one carries the loss of another, and a liquidation takes all.</source>
        <translation>Kein Cross-Konto. Darin teilen sich alle Positionen eine Margin: Der Gewinn der einen trägt den Verlust der anderen, und eine Liquidation nimmt alles.</translation>
    </message>
</context>
<context>
    <name>DisplayFormat</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>Enter an amount</source>
        <translation>Geben Sie einen Betrag ein</translation>
    </message>
    <message>
        <source>Enter an amount without a sign</source>
        <translation>Geben Sie einen Betrag ohne Vorzeichen ein</translation>
    </message>
    <message>
        <source>“%1” is not understood; write it like %2</source>
        <translation>„%1“ ist nicht verständlich; schreiben Sie es wie %2</translation>
    </message>
    <message>
        <source>At most 18 digits before and after the decimal mark</source>
        <translation>Höchstens 18 Stellen vor und nach dem Dezimalzeichen</translation>
    </message>
</context>
<context>
    <name>EntryDialog</name>
    <message>
        <source>Record in %1</source>
        <translation>In %1 erfassen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Erfassen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>EntryFields</name>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Amount in %1</source>
        <translation>Betrag in %1</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Gegen</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Price in %1</source>
        <translation>Kurs in %1</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
</context>
<context>
    <name>ExampleBar</name>
    <message>
        <source>Reference example · %1</source>
        <translation>Referenzbeispiel · %1</translation>
    </message>
    <message>
        <source>the same money, once in the cross account and once in two isolated ones</source>
        <translation>dasselbe Geld, einmal im Cross-Konto und einmal in zwei Isolated-Konten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>Nächster Tag</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Plimsoll watches how close your margin accounts are to a margin call, and tells you in time. Nothing is sent to anybody; your accounts stay on this computer.</source>
        <translation>Plimsoll überwacht, wie nah Ihre Margin-Konten einem Margin Call sind, und sagt es Ihnen rechtzeitig. Nichts wird an andere gesendet; Ihre Konten bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>Keep your positions afloat</source>
        <translation>Halten Sie Ihre Positionen über Wasser</translation>
    </message>
    <message>
        <source>Look at the example</source>
        <translation>Beispiel ansehen</translation>
    </message>
    <message>
        <source>Enter an account…</source>
        <translation>Konto eingeben…</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren…</translation>
    </message>
</context>
<context>
    <name>FormNotices</name>
    <message>
        <source>Record again</source>
        <translation>Nochmals erfassen</translation>
    </message>
</context>
<context>
    <name>ImportExportDialog</name>
    <message>
        <source>Accounts and wallets are added; what is there already stays as it is.</source>
        <translation>Konten und Wallets kommen hinzu; was schon da ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Accounts, wallets and balances as a file that only you can read.</source>
        <translation>Konten, Wallets und Bestände als Datei, die nur Sie lesen können.</translation>
    </message>
    <message>
        <source>Import a portfolio</source>
        <translation>Portfolio importieren</translation>
    </message>
    <message>
        <source>Export the portfolio</source>
        <translation>Portfolio exportieren</translation>
    </message>
    <message>
        <source>Type a path, or drop a file here.</source>
        <translation>Pfad eingeben oder eine Datei hier ablegen.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>A file of this name exists. Replace it?</source>
        <translation>Eine Datei dieses Namens gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>InfoRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>IsolatedPanel</name>
    <message>
        <source>most urgent first</source>
        <translation>das Dringendste zuerst</translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation>Isolated</translation>
    </message>
    <message>
        <source>No isolated accounts. Each would hold one pair and its own margin: nothing is added to it automatically, and its liquidation touches nothing else.</source>
        <translation>Keine Isolated-Konten. Jedes hält ein Paar und seine eigene Margin: Nichts wird automatisch zugeführt, und seine Liquidation berührt nichts anderes.</translation>
    </message>
</context>
<context>
    <name>JournalPage</name>
    <message>
        <source>Search the journal</source>
        <translation>Journal durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
</context>
<context>
    <name>JournalRow</name>
    <message>
        <source>Operation %1</source>
        <translation>Vorgang %1</translation>
    </message>
</context>
<context>
    <name>LevelBar</name>
    <message>
        <source>Margin level bar</source>
        <translation>Margin-Level-Balken</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>LevelBarLabels</name>
    <message>
        <source>higher is safer ›</source>
        <translation>höher ist sicherer ›</translation>
    </message>
</context>
<context>
    <name>LevelChart</name>
    <message>
        <source>Margin level over time</source>
        <translation>Margin-Level im Verlauf</translation>
    </message>
</context>
<context>
    <name>LiquidationDialog</name>
    <message>
        <source>Untouched</source>
        <translation>Nicht betroffen</translation>
    </message>
    <message>
        <source>Record as liquidated…</source>
        <translation>Als liquidiert erfassen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Reading your accounts…</source>
        <translation>Ihre Konten werden gelesen…</translation>
    </message>
</context>
<context>
    <name>MainMenu</name>
    <message>
        <source>Margin call…</source>
        <translation>Margin Call…</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Strg+T</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>Auffüllen…</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>Open position…</source>
        <translation>Position eröffnen…</translation>
    </message>
    <message>
        <source>Record entry…</source>
        <translation>Buchung erfassen…</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Konto anlegen…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Refresh prices</source>
        <translation>Kurse aktualisieren</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Strg+,</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>About Plimsoll</source>
        <translation>Über Plimsoll</translation>
    </message>
</context>
<context>
    <name>MarginCallDialog</name>
    <message>
        <source>Acknowledge</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>MarginCallEntry</name>
    <message>
        <source>Deposit</source>
        <translation>Einzahlen</translation>
    </message>
    <message>
        <source>Repay with new money</source>
        <translation>Mit neuem Geld tilgen</translation>
    </message>
    <message>
        <source>Sell and repay</source>
        <translation>Verkaufen und tilgen</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>Auffüllen…</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Record as liquidated…</source>
        <translation>Als liquidiert erfassen…</translation>
    </message>
</context>
<context>
    <name>Metric</name>
    <message>
        <source>%1: %2, out of date</source>
        <translation>%1: %2, veraltet</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>OpenPositionDialog</name>
    <message>
        <source>Nothing is traded on an exchange: this records transfer, loan and trade as one.</source>
        <translation>An der Börse wird nichts gehandelt: Hier werden Übertrag, Kredit und Handel in einem erfasst.</translation>
    </message>
    <message>
        <source>Open a position</source>
        <translation>Position eröffnen</translation>
    </message>
    <message>
        <source>Margin mode</source>
        <translation>Margin-Modus</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>Cross</translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation>Isolated</translation>
    </message>
    <message>
        <source>Threshold profile of the new account</source>
        <translation>Schwellenprofil des neuen Kontos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Record position</source>
        <translation>Position erfassen</translation>
    </message>
</context>
<context>
    <name>PlimsollMark</name>
    <message>
        <source>Plimsoll</source>
        <translation>Plimsoll</translation>
    </message>
</context>
<context>
    <name>PositionMoney</name>
    <message>
        <source>Own money</source>
        <translation>Eigenes Geld</translation>
    </message>
    <message>
        <source>Own money in %1</source>
        <translation>Eigenes Geld in %1</translation>
    </message>
    <message>
        <source>Leverage</source>
        <translation>Hebel</translation>
    </message>
</context>
<context>
    <name>PositionPair</name>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>Gegen</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Price in %1</source>
        <translation>Kurs in %1</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Long: profits when it rises</source>
        <translation>Long: Gewinn bei steigendem Kurs</translation>
    </message>
    <message>
        <source>Short: profits when it falls</source>
        <translation>Short: Gewinn bei fallendem Kurs</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>after</source>
        <translation>danach</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Vermögen</translation>
    </message>
    <message>
        <source>Debt</source>
        <translation>Schulden</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Call price</source>
        <translation>Call-Kurs</translation>
    </message>
    <message>
        <source>Liquidation price</source>
        <translation>Liquidationskurs</translation>
    </message>
</context>
<context>
    <name>PricesPage</name>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Kurse</translation>
    </message>
    <message>
        <source>No prices are needed yet. They appear with the first account.</source>
        <translation>Noch werden keine Kurse gebraucht. Sie erscheinen mit dem ersten Konto.</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Plimsoll cannot start</source>
        <translation>Plimsoll kann nicht starten</translation>
    </message>
    <message>
        <source>Nothing was changed. Your data stays where it is.</source>
        <translation>Nichts wurde verändert. Ihre Daten bleiben, wo sie sind.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Changes are kept at once.</source>
        <translation>Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>When an account falls to its liquidation ratio</source>
        <translation>Wenn ein Konto auf seine Liquidationsquote fällt</translation>
    </message>
    <message>
        <source>At liquidation</source>
        <translation>Bei Liquidation</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Mich fragen</translation>
    </message>
    <message>
        <source>Record it as liquidated</source>
        <translation>Als liquidiert erfassen</translation>
    </message>
    <message>
        <source>Own threshold profiles</source>
        <translation>Eigene Schwellenprofile</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>SettingsSource</name>
    <message>
        <source>Prices from</source>
        <translation>Kurse von</translation>
    </message>
    <message>
        <source>Binance public data</source>
        <translation>Öffentliche Daten von Binance</translation>
    </message>
    <message>
        <source>Own address</source>
        <translation>Eigene Adresse</translation>
    </message>
    <message>
        <source>https, or http on this computer only</source>
        <translation>https, oder http nur auf diesem Computer</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Ask for prices every</source>
        <translation>Kurse abfragen alle</translation>
    </message>
    <message>
        <source>More often</source>
        <translation>Öfter</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Less often</source>
        <translation>Seltener</translation>
    </message>
    <message>
        <source>https address of the price source</source>
        <translation>https-Adresse der Preisquelle</translation>
    </message>
</context>
<context>
    <name>SourceField</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Plimsoll</source>
        <translation>Plimsoll</translation>
    </message>
    <message>
        <source>Nearest to call</source>
        <translation>Dem Call am nächsten</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>Auffüllen…</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>Theme</name>
    <message>
        <source>No debt</source>
        <translation>Keine Schulden</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Early warning</source>
        <translation>Frühwarnung</translation>
    </message>
    <message>
        <source>Margin call</source>
        <translation>Margin Call</translation>
    </message>
    <message>
        <source>Liquidation</source>
        <translation>Liquidation</translation>
    </message>
    <message>
        <source>Liquidated</source>
        <translation>Liquidiert</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>ToastBody</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>TopUpDialog</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Amount in %1</source>
        <translation>Betrag in %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Record top-up</source>
        <translation>Nachschuss erfassen</translation>
    </message>
</context>
<context>
    <name>WayOut</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>WhyDialog</name>
    <message>
        <source>Plimsoll&apos;s own estimate from public prices; the exchange&apos;s figure is the binding one.</source>
        <translation>Plimsolls eigene Schätzung aus öffentlichen Kursen; verbindlich ist die Zahl der Börse.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Kurse</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>plimsoll::feed::ExampleSource</name>
    <message>
        <source>Day N</source>
        <translation>Tag N</translation>
    </message>
    <message>
        <source>Day N+%1</source>
        <translation>Tag N+%1</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>Cross</translation>
    </message>
    <message>
        <source>%1 isolated</source>
        <translation>%1 Isolated</translation>
    </message>
    <message>
        <source>%1 cross</source>
        <translation>%1 Cross</translation>
    </message>
    <message>
        <source>No debt</source>
        <translation>Keine Schulden</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Early warning</source>
        <translation>Frühwarnung</translation>
    </message>
    <message>
        <source>Margin call</source>
        <translation>Margin Call</translation>
    </message>
    <message>
        <source>Liquidation</source>
        <translation>Liquidation</translation>
    </message>
    <message>
        <source>Liquidated</source>
        <translation>Liquidiert</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1 to the call · %2 to liquidation</source>
        <translation>%1 bis zum Call · %2 bis zur Liquidation</translation>
    </message>
    <message>
        <source>below the call · %1 to liquidation</source>
        <translation>unter dem Call · %1 bis zur Liquidation</translation>
    </message>
    <message>
        <source>at or below liquidation</source>
        <translation>auf oder unter der Liquidation</translation>
    </message>
    <message>
        <source>nothing is owed: there is no level to watch</source>
        <translation>keine Schulden: kein Level zu überwachen</translation>
    </message>
    <message>
        <source>closed by a liquidation: a level does not apply</source>
        <translation>durch Liquidation geschlossen: kein Level mehr</translation>
    </message>
    <message>
        <source>distance unknown</source>
        <translation>Abstand unbekannt</translation>
    </message>
    <message>
        <source>prices of the bars: see Why?</source>
        <translation>Kurse der Schwellen: siehe Warum?</translation>
    </message>
    <message>
        <source>call at %1</source>
        <translation>Call bei %1</translation>
    </message>
    <message>
        <source>liquidation at %1</source>
        <translation>Liquidation bei %1</translation>
    </message>
    <message>
        <source>%1, each alone</source>
        <translation>%1, jeweils allein</translation>
    </message>
    <message>
        <source>may not trade, borrow or transfer out</source>
        <translation>darf nicht handeln, leihen oder auszahlen</translation>
    </message>
    <message>
        <source>may trade, borrow and transfer out</source>
        <translation>darf handeln, leihen und auszahlen</translation>
    </message>
    <message>
        <source>may trade and borrow, not transfer out</source>
        <translation>darf handeln und leihen, nicht auszahlen</translation>
    </message>
    <message>
        <source>may trade and transfer out, not borrow</source>
        <translation>darf handeln und auszahlen, nicht leihen</translation>
    </message>
    <message>
        <source>may trade, not borrow or transfer out</source>
        <translation>darf handeln, nicht leihen oder auszahlen</translation>
    </message>
    <message>
        <source>the amounts are too large to be added up</source>
        <translation>die Beträge sind zu groß zum Addieren</translation>
    </message>
    <message>
        <source>%1 is out of date</source>
        <translation>%1 ist veraltet</translation>
    </message>
    <message>
        <source>%1 is unusable</source>
        <translation>%1 ist unbrauchbar</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>zwischen %1 und %2</translation>
    </message>
    <message>
        <source>total %1, debt %2, price %3</source>
        <translation>gesamt %1, Schulden %2, Kurs %3</translation>
    </message>
    <message>
        <source>liq %1</source>
        <translation>Liq. %1</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>initial %1</source>
        <translation>Initial %1</translation>
    </message>
    <message>
        <source>Top up…</source>
        <translation>Auffüllen…</translation>
    </message>
    <message>
        <source>Top up %1…</source>
        <translation>%1 auffüllen…</translation>
    </message>
    <message>
        <source>reaches %1</source>
        <translation>erreicht %1</translation>
    </message>
    <message>
        <source>nothing new for %1: these figures are the last ones known</source>
        <translation>nichts Neues seit %1: das sind die letzten bekannten Zahlen</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>prices %1 old</source>
        <translation>Kurse %1 alt</translation>
    </message>
    <message>
        <source>%1 %2 (%3, %4 old).</source>
        <translation>%1 %2 (%3, %4 alt).</translation>
    </message>
    <message>
        <source>Liquidation at %1, %2 below.</source>
        <translation>Liquidation bei %1, %2 darunter.</translation>
    </message>
    <message>
        <source>Liquidation at %1, %2 above.</source>
        <translation>Liquidation bei %1, %2 darüber.</translation>
    </message>
    <message>
        <source>The liquidation price %1 is passed.</source>
        <translation>Der Liquidationskurs %1 ist überschritten.</translation>
    </message>
    <message>
        <source>of what the account holds</source>
        <translation>aus dem Bestand des Kontos</translation>
    </message>
    <message>
        <source>%1 %2 sold</source>
        <translation>%1 %2 verkauft</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>nicht möglich</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>Level %1</translation>
    </message>
    <message>
        <source>level %1, less interest</source>
        <translation>Level %1, weniger Zinsen</translation>
    </message>
    <message>
        <source>there is less than is owed</source>
        <translation>es ist weniger da als geschuldet</translation>
    </message>
    <message>
        <source>%1: the level is unknown</source>
        <translation>%1: Level unbekannt</translation>
    </message>
    <message>
        <source>%1. The level is %2.</source>
        <translation>%1. Das Level liegt %2.</translation>
    </message>
    <message>
        <source>%1 is at %2</source>
        <translation>%1 steht bei %2</translation>
    </message>
    <message>
        <source>The account has %1 %2 free.</source>
        <translation>Das Konto hat %1 %2 frei.</translation>
    </message>
    <message>
        <source>The wallet has %1 %2 free.</source>
        <translation>Die Wallet hat %1 %2 frei.</translation>
    </message>
    <message>
        <source>Only %1 %2 is owed.</source>
        <translation>Geschuldet sind nur %1 %2.</translation>
    </message>
    <message>
        <source>There is not enough for this.</source>
        <translation>Dafür reicht es nicht.</translation>
    </message>
    <message>
        <source>The leverage must be above 1 and at most %1.</source>
        <translation>Der Hebel muss über 1 und höchstens %1 sein.</translation>
    </message>
    <message>
        <source>A transfer out must leave a level of at least %1.</source>
        <translation>Nach einer Auszahlung muss das Level mindestens %1 sein.</translation>
    </message>
    <message>
        <source>A loan of this size would leave a level below %1.</source>
        <translation>Nach einem Kredit dieser Höhe läge das Level unter %1.</translation>
    </message>
    <message>
        <source>Borrowing is possible only above a level of %1.</source>
        <translation>Leihen ist nur über einem Level von %1 möglich.</translation>
    </message>
    <message>
        <source>At or below the liquidation ratio %1 nothing can be traded.</source>
        <translation>Auf oder unter der Liquidationsquote %1 kann nicht gehandelt werden.</translation>
    </message>
    <message>
        <source>This isolated account takes only %1 and %2.</source>
        <translation>Dieses Isolated-Konto nimmt nur %1 und %2.</translation>
    </message>
    <message>
        <source>Choose another asset.</source>
        <translation>Wählen Sie ein anderes Asset.</translation>
    </message>
    <message>
        <source>This is too little to trade at this price.</source>
        <translation>Das ist zu wenig, um zu diesem Kurs zu handeln.</translation>
    </message>
    <message>
        <source>The price must be above 0.</source>
        <translation>Der Kurs muss über 0 liegen.</translation>
    </message>
    <message>
        <source>The amount must be above 0.</source>
        <translation>Der Betrag muss über 0 liegen.</translation>
    </message>
    <message>
        <source>There is nothing of this asset to close.</source>
        <translation>Von diesem Asset gibt es nichts zu schließen.</translation>
    </message>
    <message>
        <source>A price is missing or too old, so this cannot be judged.</source>
        <translation>Ein Kurs fehlt oder ist zu alt; darum lässt sich das nicht beurteilen.</translation>
    </message>
    <message>
        <source>This account was liquidated; nothing more can be recorded on it.</source>
        <translation>Dieses Konto wurde liquidiert; nichts kann mehr darauf erfasst werden.</translation>
    </message>
    <message>
        <source>The result would have more than 18 digits before the point.</source>
        <translation>Das Ergebnis hätte mehr als 18 Stellen vor dem Komma.</translation>
    </message>
    <message>
        <source>It could not be saved. Look for free space and permissions, then try again: it will not be recorded twice.</source>
        <translation>Es konnte nicht gespeichert werden. Prüfen Sie freien Platz und Rechte und versuchen Sie es erneut: Es wird nicht doppelt erfasst.</translation>
    </message>
    <message>
        <source>This dialog was recorded before, with other content. Close it and look into the journal.</source>
        <translation>Dieser Dialog wurde schon mit anderem Inhalt erfasst. Schließen Sie ihn und sehen Sie ins Journal.</translation>
    </message>
    <message>
        <source>The account or wallet is not there any more.</source>
        <translation>Das Konto oder die Wallet gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>It cannot be opened: %1</source>
        <translation>Es lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>It is there already: %1</source>
        <translation>Es ist schon da: %1</translation>
    </message>
    <message>
        <source>This was written by a newer version of Plimsoll. Update to read it.</source>
        <translation>Das schrieb eine neuere Version von Plimsoll. Zum Lesen bitte aktualisieren.</translation>
    </message>
    <message>
        <source>This is not a portfolio file of Plimsoll.</source>
        <translation>Das ist keine Portfolio-Datei von Plimsoll.</translation>
    </message>
    <message>
        <source>Not accepted: %1</source>
        <translation>Nicht angenommen: %1</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Eröffnung</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>Nachschuss</translation>
    </message>
    <message>
        <source>Transfer out</source>
        <translation>Auszahlung</translation>
    </message>
    <message>
        <source>Borrow</source>
        <translation>Kredit</translation>
    </message>
    <message>
        <source>Repay</source>
        <translation>Tilgung</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>Kauf</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Zinsen</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Korrektur</translation>
    </message>
    <message>
        <source>Reversal</source>
        <translation>Storno</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>borrowed</source>
        <translation>geliehen</translation>
    </message>
    <message>
        <source>interest</source>
        <translation>Zinsen</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Außerhalb</translation>
    </message>
    <message>
        <source>Spot wallet</source>
        <translation>Spot-Wallet</translation>
    </message>
    <message>
        <source>assets = %1 = %2 %3</source>
        <translation>Vermögen = %1 = %2 %3</translation>
    </message>
    <message>
        <source>debt with interest = %1 = %2 %3</source>
        <translation>Schulden mit Zinsen = %1 = %2 %3</translation>
    </message>
    <message>
        <source>The level is unknown: %1.</source>
        <translation>Das Level ist unbekannt: %1.</translation>
    </message>
    <message>
        <source>Whatever the missing prices are, it lies %1.</source>
        <translation>Was auch immer die fehlenden Kurse sind, es liegt %1.</translation>
    </message>
    <message>
        <source>margin level = total assets / (borrowed + interest)</source>
        <translation>Margin-Level = gesamtes Vermögen / (geliehen + Zinsen)</translation>
    </message>
    <message>
        <source>level = %1 / %2 = %3, shown as %4</source>
        <translation>Level = %1 / %2 = %3, gezeigt als %4</translation>
    </message>
    <message>
        <source>nothing is owed, so there is no level</source>
        <translation>keine Schulden, also kein Level</translation>
    </message>
    <message>
        <source>price = (R × other debt − other assets) / (held − R × owed), with R = %1</source>
        <translation>Kurs = (R × andere Schulden − anderes Vermögen) / (Bestand − R × geschuldet), mit R = %1</translation>
    </message>
    <message>
        <source>%1: (%2 × %3 − %4) / (%5 − %2 × %6) = %7</source>
        <translation>%1: (%2 × %3 − %4) / (%5 − %2 × %6) = %7</translation>
    </message>
    <message>
        <source>reached when %1 falls to it, all other prices unchanged</source>
        <translation>erreicht, wenn %1 darauf fällt, alle anderen Kurse unverändert</translation>
    </message>
    <message>
        <source>reached when %1 rises to it, all other prices unchanged</source>
        <translation>erreicht, wenn %1 darauf steigt, alle anderen Kurse unverändert</translation>
    </message>
    <message>
        <source>no single price can bring this account there</source>
        <translation>kein einzelner Kurs kann dieses Konto dorthin bringen</translation>
    </message>
    <message>
        <source>without a level there is no such price</source>
        <translation>ohne Level gibt es keinen solchen Kurs</translation>
    </message>
    <message>
        <source>target T = %1, the initial ratio</source>
        <translation>Ziel T = %1, die Initial-Quote</translation>
    </message>
    <message>
        <source>deposit = T × debt − assets = %1 × %2 − %3 = %4</source>
        <translation>Einzahlung = T × Schulden − Vermögen = %1 × %2 − %3 = %4</translation>
    </message>
    <message>
        <source>repay with new money = debt − assets / T = %1 − %2 / %3 = %4</source>
        <translation>Tilgung mit neuem Geld = Schulden − Vermögen / T = %1 − %2 / %3 = %4</translation>
    </message>
    <message>
        <source>sell and repay = (T × debt − assets) / (T − 1) = %1</source>
        <translation>Verkaufen und tilgen = (T × Schulden − Vermögen) / (T − 1) = %1</translation>
    </message>
    <message>
        <source>equity = assets − debt = %1 − %2 = %3</source>
        <translation>Eigenkapital = Vermögen − Schulden = %1 − %2 = %3</translation>
    </message>
    <message>
        <source>profit = equity − own money put in = %1 − %2 = %3</source>
        <translation>Gewinn = Eigenkapital − eingelegtes eigenes Geld = %1 − %2 = %3</translation>
    </message>
    <message>
        <source>profit is not known, because the own money put in is not</source>
        <translation>Gewinn unbekannt, weil das eingelegte eigene Geld unbekannt ist</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>received, but unusable</source>
        <translation>empfangen, aber unbrauchbar</translation>
    </message>
    <message>
        <source>too old to be believed</source>
        <translation>zu alt, um ihm zu trauen</translation>
    </message>
    <message>
        <source>The account was closed by a liquidation. Its balances are 0; a level does not apply.</source>
        <translation>Das Konto wurde durch eine Liquidation geschlossen. Die Bestände sind 0; ein Level gibt es nicht.</translation>
    </message>
    <message>
        <source>%1: 1, it is the unit of this account</source>
        <translation>%1: 1, es ist die Einheit dieses Kontos</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>%1: %2 from %3 (%4), %5 old</source>
        <translation>%1: %2 aus %3 (%4), %5 alt</translation>
    </message>
    <message>
        <source>initial %1 · margin call at or below %2 · liquidation at or below %3</source>
        <translation>Initial %1 · Margin Call bis %2 · Liquidation bis %3</translation>
    </message>
    <message>
        <source>set for this account by hand</source>
        <translation>für dieses Konto von Hand gesetzt</translation>
    </message>
    <message>
        <source>profile “%1”, valid from %2</source>
        <translation>Profil „%1“, gültig ab %2</translation>
    </message>
    <message>
        <source>origin: %1</source>
        <translation>Herkunft: %1</translation>
    </message>
    <message>
        <source>The state is decided on exact numbers. The level is shown with two decimals, half up, and with more where two would put it on or across a bar.</source>
        <translation>Der Zustand wird mit exakten Zahlen bestimmt. Das Level wird mit zwei Nachkommastellen gezeigt, kaufmännisch gerundet, und mit mehr, wo zwei es auf oder über eine Schwelle brächten.</translation>
    </message>
    <message>
        <source>Rounded towards danger: the real bar is never met earlier than shown.</source>
        <translation>Zur Gefahr hin gerundet: Die wirkliche Schwelle wird nie früher erreicht als gezeigt.</translation>
    </message>
    <message>
        <source>Rounded up, so that the amount shown suffices.</source>
        <translation>Aufgerundet, damit der gezeigte Betrag reicht.</translation>
    </message>
    <message>
        <source>Assets and equity are rounded down, debts up; shown with two decimals.</source>
        <translation>Vermögen und Eigenkapital abgerundet, Schulden aufgerundet; mit zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>your %1 %2 in it can be lost</source>
        <translation>Ihre %1 %2 darin können verloren gehen</translation>
    </message>
    <message>
        <source>nothing of your own money in it is left</source>
        <translation>von Ihrem eigenen Geld darin ist nichts mehr übrig</translation>
    </message>
    <message>
        <source>If nothing is done, this pair is sold to repay its debt; %1. Other isolated accounts and the cross account are not used for it: nothing is added automatically.</source>
        <translation>Geschieht nichts, wird dieses Paar verkauft, um seine Schulden zu tilgen; %1. Andere Isolated-Konten und das Cross-Konto werden dafür nicht herangezogen: Nichts wird automatisch zugeführt.</translation>
    </message>
    <message>
        <source>If nothing is done, everything in the cross account is sold to repay its debt; %1. Isolated accounts are not touched.</source>
        <translation>Geschieht nichts, wird alles im Cross-Konto verkauft, um seine Schulden zu tilgen; %1. Isolated-Konten bleiben unberührt.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::AccountEditorViewModel</name>
    <message>
        <source>Account %1 added</source>
        <translation>Konto %1 angelegt</translation>
    </message>
    <message>
        <source>Account %1 saved</source>
        <translation>Konto %1 gespeichert</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>von Hand eingegeben</translation>
    </message>
    <message>
        <source>Saved as a profile.</source>
        <translation>Als Profil gespeichert.</translation>
    </message>
    <message>
        <source>Account %1 removed; its journal stays</source>
        <translation>Konto %1 entfernt; sein Journal bleibt</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Neues Konto</translation>
    </message>
    <message>
        <source>Own bars</source>
        <translation>Eigene Schwellen</translation>
    </message>
    <message>
        <source>The three ratios of assets to debt that your exchange shows for this account.</source>
        <translation>Die drei Verhältnisse von Vermögen zu Schulden, die Ihre Börse für dieses Konto anzeigt.</translation>
    </message>
    <message>
        <source>The liquidation ratio must be above 0.</source>
        <translation>Die Liquidationsquote muss über 0 liegen.</translation>
    </message>
    <message>
        <source>The margin-call ratio must be above the liquidation ratio: the call comes first.</source>
        <translation>Die Margin-Call-Quote muss über der Liquidationsquote liegen: Der Call kommt zuerst.</translation>
    </message>
    <message>
        <source>The initial ratio must not be below the margin-call ratio.</source>
        <translation>Die Initial-Quote darf nicht unter der Margin-Call-Quote liegen.</translation>
    </message>
    <message>
        <source>A pair needs two different assets.</source>
        <translation>Ein Paar braucht zwei verschiedene Assets.</translation>
    </message>
    <message>
        <source>This owner has a cross account already.</source>
        <translation>Dieser Inhaber hat schon ein Cross-Konto.</translation>
    </message>
    <message>
        <source>This owner has an isolated account for this pair already.</source>
        <translation>Dieser Inhaber hat schon ein Isolated-Konto für dieses Paar.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::BalanceEditModel</name>
    <message>
        <source>Name the asset.</source>
        <translation>Nennen Sie das Asset.</translation>
    </message>
    <message>
        <source>This asset stands here twice.</source>
        <translation>Dieses Asset steht zweimal hier.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::ChangePreview</name>
    <message>
        <source>liq %1</source>
        <translation>Liq. %1</translation>
    </message>
    <message>
        <source>call %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>initial %1</source>
        <translation>Initial %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::ClosePositionViewModel</name>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>no current price: enter the one you got</source>
        <translation>kein aktueller Kurs: geben Sie Ihren ein</translation>
    </message>
    <message>
        <source>This account holds and owes nothing but %1.</source>
        <translation>Dieses Konto hält und schuldet nur %1.</translation>
    </message>
    <message>
        <source>Sell %1 %2 for %3 %4</source>
        <translation>%1 %2 für %3 %4 verkaufen</translation>
    </message>
    <message>
        <source>Buy back %1 %2 for %3 %4</source>
        <translation>%1 %2 für %3 %4 zurückkaufen</translation>
    </message>
    <message>
        <source>Pay %1 %2 interest</source>
        <translation>%1 %2 Zinsen bezahlen</translation>
    </message>
    <message>
        <source>Repay %1 %2 of the loan</source>
        <translation>%1 %2 des Kredits tilgen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 still owed</source>
        <translation>%1 %2 noch geschuldet</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Recorded: %1 closed in %2; left: %3</source>
        <translation>Erfasst: %1 in %2 geschlossen; bleibt: %3</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::DashboardViewModel</name>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Plimsoll</source>
        <translation>Plimsoll</translation>
    </message>
    <message>
        <source>%1 %2 %3 – Plimsoll</source>
        <translation>%1 %2 %3 – Plimsoll</translation>
    </message>
    <message>
        <source>no prices yet</source>
        <translation>noch keine Kurse</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Prices are late: the last answer came %1 ago</source>
        <translation>Kurse verspätet: Die letzte Antwort kam vor %1</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Prices are out of date since %1. Levels are unknown until they come again.</source>
        <translation>Die Kurse sind seit %1 veraltet. Die Level sind unbekannt, bis wieder Kurse kommen.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>No prices since %1. Levels are unknown until they come again.</source>
        <translation>Keine Kurse seit %1. Die Level sind unbekannt, bis wieder Kurse kommen.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>The exchange asked for a pause until %1</source>
        <translation>Die Börse bat um eine Pause bis %1</translation>
    </message>
    <message>
        <source>Not updating · %1</source>
        <translation>Steht still · %1</translation>
    </message>
    <message>
        <source>The program itself has not updated for %1. Nothing below is current.</source>
        <translation>Das Programm selbst steht seit %1 still. Nichts hierunter ist aktuell.</translation>
    </message>
    <message>
        <source>Still waiting for the first figures after %1</source>
        <translation>Nach %1 noch immer keine Zahlen</translation>
    </message>
    <message>
        <source>Restart Plimsoll if this does not go away, and look at your exchange.</source>
        <translation>Starten Sie Plimsoll neu, wenn das nicht vergeht, und sehen Sie bei Ihrer Börse nach.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::EntryViewModel</name>
    <message>
        <source>Borrow</source>
        <translation>Kredit</translation>
    </message>
    <message>
        <source>Repay</source>
        <translation>Tilgung</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>Kauf</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Transfer out</source>
        <translation>Auszahlung</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>Zinsen</translation>
    </message>
    <message>
        <source>Liquidation</source>
        <translation>Liquidation</translation>
    </message>
    <message>
        <source>A loan you took: it adds to what the account holds and owes.</source>
        <translation>Ein aufgenommener Kredit: Bestand und Schulden des Kontos steigen.</translation>
    </message>
    <message>
        <source>What you paid back: interest first, then the loan.</source>
        <translation>Was Sie zurückgezahlt haben: erst die Zinsen, dann der Kredit.</translation>
    </message>
    <message>
        <source>A purchase that was done, at the price you paid.</source>
        <translation>Ein ausgeführter Kauf, zu dem Kurs, den Sie bezahlt haben.</translation>
    </message>
    <message>
        <source>A sale that was done, at the price you got.</source>
        <translation>Ein ausgeführter Verkauf, zu dem Kurs, den Sie bekommen haben.</translation>
    </message>
    <message>
        <source>Money you took out of this account.</source>
        <translation>Geld, das Sie aus diesem Konto genommen haben.</translation>
    </message>
    <message>
        <source>Interest that was charged: it adds to the debt.</source>
        <translation>Berechnete Zinsen: Die Schulden steigen.</translation>
    </message>
    <message>
        <source>The exchange closed this account: everything in it is gone. It is not watched any more, and this cannot be undone.</source>
        <translation>Die Börse hat dieses Konto geschlossen: Alles darin ist weg. Es wird nicht mehr überwacht; das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>owed %1, free %2</source>
        <translation>geschuldet %1, frei %2</translation>
    </message>
    <message>
        <source>%1 %2 free to pay with</source>
        <translation>%1 %2 zum Bezahlen frei</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>alles %1</translation>
    </message>
    <message>
        <source>Record liquidation</source>
        <translation>Liquidation erfassen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Erfassen</translation>
    </message>
    <message>
        <source>Recorded: %1 was liquidated</source>
        <translation>Erfasst: %1 wurde liquidiert</translation>
    </message>
    <message>
        <source>Recorded: %1, %2 %3, %4</source>
        <translation>Erfasst: %1, %2 %3, %4</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::FilesViewModel</name>
    <message>
        <source>Only files on this computer can be read.</source>
        <translation>Nur Dateien auf diesem Computer können gelesen werden.</translation>
    </message>
    <message>
        <source>owes %1 %2</source>
        <translation>schuldet %1 %2</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 Konto</translation>
    </message>
    <message>
        <source>%1 accounts</source>
        <translation>%1 Konten</translation>
    </message>
    <message>
        <source>1 wallet</source>
        <translation>1 Wallet</translation>
    </message>
    <message>
        <source>%1 wallets</source>
        <translation>%1 Wallets</translation>
    </message>
    <message>
        <source>Imported: %1</source>
        <translation>Importiert: %1</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>The file could not be written: %1</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::HistoryViewModel</name>
    <message>
        <source>call %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>liquidation %1</source>
        <translation>Liquidation %1</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Levels appear here once there is an account with debt.</source>
        <translation>Hier erscheinen Level, sobald ein Konto Schulden hat.</translation>
    </message>
    <message>
        <source>No level in this range yet. A point is kept for every change.</source>
        <translation>Noch kein Level in diesem Zeitraum. Jede Änderung wird ein Punkt.</translation>
    </message>
    <message>
        <source>now, %1</source>
        <translation>jetzt, %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::JournalViewModel</name>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <source>The newest %1 rows are shown; search or choose an account to see older ones.</source>
        <translation>Die neuesten %1 Zeilen; ältere finden Sie über die Suche oder die Kontowahl.</translation>
    </message>
    <message>
        <source>%1 rows, newest first</source>
        <translation>%1 Zeilen, neueste zuerst</translation>
    </message>
    <message>
        <source>Nothing was recorded yet. Top-ups, loans, trades and corrections will stand here.</source>
        <translation>Noch nichts erfasst. Hier stehen später Nachschüsse, Kredite, Käufe, Verkäufe und Korrekturen.</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>Nichts gefunden.</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::LiquidationNoticeViewModel</name>
    <message>
        <source>Level %1, at or below the liquidation ratio %2</source>
        <translation>Level %1, auf oder unter der Liquidationsquote %2</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1, mit %2</translation>
    </message>
    <message>
        <source>Level %1 at %2</source>
        <translation>Level %1 am %2</translation>
    </message>
    <message>
        <source>%1 was liquidated</source>
        <translation>%1 wurde liquidiert</translation>
    </message>
    <message>
        <source>%1 is at liquidation</source>
        <translation>%1 steht vor der Liquidation</translation>
    </message>
    <message>
        <source>Everything in it was sold to repay its debt. Its balances are 0 and a level does not apply any more.</source>
        <translation>Alles darin wurde verkauft, um die Schulden zu tilgen. Die Bestände sind 0, ein Level gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The exchange may sell everything in it to repay its debt at any moment, and may have done so already. Look at the exchange; if it did, record it here.</source>
        <translation>Die Börse kann jederzeit alles darin verkaufen, um die Schulden zu tilgen, und hat es vielleicht schon getan. Sehen Sie bei der Börse nach; wenn ja, erfassen Sie es hier.</translation>
    </message>
    <message>
        <source>Only this pair is concerned. An isolated account stands alone: nothing was added to it automatically, and its loss touches no other account.</source>
        <translation>Nur dieses Paar ist betroffen. Ein Isolated-Konto steht für sich: Nichts wurde automatisch zugeführt, und sein Verlust berührt kein anderes Konto.</translation>
    </message>
    <message>
        <source>Cross accounts share everything: all positions of the account are concerned. Isolated accounts are not.</source>
        <translation>Im Cross-Konto haften alle gemeinsam: Alle Positionen des Kontos sind betroffen, Isolated-Konten nicht.</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::MarginCallViewModel</name>
    <message>
        <source>%1 was liquidated</source>
        <translation>%1 wurde liquidiert</translation>
    </message>
    <message>
        <source>%1 has recovered: nothing is owed any more</source>
        <translation>%1 hat sich erholt: keine Schulden mehr</translation>
    </message>
    <message>
        <source>%1 has recovered to %2</source>
        <translation>%1 hat sich auf %2 erholt</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 accounts need attention</source>
        <translation>%1 Konten brauchen Aufmerksamkeit</translation>
    </message>
    <message>
        <source>updated %1 ago</source>
        <translation>vor %1 aktualisiert</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::OperationForm</name>
    <message>
        <source>This must be above 0.</source>
        <translation>Das muss über 0 liegen.</translation>
    </message>
    <message>
        <source>The wallet is not there any more.</source>
        <translation>Die Wallet gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The same was recorded at %1 (%2 %3, %4). Record it again?</source>
        <translation>Dasselbe wurde um %1 erfasst (%2 %3, %4). Nochmals erfassen?</translation>
    </message>
    <message>
        <source>Recorded before, not again: </source>
        <translation>Schon erfasst, nicht noch einmal: </translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::PositionViewModel</name>
    <message>
        <source>%1 does not exist yet and is created with it.</source>
        <translation>%1 gibt es noch nicht; es wird dabei angelegt.</translation>
    </message>
    <message>
        <source>me</source>
        <translation>ich</translation>
    </message>
    <message>
        <source>%1x</source>
        <translation>%1x</translation>
    </message>
    <message>
        <source>at most %1 with these bars</source>
        <translation>höchstens %1 mit diesen Schwellen</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>no current price: enter the one you got</source>
        <translation>kein aktueller Kurs: geben Sie Ihren ein</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>Cross</translation>
    </message>
    <message>
        <source>A pair needs two different assets.</source>
        <translation>Ein Paar braucht zwei verschiedene Assets.</translation>
    </message>
    <message>
        <source>Borrows %1 %2 and buys %3 %4.</source>
        <translation>Leiht %1 %2 und kauft %3 %4.</translation>
    </message>
    <message>
        <source>Borrows %1 %2 and sells %3 %4.</source>
        <translation>Leiht %1 %2 und verkauft %3 %4.</translation>
    </message>
    <message>
        <source>Isolated</source>
        <translation>Isolated</translation>
    </message>
    <message>
        <source>Isolated instead</source>
        <translation>Stattdessen Isolated</translation>
    </message>
    <message>
        <source>Cross instead</source>
        <translation>Stattdessen Cross</translation>
    </message>
    <message>
        <source>Cross: everything in the cross account stands behind it, and a liquidation takes all of it.</source>
        <translation>Cross: Das ganze Cross-Konto haftet dafür, und eine Liquidation nimmt alles davon.</translation>
    </message>
    <message>
        <source>Isolated: only what is in this account is at stake; nothing else is added to it by itself.</source>
        <translation>Isolated: Nur was in diesem Konto ist, steht auf dem Spiel; nichts anderes wird von selbst zugeführt.</translation>
    </message>
    <message>
        <source>Recorded: position in %1. %2</source>
        <translation>Erfasst: Position in %1. %2</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::PriceTableModel</name>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>unbrauchbar</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>veraltet</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::PriceTableViewModel</name>
    <message>
        <source>1 price, current</source>
        <translation>1 Kurs, aktuell</translation>
    </message>
    <message>
        <source>%1 prices, all current</source>
        <translation>%1 Kurse, alle aktuell</translation>
    </message>
    <message>
        <source>1 price cannot be used: the levels that need it are unknown</source>
        <translation>1 Kurs ist nicht brauchbar: Die Level, die ihn brauchen, sind unbekannt</translation>
    </message>
    <message>
        <source>%1 prices cannot be used: the levels that need them are unknown</source>
        <translation>%1 Kurse sind nicht brauchbar: Die Level, die sie brauchen, sind unbekannt</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::ProfileList</name>
    <message>
        <source>initial %1 · call %2 · liquidation %3</source>
        <translation>Initial %1 · Call %2 · Liquidation %3</translation>
    </message>
    <message>
        <source>valid from %1</source>
        <translation>gültig ab %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::SettingsViewModel</name>
    <message>
        <source>This holds until you quit, but it could not be saved.</source>
        <translation>Das gilt bis zum Beenden, konnte aber nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Enter the address of a price source.</source>
        <translation>Geben Sie die Adresse einer Kursquelle ein.</translation>
    </message>
    <message>
        <source>Levels and prices are kept on this computer for the charts. The journal is kept for good.</source>
        <translation>Level und Kurse werden für die Diagramme auf diesem Computer aufbewahrt. Das Journal bleibt auf Dauer.</translation>
    </message>
    <message>
        <source>Qt %1</source>
        <translation>Qt %1</translation>
    </message>
    <message>
        <source>SQLite %1</source>
        <translation>SQLite %1</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::TopUpViewModel</name>
    <message>
        <source>Top up</source>
        <translation>Auffüllen</translation>
    </message>
    <message>
        <source>Top up %1</source>
        <translation>%1 auffüllen</translation>
    </message>
    <message>
        <source>Nothing is moved on an exchange: this records what you transferred.</source>
        <translation>An der Börse wird nichts bewegt: Hier wird erfasst, was Sie übertragen haben.</translation>
    </message>
    <message>
        <source>Takes %1 or %2.</source>
        <translation>Nimmt %1 oder %2.</translation>
    </message>
    <message>
        <source>to call + %1</source>
        <translation>bis Call + %1</translation>
    </message>
    <message>
        <source>to initial %1</source>
        <translation>bis Initial %1</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>alles %1</translation>
    </message>
    <message>
        <source>Recorded: %1 %2 into %3</source>
        <translation>Erfasst: %1 %2 in %3</translation>
    </message>
</context>
<context>
    <name>plimsoll::viewmodels::WhyViewModel</name>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>Call price</source>
        <translation>Call-Kurs</translation>
    </message>
    <message>
        <source>Liquidation price</source>
        <translation>Liquidationskurs</translation>
    </message>
    <message>
        <source>To initial</source>
        <translation>Bis Initial</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>Eigenkapital</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Kurse</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
</TS>
