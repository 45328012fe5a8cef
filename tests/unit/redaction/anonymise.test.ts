import { describe, expect, it } from 'vitest';
import { anonymise } from '#shared/redaction/anonymise.ts';
import { anonymiseFileName } from '#shared/redaction/anonymise-file-name.ts';
import { createMatcher } from '#shared/redaction/matcher.ts';
import { isNhsNumber, secondNet } from '#shared/redaction/second-net.ts';
import { textHash } from '#shared/redaction/text-hash.ts';
import type { RegisterEntry } from '#shared/model/register.ts';
import { register } from './register.ts';

const matcher = createMatcher(register);
const plain = (text: string, changes: Record<string, Partial<RegisterEntry>> = {}): string =>
  anonymise(
    text,
    matcher.find(text),
    register.map((e) => ({ ...e, ...changes[e.id] })),
  ).text;

describe('anonymise', () => {
  it.each([
    ["Rowan's coat was at Mr Eyres' flat.", "Child V's coat was at Adult H's flat."],
    ['Rowan Wójcik and Bethan Pryce came.', 'Child V and Adult F came.'],
    ['Mrs Pryce said May would come.', '[undecided] said [undecided] would come.'],
    ['Ring 07700 900417 or bethan.pryce@example.com.', 'Ring [telephone number of Adult F] or [e-mail address of Adult F].'],
    ['Born 14.3.2020 at 27 Tanpit Row, Kelderby QX4 7DB.', 'Born [date of birth of Child V] at Address 1.'],
    ['Log OC-250315-0912 refers.', 'Log police reference 1 refers.'],
    ['Seen by Dr Chaudhry.', 'Seen by GP1.'],
    ['ROWAN WÓJCIK', 'Child V'],
    ['Nothing here.', 'Nothing here.'],
  ])('%s', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('follows how each entry is to be published', () => {
    expect(plain('Dr Chaudhry rang.', { GP1: { publishAs: 'realName' } })).toBe('Dr Chaudhry rang.');
    expect(plain('Dr Chaudhry rang.', { GP1: { publishAs: 'role', role: 'the GP' } })).toBe('the GP rang.');
    expect(plain('Dr Chaudhry rang.', { GP1: { publishAs: 'omit' } })).toBe('[left out] rang.');
    expect(plain('Dr Chaudhry rang.', { GP1: { pseudonym: '' } })).toBe('[left out] rang.');
    expect(plain('See a Dr Chaudhry today.', { GP1: { publishAs: 'role', role: 'agency GP' } })).toBe('See an agency GP today.');
  });

  it('shows the role where somebody is first named, when asked', () => {
    const text = 'Bethan Pryce rang. Bethan Pryce came.';
    expect(anonymise(text, matcher.find(text), register, [], { roleAtFirst: true }).text).toBe(
      'Adult F, mother rang. Adult F came.',
    );
  });

  it('takes decisions for this very text only', () => {
    const text = 'May rang by May.';
    const [first, second] = matcher.find(text);
    const decided = [
      { start: first?.start ?? 0, end: first?.end ?? 0, textHash: textHash(text), entryId: 'J' },
      { start: second?.start ?? 0, end: second?.end ?? 0, textHash: textHash(text), entryId: null },
    ];
    expect(anonymise(text, matcher.find(text), register, decided).text).toBe('Adult J rang by May.');
    const other = 'May sang by May.';
    expect(anonymise(other, matcher.find(other), register, decided).text).toBe('[undecided] sang by [undecided].');
  });

  it('hides a mention whose entry is gone', () => {
    expect(anonymise('Rowan Wójcik', matcher.find('Rowan Wójcik'), []).text).toBe('[undecided]');
  });

  it('marks what it replaced', () => {
    const { text, marks } = anonymise('So Rowan Wójcik came.', matcher.find('So Rowan Wójcik came.'), register);
    expect(marks).toEqual([{ start: 3, end: 10, entryId: 'V', label: 'Child V' }]);
    expect(text.slice(3, 10)).toBe('Child V');
  });
});

describe('the second net', () => {
  it('proposes what looks like a number, address or day that nobody has put on the register', () => {
    const text =
      'Ring 07700 900777, mail jo@example.org, NHS 943 476 5919, dob 3/4/2011, at 9 Quarry Lane, QX8 4ZZ. Ref OC-99-12345. Tel +44 1632 960999.';
    expect(secondNet(text).map((c) => [c.kind, c.text])).toEqual([
      ['phone', '07700 900777'],
      ['email', 'jo@example.org'],
      ['nhsNumber', '943 476 5919'],
      ['dateOfBirth', '3/4/2011'],
      ['address', '9 Quarry Lane'],
      ['postcode', 'QX8 4ZZ'],
      ['reference', 'OC-99-12345'],
      ['phone', '+44 1632 960999'],
    ]);
  });
  it('proposes people who are not on the register', () => {
    const found = secondNet(
      'Seen by Mrs Hargreaves and Kevin Barlow-Hill; told Dr P. Osei. May Day and Grace Road; In May Kelly Street.',
    );
    expect(found.map((c) => c.text)).toEqual(['Mrs Hargreaves', 'Kevin Barlow-Hill', 'Dr P. Osei']);
  });
  it('leaves alone what is known and what only looks it', () => {
    expect(secondNet('Ring 07700 900417.', [{ start: 5, end: 17 }])).toEqual([]);
    expect(secondNet('Seen 3/4/2011; 12 Rows; 100 200 3000; paid 0123.')).toEqual([]);
  });
  it('knows the check digit of an NHS number', () => {
    expect([isNhsNumber('943 476 5919'), isNhsNumber('943 476 5918'), isNhsNumber('1111111111')]).toEqual([true, false, false]);
  });
});

describe('names of files and hashes of texts', () => {
  it.each([
    ['Wojcik_R.docx', 'Word document'],
    ['x.CSV', 'CSV file'],
    ['scan.pdf', 'PDF document'],
    ['noext', 'File'],
    ['a.constructor', 'File'],
    ['a.b.xlsx', 'Excel workbook'],
  ])('%s is shown as %s', (name, word) => {
    expect(anonymiseFileName(name)).toBe(word);
  });
  it('changes with the text and not with the time', () => {
    expect(textHash('')).toMatch(/^[0-9a-f]{28}$/);
    expect(textHash('Rowan')).toBe(textHash('Rowan'));
    const seen = new Set(Array.from({ length: 5000 }, (_, n) => textHash(`text ${n}`)));
    expect(seen.size).toBe(5000);
  });
});

describe('a double name with an apostrophe in one half, and names that are written in many ways', () => {
  const own = createMatcher([
    { id: 'P', kind: 'person', realName: "Keira O'Dwyer-Tansley", aliases: [], pseudonym: 'Adult P' },
    { id: 'Q', kind: 'person', realName: 'Muhammad al-Sabri', aliases: [], pseudonym: 'Adult Q' },
  ]);
  it.each([
    ["Ms O'Dwyer rang.", "Ms O'Dwyer", 'P', 'sure'],
    ['Ms O’Dwyer’s coat', 'Ms O’Dwyer', 'P', 'sure'],
    ['Keira O Dwyer', 'Keira O Dwyer', 'P', 'sure'],
    ['Ms Tansley rang.', 'Ms Tansley', 'P', 'sure'],
    ['@keiraodwyer', 'keiraodwyer', 'P', 'sure'],
    ['Mohamed Al-Sabri', 'Mohamed Al-Sabri', 'Q', 'sure'],
    ['Muhammed al Sabri', 'Muhammed al Sabri', 'Q', 'sure'],
  ])('%s', (text, found, id, status) => {
    expect(own.find(text).map((m) => [m.text, m.entryIds.join(), m.status])).toEqual([[found, id, status]]);
  });
});
