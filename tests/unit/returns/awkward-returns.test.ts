import { describe, expect, it } from 'vitest';
import type { StageContext } from '#core/features/returns/staging/stage-return.ts';
import { cell, makeDocx, paragraph, row, run, table, text } from '../../fixtures/returns/make-docx.ts';
import { brief, problems, stage } from './support.ts';

type Awkward = {
  what: string;
  file: Uint8Array | string;
  name?: string;
  context?: Partial<StageContext>;
  /** "day | source | description" */
  events: string[];
  /** Problems that must be there, as "severity code table:row". */
  has?: string[];
  /** Exactly these problems and no others. */
  only?: string[];
  mapping?: Record<string, string>;
  agencies?: string[];
  tables?: number;
};
const merged = (inner: string): string => cell(inner, '<w:vMerge w:val="restart"/>');
const under = (): string => cell('', '<w:vMerge/>');
const wide = (inner: string, span: number): string => cell(inner, `<w:gridSpan w:val="${span}"/>`);
const repeats = '<w:tblHeader/>';
const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;

const RETURNS: Awkward[] = [
  {
    what: 'social care export: blank dates, "as above", header on each page',
    file: makeDocx(
      table([
        row(['Date', 'Time', 'Source', 'Event', 'Analysis', 'Child seen?'], repeats),
        ['12/03/2024', '09:30', 'Case note, allocated worker', 'Visit to the home. No reply, card left.', '', 'No'],
        ['', '', 'Duty log', 'Mother rang back and asked for a later time.', '', ''],
        ['13/03/2024', '', 'As above', 'Visit agreed for Friday.', 'Prompt.', 'No'],
        ['Date', 'Time', 'Source', 'Event', 'Analysis', 'Child seen?'],
        ['15/03/2024', '4.40pm', 'Case note', 'Child seen at home, playing.', '', 'Yes'],
      ]),
    ),
    events: [
      '2024-03-12 | Case note, allocated worker | Visit to the home. No reply, card left.',
      '2024-03-12 | Duty log | Mother rang back and asked for a later time.',
      '2024-03-13 | Duty log | Visit agreed for Friday.',
      '2024-03-15 | Case note | Child seen at home, playing.',
    ],
    has: ['warning asAbove 1:4:Source'],
    mapping: {
      Date: 'date',
      Time: 'time',
      Source: 'source',
      Event: 'description',
      Analysis: 'agencyComment',
      'Child seen?': 'other',
    },
  },
  {
    what: 'police export: start and end with times in them',
    name: 'po.csv',
    file: csv(
      'Occ No,Start,End,Type,OEL summary,Officer',
      '24/101,15/03/2024 22:50,15/03/2024 23:40,Domestic,"Neighbour reported shouting, officers attended.",PC 11',
      '24/102,16/03/2024 11:20,,Follow up,Officer returned by day.,PC 11',
    ),
    events: [
      '2024-03-15 | PC 11 | Neighbour reported shouting, officers attended.',
      '2024-03-16 | PC 11 | Officer returned by day.',
    ],
    mapping: {
      'Occ No': 'reference',
      Start: 'date',
      End: 'endDate',
      Type: 'other',
      'OEL summary': 'description',
      Officer: 'source',
    },
    only: [],
  },
  {
    what: 'hospital: odd headings, a row that continues on the next page',
    file: makeDocx(
      text('Chronology of contact\nOstlake Hospitals') +
        table([
          ['When', 'Dept', 'What happened', 'Response', 'Author comment'],
          ['w/c 11/03/24', 'ED', 'Seen with a cough. Asked about home', 'Inhaler given.', ''],
          ['', '', 'and said that all was well there.', '', 'Not explored.'],
          ['20 March 2024', 'Clinic', 'Not brought.', 'Letter sent.', ''],
        ]),
    ),
    events: [
      '2024-03-11 | ED | Seen with a cough. Asked about home and said that all was well there.',
      '2024-03-20 | Clinic | Not brought.',
    ],
    has: ['warning rowJoined 1:3'],
  },
  {
    what: 'general practice: semicolons, two-digit years, unknown code column, line breaks',
    name: 'gp.csv',
    file: csv(
      'Consultation date;Coded entry;Free text;Clinician;SNOMED;Letter',
      '12/03/24;Asthma review;"Seen with mother.\nTechnique checked.";Dr A;390872009;',
      '19/03/24;Did not attend;;Nurse B;281399006;Y',
    ),
    events: ['2024-03-12 | Dr A | Seen with mother.\nTechnique checked.', '2024-03-19 | Nurse B | Did not attend'],
    has: ['warning noDescription 1:3:Free text'],
    mapping: {
      'Consultation date': 'date',
      'Coded entry': 'other',
      'Free text': 'description',
      Clinician: 'source',
      SNOMED: 'other',
      Letter: 'other',
    },
  },
  {
    what: 'health visiting: contact as what happened, voice of the child',
    file: makeDocx(
      table([
        ['Date of contact', 'Age', 'Professional', 'Contact', 'Outcome', 'Child’s voice'],
        [
          'early March 2024',
          '4y',
          'Health visitor',
          'Home visit, child playing in the yard.',
          'Next visit in May.',
          '“My yard.”',
        ],
      ]),
    ),
    events: ['2024-03-01 | Health visitor | Home visit, child playing in the yard.'],
    mapping: {
      'Date of contact': 'date',
      Age: 'other',
      Professional: 'source',
      Contact: 'description',
      Outcome: 'outcome',
      'Child’s voice': 'childVoice',
    },
  },
  {
    what: 'school: month headings, an incident date and a logged date',
    name: 'school.csv',
    file: csv(
      'Incident date,Logged,Category,Details,Action,By',
      'MARCH 2024,,,,,',
      '12/03/2024,13/03/2024,Concern,Said he was hungry.,Toast given.,TA',
      '14/03/2024,14/03/2024,Attendance,Late by an hour.,Call home.,Office',
      'April 2024,,,,,',
      '16/04/2024,16/04/2024,Concern,Fell asleep in class.,Noted.,TA',
    ),
    events: [
      '2024-03-12 | TA | Said he was hungry.',
      '2024-03-14 | Office | Late by an hour.',
      '2024-04-16 | TA | Fell asleep in class.',
    ],
    mapping: {
      'Incident date': 'date',
      Logged: 'other',
      Category: 'other',
      Details: 'description',
      Action: 'response',
      By: 'source',
    },
    only: [],
  },
  {
    what: 'housing letter: table after prose, "contact with"',
    file: makeDocx(
      text('Dear Sir or Madam\nPlease find below our records, searched by address.') +
        table([
          ['Ref', 'Date', 'Contact with', 'Notes'],
          ['TR-1', 'c. 5.3.24', 'Tenant', 'Permit for a van given.'],
          ['TR-2', '8.3.24', 'Neighbour', 'Rang about noise at night.'],
        ]) +
        text('Yours faithfully\nTenancy Team'),
    ),
    events: ['2024-03-05 | Tenant | Permit for a van given.', '2024-03-08 | Neighbour | Rang about noise at night.'],
    mapping: { Ref: 'reference', Date: 'date', 'Contact with': 'source', Notes: 'description' },
  },
  {
    what: 'title and instruction rows above the header, an example row under it',
    file: makeDocx(
      table([
        [wide('MULTI-AGENCY CHRONOLOGY – CONFIDENTIAL', 4)],
        [wide('Please complete every column. One row for each contact.', 4)],
        ['Date of event (dd/mm/yyyy)', 'Source of Information (mandatory)', 'Event/contact', 'Action taken'],
        ['dd/mm/yyyy', 'Which record', 'Brief factual description', 'What was done'],
        ['e.g. 01/01/2020', 'Case file', 'Home visit', 'None'],
        ['12/03/2024', 'Case file', 'Family support worker visited.', 'Referral made.'],
      ]),
    ),
    events: ['2024-03-12 | Case file | Family support worker visited.'],
    has: ['notice instructionRow 1:4', 'notice exampleRow 1:5'],
  },
  {
    what: 'header split over two rows by merged cells',
    file: makeDocx(
      table([
        row([merged('Date'), wide('Contact', 2), merged('Outcome')]),
        row([under(), 'Who', 'What happened', under()]),
        ['12/03/2024', 'Midwife', 'Booking visit at home.', 'Seen.'],
      ]),
    ),
    events: ['2024-03-12 | Midwife | Booking visit at home.'],
    mapping: { Date: 'date', 'Contact Who': 'source', 'Contact What happened': 'description', Outcome: 'outcome' },
  },
  {
    what: 'header words broken over two rows',
    file: makeDocx(
      table([
        ['Date of', 'Source of', 'Details of', 'Action'],
        ['contact', 'information', 'event', 'taken'],
        ['12/03/2024', 'Diary', 'Phone call to the school.', 'Noted.'],
      ]),
    ),
    events: ['2024-03-12 | Diary | Phone call to the school.'],
    mapping: {
      'Date of contact': 'date',
      'Source of information': 'source',
      'Details of event': 'description',
      'Action taken': 'response',
    },
  },
  {
    what: 'a date merged down over three rows',
    file: makeDocx(
      table([
        ['Date', 'Who', 'Event'],
        [merged('12/03/2024'), 'A', 'First call.'],
        [under(), 'B', 'Second call.'],
        [under(), 'C', 'Third call.'],
        ['13/03/2024', 'D', 'Visit.'],
      ]),
    ),
    events: [
      '2024-03-12 | A | First call.',
      '2024-03-12 | B | Second call.',
      '2024-03-12 | C | Third call.',
      '2024-03-13 | D | Visit.',
    ],
    only: [],
  },
  {
    what: 'an event merged down beside two responses',
    file: makeDocx(
      table([
        ['Date', 'Event', 'Response'],
        [merged('12/03/2024'), merged('Two calls came in.'), 'First answered.'],
        [under(), under(), 'Second answered.'],
        ['13/03/2024', 'Visit.', ''],
      ]),
    ),
    events: ['2024-03-12 | - | Two calls came in.', '2024-03-13 | - | Visit.'],
    has: ['warning rowJoined 1:3'],
  },
  {
    what: 'chronology among other tables: version control, key people, glossary, signatures',
    file: makeDocx(
      table([
        ['Version', 'Date', 'Author', 'Changes'],
        ['0.1', '01/02/2026', 'A. Writer', 'First draft for comment by the service'],
        ['0.2', '03/02/2026', 'A. Writer', 'Second draft after comment'],
      ]) +
        table([
          ['Name', 'Date of birth', 'Relationship', 'Address'],
          ['Child', '14/03/2020', 'Subject', '1 Any Street'],
          ['Mother', '02/11/1992', 'Mother', '1 Any Street'],
        ]) +
        table([
          ['Abbreviation', 'Meaning'],
          ['HV', 'Health visitor'],
          ['GP', 'General practitioner'],
        ]) +
        table([
          ['Date', 'Source', 'Event'],
          ['12/03/2024', 'File', 'Home visit by the worker.'],
        ]) +
        table([
          ['Recommendation', 'Action', 'Lead', 'Target date'],
          ['One', 'Train the team in recording', 'Manager', '31/03/2026'],
        ]) +
        table([
          ['Name', 'Signature', 'Date'],
          ['A. Writer', '', '05/02/2026'],
        ]),
    ),
    events: ['2024-03-12 | File | Home visit by the worker.'],
    tables: 1,
    has: ['notice tableNotRead 1:-', 'notice tableNotRead 6:-'],
  },
  {
    what: 'one chronology cut into tables by year, later ones without a header',
    file: makeDocx(
      text('2023') +
        table([
          ['Date', 'Source', 'Event'],
          ['12/03/2023', 'File', 'Home visit by the worker.'],
        ]) +
        text('2024') +
        table([
          ['12/03/2024', 'File', 'Second visit by the worker.'],
          ['14/03/2024', 'File', 'Third visit by the worker.'],
        ]),
    ),
    events: [
      '2023-03-12 | File | Home visit by the worker.',
      '2024-03-12 | File | Second visit by the worker.',
      '2024-03-14 | File | Third visit by the worker.',
    ],
    tables: 2,
  },
  {
    what: 'no header at all',
    name: 'log.csv',
    file: csv(
      '12/03/2024,09:30,Duty desk,"Caller asked for advice about a neighbour, none given."',
      '13/03/2024,10:15,Duty desk,"Second call, passed to the team for a decision."',
      '15/03/2024,11:00,Team,"Decision made to visit, worker named."',
    ),
    events: [
      '2024-03-12 | Duty desk | Caller asked for advice about a neighbour, none given.',
      '2024-03-13 | Duty desk | Second call, passed to the team for a decision.',
      '2024-03-15 | Team | Decision made to visit, worker named.',
    ],
    mapping: { 'Column 1': 'date', 'Column 2': 'time', 'Column 3': 'source', 'Column 4': 'description' },
  },
  {
    what: 'headings nobody knows, told by their contents',
    name: 'x.csv',
    file: csv(
      'Alpha,Beta,Gamma',
      '12/03/2024,Desk,The worker rang the family and left a message.',
      '13/03/2024,Desk,The family rang back and asked for help with food.',
      '14/03/2024,Team,A parcel was brought to the door by the worker.',
    ),
    events: [
      '2024-03-12 | - | The worker rang the family and left a message.',
      '2024-03-13 | - | The family rang back and asked for help with food.',
      '2024-03-14 | - | A parcel was brought to the door by the worker.',
    ],
    mapping: { Alpha: 'date', Beta: 'other', Gamma: 'description' },
  },
  {
    what: 'rows without a readable date stay in their place',
    file: makeDocx(
      table([
        ['Date', 'Event'],
        ['12/03/2024', 'First contact with family.'],
        ['date unclear', 'Note found loose in the file.'],
        ['31/02/2024', 'Note with an impossible date.'],
        ['15/03/2024', 'Last contact.'],
      ]),
    ),
    events: [
      '2024-03-12 | - | First contact with family.',
      '? | - | Note found loose in the file.',
      '? | - | Note with an impossible date.',
      '2024-03-15 | - | Last contact.',
    ],
  },
  {
    what: 'separate start and end columns for date and time',
    name: 'x.csv',
    file: csv(
      'Date from,Date to,Start time,End time,Event',
      '12/03/2024,14/03/2024,,,Stayed with grandmother.',
      '15/03/2024,,09:30,10:15,Meeting at school.',
      '18/03/2024,17/03/2024,,,Stay whose end is wrong.',
    ),
    events: [
      '2024-03-12 | - | Stayed with grandmother.',
      '2024-03-15 | - | Meeting at school.',
      '2024-03-18 | - | Stay whose end is wrong.',
    ],
    has: ['warning endBeforeStart 1:4:Date from'],
  },
  {
    what: 'an agency column',
    name: 'x.csv',
    file: csv(
      'Agency,Date,Event',
      'Police,12/03/2024,Call from a neighbour.',
      'Housing,13/03/2024,Gas check.',
      ',14/03/2024,Letter.',
    ),
    events: ['2024-03-12 | - | Call from a neighbour.', '2024-03-13 | - | Gas check.', '2024-03-14 | - | Letter.'],
    agencies: ['Police', 'Housing', 'Borough Services'],
  },
  {
    what: 'whose return it is, as the file says',
    file: makeDocx(
      text('Name of agency: Westmere Leisure Trust') +
        table([
          ['Date', 'Event'],
          ['12/03/2024', 'Swimming lesson.'],
        ]),
    ),
    context: { agency: null },
    events: ['2024-03-12 | - | Swimming lesson.'],
    agencies: ['Westmere Leisure Trust'],
  },
  {
    what: 'whose return it is, in a table of its own',
    file: makeDocx(
      table([
        ['Agency', 'Westmere Leisure Trust'],
        ['Date completed', '12/02/2026'],
        ['Completed by', 'A. Writer'],
      ]) +
        table([
          ['Date', 'Event'],
          ['12/03/2024', 'Swimming lesson.'],
        ]),
    ),
    context: { agency: null },
    events: ['2024-03-12 | - | Swimming lesson.'],
    agencies: ['Westmere Leisure Trust'],
  },
  {
    what: 'nobody says whose it is',
    name: 'Westmere Leisure_chronology v2.csv',
    file: csv('Date,Event', '12/03/2024,Swimming lesson.'),
    context: { agency: null },
    events: ['2024-03-12 | - | Swimming lesson.'],
    agencies: ['Westmere Leisure'],
    has: ['warning agencyAssumed -:-'],
  },
  {
    what: 'a nil return as a letter',
    file: makeDocx(
      text('Dear Partnership\nWe have searched our records and can confirm that the family is not known to this service.\nYours'),
    ),
    events: [],
    only: ['notice nilReturn -:-'],
  },
  {
    what: 'a nil return in the template',
    file: makeDocx(
      table([
        ['Date', 'Source', 'Event'],
        ['', '', 'Nil return'],
        ['', '', ''],
      ]),
    ),
    events: [],
    has: ['notice nilReturn -:-'],
  },
  {
    what: 'a nil return across the table',
    file: makeDocx(table([['Date', 'Source', 'Event'], [wide('No contact with the family during the review period', 3)]])),
    events: [],
    has: ['notice nilReturn -:-'],
  },
  {
    what: 'an empty template',
    file: makeDocx(
      text('Chronology') +
        table([
          ['Date', 'Source', 'Event'],
          ['', '', ''],
          ['', '', ''],
        ]),
    ),
    events: [],
    only: ['warning emptyTemplate -:-'],
  },
  { what: 'an empty document', file: makeDocx(paragraph('')), events: [], only: ['warning emptyFile -:-'] },
  {
    what: 'a CSV of headings only',
    name: 'x.csv',
    file: csv('Date,Source,Event'),
    events: [],
    only: ['warning emptyTemplate -:-'],
  },
  {
    what: 'a letter without a chronology',
    file: makeDocx(text('Dear Partnership\nWe are still looking for the file and will write again.')),
    events: [],
    only: ['warning noChronology -:-'],
  },
  {
    what: 'stated gaps',
    file: makeDocx(
      table([
        ['Date', 'Event'],
        ['12/03/2024', 'Visit.'],
        ['13/03/2024 - 10/09/2024', 'No contact recorded in this period.'],
        ['11/09/2024', 'No contact made, card left.'],
      ]),
    ),
    events: [
      '2024-03-12 | - | Visit.',
      '2024-03-13 | - | No contact recorded in this period.',
      '2024-09-11 | - | No contact made, card left.',
    ],
  },
  {
    what: 'notes, key and signature under the table',
    file: makeDocx(
      table([
        ['Date', 'Source', 'Event'],
        ['12/03/2024', 'File', 'Visit to the home.'],
        [wide('NB: times are those of the record, not of the visit.', 3)],
        ['Key: HV = health visitor', '', ''],
        ['Completed by', 'A. Writer', ''],
      ]),
    ),
    events: ['2024-03-12 | File | Visit to the home.'],
    has: ['notice notAnEvent 1:3', 'notice notAnEvent 1:4', 'notice notAnEvent 1:5'],
  },
  {
    what: 'paragraphs: date, tab, text',
    file: makeDocx(
      text('Chronology of involvement') +
        paragraph(`${run('12/03/2024')}<w:r><w:tab/></w:r>${run('Visit to the home by the worker.')}`) +
        paragraph(`<w:r><w:tab/></w:r>${run('Card left.')}`) +
        text('and a letter was sent the same week.') +
        paragraph(`${run('14 March 2024')}<w:r><w:tab/><w:tab/></w:r>${run('Call from the school.')}`) +
        text('Prepared by the team manager'),
    ),
    events: [
      '2024-03-12 | - | Visit to the home by the worker.',
      '2024-03-12 | - | Card left. and a letter was sent the same week.',
      '2024-03-14 | - | Call from the school.',
    ],
    has: ['warning rowJoined 0:4', 'notice notAnEvent 0:1', 'notice notAnEvent 0:6'],
  },
  {
    what: 'paragraphs with dashes and colons',
    file: makeDocx(
      text(
        'Our records show:\n12/03/2024 – Visit to the home.\n14/03/2024: Call from the school.\n18/03/2024 - Letter to the family.',
      ),
    ),
    events: [
      '2024-03-12 | - | Visit to the home.',
      '2024-03-14 | - | Call from the school.',
      '2024-03-18 | - | Letter to the family.',
    ],
  },
  {
    what: 'duplicate headings are told apart',
    name: 'x.csv',
    file: csv('Date,Event,Action,Action', '12/03/2024,Visit.,Card left.,Letter sent.'),
    events: ['2024-03-12 | - | Visit.'],
    mapping: { Date: 'date', Event: 'description', Action: 'response', 'Action (2)': 'other' },
  },
  {
    what: 'headings with slips of typing',
    name: 'x.csv',
    file: csv('Date of Contcat,Proffesional,Descripton of event,Outcom', '12/03/2024,Nurse,Weighed at clinic.,Thriving.'),
    events: ['2024-03-12 | Nurse | Weighed at clinic.'],
    mapping: { 'Date of Contcat': 'date', Proffesional: 'source', 'Descripton of event': 'description', Outcom: 'outcome' },
  },
  {
    what: 'commas in the last column without quotes',
    name: 'x.csv',
    file: csv(
      'Date,Source,Event',
      '12/03/2024,File,Visit to the home, no reply, card left.',
      '13/03/2024,File,Call from school.',
      '14/03/2024,File,Letter sent.',
    ),
    events: [
      '2024-03-12 | File | Visit to the home, no reply, card left.',
      '2024-03-13 | File | Call from school.',
      '2024-03-14 | File | Letter sent.',
    ],
    only: ['warning raggedRow 1:2'],
  },
  {
    what: 'commas in a middle column without quotes',
    name: 'x.csv',
    file: csv(
      'Date,Event,Source',
      '12/03/2024,Visit to the home, no reply,File',
      '13/03/2024,Call from school.,File',
      '14/03/2024,Letter sent.,File',
    ),
    events: [
      '2024-03-12 | no reply | Visit to the home',
      '2024-03-13 | File | Call from school.',
      '2024-03-14 | File | Letter sent.',
    ],
    only: ['error raggedRow 1:2'],
  },
  {
    what: 'a hand-drawn table whose cells do not line up with its header',
    file: makeDocx(
      table([
        row([wide('Date', 2), wide('Source', 2), wide('Event', 3)]),
        row(['12/03/2024', wide('File', 3), wide('Visit to the home.', 3)]),
        row([wide('13/03/2024', 2), 'File', wide('Call from school.', 4)]),
      ]),
    ),
    events: ['2024-03-12 | File | Visit to the home.', '2024-03-13 | File | Call from school.'],
    only: [],
  },
  {
    what: 'numbered rows first, date and time together, Welsh and English headings',
    file: makeDocx(
      table([
        ['No.', 'Date/Time', 'Source / Ffynhonnell', 'Event / Digwyddiad'],
        ['1', '12/03/2024 10:30', 'Ffeil', 'Home visit.'],
        ['2', '13 Mawrth 2024', 'Ffeil', 'Call from the school.'],
      ]),
    ),
    events: ['2024-03-12 | Ffeil | Home visit.', '2024-03-13 | Ffeil | Call from the school.'],
  },
  {
    what: 'dashes for nothing, entries in small letters',
    name: 'x.csv',
    file: csv(
      'Date,Source,Event,Outcome',
      '12/03/2024,file,mum rang to cancel,-',
      '13/03/2024,-,dad rang to ask why,-',
      ',-,mum rang again,-',
      '14/03/2024,file,visit,-',
    ),
    events: [
      '2024-03-12 | file | mum rang to cancel',
      '2024-03-13 | - | dad rang to ask why',
      '2024-03-13 | - | mum rang again',
      '2024-03-14 | file | visit',
    ],
  },
  {
    what: 'a tracked change, a hidden row and a comment in the chronology',
    file: makeDocx(
      table([
        ['Date', 'Event'],
        row([
          '12/03/2024',
          cell(
            paragraph(
              `${run('Seen with her ')}<w:del w:id="1" w:author="x"><w:r><w:delText>partner</w:delText></w:r></w:del><w:ins w:id="2" w:author="x">${run('brother')}</w:ins>.`.replace(
                '.',
                run('.'),
              ),
            ),
          ),
        ]),
        row(['13/03/2024', 'A call.'], '<w:hidden/>'),
        row(['14/03/2024', cell(paragraph(`${run('Letter.')}<w:r><w:commentReference w:id="0"/></w:r>`))]),
      ]),
      { comments: `<w:comment w:id="0" w:author="R">${text('check')}</w:comment>` },
    ),
    events: ['2024-03-12 | - | Seen with her brother.', '2024-03-13 | - | A call.', '2024-03-14 | - | Letter.'],
    only: ['notice trackedChange 1:2:Event', 'notice hiddenRow 1:3', 'notice comment 1:4:Event'],
  },
  {
    what: 'a footnote on the event and one on the date',
    file: makeDocx(
      table([
        ['Date', 'Event'],
        row([
          cell(paragraph(`${run('12/03/2024')}<w:r><w:footnoteReference w:id="1"/></w:r>`)),
          cell(paragraph(`${run('Visit.')}<w:r><w:footnoteReference w:id="2"/></w:r>`)),
        ]),
      ]),
      {
        footnotes: `<w:footnote w:id="1">${text('Or the day after.')}</w:footnote><w:footnote w:id="2">${text('By two workers.')}</w:footnote>`,
      },
    ),
    events: ['2024-03-12 | - | Visit.\n[Note: By two workers.]'],
  },
  {
    what: 'the older template: Date, Time, Seq, Source, free columns',
    file: makeDocx(
      table([
        [
          'Date',
          'Time',
          'Seq',
          'Source of Information',
          'Significant Event',
          'Was the child seen? Were wishes and feelings ascertained?',
          'Comment by author',
        ],
        ['22-may-24', '', '1', 'Records', 'Assessment finished.', 'Yes', 'Timely'],
      ]),
    ),
    events: ['2024-05-22 | Records | Assessment finished.'],
  },
  {
    what: 'Scottish single-agency form: period, event, source, impact, action to mitigate',
    file: makeDocx(
      table([
        [
          'Date or period of event',
          'Review',
          'Significant event',
          'Source (who, what practitioner/service)',
          'Impact (positive/negative)',
          'Action taken to mitigate adverse impact',
        ],
        ['Spring 2024', '', 'Moved house twice.', 'Housing officer', 'Negative', 'Support offered'],
      ]),
    ),
    events: ['2024-03-01 | Housing officer | Moved house twice.'],
  },
];

describe('returns as agencies really send them', () => {
  it.each(RETURNS)('$what', (awkward) => {
    const staged = stage(awkward.file, awkward.name ?? 'return.docx', awkward.context);
    expect(brief(staged)).toEqual(awkward.events);
    if (awkward.only) expect(problems(staged)).toEqual(awkward.only);
    for (const problem of awkward.has ?? []) expect(problems(staged)).toContain(problem);
    if (awkward.mapping) expect(staged.mapping).toEqual(awkward.mapping);
    if (awkward.agencies) expect(staged.agencies).toEqual(awkward.agencies);
    if (awkward.tables !== undefined) expect(staged.tables).toBe(awkward.tables);
    for (const event of staged.events) for (const index of event.rows) expect(staged.rows[index]).toBeDefined();
  });
});
