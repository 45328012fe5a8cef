import { dayNumber, type IsoDay, partsOf } from '#shared/kernel/clock.ts';
import { MONTH_NAMES } from '#shared/dates/calendar.ts';
import type { ReturnField } from '#shared/model/agency-return.ts';
import { type Paper, type PaperBlock, wordPaper } from '#core/papers/word-paper.ts';
import { workbook } from '#core/papers/workbook.ts';

/** What the form says beyond its fixed words. */
export type TemplateFacts = {
  reference: string;
  partnership: string;
  /** Null: to be written in by the agency. */
  agency: string | null;
  scopeFrom: IsoDay | null;
  scopeTo: IsoDay | null;
  backgroundFrom: IsoDay | null;
  returnBy: IsoDay | null;
};

type TemplateColumn = {
  header: string;
  field: ReturnField;
  /** Share of the page, and characters in a sheet. */
  share: number;
  chars: number;
  hint: string;
  examples: readonly [string, string];
};

/**
 * The columns of the form. Every name is one that the reader of returns knows for certain, so that a filled form asks nothing.
 * An example begins with the word, by which it is known not to be an event.
 */
export const TEMPLATE_COLUMNS: readonly TemplateColumn[] = [
  {
    header: 'Date',
    field: 'date',
    share: 1.4,
    chars: 18,
    hint: 'Day, month and year: 14 March 2025. Not sure: about March 2025. Several days: 3 to 7 March 2025.',
    examples: ['Example: 14 March 2025', 'Example: 1 May to 30 June 2025'],
  },
  {
    header: 'Time',
    field: 'time',
    share: 0.8,
    chars: 9,
    hint: '24 hours: 14:05. Empty where the record gives none.',
    examples: ['10:30', ''],
  },
  {
    header: 'Source of information',
    field: 'source',
    share: 1.6,
    chars: 22,
    hint: 'The record it stands in, and the post of who wrote it.',
    examples: ['Duty nurse, visit record', 'Case list'],
  },
  {
    header: 'What happened',
    field: 'description',
    share: 3.6,
    chars: 60,
    hint: 'The contact, event or decision as the record tells it.',
    examples: ['Planned home visit. Child weighed and seen with her mother in the kitchen.', 'No contact'],
  },
  {
    header: 'Response or action taken',
    field: 'response',
    share: 2.1,
    chars: 34,
    hint: 'What your agency did about it.',
    examples: ['Advice on feeding. Letter to the GP the same day.', ''],
  },
  {
    header: 'Outcome',
    field: 'outcome',
    share: 1.6,
    chars: 26,
    hint: 'What came of it, where the record says.',
    examples: ['Next visit in two weeks', ''],
  },
  {
    header: 'Child’s voice',
    field: 'childVoice',
    share: 1.7,
    chars: 28,
    hint: 'What the child said, showed or was seen to do.',
    examples: ['Laughed and held up her book', ''],
  },
  {
    header: 'Who was involved',
    field: 'involved',
    share: 1.5,
    chars: 24,
    hint: 'Family members and workers, by name and post.',
    examples: ['Child, mother, duty nurse', ''],
  },
  {
    header: 'Agency’s comment',
    field: 'agencyComment',
    share: 1.7,
    chars: 30,
    hint: 'Your view of it now, apart from what the record says.',
    examples: ['Visit kept to the standard of that time', ''],
  },
];

const GLOSSARY = { caption: 'Abbreviations', header: ['Abbreviation', 'What it stands for'] };
const DOCX_BLANKS = 25;
const XLSX_BLANKS = 400;
const GLOSSARY_BLANKS = 10;

type Part = { heading: string; lines: readonly string[] };

/**
 * Wording matters here: no line begins with a date, and none states "nil return" except inside a sentence that begins with If,
 * or an empty form that comes back would read as what its instructions say.
 */
function instructions(facts: TemplateFacts): Part[] {
  const scope = period(facts);
  const before = facts.scopeFrom === null ? 'the period' : longDay(facts.scopeFrom);
  return [
    {
      heading: 'What to write',
      lines: [
        `One row for each contact, event or decision${scope === null ? '' : ` in the period ${scope}`}, from your agency’s own records.`,
        `Background before ${before}${facts.backgroundFrom === null ? '' : `, back to ${longDay(facts.backgroundFrom)}`}: only what helps to understand the rest, a few rows in all.`,
        'Write what the record says under What happened. What you think of it now belongs under Agency’s comment.',
        'Keep the headings as they are. Columns of your own may be added at the end, and rows as many as needed.',
      ],
    },
    {
      heading: 'How to write dates',
      lines: [
        'Day, month and year, the month as a word where possible: for example 14 March 2025.',
        'Where the day is not known, write what is: about March 2025, spring 2025, week of 10 March 2025.',
        'Several days in one row: first and last day in the same cell, as 3 to 7 March 2025.',
      ],
    },
    {
      heading: 'Periods without contact',
      lines: [
        'State each one in a row of its own: its first and last day under Date, and under What happened the words of the second example.',
      ],
    },
    {
      heading: 'Nothing to send',
      lines: [
        'If your records hold nothing about the family, write “Nil return” under What happened in the first empty row, and send the form back.',
      ],
    },
    {
      heading: 'Abbreviations',
      lines: ['Put every abbreviation that you use in the list at the end, with what it stands for.'],
    },
  ];
}

