import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anonymise } from '#shared/redaction/anonymise.ts';
import { createMatcher } from '#shared/redaction/matcher.ts';
import { SPELLING_CLASSES } from '#shared/redaction/spelling-classes.ts';
import { register } from './register.ts';
import { registerCeltic } from './register-celtic.ts';
import { registerCommonWords } from './register-common-words.ts';
import { registerSecond } from './register-second.ts';
import { registerWorld } from './register-world.ts';

type Expected = { start: number; end: number; ids: string; status: 'sure' | 'ask' | 'any' };
type Case = { spelling: string; text: string; expected: Expected[]; loose: boolean; line: string };

/** `loose`: another class may name it as well. `skip`: beyond what the matcher claims; kept to be seen. */
function read(file: string): Case[] {
  const cases: Case[] = [];
  for (const line of readFileSync(new URL(file, import.meta.url), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [spelling = '', body = '', mode = ''] = line.split(' | ');
    if (mode === 'skip') continue;
    const expected: Expected[] = [];
    let text = '';
    const marked = body.replace(/\{([0-9a-f]{1,5})\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
    let at = 0;
    for (const m of marked.matchAll(/\[([\w,]+)([!?*])([^\]]+)\]/gu)) {
      text += marked.slice(at, m.index);
      const status = m[2] === '!' ? 'sure' : m[2] === '?' ? 'ask' : 'any';
      expected.push({ start: text.length, end: text.length + (m[3] ?? '').length, ids: m[1] ?? '', status });
      text += m[3] ?? '';
      at = m.index + m[0].length;
    }
    cases.push({ spelling, text: text + marked.slice(at), expected, loose: mode === 'loose', line });
  }
  return cases;
}

const tally = new Map<string, { wanted: number; found: number; asked: number; sureDecoys: number }>();

describe.each([
  ['./corpus.txt', register],
  ['./corpus-second.txt', registerSecond],
  ['./corpus-common-words.txt', registerCommonWords],
  ['./corpus-celtic.txt', registerCeltic],
  ['./corpus-world.txt', registerWorld],
] as const)('the labelled passages of %s', (file, entries) => {
  const matcher = createMatcher(entries);
  const cases = read(file);
  it.each(cases.map((c) => [c.line, c] as const))('%s', (_, c) => {
    const row = tally.get(c.spelling) ?? { wanted: 0, found: 0, asked: 0, sureDecoys: 0 };
    tally.set(c.spelling, row);
    const mentions = matcher.find(c.text);
    for (const m of mentions) expect(m.text).toBe(c.text.slice(m.start, m.end));
    const out = anonymise(c.text, mentions, entries);
    const left = matcher
      .find(out.text)
      .filter((m) => m.status === 'sure' && !out.marks.some((k) => k.start < m.end && m.start < k.end));
    expect(left).toEqual([]);
    if (c.spelling === 'decoy') {
      row.wanted++;
      row.asked += mentions.filter((m) => m.status === 'ask').length;
      row.sureDecoys += mentions.filter((m) => m.status === 'sure').length;
      expect(mentions.filter((m) => m.status === 'sure')).toEqual([]);
      return;
    }
    const seen = mentions.map((m) => ({ start: m.start, end: m.end, ids: m.entryIds.join(','), status: m.status }));
    row.wanted += c.expected.length;
    row.found += c.expected.filter((e) =>
      seen.some((s) => s.start < e.end && e.start < s.end && e.ids.split(',').every((id) => s.ids.split(',').includes(id))),
    ).length;
    expect(seen).toEqual(c.expected.map((e, i) => ({ ...e, status: e.status === 'any' ? seen[i]?.status : e.status })));
    if (!c.loose) expect(mentions.map((m) => m.spelling)).toContain(c.spelling);
  });
});

describe('the corpus', () => {
  it('covers every spelling class, finds all of it, and is sure of no decoy', () => {
    const lines = [...tally].map(([name, r]) =>
      name === 'decoy'
        ? `${name.padEnd(22)} ${r.wanted} passages, sure ${r.sureDecoys}, asked ${r.asked}`
        : `${name.padEnd(22)} ${r.found}/${r.wanted}`,
    );
    console.log(`Mentions by spelling class\n${lines.join('\n')}`);
    expect(SPELLING_CLASSES.map((c) => c.name).filter((name) => !tally.has(name))).toEqual([]);
    for (const [name, r] of tally) if (name !== 'decoy') expect([name, r.found]).toEqual([name, r.wanted]);
  });
});
