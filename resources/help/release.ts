import type { HelpPage } from './help-page.ts';

/** Actions, publication, and the file that everything is kept in. */
export const RELEASE_PAGES: readonly HelpPage[] = [
  {
    id: 'panel',
    title: 'Review panel',
    body: `Members of the review panel comment in Word, on machines where nothing can be installed. The chronology goes out as a Word file, and what comes back is set beside its entries.

## Going out
- A round says what is asked, by when, of which entries, with names or anonymised, and of whom. Each member has a copy; one copy can be for all.
- Each copy has a first page, then every entry in a row of its own with its reference number. Word holds the rows: only comments and the last column can be written. Where the round says so, words may be changed, and every change is tracked. The hold has no password: it guards against slips, not against intent.
- In an anonymised copy whoever is not settled prints as [undecided]. The finished file is opened again and searched for every name on the register; with one in it, it is not handed over.
- The test file holds nothing of the review. It shows whether e-mail and Word let such a file through.
- Files are saved and sent by your own e-mail. Their names hold no names.

## Coming back
Drop the file anywhere in the window, or choose “Read what came back”. Comments with their replies, tracked changes, words changed without tracking and typed remarks are read, whichever program saved the file last. Rows may have been moved, renumbered or left out: a remark goes by the mark of its entry, else by the reference number, else by the words. What fits nowhere is listed as not placed. Nothing is dropped.
- The same file again adds nothing; a newer copy adds what is new. The order of files does not matter.
- Beside each remark stands whom the copy was sent to, and who Word says wrote it. Anybody can write a name there.

## Settling
Nothing is applied by itself. A remark is taken as an annotation (A), as a correction beside the original (C) or as a challenge to accuracy (H); it is answered (R) or set aside with a reason (S). Several can be chosen with Space and settled together. Each can be undone.`,
  },
  {
    id: 'actions-only',
    title: 'Publish actions only in ten minutes',
    body: `For when the report has to wait and the actions need not. No chronology, finding or recommendation is needed.

## The way
1. On Start, choose “Start with actions”. Name the review without a real name, set its passphrase, print its recovery sheet.
2. Paste the numbered actions, or open the Word, Excel, CSV or text file. Look over what was read: switch a line off, change it, or join it to the one above. What stood before the actions is offered as the reason.
3. “What is published”: the partnership, the pseudonym of whom it is about, the author, the date.
4. “Why not the report”: the reason is printed above the actions.
5. “What must not appear”: names, places, organisations and numbers, one a line. “Real name = Pseudonym”.
6. “Check”: put right what blocks. F8 goes to the next one. The number of each stands beside its words in the page.
7. Read the whole text, then tick it in the check sheet. Any change of the text takes the tick away.
8. “Approve”: someone other than the author, by name and post. If they are not at this keyboard, it is recorded as told.
9. “Make the file”: the file and its check sheet are saved.

Ctrl+Enter does the main thing at each step.

## What blocks, and how it is put right
- A name, place or number of the register in the text: replace it with its pseudonym, leave it out, or keep it and say why.
- A word that may be somebody: say who it is, or that it is nobody on the register.
- No reason, no partnership, no text: write it.

A missing owner, date or measure is to be looked at, and does not block.

## What is promised of the file
It is built from the approved text alone; nothing is scrubbed out of another document. The finished bytes are opened again and every part is searched: text, footers, properties, styles, links. If anything is found, no file leaves. The same content gives the same bytes. An approval names exactly this content: any later change voids it.

## The check sheet
It lies beside the file, with the ending .check.json. It says what was searched for and where, how many spellings, what was replaced, left out or kept and why, who approved, what is still for a person, the file's SHA-256 and the head of the activity chain.

## Check any Word file
In Publish, “Check a Word file” reads a document from anywhere, part by part, for names on the register and for what a Word file can hide: tracked changes, comments, hidden text, properties, pictures.`,
  },
  {
    id: 'publication-kinds',
    title: 'The other kinds of publication',
    body: `Publish makes seven kinds from one review, each for readers that you name. The kind is chosen at the top of the steps.

- Full report: the period and agencies, what happened, findings with their reasons, good practice, recommendations and actions, the chronology as an appendix. It says what it lacks: no recommended improvement, no reasons.
- Executive summary: the same without the chronology.
- Actions only: the actions, and why the report is not published.
- Action plan: each action with how far it has come, as numbered headings or, on request, a table.
- Chronology: every entry, year by year. Dates are printed without the weekday.
- Learning brief: one or two pages for practitioners.
- Web page entry: a few sentences, and what there is to read.

## What happened
The full report, the summary, the brief and the web entry have a text of their own for their readers: a few sentences, written in the second step.

## Rules for names
In “What must not appear”, a rule says what is done wherever somebody is named: the pseudonym stands in their place, or the name is left out. A rule is for everyone or for one, and gives its reason. A rule for one comes before that of everyone. Leaving out is approved by somebody else; until then it blocks. Birthdays, addresses and numbers have no pseudonym and are settled by hand, and so is a word that may be somebody.

## Parallel proceedings
In “What is published”, proceedings are noted: how far they are, which kinds they hold back and why, whom you asked and what they said. A kind that is held cannot be approved or made until somebody lifts the hold, by name and post and with a reason.`,
  },
  {
    id: 'actions',
    title: 'Actions',
    body: `Every recommendation and action in one list, with owner, lead agency, date, measure and status. The status is in words: not started, under way, amber, red, done.

- The filters show those without an owner, a date or a measure, and those overdue.
- An action stands under a recommendation as 1.1, 1.2, or by itself as 1, 2, 3.
- A date is kept as it is written. The day that it means stands under it; "within three months of publication" has none until the day of publication is known.
- What has been typed and not kept stays with its line: choosing another loses nothing.
- Alt and the arrow keys move a line; its number follows. Ctrl+Z takes back any change.`,
  },
  {
    id: 'review-file',
    title: 'The review file and its recovery sheet',
    body: `A review is one file ending in .review: a SQLCipher 4 database with everything in it, the agencies' original files too. Any SQLCipher 4 tool opens it with the key; there is no lock-in.

## The passphrase
At least 12 characters, where the window asks for it; four ordinary words are good. It is kept nowhere. Without it, and without the recovery sheet, nobody can open the file.

## The recovery sheet
It is shown when the review is made, to be printed for a second keyholder: the file's own key as words, as hexadecimal figures and as a code to scan. Whoever has the sheet and the file can open it. Keep it apart from the computer. A new passphrase makes a new sheet; the old one then opens nothing.

## Copies
Copies are made as you work, encrypted like the review, in the folder beside it that bears its name and the word backups. Ctrl+S makes one at once. The oldest are let go.

## Shared folders
One person writes at a time. Who opens the file second reads only, and is told who holds it. In a folder that is synchronised, such as OneDrive or SharePoint, work goes on in a copy on this computer and is written back and checked.

## Newer and older
A review made by a newer version is refused and left as it is. An older one is brought up to date, and a copy is made first.

## Activity
Every change with who, when and what. “Check the review file” reads the whole file, its index, its sums and the chain of its activity. The chain shows accident. It shows forgery only where its head was written down elsewhere: each check sheet holds it.`,
  },
];
