import type { HelpPage } from './help-page.ts';

/** From the first return to the recommendations. */
export const PLACE_PAGES: readonly HelpPage[] = [
  {
    id: 'start',
    title: 'How a review goes through',
    body: `A review is one encrypted file on this computer. Nothing is sent anywhere, and nothing is fetched.

## In order
- Returns: each agency's file goes in as it came and is kept byte for byte.
- Chronology: one order of entries over all agencies, each date as it was written beside how it was understood.
- People: everybody who must not be named, with what stands in their place.
- Analysis: themes, and findings with the evidence for and against each.
- Recommendations and actions: owner, date, measure, assurance.
- Publish: checked, approved by a second person, opened again and searched before it leaves.

Any step can come first. A list of actions can be published without a chronology.

## Four ways in
- New review: a title without a real name, the kind of review, its period, your name and post, a passphrase.
- Open a review: a file ending in .review, with its passphrase or its recovery sheet.
- Publish actions only, from Word: a new review that begins with the actions.
- The sample: an invented family and invented agencies. It is a copy; change anything.

## Who is at the keyboard
Each change is recorded under a name, a post and a role. The roles are independent reviewer, business manager and review panel member. They are a way of working, not a lock: whoever holds the passphrase holds everything in the file.

## Identified and anonymised
One switch at the top, or F9. While the view is anonymised, no real name is shown anywhere: not in texts, not in file names, not in search. What shows real names by its nature, such as an original file, is refused until the view is identified again.`,
  },
  {
    id: 'returns',
    title: 'Returns',
    body: `A return is what one agency sends: a Word file with a table or dated paragraphs, an Excel workbook, or a CSV or TSV file.

## Putting one in
Choose the file or drop it anywhere in the window. What was read is shown before anything is added: which column is which, each date as it was understood, and every row that needs a look.
- A column in the wrong place is put right by hand. For the next file of the same agency it is remembered.
- A column that nobody knows is kept with the entry, under its own heading.
- A row without a readable date goes in after the dated row above it, and is flagged. It is never dropped.
- In a workbook each sheet is a table. A sheet that is named after an agency is that agency's; one of instructions or examples gives no entries. A date is what Excel shows. Hidden rows and sheets are read and hidden columns left out of the entries; all of them are flagged.
- A blank date is the date above. "As above" and ditto marks are resolved, and flagged.

## A form for an agency
“Make a form” saves a Word or Excel file with what is asked, how to write dates and periods without contact, and the table to fill in. It names the review by its reference only. Filled in, it comes back without a question; rows and columns may be added.

## The tracker
Tracker shows each agency that was asked: when, by when, and where it stands, from asked to accepted. “Ask for returns” notes the agencies, the period and the day. That a file came is read from the file itself; a reminder, a question, an answer by post and the acceptance are noted by you. For each step “Write letters” makes a Word letter, or text for an e-mail, that names the review by its reference. An agency past its day is marked.

## Problems
An error keeps a row from being taken whole. A warning is a doubt: a date with two readings, a weekday that does not fit. A notice is about the file: tracked changes, hidden text, comments. Each names its table, row and column as a person counts them: the first row of a table is row 1, its header included. “Points for the agency” puts them into Word, Excel or a text for an e-mail, with what was written and what is needed, for that agency alone.

## The original
“Original” above the rows, or “Open original” at an entry, shows the file as it was sent, at that row: its tables and paragraphs, with what is hidden, struck out or commented marked as such.

## What is refused
A file with a password, with macros, damaged, far too large, or built to do harm is refused within seconds. The message says what to ask the agency for. Nothing in the review has changed.

## Afterwards
The agency's file lies inside the review as it came and can be saved again. Undo takes a return out while no later work leans on it. “Withdraw this return” hides its entries and keeps the tags, comments and links made on them. 

A corrected return is recognised by its name, its bytes or its rows, and you can say so yourself: “This file is a later version of …”. It is then compared with the version before, row by row: what was added, changed, moved or removed, one entry split into several or several joined to one. Nothing changes until you accept it. All of it goes in as one step, which undo takes back.

Entries keep their numbers, tags, annotations, corrections and links. One that the new version left out and nobody worked on is hidden, not deleted. One that somebody worked on stays, and you are asked: keep it as it was said before, or hide it. Where you had corrected what the agency now changed, both are kept and you choose. The questions stand with the return under “To settle” and beside the entry, which also shows what earlier versions said.`,
  },
  {
    id: 'chronology',
    title: 'Chronology',
    body: `One list over all agencies, in the order of days. On one day an entry without a time comes before those with one; then the order of the return. Alt and the arrow keys put entries of one day in another order.

## What a row says
Its reference number, which never changes. The day as understood over the day as written. The agency, and where in its file it stands. The text, exactly as the agency wrote it.

Beside the day: about, for a vague date; a double arrow for a range; a question mark where two readings are possible; a double prime where the day came from the row above.

## Finding
Ctrl+F searches, and F3 goes on to the next hit. F opens the filters: agency, period, theme, person, problems. Filters add up; Shift+F clears them. Ctrl+G goes to a day or to a reference number.

“Build a filter” joins conditions: all must hold, or any may. Each can be turned round with “not”, and several can be put in a group. The sentence at the top says what the list then shows, and the list follows at once.

## Columns, rows and headings
- Columns: tick those to show. Alt with ↑ ↓ moves one, + and − make it wider and narrower, and some can stay in view at the left.
- Rows: one line or two, under headings by day, agency or theme. Alt with Page up and Page down goes from heading to heading.
- One row for each event told by several: the account that the review relies on stands for the others, else the first. “+2” says how many stand beneath; O or a press opens them, each at its date, and puts them together again. What a filter hides counts for nothing, so no event is lost. The number above the list says rows and entries.

## Saved views
V opens the views. A view keeps the filter, the columns, the headings and the rows under a name, for everybody who works in this review. Change the list and save the view again, or save it under another name. “All entries” leaves it.

## Many at once
Space marks entries, Shift with the arrows a stretch, Ctrl+A all that match. T then gives one theme to all of them, and Shift+D puts their dates right together: “all of these are 2010”, day and month the other way round. What will change is shown first, and it is one step to undo.

## On paper
Ctrl+P prints what is on the screen, or saves it for Word or Excel: the same entries, columns, headings and order, with the filter in words at the top.

## Working on an entry
- T gives it a theme, A annotates, C challenges a fact, M writes a memo, L links it to a finding, D opens its date, E shows its thread.
- With several selected, T tags, A annotates and D dates all of them as one change.
- A correction stands beside the original. What the agency wrote is never overwritten.
- An entry from another source can be added by hand. It says so.

## A theme on some of its words
Beside the entry its words are selected by mouse, or by keys: arrows go from word to word, up and down from sentence to sentence, Shift takes in more. T, the first letters of a theme and Enter tag them. Tagged words are tinted and underlined, and listed under the text with their theme. The entry then has the theme: lists, counts and the matrix count it once. Taken off its last words, the theme goes from the entry too, unless the entry was tagged itself.
A correction or a corrected return takes tagged words along where they still stand. Where they were changed, nothing is moved: the entry asks, proposes where they may stand now, and you place them, keep the theme on the entry alone, or take it off.

## What waits for a word
Lists, above the list, opens Open threads: annotations that nobody settled and challenges that are open, the oldest first, everybody's, yours or other people's, and by agency. They are answered and settled there. Your own annotation, reply or open challenge can be changed by you.

## Memos
A memo is your own thinking before it is a finding: about entries, about themes, or on its own. Lists opens all of them, with a search. A memo goes into no copy for the panel and no publication.

## The same event, told by several
Same event, above the list, shows pairs of entries that may tell of one event, and rows that came twice, each with the reason. S groups a pair, X says that it is not the same event, and why; Space marks several. In the list, S groups the entries selected. Nothing is put together by itself, and no entry changes: a group holds accounts beside each other, says which one the review relies on and why, and lists where they contradict each other. Each contradiction is settled, or left open with a note. Pairs that are likelier to be wrong are shown when Weaker proposals is ticked.

## Accuracy challenges
C at an entry says that a fact in it is wrong: what is wrong, how you know it, and the words you would have. The entry stays as it is until somebody settles the challenge: accepted, with the correction beside the original; accepted in part; or refused, with the reason. All of them are listed under Accuracy challenges: Ctrl+K, or G then H.

## Lanes
Above the list each agency, person or theme has a lane: bars of weeks when far, single entries when near. Hatched is a stretch without contact; where two lie over each other the longer one says its days. Dashed is a date that may be any of several days, and the box the rows in view; dragging it moves the list. In a lane, left and right go from one to the next, up and down to the other lanes, + and - come nearer and go farther, 0 shows all years, Page up and Page down move along, Enter selects the entry in the list. The wheel zooms; with Shift it moves along. Lanes as a list says the same in words. Themes by agency, among the lanes by theme, counts themes against agencies, by quarter or by month; a number opens its entries. G then T goes there from anywhere.

## What is missing
Stretches without contact are found within the period under review: longer than three times an agency's usual interval, never under 28 days, or from the number of days that is set. A date no wider than a month counts as contact on all its days; a wider one breaks no gap, and the gap says so. The page also asks about records that begin or end on other days than the period, lists agencies that others name and that sent nothing, and the background period and exceptions with the entries outside all of them. What is known of each is written beside it.

Everything can be undone with Ctrl+Z and is listed under Activity.`,
  },
  {
    id: 'dates',
    title: 'Dates as they are read',
    body: `A date is kept as it was written and, beside it, as it was understood: earliest and latest day, how exact it is, how sure. Where two readings are possible, one is taken, the other is listed, and the entry is flagged.

## What is read
- Figures in British order: 12/10/10, 12.10.2010, 12 10 10. A date that works only the other way round is read so, and flagged.
- Words: 3rd March 2009, Tues 4 May, early June, mid-2014, c. 1998.
- Ranges: 12–14 Oct, 4th/5th March 09, overnight 3/4 May, week commencing 7 Sept.
- Seasons, school terms, quarters, financial and academic years, feasts, Welsh months.
- Relative dates such as "the following day", where there is something to lean on.
- Usual slips of typing and scanning: O for 0, l for 1. They are put right, and flagged.

## The conventions
- Early, mid and late are days 1 to 10, 11 to 20 and 21 to the end; of a year, January to April, May to August, September to December.
- Spring is March to May. Autumn term is September to December, spring term January to Easter, summer term Easter to July.
- Week commencing is seven days. A financial year starts on 1 April, an academic year on 1 September.
- After and before leave the day out; from, until and by take it in.
- A year of two figures lies inside the review's period if one is known, else in the past.
- Where a weekday does not fit its date, the figures win and the entry is flagged.

Days are days of the calendar. No time zone moves them.`,
  },
  {
    id: 'people',
    title: 'People and what must not appear',
    body: `One register of people, places, organisations and reference numbers. It serves every page, every search and every publication.

## An entry
The real name and other spellings; date of birth, addresses, numbers; a pseudonym such as Child S, Adult B, School 1; a role; and how it is published: by pseudonym, by role, by its real name, or left out.

Names can be pasted one a line: “Real name = Pseudonym”. Other spellings follow a semicolon, a birthday follows the word "born".

## What is found
Mentions are found through possessives, initials, surname first, titles, short names, halves of double names, odd spaces and apostrophes, accents and their absence, look-alike letters, one wrong letter in a long name, e-mail addresses and file names, and dates of birth and addresses in other spellings.

A mention is sure, or it is asked. Two people with one surname are asked. A word that may be a name (May, Mark) is asked. Nothing is guessed: until somebody says who is meant, an anonymised page shows it as undecided.

## What is for a person
No search finds a family word that points to somebody, a nickname that nobody wrote down, or facts that together point to one family. The check sheet of each publication lists these, and somebody has to say that the whole text was read for them.`,
  },
  {
    id: 'analysis',
    title: 'Analysis',
    body: `## Themes
A tree, each theme with a definition. A theme is given to entries in the chronology with T. Themes can be renamed, moved, merged and removed; each of these can be undone.

## Findings
A finding says what the evidence shows, and why. Its kinds are practice, good practice, systemic, and key practice episode. Entries are linked to it as evidence for or against.

## What hangs loose
A finding without evidence, evidence without a finding, a finding without a recommendation: they are counted on Overview, with a link to each.

## The thread
From an entry to the findings that rest on it, to the recommendations that follow, to their actions and to what was published, and back again.`,
  },
  {
    id: 'recommendations',
    title: 'Recommendations',
    body: `A recommendation stands as a block in the prose. Beside its sentence it has owners, as posts; a lead agency; a timescale; the outcome that is expected; how success is measured; and who gives assurance, in order.

The notes at the side read the sentence and its fields. They say what is missing or weak, and why: no owner, a date that cannot be tested, a verb that can be ticked off. A practice standard such as "within 48 hours" is not taken for a deadline. The notes explain; they never block.

## Placing
Numbers come from the order of the blocks. A block that is deleted takes its recommendation out of the report; it is kept under “Not placed” and can be put back.

## References
A reference to an entry or a finding shows what that says now, not what it said when it was written.`,
  },
];
