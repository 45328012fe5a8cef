import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRawReturn } from '#core/features/returns/readers/open-return.ts';
import { READ_LIMITS } from '#core/features/returns/readers/limits.ts';
import { statesNoContact } from '#core/features/returns/staging/row-kinds.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { makeDocx, table, text } from '../../fixtures/returns/make-docx.ts';
import { problems, stage } from './support.ts';

const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;

describe('what an entry keeps of its row', () => {
  const staged = stage(
    csv(
      'Ref,Date,Time,End time,Source,Event,Response,Outcome,Voice of the child,Analysis,Who was involved,RAG',
      'R1, 12/03/2024 ,09:30,10:15,File," Visit to\nthe home. ",Card left.,None,"“My yard.”",Prompt.,Mother,A',
    ),
    'a.csv',
  );
  const event = staged.events[0]!;

  it('every field, blanks off its ends and nothing else', () => {
    expect(event).toMatchObject({
      agency: 'Borough Services',
      description: 'Visit to\nthe home.',
      sourceOfInformation: 'File',
      response: 'Card left.',
      outcome: 'None',
      childVoice: '“My yard.”',
      agencyComment: 'Prompt.',
      involved: 'Mother',
      other: { Ref: 'R1', RAG: 'A' },
      noContact: false,
    });
    expect(event.date).toMatchObject({
      earliest: '2024-03-12',
      latest: '2024-03-12',
      time: '09:30',
      endTime: '10:15',
      precision: 'time',
      asWritten: '12/03/2024 09:30 – 10:15',
    });
  });
  it('the row itself verbatim, by column as written', () => {
    expect(staged.rows[event.rows[0]!]).toMatchObject({
      table: 1,
      row: 2,
      cells: { Date: ' 12/03/2024 ', Event: ' Visit to\nthe home. ', RAG: 'A' },
    });
  });
  it('columns with samples and why they were taken so', () => {
    expect(staged.columns.find((column) => column.name === 'RAG')).toEqual({
      table: 1,
      name: 'RAG',
      field: 'other',
      because: 'name',
      samples: ['A'],
    });
    expect(staged.columns.find((column) => column.name === 'Event')?.samples).toEqual(['Visit to\nthe home.']);
  });
  it('the order of the rows in the file', () => {
    const many = stage(
      csv('Date,Event', ...Array.from({ length: 30 }, (_, i) => `${30 - i}/05/2024,Event number ${i}.`)),
      'a.csv',
    );
    expect(many.events.map((e) => e.date.order)).toEqual(Array.from({ length: 30 }, (_, i) => i));
    expect(many.rowsRead).toBe(30);
  });
});

describe('mappings', () => {
  it('one that names a column which is not there is refused, with those that are', () => {
    const call = (): unknown => stage(csv('Date,Event', '12/03/2024,Visit.'), 'a.csv', { given: { Evnt: 'description' } });
    expect(call).toThrow(AppError);
    expect(call).toThrow(/“Evnt”.*“Date”, “Event”/);
  });
  it('what was remembered for columns that are gone does no harm', () => {
    const staged = stage(csv('Date,Event', '12/03/2024,Visit.'), 'a.csv', {
      remembered: { Gone: 'source', Event: 'description' },
    });
    expect(staged.mapping).toEqual({ Date: 'date', Event: 'description' });
    expect(staged.columns.map((column) => column.because)).toEqual(['name', 'remembered']);
  });
  it('a table that was not taken for a chronology still shows its columns', () => {
    const staged = stage(csv('Alpha,Beta,Gamma', 'one,two,three', 'four,five,six'), 'a.csv');
    expect(staged.columns.map((column) => `${column.name} ${column.samples.join()}`)).toEqual([
      'Alpha one,four',
      'Beta two,five',
      'Gamma three,six',
    ]);
    expect(problems(staged)).toEqual(['warning noChronology -:-']);
  });
  it('what it read it can be given again and reads the same', () => {
    const file = csv(
      'When,Alpha,Details,Logged',
      '12/03/2024,x,The family were in.,13/03/2024',
      '13/03/2024,y,The school rang.,13/03/2024',
    );
    const first = stage(file, 'a.csv');
    const again = stage(file, 'a.csv', { given: first.mapping });
    expect(again.events).toEqual(first.events);
  });
});

