import { AppError } from '#shared/kernel/app-error.ts';

/** What a command takes: places in order, options with a value, switches. Anything else is wrong usage. */
export type Shape = { places: readonly string[]; many?: boolean; options?: readonly string[]; flags?: readonly string[] };

export type Arguments = {
  place(n: number): string;
  rest(from: number): string[];
  count(): number;
  option(name: string): string | undefined;
  flag(name: string): boolean;
  json: boolean;
};

/** Known to every command. */
const COMMON_OPTIONS = ['passphrase-file'];
const COMMON_FLAGS = ['json', 'progress'];

const usage = (why: string): AppError => new AppError('wrongUsage', { why });

/** `optional` places may be missing at the end: written as `[NAME]` in the shape. */
export function parseArguments(argv: readonly string[], shape: Shape): Arguments {
  const places: string[] = [];
  const options = new Map<string, string>();
  const flags = new Set<string>();
  const knownOptions = new Set([...COMMON_OPTIONS, ...(shape.options ?? [])]);
  const knownFlags = new Set([...COMMON_FLAGS, ...(shape.flags ?? [])]);
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!;
    if (!arg.startsWith('--') || arg === '--') {
      places.push(arg);
      continue;
    }
    const [name, inline] = arg.includes('=')
      ? [arg.slice(2, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)]
      : [arg.slice(2), undefined];
    if (name === 'passphrase')
      throw usage('A passphrase is never an argument: other programs could read it. Use --passphrase-file.');
    if (knownFlags.has(name) && inline === undefined) {
      flags.add(name);
    } else if (knownOptions.has(name)) {
      const value = inline ?? argv[++i];
      if (value === undefined) throw usage(`--${name} needs a value.`);
      if (options.has(name)) throw usage(`--${name} was given twice.`);
      options.set(name, value);
    } else {
      throw usage(`There is no option --${name} here.`);
    }
  }
  const needed = shape.places.filter((place) => !place.startsWith('[')).length;
  if (places.length < needed) throw usage(`${shape.places[places.length]} is missing.`);
  if (!shape.many && places.length > shape.places.length)
    throw usage(`“${places[shape.places.length]}” is one argument too many.`);
  return {
    place: (n) => places[n] ?? '',
    rest: (from) => places.slice(from),
    count: () => places.length,
    option: (name) => options.get(name),
    flag: (name) => flags.has(name),
    json: flags.has('json'),
  };
}
