import type { HelpPage } from './help-page.ts';

/** The third door, and the keys of the window. */
export const COMMAND_PAGES: readonly HelpPage[] = [
  {
    id: 'command-line',
    title: 'Command line',
    body: `Everything that the window can do, by script: npx plumbline, then a command. "plumbline help" lists the commands; "plumbline help publish" shows one.

## With every command
- --json: one JSON document on stdout, or JSON Lines where a list is streamed. A failure is one JSON document on stderr: error, with code, message and details.
- --progress: says on stderr how far long work is.
- --passphrase-file F: where the passphrase stands; else the variable PLUMBLINE_PASSPHRASE; else it is asked for. It is never an argument.

## Exit codes
- 0: done.
- 1: failed.
- 2: wrong usage.
- 3: refused because it would not be safe: a blocked publication, a damaged or hostile file. verify and check then say on stdout what they found.

## Commands
- new FILE --title T --profile lcspr: creates an encrypted review. Other profiles are localLearning and rapidReview. Gives reviewId and profile.
- sample FILE: creates the fictional sample review. Gives reviewId.
- import FILE RETURN…: reads returns into the chronology. --agency NAME, --mapping M.json, --preview (changes nothing), --accept-problems. One ImportResult a return: returnId, file, agencies, tables, rowsRead, added, changed, removed, unchanged, mapping, problems. removed counts what was hidden; an entry that somebody worked on stays, and askedAbout says how many. A mapping names columns and fields: {"Details": "outcome"}. For one sheet or table alone: {"Clinic": {"Details": "outcome"}} or {"Clinic!Details": "outcome"}, tables by their number. --replaces RETURN-ID says which return a file corrects; a likeness that was found and not acted on is said with that id.
- events FILE: the chronology in order. --agency, --from, --to, --search, --theme, --person, --anonymised. One EventLine an entry: id, ref, agency, date, description and the other columns, themes, annotations, provenance.
- dates: reads lines of id, text and anchor from stdin. Gives earliest, latest, precision, certainty, time, endTime, alternatives, problems.
- mentions --register R.json: reads lines of id and text from stdin. Gives each mention: start, end, text, entryIds, kind, spelling, status (sure or ask).
- people FILE list, people FILE import R.json: the register, a list of entries. The ids of the file are kept: lists, checks and --person use them. Two entries of one id, or a field that is not known, are refused.
- actions FILE, actions FILE import F: recommendations and actions from Word, Excel, CSV or text. One ActionLine each: id, kind, number, text, owners, leadAgency, timescale, successMeasure, assurance, recommendationId, status.
- recommendations check: reads lines of id and text from stdin. Gives owners, timescale, measure, weak, reasons.
- publish FILE --kind KIND --out F --approved-by "NAME, POST": makes a publication, records the approval of exactly this content, opens and searches the bytes, writes them with F.check.json. KIND is full, executiveSummary, actionsOnly, actionPlan, chronology, learningBrief or webEntry. --reason, --summary, --layout headings or table, --on, --audience, --format docx or html. Gives kind, sha256, checkSheet. If something blocks: exit 3, the list of what blocks, and no file.
- check F.docx --review FILE: reads any Word file again. Gives clean and findings; exit 3 if it is not clean.
- call FILE METHOD INPUT.json: any method of the contract; - reads the input from stdin, --out F writes the file that it makes.
- methods: every method with its input and output as JSON Schema.
- export FILE --to DIR: everything in open formats. It is plain text and says so; it is noted on the activity log.
- verify FILE: integrity of file, index, sums and activity chain. Gives ok and problems.
- serve FILE: the window in a browser, on 127.0.0.1 only. --port N, --no-open.
- start: the desktop window, else the browser.

## How things are counted
Days are written 2010-10-12, times 14:05. Offsets count UTF-16 code units. The first row of a table is 1, its header included; a CSV row is a record, not a line. The first table of a file is 1; a sheet goes by its name; dated paragraphs are table 0.`,
  },
  {
    id: 'keys',
    title: 'Keys',
    body: `Ctrl+/ shows every key that works in the place you are in. A key of one letter works only with focus in a list, a grid or on Start, and can be turned off.

## Everywhere
- Ctrl+K: find, go to, or do.
- G, then O R C P A E U K Y: Overview, Returns, Chronology, People, Analysis, Recommendations, Publish, Actions, Activity.
- F6, in the browser Ctrl+F6: the next pane. With Shift, the one before.
- F9: identified or anonymised.
- Ctrl+Z and Ctrl+Y: undo, redo.
- Ctrl+S: save a copy. Ctrl+Shift+L: lock.
- Esc: back one layer.
- Ctrl+Enter: do the main thing here.

## In a list or grid
- Arrows, Home, End, Page Up, Page Down; with Ctrl to the ends: move.
- Enter: open. F2: edit the cell.
- T A L D E: theme, annotate, link, date, thread.
- F and Shift+F: filter, clear. Ctrl+F and F3: find, next hit.
- Left and right square bracket: the entry before and after of the same agency.

## Problems
- F8 and Shift+F8: the next, the one before.
- 1 to 9: answer what is asked. N: the next to settle.

## Writing
- Ctrl+B and Ctrl+I: bold, italic. Ctrl+Alt+1 to 3: headings.
- Alt with the arrows: move a block or a line. F4: the fields of a recommendation.

## On Start
- N O A S: new, open, actions, sample.`,
  },
];
