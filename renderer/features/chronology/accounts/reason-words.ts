import type { ShownReason } from '#shared/model/accounts.ts';

const MATTER_WORDS: Readonly<Record<string, string>> = {
  missedAppointment: 'a missed appointment',
  hospitalAttendance: 'a hospital attendance',
  injury: 'an injury',
  admission: 'a stay in hospital',
  discharge: 'a discharge',
  birth: 'a birth',
  pregnancy: 'a pregnancy',
  homeVisit: 'a home visit',
  disturbance: 'a disturbance',
  arrest: 'an arrest',
  missingPerson: 'somebody missing',
  policeNotice: 'a police notice',
  referral: 'a referral',
  strategyDiscussion: 'a strategy discussion',
  conference: 'a conference',
  planMeeting: 'a meeting about the plan',
  assessment: 'an assessment',
  closure: 'a closure',
  recordsCheck: 'a check of records',
  placement: 'where the children stayed',
  houseMove: 'a move of house',
  absence: 'attendance at school',
  exclusion: 'an exclusion',
  disclosure: 'something a child said',
  selfHarm: 'self-harm',
  prescription: 'medicine',
  immunisation: 'an immunisation',
  healthReview: 'a health review',
  separation: 'a separation',
  courtOrder: 'a court order',
  death: 'a death',
};

const and = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

function phrase(reason: ShownReason): string | null {
  switch (reason.code) {
    case 'sameDay':
      return 'same day';
    case 'datesOverlap':
      return 'dates overlap';
    case 'daysApart':
      return reason.days === 1 ? 'a day apart' : `${reason.days} days apart`;
    case 'namesTheDay':
      return 'one names the day of the other';
    case 'sameTime':
      return reason.minutes === 0 ? 'same time' : `times ${reason.minutes} minutes apart`;
    case 'sameMatter':
      return `both tell of ${and((reason.matters ?? []).slice(0, 3).map((matter) => MATTER_WORDS[matter] ?? matter))}`;
    case 'people':
      return `both name ${and(reason.people ?? [])}`;
    case 'words':
      return `words in common: ${(reason.words ?? []).join(', ')}`;
    case 'bothNameEachOther':
      return 'each speaks of the other agency';
    case 'oneNamesTheOther':
      return 'one speaks of the other agency';
    case 'sentAndReceived':
      return 'one sent, the other received';
    case 'sameText':
      return 'same words';
    default:
      return null;
  }
}

/** Why two entries may be one event, as one sentence: "Same day; both name Child V; words in common: bunk, bump." */
export function reasonSentence(reasons: readonly ShownReason[]): string {
  const words = reasons.map(phrase).filter((one): one is string => one !== null);
  const all = words.join('; ');
  return all ? `${all[0]!.toUpperCase()}${all.slice(1)}` : '';
}
