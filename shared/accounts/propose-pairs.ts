import type { Account, Pair } from './account.ts';
import {
  asDuplicate,
  daysApart,
  namesDayOf,
  MOST_DAYS_APART,
  NEAR_DAYS,
  scorePair,
  WEAK,
  type Prepared,
  type Rarity,
} from './score-pair.ts';

/** Entries within one window up to which each is compared with each; a fuller one goes by what is rare in it. */
const SMALL_WINDOW = 160;
/** A word or person that more entries of a window share than this leads to none of them. */
const MOST_LED_TO = 24;
/** A date wider than this tells no event from another ("2019", "background"). */
const WIDEST_DATE = 366;
const PAIRS_OF_ONE = 8;

type Ready = { rarity: Rarity; prepared: Prepared[] };

/** How rare words, people and matters are among these entries; and the entries with their words numbered by it. */
export function prepare(accounts: readonly Account[]): Ready {
  const slices = prepareSlices(accounts);
  for (;;) {
    const { done, value } = slices.next();
    if (done === true) return value;
  }
}

const PREPARED_AT_ONCE = 2_000;

function* prepareSlices(accounts: readonly Account[]): Generator<null, Ready> {
  const ids = new Map<string, number>();
  const texts: string[] = [];
  const words: number[] = [];
  const people = new Map<string, number>();
  const matters = new Int32Array(32);
  const prepared: Prepared[] = [];
  for (const account of accounts) {
    if (prepared.length % PREPARED_AT_ONCE === 0) yield null;
    const wordIds = new Int32Array(account.words.length);
    for (const [i, word] of account.words.entries()) {
      let id = ids.get(word);
      if (id === undefined) {
        id = texts.push(word) - 1;
        ids.set(word, id);
        words.push(0);
      }
      words[id]! += 1;
      wordIds[i] = id;
    }
    for (const id of account.people) people.set(id, (people.get(id) ?? 0) + 1);
    for (let bits = account.matters; bits !== 0; bits &= bits - 1) {
      const at = 31 - Math.clz32(bits & -bits);
      matters[at] = (matters[at] ?? 0) + 1;
    }
    prepared.push({ ...account, wordIds: wordIds.sort(), wordWeight: 0 });
  }
  // A handful of entries says nothing of what is rare: as if there were at least a hundred.
  const log = Math.log(Math.max(100, accounts.length));
  // Two of the same event are no proof that a word is common, so one is taken off.
  const rare = (n: number): number => Math.min(1, Math.max(0, 1 - Math.log(Math.max(1, n - 1)) / log));
  const weights = Float64Array.from(words, rare);
  for (const [n, account] of prepared.entries()) {
    if (n % PREPARED_AT_ONCE === 0) yield null;
    for (const id of account.wordIds) account.wordWeight += weights[id]!;
  }
  const rarity: Rarity = {
    words: weights,
    text: (id) => texts[id]!,
    person: (id) => rare(people.get(id) ?? 1),
    matter: (bit) => rare(matters[bit] ?? 1),
    perDay: densityOf(accounts),
  };
  return { rarity, prepared };
}

const AROUND = 15;

function densityOf(accounts: readonly Account[]): (day: number) => number {
  const days = Int32Array.from(accounts.flatMap((a) => (a.from === null ? [] : [a.from]))).sort();
  const before = (day: number): number => {
    let low = 0;
    let high = days.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (days[mid]! < day) low = mid + 1;
      else high = mid;
    }
    return low;
  };
  const known = new Map<number, number>();
  return (day) => {
    let density = known.get(day);
    if (density === undefined) {
      density = Math.max(1, before(day + AROUND + 1) - before(day - AROUND)) / (2 * AROUND + 1);
      known.set(day, density);
    }
    return density;
  };
}

/**
 * Likely pairs among all entries, in slices, so that whoever runs it can let others in between. Sorted by day and looked at
 * within a moving window: the work grows with the entries, not with their square.
 */
