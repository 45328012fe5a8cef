import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { YOUNG_HEAP_MB } from '#shared/kernel/young-heap.ts';
import type { Order } from './child.ts';
import { machine } from './machine.ts';
import type { Outcome } from './measure.ts';
import { allMeasures, type Filed } from './measures/index.ts';
import { goalsOf, headLine, type Line, type Report, toTable } from './report.ts';

/**
 * `npm run bench`, `npm run bench -- dates csv`, `npm run bench -- --large`. A missed goal is told, never a failure: what is
 * right is the tests' business.
 */
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const large = process.argv.includes('--large');
const measures = await allMeasures();
const named = (id: string): boolean => wanted.some((word) => id === word || id.startsWith(`${word}-`));
const chosen = measures.filter((measure) =>
  wanted.length > 0 ? named(measure.id) && (large || !measure.large) : large || !measure.large,
);
if (chosen.length === 0) {
  console.log(`There is no such measure. There are: ${measures.map((measure) => measure.id).join(', ')}`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const begun = performance.now();
const report: Report = { at: new Date().toISOString(), machine: machine(), lines: [] };
console.log(headLine(report.machine));
for (const input of new Set(chosen.flatMap((measure) => measure.needs))) {
  tell(`making ${input}`);
  const made = await inChild({ folder, input });
  if (typeof made === 'object' && made !== null && 'failed' in made) console.log(`\n${input}: ${made.failed}`);
}
for (const measure of chosen) report.lines.push(await lineOf(measure));
tell('');
const goals = report.lines.flatMap((line) => line.goals);
console.log(`\n${toTable(report.lines, measures)}\n`);
console.log(
  `${goals.filter((goal) => goal.met).length} of ${goals.length} goals met, in ${Math.round((performance.now() - begun) / 1_000)} s`,
);
const file = join('bench-results', `${report.at.replaceAll(':', '-').slice(0, 19)}.json`);
mkdirSync('bench-results', { recursive: true });
writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
console.log(file);

async function lineOf(measure: Filed): Promise<Line> {
  const results = new Map<string, Outcome>();
  const variants: Line['variants'] = {};
  for (const variant of measure.variants) {
    tell(`${measure.id}: ${variant.name}`);
    if (variant.present?.() === false) {
      variants[variant.name] = 'not on this machine';
      continue;
    }
    const order = { folder, file: measure.file, measure: measure.id, variant: variant.name };
    const answer = (await inChild(order, measure.asThread)) as Outcome | { failed: string };
    variants[variant.name] = answer;
    if ('failed' in answer) console.log(`\n${measure.id}, ${variant.name}: ${answer.failed}`);
    else results.set(variant.name, answer);
  }
  return { id: measure.id, work: measure.work, variants, goals: goalsOf(measure, results) };
}

/** A process of its own for each, one after the other: nothing measured shares memory or warmth with anything else. */
function inChild(order: Order, asThread = false): Promise<unknown> {
  return new Promise((resolve) => {
    // Three halves of this space make up the room for new objects.
    const room = asThread ? [`--max-semi-space-size=${YOUNG_HEAP_MB / 3}`] : [];
    const child = fork(join(import.meta.dirname, 'child.ts'), { execArgv: ['--expose-gc', ...room] });
    let answer: unknown = { failed: 'it ended without an answer' };
    child.on('message', (message: { ok: unknown } | { failed: string }) => {
      answer = 'ok' in message ? message.ok : message;
    });
    child.on('exit', () => resolve(answer));
    child.send(order);
  });
}

function tell(what: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${what}`);
}
