import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ERRORS, type ErrorCode } from '#shared/kernel/error-table.ts';
import { buildProgram, failureOf, linesOf, PASSPHRASE, run, workFolder, type Ran } from './cli.ts';
import { ActionLine, EventLine, ImportResult, RegisterEntry } from './cli-shapes.ts';

const { folder, remove } = workFolder();
const at = (name: string): string => join(folder, name);
const FILE = at('child-q.review');
/** A run within the folder; a failure is one document whose exit is its code's, a success leaves stderr empty. */
async function plumbline(...args: string[]): Promise<Ran> {
  const ran = await run([...args, '--json'], { cwd: folder });
  if (ran.err === '') return ran;
  const error = failureOf(ran);
  expect(ran.exit).toBe(ERRORS[error.code as ErrorCode].exit);
  expect(ran.err).not.toMatch(/\n\s+at |node:|\.ts:|four ordinary words/);
  expect(ran.err).not.toContain(folder);
  return ran;
}
const write = (name: string, text: string): string => {
  writeFileSync(at(name), text);
  return at(name);
};
const call = async (method: string, input: unknown = {}): Promise<unknown> => {
  const ran = await plumbline('call', FILE, method, write('input.json', JSON.stringify(input)));
  expect([method, ran.err]).toEqual([method, '']);
  return JSON.parse(ran.out);
};
const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
const events = async (...args: string[]): Promise<z.infer<typeof EventLine>[]> => {
  const ran = await plumbline('events', FILE, ...args);
  expect([ran.exit, ran.err]).toEqual([0, '']);
  return linesOf(ran.out).map((line) => EventLine.parse(line));
};

const POLICE = `Date,Time,Source,Event,Response,Shoe size
02/03/2024,,Occurrence log,Call to the home of Tamsin Pellow about noise.,Words of advice.,
02/03/2024,21:40,Occurrence log,Second call; Joanna Pellow seen at the door.,,
from 1 to 20 April 2024,,Neighbourhood team,Patrols passed daily.,,12
undated,,Occurrence log,A neighbour rang about shouting.,,
31/02/2025,,Occurrence log,Seen in the street.,,
`;
const HEALTH = `When,What happened
01/03/2024,Clinic visit. Tam weighed.
02/03/2024,Telephone call with the mother.
`;
const REGISTER = [
  { id: 'child', kind: 'person', realName: 'Tamsin Pellow', aliases: ['Tam'], pseudonym: 'Child Q', dateOfBirth: '2019-04-03' },
  { id: 'mother', kind: 'person', realName: 'Joanna Pellow', aliases: [], pseudonym: 'Adult B', role: 'mother' },
];

// Each step is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });
beforeAll(async () => {
  await buildProgram();
  const ran = await plumbline(
    ...['new', FILE, '--title', 'Child Q', '--profile', 'lcspr', '--scope', '2024-01-01..2025-06-30'],
    ...['--author', 'Ann Author, Independent Reviewer'],
  );
  expect([ran.exit, ran.err]).toEqual([0, '']);
  z.strictObject({ reviewId: z.string(), profile: z.literal('lcspr') }).parse(JSON.parse(ran.out));
}, 60_000);
afterAll(remove);

