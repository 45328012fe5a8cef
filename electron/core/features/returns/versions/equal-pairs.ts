import type { Because, RowPair, RowToMatch } from './row-to-match.ts';
import { plainText, wordsOf } from './row-words.ts';

/** Rows of many equal ones are weighed against each other by their neighbours only so far. */
const MOST_WEIGHED = 40;

/** Pairs of rows that say the same: in everything, without the agency, in what happened and when, in rare words alone. */
export function equalPairs(before: readonly RowToMatch[], after: readonly RowToMatch[], skip: ReadonlySet<string>): RowPair[] {
  const found: RowPair[] = [];
  const free = { before: before.map(() => true), after: after.map(() => true) };
  const take = (pair: RowPair): void => {
    found.push(pair);
    free.before[pair.before] = false;
    free.after[pair.after] = false;
  };
  const dated = ({ earliest, latest, time }: RowToMatch): string => `${earliest}|${latest}|${time}`;
  const words = (row: RowToMatch): string =>
    [
      row.description,
      ...Object.keys(row.rest)
        .sort()
        .flatMap((name) => (skip.has(name) ? [] : [row.rest[name]!])),
    ]
      .map(plainText)
      .filter((text) => text !== '')
      .join('|');
  const keysBefore = before.map((row) => `${words(row)}#${dated(row)}`);
  const keysAfter = after.map((row) => `${words(row)}#${dated(row)}`);
  const neighbours = (b: number, a: number): number =>
    (keysBefore[b - 1] === keysAfter[a - 1] ? 1 : 0) + (keysBefore[b + 1] === keysAfter[a + 1] ? 1 : 0);

  const byAgency = (keys: readonly string[], rows: readonly RowToMatch[]): string[] =>
    keys.map((key, i) => `${key}#${rows[i]!.agency}`);
  for (const [left, right] of [
    [byAgency(keysBefore, before), byAgency(keysAfter, after)],
    [keysBefore, keysAfter],
  ] as const) {
    for (const [b, a] of groups(left, right, free))
      for (const pair of pairGroup(b, a, before, neighbours)) take({ ...pair, because: 'same' });
  }
  const alone = (
    because: Because,
    left: readonly (string | null)[],
    right: readonly (string | null)[],
    everywhere: boolean,
  ): void => {
    const all = { before: before.map(() => true), after: after.map(() => true) };
    for (const [b, a] of groups(left, right, everywhere ? all : free)) {
      if (b.length === 1 && a.length === 1 && free.before[b[0]!] && free.after[a[0]!])
        take({ before: b[0]!, after: a[0]!, because });
    }
  };
  const told = (row: RowToMatch): string | null => {
    const text = plainText(row.description);
    return text === '' ? null : `${text}#${dated(row)}`;
  };
  alone('sameDescription', before.map(told), after.map(told), false);
  for (const name of referenceColumns(before, after, skip)) {
    const reference = (row: RowToMatch): string | null => row.rest[name] ?? null;
    alone('sameReference', before.map(reference), after.map(reference), true);
  }
  // Without the date only what nothing else in either version says, and not in three words.
  const long = (text: string, least: number): string | null => (wordsOf(text).length < least ? null : text);
  alone(
    'sameWords',
    before.map((row) => long(words(row), 4)),
    after.map((row) => long(words(row), 4)),
    true,
  );
  const description = (row: RowToMatch): string | null => long(plainText(row.description), 5);
  alone('sameDescription', before.map(description), after.map(description), true);
  return found;
}

/** Rows of one key on both sides. */
function groups(
  left: readonly (string | null)[],
  right: readonly (string | null)[],
  free: { before: readonly boolean[]; after: readonly boolean[] },
): [number[], number[]][] {
  const byKey = new Map<string, [number[], number[]]>();
  left.forEach((key, i) => {
    if (key === null || !free.before[i]) return;
    const group = byKey.get(key);
    if (group) group[0].push(i);
    else byKey.set(key, [[i], []]);
  });
  right.forEach((key, i) => {
    if (key !== null && free.after[i]) byKey.get(key)?.[1].push(i);
  });
  return [...byKey.values()].filter(([, a]) => a.length > 0);
}

/** Of rows that say the same: those that people worked on first, then those whose neighbours are the same, then in order. */
function pairGroup(
  b: readonly number[],
  a: readonly number[],
  rows: readonly RowToMatch[],
  neighbours: (before: number, after: number) => number,
): { before: number; after: number }[] {
  if (b.length === a.length || b.length * a.length > MOST_WEIGHED ** 2) {
    const kept = b.length > a.length ? b.filter((i) => rows[i]!.workedOn).concat(b.filter((i) => !rows[i]!.workedOn)) : b;
    const chosen = kept.slice(0, Math.min(a.length, b.length)).sort((x, y) => x - y);
    return chosen.map((before, i) => ({ before, after: a[i]! }));
  }
  const edges = b.flatMap((before) =>
    a.map((after) => ({ before, after, worth: (rows[before]!.workedOn ? 4 : 0) + neighbours(before, after) })),
  );
  edges.sort((x, y) => y.worth - x.worth || x.before - y.before || x.after - y.after);
  const taken = { before: new Set<number>(), after: new Set<number>() };
  return edges.flatMap(({ before, after }) => {
    if (taken.before.has(before) || taken.after.has(after)) return [];
    taken.before.add(before);
    taken.after.add(after);
    return [{ before, after }];
  });
}

/** Columns whose every value names one row: an occurrence number, a record's own id. */
function referenceColumns(before: readonly RowToMatch[], after: readonly RowToMatch[], skip: ReadonlySet<string>): string[] {
  const names = new Set(before.flatMap((row) => Object.keys(row.rest)));
  const naming = (rows: readonly RowToMatch[], name: string): boolean => {
    const values = rows.flatMap((row) => row.rest[name] ?? []);
    return (
      values.length >= Math.max(2, rows.length * 0.5) &&
      new Set(values).size === values.length &&
      values.every(
        (text) => text.length <= 40 && /\d{3}|\d[\p{L}/-]|[\p{L}/-]\d/u.test(text) && text.trim().split(/\s+/).length <= 3,
      )
    );
  };
  return [...names].filter((name) => name.startsWith('other:') && !skip.has(name) && naming(before, name) && naming(after, name));
}
