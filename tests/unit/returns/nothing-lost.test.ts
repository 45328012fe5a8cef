import {
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  option,
  property,
  record,
  shuffledSubarray,
  tuple,
  type Arbitrary,
  oneof,
  constant,
} from 'fast-check';
import { test } from 'vitest';
import { readDate } from '#shared/dates/read-date.ts';
import type { StagedReturn } from '#shared/model/agency-return.ts';
import {
  makeDocx,
  paragraph,
  row as docxRow,
  run,
  text as docxText,
  cell as docxCell,
} from '../../fixtures/returns/make-docx.ts';
import { type CellValue, makeXlsx, rowXml } from '../../fixtures/returns/make-xlsx.ts';
import { stage } from './support.ts';

/** More where a fault is looked for: NOTHING_LOST=3000. */
const RUNS = Number(process.env['NOTHING_LOST'] ?? 40);

/* A table as somebody may send it: each cell that is filled has a word of its own, by which it is found again. */
type Body =
  | { kind: 'entry'; date: string; texts: (string | null)[]; merged: boolean }
  | { kind: 'blank' }
  | { kind: 'header' }
  | { kind: 'line'; text: string; wide: boolean }
  | { kind: 'total'; text: string };
type Sheet = { title: string | null; columns: string[]; body: Body[] };

const DATES = [
  '12/03/2024',
  '3.4.24',
  '14 March 2024',
  'Wed 13/03/2024',
  '2024-05-06',
  'May 2024',
  'Spring 2024',
  'c. 2023',
  '',
  'as above',
  '"',
  'ditto',
  '31/02/2024',
  '13/25/2024',
  'undated',
  'n/k',
  'not known',
  'TBC',
  '??/05/2024',
  '12/03/2024 - 14/03/2024',
  '12/03/2024 14:30',
  '14:30',
  '45363',
  'w/c 4/3/24',
  'End',
  'end',
  'late',
  'Received 12/03/24',
  '12 ottobre 2024',
  'see file',
  'Q3 2024',
  '1.',
  '7',
  '12/03',
  '5th',
  'Monday',
  '12/03/2024\n15:30',
  '(12/03/2024)',
  '12/03/2024*',
  'Date unknown',
  'early 2024',
  'next day',
  '2 weeks later',
  'since 2023',
  'until May 2024',
  '100',
  'N/A',
  '-',
  '–',
  '01/01/0100',
] as const;
const STARTS = [
  'Home visit',
  'Call from school',
  'and then',
  'continued from above',
  'Note: seen',
  'Total',
  'Example',
  'e.g. a visit',
  'No contact',
  'Nil',
  '#4711',
  '# author',
  '=SUM',
  '- item',
  '• seen',
  '1. first',
  'Key',
  'Signed',
  'Action taken',
  'Page 1',
  'Mother said',
  'Date',
  'as above',
  '12/03/2024 visit',
  'End of',
  'yes',
  'Please call',
  'Source',
  'None',
  '(cont.)',
  'Enter',
  'Who',
  'TRUE',
  '12',
  'Name:',
] as const;
const TAILS = [
  '.',
  '',
  ', and more',
  '\nSecond line.',
  ' "quoted" words',
  '; then, later',
  '?',
  ' by the worker.',
  ' | bar',
  '\n\n- one\n- two',
  ' ’s',
  ' <b>&amp;',
  '\tTabbed',
] as const;
const HEADINGS = [
  'Source',
  'Action',
  'Outcome',
  'Time',
  'Comment',
  'Who was involved',
  'Ref',
  'Location',
  'Theme',
  'End date',
  'Agency',
  'Voice of the child',
  'Foo',
  '',
] as const;

