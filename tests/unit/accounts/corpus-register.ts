import type { RegisterEntry } from '#shared/model/register.ts';

const person = (id: string, realName: string, aliases: string[]): RegisterEntry => ({
  id,
  kind: 'person',
  realName,
  aliases,
  pseudonym: id,
});

/** The people of the corpus; none of them exists. */
export const CORPUS_REGISTER: readonly RegisterEntry[] = [
  person('child', 'Tobias Rennock', ['Toby']),
  person('sister', 'Elodie Rennock', ['Ellie']),
  person('mother', 'Carys Rennock', ['Ms Rennock']),
  person('father', 'Marek Halasz', ['Mr Halasz']),
  person('gran', 'Glenys Whitlow', ['Mrs Whitlow']),
  person('partner', 'Dean Pocklington', ['Mr Pocklington']),
  person('worker', 'Priya Nandrasen', ['P Nandrasen', 'Ms Nandrasen']),
  person('visitor', 'Joan Fettesley', ['J Fettesley', 'Mrs Fettesley']),
  person('head', 'Bode Oduyale', ['Mr Oduyale']),
  person('constable', 'Ruth Lockhartson', ['PC Lockhartson']),
];

export const CORPUS_AGENCIES = {
  po: 'Northmere Police',
  sc: "Northmere Children's Social Care",
  ah: "St Brannock's Hospital Trust",
  gp: 'Fell Lane Surgery',
  ch: 'Northmere Community Health (health visiting and school nursing)',
  ed: 'Harbour Primary School',
  ho: 'Northmere Homes',
  mh: 'Northmere CAMHS',
  pb: 'Probation Service, Northmere',
  am: 'Ambulance Service',
} as const;
export type CorpusAgency = keyof typeof CORPUS_AGENCIES;

/**
 * One entry: who wrote it; its day in the scene (or first and last day), its time; its words; which event it tells. Entries
 * of one scene with the same letter are one event; '-' tells an event that nobody else tells.
 */
export type CorpusEntry = readonly [
  agency: CorpusAgency,
  day: number | readonly [number, number],
  time: string | null,
  words: string,
  event: string,
];
export type Scene = { category: string; entries: readonly CorpusEntry[] };
