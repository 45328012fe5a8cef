import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import type { Block } from '#shared/doc-blocks/blocks.ts';
import { compose } from '#core/features/publish/compose/compose.ts';
import { redact } from '#core/features/publish/redact.ts';
import { type DocxParts, renderDocx } from '#core/features/publish/render/docx-render.ts';
import { tableXml } from '#core/papers/table-xml.ts';
import { textWidth } from '#core/papers/word-styles.ts';
import { sealDocx } from '#core/features/publish/seal.ts';
import { accessibilityReader } from '#core/features/publish/verify/accessibility.ts';
import { scanXml } from '#core/features/publish/verify/scan-xml.ts';
import { checkWordFile } from '#core/features/publish/verify/check-file.ts';
import { model } from './support/model.ts';
import { REGISTER } from './support/register.ts';
import { validated } from './support/validator.ts';

const TABLE: Extract<Block, { t: 'table' }> = {
  t: 'table',
  caption: 'Actions & owners',
  header: ['Action', 'Owner', 'By'],
  rows: [
    [[{ text: 'One < two' }], [{ text: 'Head of ' }, { text: 'Service', bold: true }], [{ text: '31 March 2027', italic: true }]],
    [[{ text: "O'Brien's" }], [{ text: 'Named GP' }], [{ text: 'Green' }]],
  ],
};

/** A finished file with the table at its end, as a kind with tables will have it. */
async function withTable(): Promise<{ document: string; bytes: Uint8Array }> {
  const { redacted, matcher } = redact(model());
  const composed = redacted && compose(redacted, matcher, REGISTER).composed;
  if (!composed) throw new Error('blocked');
  const parts = await renderDocx(composed);
  const document = parts.document.replace('<w:sectPr', `${tableXml(TABLE, textWidth('portrait'))}<w:p/><w:sectPr`);
  return { document, bytes: sealDocx({ ...parts, document } as DocxParts).bytes };
}

test('a table has a header row that repeats, whole rows, whole cells and a caption', async () => {
  const { document } = await withTable();
  const reader = accessibilityReader();
  scanXml(document, reader.handler);
  const kept = reader.rules('', '').filter((rule) => ['headerRows', 'wholeRows', 'cells'].includes(rule.rule));
  expect(kept.map((rule) => rule.ok)).toEqual([true, true, true]);
});

test('an independent reader sees its cells, and the check nothing amiss', async () => {
  const { bytes } = await withTable();
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  expect(value).toContain('<table><thead><tr><th><p><strong>Action</strong></p></th>');
  expect(value).toContain('<td><p>Head of <strong>Service</strong></p></td><td><p><em>31 March 2027</em></p></td>');
  expect(checkWordFile(bytes, 'a.docx', REGISTER)).toEqual({ clean: true, findings: [] });
});

test.each([
  ['no header row', (xml: string) => xml.replace('<w:tblHeader/>', ''), 'headerRows'],
  ['no caption', (xml: string) => xml.replace(/<w:tblCaption [^>]*>/, ''), 'headerRows'],
  ['a row that may split', (xml: string) => xml.replace('<w:cantSplit/>', ''), 'wholeRows'],
  ['a merged cell', (xml: string) => xml.replace('<w:tcPr>', '<w:tcPr><w:vMerge/>'), 'cells'],
  ['an empty cell', (xml: string) => xml.replace('>Green<', '> <'), 'cells'],
])('%s is noticed', async (_what, change, rule) => {
  const reader = accessibilityReader();
  scanXml(change((await withTable()).document), reader.handler);
  expect(reader.rules('', '').find((r) => r.rule === rule)?.ok).toBe(false);
});

test('a table is valid by the Open XML validator', async () => {
  expect(validated((await withTable()).bytes, 'docx')).toEqual([]);
});