let n = 0;
const words = tuple(constantFrom(...STARTS), constantFrom(...TAILS)).map(([start, tail]) => ({ start, tail }));
const cell: Arbitrary<{ start: string; tail: string } | null> = option(words, { freq: 3 });
const body: Arbitrary<unknown> = oneof(
  {
    weight: 12,
    arbitrary: record({
      kind: constant('entry'),
      date: constantFrom(...DATES),
      texts: array(cell, { minLength: 5, maxLength: 5 }),
      merged: integer({ min: 0, max: 9 }).map((x) => x > 7),
    }),
  },
  { weight: 1, arbitrary: constant({ kind: 'blank' }) },
  { weight: 1, arbitrary: constant({ kind: 'header' }) },
  { weight: 2, arbitrary: record({ kind: constant('line'), text: words, wide: boolean() }) },
  {
    weight: 1,
    arbitrary: record({
      kind: constant('line'),
      text: constantFrom(
        'March 2024',
        '2024',
        'Background',
        'Home visits',
        'Year 2',
        'Key',
        'Totals',
        'April',
        'Continued',
        '12/03/2024',
        '5 May 2024',
        'Signed: J Smith',
        'see over',
      ).map((t) => ({ plain: t })),
      wide: boolean(),
    }),
  },
  { weight: 1, arbitrary: constant({ kind: 'total', text: 'Total' }) },
);
const unique = (t: { start: string; tail: string }): string => `${t.start} qz${(n++).toString(36)}x${t.tail}`;
const sheet: Arbitrary<Sheet> = record({
  title: option(constantFrom('Chronology', 'Westmere Trust', 'Agency: Westmere')),
  extra: shuffledSubarray([...HEADINGS], { maxLength: 4 }),
  at: tuple(integer({ min: 0, max: 4 }), integer({ min: 0, max: 4 })),
  body: array(body, { minLength: 1, maxLength: 9 }),
}).map(({ title, extra, at, body: rows }) => {
  n = 0;
  const columns: string[] = [...extra];
  columns.splice(Math.min(at[0], columns.length), 0, 'Event');
  columns.splice(at[1] > 1 ? 0 : Math.min(at[1], columns.length), 0, 'Date');
  const plain = (date: string): unknown => ({
    kind: 'entry',
    date,
    merged: false,
    texts: Array.from({ length: 5 }, () => ({ start: 'Home visit', tail: '.' })),
  });
  const all: unknown[] = [...rows];
  all.splice(Math.min(at[0], rows.length), 0, plain('03/02/2024'));
  all.splice(Math.min(at[1] * 2, rows.length), 0, plain('04/02/2024'));
  const own = (all as Record<string, unknown>[]).map((raw): Body => {
    if (raw['kind'] === 'entry') {
      const texts = raw['texts'] as ({ start: string; tail: string } | null)[];
      return {
        kind: 'entry',
        date: raw['date'] as string,
        merged: raw['merged'] as boolean,
        texts: texts.map((t) => t && unique(t)),
      };
    }
    if (raw['kind'] === 'line') {
      const t = raw['text'] as { plain?: string; start: string; tail: string };
      return { kind: 'line', text: t.plain ?? unique(t), wide: raw['wide'] as boolean };
    }
    if (raw['kind'] === 'total') return { kind: 'total', text: `Total qz${(n++).toString(36)}x` };
    return { kind: raw['kind'] as 'blank' | 'header' };
  });
  return { title, columns, body: own };
});

/** The rows as cells: what a writer of any kind puts down. `wide` cells reach over the whole row. */
type Written = { cells: string[]; wide: boolean; isHeader: boolean; under?: true };
function written({ title, columns, body: rows }: Sheet): Written[] {
  const out: Written[] = [];
  const blank = columns.map(() => '');
  if (title !== null) out.push({ cells: [title, ...blank.slice(1)], wide: true, isHeader: true });
  out.push({ cells: columns, wide: false, isHeader: true });
  let before: Body | null = null;
  for (const one of rows) {
    if (one.kind === 'blank') out.push({ cells: blank, wide: false, isHeader: false });
    else if (one.kind === 'header') out.push({ cells: columns, wide: false, isHeader: true });
    else if (one.kind === 'line') out.push({ cells: [one.text, ...blank.slice(1)], wide: one.wide, isHeader: false });
    else if (one.kind === 'total') out.push({ cells: [one.text, '12', ...blank.slice(2)], wide: false, isHeader: false });
    else {
      let at = 0;
      // Its date is the lower part of the one above.
      const under = one.merged && before?.kind === 'entry';
      const date = under ? '' : one.date;
      out.push({
        cells: columns.map((name) => (name === 'Date' ? date : (one.texts[at++] ?? ''))),
        wide: false,
        isHeader: false,
        ...(under ? { under } : {}),
      });
    }
    before = one;
  }
  return out;
}

