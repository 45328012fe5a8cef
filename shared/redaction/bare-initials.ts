import type { Found } from './found.ts';
import { push, type Identifiers } from './pattern.ts';
import { ACRONYMS } from './word-lists.ts';

/** With more people than this behind two letters, asking about each place helps nobody. */
const MOST = 4;

/** "RW", "R.W.", "R W": two or three capitals alone. Always asked about; usual abbreviations are left out. */
export function bareInitials(ids: Identifiers): { find(text: string, found: Found[]): void } {
  const index = new Map<string, number[]>();
  for (const [n, person] of ids.persons) {
    for (const given of person.givens) {
      if (person.relations.has(given)) continue;
      for (const surname of person.surnames) {
        push(index, given.charAt(0) + surname.charAt(0), n);
        for (const middle of person.middles) push(index, given.charAt(0) + middle.charAt(0) + surname.charAt(0), n);
      }
    }
  }
  for (const [letters, entries] of index) if (entries.length > MOST) index.delete(letters);
  const pattern = /(?<![\p{L}\p{N}.'’&-])(?:(?:[A-Z]\.\s?){1,2}[A-Z]\.?|[A-Z]{2,3}|[A-Z] [A-Z])(?![\p{L}\p{N}&]|-\p{L})/gu;
  return {
    find(text, found) {
      if (index.size === 0) return;
      for (const m of text.matchAll(pattern)) {
        const letters = m[0].replace(/[^A-Z]/g, '').toLowerCase();
        const entries = index.get(letters);
        if (entries === undefined || (ACRONYMS.has(letters) && !m[0].includes('.'))) continue;
        const end =
          m.index +
          m[0].length -
          (m[0].endsWith('.') && /^\s*(?:$|\s\p{Lu})/u.test(text.slice(m.index + m[0].length, m.index + m[0].length + 3)) ? 1 : 0);
        found.push({ start: m.index, end, entries, kind: 'name', spelling: 'initials', sure: false });
      }
    },
  };
}
