import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { LINES } from '#hosts/cli/help.ts';
import { ERRORS, type ErrorCode } from '#shared/kernel/error-table.ts';
import { PublicationKind } from '#shared/model/publication-kinds.ts';
import { ROOT } from '../build/build.ts';
import { buildProgram, failureOf, linesOf, PROGRAM, run, workFolder } from './cli.ts';
import { DateOutput, MentionsLine, RecommendationReading } from './cli-shapes.ts';

const { folder, remove } = workFolder();
vi.setConfig({ testTimeout: 120_000 });
beforeAll(buildProgram, 60_000);
afterAll(remove);

const REGISTER = [
  { id: 'p1', kind: 'person', realName: 'Tamsin Pellow', aliases: ['Tam'], pseudonym: 'Child Q', dateOfBirth: '2019-04-03' },
  { id: 'p2', kind: 'person', realName: 'Joanna Pellow', aliases: [], pseudonym: 'Adult B', role: null },
];

describe('help', () => {
  test('lists every command that there is, and no other', async () => {
    const { exit, out } = await run(['help']);
    expect(exit).toBe(0);
    const source = readFileSync(join(ROOT, 'electron/hosts/cli/main.ts'), 'utf8');
    const commands = [...source.matchAll(/^ {2}(\w+): async \(\) =>/gm)].map((m) => m[1]);
    expect(commands.length).toBeGreaterThan(15);
    expect(LINES.map(([usage]) => usage.split(' ')[0]).sort()).toEqual(commands.sort());
    for (const name of commands) expect(out).toContain(`plumbline ${name}`);
    for (const kind of PublicationKind.options) expect(out).toContain(kind);
  });

  test('tells of one command; one that is not there is wrong usage', async () => {
    const one = await run(['help', 'verify']);
    expect(one.out).toContain('verify FILE');
    expect(one.out).not.toContain('plumbline import');
    expect((await run(['help', 'celebrate'])).exit).toBe(2);
    expect((linesOf((await run(['help', '--json'])).out)[0] as unknown[]).length).toBe(LINES.length);
  });
});

describe('wrong usage', () => {
  test.each([
    [['celebrate']],
    [['--json']],
    [['dates', 'more']],
    [['dates', '--wrong']],
    [['mentions']],
    [['recommendations']],
    [['recommendations', 'list']],
    [['new', 'x.review', '--profile', 'lcspr']],
    [['new', 'x.review', '--title', 'T', '--profile', 'other']],
    [['new', 'x.review', '--title', 'T', '--profile', 'lcspr', '--scope', '2024-02-30..']],
    [['new', 'x.review', '--title', 'T', '--profile', 'lcspr', '--scope', '2025-01-01..2024-01-01']],
    [['new', 'x.review', '--title', 'T', '--profile', 'lcspr', '--title', 'U']],
    [['new', 'x.review', '--title']],
    [['verify']],
    [['verify', 'x.review', '--passphrase', 'four ordinary words here']],
    [['events', 'x.review', 'y.review']],
    [['events', 'x.review', '--from', '2025-02-30']],
    [['events', 'x.review', '--from', '2025-02-03', '--to', '2025-02-01']],
    [['import', 'x.review']],
    [['people', 'x.review', 'forget']],
    [['actions', 'x.review', 'import']],
    [['check', 'x.docx']],
    [['call', 'x.review', 'no.such']],
    [['call', 'x.review', 'constructor']],
    [['export', 'x.review']],
    [['serve', '--port', 'seventy']],
    [['start', 'now']],
    [['publish', 'x.review', '--kind', 'overview', '--out', 'x.docx']],
    [['publish', 'x.review', '--out', 'x.docx']],
    [['publish', 'x.review', '--kind', 'actionPlan', '--out', 'x.docx', '--layout', 'list']],
    [['publish', 'x.review', '--kind', 'actionsOnly']],
    [['publish', 'x.review', '--kind', 'actionsOnly', '--out', 'x.docx', '--format', 'pdf']],
    [['publish', 'x.review', '--kind', 'actionsOnly', '--out', 'x.docx', '--format', 'html']],
    [['publish', 'x.review', '--kind', 'actionsOnly', '--out', 'x.docx', '--on', '2026-02-30']],
    [['publish', 'x.review', '--kind', 'actionsOnly', '--out', 'x.docx', '--approved-by', 'Jane Approver']],
    [['import', 'x.review', 'r.csv', '--anonymised']],
    [['export', 'x.review', '--to', 'x.all', '--anonymised']],
  ])('%j is refused with exit 2, one document, and nothing on stdout', async (args) => {
    const ran = await run([...args, '--json'], { cwd: folder });
    expect(ran.exit).toBe(2);
    expect(ran.out).toBe('');
    expect(['wrongUsage', 'unknownMethod']).toContain(failureOf(ran).code);
    expect(readdirSync(folder).filter((name) => name.startsWith('x.'))).toEqual([]);
  });

  test('one return replaces one', async () => {
    const ran = await run(['import', 'x.review', 'r.csv', 's.csv', '--replaces', 'abc', '--json'], { cwd: folder });
    expect([ran.exit, failureOf(ran).code]).toEqual([2, 'wrongUsage']);
  });
});

