import type { RegisterEntry } from '../model/register.ts';
import type { Found } from './found.ts';

const SHAPE =
  /^(?:Child|Adult|Sibling|Infant|Baby|Mother|Father|Parent|Carer|School|Hospital|Surgery|Ward|Nursery|Address|Place|Teacher|Officer) (?:[A-Z]{1,2}\d{0,2}|\d{1,2})(?![\p{L}\p{N}])/u;

/** "Child S" is how somebody is already hidden, though a Sue Child be on the register: such places are no mentions. */
export function pseudonymFinder(register: readonly RegisterEntry[]): (text: string, found: Found) => boolean {
  const real = new Set(register.flatMap((entry) => [entry.realName, ...entry.aliases]));
  /** Pseudonyms by each of their words. */
  const byWord = new Map<string, string[]>();
  for (const { pseudonym } of register) {
    // Those of the usual shape are known without a list.
    if (pseudonym.trim() === '' || real.has(pseudonym) || SHAPE.test(pseudonym)) continue;
    for (const word of new Set([...pseudonym.split(' '), pseudonym])) {
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [pseudonym]);
      else list.push(pseudonym);
    }
  }
  return (text, { start, end, kind }) => {
    if (kind !== 'name' || end - start > 120) return false;
    const raw = text.slice(start, end);
    const shape = SHAPE.exec(text.slice(start, start + 24));
    if (shape !== null && start + shape[0].length >= end) return true;
    for (const pseudonym of byWord.get(raw) ?? byWord.get(raw.split(' ')[0] ?? '') ?? []) {
      const from = Math.max(0, start - pseudonym.length);
      const at = text.slice(from, end + pseudonym.length).indexOf(pseudonym);
      if (at >= 0 && from + at <= start && from + at + pseudonym.length >= end) return true;
    }
    return false;
  };
}