describe('the passphrase', () => {
  test('comes from a file or the environment; without one the program says so and does not wait', async () => {
    const none = await run(['verify', FILE, '--json'], { env: { PLUMBLINE_PASSPHRASE: undefined } });
    expect(failureOf(none).code).toBe('passphraseNeeded');
    write('pass.txt', `${PASSPHRASE}\n`);
    const fromFile = await run(['verify', FILE, '--json', '--passphrase-file', at('pass.txt')], {
      env: { PLUMBLINE_PASSPHRASE: 'a wrong one that is not used' },
    });
    expect([fromFile.exit, fromFile.err]).toEqual([0, '']);
    const missing = await plumbline('verify', FILE, '--passphrase-file', at('none.txt'));
    expect(failureOf(missing).code).toBe('fileMissing');
    const wrong = await run(['verify', FILE, '--json'], { env: { PLUMBLINE_PASSPHRASE: 'quite another passphrase' } });
    expect([wrong.exit, failureOf(wrong).code, failureOf(wrong).details['file']]).toEqual([
      1,
      'wrongPassphrase',
      'child-q.review',
    ]);
    expect(wrong.err).not.toContain('quite another');
    const weak = await run(['new', at('weak.review'), '--title', 'T', '--profile', 'lcspr', '--json'], {
      env: { PLUMBLINE_PASSPHRASE: '   ' },
    });
    expect([failureOf(weak).code, existsSync(at('weak.review'))]).toEqual(['weakPassphrase', false]);
  });

  test('a review that is there is never written over', async () => {
    const before = digest(FILE);
    const ran = await plumbline('new', FILE, '--title', 'T', '--profile', 'lcspr');
    expect([failureOf(ran).code, digest(FILE)]).toEqual(['fileExists', before]);
    expect(failureOf(await plumbline('sample', FILE)).code).toBe('fileExists');
  });
});

