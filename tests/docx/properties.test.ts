import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { docLines } from '#shared/doc-blocks/text.ts';
import type { RegisterEntry } from '#shared/model/register.ts';
import { createMatcher } from '#shared/redaction/matcher.ts';
import type { PublicationModel } from '#core/features/publish/model.ts';
import { makePublication } from '#core/features/publish/pipeline.ts';
import { redact } from '#core/features/publish/redact.ts';
import { extractText } from '#core/features/publish/verify/extract-text.ts';
import { checkWordFile } from '#core/features/publish/verify/check-file.ts';
import { unwrapped } from '#core/features/publish/verify/decode-part.ts';
import { action, model, settle } from './support/model.ts';
import { REGISTER } from './support/register.ts';
import { wordFile } from './support/word-file.ts';

const NAMES = [
  'Tamsin Oyelaran',
  'Oyelaran',
  'Ms Oyelaran',
  "Sinead O'Dowd",
  'ODowd',
  'OC-250315-0912',
  '9 April 2017',
  'Tammy-Lou',
  'Ostermere Hospitals Trust',
];
const WORDS = [
  'the',
  'child',
  'was',
  'seen',
  'and',
  'May',
  '5 < 6',
  '&',
  '"so"',
  'Grace',
  'naïve',
  '\n',
  '• one',
  '日本',
  '\u00a0',
  'audit.',
];
const someText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
      fc.constantFrom(...NAMES),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 14 },
  )
  .map((w) => w.join(' '));
const someModel = fc
  .record({
    text: someText,
    heading: fc.option(someText.map((t) => t.slice(0, 290))),
    owner: someText.map((t) => t.slice(0, 290)),
    reason: someText,
  })
  .map(({ text, heading, owner, reason }) =>
    model({ reason: `Because. ${reason}`, items: [action(1, { text: `So. ${text}`, heading, owners: [owner] }), action(2)] }),
  );

/** Settles whatever blocks, each time by the first remedy that it offers, until nothing does or nothing can be done. */
function settled(start: PublicationModel): PublicationModel {
  let on = start;
  for (let i = 0; i < 200; i++) {
    const issue = redact(on).blocked.find((b) => b.fixes.some((f) => f.action !== 'edit'));
    if (!issue) return on;
    const first = issue.fixes[0]?.action;
    on = settle(on, issue, first === 'decide' ? 'nobody' : first === 'pseudonym' ? 'pseudonym' : 'leaveOut');
  }
  return on;
}

describe('whatever the texts, once everything is settled', () => {
  test('a file is either not made, or holds no name but those settled to stay, reads as its blocks, and is the same again', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(someModel, async (start) => {
        const on = settled(start);
        const result = await makePublication(on, { format: 'docx', fileName: null });
        if (result.status === 'blocked') {
          expect(result).not.toHaveProperty('file');
          expect(result.blocked.length).toBeGreaterThan(0);
          return;
        }
        made += 1;
        const sure = createMatcher(REGISTER.filter((e) => e.publishAs !== 'realName'));
        const stays = (line: string, word: string): boolean => result.allowed.some((a) => a.context === line && a.word === word);
        for (const line of docLines(result.blocks)) {
          expect(sure.find(line).filter((m) => m.status === 'sure' && !stays(line, m.text))).toEqual([]);
        }
        const checked = checkWordFile(result.file.bytes, 'a.docx', REGISTER, { allowed: result.allowed });
        expect(checked).toEqual({ clean: true, findings: [] });
        const again = await makePublication(on, { format: 'docx', fileName: null });
        expect(again.status === 'made' && again.file.sha256).toBe(result.file.sha256);
      }),
      { numRuns: 25 },
    );
    expect(made).toBeGreaterThan(5);
  });
});

test('a name is found however it is cut into runs', () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 5 });
  fc.assert(
    fc.property(cuts, fc.constantFrom('Tamsin Oyelaran', "Sinéad O'Dowd"), (at, name) => {
      const ends = [...new Set(at)].filter((n) => n < name.length).sort((a, b) => a - b);
      const runs = [0, ...ends].map((from, i) => name.slice(from, ends[i] ?? name.length));
      const body = `<w:p>${runs.map((r) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${r}</w:t></w:r><w:proofErr w:type="gramEnd"/>`).join('')}</w:p>`;
      expect(checkWordFile(wordFile({ body }), 'a.docx', REGISTER as RegisterEntry[]).findings.map((f) => f.kind)).toContain(
        'name',
      );
    }),
    { numRuns: 30 },
  );
});

test('the readers of text never fall over but for broken tags', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      unwrapped(text);
      try {
        extractText(text);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
  );
});
