import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { codesOfReply, readReply, type ReadReply } from '#core/features/panel/read/read-reply.ts';
import type { RemarkDraft } from '#core/features/panel/read/remark-draft.ts';
import { splitByParts } from '#core/features/panel/read/row-remarks.ts';
import { rowOf, wordReply, type WordReply } from './word-reply.ts';

/**
 * `sent.docx` was made by the program: five entries, changes tracked. `word.docx` is that file edited part by part as Word
 * edits one; LibreOffice 7.4 and pandoc 2.17 (--track-changes=all) opened `word.docx` and saved it again as their own.
 */
const file = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../fixtures/panel/${name}.docx`, import.meta.url))));
const SENT = file('sent');
const CODES = codesOfReply(SENT);
const read = (bytes: Uint8Array): ReadReply => readReply(bytes, SENT, CODES);
const edited = (edit: (reply: WordReply) => void): ReadReply => {
  const reply = wordReply(SENT);
  edit(reply);
  return read(reply.bytes());
};
const brief = (d: RemarkDraft): unknown[] => [d.ref, d.kind, d.text || d.after];
const HELEN = { author: 'H Marsden', text: 'Not by our record.' };

const SAID = [
  [null, 'comment', 'By when is the draft due?'],
  [1, 'comment', 'Agreed.'],
  [1, 'comment', 'Our record says crying.\nSee page 4.'],
  [2, 'comment', 'These two belong together.'],
  [3, 'typed', 'This was the day after, by our book.'],
  [4, 'change', 'The patrol saw the grandmother at the door & left a card <twice>.'],
  [5, 'change', 'Two officers sent'],
];

describe('what a member says in Word', () => {
  test('the copy itself says nothing, and knows its code in mark and print', () => {
    expect(read(SENT)).toEqual({ drafts: [], notes: [] });
    expect(new Set(CODES).size).toBe(1);
  });

  test.each(['word', 'libreoffice', 'pandoc'])('is read whole after %s saved it, each at its entry', (program) => {
    const { drafts } = read(file(program));
    const key = (said: unknown[]): string => JSON.stringify(said);
    expect(drafts.map(brief).map(key).sort()).toEqual(SAID.map(key).sort());
  });

  test('has the same keys whichever program saved it last', () => {
    const keys = (name: string): string[] =>
      read(file(name))
        .drafts.map(({ key }) => key)
        .sort();
    expect(keys('libreoffice')).toEqual(keys('word'));
    expect(keys('pandoc')).toEqual(keys('word'));
  });

  test('carries who Word says wrote it, what it replies to, whether it is resolved, and the words it hangs on', () => {
    const { drafts } = read(file('word'));
    const of = (text: string): RemarkDraft => drafts.find((draft) => draft.text.startsWith(text))!;
    expect(of('Our record')).toMatchObject({
      author: 'H Marsden',
      account: 'h.marsden@example.org',
      quote: 'shouting',
      placedBy: 'mark',
    });
    expect(of('Agreed')).toMatchObject({ author: 'T Okoro', account: null, resolved: true, parentKey: of('Our record').key });
    expect(of('These two')).toMatchObject({ ref: 2, alsoRefs: [3] });
    expect(of('By when')).toMatchObject({ ref: null, placedBy: 'general', place: 'The first page' });
  });

  test('a tracked change says which field it is of, before and after', () => {
    const { drafts } = edited((reply) => {
      reply.change(1, 'No further action', 'A crime was recorded');
      reply.change(1, 'Two officers', 'One officer');
      reply.change(2, '03/06/2025', '04/06/2025');
      reply.change(3, 'Duty log', 'Desk book');
    });
    expect(drafts.map((d) => [d.ref, d.field, d.before, d.after])).toEqual([
      [1, 'description', expect.stringContaining('Two officers went round.'), expect.stringContaining('One officer went round.')],
      [1, 'outcome', 'No further action', 'A crime was recorded'],
      [2, 'date', 'Tue 3 Jun 2025\nas written: 03/06/2025', 'Tue 3 Jun 2025\nas written: 04/06/2025'],
      [3, 'sourceOfInformation', 'Duty log', 'Desk book'],
    ]);
    expect(drafts.every(({ author, untracked }) => author === 'H Marsden' && !untracked)).toBe(true);
  });

  test('a change made without tracking is found by comparing with what was sent', () => {
    const { drafts, notes } = edited((reply) =>
      reply.edit((xml) => xml.replace('Quiet when the patrol', 'Noisy when the patrol')),
    );
    expect(drafts).toMatchObject([
      { ref: 2, kind: 'change', field: 'description', after: 'Noisy when the patrol passed.', untracked: true },
    ]);
    expect(notes).toEqual(['1 change was made without tracking and found by comparing.']);
  });

  test('a row struck out, a row put in and words on the first page are remarks of their own', () => {
    const { drafts } = edited((reply) => {
      reply.strike(4, 'H Marsden');
      reply.edit((xml) => {
        const { to } = rowOf(xml, 3);
        const cell = (text: string): string => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
        return (
          xml.slice(0, to) +
          `<w:tr>${['', '4 June', 'School', 'Absent, no call home.', ''].map(cell).join('')}</w:tr>` +
          xml.slice(to)
        );
      });
      reply.edit((xml) => xml.replace('<w:body>', '<w:body><w:p><w:r><w:t>Returned without the annex.</w:t></w:r></w:p>'));
    });
    expect(drafts.map((d) => [d.kind, d.ref, d.text, d.place])).toEqual([
      ['leaveOut', 4, '', null],
      ['newEntry', null, '4 June\nSchool\nAbsent, no call home.', 'A row below entry 0003'],
      ['typed', null, 'Returned without the annex.', 'The first page'],
    ]);
  });
});

describe('a copy that was changed on its way', () => {
  const marks = /<w:bookmark(Start|End)[^>]*w:id="\d+"[^>]*\/>|<w:sdtPr>.*?<\/w:sdtPr>|<\/?w:sdt(Content)?>/g;

  test('rows in another order and rows left out: what is said stays with its entry', () => {
    const { drafts, notes } = edited((reply) => {
      reply.comment({ ref: 5, words: 'broken window' }, HELEN);
      reply.edit((xml) => {
        const [third, fifth] = [rowOf(xml, 3), rowOf(xml, 5)];
        return xml.slice(0, third.from) + xml.slice(fifth.from, fifth.to) + xml.slice(third.to, fifth.from) + xml.slice(fifth.to);
      });
    });
    expect(drafts.map(brief)).toEqual([[5, 'comment', 'Not by our record.']]);
    expect(notes).toEqual([
      '1 entry of the copy is not in this file: 0003.',
      'Its rows stand in another order than they were sent in.',
    ]);
  });

  test('without marks rows go by their number, without numbers by their words', () => {
    const said = (bytes: ReadReply): unknown[] => bytes.drafts.map((d) => [d.ref, d.kind, d.text]);
    const byNumber = edited((reply) => {
      reply.comment({ ref: 3, words: 'asked who' }, HELEN);
      reply.edit((xml) => xml.replace(marks, ''));
    });
    expect([said(byNumber), byNumber.drafts[0]?.placedBy]).toEqual([[[3, 'comment', 'Not by our record.']], 'reference']);
    const byWords = edited((reply) => {
      reply.comment({ ref: 3, words: 'asked who' }, HELEN);
      reply.edit((xml) => xml.replace(marks, '').replace(/>000[1-5]</g, '><'));
    });
    expect([said(byWords), byWords.drafts[0]?.placedBy]).toEqual([[[3, 'comment', 'Not by our record.']], 'words']);
    expect(byWords.notes).toEqual(['5 rows had neither mark nor reference number and were placed by their words.']);
  });

  test('what fits nowhere is listed as not placed, with the words it hung on; nothing is dropped', () => {
    const { drafts } = edited((reply) => {
      reply.comment({ ref: 3, words: 'asked who' }, HELEN);
      reply.edit((xml) => {
        const { from, to } = rowOf(xml, 3);
        const bare = xml
          .slice(from, to)
          .replace(marks, '')
          .replace('0003', '')
          .replace('Joanna Pellow came to the desk and ', 'Somebody ');
        return xml.slice(0, from) + bare + xml.slice(to);
      });
    });
    expect(drafts.map((d) => [d.kind, d.placedBy, d.quote])).toEqual([
      ['newEntry', 'general', null],
      ['comment', 'none', 'asked who'],
    ]);
  });

  test('a comment whose place was cut out of the text is kept', () => {
    const { drafts } = edited((reply) => {
      reply.comment({ ref: 3, words: 'asked who' }, HELEN);
      reply.edit((xml) => xml.replace(/<w:commentRange(Start|End)[^>]*\/>|<w:commentReference[^>]*\/>/g, ''));
    });
    expect(drafts).toMatchObject([{ kind: 'comment', placedBy: 'none', ref: null, place: 'Its place in the file is lost' }]);
  });

  test('columns moved about are read by their heads; a column that somebody added is read too', () => {
    const { drafts } = edited((reply) => {
      reply.type(2, 'Noted.');
      reply.edit((xml) =>
        xml.replace(/<w:tr>(.*?)<\/w:tr>/g, (_, row: string) => {
          const cells = row.match(/<w:tc>.*?<\/w:tc>/g)!;
          const extra = row.includes('Quiet when')
            ? '<w:tc><w:p><w:r><w:t>From my deputy.</w:t></w:r></w:p></w:tc>'
            : '<w:tc><w:p/></w:tc>';
          return `<w:tr>${[cells[4], cells[0], cells[3], cells[1], cells[2], extra].join('')}</w:tr>`;
        }),
      );
    });
    expect(drafts.map(brief)).toEqual([
      [2, 'typed', 'Noted.'],
      [2, 'typed', 'From my deputy.'],
    ]);
  });

  test('runs split by a spelling check, moves, and paragraphs joined or parted read as they stand', () => {
    const { drafts } = edited((reply) =>
      reply.edit((xml) =>
        xml
          .replace(
            'Quiet when the patrol passed.',
            'Qui</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve">et when the patrol passed.',
          )
          .replace(
            /<w:r><w:t xml:space="preserve">Two officers went round\.<\/w:t><\/w:r>/,
            (run) => `<w:moveFrom w:id="7" w:author="A" w:date="2026-11-24T09:30:00Z">${run}</w:moveFrom>`,
          ),
      ),
    );
    expect(drafts.map(brief)).toEqual([[1, 'change', 'Neighbour rang about shouting at the home of Tamsin Pellow.']]);
  });
});

describe('a hostile or foreign file', () => {
  const withPart = (name: string, change: (xml: string) => string): Uint8Array => {
    const parts = unzipSync(SENT);
    return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()))) });
  };
  const main = 'word/document.xml';
  test.each<[string, Uint8Array, string]>([
    [
      'a document type',
      withPart(main, (xml) => xml.replace('<w:document', '<!DOCTYPE x [<!ENTITY a "b">]><w:document')),
      'hostileFile',
    ],
    ['elements without end', withPart(main, (xml) => xml.slice(0, 4000)), 'unreadableFile'],
    [
      'a depth of thousands',
      withPart(main, (xml) => xml.replace('<w:body>', `<w:body>${'<w:sdt>'.repeat(5000)}`)),
      'hostileFile',
    ],
    ['a cell of a million letters', withPart(main, (xml) => xml.replace('Quiet', 'a'.repeat(1_000_000))), 'hostileFile'],
    [
      'two thousand comments over one another',
      withPart(main, (xml) =>
        xml.replace(
          '<w:body>',
          `<w:body><w:p>${Array.from({ length: 2000 }, (_, i) => `<w:commentRangeStart w:id="${i}"/>`).join('')}</w:p>`,
        ),
      ),
      'hostileFile',
    ],
    ['macros', withPart('word/vbaProject.bin', () => 'x'), 'macroFile'],
    ['another kind of zip', zipSync({ 'a.txt': strToU8('x') }), 'unsupportedFile'],
    ['a PDF', strToU8('%PDF-1.7 and more'), 'unsupportedFile'],
    ['an old Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]), 'unsupportedFile'],
    ['nothing at all', new Uint8Array(0), 'unsupportedFile'],
  ])('with %s is refused with its reason', (_what, bytes, code) => {
    expect(() => read(bytes)).toThrow(expect.objectContaining({ code }));
  });

  test('a comment that replies to itself, ids that clash and marks of another review do no harm', () => {
    const reply = wordReply(SENT);
    const own = reply.comment({ ref: 1, words: 'shouting' }, HELEN);
    reply.comment({ ref: 2, words: 'Quiet' }, { ...HELEN, parent: own });
    const parts = unzipSync(reply.bytes());
    const text = strFromU8(parts['word/commentsExtended.xml']!).replace(
      'w15:paraId="0A000011"',
      'w15:paraId="0A000011" w15:paraIdParent="0A000011"',
    );
    const { drafts } = read(zipSync({ ...parts, 'word/commentsExtended.xml': strToU8(text) }));
    expect(drafts).toHaveLength(2);
    const foreign = edited((other) => {
      other.type(2, 'Noted.');
      other.edit((xml) => xml.replaceAll(`PL_${CODES[0]}_`, 'PL_ZZZZ9999_'));
    });
    expect(foreign.drafts).toMatchObject([{ ref: 2, placedBy: 'reference' }]);
  });
});

test('words put in belong to the part that they follow; labels are not part of it', () => {
  const before = 'She rang.\nResponse: None.\nOutcome: Closed';
  const parts = [
    { field: 'description' as const, from: 0, labelled: false },
    { field: 'response' as const, from: 10, labelled: true },
    { field: 'outcome' as const, from: 26, labelled: true },
  ];
  expect(
    splitByParts(before, 'She rang twice.\nResponse: None. See file.\nOutcome: ', parts).map((part) => [
      part.field,
      part.after.trim(),
    ]),
  ).toEqual([
    ['description', 'She rang twice.'],
    ['response', 'None. See file.'],
    ['outcome', ''],
  ]);
});
