import type { RegisterRow } from '#shared/contract/register.ts';
import type { KeptRegisterEntry } from '#shared/model/register.ts';

export const GROUPS = ['family', 'professionals', 'places', 'organisations', 'numbers'] as const;
export type Group = (typeof GROUPS)[number];
export const GROUP_WORDS: Record<Group, string> = {
  family: 'Family',
  professionals: 'Professionals',
  places: 'Places',
  organisations: 'Organisations',
  numbers: 'Numbers',
};

type Known = Pick<KeptRegisterEntry, 'kind' | 'pseudonym' | 'role' | 'publishAs'>;

/** Role keys as the field writes them: SW1, HV2, DSL1, PC 3; and the same in words: Officer 3, Consultant 2. */
const ROLE_KEY =
  /^(?:\p{Lu}{2,5} ?\d+|(?:Officer|Consultant|Midwife|Nurse|Doctor|Teacher|Worker|Practitioner|Professional|Manager|Clinician) \w+)$/u;
/** "Child S", "Adult B", "Sibling 1": somebody's place in the family. */
const FAMILY_KEY = /^(?:Child|Adult|Sibling|Infant|Baby|Mother|Father|Parent|Carer|Person|Partner|Grand\p{L}+)\b/iu;

/** The register keeps people as one kind; how somebody is published tells family from professionals. */
export function groupOf(entry: Known): Group {
  if (entry.kind === 'place') return 'places';
  if (entry.kind === 'organisation') return 'organisations';
  if (entry.kind === 'reference') return 'numbers';
  if (FAMILY_KEY.test(entry.pseudonym)) return 'family';
  return ROLE_KEY.test(entry.pseudonym) || entry.publishAs === 'role' || entry.publishAs === 'realName'
    ? 'professionals'
    : 'family';
}

export type RegisterFilter = { words: string; toSettle: boolean };

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’']/g, '').toLowerCase();

/** By real name, spelling, pseudonym or role; in an anonymised session the core sends no names, so none can be found by. */
export function matches({ entry, ask, spellings }: RegisterRow, { words, toSettle }: RegisterFilter): boolean {
  if (toSettle && !ask) return false;
  const wanted = plain(words.trim());
  if (wanted === '') return true;
  const texts = [
    entry.realName,
    entry.pseudonym,
    entry.role ?? '',
    ...entry.aliases,
    ...(entry.addresses ?? []),
    ...(entry.phones ?? []),
    ...(entry.emails ?? []),
    ...(entry.references ?? []),
    ...spellings.map(({ text }) => text),
  ];
  return texts.some((text) => plain(text).includes(wanted));
}

/** Group by group; within one, by pseudonym as people count: SW2 before SW10. */
export function inOrder(rows: readonly RegisterRow[]): RegisterRow[] {
  const compare = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' }).compare;
  const rank = (row: RegisterRow): number => GROUPS.indexOf(groupOf(row.entry));
  const first = (row: RegisterRow): number =>
    /^Child\b/i.test(row.entry.pseudonym) ? 0 : /^(?:Sibling|Infant|Baby)\b/i.test(row.entry.pseudonym) ? 1 : 2;
  return [...rows].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      first(a) - first(b) ||
      compare(a.entry.pseudonym, b.entry.pseudonym) ||
      compare(a.entry.id, b.entry.id),
  );
}
