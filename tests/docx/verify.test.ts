import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { createMatcher } from '#shared/redaction/matcher.ts';
import type { RegisterEntry } from '#shared/model/register.ts';
import { compose, type Composed } from '#core/features/publish/compose/compose.ts';
import { redact } from '#core/features/publish/redact.ts';
import { renderDocx } from '#core/features/publish/render/docx-render.ts';
import { renderHtml } from '#core/features/publish/render/html-render.ts';
import { sealDocx, sealHtml, type Sealed } from '#core/features/publish/seal.ts';
import type { PublicationModel } from '#core/features/publish/model.ts';
import { verify, type VerifyResult } from '#core/features/publish/verify/verify.ts';
import { action, model, richModel, settle } from './support/model.ts';
import { REGISTER } from './support/register.ts';

const matcher = createMatcher(REGISTER);

function composed(on: PublicationModel): Composed {
  const { redacted, matcher: own } = redact(on);
  if (redacted === null) throw new Error('blocked');
  const { composed: done } = compose(redacted, own, on.register);
  if (done === null) throw new Error('blocked when composed');
  return done;
}
async function docx(of: Composed): Promise<Sealed> {
  return sealDocx(await renderDocx(of));
}
const check = (
  sealed: Sealed,
  of: Composed,
  register: readonly RegisterEntry[] = REGISTER,
  fileName: string | null = null,
): VerifyResult => verify({ sealed, composed: of, matcher: createMatcher(register), register, fileName });

describe('each rule taken away is noticed by the check of the finished file', () => {
  test('an entry that the redaction did not know', async () => {
    for (const entry of REGISTER.filter((e) => e.publishAs !== 'realName')) {
      const without = REGISTER.filter((e) => e !== entry);
      const of = composed({ ...model({ items: [action(1, { text: `Ask ${entry.realName} again.` })] }), register: without });
      for (const sealed of [await docx(of), sealHtml(renderHtml(of))]) {
        const { file, findings } = check(sealed, of);
        expect(file).toBeNull();
        expect(findings.map((f) => f.entryId)).toContain(entry.id);
      }
    }
  });

  test('an entry that may no longer be published by its real name', async () => {
    const of = composed(model({ items: [action(1, { text: 'Ostermere Hospitals Trust audits.' })] }));
    const stricter = REGISTER.map((e) => (e.id === 'trust' ? { ...e, publishAs: 'pseudonym' as const } : e));
    expect(check(await docx(of), of).findings).toEqual([]);
    expect(check(await docx(of), of, stricter).findings.map((f) => f.entryId)).toContain('trust');
  });

  test('a word kept in one paragraph does not excuse it in another', async () => {
    const open = model({ items: [action(1, { text: 'Ask Tamsin Oyelaran.' })] });
    const [issue] = redact(open).blocked;
    if (!issue) throw new Error('nothing to settle');
    const of = composed(settle(open, issue, 'keep'));
    const sealed = await docx(of);
    expect(check(sealed, of).findings).toEqual([]);
    const elsewhere = changed(sealed, 'word/document.xml', (xml) => xml.replace('Criminal proceedings', 'Tamsin Oyelaran'));
    expect(check(elsewhere, of).findings.map((f) => f.kind)).toContain('name');
    const twice = changed(sealed, 'word/document.xml', (xml) =>
      xml.replace('Ask Tamsin Oyelaran.', 'Ask Tamsin Oyelaran. Tamsin Oyelaran.'),
    );
    expect(check(twice, of).findings.map((f) => f.kind)).toContain('name');
  });

  test('a file name with a name', async () => {
    const of = composed(model());
    expect(check(await docx(of), of, REGISTER, 'oyelaran.docx').findings).toMatchObject([{ part: '(file name)' }]);
  });
});

function changed(sealed: Sealed, part: string, change: (xml: string) => string): Sealed {
  const parts = unzipSync(sealed.bytes);
  parts[part] = strToU8(change(strFromU8(parts[part] ?? new Uint8Array())));
  return { ...sealed, bytes: zipSync(parts) };
}

