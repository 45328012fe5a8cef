import { squeeze } from './fold.ts';
import { addPattern, breaksOf, type Identifiers, type PatternDetail } from './pattern.ts';
import { ORDINARY_WORDS, PLACE_NOUNS } from './word-lists.ts';

const SMALL_WORDS = new Set('the a an of and for at in on & st saint'.split(' '));

/** Names of places and organisations, found whole; their short forms and initials are asked about. */
export function addPhrase(ids: Identifiers, n: number, name: string, isAlias: boolean): void {
  const text = name
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^["'“‘]|["'”’]$/g, '');
  const letters = squeeze(text);
  if (letters.length < 2) return;
  if (/['’]/.test(text)) ids.apostrophed.add(letters);
  if (/\s/.test(text)) ids.spaced.add(letters);
  const words = text.split(/[\s/]+/).filter((w) => squeeze(w) !== '');
  const heavy = words.filter((w) => !SMALL_WORDS.has(squeeze(w)));
  for (const w of heavy) if (squeeze(w).length >= 6) ids.longWords.add(squeeze(w));
  const use = (detail: PatternDetail): Parameters<typeof addPattern>[3] => ({ entry: n, type: 'phrase', role: 0, detail });
  const lone = heavy.length <= 1;
  const detail: PatternDetail = {};
  if (lone) detail.exactCase = text;
  addPattern(ids, letters, breaksOf(text), use(detail));
  for (const other of [
    text.replace(/&/g, ' and '),
    text.replace(/\band\b/gi, '&'),
    text.replace(/\bSt\.?(?=\s)/g, 'Saint'),
    text.replace(/\bSaint(?=\s)/g, 'St'),
  ]) {
    if (other !== text) addPattern(ids, squeeze(other), breaksOf(other), use(detail));
  }
  const operation = /^operation\s+(.+)$/i.exec(text)?.[1];
  if (operation !== undefined) {
    addPattern(ids, `op${squeeze(operation)}`, breaksOf(`Op ${operation}`), use({}));
    if (squeeze(operation).length >= 5)
      addPattern(
        ids,
        squeeze(operation),
        breaksOf(operation),
        use({ ask: true, ...(ORDINARY_WORDS.has(squeeze(operation)) ? { exactCase: operation } : {}) }),
      );
    return;
  }
  if (isAlias || words.length < 2) return;
  if (SMALL_WORDS.has(squeeze(words[0] ?? '')) && heavy.length >= 2) {
    const rest = words.slice(1).join(' ');
    addPattern(ids, squeeze(rest), breaksOf(rest), use({}));
  }
  const kept = words.filter((w, i) => i > 0 || !SMALL_WORDS.has(squeeze(w)) || words.length < 2);
  while (kept.length > (heavy.length < words.length ? 1 : 2) && PLACE_NOUNS.has(squeeze(kept.at(-1) ?? ''))) kept.pop();
  const short = kept.join(' ');
  const shortPlain = squeeze(short);
  if (kept.length < words.length && shortPlain.length >= 5 && !ORDINARY_WORDS.has(shortPlain) && !PLACE_NOUNS.has(shortPlain)) {
    addPattern(
      ids,
      shortPlain,
      breaksOf(short),
      use({ shortForm: true, ask: true, ...(kept.length === 1 ? { exactCase: short } : {}) }),
    );
  }
  const initials = heavy
    .map((w) => w.charAt(0))
    .join('')
    .toUpperCase();
  if (heavy.length >= 3 && /^\p{Lu}{3,6}$/u.test(initials)) {
    addPattern(ids, squeeze(initials), breaksOf(initials), use({ shortForm: true, ask: true, exactCase: initials }));
  }
}