/** The form in Word: instructions, the table with two examples and rows to write in, the list of abbreviations. */
export function templateDocx(facts: TemplateFacts): Promise<Uint8Array> {
  const blocks: PaperBlock[] = [
    { t: 'title', runs: [{ text: titleOf(facts) }] },
    ...(facts.partnership === '' ? [] : [{ t: 'subtitle', runs: [{ text: facts.partnership }] } satisfies PaperBlock]),
    ...labels(facts).map(([label, text]): PaperBlock => ({ t: 'labelled', label, runs: [{ text }] })),
    ...instructions(facts).flatMap(({ heading, lines }): PaperBlock[] => [
      { t: 'heading', level: 2, runs: [{ text: heading }] },
      ...lines.map((text): PaperBlock => ({ t: 'listItem', ordered: false, runs: [{ text }] })),
    ]),
    { t: 'heading', level: 2, runs: [{ text: 'Chronology' }] },
    {
      t: 'table',
      caption: 'Chronology',
      captionUnseen: true,
      header: TEMPLATE_COLUMNS.map((column) => column.header),
      widths: TEMPLATE_COLUMNS.map((column) => column.share),
      rows: [0, 1].map((n) => TEMPLATE_COLUMNS.map((column) => [{ text: column.examples[n] ?? '', italic: true }])),
      blankRows: DOCX_BLANKS,
    },
    { t: 'heading', level: 2, runs: [{ text: GLOSSARY.caption }] },
    {
      t: 'table',
      captionUnseen: true,
      ...GLOSSARY,
      widths: [1, 4],
      rows: [],
      blankRows: GLOSSARY_BLANKS,
    },
  ];
  return wordPaper({ title: titleOf(facts), landscape: true, blocks } satisfies Paper);
}

/** The form in Excel: the same words on a sheet of their own, and a sheet for the chronology. */
export function templateXlsx(facts: TemplateFacts): Promise<Uint8Array> {
  const lines = [
    { text: titleOf(facts), heading: true as const },
    ...(facts.partnership === '' ? [] : [{ text: facts.partnership }]),
    ...labels(facts).map(([label, text]) => ({ text: `${label}: ${text}` })),
    ...instructions(facts).flatMap(({ heading, lines: said }) => [
      { text: heading, heading: true as const },
      ...said.map((text) => ({ text })),
    ]),
  ];
  const columns = TEMPLATE_COLUMNS.map(({ header, chars, hint }) => ({ header, width: chars, hint }));
  const rows = [0, 1].map((n) => TEMPLATE_COLUMNS.map((column) => column.examples[n] ?? ''));
  return workbook(titleOf(facts), [
    { name: 'Read me', lines },
    { name: 'Chronology', columns, rows, blankRows: XLSX_BLANKS },
    {
      name: 'Abbreviations',
      columns: GLOSSARY.header.map((header, i) => ({ header, width: i === 0 ? 16 : 60 })),
      rows: [],
      blankRows: GLOSSARY_BLANKS,
    },
  ]);
}

const titleOf = (facts: TemplateFacts): string =>
  facts.reference === '' ? 'Agency chronology' : `Agency chronology for ${facts.reference}`;

function labels(facts: TemplateFacts): [string, string][] {
  const scope = period(facts);
  return [
    ['Agency', facts.agency ?? ''],
    ...(facts.reference === '' ? [] : [['Review', facts.reference] satisfies [string, string]]),
    ...(scope === null ? [] : [['Period', scope] satisfies [string, string]]),
    ...(facts.returnBy === null ? [] : [['Return by', longDay(facts.returnBy)] satisfies [string, string]]),
  ];
}

function period({ scopeFrom, scopeTo }: TemplateFacts): string | null {
  if (scopeFrom !== null && scopeTo !== null) return `${longDay(scopeFrom)} to ${longDay(scopeTo)}`;
  if (scopeFrom !== null) return `from ${longDay(scopeFrom)}`;
  return scopeTo === null ? null : `until ${longDay(scopeTo)}`;
}

function longDay(day: IsoDay): string {
  const { year, month, day: date } = partsOf(dayNumber(day));
  return `${date} ${MONTH_NAMES[month - 1]} ${year}`;
}