/** Every filled cell is in a field of an entry of its row, or its row is named in a problem that quotes it or says why it is none. */
function lost(staged: StagedReturn, rows: readonly Written[], rowOf = (i: number): number => i + 1): string[] {
  const entries = new Map<number, string>();
  for (const event of staged.events) {
    const { description, sourceOfInformation, response, outcome, childVoice, agencyComment, involved, other, agency, date } =
      event;
    const fields = [
      description,
      sourceOfInformation,
      response,
      outcome,
      childVoice,
      agencyComment,
      involved,
      agency,
      date.asWritten,
      ...Object.values(other),
    ];
    const all = fields.filter((field) => field !== null).join('\n');
    for (const index of event.rows) {
      const place = staged.rows[index]!.row;
      entries.set(place, `${entries.get(place) ?? ''}\n${all}`);
    }
  }
  const told = new Map<number, string>();
  for (const problem of staged.problems)
    if (problem.row !== null) told.set(problem.row, `${told.get(problem.row) ?? ''}\n${problem.message}`);
  const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const out: string[] = [];
  rows.forEach(({ cells, isHeader }, i) => {
    if (isHeader) return;
    const row = rowOf(i);
    for (const text of cells) {
      const bare = flat(text);
      if (bare === '' || /^[-–—\s.]*$/.test(bare)) continue;
      // A date over the rows is the date of the entries below it.
      const isLent = staged.events.some(({ date }) => flat(date.asWritten).startsWith(bare));
      // A month or a year over entries of that time says nothing that they do not.
      const { earliest, latest, precision } = readDate(bare, { previousEarliest: '2024-02-04', previousLatest: '2024-02-04' });
      const isMonth = bare === 'April' && staged.events.some(({ date }) => date.earliest?.slice(5, 7) === '04');
      const isHeading =
        isMonth ||
        (cells.filter((one) => one !== '').length === 1 &&
          ['day', 'month', 'season', 'year', 'range'].includes(precision) &&
          staged.events.some(
            ({ date }) => date.earliest !== null && date.earliest >= (earliest ?? '9') && date.earliest <= (latest ?? ''),
          ));
      const all = `${entries.get(row) ?? ''}\n${told.get(row) ?? ''}`;
      const isKept =
        isLent ||
        isHeading ||
        bare
          .slice(0, 250)
          .split(' ')
          .every((word) => all.includes(word));
      if (!isKept) out.push(`row ${row}: ${JSON.stringify(text)}`);
    }
  });
  return out;
}

