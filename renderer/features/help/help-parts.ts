export type HelpPart =
  | { kind: 'heading' | 'paragraph'; text: string; at: number }
  | { kind: 'list'; items: string[]; numbered: boolean; at: number };

/** Plain text with headings → its parts. Headings begin with #, items with - or a number; a blank line ends a part. */
export function helpParts(body: string): HelpPart[] {
  const parts: HelpPart[] = [];
  for (const [at, block] of body
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .entries()) {
    const lines = block
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    let words: string[] = [];
    let items: string[] = [];
    let numbered = false;
    const flush = (): void => {
      if (words.length > 0) parts.push({ kind: 'paragraph', text: words.join(' '), at: at * 1000 + parts.length });
      if (items.length > 0) parts.push({ kind: 'list', items, numbered, at: at * 1000 + parts.length });
      words = [];
      items = [];
    };
    for (const line of lines) {
      const heading = /^#+\s+(.*)$/.exec(line)?.[1];
      const item = /^(?:[-*•]|\d+[.)])\s+(.*)$/.exec(line)?.[1];
      if (heading !== undefined) {
        flush();
        parts.push({ kind: 'heading', text: heading, at: at * 1000 + parts.length });
      } else if (item !== undefined) {
        if (words.length > 0) flush();
        numbered = /^\d/.test(line);
        items.push(item);
      } else if (items.length > 0) items.push(`${items.pop() ?? ''} ${line}`);
      else words.push(line);
    }
    flush();
  }
  return parts;
}