describe('JSON Lines', () => {
  test('dates: as an import reads them; blank lines, other fields, nulls, a byte order mark and Windows line ends are no trouble', async () => {
    const stdin = [
      '\uFEFF{"id":"a","text":"12/10/2010"}\r',
      '',
      '   \r',
      '{"id":"b","text":"5 May","anchor":{"scopeFrom":"2010-01-01","scopeTo":"2010-12-31","previousEarliest":null},"note":{"x":1}}',
      '{"id":"c","text":"31/02/2010","anchor":null}',
      '{"id":"d","text":"nothing like a date"}',
      '{"id":"e","text":"c. March 2009 \u2028"}',
    ].join('\n');
    const ran = await run(['dates', '--json'], { stdin });
    expect([ran.exit, ran.err]).toEqual([0, '']);
    const lines = linesOf(ran.out).map((line) => DateOutput.parse(line));
    expect(lines.map((line) => [line.id, line.earliest])).toEqual([
      ['a', '2010-10-12'],
      ['b', '2010-05-05'],
      ['c', null],
      ['d', null],
      ['e', '2009-03-01'],
    ]);
    expect(lines[2]!.problems[0]!.code).toBe('impossible');
    expect(lines[3]!.precision).toBe('unknown');
  });

  test.each([
    ['dates', '{"id":"a","text":"1 May 2010"}\n\n{"id":"b",', 'line 3'],
    ['dates', '{"id":"a","text":"1 May 2010"}\n{"id":7,"text":"secret words"}', 'line 2 at id'],
    ['dates', '{"id":"a","text":"1 May 2010"}\n"secret words"', 'line 2'],
    ['dates', '{"id":"a","text":"1 May 2010"}\nnull', 'line 2'],
    [
      'dates',
      '{"id":"a","text":"1 May 2010"}\n{"id":"b","text":"secret words","anchor":{"scopeTo":"2010-02-30"}}',
      'line 2 at anchor.scopeTo',
    ],
    ['recommendations check', '{"id":"a","text":"Do it."}\n{"id":"b"}', 'line 2 at text'],
  ])(
    '%s: a bad line ends it with exit 2, names the line, repeats none of it, and what came before stands',
    async (command, stdin, where) => {
      const ran = await run([...command.split(' '), '--json'], { stdin });
      expect(ran.exit).toBe(2);
      const error = failureOf(ran);
      expect(error.code).toBe('badInput');
      expect(error.details['where']).toBe(where);
      expect(ran.err).not.toContain('secret words');
      expect(linesOf(ran.out)).toHaveLength(1);
    },
  );

  test('a very long line is one line', async () => {
    const register = join(folder, 'long.json');
    writeFileSync(register, JSON.stringify(REGISTER));
    const text = 'Seen with Tamsin Pellow at home. '.repeat(60_000);
    const ran = await run(['mentions', '--register', register, '--json'], { stdin: JSON.stringify({ id: 'x', text }) });
    expect(ran.exit).toBe(0);
    expect(MentionsLine.parse(JSON.parse(ran.out)).mentions).toHaveLength(60_000);
  });

  test('a reader that goes away early is no failure', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'dates'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let err = '';
    child.stderr.on('data', (part: Buffer) => (err += part.toString()));
    child.stdin.on('error', () => {});
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end('{"id":"a","text":"12/10/2010"}\n'.repeat(50_000));
    const exit = await new Promise((resolve) => child.on('close', resolve));
    expect([exit, err]).toEqual([0, '']);
  });

  test('mentions: those on the register, by the ids of its file, never overlapping', async () => {
    const register = join(folder, 'r.json');
    writeFileSync(register, JSON.stringify({ entries: REGISTER }));
    const text = 'Ms Pellow came with Tamsin Pellow (born 3 April 2019). Tamsin’s shoes were wet; 𝑇amsin said so.';
    const ran = await run(['mentions', '--register', register, '--json'], { stdin: `${JSON.stringify({ id: 'x', text })}\n` });
    expect([ran.exit, ran.err]).toEqual([0, '']);
    const { mentions } = MentionsLine.parse(JSON.parse(ran.out));
    let end = 0;
    for (const mention of mentions) {
      expect(mention.start).toBeGreaterThanOrEqual(end);
      expect(text.slice(mention.start, mention.end)).toBe(mention.text);
      if (mention.entryIds.length > 1) expect(mention.status).toBe('ask');
      end = mention.end;
    }
    expect(mentions.find((m) => m.text === 'Tamsin Pellow')).toMatchObject({ entryIds: ['p1'], status: 'sure' });
    expect(mentions.map((m) => m.kind)).toContain('dateOfBirth');
  });

  test.each([
    ['not JSON', '{'],
    ['a number', '5'],
    ['a kind nobody knows', JSON.stringify([{ ...REGISTER[0], kind: 'alien' }])],
    ['a field nobody knows: it would not be searched for', JSON.stringify([{ ...REGISTER[0], adresses: ['1 Mill Lane'] }])],
    ['a day that is none', JSON.stringify([{ ...REGISTER[0], dateOfBirth: '2019-02-30' }])],
    ['one id twice', JSON.stringify([REGISTER[0], { ...REGISTER[1], id: 'p1' }])],
  ])('a register that is %s is refused with exit 2 and without its names', async (_what, text) => {
    const register = join(folder, 'bad.json');
    writeFileSync(register, text);
    const ran = await run(['mentions', '--register', register, '--json'], { stdin: '{"id":"x","text":"y"}\n' });
    expect([ran.exit, ran.out, failureOf(ran).code]).toEqual([2, '', 'badInput']);
    expect(ran.err).not.toContain('Pellow');
  });

  test('recommendations: every text is an exact part of what was sent', async () => {
    const text = 'The Trust’s Head of Safeguarding should, by 31 March 2027, audit 20 files and report to the Partnership.';
    const ran = await run(['recommendations', 'check', '--json'], { stdin: `${JSON.stringify({ id: 'r', text, x: 1 })}\n` });
    expect([ran.exit, ran.err]).toEqual([0, '']);
    const reading = RecommendationReading.parse(JSON.parse(ran.out));
    for (const part of [...reading.owners.map((o) => o.text), reading.timescale?.text ?? '', reading.measure ?? ''])
      expect(text).toContain(part);
    expect(reading.timescale).toMatchObject({ kind: 'date', due: '2027-03-31' });
  });
});

