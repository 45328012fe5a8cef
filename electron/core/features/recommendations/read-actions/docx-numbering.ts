import { XML_CLOSE, XML_END, XML_OPEN, type XmlScanner } from '#core/formats/xml-scanner.ts';

type Level = { start: number; format: string; text: string };
type Num = { abstract: string; starts: Map<number, number>; used: boolean };
export type Numbering = {
  /** Counts the paragraph and gives the label that Word shows; '' for a bullet; null where the list is not known. */
  label(numId: string, level: number): { text: string; bullet: boolean } | null;
};

/** Word's automatic numbers: not in the text, so they are counted here as Word counts them. */
export function readNumbering(xml: XmlScanner | null): Numbering {
  const abstracts = new Map<string, Map<number, Level>>();
  const nums = new Map<string, Num>();
  if (xml) readDefinitions(xml, abstracts, nums);
  const counters = new Map<string, number[]>();
  return {
    label: (numId, level) => {
      const num = nums.get(numId);
      const levels = num && abstracts.get(num.abstract);
      const own = levels?.get(level);
      if (!num || !levels || !own || numId === '0') return null;
      // a bullet that shows nothing carries on the paragraph before
      if (own.format === 'bullet') return own.text.trim() === '' ? null : { text: '', bullet: true };
      if (own.format === 'none' && own.text === '') return null;
      const count = counters.get(num.abstract) ?? [];
      counters.set(num.abstract, count);
      // a list with its own start begins again where it is first used
      if (!num.used) for (const [at] of num.starts) delete count[at];
      num.used = true;
      const start = (at: number): number => num.starts.get(at) ?? levels.get(at)?.start ?? 1;
      count[level] = count[level] === undefined ? start(level) : count[level] + 1;
      count.length = level + 1;
      for (let at = 0; at < level; at++) count[at] ??= start(at);
      const text = own.text.replace(/%(\d)/g, (_, n: string) => {
        const at = Number(n) - 1;
        return formatNumber(count[at] ?? start(at), levels.get(at)?.format ?? 'decimal');
      });
      return { text: text.trim(), bullet: false };
    },
  };
}

function readDefinitions(xml: XmlScanner, abstracts: Map<string, Map<number, Level>>, nums: Map<string, Num>): void {
  let levels = new Map<number, Level>();
  let level: Level = { start: 1, format: 'decimal', text: '' };
  let num: Num = { abstract: '', starts: new Map(), used: false };
  let override: number | null = null;
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token === XML_CLOSE && xml.name === 'w:lvlOverride') override = null;
    if (token !== XML_OPEN) continue;
    const value = xml.attribute('w:val') ?? '';
    switch (xml.name) {
      case 'w:abstractNum':
        levels = new Map();
        abstracts.set(xml.attribute('w:abstractNumId') ?? '', levels);
        break;
      case 'w:lvl':
        level = { start: 1, format: 'decimal', text: '' };
        if (override === null) levels.set(Number(xml.attribute('w:ilvl') ?? 0), level);
        break;
      case 'w:start':
        level.start = Number(value) || 0;
        break;
      case 'w:numFmt':
        level.format = value;
        break;
      case 'w:lvlText':
        level.text = value;
        break;
      case 'w:num':
        num = { abstract: '', starts: new Map(), used: false };
        nums.set(xml.attribute('w:numId') ?? '', num);
        break;
      case 'w:abstractNumId':
        num.abstract = value;
        break;
      case 'w:lvlOverride':
        override = Number(xml.attribute('w:ilvl') ?? 0);
        break;
      case 'w:startOverride':
        if (override !== null) num.starts.set(override, Number(value) || 0);
        break;
    }
  }
}

function formatNumber(n: number, format: string): string {
  if (/letter/i.test(format)) {
    const letter = String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);
    return format.startsWith('upper') ? letter.toUpperCase() : letter;
  }
  if (/roman/i.test(format)) {
    let left = n;
    let out = '';
    for (const [value, sign] of [
      [100, 'c'],
      [90, 'xc'],
      [50, 'l'],
      [40, 'xl'],
      [10, 'x'],
      [9, 'ix'],
      [5, 'v'],
      [4, 'iv'],
      [1, 'i'],
    ] as const) {
      for (; left >= value; left -= value) out += sign;
    }
    return format.startsWith('upper') ? out.toUpperCase() : out;
  }
  return String(n);
}
