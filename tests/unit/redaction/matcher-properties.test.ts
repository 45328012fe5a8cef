import { array, assert, constantFrom, integer, nat, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymise } from '#shared/redaction/anonymise.ts';
import { createMatcher } from '#shared/redaction/matcher.ts';
import { register } from './register.ts';

const matcher = createMatcher(register);
const pieces = oneof(
  {
    weight: 4,
    arbitrary: constantFrom(
      ...register.flatMap((e) => [
        e.realName,
        ...e.aliases,
        ...(e.phones ?? []),
        ...(e.emails ?? []),
        ...(e.references ?? []),
        ...(e.addresses ?? []),
      ]),
    ),
  },
  {
    weight: 2,
    arbitrary: constantFrom(
      'Mrs ',
      'R. ',
      ', ',
      '-',
      '_',
      '@',
      '.docx',
      "'s",
      '’',
      '\u00ad',
      '\u200b',
      ' ',
      '\n',
      'May 2020',
      '14.3.2020',
      '27 ',
      'ß',
      'ﬁ',
      '𝐑',
      'и',
      '0',
      '1',
    ),
  },
  { weight: 2, arbitrary: string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: string({ unit: 'binary', maxLength: 6 }) },
);
const passages = array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));
const runs = { numRuns: 600 };

describe('whatever the text', () => {
  it('mentions are in order, never overlap, and are slices of the text', () => {
    assert(
      property(passages, (text) => {
        let end = 0;
        for (const m of matcher.find(text)) {
          expect(m.start).toBeGreaterThanOrEqual(end);
          expect(m.end).toBeGreaterThan(m.start);
          expect(m.text).toBe(text.slice(m.start, m.end));
          expect(m.entryIds.length).toBeGreaterThan(0);
          expect(new Set(m.entryIds).size).toBe(m.entryIds.length);
          if (m.entryIds.length > 1) expect(m.status).toBe('ask');
          end = m.end;
        }
      }),
      runs,
    );
  });

  it('never throws, lone surrogates and all', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 60 }), integer({ min: 0, max: 0xffff }), (text, unit) => {
        const broken = `Rowan${String.fromCharCode(unit)}${text}${String.fromCharCode(unit)}Wójcik`;
        for (const m of matcher.find(broken)) expect(m.text).toBe(broken.slice(m.start, m.end));
      }),
      runs,
    );
  });

  it('marks that do not show hide nobody', () => {
    const names = register.filter((e) => e.kind === 'person' && e.realName.split(' ').length === 2).map((e) => e.realName);
    const marks = constantFrom('\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u200e');
    assert(
      property(constantFrom(...names), marks, array(nat(40), { maxLength: 4 }), (name, mark, places) => {
        let text = name;
        for (const place of places) {
          const at = 1 + (place % (text.length - 1));
          text = text.slice(0, at) + mark + text.slice(at);
        }
        const plain = matcher.find(`We saw ${name} there.`).map((m) => [m.entryIds, m.status]);
        expect(matcher.find(`We saw ${text} there.`).map((m) => [m.entryIds, m.status])).toEqual(plain);
      }),
      runs,
    );
  });

  it('what has been anonymised holds no sure mention any more', () => {
    assert(
      property(passages, (text) => {
        const { text: out, marks } = anonymise(text, matcher.find(text), register);
        for (const m of marks) expect(out.slice(m.start, m.end)).toBe(m.label);
        const outside = matcher
          .find(out)
          .filter((m) => m.status === 'sure' && !marks.some((k) => k.start < m.end && m.start < k.end));
        const first = matcher.find(text);
        // What was cut away may bring other words together; then a second pass finds those, and only those.
        if (first.length === 0) expect(outside).toEqual([]);
        const again = anonymise(out, matcher.find(out), register).text;
        const third = anonymise(again, matcher.find(again), register).text;
        expect(matcher.find(third).filter((m) => m.status === 'sure').length).toBeLessThanOrEqual(outside.length);
      }),
      runs,
    );
  });

  it('every name on the register is found as it stands, and nothing of it stays', () => {
    for (const entry of register) {
      for (const name of [entry.realName, ...entry.aliases]) {
        const text = `The note names ${name} twice.`;
        const found = matcher.find(text);
        expect([name, found.some((m) => m.entryIds.includes(entry.id))]).toEqual([name, true]);
        expect([name, anonymise(text, found, register).text.includes(name)]).toEqual([name, false]);
      }
    }
  });

  it('a pseudonym is nobody, even beside people whose names it holds', () => {
    const entries = [
      { id: '1', kind: 'person' as const, realName: 'Sue Child', aliases: [], pseudonym: 'Adult B' },
      { id: '2', kind: 'person' as const, realName: 'Bea Adult', aliases: [], pseudonym: 'Teacher Grey' },
      { id: '3', kind: 'person' as const, realName: 'Joan Grey', aliases: [], pseudonym: 'Child S' },
    ];
    expect(createMatcher(entries).find("Child S's teacher, Teacher Grey, met Adult B.")).toEqual([]);
    expect(
      createMatcher(entries)
        .find('Sue Child met Joan Grey.')
        .map((m) => m.status),
    ).toEqual(['sure', 'sure']);
  });

  it('an empty register and an empty text find nothing', () => {
    expect(createMatcher([]).find('Rowan Wójcik')).toEqual([]);
    expect(matcher.find('')).toEqual([]);
  });
});
