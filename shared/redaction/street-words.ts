/** Words of British addresses, plain letters. Each line: one kind of street in its spellings. */
const STREET_LINES = `
street st str|road rd|lane ln la|avenue ave av|close cl clo|court ct crt|drive dr drv|way wy|row rw|terrace ter terr tce|gardens gdns gdn garden|crescent cres cr|place pl|square sq|mews mws
grove gr grv gro|hill hl|park pk|green grn|rise|view vw|walk wlk|yard yd|parade pde|mount mt|house hse|cottage cott|cottages cotts|buildings bldgs|bank|croft|fold|gate|wharf|quay|villas|heights|lodge
`;
const types = new Map<string, string>();
for (const line of STREET_LINES.trim().split(/[|\n]/)) {
  const [full, ...short] = line.trim().split(' ');
  if (full === undefined) continue;
  for (const word of [full, ...short]) types.set(word, full);
}

/** The full word for a kind of street, or undefined. */
export function streetType(word: string): string | undefined {
  return types.get(word);
}

const ONES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** 1–99 in words without separators ("twentyseven"), or undefined. */
export function numberInWords(n: number): string | undefined {
  if (!Number.isInteger(n) || n < 1 || n > 99) return undefined;
  if (n < 20) return ONES[n - 1];
  return (TENS[Math.floor(n / 10) - 2] ?? '') + (n % 10 === 0 ? '' : (ONES[(n % 10) - 1] ?? ''));
}

/** Words before a dwelling's number. */
export const DWELLINGS =
  /(?:flat|flt|fl|apartment|apt|unit|room|rm|house|no|nos|number|num|nr)\.?\s*(?:\d{1,4}[a-z]?|[a-z])?\s*[,/]?\s*$/iu;

export const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}$/i;
