import { readdirSync, readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { assert, asyncProperty, constantFrom, type Arbitrary, integer, nat, property, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { runReader } from '#core/workers/run-reader.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { ERRORS } from '#shared/kernel/error-table.ts';
import { CONTEXT, stage } from './support.ts';

/** More where a fault is looked for: DAMAGED=20000. */
const RUNS = Number(process.env['DAMAGED'] ?? 80);

const FOLDER = new URL('../../fixtures/returns/producers/', import.meta.url);
const CSV =
  'sep=;\r\nDate;Source;Event;Action\r\n12/03/2024;"File ""x""";Visit, é.\r\n\r\nMarch 2024;;;\r\n14/03/2024;Log;"Call\nback";None;more\r\nas above;;and then\r\n';
const FILES: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ...readdirSync(FOLDER).map((name) => [name, new Uint8Array(readFileSync(new URL(name, FOLDER)))] as const),
  ['return.csv', strToU8(CSV)],
  ['return.xls', strToU8(CSV.replaceAll(';', '\t'))],
  ['wide.csv', Buffer.from(`\ufeff${CSV}`, 'utf16le')],
];
/** Bits of XML and of figures that stand where none should. */
const BITS = [
  '<',
  '>',
  '"',
  '&',
  '&#0;',
  '&#x110000;',
  '<w:tc>',
  '</w:tc>',
  '<w:tr>',
  '</w:tbl>',
  '<w:vMerge/>',
  '<w:gridSpan w:val="999999"/>',
  '<c r="ZZZ9"/>',
  '<row r="99999999">',
  '<v>1e400</v>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '-1',
  '4294967296',
  '\0',
  '<!--',
  ']]>',
  '<![CDATA[',
  '\ufffd',
  '"\n"',
] as const;

type Damage = { how: 'flip' | 'cut' | 'swap' | 'drop' | 'bit' | 'repeat'; at: number; by: number; bit: string };
const damage: Arbitrary<Damage> = tuple(
  constantFrom('flip', 'cut', 'swap', 'drop', 'bit', 'repeat'),
  nat(1_000_000),
  integer({ min: 1, max: 255 }),
  constantFrom(...BITS),
).map(([how, at, by, bit]) => ({ how: how as Damage['how'], at, by, bit }));

function inBytes(bytes: Uint8Array, { how, at, by, bit }: Damage): Uint8Array {
  const place = at % Math.max(1, bytes.length);
  const out = bytes.slice();
  if (how === 'flip') for (let i = place; i < out.length; i += 1 + Math.floor(out.length / 4)) out[i]! ^= by;
  else if (how === 'cut') return out.slice(0, place);
  else if (how === 'bit') return Uint8Array.from([...out.slice(0, place), ...strToU8(bit), ...out.slice(place)]);
  else if (how === 'repeat')
    return Uint8Array.from([...out.slice(0, place), ...out.slice(Math.floor(place / 2), place), ...out.slice(place)]);
  return out;
}

/** In the file itself, or, where it is a zip, in one of its parts. */
function damaged(name: string, bytes: Uint8Array, one: Damage): Uint8Array {
  if (!/\.(?:docx|xlsx)$/.test(name) || (one.at % 3 === 0 && one.how !== 'swap' && one.how !== 'drop'))
    return inBytes(bytes, one);
  const parts: Zippable = unzipSync(bytes);
  const names = Object.keys(parts);
  const [a, b] = [names[one.at % names.length]!, names[(one.at * 7 + one.by) % names.length]!];
  if (one.how === 'drop') delete parts[a];
  else if (one.how === 'swap') [parts[a], parts[b]] = [parts[b]!, parts[a]!];
  else {
    const part = parts[a] as Uint8Array;
    const tags = one.by % 2 === 0 ? [...strFromU8(part, true).matchAll(/<[^>]{0,200}>/g)] : [];
    const tag = tags[one.at % Math.max(1, tags.length)];
    // A tag that is missing leaves its fellow behind.
    parts[a] =
      tag && one.how === 'repeat'
        ? Uint8Array.from([...part.slice(0, tag.index), ...part.slice(tag.index + tag[0].length)])
        : inBytes(part, one);
  }
  return zipSync(parts);
}

const isTyped = (error: unknown): boolean => error instanceof AppError && error.code in ERRORS;

test('a damaged file is read or refused in the words of the table, and soon', () => {
  let slowest = 0;
  assert(
    property(constantFrom(...FILES), damage, damage, ([name, bytes], first, second) => {
      const file = second.at % 2 === 0 ? inBytes(damaged(name, bytes, first), second) : damaged(name, bytes, first);
      const from = performance.now();
      try {
        const staged = stage(file, name, { agency: null });
        for (const event of staged.events) for (const row of event.rows) expect(staged.rows[row]).toBeDefined();
      } catch (error) {
        if (!isTyped(error)) throw error;
      }
      slowest = Math.max(slowest, performance.now() - from);
    }),
    { numRuns: RUNS },
  );
  // Far above what any of them takes: a reading without end is what is looked for.
  expect(slowest).toBeLessThan(5_000);
});

test('so it is in the worker', { timeout: 20_000 }, async () => {
  await assert(
    asyncProperty(constantFrom(...FILES), damage, async ([name, bytes], one) => {
      const answer = await runReader(damaged(name, bytes, one), name, CONTEXT, { seconds: 5 }).catch((error: unknown) => error);
      if (answer instanceof Error && !isTyped(answer)) throw answer;
    }),
    { numRuns: Math.ceil(RUNS / 100) },
  );
});
