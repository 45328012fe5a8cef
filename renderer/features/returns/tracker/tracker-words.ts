import type { LetterKind, RequestStepKind, ReturnStanding, TrackedReturn } from '#shared/contract/tracker.ts';
import type { Status } from '#renderer/ui/status-mark.tsx';
import { counted, dayLabel } from '#renderer/ui/date-text.tsx';

export const STEP_WORDS: Record<RequestStepKind, string> = {
  asked: 'Asked',
  reminded: 'Reminded',
  received: 'Received',
  queried: 'Queried',
  accepted: 'Accepted',
};

export const LETTER_WORDS: Record<LetterKind, string> = {
  request: 'Request',
  reminder: 'Reminder',
  receipt: 'Receipt',
  query: 'Points to put right',
  nilReturn: 'Nil return: confirm',
  acceptance: 'Acceptance',
};

/** The step that sending a letter is; a receipt is no step of its own, since the return says that it came. */
export const STEP_OF_LETTER: Record<LetterKind, RequestStepKind | null> = {
  request: 'asked',
  reminder: 'reminded',
  receipt: null,
  query: 'queried',
  nilReturn: 'queried',
  acceptance: 'accepted',
};

const STATUS: Record<ReturnStanding, Status> = {
  notAsked: 'note',
  asked: 'note',
  late: 'look',
  received: 'note',
  nil: 'look',
  queried: 'note',
  queryLate: 'look',
  accepted: 'done',
};
export const statusOf = (one: TrackedReturn): Status => STATUS[one.standing];

/** Where it stands, in words. */
export function standingWords({ standing, due, daysLate, points }: TrackedReturn): string {
  const by = due === null ? '' : `, due ${dayLabel(due, { weekday: false })}`;
  const late = counted(daysLate ?? 0, 'day');
  switch (standing) {
    case 'notAsked':
      return 'Not asked yet';
    case 'asked':
      return `Asked${by}`;
    case 'late':
      return `${late} late`;
    case 'received':
      return points === 0 ? 'Received' : `Received, ${counted(points, 'point')} to put right`;
    case 'nil':
      return 'Nil return, to confirm';
    case 'queried':
      return `Queried${by}`;
    case 'queryLate':
      return `Queried, answer ${late} late`;
    case 'accepted':
      return 'Accepted';
  }
}

export const nextWords = ({ next }: TrackedReturn): string => (next === null ? '' : LETTER_WORDS[next]);

export type Asked = { agency: string; contact: string };
/** "Oster Homes; Head of Tenancies", one agency a line. */
export function readAgencies(text: string): Asked[] {
  const seen = new Set<string>();
  return text.split('\n').flatMap((line) => {
    const [agency = '', ...rest] = line.split(/[;\t]/).map((part) => part.trim());
    if (agency === '' || seen.has(agency.toLowerCase())) return [];
    seen.add(agency.toLowerCase());
    return [{ agency, contact: rest.filter((part) => part !== '').join(', ') }];
  });
}
