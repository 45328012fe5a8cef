import { AppError } from '#shared/kernel/app-error.ts';
import { parseArguments } from './arguments.ts';
import type { CliCommand } from './command.ts';
import { fail, out } from './print.ts';

/** Each command's code is loaded when it is used: `help` and `dates` open no database and load none. */
const COMMANDS: Record<string, () => Promise<CliCommand>> = {
  new: async () => (await import('./commands/new.ts')).newReview,
  sample: async () => (await import('./commands/sample.ts')).sample,
  import: async () => (await import('./commands/import.ts')).importReturns,
  events: async () => (await import('./commands/events.ts')).events,
  dates: async () => (await import('./commands/dates.ts')).dates,
  mentions: async () => (await import('./commands/mentions.ts')).mentions,
  people: async () => (await import('./commands/people.ts')).people,
  actions: async () => (await import('./commands/actions.ts')).actions,
  recommendations: async () => (await import('./commands/recommendations.ts')).recommendations,
  publish: async () => (await import('./commands/publish.ts')).publish,
  check: async () => (await import('./commands/check.ts')).check,
  call: async () => (await import('./commands/call.ts')).call,
  methods: async () => (await import('./commands/methods.ts')).methods,
  export: async () => (await import('./commands/export.ts')).exportAll,
  verify: async () => (await import('./commands/verify.ts')).verify,
  serve: async () => (await import('./commands/serve.ts')).serveWindow,
  start: async () => (await import('./commands/start.ts')).startWindow,
};

/** Runs one command line; answers the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const json = argv.includes('--json');
  // A reader that goes away early (`| head`) is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      const { helpLines, helpText } = await import('./help.ts');
      const topic = rest.find((word) => !word.startsWith('-'));
      await out(json ? `${JSON.stringify(helpLines(topic).map(([usage, about]) => ({ usage, about })))}\n` : helpText(topic));
      return 0;
    }
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!load) throw new AppError('wrongUsage', { why: `There is no command “${name.slice(0, 40)}”.` });
    const command = await load();
    return await command.run(parseArguments(rest, command.shape));
  } catch (error) {
    return fail(error, json);
  }
}
