import type { MentionKind } from '../model/register.ts';
import { squeeze } from './fold.ts';
import { insert, overlaps } from './overlaps.ts';
import { isKnownFirstName } from './nicknames.ts';
import { FIRST_NAMES, NEUTRAL_CAPITALS, ORDINARY_WORDS, PLACE_NOUNS } from './word-lists.ts';
import { fromParts, isoDay } from '../kernel/clock.ts';

/** What looks like something that identifies, whether or not it is on the register. Proposals for a person to look at. */
export type Candidate = {
  start: number;
  end: number;
  kind: Exclude<MentionKind, 'name'> | 'nhsNumber' | 'postcode' | 'person';
  text: string;
};

const NETS: readonly { kind: Candidate['kind']; pattern: RegExp; fits?: (raw: string, text: string, at: number) => boolean }[] = [
  { kind: 'email', pattern: /[\p{L}\p{N}._%+'’-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  {
    kind: 'nhsNumber',
    pattern: /(?<![\p{L}\p{N}])\d{3}[ \u00a0-]?\d{3}[ \u00a0-]?\d{4}(?!\d)/gu,
    fits: (raw, text, at) => isNhsNumber(raw) && (/[ \u00a0-]/.test(raw) || /nhs/i.test(text.slice(Math.max(0, at - 30), at))),
  },
  { kind: 'phone', pattern: /(?<![\p{L}\p{N}.])(?:\+|00)44[ \u00a0.()-]*(?:\(0\))?(?:[ \u00a0.()-]*\d){9,10}(?!\d)/gu },
  {
    kind: 'phone',
    pattern: /(?<![\p{L}\p{N}./-])\(?0[1237]\d{1,3}\)?(?:[ \u00a0.-]?\d){6,8}(?!\d)/gu,
    fits: (raw) => /^0\d{9,10}$/.test(raw.replace(/\D/g, '')),
  },
  { kind: 'postcode', pattern: /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/gu },
  {
    kind: 'dateOfBirth',
    pattern:
      /(?<=(?:\bd\.?o\.?b\.?|\bborn(?: on)?|date of birth|\bbirthday)\s{0,2}[:(=-]?\s{0,2})(?:\d{1,2}[./ -]\d{1,2}[./ -]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?\p{L}{3,9}\.?,?\s\d{2,4})/giu,
    fits: isDayText,
  },
  {
    kind: 'address',
    pattern:
      /(?<![\p{L}\p{N}])\d{1,4}[a-z]?,?\s(?:\p{Lu}[\p{L}'’]+\s){1,3}(?:Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Close|Court|Drive|Way|Row|Terrace|Gardens|Crescent|Place|Square|Mews|Grove|Walk|Hill|Green|View)\b/gu,
  },
  {
    kind: 'reference',
    pattern:
      /(?<=\b(?:ref(?:erence)?|case|crime|occurrence|LCS|hospital|NHS|tenancy|court)(?:\s(?:no\.?|number|ref(?:erence)?))?\s{0,2}[:#.]?\s{0,2})(?=[A-Z\d/-]*\d)[A-Z]{0,4}[-/]?\d[\dA-Z/-]{4,}/giu,
  },
  {
    kind: 'person',
    pattern:
      /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Cllr|PC|PS|DC|DS|DI|DCI)\.?\s(?:\d{1,5}\s)?(?:\p{Lu}\.?\s)?\p{Lu}\p{L}*[\p{Ll}'’]\p{L}*(?:-\p{L}+)*(?:\s\p{Lu}\p{Ll}+(?:-\p{L}+)*)?/gu,
  },
  {
    kind: 'person',
    pattern: /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+(?:-\p{L}+)?\s(?:\p{Lu}\.?\s)?(?:\p{Lu}['’]|Mac|Mc)?\p{Lu}\p{Ll}+(?:-\p{L}+)*/gu,
    fits: beginsWithFirstName,
  },
];

/** Candidates in order, without overlaps and without what `known` (the mentions already found) covers. */
export function secondNet(text: string, known: readonly { start: number; end: number }[] = []): Candidate[] {
  const out: Candidate[] = [];
  const taken = known.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
  for (const { kind, pattern, fits } of NETS) {
    for (const m of text.matchAll(pattern)) {
      const end = m.index + m[0].length;
      if ((fits === undefined || fits(m[0], text, m.index)) && !overlaps(taken, { start: m.index, end })) {
        out.push({ start: m.index, end, kind, text: m[0] });
        insert(taken, { start: m.index, end });
      }
    }
  }
  return out.sort((a, b) => a.start - b.start);
}

/** Ten figures whose last is the modulus-11 check digit (NHS Data Dictionary, "NHS NUMBER"). */
export function isNhsNumber(raw: string): boolean {
  const digits = raw.replace(/\D/g, '');
  if (digits.length !== 10 || /^(\d)\1+$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += Number(digits[i]) * (10 - i);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}

function beginsWithFirstName(raw: string): boolean {
  const [first = '', last = ''] = [raw.split(/\s/)[0], raw.split(/\s/).at(-1)];
  const plain = squeeze(first);
  return (
    (isKnownFirstName(plain) || FIRST_NAMES.has(plain)) &&
    !ORDINARY_WORDS.has(plain) &&
    !PLACE_NOUNS.has(squeeze(last)) &&
    !NEUTRAL_CAPITALS.has(squeeze(last))
  );
}

function isDayText(raw: string): boolean {
  const m = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{2,4})$/.exec(raw);
  if (m === null) return true;
  const year = (m[3] ?? '').length === 4 ? Number(m[3]) : 2000 + Number(m[3]);
  const day = isoDay(fromParts(year, Number(m[2]), Number(m[1])));
  return Number(m[2]) >= 1 && Number(m[2]) <= 12 && Number(day.slice(8)) === Number(m[1]);
}
