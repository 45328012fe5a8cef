import { describe } from 'vitest';
import { cell, makeDocx, paragraph, row, run, table, text } from '../../fixtures/returns/make-docx.ts';
import { type Awkward, readsAs } from './awkward.ts';

const merged = (inner: string): string => cell(inner, '<w:vMerge w:val="restart"/>');
const under = (): string => cell('', '<w:vMerge/>');
const wide = (inner: string, span: number): string => cell(inner, `<w:gridSpan w:val="${span}"/>`);
const heading = (words: string): string => paragraph(run(words), '<w:pStyle w:val="Heading2"/>');
const lay = (...inner: string[]): string => table(inner.map((one) => [cell(one + paragraph(''))]));

const FORMS: Awkward[] = [
  {
    what: 'a form for each event, labels down the side',
    file: makeDocx(
      heading('Event 1') +
        table([
          ['Date', '12/03/2024'],
          ['Source', 'Case file'],
          ['Event', 'Home visit by the worker.'],
          ['Outcome', 'Seen.'],
        ]) +
        heading('Event 2') +
        table([
          ['Date', '14 March 2024'],
          ['Source', 'Duty log'],
          ['Event', 'Call from the school office.'],
          ['Outcome', ''],
        ]),
    ),
    events: ['2024-03-12 | Case file | Home visit by the worker.', '2024-03-14 | Duty log | Call from the school office.'],
    mapping: { Date: 'date', Source: 'source', Event: 'description', Outcome: 'outcome' },
    rows: [
      ['1:1', '1:2', '1:3', '1:4'],
      ['2:1', '2:2', '2:3', '2:4'],
    ],
    tables: 2,
    only: [],
  },
  {
    what: 'one form only',
    file: makeDocx(
      table([
        ['Date of contact:', '12/03/2024'],
        ['Time:', '10:30'],
        ['Who was involved:', 'Mother and the health visitor'],
        ['What happened:', 'Weighed at the clinic, gaining.'],
        ['Action taken:', 'Next clinic in two weeks.'],
      ]),
    ),
    events: ['2024-03-12 | - | Weighed at the clinic, gaining.'],
    only: [],
  },
  {
    what: 'forms one under another in one table, a blank row between',
    file: makeDocx(
      table([
        ['Date', '12/03/2024'],
        ['Source', 'Case file'],
        ['Details of event', 'Home visit by the worker.'],
        ['', ''],
        ['Date', '14/03/2024'],
        ['Source', 'Duty log'],
        ['Details of event', 'Call from the school office.'],
        ['', ''],
        ['Date', ''],
        ['Source', ''],
        ['Details of event', ''],
      ]),
    ),
    events: ['2024-03-12 | Case file | Home visit by the worker.', '2024-03-14 | Duty log | Call from the school office.'],
    tables: 1,
    only: [],
  },
  {
    what: 'forms in one table with a number over each',
    file: makeDocx(
      table([
        [wide('Event 1', 2)],
        ['Date', '12/03/2024'],
        ['Event', 'Home visit by the worker.'],
        [wide('Event 2', 2)],
        ['Date', '14/03/2024'],
        ['Event', 'Call from the school office.'],
      ]),
    ),
    events: ['2024-03-12 | - | Home visit by the worker.', '2024-03-14 | - | Call from the school office.'],
  },
  {
    what: 'labels and values across',
    file: makeDocx(
      table([
        row([wide('Record of significant event', 4)]),
        row(['Date', '12/03/2024', 'Time', '10:30']),
        row(['Source', 'Case file', 'Worker', 'A. Writer']),
        row(['Event', wide('Home visit by the worker.', 3)]),
        row(['Outcome', wide('Child seen.', 3)]),
      ]) +
        paragraph('') +
        table([
          row([wide('Record of significant event', 4)]),
          row(['Date', '14/03/2024', 'Time', '2pm']),
          row(['Source', 'Duty log', 'Worker', 'B. Other']),
          row(['Event', wide('Call from the school office.', 3)]),
          row(['Outcome', wide('', 3)]),
        ]),
    ),
    events: ['2024-03-12 | Case file | Home visit by the worker.', '2024-03-14 | Duty log | Call from the school office.'],
    only: [],
  },
  {
    what: 'labels over their values',
    file: makeDocx(
      table([
        row(['Date', 'Time', 'Source']),
        row(['12/03/2024', '10:30', 'Case file']),
        row([wide('Description of event', 3)]),
        row([wide('Home visit by the worker.', 3)]),
        row([wide('Action taken', 3)]),
        row([wide('Card left.', 3)]),
      ]) +
        paragraph('') +
        table([
          row(['Date', 'Time', 'Source']),
          row(['14/03/2024', '14:00', 'Duty log']),
          row([wide('Description of event', 3)]),
          row([wide('Call from the school office.', 3)]),
          row([wide('Action taken', 3)]),
          row([wide('', 3)]),
        ]),
    ),
    events: ['2024-03-12 | Case file | Home visit by the worker.', '2024-03-14 | Duty log | Call from the school office.'],
  },
  {
    what: 'label and value in one cell',
    file: makeDocx(
      table([['Date: 12/03/2024'], ['Source: Case file'], ['Event: Home visit by the worker.']]) +
        paragraph('') +
        table([['Date: 14/03/2024'], ['Source: Duty log'], ['Event: Call from the school office.']]),
    ),
    events: ['2024-03-12 | Case file | Home visit by the worker.', '2024-03-14 | Duty log | Call from the school office.'],
  },
  {
    what: 'label and value in paragraphs',
    file: makeDocx(
      text(
        'Chronology\nDate: 12/03/2024\nSource: Case file\nEvent: Home visit by the worker.\nOutcome: Seen.\nDate: 14/03/2024\nSource: Duty log\nEvent: Call from the school office.\nShe will ring again.\nOutcome: None.',
      ),
    ),
    events: [
      '2024-03-12 | Case file | Home visit by the worker.',
      '2024-03-14 | Duty log | Call from the school office.\nShe will ring again.',
    ],
  },
  {
    what: 'label, tab and value in paragraphs',
    file: makeDocx(
      ['Date\t12/03/2024', 'Event\tHome visit by the worker.', 'Date\t14/03/2024', 'Event\tCall from the school office.']
        .map((line) =>
          paragraph(
            line
              .split('\t')
              .map((t) => run(t))
              .join('<w:r><w:tab/></w:r>'),
          ),
        )
        .join(''),
    ),
    events: ['2024-03-12 | - | Home visit by the worker.', '2024-03-14 | - | Call from the school office.'],
  },
  {
    what: 'a label merged down beside several values',
    file: makeDocx(
      table([
        row(['Date', '12/03/2024']),
        row([merged('What happened'), 'Home visit by the worker.']),
        row([under(), 'The child was at school.']),
        row(['Outcome', 'None']),
      ]) + table([row(['Date', '14/03/2024']), row(['What happened', 'Call from the school office.']), row(['Outcome', 'None'])]),
    ),
    events: [
      '2024-03-12 | - | Home visit by the worker.\nThe child was at school.',
      '2024-03-14 | - | Call from the school office.',
    ],
  },
  {
    what: 'an event in each column',
    file: makeDocx(
      table([
        ['Date', '12/03/2024', '14/03/2024', '18/03/2024'],
        ['Source', 'Case file', 'Duty log', 'Letter'],
        ['Event', 'Home visit by the worker.', 'Call from the school office.', 'Letter to the clinic.'],
      ]),
    ),
    events: [
      '2024-03-12 | Case file | Home visit by the worker.',
      '2024-03-14 | Duty log | Call from the school office.',
      '2024-03-18 | Letter | Letter to the clinic.',
    ],
  },
  {
    what: 'labels that nobody knows are kept beside the entry',
    file: makeDocx(
      table([
        ['Date', '12/03/2024'],
        ['Event', 'Home visit by the worker.'],
        ['Weather', 'Snow'],
        ['Dog on the premises', 'Yes'],
      ]) +
        table([
          ['Date', '14/03/2024'],
          ['Event', 'Call from the school office.'],
          ['Weather', 'Fair'],
          ['Dog on the premises', 'No'],
        ]),
    ),
    events: ['2024-03-12 | - | Home visit by the worker.', '2024-03-14 | - | Call from the school office.'],
    mapping: { Date: 'date', Event: 'description', Weather: 'other', 'Dog on the premises': 'other' },
    only: [],
  },
  {
    what: 'a form whose date is missing',
    file: makeDocx(
      table([
        ['Date', '12/03/2024'],
        ['Event', 'Home visit by the worker.'],
      ]) +
        table([
          ['Date', 'not recorded'],
          ['Event', 'Loose note in the file.'],
        ]),
    ),
    events: ['2024-03-12 | - | Home visit by the worker.', '? | - | Loose note in the file.'],
  },
  {
    what: 'labels and values across, a date left blank',
    file: makeDocx(
      [
        ['12/03/2024', 'File', 'Home visit by the worker.'],
        ['', 'Log', 'Call from the school office.'],
      ]
        .map(([date, source, what]) => table([['Date', date!, 'Source', source!], row(['Event', wide(what!, 3)])]))
        .join(paragraph('')),
    ),
    events: ['2024-03-12 | File | Home visit by the worker.', '? | Log | Call from the school office.'],
  },
  {
    what: 'details of the child in a form beside a chronology',
    file: makeDocx(
      table([
        ['Name of child', 'Child V'],
        ['Date of birth', '14/03/2020'],
        ['Date of report', '01/02/2026'],
        ['Summary of involvement', 'Known to the service for three years.'],
      ]) +
        table([
          ['Date', 'Source', 'Event'],
          ['12/03/2024', 'File', 'Home visit by the worker.'],
        ]),
    ),
    events: ['2024-03-12 | File | Home visit by the worker.'],
    tables: 1,
  },
  {
    what: 'the front page of a report is no event',
    file: makeDocx(
      table([
        ['Agency', 'Westmere Leisure Trust'],
        ['Date of report', '01/02/2026'],
        ['Author', 'A. Writer'],
        ['Summary', 'The service had no part in the events that led to the review.'],
        ['Date of birth of child', '14/03/2020'],
      ]),
    ),
    events: [],
    has: ['warning noChronology -:-'],
  },
  {
    what: 'an empty form',
    file: makeDocx(
      table([
        ['Date', ''],
        ['Source', ''],
        ['Event', ''],
      ]),
    ),
    events: [],
    only: ['warning emptyTemplate -:-'],
  },
  {
    what: 'forms in content controls, dates picked',
    file: makeDocx(
      ['2024-03-12|12 March 2024|Home visit by the worker.', '2024-03-14|14 March 2024|Call from the school office.']
        .map((line) => {
          const [day, shown, what] = line.split('|') as [string, string, string];
          return `<w:sdt><w:sdtPr/><w:sdtContent>${table([
            row([
              'Date',
              `<w:tc><w:sdt><w:sdtPr><w:date w:fullDate="${day}T00:00:00Z"><w:dateFormat w:val="dd MMMM yyyy"/></w:date></w:sdtPr><w:sdtContent>${text(shown)}</w:sdtContent></w:sdt></w:tc>`,
            ]),
            row(['Details', what]),
          ])}</w:sdtContent></w:sdt>`;
        })
        .join(''),
    ),
    events: ['2024-03-12 | - | Home visit by the worker.', '2024-03-14 | - | Call from the school office.'],
  },
  {
    what: 'numbered labels and a column of guidance beside the values',
    file: makeDocx(
      table([
        ['1. Date of event', '12/03/2024', 'dd/mm/yyyy'],
        ['2. Source of information', 'Case file', 'Which record?'],
        ['3. What happened?', 'Home visit by the worker.', 'Facts only'],
      ]) +
        table([
          ['1. Date of event', '14/03/2024', 'dd/mm/yyyy'],
          ['2. Source of information', 'Duty log', 'Which record?'],
          ['3. What happened?', 'Call from the school office.', 'Facts only'],
        ]),
    ),
    events: ['2024-03-12 | Case file | Home visit by the worker.', '2024-03-14 | Duty log | Call from the school office.'],
  },
];

