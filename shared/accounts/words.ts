/** Words that say nothing of an event: the language's small words and what every record says. */
const COMMON = new Set(
  `about above after again against also although always another around because been before being below between both came cannot come
  could does doing done down during each either else even ever every first from further given gave goes going gone good have having
  here hers herself himself into itself just kept know known last later least less like made make many more most much must near never
  next none nothing once only other ours over part same seem seen several shall should since some soon still such take taken tell
  than that their theirs them then there these they thing this those though through today told took towards under until upon used
  very want well went were what when where which while whom whose will with within without would year years month months week weeks
  days time times morning afternoon evening night noon child children young person people mother father mum mums dads daddy parent
  parents family brother sister sibling baby home house said says asked asking spoke spoken speak record recorded records note notes
  noted entry entered information informed contact contacted call called calls rang telephone telephoned phone phoned letter letters
  message received sent send report reported reports advised advice discussed discussion agreed worker workers professional staff team
  service services case file filed agency review reviewed update updated action actions follow following outcome date number
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
  december copy logged seen visit visited appointment support concern concerns concerned need needs plan regarding attended attend
  the and for are was has had his her him she they you our not but all any can did may who how why its out off own one two six ten nil yes
  per via too got get let put set see saw say use due day old new few far ago age end way man boy men lad kid son dad mum gran aunt nan ask
  came made next sent went left that been also each both note text list post main part full half late early first second third one-off
  four five seven eight nine eleven twelve year week hour hours minute minutes police officer school hospital surgery social health nurse doctor practice housing meeting details available back away able yesterday tomorrow usual present currently aware stated states remains happy fine stay`
    .split(/\s+/)
    .filter(Boolean),
);

const MARKS = /\p{M}+/gu;
const TYPOGRAPHY = /[\u2010-\u201f\u2026\u00a0]/g;
const WORD = /[\p{L}\p{N}]+(?:[-/][\p{N}\p{L}]*\p{N}[\p{N}\p{L}]*)*/gu;
/** The same for plain letters, which most texts are made of, at a third of the cost. */
const PLAIN_WORD = /[a-z0-9]+(?:[-/][a-z0-9]*[0-9][a-z0-9]*)*/g;
const PLAIN = /^[\u0000-\u007f]*$/;

/** The ending taken off, so that "shouted" meets "shouting": rough, and the same for both sides. */
export function stem(word: string): string {
  let w = word;
  if (w.length > 5 && w.endsWith('ies')) w = `${w.slice(0, -3)}y`;
  else if (w.length > 6 && w.endsWith('ing')) w = w.slice(0, -3);
  else if (w.length > 5 && w.endsWith('ed')) w = w.slice(0, -2);
  else if (w.length > 5 && w.endsWith('es')) w = w.slice(0, -2);
  else if (w.length > 4 && w.endsWith('s') && !w.endsWith('ss')) w = w.slice(0, -1);
  if (w.length > 4 && w.endsWith('e')) w = w.slice(0, -1);
  if (w.length > 4 && w.at(-1) === w.at(-2)) w = w.slice(0, -1);
  return w;
}

/** The words of a text that may tell one event from another, each once; figures count from four on (a log number). */
export function tellingWords(text: string): string[] {
  const found = new Set<string>();
  const small = text.toLowerCase().replace(TYPOGRAPHY, ' ');
  const plain = PLAIN.test(small);
  const words = plain ? small.match(PLAIN_WORD) : small.normalize('NFKD').replace(MARKS, '').match(WORD);
  for (const raw of words ?? []) {
    if (raw.length < 3 || COMMON.has(raw)) continue;
    if (!/\d/.test(raw)) found.add(stem(raw));
    else if (raw.replace(/\D/g, '').length >= 4 && !isDate(raw)) found.add(raw);
  }
  return [...found];
}

/** A date or a year is looked at as a date, never as a word. */
const isDate = (raw: string): boolean =>
  /^(19|20)\d\d$/.test(raw) || /^\d{1,2}[-/]\d{1,2}[-/]\d{2,4}$/.test(raw) || /^\d{4}-\d{2}-\d{2}$/.test(raw);

/** One number for a whole text without its spaces, capitals and stops (FNV-1a). */
export function printOf(text: string): number {
  let hash = 0x811c9dc5;
  const small = text.toLowerCase();
  for (let i = 0; i < small.length; i++) {
    const code = small.charCodeAt(i);
    // Letters and figures of the alphabet, and whatever lies beyond it except quotation marks and dashes.
    const counts = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code > 191 && (code < 0x2000 || code > 0x206f));
    if (counts) hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash >>> 0;
}