describe('a statement of no contact', () => {
  it.each([
    'No contact',
    'Nil',
    'Nil return.',
    'No involvement in this period',
    'No contact with family',
    'No contact recorded during this period',
    'Not known to this service',
    'There was no contact between March and June 2024',
    'No records held',
    'No known involvement',
    'NO CONTACT IN PERIOD',
  ])('%s', (words) => {
    expect(statesNoContact(words)).toBe(true);
  });
  it.each([
    'No contact made, card left',
    'No reply',
    'None of the family were in',
    'No contact with mother despite three calls',
    'No further action',
    'Nil by mouth',
    'No answer at the door',
    'No concerns',
    'Notified of birth',
    'No show',
    'No information shared by the school at the meeting',
  ])('not: %s', (words) => {
    expect(statesNoContact(words)).toBe(false);
  });
});

describe('no file makes the readers fail in any other way than by a refusal', () => {
  const honest = makeDocx(
    text('Chronology') +
      table([
        ['Date', 'Source', 'Event'],
        ['12/03/2024', 'File', 'Visit to the home.'],
        ['', '', 'and a card left.'],
        ['13/03/2024', 'File', 'Call.'],
      ]),
  );
  const settle = (bytes: Uint8Array, name: string): void => {
    try {
      stage(bytes, name);
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
    }
  };
  it('bytes changed anywhere in a Word file', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(honest.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = honest.slice();
        for (const [at, value] of changes) bytes[at] = value;
        settle(bytes, 'a.docx');
      }),
      { numRuns: 300 },
    );
  });
  it('Word XML of any shape', () => {
    const tags = [
      'w:tbl',
      'w:tr',
      'w:tc',
      'w:p',
      'w:r',
      'w:t',
      'w:sdt',
      'w:sdtContent',
      'w:ins',
      'w:del',
      'w:tcPr',
      'w:trPr',
      'w:pPr',
      'w:rPr',
      'mc:AlternateContent',
      'mc:Choice',
      'mc:Fallback',
      'w:txbxContent',
      'w:fldSimple',
      'w:delText',
      'w:hidden',
      'w:vanish',
      'w:vMerge',
      'w:br',
    ];
    const leaf = fc.constantFrom(
      'Date',
      'Event',
      '12/03/2024',
      'Visit.',
      '',
      '<w:fldChar w:fldCharType="begin"/>',
      '<w:fldChar w:fldCharType="end"/>',
      '<w:gridSpan w:val="-3"/>',
      '<w:footnoteReference w:id="9"/>',
      '<w:sym w:char="zz"/>',
    );
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'large', withCrossShrink: true },
        leaf,
        fc
          .tuple(fc.constantFrom(...tags), fc.array(tie('tree'), { maxLength: 4 }))
          .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 8 }), (parts) => settle(makeDocx(parts.join('')), 'a.docx')),
      { numRuns: 200 },
    );
  });
  it('tables of any words, and every word of a row that is read is kept', () => {
    const word = fc.constantFrom(
      'Date',
      'Event',
      'Source',
      '12/03/2024',
      '',
      'as above',
      '"',
      'Nil',
      'MARCH 2024',
      'and then',
      'Visit to the home.',
      'Note: x',
      'e.g.',
      'dd/mm/yyyy',
      '13/03',
      '-',
      'cont.',
      'Time',
      '10:30',
    );
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 9 }), (rows) => {
        const staged = stage(makeDocx(table(rows)));
        for (const event of staged.events) expect(event.rows.every((index) => staged.rows[index])).toBe(true);
        const used = staged.events.flatMap((event) => event.rows);
        expect(new Set(used).size).toBe(used.length);
        if (staged.events.length === 0) expect(staged.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
  it('any bytes under any name', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('a.docx', 'a.csv', 'a.txt', 'a', 'a.pdf'), (bytes, name) => {
        try {
          readRawReturn(bytes, name, READ_LIMITS);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
    );
  });
  it('marks outside the chronology are told as well', () => {
    const change =
      '<w:p><w:r><w:t>Our view</w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText> is harsh</w:delText></w:r></w:del></w:p>';
    expect(
      problems(
        stage(
          makeDocx(
            change +
              table([
                ['Date', 'Event'],
                ['12/03/2024', 'Visit.'],
              ]),
          ),
        ),
      ),
    ).toEqual(['notice trackedChange 0:1']);
  });
});
