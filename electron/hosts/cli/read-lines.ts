import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { AppError } from '#shared/kernel/app-error.ts';

/** JSON Lines from stdin, each checked. Throws `badInput` that names the line. */
export async function* readJsonLines<S extends z.ZodType>(schema: S): AsyncGenerator<z.output<S>> {
  let n = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    n += 1;
    if (line.trim() === '') continue;
    yield parseAs(schema, line, `line ${n}`);
  }
}

export function parseAs<S extends z.ZodType>(schema: S, text: string, where: string): z.output<S> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new AppError('badInput', { where, why: 'it is not JSON' });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new AppError('badInput', {
    where: `${where}${issue.path.length > 0 ? ` at ${issue.path.join('.')}` : ''}`,
    why: issue.message.toLowerCase(),
  });
}