const csvCell = (text: string): string => (/[",\n\r\t;|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csvOf = (rows: readonly Written[], mark: string): string =>
  rows
    .map(({ cells }) => cells.map((text) => (text.includes(mark) ? `"${text.replaceAll('"', '""')}"` : csvCell(text))).join(mark))
    .join('\r\n');

function check(staged: StagedReturn, rows: readonly Written[]): void {
  const gone = lost(staged, rows);
  if (gone.length > 0)
    throw new Error(
      `${gone.join('\n')}\n${JSON.stringify(rows.map(({ cells }) => cells))}\n${JSON.stringify(staged.mapping)}\n${JSON.stringify(
        staged.events.map((e) => [e.rows.map((r) => staged.rows[r]!.row), e]),
        null,
        0,
      )}\n${staged.problems.map((p) => `${p.code} ${p.row} ${p.message}`).join('\n')}`,
    );
}

test('CSV: every filled cell is in an entry or told of', () => {
  assert(
    property(sheet, constantFrom(',', ';', '\t'), (made, mark) => {
      const rows = written(made);
      check(stage(csvOf(rows, mark), 'x.csv'), rows);
    }),
    { numRuns: RUNS },
  );
});

/** Rows whose first columns stand merged: where each begins and how far down it reaches. */
function mergedDown(rows: readonly Written[]): (readonly [from: number, to: number])[] {
  return rows.flatMap(({ under }, i) => {
    if (under || !rows[i + 1]?.under) return [];
    const end = rows.findIndex((row, at) => at > i && !row.under);
    return [[i, (end < 0 ? rows.length : end) - 1] as const];
  });
}

const xlsxOf = (rows: readonly Written[]): Uint8Array => {
  const header = rows.find(({ isHeader, wide }) => isHeader && !wide)!;
  const date = String.fromCharCode(65 + header.cells.indexOf('Date'));
  const merges = mergedDown(rows).map(([from, to]) => `<mergeCell ref="${date}${from + 1}:${date}${to + 1}"/>`);
  const xml = rows
    .map(({ cells, wide }, i) => {
      const last = String.fromCharCode(64 + cells.length);
      if (wide && cells.length > 1) merges.push(`<mergeCell ref="A${i + 1}:${last}${i + 1}"/>`);
      const values = cells.map((text): CellValue => {
        const day = /^(0[1-9]|[12]\d)\/(0\d|1[0-2])\/(\d{4})$/.exec(text);
        if (day && Number(day[3]) > 1900 && i % 2 === 0)
          return { v: Date.UTC(Number(day[3]), Number(day[2]) - 1, Number(day[1])) / 86_400_000 + 25_569, s: 1 };
        return text === '' ? null : text;
      });
      return rowXml(i + 1, values);
    })
    .join('');
  return makeXlsx(
    [{ name: 'Sheet1', rows: xml, after: merges.length > 0 ? `<mergeCells>${merges.join('')}</mergeCells>` : '' }],
    { formats: ['dd/mm/yyyy'] },
  );
};
test('XLSX: every filled cell is in an entry or told of', () => {
  assert(
    property(sheet, (made) => {
      const rows = written(made);
      check(stage(xlsxOf(rows), 'x.xlsx'), rows);
    }),
    { numRuns: RUNS },
  );
});

const docxOf = (rows: readonly Written[]): Uint8Array => {
  const date = rows.find(({ isHeader, wide }) => isHeader && !wide)!.cells.indexOf('Date');
  const from = new Set(mergedDown(rows).map(([first]) => first));
  const merge = (i: number, under: boolean): string => (under ? '<w:vMerge/>' : from.has(i) ? '<w:vMerge w:val="restart"/>' : '');
  const xml = rows.map(({ cells, wide, under }, i) =>
    wide
      ? docxRow([docxCell(docxText(cells[0]!), `<w:gridSpan w:val="${cells.length}"/>`)])
      : docxRow(cells.map((text, column) => docxCell(docxText(text), column === date ? merge(i, under === true) : ''))),
  );
  return makeDocx(`<w:tbl><w:tblPr/><w:tblGrid/>${xml.join('')}</w:tbl>`);
};
test('DOCX tables: every filled cell is in an entry or told of', () => {
  assert(
    property(sheet, (made) => {
      const rows = written(made);
      check(stage(docxOf(rows), 'x.docx'), rows);
    }),
    { numRuns: RUNS },
  );
});

/** "Date, tab, text" in paragraphs: plain ones stand between, before the first and behind the last none. */
const paragraphsOf = (rows: readonly Written[]): Uint8Array =>
  makeDocx(rows.map(({ cells }) => paragraph(cells.map((text) => run(text)).join('<w:r><w:tab/></w:r>'))).join(''));
test('DOCX paragraphs: every word of them is in an entry or told of', () => {
  assert(
    property(sheet, (made) => {
      const plain = (text: string): string => text.replace(/\s+/g, ' ');
      const rows = made.body.flatMap((one): Written[] => {
        if (one.kind === 'entry' && one.date !== '' && one.texts[0])
          return [{ cells: [plain(one.date), plain(one.texts[0])], wide: false, isHeader: false }];
        return one.kind === 'line' || one.kind === 'total' ? [{ cells: [plain(one.text)], wide: false, isHeader: false }] : [];
      });
      const first = { cells: ['01/02/2024', 'Home visit qzfirst.'], wide: false, isHeader: false };
      const last = { cells: ['20/12/2024', 'Home visit qzlast.'], wide: false, isHeader: false };
      const usual = rows.map((_, i) => ({ ...first, cells: [`${10 + (i % 18)}/02/2024`, `Home visit qzusual${i}.`] }));
      // Where most of what stands for dates is none, nothing says that the paragraphs are a chronology.
      const all = [first, ...usual, ...rows, last];
      check(stage(paragraphsOf(all), 'x.docx'), all);
    }),
    { numRuns: RUNS },
  );
});

/** A form for each event, labels down the side, in a table or in lines. */
test('DOCX forms: every word of them is in an entry or told of', () => {
  assert(
    property(sheet, boolean(), (made, inLines) => {
      const names = made.columns.filter((name) => name !== '');
      const forms = made.body.flatMap((one) => {
        // Where labels and a date are all there is, words that are a label or a date themselves are no value of any.
        if (
          one.kind !== 'entry' ||
          !/^\d\d\/\d\d\/2024$/.test(one.date) ||
          !one.texts[0] ||
          /^(?:Date|Source|\d)/.test(one.texts[0])
        )
          return [];
        let at = 0;
        return [
          names.map((name): string[] => [
            name,
            (name === 'Date' ? one.date : name === 'Event' ? one.texts[0]! : (one.texts[(at++ % 4) + 1] ?? '')).replace(
              /\s+/g,
              ' ',
            ),
          ]),
        ];
      });
      if (forms.length < 2) return;
      const bytes = inLines
        ? makeDocx(forms.map((form) => form.map(([name, value]) => paragraph(run(`${name}: ${value}`))).join('')).join(''))
        : makeDocx(
            forms
              .map(
                (form) => `<w:tbl><w:tblPr/><w:tblGrid/>${form.map((cells) => docxRow(cells)).join('')}</w:tbl>${paragraph('')}`,
              )
              .join(''),
          );
      const staged = stage(bytes, 'x.docx');
      const fields = staged.events.flatMap(({ date, other, ...rest }) => [
        date.asWritten,
        ...Object.values(other),
        ...Object.values(rest),
      ]);
      const all = [...fields, ...staged.problems.map(({ message }) => message)].join('\n');
      const gone = forms
        .flat()
        .filter(([, value]) => !value!.split(' ').every((word) => /^[-–.]*$/.test(word) || all.includes(word)));
      if (gone.length > 0)
        throw new Error(`${JSON.stringify(gone)}\n${JSON.stringify(forms)}\n${JSON.stringify(staged.events)}\n${all}`);
    }),
    { numRuns: RUNS },
  );
});
