import { squeeze } from './fold.ts';
import { type Atom, givenRole } from './name-atoms.ts';
import type { Chain } from './chain.ts';
import { isKnownFirstName } from './nicknames.ts';
import { type Identifiers, SURNAME } from './pattern.ts';
import { LONG, oneSlip } from './slips.ts';
import { NEUTRAL_CAPITALS, TITLES } from './word-lists.ts';

/** Beside a name of the same person even a short word with a slip is likely ("Rowen Wójcik", "Grace Price"). */
const SHORT = 4;
const NEXT = /^[^\S\n]{1,2}(\p{L}[\p{L}\p{M}'’-]*)/u;
const BEFORE = /(\p{L}[\p{L}\p{M}'’-]*)[^\S\n]{1,2}$/u;

/** Takes in a first name or surname with one slip that stands beside a part of the same person's name. */
export function slipBeside(text: string, chain: Chain, ids: Identifiers): void {
  if (chain.given) {
    // A surname may be of several words: "Connor De Souza".
    let end = chain.end;
    for (let words = 1; words <= 3; words++) {
      const after = NEXT.exec(text.slice(end, end + 40));
      if (after === null) break;
      end += after[0].length;
      const from = chain.end + (/^\s*/u.exec(text.slice(chain.end, end))?.[0].length ?? 0);
      const [entries, long] = near(text.slice(from, end), chain, (n, r) =>
        givenRole(r) ? ids.persons.get(n)?.surnames : undefined,
      );
      if (entries.size === 0) continue;
      take(chain, entries, from, end, SURNAME);
      chain.end = end;
      chain.shortSlip = !long;
      return;
    }
  }
  const before = BEFORE.exec(text.slice(Math.max(0, chain.start - 40), chain.start));
  if (!chain.surname || before === null) return;
  const word = before[1] ?? '';
  const [entries, long] = near(word, chain, (n, r) => ((r & SURNAME) !== 0 ? ids.persons.get(n)?.givens : undefined));
  if (entries.size === 0) return;
  const start = chain.start - before[0].length;
  take(chain, entries, start, start + word.length, 0);
  chain.start = start;
  // "Joan Smith" beside "John Smith" is somebody else as likely as not.
  chain.shortSlip = !long || isKnownFirstName(squeeze(word));
}

function near(
  word: string,
  chain: Chain,
  names: (entry: number, role: number) => ReadonlySet<string> | undefined,
): [entries: Map<number, number>, long: boolean] {
  const plain = squeeze(word);
  const entries = new Map<number, number>();
  let long = true;
  if (plain.length < SHORT || NEUTRAL_CAPITALS.has(plain) || TITLES.has(plain)) return [entries, false];
  const capital = /^\p{Lu}/u.test(word);
  for (const [n, r] of chain.entries) {
    for (const name of names(n, r) ?? []) {
      if (name.length < SHORT || (!capital && name.length < LONG) || !oneSlip(plain, name)) continue;
      entries.set(n, r);
      if (name.length < LONG) long = false;
    }
  }
  return [entries, long];
}

function take(chain: Chain, entries: Map<number, number>, start: number, end: number, role: number): void {
  const roles = new Map([...entries.keys()].map((n) => [n, role]));
  const atom: Atom = {
    start,
    end,
    roles,
    letters: '',
    hit: null,
    slip: true,
    left: 'open',
    right: 'open',
    glued: 'no',
    reversed: false,
  };
  if (start < chain.start) chain.atoms.unshift(atom);
  else chain.atoms.push(atom);
  chain.entries = entries;
  chain.given = chain.surname = true;
  chain.joins.add('space');
}