describe('import, then the chronology', () => {
  test('a preview shows what would be added and leaves the file byte for byte as it was', async () => {
    write('police.csv', POLICE);
    const before = digest(FILE);
    const ran = await plumbline('import', FILE, at('police.csv'), '--agency', 'Ostershire Constabulary', '--preview');
    const result = ImportResult.parse(JSON.parse(ran.out));
    expect(result).toMatchObject({ returnId: null, added: 5, rowsRead: 5, mapping: { Event: 'description', Date: 'date' } });
    expect(digest(FILE)).toBe(before);
    expect(await events()).toEqual([]);
  });

  test('several returns at once: one line each, in order; a bad one is kept out, the others go in, the worst exit is answered', async () => {
    write('health.csv', HEALTH);
    write('broken.docx', 'this is no package');
    const ran = await plumbline(
      'import',
      FILE,
      at('police.csv'),
      at('broken.docx'),
      at('gone.csv'),
      '--agency',
      'Ostershire Constabulary',
    );
    expect(ran.exit).toBe(3);
    const [police, broken, gone] = linesOf(ran.out).map((line) => ImportResult.parse(line));
    expect(police).toMatchObject({ added: 5, agencies: ['Ostershire Constabulary'] });
    expect(police!.returnId).not.toBeNull();
    expect(police!.problems.map((p) => [p.severity, p.table, p.row, p.column])).toEqual([
      ['warning', 1, 5, 'Date'],
      ['warning', 1, 6, 'Date'],
    ]);
    expect(broken).toMatchObject({ returnId: null, file: 'broken.docx', added: 0 });
    expect(gone!.problems[0]!.code).toBe('fileMissing');
    expect(failureOf(ran).code).toBe('unreadableFile');
    const mapped = await plumbline(
      ...['import', FILE, at('health.csv'), '--agency', 'Oster Community Health'],
      ...['--mapping', write('map.json', '{"When":"date","What happened":"description"}')],
    );
    expect(ImportResult.parse(JSON.parse(mapped.out))).toMatchObject({ added: 2 });
  });

  test('a corrected return: looked at without a change, applied whatever it is called, refused where there is none', async () => {
    const own = at('versions.review');
    await plumbline('new', own, '--title', 'V', '--profile', 'lcspr');
    const rows = ['05/05/2024,Seen at home.', '06/05/2024,Rang the school.', '07/05/2024,Letter sent.'];
    write('one.csv', `Date,Event\n${rows.join('\n')}\n`);
    write('quite other.csv', `When,What happened\n08/05/2024,Met at clinic.\n${rows[0]}\n06/05/2024,Rang the school twice.\n`);
    const first = ImportResult.parse(JSON.parse((await plumbline('import', own, at('one.csv'), '--agency', 'Police')).out));
    const args = ['import', own, at('quite other.csv'), '--agency', 'Police', '--replaces', first.returnId!];
    const before = digest(own);
    const looked = await plumbline(...args, '--preview');
    expect(ImportResult.parse(JSON.parse(looked.out))).toMatchObject({
      returnId: null,
      added: 1,
      changed: 1,
      removed: 1,
      unchanged: 1,
    });
    expect(digest(own)).toBe(before);
    const applied = await plumbline(...args);
    expect([applied.exit, applied.err]).toEqual([0, '']);
    expect(ImportResult.parse(JSON.parse(applied.out))).toMatchObject({
      returnId: first.returnId,
      added: 1,
      changed: 1,
      removed: 1,
      unchanged: 1,
    });
    const lines = linesOf((await plumbline('events', own)).out).map((line) => EventLine.parse(line));
    expect(lines.map((line) => [line.ref, line.description, line.provenance[0]!.returnVersion])).toEqual([
      [1, 'Seen at home.', 2],
      [2, 'Rang the school twice.', 2],
      [4, 'Met at clinic.', 2],
    ]);
    // The same name again is compared by itself, also in a preview.
    write('quite other.csv', `When,What happened\n${rows[0]}\n`);
    const again = await plumbline('import', own, at('quite other.csv'), '--agency', 'police', '--preview');
    expect(ImportResult.parse(JSON.parse(again.out))).toMatchObject({ returnId: null, added: 0, removed: 2, unchanged: 1 });
    const back = await plumbline('import', own, at('one.csv'), '--agency', 'Police');
    expect([back.exit, failureOf(back).code]).toEqual([1, 'secondVersion']);
    const nowhere = await plumbline('import', own, at('one.csv'), '--replaces', '01900000-0000-7000-8000-000000000000');
    expect([nowhere.exit, failureOf(nowhere).code]).toEqual([1, 'notFound']);
    const noId = await plumbline('import', own, at('one.csv'), '--replaces', 'abc');
    expect([noId.exit, failureOf(noId).code]).toEqual([2, 'wrongUsage']);
  });

  test('the same bytes change nothing and say so; a mapping that does not fit is wrong usage', async () => {
    const before = await plumbline('events', FILE);
    const again = await plumbline('import', FILE, at('police.csv'), '--agency', 'Ostershire Constabulary');
    expect([again.exit, again.err]).toEqual([0, '']);
    const result = ImportResult.parse(JSON.parse(again.out));
    expect(result).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: 5 });
    expect([result.returnId === null, result.problems.at(-1)?.code]).toEqual([false, 'sameAsBefore']);
    const elsewhere = await plumbline('import', FILE, at('police.csv'), '--agency', 'Surgery P');
    const kept = ImportResult.parse(JSON.parse(elsewhere.out));
    expect([kept.agencies, kept.problems.at(-1)?.code]).toEqual([['Ostershire Constabulary'], 'sameAsBefore']);
    expect(kept.problems.at(-1)?.message).toContain('version 1 of a return of Ostershire Constabulary');
    expect((await plumbline('events', FILE)).out).toBe(before.out);
    write('other.csv', 'Date,Event\n05/05/2024,Seen.\n');
    for (const [mapping, code] of [
      ['{"Day":"date"}', 'badMapping'],
      ['{"Date":"datum"}', 'badInput'],
      ['[', 'badInput'],
    ] as const) {
      const ran = await plumbline('import', FILE, at('other.csv'), '--agency', 'Housing', '--mapping', write('m.json', mapping));
      expect([mapping, ran.exit, failureOf(ran).code]).toEqual([mapping, 2, code]);
    }
    expect(await events('--from', '2024-05-05', '--to', '2024-05-05')).toEqual([]);
  });

  test('a row that cannot be taken whole keeps its return out, until the problems are accepted', async () => {
    const long = write('gap.csv', `Date,Event\n07/07/2024,${'x'.repeat(40_000)}\n`);
    const out = await plumbline('import', FILE, long, '--agency', 'Housing');
    if (out.exit === 0) return;
    expect(failureOf(out).code).toBe('rowsNotTaken');
    const accepted = await plumbline('import', FILE, long, '--agency', 'Housing', '--accept-problems');
    expect([accepted.exit, ImportResult.parse(JSON.parse(accepted.out)).added]).toEqual([0, 1]);
  });

  test('events: in true order, verbatim, with their source; undated after the dated row above', async () => {
    const list = (await events()).filter((line) => line.agency !== 'Housing');
    expect(list.map((line) => [line.date.earliest, line.date.time, line.agency.slice(0, 5)])).toEqual([
      ['2024-03-01', null, 'Oster'],
      ['2024-03-02', null, 'Oster'],
      ['2024-03-02', null, 'Oster'],
      ['2024-03-02', '21:40', 'Oster'],
      ['2024-04-01', null, 'Oster'],
      [null, null, 'Oster'],
      [null, null, 'Oster'],
    ]);
    const patrol = list.find((line) => line.description.startsWith('Patrols'))!;
    expect(patrol).toMatchObject({
      sourceOfInformation: 'Neighbourhood team',
      other: { 'Shoe size': '12' },
      date: { asWritten: 'from 1 to 20 April 2024', latest: '2024-04-20', precision: 'range' },
    });
    expect(patrol.provenance).toEqual([expect.objectContaining({ file: 'police.csv', table: 1, row: 4, returnVersion: 1 })]);
    expect(new Set(list.map((line) => line.ref)).size).toBe(list.length);
  });

  test.each([
    [['--agency', 'ostershire constabulary'], 5],
    [['--from', '2024-04-20', '--to', '2024-04-30'], 1],
    [['--from', '2024-03-02', '--to', '2024-03-02'], 3],
    [['--to', '2024-03-01'], 1],
    [['--search', 'call'], 3],
    [['--search', '"Second call"'], 1],
    [['--search', 'nothing of the kind'], 0],
  ])('events %j', async (args, n) => {
    expect((await events(...args)).filter((line) => line.agency !== 'Housing')).toHaveLength(n);
  });

  test('a name that is not there is said to be missing, with those that are', async () => {
    for (const option of ['--agency', '--theme', '--person']) {
      const ran = await plumbline('events', FILE, option, 'Nobody');
      expect([ran.exit, failureOf(ran).code, ran.out]).toEqual([1, 'notFound', '']);
    }
    expect(failureOf(await plumbline('events', FILE, '--agency', 'Nobody')).message).toContain('Oster Community Health');
  });
});

