import { stem } from './words.ts';

/** Something that was done or not done to a thing of practice: a letter sent, an assessment never completed. */
export type Done = {
  key: string;
  modifiers: readonly string[];
  to: readonly string[];
  done: boolean;
  start: number;
  end: number;
};

const VERB =
  'made|sent|posted|held|completed|finished|done|carried out|signed|arrested|charged|interviewed|changed|taken|shared|recorded|opened|closed|searched|examined|weighed|measured|prescribed|issued|given|fitted|repaired|checked|followed up|returned|written|uploaded|cleaned|cancelled|started|allocated|discussed|offered|served|seized|found|obtained|sought|x-?rayed';
const PASSIVE = new RegExp(
  `\\b(no |neither )?((?:[a-zX][a-z0-9’'-]*\\s+){0,3}?[a-zX][a-z0-9’'-]*)\\s+(?:(was|were|is|are|had|has|have|being)\\s*)?(not|never|n['’]t)?\\s*(?:yet\\s+)?(?:been\\s+|being\\s+)?(not|never)?\\s*(${VERB})\\b`,
  'gi',
);
const HELD = /\b(no )?((?:[a-z][a-z’'-]*\s+){0,3}?[a-z][a-z’'-]*)\s+(did not |never |had not )?(?:took|taken|take) place\b/gi;
/** Words that make no difference to what was done. */
const SMALL = new Set(
  'the a an this that any further other and it his her their its our my there was were then also later written same new full formal joint single first initial body'.split(
    ' ',
  ),
);
/** Two words of one thing; a strategy discussion and a strategy meeting are the same. */
const THINGS: Readonly<Record<string, string>> = { meeting: 'discussion', conversation: 'discussion', email: 'letter' };
const DOINGS: Readonly<Record<string, string>> = {
  finished: 'completed',
  done: 'completed',
  'carried out': 'completed',
  posted: 'sent',
};
/** What is done many times over, and by each agency for itself, is no point on which two can differ. */
const TOO_COMMON = new Set(
  'concern concerns record records visit call calls contact advice support progress enquiries checks details information everything nothing something action actions he she they who which'.split(
    ' ',
  ),
);
const PEOPLE = new Set('he she they him mother father man partner'.split(' '));
const TO_PERSON = new Set(['arrested', 'charged', 'interviewed', 'examined', 'searched']);

export function doneIn(words: string): Done[] {
  const found: Done[] = [];
  for (const match of words.matchAll(PASSIVE)) {
    const [whole, no, thing, be, not1, not2, verb] = match;
    // Without "was" a participle after a noun is a note's short form: "Referral made". With "has" alone it is somebody doing.
    if (be && /^(?:had|has|have)$/i.test(be) && !/\bbeen\b/i.test(whole)) continue;
    add(thing!, verb!.toLowerCase(), Boolean(no || not1 || not2), match.index, match.index + whole.length);
  }
  for (const match of words.matchAll(HELD))
    add(match[2]!, 'held', Boolean(match[1] || match[3]), match.index, match.index + match[0].length);
  return found;

  function add(thing: string, verb: string, no: boolean, start: number, end: number): void {
    const all = thing.toLowerCase().split(/\s+/);
    const own = all.at(-1) === 'no' ? [] : all.filter((word) => !SMALL.has(word) && word !== 'no');
    const denied = no || all.includes('no') || all.includes('neither');
    const head = own.at(-1) ?? all.at(-1)!;
    const doing = DOINGS[verb] ?? verb;
    if (/^x(?:name|adult)/.test(head) || PEOPLE.has(head)) {
      if (TO_PERSON.has(doing)) found.push({ key: `person ${doing}`, modifiers: [], to: [], done: !denied, start, end });
      return;
    }
    if (head.length < 4 || TOO_COMMON.has(head) || /(?:ed|ly|ing)$/.test(head) || own.length === 0) return;
    const to = /^\s+(?:to|for|with|about|by) (?:the |a |her |his )?([^.;,]{3,60})/.exec(words.slice(end))?.[1] ?? '';
    const by = /^\s+by\b/.test(words.slice(end));
    found.push({
      key: `${stem(THINGS[head] ?? head)} ${doing}`,
      modifiers: own.slice(0, -1).map(stem),
      to: by
        ? []
        : to
            .toLowerCase()
            .split(/[^a-z]+/)
            .filter((word) => word.length > 3 && !SMALL.has(word))
            .map(stem),
      done: !denied,
      start,
      end,
    });
  }
}

/** The same thing, as far as the words tell: qualified alike, and for the same body where both say for whom. */
export const sameThing = (a: Pick<Done, 'modifiers' | 'to'>, b: Pick<Done, 'modifiers' | 'to'>): boolean =>
  a.modifiers.length === b.modifiers.length &&
  a.modifiers.every((word) => b.modifiers.includes(word)) &&
  (a.to.length === 0 || b.to.length === 0 || a.to.some((word) => b.to.includes(word)));
