import type { RegisterKind } from '#shared/model/register.ts';

/** Words of a role → the key its holders are published by; the longest that fits wins. */
const ROLE_KEYS: readonly (readonly [RegExp, string])[] = [
  [/team manager|service manager/i, 'TM'],
  [/social work/i, 'SW'],
  [/health visit/i, 'HV'],
  [/school nurse/i, 'SN'],
  [/speech and language/i, 'SLT'],
  [/midwi/i, 'MW'],
  [/pharmac/i, 'PH'],
  [/nurse/i, 'NUR'],
  [/\bgp\b|general practitioner/i, 'GP'],
  [/paediatric|consultant|doctor|registrar|psychiatr/i, 'DOC'],
  [/safeguarding lead|\bdsl\b/i, 'DSL'],
  [/teaching assistant/i, 'TA'],
  [/head ?teacher|headmaster|headmistress/i, 'HT'],
  [/teacher|tutor/i, 'T'],
  [/detective sergeant/i, 'DS'],
  [/detective constable/i, 'DC'],
  [/police|constable|officer \d/i, 'PC'],
  [/probation/i, 'PO'],
  [/housing/i, 'HO'],
  [/business manager/i, 'BM'],
  [/family support|early help/i, 'FSW'],
  [/psycholog/i, 'PSY'],
];
const CHILD = /^(?:subject|child)\b/i;
const SIBLING = /\b(?:brother|sister|sibling)\b/i;
/** "mother's brother" is an adult. */
const OF_ADULT = /(?:mother|father|adult|parent|partner)[’']?s? (?:half-|step)?(?:brother|sister)/i;
const PLACE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/school|academy|college/i, 'School'],
  [/nurser|pre-?school|playgroup/i, 'Nursery'],
  [/ward\b/i, 'Ward'],
  [/hospital|infirmary/i, 'Hospital'],
  [/surgery|practice|medical centre|health centre/i, 'Surgery'],
  [/^\d|home|address|street|road|flat\b|row\b|court\b|close\b|avenue/i, 'Address'],
];

export type ToName = { kind: RegisterKind; realName: string; role: string; bornAfter: boolean };

/** The next pseudonym that nobody has: Child A, Adult A, School 1, SW1. Confusable I and O are passed over. */
export function nextPseudonym(entry: ToName, taken: readonly string[]): string {
  const used = new Set(taken.map((one) => one.toLowerCase()));
  const { word, by } = seriesOf(entry);
  if (by === 'key') return firstFree((n) => `${word}${n}`, used);
  if (by === 'number') return firstFree((n) => `${word} ${n}`, used);
  const own = taken.flatMap((one) =>
    one.startsWith(`${word} `) && /^\p{Lu}$/u.test(one.slice(word.length + 1)) ? [one.at(-1) ?? ''] : [],
  );
  // Letters go on after the last one given, so that a letter taken back is not somebody else's soon after.
  const after = own.length > 0 ? (own.sort().at(-1) ?? '').charCodeAt(0) - 64 : 0;
  const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ'];
  const turned = [
    ...letters.filter((l) => l.charCodeAt(0) - 64 > after),
    ...letters.filter((l) => l.charCodeAt(0) - 64 <= after),
  ];
  // One letter, one person, whether child or adult.
  const givenLetters = new Set(taken.flatMap((one) => /^(?:Child|Adult|Sibling) (\p{Lu})$/u.exec(one)?.[1] ?? []));
  const free = turned.find((letter) => !givenLetters.has(letter));
  return free ? `${word} ${free}` : firstFree((n) => `${word} ${n}`, used);
}

function seriesOf({ kind, realName, role, bornAfter }: ToName): { word: string; by: 'letter' | 'number' | 'key' } {
  if (kind === 'place') {
    return { word: PLACE_WORDS.find(([pattern]) => pattern.test(role) || pattern.test(realName))?.[1] ?? 'Place', by: 'number' };
  }
  if (kind === 'organisation') return { word: 'Organisation', by: 'number' };
  if (kind === 'reference') return { word: 'Number', by: 'number' };
  const key = keyOfRole(role);
  if (key) return { word: key, by: 'key' };
  if (SIBLING.test(role) && !OF_ADULT.test(role)) return { word: 'Sibling', by: 'letter' };
  return { word: CHILD.test(role) || bornAfter ? 'Child' : 'Adult', by: 'letter' };
}

/** SW for a social worker; null where the role names no profession. */
export const keyOfRole = (role: string): string | null => ROLE_KEYS.find(([pattern]) => pattern.test(role))?.[1] ?? null;

function firstFree(make: (n: number) => string, used: ReadonlySet<string>): string {
  for (let n = 1; ; n++) if (!used.has(make(n).toLowerCase())) return make(n);
}
