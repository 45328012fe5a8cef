import { AppError } from '#shared/kernel/app-error.ts';

/** The lines of one command, or of all. Throws `wrongUsage` for a command that is not there. */
export function helpLines(topic: string | undefined): readonly (readonly [usage: string, about: string])[] {
  const found = LINES.filter(([usage]) => topic === undefined || usage.split(' ')[0] === topic);
  if (found.length === 0) throw new AppError('wrongUsage', { why: `There is no command “${topic?.slice(0, 40)}”.` });
  return found;
}

/** What `plumbline help` prints; kept as text so that help starts at once. A test holds it to the commands. */
export function helpText(topic: string | undefined): string {
  const list = helpLines(topic).map(([usage, about]) => `  plumbline ${usage}\n      ${about}\n`);
  return `Plumbline: a safeguarding review, from agencies' returns to a safe publication.\n\n${list.join('')}\n${COMMON}`;
}

const COMMON = `With every command
  --json                 one JSON document, or JSON Lines where a list is streamed; errors as JSON on stderr
  --progress             says on stderr how far long work is
  --passphrase-file F    where the passphrase stands; else PLUMBLINE_PASSPHRASE; else it is asked for
  --anonymised           (events, call) no real name in anything that is printed

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 refused because it would not be safe.
Days are written 2010-10-12. Rows are counted as a person counts them: the first row of a table is 1.
`;

export const LINES: readonly (readonly [usage: string, about: string])[] = [
  [
    'new FILE --title T --profile lcspr|localLearning|rapidReview [--scope FROM..TO] [--reference R] [--partnership P] [--subject "Child S"] [--author "NAME, POST"]',
    'creates an encrypted review',
  ],
  ['sample FILE', 'creates the fictional sample review'],
  [
    'import FILE RETURN… [--agency NAME] [--replaces RETURN-ID] [--mapping M.json] [--preview] [--accept-problems]',
    'reads agency returns (Word, Excel, CSV) into the chronology; a corrected one is applied as a diff',
  ],
  [
    'events FILE [--agency A] [--from D] [--to D] [--search WORDS] [--theme T] [--person P] [--anonymised]',
    'the integrated chronology, in order',
  ],
  ['dates', 'reads JSON Lines {id, text, anchor?} from stdin; prints each date as it was understood'],
  ['mentions --register R.json', 'reads JSON Lines {id, text} from stdin; prints every mention of those on the register'],
  ['people FILE list · people FILE import R.json', 'the register of people, places, organisations and numbers'],
  ['actions FILE [list] · actions FILE import F', 'recommendations and actions; import reads Word, Excel, CSV or text'],
  ['recommendations check', 'reads JSON Lines {id, text} from stdin; finds owner, timescale, measure, and says what is weak'],
  [
    'publish FILE --kind full|executiveSummary|actionsOnly|actionPlan|chronology|learningBrief|webEntry --out F --approved-by "NAME, POST" [--reason TEXT] [--summary TEXT] [--layout headings|table] [--on DATE] [--audience A] [--format docx|html]',
    'makes a checked publication with its check sheet',
  ],
  ['check F.docx --review FILE', 'reads any Word file again for names on the register and for what a Word file can hide'],
  ['call FILE METHOD [INPUT.json or -] [--out F]', 'any method of the contract; --out writes the file that it makes'],
  ['methods', 'every method with its input and output as JSON Schema'],
  ['export FILE --to DIR', 'everything in open formats, as plain text'],
  ['verify FILE', 'integrity of file, index, aggregates and activity chain'],
  ['serve [FILE] [--port N] [--no-open]', 'the window in a browser, on 127.0.0.1 only'],
  ['start', 'the desktop window, else the browser'],
];