/** What somebody, or a fault, might do to the bytes between the rendering and the check. */
const TAMPERED: [what: string, part: string, change: (xml: string) => string][] = [
  ['a word changed', 'word/document.xml', (xml) => xml.replace('Director', 'Directress')],
  [
    'a paragraph added',
    'word/document.xml',
    (xml) => xml.replace('<w:sectPr', '<w:p><w:r><w:t>More.</w:t></w:r></w:p><w:sectPr'),
  ],
  [
    'a paragraph lost',
    'word/document.xml',
    (xml) => xml.replace(/<w:p>(?:(?!<\/w:p>).)*proceedings(?:(?!<\/w:p>).)*<\/w:p>/, ''),
  ],
  [
    'hidden text',
    'word/document.xml',
    (xml) => xml.replace('<w:sectPr', '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p><w:sectPr'),
  ],
  [
    'a tracked change',
    'word/document.xml',
    (xml) => xml.replace('<w:sectPr', '<w:p><w:ins w:id="1" w:author="x"/></w:p><w:sectPr'),
  ],
  ['a field', 'word/document.xml', (xml) => xml.replace('<w:sectPr', '<w:p><w:fldSimple w:instr="AUTHOR"/></w:p><w:sectPr')],
  ['a drawing', 'word/document.xml', (xml) => xml.replace('<w:sectPr', '<w:p><w:r><w:drawing/></w:r></w:p><w:sectPr')],
  [
    'alternate content',
    'word/document.xml',
    (xml) =>
      xml.replace(
        '<w:sectPr',
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"/><w:sectPr',
      ),
  ],
  ['a comment of XML', 'word/document.xml', (xml) => xml.replace('<w:sectPr', '<!-- note --><w:sectPr')],
  [
    'a merged cell',
    'word/document.xml',
    (xml) =>
      xml.replace('<w:sectPr', '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr></w:tc></w:tr></w:tbl><w:sectPr'),
  ],
  ['a heading level left out', 'word/document.xml', (xml) => xml.replace('w:val="Heading2"', 'w:val="Heading3"')],
  ['a second first heading', 'word/document.xml', (xml) => xml.replace('w:val="Heading2"', 'w:val="Heading1"')],
  ['an author', 'docProps/core.xml', (xml) => xml.replace('<dc:language>', '<dc:creator>x</dc:creator><dc:language>')],
  ['another title', 'docProps/core.xml', (xml) => xml.replace('Child T', 'Child S')],
  ['no title', 'docProps/core.xml', (xml) => xml.replace(/<dc:title>.*<\/dc:title>/, '')],
  ['a time of day', 'docProps/core.xml', (xml) => xml.replace('T00:00:00Z', 'T09:30:00Z')],
  ['another footer', 'word/footer1.xml', (xml) => xml.replace('Page ', 'Draft ')],
  ['a field in the footer', 'word/footer1.xml', (xml) => xml.replace('NUMPAGES', 'FILENAME')],
  [
    'a link outward',
    'word/_rels/document.xml.rels',
    (xml) => xml.replace('Target="styles.xml"', 'Target="https://example.org/s.xml" TargetMode="External"'),
  ],
  ['no language', 'word/styles.xml', (xml) => xml.replace(/<w:lang [^>]*>/, '')],
  ['a part nobody asked for', 'word/comments.xml', () => '<w:comments/>'],
  ['broken XML', 'word/document.xml', (xml) => xml.replace('</w:body>', '')],
];

describe('bytes changed after they were made never become a file', () => {
  let of: Composed;
  let sealed: Sealed;
  beforeAll(async () => {
    of = composed(richModel());
    sealed = await docx(of);
  });
  test('unchanged, they do', () => {
    expect(check(sealed, of).findings).toEqual([]);
  });
  test.each(TAMPERED)('%s', (_what, part, change) => {
    const { file, findings } = check(changed(sealed, part, change), of);
    expect(file).toBeNull();
    expect(findings.length).toBeGreaterThan(0);
  });
  test.each([
    ['a byte after the end', (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from('x')])],
    ['half of it', (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2)],
    ['nothing', () => new Uint8Array()],
  ])('%s', (_what, change) => {
    expect(check({ ...sealed, bytes: change(sealed.bytes) }, of).file).toBeNull();
  });
  test.each([
    ['a script', (html: string) => html.replace('</main>', '<script>1</script></main>')],
    ['a link', (html: string) => html.replace('</main>', '<p><a href="https://example.org">x</a></p></main>')],
    ['a handler', (html: string) => html.replace('<main>', '<main onclick="x()">')],
    ['a comment', (html: string) => html.replace('<main>', '<!-- x --><main>')],
    ['a word changed', (html: string) => html.replace('Director', 'Directress')],
    ['another title', (html: string) => html.replace('<title>', '<title>x')],
    ['no language', (html: string) => html.replace(' lang="en-GB"', '')],
  ])('a page with %s', (_what, change) => {
    const page = sealHtml(change(renderHtml(of)));
    expect(check(sealHtml(renderHtml(of)), of).findings).toEqual([]);
    expect(check(page, of).file).toBeNull();
  });
});

test('only what came from the step before is taken', async () => {
  const of = composed(model());
  const forged = { ...of };
  await expect(renderDocx(forged)).rejects.toThrow();
  expect(() => renderHtml(forged)).toThrow();
  expect(() => check(sealHtml(renderHtml(of)), forged)).toThrow();
  const { redacted } = redact(model());
  if (redacted) expect(() => compose({ ...redacted }, matcher, REGISTER)).toThrow();
});