describe('the register', () => {
  test('keeps the ids of the file it came from, in the list, in a check and as a filter', async () => {
    write('r.json', JSON.stringify(REGISTER));
    const ran = await plumbline('people', FILE, 'import', at('r.json'));
    expect([ran.exit, ran.err]).toEqual([0, '']);
    const listed = z.array(RegisterEntry).parse(JSON.parse((await plumbline('people', FILE, 'list')).out));
    expect(listed).toEqual(REGISTER);
    // Again, with a change: replaced and not doubled.
    write('r.json', JSON.stringify([{ ...REGISTER[0], pseudonym: 'Child Q1' }, REGISTER[1]]));
    await plumbline('people', FILE, 'import', at('r.json'));
    write('r.json', JSON.stringify(REGISTER));
    await plumbline('people', FILE, 'import', at('r.json'));
    expect(JSON.parse((await plumbline('people', FILE, 'list')).out)).toEqual(REGISTER);
    expect((await events('--person', 'Child Q')).length).toBeGreaterThan(0);
    expect((await events('--person', 'child')).length).toBe((await events('--person', 'Child Q')).length);
  });

  test('two people of one name with ids of their own stay two; one pseudonym for two is refused', async () => {
    write(
      'two.json',
      JSON.stringify([{ id: 'father', kind: 'person', realName: 'Joanna Pellow', aliases: [], pseudonym: 'Adult K' }]),
    );
    expect((await plumbline('people', FILE, 'import', at('two.json'))).exit).toBe(0);
    expect(JSON.parse((await plumbline('people', FILE, 'list')).out)).toHaveLength(3);
    await call('history.undo');
    write('two.json', JSON.stringify([{ id: 'x', kind: 'person', realName: 'Someone Else', aliases: [], pseudonym: 'Child Q' }]));
    const ran = await plumbline('people', FILE, 'import', at('two.json'));
    expect([failureOf(ran).code, ran.err.includes('Someone')]).toEqual(['alreadyExists', false]);
    expect(JSON.parse((await plumbline('people', FILE, 'list')).out)).toEqual(REGISTER);
  });

  test('an anonymised session prints no name, and says where nobody has decided', async () => {
    const ran = await plumbline('events', FILE, '--anonymised');
    expect([ran.exit, ran.err]).toEqual([0, '']);
    expect(ran.out).not.toMatch(/Tamsin|Pellow|Joanna|police\.csv/i);
    expect(ran.out).toContain('Child Q');
    for (const line of linesOf(ran.out)) EventLine.parse(line);
    const found = await plumbline('events', FILE, '--anonymised', '--search', 'Pellow');
    expect(found.out).toBe('');
    const refused = await plumbline('call', FILE, 'review.export', '--anonymised');
    expect(failureOf(refused).code).toBe('identifiedOnly');
    const list = await plumbline('people', FILE, 'list', '--anonymised');
    expect(list.out).not.toMatch(/Tamsin|Pellow|Tam\b|2019|"child"/);
  });
});

