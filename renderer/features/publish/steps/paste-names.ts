import { readDate } from '#shared/dates/read-date.ts';
import type { RegisterEntry, RegisterKind } from '#shared/model/register.ts';

/** One line of "what must not appear", as it will stand on the register. */
export type NamedLine = Pick<RegisterEntry, 'kind' | 'realName' | 'aliases' | 'pseudonym'> & {
  dateOfBirth?: string;
  /** Why it cannot be put on the register as it stands. */
  problem: string | null;
};
export type OnRegister = Pick<RegisterEntry, 'kind' | 'realName' | 'aliases' | 'pseudonym'>;

/** Real name = pseudonym, in the signs that people type or paste from a table. */
const PARTS = /\s*(?:=+>?|→|->|–>|\t)\s*/u;
const MARKER = /^\s*(?:[-–•*]\s+|\d{1,3}[.)]\s+)/u;
const BORN = /[,;(]?\s*\b(?:born|d\.?o\.?b\.?|date of birth)(?:\s+on)?\s*:?\s*([^)]+)\)?\s*$/iu;
const PLACE =
  /\b(?:street|road|avenue|lane|close|drive|crescent|court|terrace|gardens|estate|school|academy|college|nursery|hospital|surgery|clinic|health centre|children['’]s centre|hostel|refuge|park|church|mosque|ysgol|heol|stryd)\b|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/iu;
const ORGANISATION =
  /\b(?:ltd|limited|plc|trust|council|constabulary|police|charity|housing association|agency|services?|group|partnership)\b/iu;

/** A guess for the kind's box, which the person can change: mostly figures, a word for a place, a word for a body, else a person. */
export function kindOf(text: string): RegisterKind {
  const figures = text.replace(/\D/g, '').length;
  if (PLACE.test(text)) return 'place';
  if (figures >= 4 && figures >= text.replace(/\s/g, '').length / 2) return 'reference';
  return ORGANISATION.test(text) ? 'organisation' : 'person';
}

const STEM: Record<RegisterKind, string> = {
  person: 'Person',
  place: 'Place',
  organisation: 'Organisation',
  reference: 'Reference',
};

/** Lines as pasted → entries: "Real name = Pseudonym", "Name; other spelling", "Name, born 3 May 2014". */
export function readNames(
  text: string,
  onRegister: readonly OnRegister[],
  kinds: ReadonlyMap<string, RegisterKind>,
): NamedLine[] {
  const known = new Set(onRegister.flatMap((entry) => [entry.realName, ...entry.aliases]).map(plain));
  const taken = new Set(onRegister.map((entry) => plain(entry.pseudonym)));
  const lines: NamedLine[] = [];
  for (const raw of text.split(/\r\n|[\r\n\u2028]/)) {
    const line = raw.replace(MARKER, '').trim();
    if (line === '') continue;
    const [left = '', right = ''] = line.split(PARTS).map((part) => part.replace(/[\s,;]+$/u, '').trim());
    const born = BORN.exec(left);
    const day = born ? readDate(born[1] ?? '') : null;
    const exact = day !== null && day.precision === 'day' && day.earliest === day.latest ? day.earliest : null;
    const [realName = '', ...aliases] = (exact ? left.slice(0, born?.index) : left)
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const kind = kinds.get(realName) ?? kindOf(realName);
    lines.push({
      kind,
      realName,
      aliases,
      pseudonym: right,
      ...(exact ? { dateOfBirth: exact } : {}),
      problem: problemOf({ realName, aliases, right }, known, taken),
    });
    for (const name of [realName, ...aliases]) known.add(plain(name));
    if (right !== '') taken.add(plain(right));
  }
  for (const line of lines) {
    if (line.pseudonym === '' && line.problem === null) line.pseudonym = freePseudonym(STEM[line.kind], taken);
  }
  return lines;
}

function problemOf(
  line: { realName: string; aliases: readonly string[]; right: string },
  known: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): string | null {
  if (line.realName === '') return 'The name is missing before the sign.';
  if (plain(line.realName).length < 2) return 'One letter is too little to look for.';
  if ([line.realName, ...line.aliases].some((name) => name.length > 300)) return 'Too long for a name: one name a line.';
  if (known.has(plain(line.realName))) return 'On the register already.';
  if (line.right.length > 120) return 'The pseudonym is too long.';
  if (line.right !== '' && taken.has(plain(line.right))) return 'Someone else has that pseudonym.';
  return line.right !== '' && plain(line.right) === plain(line.realName) ? 'The pseudonym is the name itself.' : null;
}

/** "Person 1": plain, tells nothing, and can be changed on People. */
function freePseudonym(stem: string, taken: Set<string>): string {
  for (let n = 1; ; n++) {
    const name = `${stem} ${n}`;
    if (taken.has(plain(name))) continue;
    taken.add(plain(name));
    return name;
  }
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
