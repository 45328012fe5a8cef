import { FIELD_NAMES, HEADING_WORDS, type NamedField } from './field-names.ts';

/** A heading as it is compared: no accents, case, punctuation, numbering or plural; `&` is "and", a slash "or". */
export function normaliseHeading(heading: string): string {
  const plain = heading
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200d\ufeff]/g, '')
    // "ContactDate", "PersonID"
    .replace(/(?<=[a-z])(?=[A-Z](?:[a-z]|[A-Z]+\b))/g, ' ')
    .toLowerCase()
    .replace(/[’‘'`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/\(s\)/g, '');
  const bare = plain.replace(/[([{][^)\]}]*[)\]}]?/g, ' ');
  const words = (/[a-z]/.test(bare) ? bare : plain)
    .replace(/\//g, ' or ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\b([a-z]) (?=[a-z]\b)/g, '$1')
    .replace(/^(?:column )?\d{1,2} (?=[a-z])/, '')
    .replace(
      / (?:or )?(?:mandatory|optional|required|dd mm yy(?:yy)?|ddmmyyyy|dd or mm or yy(?:yy)?|hh mm|24 ?hr?|24 hour(?: clock)?)\b/g,
      '',
    )
    .replace(/\b(?:the|your|of the|a|an|this|please|give|state|any|each) (?=\w)/g, (match) =>
      match.startsWith('of') ? 'of ' : '',
    )
    .trim();
  return words.split(' ').map(singular).join(' ');
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word) || word === 'details') return word === 'details' ? 'detail' : word;
  if (word === 'analyses') return 'analysis';
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ses|xes|ches|shes)$/.test(word) && word !== 'responses' && word !== 'notes') return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

const NOTHING: readonly NamedField[] = [];
const LONGEST = 300;
/** The same few headings are asked about again and again while a file's tables are looked through. */
const remembered = new Map<string, readonly NamedField[]>();

/** What a heading may stand for by its name, surest first; empty if its name says nothing. */
export function fieldsOfHeading(heading: string): readonly NamedField[] {
  if (heading.length > LONGEST || heading.trim() === '') return NOTHING;
  const known = remembered.get(heading);
  if (known) return known;
  const name = normaliseHeading(heading);
  const fields = plainFields(name) ?? closestName(name)?.map(weaker(0.8)) ?? fieldsByWords(name);
  if (remembered.size > 2_000) remembered.clear();
  remembered.set(heading, fields);
  return fields;
}

/** Whether a text is a heading even without allowing for slips of typing: quick, for looking through many cells. */
export function isPlainHeading(text: string): boolean {
  if (text.length > LONGEST || text.trim() === '') return false;
  const name = normaliseHeading(text);
  return plainFields(name) !== null || fieldsByWords(name).length > 0;
}

/** By a known name, whole or in the first of its parts: "Event / contact" is an event, "Date, time and place" a date. */
function plainFields(name: string): readonly NamedField[] | null {
  const known = FIELD_NAMES.get(name) ?? FIELD_NAMES.get(name.replaceAll(' or ', ' and '));
  if (known) return known;
  // "Date/Time reported", "Date and time from"
  const whole = name.replace(/^date (?:or |and )?time (?=\w)/, 'date ');
  if (whole !== name) return FIELD_NAMES.get(whole) ?? fieldsByWords(whole);
  const parts = name.split(/ or | and /);
  if (parts.length < 2) return null;
  for (const part of parts) {
    const some = FIELD_NAMES.get(part.trim()) ?? fieldsByWords(part.trim());
    if ((some[0]?.strength ?? 0) >= 0.6) return some.map(weaker(0.9));
  }
  return null;
}

function fieldsByWords(name: string): readonly NamedField[] {
  if (name.split(' ').length > 14) return NOTHING;
  const found = HEADING_WORDS.find(([pattern]) => pattern.test(name));
  return found ? [{ field: found[1], strength: found[2] }] : NOTHING;
}

function weaker(factor: number): (named: NamedField) => NamedField {
  return ({ field, strength }) => ({ field, strength: strength * factor });
}

/** Typing slips: one letter in a name of five to eight, two in a longer one. */
function closestName(name: string): readonly NamedField[] | null {
  if (name.length < 5 || name.length > 40) return null;
  const most = name.length < 9 ? 1 : 2;
  let best: readonly NamedField[] | null = null;
  let bestDistance = most + 1;
  for (const [known, fields] of FIELD_NAMES) {
    if (Math.abs(known.length - name.length) > most || known.length < 5) continue;
    const distance = editDistance(known, name, bestDistance);
    if (distance < bestDistance) {
      best = fields;
      bestDistance = distance;
    }
  }
  return best;
}

/** Optimal string alignment distance, given up as soon as it reaches `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least >= limit) return limit;
    before = last;
    last = row;
  }
  return last[b.length]!;
}
