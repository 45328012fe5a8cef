import { isoDay } from '#shared/kernel/clock.ts';
import { random, type Random } from './random.ts';

/** Columns of a chronology as agencies send it. */
export const COLUMNS = [
  'Date',
  'Time',
  'Source of information',
  'Description of event',
  'Agency response',
  'Outcome',
  'Comment',
] as const;
export type Entry = { day: string; cells: readonly string[] };

const WHO = [
  'Health visitor',
  'Duty social worker',
  'Class teacher',
  'Officer on patrol',
  'Ward sister',
  'Housing officer',
  'School nurse',
  'Family support worker',
];
const DID = [
  'telephoned the home and left a message asking to be rung back',
  'called at the address as planned and was let in after some minutes',
  'wrote to the parents offering a second appointment',
  'spoke with the child alone in the classroom before lunch',
  'found nobody in and left a card with the number of the office',
  'raised a concern with the named lead and recorded it on the form',
  'checked the attendance register for the half term',
  'was told that the family had moved to stay with relatives',
  'saw the younger child asleep upstairs; the room was warm and tidy',
  'attended after a neighbour reported raised voices for the third time',
];
const SAID = [
  'Mother said that she was tired and that the letters had gone to the old address.',
  'Father was present at first and left the room when asked about work.',
  'The child said that breakfast is made by an older sister on school days.',
  'Nobody asked who else was staying in the home that week.',
  'The plan agreed in March was not to hand and was not looked at.',
  'It was agreed that another visit would be made within ten working days.',
  'The message was passed to the team by e-mail and no answer is on file.',
  'The appointment had been changed twice before at short notice.',
];
const ANSWERED = [
  'No further action recorded.',
  'Referral sent the same day.',
  'Advice given by telephone.',
  'Discussed in supervision.',
  'Letter sent to the general practitioner.',
  'Entered on the system two days later.',
];
const ENDED = [
  'Case remained open.',
  'Closed to this service.',
  'Follow-up visit booked.',
  'Awaiting a reply.',
  'Strategy discussion requested.',
];
const SOURCES = ['Case notes', 'Electronic record', 'Contact sheet', 'Minutes', 'E-mail of the duty desk', 'Incident log'];

export const LAST_DAYS = 2_800;
const FIRST = 17_532; // 1 January 2018

/** Entries of one agency in the order of its file: mostly by date, as such files are, with some out of place. */
export function entries(count: number, seed: number): Entry[] {
  const r = random(seed);
  return Array.from({ length: count }, (_, i) => {
    const inOrder = Math.floor((i / count) * LAST_DAYS);
    const number = FIRST + (r.chance(0.04) ? r.below(LAST_DAYS) : inOrder);
    const day = isoDay(number);
    return {
      day,
      cells: [
        written(day, r),
        r.chance(0.6) ? clock(r) : '',
        r.pick(SOURCES),
        describe(r),
        `${r.pick(ANSWERED)} ${r.pick(SAID)}`,
        r.pick(ENDED),
        r.chance(0.25) ? r.pick(SAID) : '',
      ],
    };
  });
}

/** About 330 letters; a third of all entries hold the word that the search is measured with. */
export function describe(r: Random): string {
  const parts = [`${r.pick(WHO)} ${r.pick(DID)}.`, r.pick(SAID), `${r.pick(WHO)} ${r.pick(DID)}.`];
  if (r.chance(1 / 3)) parts.push('Seen as a safeguarding matter by the practitioner.');
  parts.push(r.pick(SAID));
  return parts.join(' ');
}

const clock = (r: Random): string => `${String(8 + r.below(11)).padStart(2, '0')}:${String(r.below(12) * 5).padStart(2, '0')}`;

function written(day: string, r: Random): string {
  const [y = '', m = '', d = ''] = day.split('-');
  const form = r.below(10);
  if (form < 7) return `${d}/${m}/${y}`;
  if (form === 7) return `${Number(d)}.${Number(m)}.${y.slice(2)}`;
  if (form === 8) return `${Number(d)} ${MONTHS[Number(m) - 1]} ${y}`;
  return `${d}-${MONTHS[Number(m) - 1]!.slice(0, 3)}-${y}`;
}
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
