import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InputFor, OutputOf, ProcedureName } from '#shared/contract/index.ts';
import { newId } from '#shared/kernel/ids.ts';
import { wordReply } from '../unit/panel/word-reply.ts';
import { buildProgram, run, workFolder } from './cli.ts';

const { folder, remove } = workFolder();
const at = (name: string): string => join(folder, name);
const FILE = at('q.review');

beforeAll(buildProgram, 60_000);
afterAll(remove);

/** Each call is a process of its own: nothing is known to the next but what the review keeps. */
async function call<N extends ProcedureName>(name: N, input: InputFor<N>, ...more: string[]): Promise<OutputOf<N>> {
  const ran = await run(['call', FILE, name, '-', '--json', ...more], { stdin: JSON.stringify(input), cwd: folder });
  expect([name, ran.err]).toEqual([name, '']);
  return JSON.parse(ran.out) as OutputOf<N>;
}

test('a copy is made, edited as in Word, read back and settled, each by a process of its own', { timeout: 120_000 }, async () => {
  const made = await run(['new', FILE, '--title', 'Child Q', '--profile', 'lcspr', '--json'], { cwd: folder });
  expect(made.err).toBe('');
  writeFileSync(at('a.csv'), 'Date,Event\n01/03/2024,Seen at the desk.\n02/03/2024,Telephone call about the fence.\n');
  const imported = await run(['import', FILE, at('a.csv'), '--agency', 'Police', '--json'], { cwd: folder });
  expect(imported.err).toBe('');
  const copyId = newId();
  await call('round.add', {
    id: newId(),
    asks: 'Look at every entry.',
    returnBy: '2026-12-04',
    senderName: '',
    senderPost: 'Business Manager',
    view: 'anonymised',
    mode: 'trackedChanges',
    filter: {},
    filterWords: '',
    members: [{ id: copyId, name: '', post: 'Named Nurse', agency: '' }],
  });
  expect(await call('panel.makeFile', { copyId }, '--out', at('copy.docx'))).toMatchObject({ entries: 2, undecided: 0 });

  const reply = wordReply(new Uint8Array(readFileSync(at('copy.docx'))));
  reply.comment({ ref: 1, words: 'at the desk' }, { author: 'Nurse', text: 'Which desk?' });
  reply.change(2, 'fence', 'gate');
  writeFileSync(at('back.docx'), reply.bytes());
  const read = await call('panel.readReply', { file: at('back.docx') });
  expect(read).toMatchObject({ copyId, test: false, comments: 1, changes: 1, added: 2, notPlaced: 0, notes: [] });
  const { remarks } = await call('remark.list', { show: 'waiting', limit: 10 });
  expect(remarks.map(({ ref, kind }) => [ref, kind])).toEqual([
    [1, 'comment'],
    [2, 'change'],
  ]);
  const [{ id, rowVersion, eventId }] = remarks as [(typeof remarks)[number]];
  expect(await call('remark.annotate', { remarks: [{ id, rowVersion }] })).toEqual({ settled: 1 });
  // A member without a name is known by the post.
  expect((await call('chronology.get', { id: eventId! })).annotations).toMatchObject([
    { person: 'Named Nurse', post: 'Named Nurse', body: expect.stringContaining('Which desk?') },
  ]);

  await call('panel.testFile', {}, '--out', at('try.docx'));
  expect(new Uint8Array(readFileSync(at('try.docx'))).subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
});