describe('actions, publication, check', () => {
  const OUT = at('actions.docx');
  const publish = (...args: string[]): Promise<Ran> => plumbline('publish', FILE, '--kind', 'actionsOnly', ...args);

  test('actions are read from a text file and listed', async () => {
    write(
      'actions.txt',
      '1. The Trust will write a protocol for missed visits. Owner: Head of Safeguarding. By: 1 March 2027.\n2. Schools will be told what was learnt about Tamsin Pellow.\n',
    );
    const ran = await plumbline('actions', FILE, 'import', at('actions.txt'));
    expect([ran.exit, ran.err]).toEqual([0, '']);
    const lines = linesOf(ran.out).map((line) => ActionLine.parse(line));
    expect(lines.map((line) => line.number)).toEqual(['1', '2']);
    expect(lines[0]).toMatchObject({ kind: 'action', owners: ['Head of Safeguarding'], timescale: { due: '2027-03-01' } });
    expect((await plumbline('actions', FILE)).out).toBe((await plumbline('actions', FILE, 'list')).out);
    const none = await plumbline('actions', FILE, 'import', write('none.txt', '\n'));
    expect([none.exit, failureOf(none).code]).toEqual([3, 'unreadableFile']);
  });

  test('what must not appear blocks: exit 3, each block with its place, no file', async () => {
    const ran = await publish('--out', OUT, '--approved-by', 'Jane Approver, Director', '--reason', 'A trial is pending.');
    expect([ran.exit, ran.out]).toEqual([3, '']);
    const error = failureOf(ran);
    expect(error.code).toBe('publishBlocked');
    const blocked = z
      .array(z.strictObject({ code: z.string(), message: z.string(), where: z.looseObject({ label: z.string() }) }))
      .parse(error.details['blocked']);
    expect(blocked[0]).toMatchObject({ where: { label: 'Action 2' } });
    expect(ran.err).not.toMatch(/Tamsin|Pellow/);
    expect(readdirSync(folder).filter((name) => name.startsWith('actions.docx'))).toEqual([]);
  });

  test('approved by somebody else: written with its check sheet, the same bytes again, and clean when checked', async () => {
    const [, second] = (await call('action.rows')) as { id: string; rowVersion: number }[];
    await call('action.update', {
      id: second!.id,
      rowVersion: second!.rowVersion,
      text: 'Schools will be told what was learnt.',
    });
    const unapproved = await publish('--out', OUT);
    expect([unapproved.exit, failureOf(unapproved).code]).toEqual([3, 'notApproved']);
    const byAuthor = await publish('--out', OUT, '--approved-by', 'ANN  Author, Chair');
    expect([byAuthor.exit, failureOf(byAuthor).code]).toEqual([3, 'approverIsAuthor']);
    expect(existsSync(OUT)).toBe(false);
    const nowhere = await publish('--out', at('no/such/folder/a.docx'), '--approved-by', 'Jane Approver, Director');
    expect([nowhere.exit, failureOf(nowhere).code]).toEqual([1, 'writeFailed']);
    expect(await call('publish.list')).toEqual([]);

    const ran = await publish(
      '--out',
      OUT,
      '--approved-by',
      'Jane Approver, Director',
      '--on',
      '2026-11-18',
      '--audience',
      'Partnership',
    );
    expect([ran.exit, ran.err]).toEqual([0, '']);
    const made = z
      .strictObject({ kind: z.literal('actionsOnly'), sha256: z.string(), checkSheet: z.string() })
      .parse(JSON.parse(ran.out));
    expect(made.checkSheet).toBe(`${OUT}.check.json`);
    expect(digest(OUT)).toBe(made.sha256);
    const sheet = JSON.parse(readFileSync(made.checkSheet, 'utf8')) as { sha256: string; approvals: unknown[] };
    expect(sheet).toMatchObject({ sha256: made.sha256, approvals: [{ name: 'Jane Approver', post: 'Director', asTold: true }] });
    const again = await publish('--out', at('again.docx'), '--on', '2026-11-18');
    expect([again.exit, digest(at('again.docx'))]).toEqual([0, made.sha256]);
    const page = await publish('--out', at('page.html'), '--on', '2026-11-18');
    expect([page.exit, readFileSync(at('page.html'), 'utf8').slice(0, 15).toLowerCase()]).toEqual([0, '<!doctype html>']);
    const checked = await plumbline('check', OUT, '--review', FILE);
    expect([checked.exit, checked.err, JSON.parse(checked.out)]).toEqual([0, '', { clean: true, findings: [] }]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('any Word file is checked: what is found is on stdout, exit 3, stderr empty, by the ids of the register', async () => {
    const { wordFile } = await import('./word-with-text.ts');
    writeFileSync(at('letter.docx'), wordFile('A letter about Tamsin Pellow.'));
    const ran = await plumbline('check', at('letter.docx'), '--review', FILE);
    expect([ran.exit, ran.err]).toEqual([3, '']);
    const found = z
      .strictObject({
        clean: z.literal(false),
        findings: z
          .array(z.strictObject({ part: z.string(), kind: z.string(), entryId: z.string().optional(), message: z.string() }))
          .min(1),
      })
      .parse(JSON.parse(ran.out));
    expect(found.findings).toContainEqual(expect.objectContaining({ part: 'word/document.xml', kind: 'name', entryId: 'child' }));
    expect(ran.out).not.toMatch(/Tamsin|Pellow/);
    const other = await plumbline('check', at('actions.txt'), '--review', FILE);
    expect([other.exit, failureOf(other).code]).toEqual([3, 'unsupportedFile']);
  });
});

describe('any method', () => {
  test('methods: every one with its schemas, which are JSON Schema', async () => {
    const ran = await plumbline('methods');
    const list = z
      .array(
        z.strictObject({
          name: z.string(),
          kind: z.enum(['query', 'command', 'job']),
          role: z.string(),
          about: z.string().min(8),
          input: z.looseObject({ $schema: z.literal('https://json-schema.org/draft/2020-12/schema') }),
          output: z.looseObject({ $schema: z.string() }),
        }),
      )
      .parse(JSON.parse(ran.out));
    const { contract } = await import('#shared/contract/index.ts');
    expect(list.map((m) => m.name)).toEqual(Object.keys(contract));
    for (const { input } of list) expect(() => z.fromJSONSchema(input as Parameters<typeof z.fromJSONSchema>[0])).not.toThrow();
  });

  test('call: input from a file or stdin, refused by the contract where it does not fit, without repeating it', async () => {
    const page = JSON.stringify({ filter: {}, from: null, limit: 2 });
    const ran = await run(['call', FILE, 'chronology.page', '-', '--json'], { stdin: page });
    expect((JSON.parse(ran.out) as { rows: unknown[] }).rows).toHaveLength(2);
    for (const input of [
      '{',
      '{"filter":{},"from":"secret words","limit":2}',
      '{"filter":{},"from":null,"limit":2,"more":1}',
      '7',
    ]) {
      const bad = await run(['call', FILE, 'chronology.page', '-', '--json'], { stdin: input });
      expect([input, bad.exit, failureOf(bad).code, bad.out]).toEqual([input, 2, 'badInput', '']);
      expect(bad.err).not.toContain('secret words');
    }
    const text = await run(['call', FILE, 'review.get', at('none.json')]);
    expect([text.exit, text.err.split('\n').length]).toEqual([1, 2]);
    expect(() => JSON.parse(text.err) as unknown).toThrow();
  });
});

describe('export and verify', () => {
  test('everything in open formats, readable by its owner only, on the activity log; the originals as they came', async () => {
    mkdirSync(at('out'));
    const ran = await plumbline('export', FILE, '--to', at('out'));
    expect([ran.exit, ran.err]).toEqual([0, '']);
    const { files } = z.strictObject({ files: z.array(z.string()) }).parse(JSON.parse(ran.out));
    for (const file of files) expect(existsSync(join(at('out'), file))).toBe(true);
    const original = files.find((file) => file.endsWith('police.csv'))!;
    expect(readFileSync(join(at('out'), original), 'utf8')).toBe(POLICE);
    expect(linesOf(readFileSync(join(at('out'), 'chronology.jsonl'), 'utf8'))).toEqual(await events());
    const log = (await call('history.list', { before: null, limit: 50 })) as { items: { command: string }[] };
    expect(log.items.map((item) => item.command)).toContain('review.export');
    const people = await run(['export', FILE, '--to', at('out2')]);
    expect(people.err).toMatch(/plain text/);
  });

  test('verify: in order; damaged anywhere, cut short, or no review at all: exit 3 and what is wrong', async () => {
    const before = digest(FILE);
    const whole = await plumbline('verify', FILE);
    expect([whole.exit, JSON.parse(whole.out), digest(FILE)]).toEqual([0, { ok: true, problems: [] }, before]);
    const bytes = readFileSync(FILE);
    const damaged = [100, 5_000, 9_000, 50_000, Math.floor(bytes.length / 2), bytes.length - 5_000].map((place) => {
      const copy = Buffer.from(bytes);
      copy.fill(0x58, place, place + 16);
      return copy;
    });
    const Bad = z.strictObject({
      ok: z.literal(false),
      problems: z.array(z.strictObject({ part: z.string(), message: z.string() })).min(1),
    });
    const cut = bytes.length - (bytes.length % 8192) - 8192 * 4;
    for (const [i, copy] of [...damaged, bytes.subarray(0, cut), bytes.subarray(0, cut + 100), Buffer.from('hello')].entries()) {
      writeFileSync(at('damaged.review'), copy);
      const ran = await plumbline('verify', at('damaged.review'));
      expect([i, ran.exit, ran.err]).toEqual([i, 3, '']);
      Bad.parse(JSON.parse(ran.out));
    }
    const gone = await plumbline('verify', at('gone.review'));
    expect([gone.exit, failureOf(gone).code]).toEqual([1, 'fileMissing']);
    writeFileSync(at('damaged.review'), damaged[0]!);
    const opened = await plumbline('events', at('damaged.review'));
    expect([opened.exit, failureOf(opened).code]).toEqual([3, 'damaged']);
  }, 60_000);
});

describe('the sample and the window', () => {
  test('the sample is made and has its entries', async () => {
    const ran = await plumbline('sample', at('sample.review'));
    expect([ran.exit, ran.err]).toEqual([0, '']);
    z.strictObject({ reviewId: z.string() }).parse(JSON.parse(ran.out));
    const lines = linesOf((await plumbline('events', at('sample.review'))).out).map((line) => EventLine.parse(line));
    expect(lines).toHaveLength(312);
  }, 60_000);

  test('serve: a file that is missing is told at once', async () => {
    const ran = await plumbline('serve', at('gone.review'), '--no-open');
    expect([ran.exit, failureOf(ran).code]).toEqual([1, 'fileMissing']);
  });
});