const NESTED: Awkward[] = [
  {
    what: 'a chronology in a layout table of one cell',
    file: makeDocx(
      lay(
        text('Chronology of involvement') +
          table([
            ['Date', 'Source', 'Event'],
            ['12/03/2024', 'File', 'Home visit by the worker.'],
            ['14/03/2024', 'Log', 'Call from the school office.'],
          ]),
      ),
    ),
    events: ['2024-03-12 | File | Home visit by the worker.', '2024-03-14 | Log | Call from the school office.'],
    mapping: { Date: 'date', Source: 'source', Event: 'description' },
    rows: [['1:2'], ['1:3']],
    tables: 1,
    only: [],
  },
  {
    what: 'a layout table in a layout table',
    file: makeDocx(
      lay(
        lay(
          table([
            ['Date', 'Event'],
            ['12/03/2024', 'Home visit by the worker.'],
          ]),
        ),
      ),
    ),
    events: ['2024-03-12 | - | Home visit by the worker.'],
    rows: [['1:2']],
  },
  {
    what: 'title, chronology and signature in the rows of a layout table',
    file: makeDocx(
      lay(
        text('Westmere Trust'),
        table([
          ['Date', 'Event'],
          ['12/03/2024', 'Home visit by the worker.'],
        ]),
        text('Signed: A. Writer'),
      ),
    ),
    events: ['2024-03-12 | - | Home visit by the worker.'],
    rows: [['1:2']],
  },
  {
    what: 'two chronologies in one layout table',
    file: makeDocx(
      lay(
        table([
          ['Date', 'Event'],
          ['12/03/2024', 'Home visit by the worker.'],
        ]) +
          paragraph('') +
          table([
            ['Date', 'Event'],
            ['14/03/2024', 'Call from the school office.'],
          ]),
      ),
    ),
    events: ['2024-03-12 | - | Home visit by the worker.', '2024-03-14 | - | Call from the school office.'],
  },
  {
    what: 'a sidebar beside a chronology',
    file: makeDocx(
      table([
        row([
          cell(text('Key people\nMother\nFather')),
          cell(
            table([
              ['Date', 'Source', 'Event'],
              ['12/03/2024', 'File', 'Home visit by the worker.'],
            ]) + paragraph(''),
          ),
        ]),
      ]),
    ),
    events: ['2024-03-12 | File | Home visit by the worker.'],
  },
  {
    what: 'forms in layout tables',
    file: makeDocx(
      lay(
        table([
          ['Date', '12/03/2024'],
          ['Event', 'Home visit by the worker.'],
        ]),
      ) +
        lay(
          table([
            ['Date', '14/03/2024'],
            ['Event', 'Call from the school office.'],
          ]),
        ),
    ),
    events: ['2024-03-12 | - | Home visit by the worker.', '2024-03-14 | - | Call from the school office.'],
    rows: [
      ['1:1', '1:2'],
      ['2:1', '2:2'],
    ],
  },
  {
    what: 'dated lines in a layout table of one cell',
    file: makeDocx(
      lay(text('12/03/2024 – Home visit by the worker.\n14/03/2024 – Call from the school office.\n18/03/2024 – Letter.')),
    ),
    events: [
      '2024-03-12 | - | Home visit by the worker.',
      '2024-03-14 | - | Call from the school office.',
      '2024-03-18 | - | Letter.',
    ],
  },
  {
    what: 'a small chronology inside an entry stays its text',
    file: makeDocx(
      table([
        ['Date', 'Event'],
        row([
          '12/03/2024',
          cell(
            text('Calls that day:') +
              table([
                ['Date', 'Event'],
                ['12/03/2024', 'First call.'],
                ['12/03/2024', 'Second call.'],
              ]) +
              paragraph(''),
          ),
        ]),
        ['14/03/2024', 'Letter.'],
      ]),
    ),
    events: [
      '2024-03-12 | - | Calls that day:\nDate\tEvent\n12/03/2024\tFirst call.\n12/03/2024\tSecond call.',
      '2024-03-14 | - | Letter.',
    ],
    tables: 1,
  },
  {
    what: 'a chronology in a text box',
    file: makeDocx(
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${table([
          ['Date', 'Event'],
          ['12/03/2024', 'Home visit by the worker.'],
        ])}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${table([
          ['Date', 'Event'],
          ['12/03/2024', 'Home visit by the worker.'],
        ])}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
    ),
    events: ['2024-03-12 | - | Home visit by the worker.'],
  },
];

describe('an event a form', () => readsAs(FORMS));
describe('chronologies inside other tables', () => readsAs(NESTED));