export function* proposePairs(accounts: readonly Account[], slice = 500): Generator<{ done: number; pairs: Pair[] }> {
  const { rarity, prepared } = yield* readied(accounts);
  const dated = prepared.filter((a) => a.from !== null && a.to !== null && a.to - a.from <= WIDEST_DATE);
  dated.sort((a, b) => a.from! - b.from! || (a.id < b.id ? -1 : 1));
  const window = new Window(rarity);
  let pairs: Pair[] = [];
  for (let i = 0; i < dated.length; i++) {
    const account = dated[i]!;
    window.forgetBefore(account.from! - MOST_DAYS_APART);
    const own: Pair[] = [];
    for (const other of window.candidates(account)) {
      const pair = comparable(other, account) ? (asDuplicate(other, account) ?? scorePair(other, account, rarity)) : null;
      if (pair && pair.score >= WEAK) own.push(pair);
    }
    if (own.length > PAIRS_OF_ONE) own.sort((x, y) => y.score - x.score);
    pairs.push(...own.slice(0, PAIRS_OF_ONE));
    window.add(account);
    if ((i + 1) % slice === 0) {
      yield { done: i + 1, pairs };
      pairs = [];
    }
  }
  yield { done: dated.length, pairs };
}

/** Making ready takes as long as many slices: others are let in there too. */
function* readied(accounts: readonly Account[]): Generator<{ done: number; pairs: Pair[] }, Ready> {
  const slices = prepareSlices(accounts);
  for (;;) {
    const { done, value } = slices.next();
    if (done === true) return value;
    yield { done: 0, pairs: [] };
  }
}

/** Cheap: what can be no pair is passed over without a look at its words. */
function comparable(a: Account, b: Account): boolean {
  const apart = daysApart(a, b)!;
  if (apart > NEAR_DAYS) {
    // Further apart only what was handed on later, or names the other's day.
    const later = a.from! > b.from! ? a : b;
    if (apart > MOST_DAYS_APART || (!later.receives && !namesDayOf(a, b))) return false;
  }
  return a.agencyId !== b.agencyId || apart === 0;
}

/** The entries near the one in hand, by day; where they are many, reached only through what they share. */
class Window {
  readonly #rarity: Rarity;
  #entries: Prepared[] = [];
  #first = Number.NEGATIVE_INFINITY;
  readonly #led = new Map<string, Prepared[]>();

  constructor(rarity: Rarity) {
    this.#rarity = rarity;
  }

  forgetBefore(day: number): void {
    if (day === this.#first) return;
    this.#first = day;
    // Those with long dates stay while they reach into the window; they are few.
    this.#entries = this.#entries.filter((entry) => entry.to! >= day);
  }

  add(account: Prepared): void {
    this.#entries.push(account);
    for (const key of this.#marksOf(account)) {
      const others = this.#reached(key);
      if (!others) this.#led.set(key, [account]);
      else if (others.length <= MOST_LED_TO) others.push(account);
    }
  }

  candidates(account: Prepared): Iterable<Prepared> {
    if (this.#entries.length <= SMALL_WINDOW) return this.#entries;
    const found = new Set<Prepared>();
    const look = (key: string): void => {
      const others = this.#reached(key);
      if (others && others.length <= MOST_LED_TO) for (const other of others) found.add(other);
    };
    for (const key of this.#marksOf(account)) look(key);
    const back = account.receives ? MOST_DAYS_APART : NEAR_DAYS;
    for (let bits = account.matters; bits !== 0; bits &= bits - 1) {
      const bit = 31 - Math.clz32(bits & -bits);
      for (let ago = 1; ago <= back; ago++) look(`m${account.from! - ago}:${bit}`);
    }
    return found;
  }

  /** A list without those that have left the window; they came in order, so they stand in front. */
  #reached(key: string): Prepared[] | undefined {
    const others = this.#led.get(key);
    if (!others) return undefined;
    let gone = 0;
    while (gone < others.length && others[gone]!.to! < this.#first) gone += 1;
    if (gone > 0) others.splice(0, gone);
    return others;
  }

  /** What may lead from one entry to another: its rarest words and people, its half hour, its matters on its day, its print. */
  #marksOf(account: Prepared): string[] {
    const marks = [`p${account.print}`];
    const words = [...account.wordIds].filter((id) => this.#rarity.words[id]! > 0.2);
    words.sort((x, y) => this.#rarity.words[y]! - this.#rarity.words[x]!);
    for (const id of words.slice(0, 16)) marks.push(`w${id}`);
    for (const id of account.people) marks.push(`i${id}:${account.from}`);
    for (const clock of account.clocks) marks.push(`c${account.from}:${Math.floor(clock / 30)}`);
    for (let bits = account.matters; bits !== 0; bits &= bits - 1)
      marks.push(`m${account.from}:${31 - Math.clz32(bits & -bits)}`);
    return marks;
  }
}
