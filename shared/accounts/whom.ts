/** Of whom a statement tells: ids of the register, and roles by the words for them. Empty where only a pronoun says it. */
export type Whom = { ids: readonly string[]; roles: readonly string[] };

export const NOBODY: Whom = { ids: [], roles: [] };

const ROLES: readonly (readonly [string, RegExp])[] = [
  ['children', /\b(?:children|kids|siblings|both (?:boys|girls)|boys|girls|twins|all three)\b/i],
  ['child', /\b(?:child|boy|girl|son|daughter|pupil|young person)\b/i],
  ['baby', /\b(?:baby|toddler|infant|newborn)\b/i],
  ['mother', /\b(?:mother|mum|mums|mam|parents)\b/i],
  ['father', /\b(?:father|dad|parents)\b/i],
  ['partner', /\b(?:partner|boyfriend|stepfather|step-father)\b/i],
  ['relative', /\b(?:gran\w*|nan\w*|aunt\w*|uncle|cousin|sister|brother|neighbour|friend)\b/i],
  ['police', /\b(?:police|officers?|constables?)\b/i],
  ['socialCare', /\b(?:social workers?|social care|sw|mash|front door)\b/i],
  [
    'health',
    /\b(?:health visit\w+|hv|nurses?|midwi\w+|doctors?|gps?|surgery|paramedics?|crew|consultant|therapist|camhs|hospital)\b/i,
  ],
  ['school', /\b(?:schools?|nursery|teachers?|head ?teacher|head|dsl|staff)\b/i],
  ['worker', /\b(?:workers?|practitioners?|professionals?|landlord|housing|probation|manager|chair)\b/i],
];
const PROFESSIONALS = new Set(['police', 'socialCare', 'health', 'school', 'worker']);
const CHILD_WORDS = new Set(['children', 'child', 'baby']);

/** Who stands in some words of a sentence without names. */
export function whomIn(words: string, ids: readonly (readonly string[])[]): Whom {
  const own = [...words.matchAll(/\bX(?:name|adult)(\d+)(?!\d|[’']s)/g)].flatMap(([, n]) => ids[Number(n)] ?? []);
  const plain = words.replace(/\b(?:[a-z]+|X(?:name|adult)\d+)[’']s?\s/gi, (whose) =>
    /^(?:mother|mum|father|dad|X)/i.test(whose) ? ' ' : whose,
  );
  return { ids: own, roles: ROLES.filter(([, word]) => word.test(plain)).map(([role]) => role) };
}

export const isNobody = (whom: Whom): boolean => whom.ids.length === 0 && whom.roles.length === 0;

/** Whether two statements can be about the same. One that names nobody may be about anyone but a professional. */
export function mayBeSame(a: Whom, b: Whom): boolean {
  if (isNobody(a)) return !onlyProfessional(b);
  if (isNobody(b)) return !onlyProfessional(a);
  if (a.ids.some((id) => b.ids.includes(id)) || a.roles.some((role) => b.roles.includes(role))) return true;
  const [childA, childB] = [a, b].map(({ roles }) => roles.some((role) => CHILD_WORDS.has(role)));
  // "Both children" and the name of one; but "the baby" beside a name may be its sister.
  const [mayA, mayB] = [a, b].map(({ roles }) => roles.some((role) => CHILD_WORDS.has(role) && role !== 'baby'));
  return Boolean((childA && childB) || (mayA && b.ids.length > 0) || (mayB && a.ids.length > 0));
}

const onlyProfessional = ({ ids, roles }: Whom): boolean =>
  ids.length === 0 && roles.length > 0 && roles.every((role) => PROFESSIONALS.has(role));

/** Who is the subject of what stands at `start`: those named in its clause before it, after any "mother said that". */
export function subjectOf(words: string, ids: readonly (readonly string[])[], start: number, end: number): Whom {
  const own = whomIn(words.slice(start, end), ids);
  if (!isNobody(own)) return own;
  const before = words.slice(0, start);
  const clause =
    before
      .split(
        /[,;:()–]|\b(?:but|while|whereas|although|though|who|because|as|said|says|say|told|reports?|reported|stated?|that|if)\b/i,
      )
      .at(-1) ?? '';
  // "in the kitchen with their mother": who stands behind a preposition is not who it is about.
  return whomIn(
    clause.replace(
      /\b(?:with|by|from|to|at|for|of|after)\s+(?:the |a |her |his |their |an )?(?:X?[a-z]+\d*)(?:\s(?:worker|visitor|nurse|care))?/gi,
      ' ',
    ),
    ids,
  );
}