describe('what a command loads', () => {
  /** Chunks that a bundle reaches without asking: imports at its head, not those made when a command is used. */
  function reached(entry: string): { files: Set<string>; packages: Set<string> } {
    const files = new Set<string>();
    const packages = new Set<string>();
    const walk = (file: string): void => {
      if (files.has(file) || !existsSync(join(ROOT, 'out/node', file))) return;
      files.add(file);
      const text = readFileSync(join(ROOT, 'out/node', file), 'utf8');
      for (const [, from] of text.matchAll(/^(?:import|export)[^;]*?["']([^"'\n]+)["'];?$/gm))
        if (from!.startsWith('./')) walk(from!.slice(2));
        else packages.add(from!);
    };
    walk(entry);
    return { files, packages };
  }
  const chunk = (name: string): string =>
    readdirSync(join(ROOT, 'out/node')).find(
      (file) => new RegExp(`^chunk-${name}-[\\w-]{8}\\.js$`).test(file) && isCommand(file),
    )!;
  const isCommand = (file: string): boolean =>
    readFileSync(join(ROOT, 'out/node', file), 'utf8').includes('usage:') || file.includes('help');

  test.each(['dates', 'mentions', 'recommendations', 'help'])('%s opens no database and loads none', (name) => {
    const { files, packages } = reached(chunk(name));
    expect(files.size).toBeGreaterThan(0);
    expect([...packages]).not.toContain('better-sqlite3');
    expect([...reached('plumbline.js').packages]).not.toContain('better-sqlite3');
  });

  test('and one that opens a review is seen to load it', () => {
    expect([...reached(chunk('verify')).packages]).toContain('better-sqlite3');
  });
});

test('every error code ends the program as its kind says', () => {
  for (const code of Object.keys(ERRORS) as ErrorCode[]) expect([1, 2, 3]).toContain(ERRORS[code].exit);
  for (const code of ['publishBlocked', 'damaged', 'notAReview', 'hostileFile', 'macroFile', 'verifyFailed'] as const)
    expect(ERRORS[code].exit).toBe(3);
});
