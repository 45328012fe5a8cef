import { describe } from 'vitest';
import { cell, makeDocx, paragraph, row, run, table, text } from '../../fixtures/returns/make-docx.ts';
import { type Awkward, readsAs } from './awkward.ts';

const merged = (inner: string): string => cell(inner, '<w:vMerge w:val="restart"/>');
const under = (): string => cell('', '<w:vMerge/>');
const wide = (inner: string, span: number): string => cell(inner, `<w:gridSpan w:val="${span}"/>`);
const repeats = '<w:tblHeader/>';
const HEAD = ['Date', 'Source', 'Event'];
const VISIT = ['12/03/2024', 'File', 'Home visit by the worker.'];
const CALL = ['14/03/2024', 'Log', 'Call from the school office.'];
const BOTH = ['2024-03-12 | File | Home visit by the worker.', '2024-03-14 | Log | Call from the school office.'];
const del = (inner: string): string => `<w:del w:id="1" w:author="x">${inner}</w:del>`;
const delRun = (words: string): string => `<w:r><w:delText>${words}</w:delText></w:r>`;
const field = (code: string, shown: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const HEADERS: Awkward[] = [
  { what: 'column numbers under the headings', file: makeDocx(table([HEAD, ['1', '2', '3'], VISIT, CALL])), events: BOTH },
  { what: 'column letters over the headings', file: makeDocx(table([['A', 'B', 'C'], HEAD, VISIT, CALL])), events: BOTH },
  { what: 'column letters under the headings', file: makeDocx(table([HEAD, ['(a)', '(b)', '(c)'], VISIT, CALL])), events: BOTH },
  {
    what: 'numbered headings with line ends in them',
    file: makeDocx(table([['1.\nDATE\nOF\nEVENT', '2.\nSOURCE OF INFOR-\nMATION', '3.\nWHAT\nHAPPENED'], VISIT, CALL])),
    events: BOTH,
  },
  {
    what: 'three rows of header',
    file: makeDocx(
      table([
        row([wide('Chronology of the agency', 4)], repeats),
        row([merged('Date'), wide('Contact', 2), merged('Response')], repeats),
        row([under(), 'With whom', 'What happened', under()], repeats),
        ['12/03/2024', 'Mother', 'Home visit by the worker.', 'None'],
      ]),
    ),
    events: ['2024-03-12 | Mother | Home visit by the worker.'],
  },
  {
    what: 'a header repeated for each month in other words',
    file: makeDocx(table([HEAD, VISIT, ['DATE', 'SOURCE', 'EVENT (continued)'], CALL])),
    events: BOTH,
  },
  {
    what: 'instructions in every cell above the header',
    file: makeDocx(
      table([
        ['Give the exact date if known', 'State where the information is recorded', 'Describe in brief what happened'],
        HEAD,
        VISIT,
        CALL,
      ]),
    ),
    events: BOTH,
  },
  {
    what: 'instructions in every cell below the header',
    file: makeDocx(
      table([
        HEAD,
        ['Put the date on which it happened', 'Name the record or the person', 'Only facts, no opinion'],
        VISIT,
        CALL,
      ]),
    ),
    events: BOTH,
  },
  {
    what: 'a header row marked as one in words nobody knows',
    file: makeDocx(table([row(['Tag', 'Quelle', 'Vorgang'], repeats), VISIT, CALL])),
    events: BOTH.map((line) => line.replace(/\| (File|Log) \|/, '| - |')),
  },
  {
    what: 'Welsh headings',
    file: makeDocx(
      table([
        [
          'Dyddiad',
          'Amser',
          'Asiantaeth',
          'Ffynhonnell y wybodaeth',
          'Disgrifiad o’r digwyddiad',
          'Camau a gymerwyd',
          'Llais y plentyn',
          'Sylwadau',
        ],
        ['12 Mawrth 2024', '10:30', 'Heddlu', 'Ffeil', 'Ymweliad â’r cartref.', 'Dim', 'Hapus', 'Da'],
      ]),
    ),
    events: ['2024-03-12 | Ffeil | Ymweliad â’r cartref.'],
    agencies: ['Heddlu'],
    mapping: {
      Dyddiad: 'date',
      Amser: 'time',
      Asiantaeth: 'agency',
      'Ffynhonnell y wybodaeth': 'source',
      'Disgrifiad o’r digwyddiad': 'description',
      'Camau a gymerwyd': 'response',
      'Llais y plentyn': 'childVoice',
      Sylwadau: 'agencyComment',
    },
  },
  {
    what: 'eighteen columns',
    file: makeDocx(
      table([
        [
          'Ref',
          'Agency',
          'Date from',
          'Time from',
          'Date to',
          'Time to',
          'Location',
          'Source',
          'Author',
          'Persons present',
          'Event',
          'Child’s views',
          'Action taken',
          'Outcome',
          'Policy followed?',
          'Supervision',
          'Analysis',
          'RAG',
        ],
        [
          '7',
          'Police',
          '12/03/2024',
          '10:30',
          '12/03/2024',
          '11:00',
          'Home',
          'Log',
          'PC 11',
          'Mother',
          'Call to the home.',
          'Not asked',
          'Advice',
          'Closed',
          'Yes',
          'No',
          'Prompt',
          'G',
        ],
      ]),
    ),
    events: ['2024-03-12 | Log | Call to the home.'],
    agencies: ['Police'],
  },
  {
    what: 'two columns of one name, each with its own words',
    file: makeDocx(
      table([
        ['Date', 'Event', 'Comment', 'Comment'],
        ['12/03/2024', 'Visit.', 'Prompt.', 'By the manager: agreed.'],
      ]),
    ),
    events: ['2024-03-12 | - | Visit.'],
    mapping: { Date: 'date', Event: 'description', Comment: 'agencyComment', 'Comment (2)': 'other' },
  },
  {
    what: 'headings in other words',
    file: makeDocx(
      table([
        [
          'Date of the significant event/contact',
          'Name & designation of professional',
          'Brief factual details of the event',
          'What action did your agency take?',
          'What was the impact on the child?',
          'IMR author’s observations',
        ],
        ['12/03/2024', 'A. Nurse, HV', 'Home visit by the worker.', 'Referral made', 'None seen', 'Good'],
      ]),
    ),
    events: ['2024-03-12 | A. Nurse, HV | Home visit by the worker.'],
    mapping: {
      'Date of the significant event/contact': 'date',
      'Name & designation of professional': 'source',
      'Brief factual details of the event': 'description',
      'What action did your agency take?': 'response',
      'What was the impact on the child?': 'outcome',
      'IMR author’s observations': 'agencyComment',
    },
  },
  {
    what: 'no header, three columns in Word',
    file: makeDocx(table([VISIT, CALL, ['18/03/2024', 'File', 'Letter to the clinic about the next visit.']])),
    events: [...BOTH, '2024-03-18 | File | Letter to the clinic about the next visit.'],
  },
  {
    what: 'date and event in one column',
    file: makeDocx(
      table([
        ['Date and event', 'Response'],
        ['12/03/2024 – Home visit by the worker.', 'Card left.'],
        ['14/03/2024 – Call from the school office.', 'Noted.'],
      ]),
    ),
    events: ['2024-03-12 | - | Home visit by the worker.', '2024-03-14 | - | Call from the school office.'],
  },
  {
    what: 'a date column in which each date has words beneath it, beside a column that says what happened',
    file: makeDocx(
      table([
        ['Date', 'What was recorded', 'Outcome'],
        ['12/03/2024\nwritten up the same day', 'Home visit by the worker.', 'Card left.'],
        ['14/03/2024\nwritten up a day later', 'Call from the school office.', 'Noted.'],
      ]),
    ),
    events: ['2024-03-12 | - | Home visit by the worker.', '2024-03-14 | - | Call from the school office.'],
    mapping: { Date: 'date', 'What was recorded': 'description', Outcome: 'outcome' },
  },
  {
    what: 'one column: a date on the first line of each cell',
    file: makeDocx(
      table([['Chronology'], ['12/03/2024\nHome visit by the worker.'], ['14/03/2024\nCall from the school office.']]),
    ),
    events: ['2024-03-12 | - | Home visit by the worker.', '2024-03-14 | - | Call from the school office.'],
  },
  {
    what: 'a narrow empty column between the others',
    file: makeDocx(
      table([
        ['Date', '', 'Source', '', 'Event'],
        ['12/03/2024', '', 'File', '', 'Home visit by the worker.'],
        ['14/03/2024', '', 'Log', '', 'Call from the school office.'],
      ]),
    ),
    events: BOTH,
  },
];

const ROWS: Awkward[] = [
  {
    what: 'ditto marks in all their spellings',
    file: makeDocx(
      table([
        HEAD,
        VISIT,
        ['"', '"', 'Second.'],
        ['″', '〃', 'Third.'],
        ["''", 'ditto', 'Fourth.'],
        ['Ditto.', 'Do.', 'Fifth.'],
        ['-"-', '– “ –', 'Sixth.'],
        ['As above', 'as above.', 'Seventh.'],
        ['Same date', 'Same source', 'Eighth.'],
        ['same day', '(as above)', 'Ninth.'],
        ['“', '”', 'Tenth.'],
      ]),
    ),
    events: [
      '2024-03-12 | File | Home visit by the worker.',
      ...['Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'].map(
        (n) => `2024-03-12 | File | ${n}.`,
      ),
    ],
  },
  {
    what: 'month and year rows, in one cell and across',
    file: makeDocx(
      table([
        HEAD,
        ['2024', '', ''],
        ['March', '', ''],
        ['12', 'File', 'Home visit by the worker.'],
        [wide('April', 3)],
        ['2nd', 'Log', 'Letter to the clinic.'],
      ]),
    ),
    events: ['2024-03-12 | File | Home visit by the worker.', '2024-04-02 | Log | Letter to the clinic.'],
  },
  {
    what: 'newest first with blank dates',
    file: makeDocx(table([HEAD, CALL, ['', 'Log', 'Second call.'], VISIT, ['', 'File', 'Card left.']])),
    events: [
      '2024-03-14 | Log | Call from the school office.',
      '2024-03-14 | Log | Second call.',
      '2024-03-12 | File | Home visit by the worker.',
      '2024-03-12 | File | Card left.',
    ],
    only: [],
  },
  {
    what: 'totals, end mark and notes',
    file: makeDocx(
      table([
        HEAD,
        VISIT,
        CALL,
        ['', '', ''],
        ['Total', '', '2'],
        [wide('END OF CHRONOLOGY', 3)],
        [wide('* times are approximate', 3)],
      ]),
    ),
    events: BOTH,
  },
  {
    what: 'a total with its number in the first cell',
    file: makeDocx(table([HEAD, VISIT, CALL, ['Total contacts: 2', '', '']])),
    events: BOTH,
  },
  {
    what: 'example rows in several wordings',
    file: makeDocx(
      table([
        HEAD,
        ['EXAMPLE 01/01/2020', 'Case file', 'Home visit.'],
        ['01/01/2020 (example)', 'Case file', 'Home visit.'],
        ['01/01/2020', 'Example: case file', 'Example: home visit.'],
        ['e.g. 1/1/20', 'e.g. file', 'e.g. visit'],
        VISIT,
      ]),
    ),
    events: ['2024-03-12 | File | Home visit by the worker.'],
  },
  {
    what: 'notes of the author in the older template',
    file: makeDocx(
      table([
        ['Date', 'Time', 'Source of Information', 'Significant event'],
        ['01/01/0100', '', '# Author', 'The paper file before 2019 was lost in a flood.'],
        ['12/03/2024', '10:00', 'File', 'Home visit by the worker.'],
        ['12/03/2024', '', '~ Note', 'The log and the file differ on the time.'],
        ['14/03/2024', '', '^Author', 'Check with the school.'],
        ['15/03/2024', '', '¬ author', 'Second check.'],
        ['18/03/2024', '', '#4711 case file', 'Letter to the clinic.'],
      ]),
    ),
    events: ['2024-03-12 | File | Home visit by the worker.', '2024-03-18 | #4711 case file | Letter to the clinic.'],
    has: ['notice authorNote 1:2:Source of Information', 'notice authorNote 1:4:Source of Information'],
  },
  {
    what: 'a merged date over rows of a merged source',
    file: makeDocx(
      table([
        HEAD,
        row([merged('12/03/2024'), merged('File'), 'First.']),
        row([under(), under(), 'Second.']),
        row([under(), 'Log', 'Third.']),
      ]),
    ),
    events: ['2024-03-12 | File | First.', '2024-03-12 | File | Second.', '2024-03-12 | Log | Third.'],
  },
  {
    what: 'merged downwards without a beginning',
    file: makeDocx(
      table([HEAD, row([under(), 'File', 'First.']), VISIT, row([cell('', '<w:vMerge w:val="continue"/>'), 'Log', 'Second.'])]),
    ),
    events: ['? | File | First.', '2024-03-12 | File | Home visit by the worker.', '2024-03-12 | Log | Second.'],
  },
  {
    what: 'a period for its start and end in one cell',
    file: makeDocx(
      table([
        ['Date', 'Event'],
        ['12/03/2024 to 14/03/2024', 'Stay with an aunt.'],
        ['From 20.3.24 until 22.3.24', 'Second stay.'],
      ]),
    ),
    events: ['2024-03-12 | - | Stay with an aunt.', '2024-03-20 | - | Second stay.'],
  },
  {
    what: 'a row cut in two by the page, said so in several ways',
    file: makeDocx(
      table([
        HEAD,
        ['12/03/2024', 'File', 'Home visit by the worker.'],
        ['12/03/2024 continued', '', 'The child was in bed.'],
        ['(contd)', '', 'The worker will ring.'],
        ['', '', 'Continued: the aunt came in.'],
        CALL,
      ]),
    ),
    events: [
      '2024-03-12 | File | Home visit by the worker.\nThe child was in bed.\nThe worker will ring. Continued: the aunt came in.',
      '2024-03-14 | Log | Call from the school office.',
    ],
  },
  {
    what: 'rows that begin and end in other grid columns',
    file: makeDocx(
      table([
        HEAD,
        row(VISIT, '<w:gridAfter w:val="2"/>'),
        row(['Log', 'Second call that day.'], '<w:gridBefore w:val="1"/>'),
        CALL,
      ]),
    ),
    events: [
      '2024-03-12 | File | Home visit by the worker.',
      '2024-03-12 | Log | Second call that day.',
      '2024-03-14 | Log | Call from the school office.',
    ],
  },
  {
    what: 'times as people write them in their column',
    file: makeDocx(
      table([
        ['Date', 'Time', 'Event'],
        ['12/03/2024', '10.30am', 'A.'],
        ['12/03/2024', 'approx 11:00', 'B.'],
        ['12/03/2024', 'c.1pm', 'C.'],
        ['12/03/2024', '1430 hrs', 'D.'],
        ['12/03/2024', 'evening', 'E.'],
        ['12/03/2024', '8.15–8.45 p.m.', 'F.'],
        ['12/03/2024', 'N/K', 'G.'],
        ['12/03/2024', 'not recorded', 'H.'],
        ['12/03/2024', 'a.m.', 'I.'],
      ]),
    ),
    events: ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'].map((n) => `2024-03-12 | - | ${n}.`),
    only: [],
  },
];

const MARKUP: Awkward[] = [
  {
    what: 'rows struck out, put in and emptied',
    file: makeDocx(
      table([
        HEAD,
        row(VISIT, '<w:del w:id="1" w:author="x"/>'),
        row(CALL, '<w:ins w:id="2" w:author="x"/>'),
        row([
          cell(paragraph(del(delRun('15/03/2024')))),
          cell(paragraph(del(delRun('Log')))),
          cell(paragraph(del(delRun('Gone.')))),
        ]),
      ]),
    ),
    events: ['2024-03-14 | Log | Call from the school office.'],
  },
  {
    what: 'a row moved from one place to another',
    file: makeDocx(
      table([
        HEAD,
        row(
          CALL.map((words) => cell(paragraph(`<w:moveFrom w:id="1" w:author="x">${run(words)}</w:moveFrom>`))),
          '<w:del w:id="5" w:author="x"/>',
        ),
        VISIT,
        row(
          CALL.map((words) => cell(paragraph(`<w:moveTo w:id="2" w:author="x">${run(words)}</w:moveTo>`))),
          '<w:ins w:id="6" w:author="x"/>',
        ),
      ]),
    ),
    events: BOTH,
  },
  {
    what: 'a cell struck out by a tracked change',
    file: makeDocx(
      table([
        row(['Date', cell('Mood', '<w:cellDel w:id="1" w:author="x"/>'), 'Source', 'Event']),
        row(['12/03/2024', cell('Fair', '<w:cellDel w:id="2" w:author="x"/>'), 'File', 'Home visit by the worker.']),
      ]),
    ),
    events: ['2024-03-12 | File | Home visit by the worker.'],
    mapping: { Date: 'date', Source: 'source', Event: 'description' },
  },
  {
    what: 'a date changed by a tracked change',
    file: makeDocx(
      table([
        HEAD,
        row([
          cell(paragraph(`${del(delRun('11'))}<w:ins w:id="3" w:author="x">${run('12')}</w:ins>${run('/03/2024')}`)),
          'File',
          'Visit.',
        ]),
      ]),
    ),
    events: ['2024-03-12 | File | Visit.'],
  },
  {
    what: 'split runs, soft hyphens, marks of direction, no-break blanks',
    file: makeDocx(
      table([
        HEAD,
        row([
          cell(paragraph(`${run('1')}${run('2/0')}<w:proofErr w:type="gramStart"/>${run('3/20')}${run('24')}`)),
          cell(paragraph(`${run('Ca')}<w:r><w:softHyphen/></w:r>${run('se')}${run('\u00A0file')}`)),
          cell(paragraph(`${run('Follow')}<w:r><w:noBreakHyphen/></w:r>${run('up call')}<w:r><w:tab/></w:r>${run('made.')}`)),
        ]),
        ['\u200F14/03/2024\u200E', 'Log', 'Second.'],
        ['18\u201103\u20112024', 'Log', 'Third.'],
        ['20\u00A0March\u00A02024', 'Log', 'Fourth.'],
        ['22/\u00AD03/\u00AD2024', 'Log', 'Fifth.'],
      ]),
    ),
    events: [
      '2024-03-12 | Case\u00A0file | Follow-up call\tmade.',
      '2024-03-14 | Log | Second.',
      '2024-03-18 | Log | Third.',
      '2024-03-20 | Log | Fourth.',
      '2024-03-22 | Log | Fifth.',
    ],
    only: [],
  },
  {
    what: 'dates as fields, simple, complex and one in another',
    file: makeDocx(
      table([
        HEAD,
        row([cell(paragraph(`<w:fldSimple w:instr="DATE">${run('12/03/2024')}</w:fldSimple>`)), 'File', 'A.']),
        row([cell(paragraph(field('SAVEDATE \\@ "dd/MM/yyyy"', run('14/03/2024')))), 'File', 'B.']),
        row([cell(paragraph(field(`IF ${field('PAGE', run('1'))} = 1`, run('15/03/2024')))), 'File', 'C.']),
      ]),
    ),
    events: ['2024-03-12 | File | A.', '2024-03-14 | File | B.', '2024-03-15 | File | C.'],
  },
  {
    what: 'a date picked from a calendar that shows it month first',
    file: makeDocx(
      table([
        HEAD,
        row([
          `<w:tc><w:sdt><w:sdtPr><w:date w:fullDate="2024-03-12T00:00:00Z"><w:dateFormat w:val="M/d/yyyy"/></w:date></w:sdtPr><w:sdtContent>${text('3/12/2024')}</w:sdtContent></w:sdt></w:tc>`,
          'File',
          'Home visit by the worker.',
        ]),
        row([
          cell(
            paragraph(
              `<w:sdt><w:sdtPr><w:date w:fullDate="2024-03-14T00:00:00Z"><w:dateFormat w:val="dd/MM/yyyy"/></w:date></w:sdtPr><w:sdtContent>${run('14/03/2024')}</w:sdtContent></w:sdt>`,
            ),
          ),
          'Log',
          'Call from the school office.',
        ]),
      ]),
    ),
    events: BOTH,
  },
  {
    what: 'smart tags, custom XML, links and bookmarks around words, cells and rows',
    file: makeDocx(
      `<w:tbl><w:tblPr/><w:tblGrid/>${row(HEAD)}<w:customXml w:element="r">${row([
        cell(paragraph(`<w:smartTag w:element="date">${run('12/03/2024')}</w:smartTag>`)),
        `<w:customXml w:element="c">${cell('File')}</w:customXml>`
          .replace(/^<w:customXml/, '<w:sdt')
          .replace(/<\/w:customXml>$/, '</w:sdt>')
          .replace(' w:element="c">', '><w:sdtContent>')
          .replace('</w:sdt>', '</w:sdtContent></w:sdt>'),
        cell(paragraph(`<w:hyperlink r:id="r9">${run('Home visit')}</w:hyperlink>${run(' by the worker.')}`)),
      ])}</w:customXml><w:bookmarkStart w:id="3" w:name="b"/>${row(CALL)}<w:bookmarkEnd w:id="3"/></w:tbl>`,
    ),
    events: BOTH,
  },
  {
    what: 'a table laid right to left, text in a list of two levels',
    file: makeDocx(
      `<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr><w:tblGrid/>${row(HEAD)}${row([
        '12/03/2024',
        'File',
        cell(
          paragraph(run('Agreed:')) +
            paragraph(run('ring the school'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') +
            paragraph(run('on Friday'), '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'),
        ),
      ])}</w:tbl>`,
    ),
    events: ['2024-03-12 | File | Agreed:\nring the school\non Friday'],
  },
  {
    what: 'a mark of a paragraph struck out: two lines become one',
    file: makeDocx(
      table([
        HEAD,
        row([
          '12/03/2024',
          'File',
          cell(paragraph(run('Home visit '), '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>') + paragraph(run('by the worker.'))),
        ]),
      ]),
    ),
    events: ['2024-03-12 | File | Home visit by the worker.'],
  },
  {
    what: 'the strict form of the format',
    file: strict(table([HEAD, VISIT, CALL])),
    events: BOTH,
  },
  {
    what: 'words hidden by a style, and a row hidden',
    file: makeDocx(
      table([
        HEAD,
        row([
          '12/03/2024',
          'File',
          cell(paragraph(`${run('Home visit by the worker.')}${run(' Draft remark.', '<w:rStyle w:val="Secret"/>')}`)),
        ]),
        row(CALL, '<w:hidden/>'),
      ]),
      { styles: '<w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>' },
    ),
    events: BOTH,
    only: ['notice hiddenText 1:2:Event', 'notice hiddenRow 1:3'],
  },
  {
    what: 'tables in header and footer are no events',
    file: makeDocx(table([HEAD, VISIT]), {
      extra: {
        'word/header1.xml': `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${table([HEAD, CALL])}</w:hdr>`,
      },
    }),
    events: [BOTH[0]!],
  },
  {
    what: 'a table in a text box beside the chronology',
    file: makeDocx(
      paragraph(
        `<w:r><w:pict><v:textbox><w:txbxContent>${table([
          ['Abbreviation', 'Meaning'],
          ['HV', 'Health visitor'],
        ])}</w:txbxContent></v:textbox></w:pict></w:r>`,
      ) + table([HEAD, VISIT, CALL]),
    ),
    events: BOTH,
  },
  {
    what: 'a symbol, a tick box and an endnote',
    file: makeDocx(
      table([
        HEAD,
        row([
          '12/03/2024',
          'File',
          cell(
            paragraph(
              `<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${run(' Child seen')}<w:r><w:endnoteReference w:id="1"/></w:r>`,
            ),
          ),
        ]),
      ]),
      { endnotes: `<w:endnote w:id="1">${text('At school.')}</w:endnote>` },
    ),
    events: ['2024-03-12 | File | ☑ Child seen\n[Note: At school.]'],
  },
];

function strict(body: string): Uint8Array {
  const bytes = makeDocx(body, {
    extra: {
      'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>${body}</w:body></w:document>`,
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document.xml"/></Relationships>',
    },
  });
  return bytes;
}

const MANY: Awkward[] = [
  {
    what: 'a report whose chronology is an appendix',
    file: makeDocx(
      text(
        'Individual management review\n1. Introduction\nThe first referral came on 3 February 2023 and a second on 7 July 2023.\nBetween March and May 2024 the family moved twice.',
      ) +
        table([
          ['Practitioner', 'Role', 'Date seen'],
          ['A. Nurse', 'Health visitor', '12/01/2026'],
          ['B. Doctor', 'GP', '14/01/2026'],
        ]) +
        table([
          ['Abbreviation', 'Meaning'],
          ['HV', 'Health visitor'],
        ]) +
        table([
          ['No', 'Recommendation', 'Action', 'Lead', 'By when'],
          ['1', 'Record visits on the day.', 'Brief the team', 'Manager', '31/03/2026'],
        ]) +
        paragraph(run('Appendix 1: Chronology'), '<w:pStyle w:val="Heading1"/>') +
        table([HEAD, VISIT, CALL]) +
        table([
          ['Document', 'Date', 'Held by'],
          ['Case file', '12/01/2026', 'Records'],
        ]),
    ),
    events: BOTH,
    tables: 1,
  },
  {
    what: 'a narrative without a chronology',
    file: makeDocx(
      text(
        'Report of the service\nThe first referral came on 3 February 2023 and a second on 7 July 2023, when the school had rung.\nOn 12 March 2024 a worker visited and found nobody in.\nIn April 2024 the case was closed.\nWe have nothing more to add.',
      ),
    ),
    events: [],
    only: ['warning noChronology -:-'],
  },
  {
    what: 'a narrative whose paragraphs begin with a date in a sentence',
    file: makeDocx(
      text(
        'On 12 March 2024 a worker visited and found nobody in.\nOn 14 March 2024 the school rang about the dinner money.\nThe case was closed in April.',
      ),
    ),
    events: [],
    only: ['warning noChronology -:-'],
  },
  {
    what: 'people met and papers read are no events',
    file: makeDocx(
      table([HEAD, VISIT, CALL]) +
        table([
          ['Name', 'Date of interview', 'Role'],
          ['A. Nurse', '12/01/2026', 'Health visitor who knew the family from the first visit'],
          ['B. Doctor', '14/01/2026', 'Doctor who saw the child at the surgery'],
        ]) +
        table([
          ['Date', 'Document read'],
          ['12/01/2026', 'The case file of the family'],
          ['13/01/2026', 'The log of calls'],
        ]),
    ),
    events: BOTH,
    tables: 1,
  },
  {
    what: 'family details and household with dates of birth',
    file: makeDocx(
      table([
        ['Name', 'Relationship', 'DOB', 'Ethnicity', 'Address'],
        ['Child V', 'Subject', '14/03/2020', 'White British', '1 Any Street'],
        ['Mother', 'Mother', '02/11/1992', 'White British', '1 Any Street'],
      ]) + table([HEAD, VISIT, CALL]),
    ),
    events: BOTH,
    tables: 1,
  },
  {
    what: 'only family details: no events',
    file: makeDocx(
      table([
        ['Name', 'Relationship', 'Date of birth', 'Address'],
        ['Child V', 'Subject', '14/03/2020', '1 Any Street'],
        ['Mother', 'Mother', '02/11/1992', '1 Any Street'],
      ]),
    ),
    events: [],
    only: ['warning noChronology -:-'],
  },
  {
    what: 'only an action plan: no events',
    file: makeDocx(
      table([
        ['Recommendation', 'Action', 'Lead', 'Target date', 'Progress'],
        ['Record visits', 'Brief the whole team on it', 'Manager', '31/03/2026', 'Started'],
        ['Share notes', 'Write to the clinic about it', 'Manager', '30/04/2026', 'Not started'],
      ]),
    ),
    events: [],
    only: ['warning noChronology -:-'],
  },
  {
    what: 'a chronology for each agency under its heading',
    file: makeDocx(
      paragraph(run('Police'), '<w:pStyle w:val="Heading1"/>') +
        table([
          ['Date', 'Event'],
          ['12/03/2024', 'Call to the home.'],
        ]) +
        paragraph(run('Housing'), '<w:pStyle w:val="Heading1"/>') +
        table([
          ['Date', 'Event'],
          ['14/03/2024', 'Gas check.'],
        ]),
    ),
    events: ['2024-03-12 | - | Call to the home.', '2024-03-14 | - | Gas check.'],
    tables: 2,
  },
  {
    what: 'a summary of attendances beside the chronology',
    file: makeDocx(
      table([HEAD, VISIT, CALL]) +
        table([
          ['Year', 'Sessions missed', 'Percent'],
          ['2023', '14', '92'],
          ['2024', '20', '88'],
        ]),
    ),
    events: BOTH,
    tables: 1,
  },
  {
    what: 'date headings with their text under them in a report',
    file: makeDocx(
      ['12 March 2024', '14th March 2024', 'Monday 18 March 2024']
        .map(
          (day, i) =>
            paragraph(run(day), '<w:pStyle w:val="Heading3"/>') + text(`Entry ${i + 1} of the log.\nSecond line of it.`),
        )
        .join(''),
    ),
    events: [
      '2024-03-12 | - | Entry 1 of the log.\nSecond line of it.',
      '2024-03-14 | - | Entry 2 of the log.\nSecond line of it.',
      '2024-03-18 | - | Entry 3 of the log.\nSecond line of it.',
    ],
  },
  {
    what: 'paragraphs with date, time and text',
    file: makeDocx(
      text(
        '12/03/2024 10:30 Home visit by the worker.\n12/03/2024 14:15 Call from the school office.\n13.3.24 Letter to the clinic.',
      ),
    ),
    events: [
      '2024-03-12 | - | Home visit by the worker.',
      '2024-03-12 | - | Call from the school office.',
      '2024-03-13 | - | Letter to the clinic.',
    ],
  },
  {
    what: 'paragraphs with bold dates and an en dash without blanks',
    file: makeDocx(
      paragraph(`${run('12th March 2024', '<w:b/>')}${run('–Home visit by the worker.')}`) +
        paragraph(`${run('14th March 2024', '<w:b/>')}${run('–Call from the school office.')}`) +
        paragraph(`${run('Mid-April 2024', '<w:b/>')}${run(' – Letter to the clinic.')}`),
    ),
    events: [
      '2024-03-12 | - | Home visit by the worker.',
      '2024-03-14 | - | Call from the school office.',
      '2024-04-11 | - | Letter to the clinic.',
    ],
  },
  {
    what: 'paragraphs with bullets before the date',
    file: makeDocx(
      text('• 12/03/2024 – Home visit by the worker.\n• 14/03/2024 – Call from the school office.\n• 18/03/2024 – Letter.'),
    ),
    events: [
      '2024-03-12 | - | Home visit by the worker.',
      '2024-03-14 | - | Call from the school office.',
      '2024-03-18 | - | Letter.',
    ],
  },
];

const SPELT: Awkward[] = [
  {
    what: 'headings under a wide one, without merging down',
    file: makeDocx(table([row(['Date', wide('Details', 2)]), row(['', 'Contact with', 'Event']), VISIT])),
    events: ['2024-03-12 | File | Home visit by the worker.'],
    mapping: { Date: 'date', 'Details Contact with': 'source', 'Details Event': 'description' },
  },
  {
    what: 'a type and comments, and no column that says what happened',
    file: makeDocx(
      table([
        ['Date', 'Type', 'Professional', 'Comments'],
        ['12/03/2024', 'Visit', 'HV', 'Weighed and well, next visit in May.'],
        ['13/03/2024', 'Call', 'HV', 'Mother asked about feeding.'],
      ]),
    ),
    events: ['2024-03-12 | HV | Weighed and well, next visit in May.', '2024-03-13 | HV | Mother asked about feeding.'],
  },
  {
    what: 'a table under each date',
    file: makeDocx(
      text('12 March 2024') +
        table([
          ['Who', 'What'],
          ['HV', 'Home visit by the worker.'],
          ['SW', 'Second visit.'],
        ]) +
        text('14 March 2024') +
        table([
          ['Who', 'What'],
          ['School', 'Call about a coat.'],
        ]),
    ),
    events: [
      '2024-03-12 | HV | Home visit by the worker.',
      '2024-03-12 | SW | Second visit.',
      '2024-03-14 | School | Call about a coat.',
    ],
  },
  {
    what: 'numbered paragraphs and bracketed dates',
    file: makeDocx(
      text(
        '1. 12/03/2024 – Home visit.\n2.1 14/03/2024 – Call from school.\n(18/03/2024) Letter sent.\n[20/03/2024] Second letter.',
      ),
    ),
    events: [
      '2024-03-12 | - | Home visit.',
      '2024-03-14 | - | Call from school.',
      '2024-03-18 | - | Letter sent.',
      '2024-03-20 | - | Second letter.',
    ],
  },
  {
    what: 'a glossary in the rows under the entries',
    file: makeDocx(table([HEAD, VISIT, CALL, [wide('Glossary', 3)], ['HV', '', 'Health visitor'], ['SW', '', 'Social worker']])),
    events: BOTH,
    has: ['notice notAnEvent 1:5', 'notice notAnEvent 1:6'],
  },
  {
    what: 'prompts typed into a template',
    file: makeDocx(
      table([HEAD, ['Click or tap to enter a date.', 'Choose an item.', 'Click or tap here to enter text.'], VISIT]),
    ),
    events: [BOTH[0]!],
  },
];

const NIL: Awkward[] = [
  'Nil return',
  'NIL RETURN – this family is not known to our service',
  'We have searched our systems and have no record of this family.',
  'There has been no involvement with this family in the period under review.',
  'The child was not known to this service during the period under review.',
  'I can confirm that we hold no information on the above named.',
  'This agency has had no contact with the child or family.',
  'No trace of the family on our database.',
  'Our service did not know this family.',
  'We have no relevant information to share.',
  'Nothing to report.',
  'Having checked our records there is nothing held for any member of the household.',
  'Dim i’w adrodd',
  'The organisation has no involvement to record.',
].map((words) => ({
  what: `nil return: ${words}`,
  file: makeDocx(text(`Dear Partnership\n${words}\nYours`)),
  events: [],
  only: ['notice nilReturn -:-'],
}));

const NOT_NIL: Awkward[] = [
  {
    what: 'a nil return over an empty table',
    file: makeDocx(text('This is a nil return.') + table([HEAD, ['', '', '']])),
    events: [],
    only: ['notice nilReturn -:-'],
  },
  {
    what: 'N/A in every cell',
    file: makeDocx(table([HEAD, ['N/A', 'N/A', 'N/A']])),
    events: [],
  },
  {
    what: 'a template with numbered blank rows and prompts',
    file: makeDocx(
      table([
        ['No', ...HEAD],
        ['1', '', '', ''],
        ['2', '', '', ''],
        ['3', '[insert date]', '[source]', '[describe the event]'],
      ]),
    ),
    events: [],
    has: ['warning emptyTemplate -:-'],
  },
];

describe('headers in Word returns', () => readsAs(HEADERS));
describe('rows in Word returns', () => readsAs(ROWS));
describe('what Word puts around words', () => readsAs(MARKUP));
describe('one chronology among other matter', () => readsAs(MANY));
describe('returns spelt in their own way', () => readsAs(SPELT));
describe('returns with nothing in them', () => readsAs([...NIL, ...NOT_NIL]));
