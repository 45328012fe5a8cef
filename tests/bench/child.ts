import { MEASURE_FILES } from './measures/index.ts';
import { median, timed, type Outcome } from './measure.ts';

/** One variant of one measure, alone in this process, so that its peak memory is its own. */
export type Order = { folder: string; input: string } | { folder: string; file: string; measure: string; variant: string };

async function runVariant(folder: string, file: string, id: string, name: string): Promise<Outcome> {
  const measures = (await MEASURE_FILES[file]?.()) ?? [];
  const variant = measures.find((measure) => measure.id === id)?.variants.find((one) => one.name === name);
  if (!variant) throw new Error(`no ${name} of ${id}`);
  const { before: between, run, finish } = await variant.prepare(folder);
  for (let i = 0; i < (variant.warmUps ?? 0); i++) {
    await between?.();
    await run();
  }
  const all: number[] = [];
  const busy: number[] = [];
  for (let i = 0; i < (variant.runs ?? 3); i++) {
    await between?.();
    globalThis.gc?.();
    const before = process.cpuUsage();
    all.push(await timed(run));
    const { user, system } = process.cpuUsage(before);
    busy.push((user + system) / 1_000);
  }
  // Before `finish`, which may look at other things than the work.
  const peakMb = process.resourceUsage().maxRSS / 1_024;
  return { ms: median(all), all, cpuMs: median(busy), peakMb, more: (await finish?.()) ?? {} };
}

async function makeOne({ folder, input }: { folder: string; input: string }): Promise<void> {
  const { makeInput } = await import('./inputs/index.ts');
  await makeInput(folder, input);
}

// A run that is broken off ends its last child too.
process.once('disconnect', () => process.exit());
process.once('message', (order: Order) => {
  const work = 'input' in order ? makeOne(order) : runVariant(order.folder, order.file, order.measure, order.variant);
  void work
    .then((outcome) => process.send?.({ ok: outcome ?? null }))
    .catch((error: unknown) =>
      process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
    .finally(() => process.disconnect());
});
