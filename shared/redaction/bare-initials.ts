import { squeeze } from './fold.ts';
import type { Found } from './found.ts';
import { parseName } from './parse-name.ts';
import { push, type Identifiers } from './pattern.ts';
import { ACRONYMS } from './word-lists.ts';

/** With more people than this behind two letters, asking about each place helps nobody. */
const MOST = 4;

/** "RW", "R.W.", "R W": two or three capitals alone. Always asked about; usual abbreviations are left out. */
export function bareInitials(ids: Identifiers): (text: string, start: number, found: Found[]) => void {
  const index = new Map<string, number[]>();
  for (const [n, person] of ids.persons) {
    // "W. Y-B." for Will Young-Banks.
    const entry = ids.entries[n];
    for (const name of entry === undefined ? [] : [entry.realName, ...entry.aliases]) {
      const { given, surname } = parseName(name);
      const halves = surname?.split(/[-‐‑\s]+/u).map((half) => squeeze(half).charAt(0)) ?? [];
      if (given !== undefined && halves.length === 2) push(index, squeeze(given).charAt(0) + halves.join(''), n);
    }
    for (const given of person.givens) {
      if (person.relations.has(given) || person.surnames.has(given)) continue;
      for (const surname of person.surnames) {
        push(index, given.charAt(0) + surname.charAt(0), n);
        for (const middle of person.middles) push(index, given.charAt(0) + middle.charAt(0) + surname.charAt(0), n);
      }
    }
  }
  for (const [letters, entries] of index) if (entries.length > MOST) index.delete(letters);
  const pattern = /(?:(?:[A-Z]\.\s?|[A-Z]-){1,2}[A-Z]\.?|[A-Z]{2,3}|[A-Z] [A-Z](?:-[A-Z])?)(?![\p{L}\p{N}&]|-\p{L})/uy;
  return (text, start, found) => {
    // A second capital, a dot or a space must follow; that dismisses nearly every word.
    const c = text.charCodeAt(start + 1);
    if (!((c >= 65 && c <= 90) || c === 46 || c === 45 || c === 32) || index.size === 0) return;
    if (c === 32 && (text.charCodeAt(start + 2) < 65 || text.charCodeAt(start + 2) > 90)) return;
    if (start > 0 && /[\p{N}.'’&-]/u.test(text.charAt(start - 1))) return;
    pattern.lastIndex = start;
    const m = pattern.exec(text);
    if (m === null) return;
    const letters = m[0].replace(/[^A-Z]/g, '').toLowerCase();
    const entries = index.get(letters);
    if (entries === undefined || (ACRONYMS.has(letters) && !m[0].includes('.'))) return;
    const last = start + m[0].length;
    const stop = m[0].endsWith('.') && /^(?:\s*$|\s+\p{Lu})/u.test(text.slice(last, last + 3));
    found.push({ start, end: stop ? last - 1 : last, entries, kind: 'name', spelling: 'initials', sure: false });
  };
}
