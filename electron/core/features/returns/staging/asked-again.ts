const MOST = 20_000;
const LONGEST = 60;

/**
 * The same question of the same short text has the same answer: a column has a few hundred days and times in thousands of rows,
 * and each is asked several times. When too many have gathered they are let go of together.
 */
export function askedAgain<T extends boolean | object | null>(ask: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return ask(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const answer = ask(text);
    known.set(text, answer);
    return answer;
  };
}
