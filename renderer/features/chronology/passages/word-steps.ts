export type Span = { start: number; end: number };
/** A choice of words by keys: from where it began to where it has come, as places in the list of words. */
export type Choice = { anchor: number; focus: number };

const WORDS = new Intl.Segmenter('en-GB', { granularity: 'word' });
const SENTENCES = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/** The words of a text, without what stands between them. */
export function wordsOf(text: string): Span[] {
  return [...WORDS.segment(text)]
    .filter((one) => one.isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

export function spanOf(words: readonly Span[], { anchor, focus }: Choice): Span | null {
  const first = words[Math.min(anchor, focus)];
  const last = words[Math.max(anchor, focus)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** Where a mouse has chosen, a key goes on from there. */
export function choiceOf(words: readonly Span[], span: Span): Choice | null {
  const anchor = words.findIndex(({ end }) => end > span.start);
  const focus = words.findLastIndex(({ start }) => start < span.end);
  return anchor < 0 || focus < anchor ? null : { anchor, focus };
}

/** What a key makes of the choice; undefined: it is not one of these keys. Left and right by word, up and down by sentence. */
export function stepped(
  text: string,
  words: readonly Span[],
  choice: Choice | null,
  pressed: { key: string; shift: boolean; ctrl: boolean },
): Choice | undefined {
  const last = words.length - 1;
  if (last < 0) return undefined;
  if (pressed.ctrl) return pressed.key.toLowerCase() === 'a' ? { anchor: 0, focus: last } : undefined;
  const to = target(text, words, choice, pressed.key);
  if (to === undefined) return undefined;
  const focus = Math.min(last, Math.max(0, to));
  return pressed.shift && choice ? { anchor: choice.anchor, focus } : { anchor: focus, focus };
}

function target(text: string, words: readonly Span[], choice: Choice | null, key: string): number | undefined {
  const at = choice?.focus ?? -1;
  switch (key) {
    case 'ArrowRight':
      return at + 1;
    case 'ArrowLeft':
      return choice ? at - 1 : words.length - 1;
    case 'Home':
      return 0;
    case 'End':
      return words.length - 1;
    case 'ArrowDown':
    case 'ArrowUp': {
      // The first words of sentences; downwards a choice that grows takes in the whole of the next one.
      const firsts = [...SENTENCES.segment(text)].map(({ index }) => words.findIndex(({ start }) => start >= index));
      const known = firsts.filter((first) => first >= 0);
      return key === 'ArrowDown'
        ? (known.find((first) => first > at) ?? words.length - 1)
        : (known.findLast((first) => first < at) ?? 0);
    }
    default:
      return undefined;
  }
}
