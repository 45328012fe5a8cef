import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { docLines } from '#shared/doc-blocks/text.ts';
import { type MadePublication, makePublication } from '#core/features/publish/pipeline.ts';
import { checkWordFile } from '#core/features/publish/verify/check-file.ts';
import { facts, model, richModel } from './support/model.ts';
import { REGISTER } from './support/register.ts';
import { VALIDATOR } from './support/validator.ts';

const run = promisify(execFile);

async function make(format: 'docx' | 'html', on = richModel()): Promise<MadePublication> {
  const made = await makePublication(on, { format, fileName: '2026-11-18 Child T actions only.docx' });
  if (made.status !== 'made') throw new Error(JSON.stringify(made.blocked));
  return made;
}

/** Another reader than the product's: entries by their local headers, in order. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, string>();
  let at = 0;
  while (view.getUint32(at, true) === 0x04034b50) {
    const [method, packed, names, extra] = [
      view.getUint16(at + 8, true),
      view.getUint32(at + 18, true),
      view.getUint16(at + 26, true),
      view.getUint16(at + 28, true),
    ];
    const name = Buffer.from(bytes.subarray(at + 30, at + 30 + names)).toString();
    const data = bytes.subarray(at + 30 + names + extra, at + 30 + names + extra + packed);
    parts.set(name, (method === 8 ? inflateRawSync(data) : Buffer.from(data)).toString());
    at += 30 + names + extra + packed;
  }
  return parts;
}

describe('actions only as a Word file', () => {
  test('holds the parts that were asked for, in order, without a clock or an extra byte', async () => {
    const { file } = await make('docx');
    const parts = unzip(file.bytes);
    expect([...parts.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/app.xml',
      'docProps/core.xml',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/footer1.xml',
      'word/numbering.xml',
      'word/settings.xml',
      'word/styles.xml',
    ]);
    const all = [...parts.values()].join('\n');
    expect(all).not.toMatch(/rsid|01900000|Un-named|docx|creator|lastModifiedBy|TargetMode/);
    expect(all).not.toMatch(new RegExp(`${new Date().getFullYear()}-\\d\\d-\\d\\dT(?!00:00:00Z)`));
  });

  test('reads to an independent reader as its blocks say', async () => {
    const { file, blocks } = await make('docx');
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file.bytes) });
    const read = value.split('\n').filter((line) => line !== '');
    expect(read.map((line) => line.replace(':\t', ': '))).toEqual(docLines(blocks));
  });

  test('has real headings, in order, the title first', async () => {
    const { file } = await make('docx');
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file.bytes) });
    const headings = [...value.matchAll(/<h(\d)>(.*?)<\/h\d>/g)].map((m) => `${m[1]} ${m[2]}`);
    expect(headings).toEqual([
      '1 Local child safeguarding practice review: Child T',
      '2 Why only the actions are published',
      '2 Recommendation 1: Seeing the child',
      '3 Action 1.1: Visit records',
      '3 Action 1.2',
      '2 Action 2: Quotes &amp; &lt;tags&gt;',
      '2 Action 3: After publication',
    ]);
    expect(value).toContain('<ul><li>one</li><li>two</li></ul>');
  });

  test('is British English, titled, and numbers its pages', async () => {
    const parts = unzip((await make('docx')).file.bytes);
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"');
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>Local child safeguarding practice review: Child T</dc:title>');
    expect(parts.get('word/footer1.xml')).toMatch(/Child T.*PAGE.*of.*NUMPAGES/s);
  });

  test('passes the check that any Word file must pass', async () => {
    const { file } = await make('docx');
    expect(checkWordFile(file.bytes, 'Child T actions only.docx', REGISTER)).toEqual({ clean: true, findings: [] });
  });
});

test('the same content is the same bytes, here and in another process on another clock', async () => {
  const first = await make('docx');
  const second = await make('docx', { ...richModel(), publicationId: 'another' });
  expect(second.file.sha256).toBe(first.file.sha256);
  expect(second.modelHash).toBe(first.modelHash);
  const script = `import { makePublication } from '#core/features/publish/pipeline.ts';
    import { richModel } from './tests/docx/support/model.ts';
    const made = await makePublication(richModel(), { format: 'docx', fileName: null });
    process.stdout.write(made.status === 'made' ? made.file.sha256 : 'blocked');`;
  const { stdout } = await run(process.execPath, ['--input-type=module-typescript', '-e', script], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8' },
  });
  expect(stdout).toBe(first.file.sha256);
});

test('any change of the content changes its hash; who settled what does not', async () => {
  const base = (await make('docx', model())).modelHash;
  const others = [
    model({ reason: 'Another reason.' }),
    model({ publishedOn: '2026-11-19' }),
    model({ audience: 'Partners' }),
    model({ items: [...facts().items].reverse() }),
    model({ author: null }),
  ];
  const hashes = await Promise.all(others.map(async (on) => (await make('docx', on)).modelHash));
  expect(new Set([base, ...hashes]).size).toBe(others.length + 1);
});

describe('actions only as a web page', () => {
  test('says the same as the Word file, in the same order', async () => {
    const { file, blocks } = await make('html');
    const html = Buffer.from(file.bytes).toString();
    const main = html.slice(html.indexOf('<main>'), html.indexOf('</main>'));
    const lines = [...main.matchAll(/<(h1|h2|h3|p|li)(?: [^>]*)?>(.*?)<\/\1>/gs)].map((m) => unescape(m[2] ?? ''));
    expect(lines).toEqual(docLines(blocks));
    expect(html).not.toMatch(/<script|<link|<img|href=|src=|url\(|@import|https?:/);
    expect(html).toContain('<html lang="en-GB">');
  });
});

function unescape(html: string): string {
  const names: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
  return html.replace(/<[^>]+>/g, '').replace(/&(\w+|#\d+);/g, (_, name: string) => names[name] ?? '?');
}

test.skipIf(VALIDATOR === null)('is valid by the Open XML validator', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'valid-'));
  try {
    const path = join(folder, 'made.docx');
    writeFileSync(path, (await make('docx')).file.bytes);
    const { stdout } = spawnSync(VALIDATOR ?? '', [path], {
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
      encoding: 'utf8',
    });
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: [] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
