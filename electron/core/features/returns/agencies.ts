import { newId } from '#shared/kernel/ids.ts';
import { selectRows, type Store } from '../../db/store.ts';
import type { ColumnMapping } from '#shared/model/agency-return.ts';
import type { ReadDb } from '../../db/sql.ts';

/** The ten kinds of agency that have a colour of their own, in order: the index is the colour and pattern. */
const KNOWN: readonly { letters: string; words: RegExp }[] = [
  { letters: 'SC', words: /social care|social work|children['’]?s services|\bmash\b|\blcs\b/i },
  { letters: 'PO', words: /polic|constabular/i },
  { letters: 'AH', words: /hospital|acute|infirmary/i },
  { letters: 'GP', words: /\bgp\b|surgery|general practi|medical (centre|practice)|primary care/i },
  { letters: 'HV', words: /health visit|0\s*[-–]\s*19|community health|school nurs/i },
  { letters: 'ED', words: /educat|school|academy|college|nursery/i },
  { letters: 'EH', words: /early help|family support/i },
  { letters: 'MH', words: /mental health|camhs|psychiatr/i },
  { letters: 'HG', words: /hous|homes\b|tenanc/i },
  { letters: 'PB', words: /probation/i },
];

/** The agency of that name, made with letters and a colour of its own where it is new. Answers its id. */
export function ensureAgency(store: Store, name: string): string {
  const wanted = name.trim().replace(/\s+/g, ' ');
  const all = selectRows(store, 'agency', 'ORDER BY ordinal');
  const known = all.find((row) => String(row['name']).toLowerCase() === wanted.toLowerCase());
  if (known) return known.id;
  const usedLetters = new Set(all.map((row) => String(row['letters'])));
  const usedColours = new Set(all.map((row) => row['colour']));
  const kind = KNOWN.findIndex(({ words }) => words.test(wanted));
  const preferred = kind >= 0 ? KNOWN[kind]!.letters : '';
  const letters = [preferred, ...candidates(wanted)].find((l) => l !== '' && !usedLetters.has(l)) ?? 'ZZ';
  const colours = [kind, ...Array.from({ length: 100 }, (_, i) => i)].filter((c) => c >= 0);
  const colour =
    colours.find((c) => !usedColours.has(c) && (c === kind || usedLetters.size >= 10 || !reserved(c, kind))) ?? all.length;
  const id = newId();
  store.insert('agency', {
    id,
    name: wanted,
    letters,
    colour,
    ordinal: all.length === 0 ? 1 : Number(all.at(-1)!['ordinal']) + 1,
    mapping: null,
  });
  return id;
}

/** An agency of no known kind takes colours from the end, so that a later police return still gets its own. */
const reserved = (colour: number, kind: number): boolean => kind < 0 && colour < 6;

function candidates(name: string): string[] {
  const words = name.toUpperCase().match(/[A-Z0-9]+/g) ?? ['X'];
  const first = words[0]!;
  const initials = words.map((word) => word[0]!).join('');
  const pairs = [
    initials.slice(0, 2),
    first.slice(0, 2),
    ...[
      ...name
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, '')
        .slice(1),
    ].map((c) => first[0]! + c),
  ];
  const numbered = Array.from({ length: 90 }, (_, i) => `${first[0]}${i + 2}`);
  return [...pairs.filter((pair) => pair.length === 2), ...numbered];
}

/** The columns as last placed for an agency, or undefined. */
export function rememberedMapping(db: ReadDb, name: string | null): ColumnMapping | undefined {
  if (name === null) return undefined;
  const row = selectRows(db, 'agency', 'WHERE name = ? COLLATE NOCASE', name.trim())[0];
  return (row?.['mapping'] as ColumnMapping | null) ?? undefined;
}
