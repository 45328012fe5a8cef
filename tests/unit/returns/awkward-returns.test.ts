import { describe } from 'vitest';
import { cell, makeDocx, paragraph, row, run, table, text } from '../../fixtures/returns/make-docx.ts';
import { type Awkward, readsAs } from './awkward.ts';

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
      '2024-03-12 | File | Visit to the home, no reply',
      '2024-03-13 | File | Call from school.',
      '2024-03-14 | File | Letter sent.',
    ],
    only: ['warning raggedRow 1:2'],
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
  // A second list, written after the first was read right.
  {
    what: 'short kind of event beside long details',
    name: 'x.csv',
    file: csv(
      'Date,Event,Details,Worker',
      '12/03/2024,Home visit,The family were in and talked about the summer.,A',
      '13/03/2024,Phone call,Mother asked for the number of the clinic.,B',
    ),
    events: [
      '2024-03-12 | A | The family were in and talked about the summer.',
      '2024-03-13 | B | Mother asked for the number of the clinic.',
    ],
  },
  {
    what: 'date, contact, comments: the comments tell what happened',
    name: 'x.csv',
    file: csv(
      'Date,Contact,Comments',
      '12/03/2024,Phone,Mother asked for the number of the clinic and was given it.',
      '13/03/2024,Visit,Both children seen; the older one was at the table with homework.',
    ),
    events: [
      '2024-03-12 | Phone | Mother asked for the number of the clinic and was given it.',
      '2024-03-13 | Visit | Both children seen; the older one was at the table with homework.',
    ],
  },
  {
    what: 'case note export: several dates, a type and a text',
    name: 'x.csv',
    file: csv(
      'Person ID,Case Note Date,Case Note Type,Date Created,Author,Case Note Text',
      '4711,12/03/2024 00:00:00,Telephone,14/03/2024 09:12:44,A. Worker,"Call to school.\n\nSpoke to the office."',
      '4711,15/03/2024 14:30:00,Visit,15/03/2024 17:01:02,A. Worker,Seen at home.',
    ),
    events: ['2024-03-12 | A. Worker | Call to school.\n\nSpoke to the office.', '2024-03-15 | A. Worker | Seen at home.'],
  },
  {
    what: 'clinical system: date and time, staff, progress note',
    name: 'x.csv',
    file: csv(
      '"Date & Time","Clinician / Team","Progress Note","Validated"',
      '"12 Mar 2024 10:30","Nurse, Community Team","Weighed, thriving.","Y"',
      '"19 Mar 2024 11:00","Nurse, Community Team","Not brought.","Y"',
    ),
    events: ['2024-03-12 | Nurse, Community Team | Weighed, thriving.', '2024-03-19 | Nurse, Community Team | Not brought.'],
  },
  {
    what: 'school concern export',
    name: 'x.csv',
    file: csv(
      'Incident Date,Incident Time,Categories,Linked Student(s),Incident,Action Taken,Added By',
      '12/03/2024,08:55,Cause for concern,Child,Came in without a coat.,Coat found.,Class teacher',
    ),
    events: ['2024-03-12 | Class teacher | Came in without a coat.'],
  },
  {
    what: 'spreadsheet saved as CSV: title lines, empty columns, totals',
    name: 'x.csv',
    file: csv(
      'Westmere School chronology,,,,,',
      ',,,,,',
      'Date,Source,Event,,,',
      '12/03/2024,Register,Absent without reason given.,,,',
      '13/03/2024,Register,Absent again; call home.,,,',
      ',,,,,',
      'Total records: 2,,,,,',
    ),
    events: ['2024-03-12 | Register | Absent without reason given.', '2024-03-13 | Register | Absent again; call home.'],
    mapping: { Date: 'date', Source: 'source', Event: 'description' },
    only: ['notice notAnEvent 1:7'],
  },
  {
    what: 'tab-delimited text file',
    name: 'x.txt',
    file: csv(
      'Date\tTime\tLog',
      '12.03.2024\t2250\tCaller reports shouting next door.',
      '12.03.2024\t2310\tUnit at the address, all quiet.',
    ),
    events: ['2024-03-12 | - | Caller reports shouting next door.', '2024-03-12 | - | Unit at the address, all quiet.'],
  },
  {
    what: 'a weekday column beside the date',
    name: 'x.csv',
    file: csv('Day,Date,Details', 'Tue,12/03/2024,Visit to the home.', 'Wed,13/03/2024,Call to the school.'),
    events: ['2024-03-12 | - | Visit to the home.', '2024-03-13 | - | Call to the school.'],
  },
  {
    what: 'month headings across the table, page footers, a heading in capitals',
    file: makeDocx(
      table([
        row(['DATE', 'SOURCE', 'EVENT'], repeats),
        [wide('MARCH 2024', 3)],
        ['12/03/2024', 'File', 'Visit to the home.'],
        [wide('Page 2 of 3', 3)],
        row(['Date', 'Source', 'Event']),
        [wide('Apr 24', 3)],
        ['02/04/2024', 'File', 'Call from school.'],
      ]),
    ),
    events: ['2024-03-12 | File | Visit to the home.', '2024-04-02 | File | Call from school.'],
    has: ['notice notAnEvent 1:4'],
  },
  {
    what: 'a date on a line of its own over its entries',
    file: makeDocx(
      table([
        ['Time', 'Who', 'What happened'],
        [wide('Tuesday 12 March 2024', 3)],
        ['09:00', 'Desk', 'Call taken.'],
        ['11:30', 'Unit', 'Visit made.'],
        [wide('13 March 2024', 3)],
        ['08:15', 'Desk', 'Second call.'],
      ]),
    ),
    events: ['2024-03-12 | Desk | Call taken.', '2024-03-12 | Unit | Visit made.', '2024-03-13 | Desk | Second call.'],
  },
  {
    what: 'a narrative with a date over each paragraph',
    file: makeDocx(
      text(
        'Agency narrative\n12 March 2024\nThe worker visited and the family were in.\nShe left a card with the new number.\n15 March 2024\nThe school rang about a bruise and was told to ring duty.',
      ),
    ),
    events: [
      '2024-03-12 | - | The worker visited and the family were in.\nShe left a card with the new number.',
      '2024-03-15 | - | The school rang about a bruise and was told to ring duty.',
    ],
  },
  {
    what: 'details of the child in the same table above the header',
    file: makeDocx(
      table([
        ['Name of child', 'Child V', 'Agency', 'Westmere Leisure'],
        ['Date of birth', '14/03/2020', 'Completed by', 'A. Writer'],
        ['Date', 'Source', 'Event', 'Outcome'],
        ['12/03/2024', 'Log', 'Swimming lesson, cried in the water.', 'None'],
      ]),
    ),
    events: ['2024-03-12 | Log | Swimming lesson, cried in the water.'],
    tables: 1,
  },
  {
    what: 'dates and times in one cell on two lines, ranges on two lines',
    file: makeDocx(
      table([
        ['Date and time', 'Event'],
        ['12/03/2024\n10:30', 'Visit to the home.'],
        ['13/03/2024 –\n15/03/2024', 'Stayed with grandmother.'],
      ]),
    ),
    events: ['2024-03-12 | - | Visit to the home.', '2024-03-13 | - | Stayed with grandmother.'],
  },
  {
    what: 'a nested table and a list in a cell',
    file: makeDocx(
      table([
        ['Date', 'Event'],
        row([
          '12/03/2024',
          cell(
            text('Meeting agreed:') +
              table([
                ['Who', 'What'],
                ['SW', 'Visit'],
              ]) +
              paragraph('') +
              paragraph(run('call school'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
          ),
        ]),
      ]),
    ),
    events: ['2024-03-12 | - | Meeting agreed:\nWho\tWhat\nSW\tVisit\n\ncall school'],
    tables: 1,
  },
  {
    what: 'rows of a repeating content control',
    file: makeDocx(
      `<w:tbl><w:tblPr/><w:tblGrid/>${row(['Date', 'Event'])}<w:sdt><w:sdtPr/><w:sdtContent><w:sdt><w:sdtPr/><w:sdtContent>${row(['12/03/2024', 'Visit to the home.'])}</w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent>${row(['13/03/2024', 'Call from school.'])}</w:sdtContent></w:sdt></w:sdtContent></w:sdt></w:tbl>`,
    ),
    events: ['2024-03-12 | - | Visit to the home.', '2024-03-13 | - | Call from school.'],
  },
  {
    what: 'prompts of a template left in the cells',
    file: makeDocx(
      table([
        ['Date', 'Event'],
        row([
          `<w:tc><w:sdt><w:sdtPr><w:showingPlcHdr/><w:date/></w:sdtPr><w:sdtContent>${paragraph(run('Click or tap to enter a date.', '<w:rStyle w:val="PlaceholderText"/>'))}</w:sdtContent></w:sdt></w:tc>`,
          `<w:tc><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph(run('Click or tap here to enter text.', '<w:rStyle w:val="PlaceholderText"/>'))}</w:sdtContent></w:sdt></w:tc>`,
        ]),
      ]),
    ),
    events: [],
    only: ['warning emptyTemplate -:-'],
  },
  {
    what: 'a blank date under one that cannot be read is not guessed',
    file: makeDocx(
      table([
        ['Date', 'Event'],
        ['12/03/2024', 'Visit to the home.'],
        ['illegible', 'Loose note in the file.'],
        ['', 'Second loose note.'],
        ['15/03/2024', 'Call.'],
      ]),
    ),
    events: [
      '2024-03-12 | - | Visit to the home.',
      '? | - | Loose note in the file.',
      '? | - | Second loose note.',
      '2024-03-15 | - | Call.',
    ],
    has: ['warning unread 1:4:Date'],
  },
  {
    what: 'an agency and worker in one column is a source',
    name: 'x.csv',
    file: csv(
      'Date,Agency/Professional,Details of contact,Outcome',
      '12/03/2024,Police – PC 11,Call to the home after noise.,No offence.',
    ),
    events: ['2024-03-12 | Police – PC 11 | Call to the home after noise.'],
    agencies: ['Borough Services'],
  },
  {
    what: 'Excel serial dates left in a CSV',
    name: 'x.csv',
    file: csv('Date,Ref,Event', '45363,1001,Visit to the home.', '45364,1002,Call from the school.'),
    events: ['2024-03-12 | - | Visit to the home.', '2024-03-13 | - | Call from the school.'],
  },
  {
    what: 'reference numbers are no dates',
    name: 'x.csv',
    file: csv(
      'Alpha,Beta,Gamma',
      '45363,12/03/2024,Visit to the home by two workers.',
      '45364,13/03/2024,Call from the school about dinner.',
    ),
    events: ['2024-03-12 | - | Visit to the home by two workers.', '2024-03-13 | - | Call from the school about dinner.'],
  },
  {
    what: 'a continued row says so',
    file: makeDocx(
      table([
        ['Date', 'Source', 'Event'],
        ['12/03/2024', 'File', 'Visit to the home. The kitchen was clean.'],
        ['12/03/2024 (cont.)', '', 'The children were in bed.'],
        ['13/03/2024', 'File', 'Call.'],
      ]),
    ),
    events: [
      '2024-03-12 | File | Visit to the home. The kitchen was clean.\nThe children were in bed.',
      '2024-03-13 | File | Call.',
    ],
  },
  {
    what: 'columns in an unusual order, the date last',
    name: 'x.csv',
    file: csv(
      'What happened;Who was involved;Outcome;Date',
      'Visit to the home.;Mother;Seen;12/03/2024',
      'Call from the school.;Teacher;Noted;13/03/2024',
    ),
    events: ['2024-03-12 | - | Visit to the home.', '2024-03-13 | - | Call from the school.'],
    mapping: { 'What happened': 'description', 'Who was involved': 'involved', Outcome: 'outcome', Date: 'date' },
  },
  {
    what: 'a mapping given by hand wins',
    name: 'x.csv',
    file: csv('Date,Event,Note', '12/03/2024,Visit,The family were in.'),
    context: { given: { Event: 'source', Note: 'description' } },
    events: ['2024-03-12 | Visit | The family were in.'],
    mapping: { Date: 'date', Event: 'source', Note: 'description' },
  },
  {
    what: 'a column to be left out, two columns for one field',
    name: 'x.csv',
    file: csv('Date,Event,Note,Spare', '12/03/2024,Visit.,The family were in.,x'),
    context: { given: { Event: 'description', Note: 'description', Spare: 'ignore' } },
    events: ['2024-03-12 | - | Visit.\nThe family were in.'],
  },
  {
    what: "remembered from the agency's last return, whatever its capitals",
    name: 'x.csv',
    file: csv('DATE,alpha,Beta', '12/03/2024,The family were in.,Nurse'),
    context: { remembered: { Date: 'date', Alpha: 'description', Beta: 'source' } },
    events: ['2024-03-12 | Nurse | The family were in.'],
  },
  {
    what: 'two chronologies of different shape in one file',
    file: makeDocx(
      text('Midwifery') +
        table([
          ['Date', 'Event', 'Midwife'],
          ['12/03/2024', 'Booking visit.', 'M'],
        ]) +
        text('Emergency department') +
        table([
          ['Date of attendance', 'Time', 'Presenting problem', 'Details', 'Seen by'],
          ['15/03/2024', '23:10', 'Wheeze', 'Given a nebuliser and kept overnight.', 'Dr'],
        ]),
    ),
    events: ['2024-03-12 | M | Booking visit.', '2024-03-15 | Dr | Given a nebuliser and kept overnight.'],
    tables: 2,
  },
  {
    what: 'no-contact period as the only entry, dated',
    file: makeDocx(
      table([
        ['Date', 'Event'],
        ['01/03/2024 - 09/11/2025', 'No contact with the family in this period'],
      ]),
    ),
    events: ['2024-03-01 | - | No contact with the family in this period'],
  },
  {
    what: 'a remembered mapping does not make version control a chronology',
    file: makeDocx(
      table([
        ['Version', 'Date', 'Changes'],
        ['0.1', '01/02/2026', 'First draft for comment by the service'],
        ['0.2', '03/02/2026', 'Second draft'],
      ]) +
        table([
          ['Date', 'Event'],
          ['12/03/2024', 'Visit.'],
        ]),
    ),
    context: { remembered: { Date: 'date', Event: 'description' } },
    events: ['2024-03-12 | - | Visit.'],
    tables: 1,
  },
  {
    what: 'a table that only a person can place',
    name: 'x.csv',
    file: csv('Alpha,Beta,Gamma', 'one,two,three', 'four,five,six'),
    context: { given: { Alpha: 'date', Beta: 'source', Gamma: 'description' } },
    events: ['? | two | three', '? | five | six'],
  },
  {
    what: 'dated paragraphs beside the table are pointed out',
    file: makeDocx(
      table([
        ['Date', 'Event'],
        ['12/03/2024', 'Visit.'],
      ]) + text('13/03/2024 – Call from the school.\n14/03/2024 – Letter.'),
    ),
    events: ['2024-03-12 | - | Visit.'],
    only: ['notice paragraphsNotRead 0:1'],
  },
  {
    what: 'entries written across the table or into the date cell',
    file: makeDocx(
      table([
        ['Date', 'Event'],
        ['12/03/2024', 'Visit.'],
        [wide('No contact between 13 March 2024 and 1 May 2024', 2)],
        ['Mid-May 2024: visits stopped because of the move to the new flat', ''],
        [wide('1 June 2024 – Case moved to another team.', 2)],
        ['02/06/2024', 'Call.'],
      ]),
    ),
    events: [
      '2024-03-12 | - | Visit.',
      '2024-03-13 | - | No contact between 13 March 2024 and 1 May 2024',
      '2024-05-11 | - | visits stopped because of the move to the new flat',
      '2024-06-01 | - | Case moved to another team.',
      '2024-06-02 | - | Call.',
    ],
  },
  {
    what: 'days and months without a year under their headings',
    file: makeDocx(
      table([
        ['Date', 'Event'],
        [wide('MARCH 2024', 2)],
        ['12th', 'Visit.'],
        ['14 March', 'Call.'],
        [wide('2025', 2)],
        ['3 January', 'Letter.'],
      ]),
    ),
    events: ['2024-03-12 | - | Visit.', '2024-03-14 | - | Call.', '2025-01-03 | - | Letter.'],
  },
  {
    what: 'a form that says "None" is no nil return',
    file: makeDocx(
      table([
        ['Name', 'A. Writer'],
        ['Concerns', 'None'],
        ['Team', 'North'],
      ]),
    ),
    events: [],
    only: ['warning noChronology -:-'],
  },
  {
    what: 'a table for each page: blank dates and sentences run over, the header inside a page',
    file: makeDocx(
      table([
        ['Date', 'Source', 'Event'],
        ['12/03/2024', 'File', 'Visit to the home. The worker spoke to'],
      ]) +
        text('Page 2') +
        table([
          ['Date', 'Source', 'Event'],
          ['', '', 'the mother at the door.'],
          ['', 'Log', 'Second call that day.'],
        ]) +
        text('Page 3') +
        table([
          ['', 'Log', 'Third call that day.'],
          ['Date', 'Source', 'Event'],
          ['13/03/2024', 'File', 'Letter.'],
        ]),
    ),
    events: [
      '2024-03-12 | File | Visit to the home. The worker spoke to the mother at the door.',
      '2024-03-12 | Log | Second call that day.',
      '2024-03-12 | Log | Third call that day.',
      '2024-03-13 | File | Letter.',
    ],
    tables: 3,
  },
  {
    what: 'a bare log without headings',
    name: 'x.csv',
    file: csv('12/03/2024,Visit', '13/03/2024,Call'),
    events: ['2024-03-12 | - | Visit', '2024-03-13 | - | Call'],
  },
];

describe('returns as agencies really send them', () => {
  readsAs(RETURNS);
});
