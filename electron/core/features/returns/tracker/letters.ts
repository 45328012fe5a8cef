import { type Paper, type PaperBlock, wordPaper } from '#core/papers/word-paper.ts';
import { formatDay } from '#shared/dates/format.ts';
import type { LetterKind } from '#shared/contract/tracker.ts';
import type { IsoDay } from '#shared/kernel/clock.ts';
import type { Point } from '../papers/problem-points.ts';

/** All that a letter says. No child is named in any: a letter is read by more people than the review is. */
export type Letter = {
  kind: LetterKind;
  agency: string;
  contact: string;
  reference: string;
  partnership: string;
  from: IsoDay | null;
  to: IsoDay | null;
  backgroundFrom: IsoDay | null;
  on: IsoDay;
  due: IsoDay | null;
  /** The day first asked for, and when it was asked; for a reminder. */
  askedOn: IsoDay | null;
  wasDue: IsoDay | null;
  receivedOn: IsoDay | null;
  /** Entries in what came. */
  entries: number;
  points: readonly Point[];
  signedBy: { name: string; post: string };
};

const SUBJECTS: Record<LetterKind, string> = {
  request: 'Request for a chronology',
  reminder: 'Reminder: your chronology',
  receipt: 'Your chronology has come',
  query: 'Points in your chronology',
  acceptance: 'Your chronology is complete',
  nilReturn: 'Your return says that there was no contact',
};

export const subjectOf = ({ kind, reference }: Letter): string => `${SUBJECTS[kind]}${reference === '' ? '' : ` (${reference})`}`;

/** The paragraphs between greeting and signature. */
function body(letter: Letter): string[] {
  const by = letter.due === null ? '' : ` by ${formatDay(letter.due)}`;
  const review = letter.reference === '' ? 'the review' : `review ${letter.reference}`;
  switch (letter.kind) {
    case 'request':
      return [
        `${letter.partnership || 'The safeguarding partnership'} is carrying out ${review}. Your agency is asked for a chronology of its contact with the family, from its own records.`,
        ...period(letter),
        'Use the form that comes with this letter, or a table of your own with a date, the source and what happened in each row. Copy what the record says; do not summarise it.',
        'Say plainly where there was no contact, and from when to when. If your records hold nothing, say so in a line: that is a return too.',
        `Whom the review concerns is told to you separately and securely. Leave names out of the name of your file. Send the return${by} by secure e-mail.`,
      ];
    case 'reminder':
      return [
        letter.askedOn === null
          ? `The chronology of ${letter.agency} for ${review} has not come.`
          : `On ${formatDay(letter.askedOn)} your agency was asked for a chronology for ${review}${letter.wasDue === null ? '' : `, by ${formatDay(letter.wasDue)}`}. It has not come.`,
        `Send it${by === '' ? ' as soon as you are able' : by}, or say what stands in the way and when it will come. What is ready may be sent first.`,
      ];
    case 'receipt':
      return [
        `Thank you. The chronology of ${letter.agency} for ${review} came${letter.receivedOn === null ? '' : ` on ${formatDay(letter.receivedOn)}`}${letter.entries === 0 ? '' : ` and holds ${letter.entries === 1 ? 'one entry' : `${letter.entries} entries`}`}.`,
        'It is being read beside the others. If anything is unclear, you will have a list of the rows.',
      ];
    case 'query':
      return [
        `Thank you for the chronology of ${letter.agency} for ${review}. ${letter.points.length === 1 ? 'One point' : `${letter.points.length} points`} could not be read with certainty.`,
        `Put them right in the file that you sent, keep its headings and rows in their order, and send it again${by}.`,
      ];
    case 'acceptance':
      return [
        `The chronology of ${letter.agency} for ${review} is complete, and nothing more is asked at present.`,
        'Keep the records that it was made from. If you find more, send the whole file again: what is new is found by comparing the two.',
      ];
    case 'nilReturn':
      return [
        `Thank you. The return of ${letter.agency} for ${review} says that there was no contact.`,
        ...period(letter),
        `Confirm${by} that the search was made under every spelling of the names that you were given, every address, and the names of other adults of the household, and say which systems and paper files were searched.`,
      ];
  }
}

function period({ from, to, backgroundFrom }: Letter): string[] {
  const lines: string[] = [];
  if (from !== null && to !== null) lines.push(`In full: ${formatDay(from)} to ${formatDay(to)}.`);
  else if (from !== null) lines.push(`In full: from ${formatDay(from)}.`);
  if (backgroundFrom !== null)
    lines.push(`In summary, key events alone: from ${formatDay(backgroundFrom)}${from === null ? '' : ' until then'}.`);
  return lines;
}

const greeting = ({ contact }: Letter): string => (contact === '' ? 'To the safeguarding lead' : `To ${contact}`);
const signature = ({ signedBy, partnership }: Letter): string[] =>
  [signedBy.name, signedBy.post, partnership].filter((line) => line !== '');

export function letterText(letter: Letter): string {
  const points = letter.points.map(
    ({ where, written, needed }, i) => `${i + 1}. ${where}.${written === '' ? '' : ` Written: “${written}”.`} Needed: ${needed}`,
  );
  return [
    subjectOf(letter),
    '',
    `${greeting(letter)}, ${letter.agency}`,
    '',
    ...body(letter).flatMap((line) => [line, '']),
    ...points,
    ...(points.length === 0 ? [] : ['']),
    ...signature(letter),
    '',
  ].join('\n');
}

export function letterDocx(letter: Letter): Promise<Uint8Array> {
  const line = (text: string): PaperBlock => ({ t: 'paragraph', runs: [{ text }] });
  const blocks: PaperBlock[] = [
    { t: 'title', runs: [{ text: subjectOf(letter) }] },
    { t: 'labelled', label: 'To', runs: [{ text: [letter.contact, letter.agency].filter((part) => part !== '').join(', ') }] },
    { t: 'labelled', label: 'Date', runs: [{ text: formatDay(letter.on) }] },
    ...body(letter).map(line),
  ];
  if (letter.points.length > 0)
    blocks.push({
      t: 'table',
      caption: 'Points, by row',
      header: ['No.', 'Where', 'What was written', 'What is needed'],
      widths: [0.6, 2, 3.5, 3.5],
      rows: letter.points.map(({ where, written, needed }, i) => [String(i + 1), where, written, needed]),
    });
  blocks.push(...signature(letter).map(line));
  return wordPaper({ title: subjectOf(letter), blocks, madeOn: letter.on } satisfies Paper);
}
