import { StringDecoder } from 'node:string_decoder';
import type { z } from 'zod';
import { issueInWords } from '#shared/contract/input-issue.ts';
import { AppError } from '#shared/kernel/app-error.ts';

/** JSON Lines from stdin, each checked; blank lines are passed over. Throws `badInput` that names the line. */
export async function* readJsonLines<S extends z.ZodType>(schema: S): AsyncGenerator<z.output<S>> {
  let n = 0;
  for await (const line of linesOf(process.stdin)) {
    n += 1;
    if (line.trim() !== '') yield parseAs(schema, line, `line ${n}`);
  }
}

/**
 * Lines end at a line feed and nowhere else: node:readline also divides at U+2028 and U+2029, which may stand unescaped in
 * a JSON text.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  // Pieces of a line that has not ended: a long line is put together once.
  let begun: string[] = [];
  for await (const chunk of chunks) {
    const parts = decoder.write(Buffer.from(chunk)).split('\n');
    const last = parts.pop() ?? '';
    for (const part of parts) {
      begun.push(part);
      yield begun.join('');
      begun = [];
    }
    begun.push(last);
  }
  begun.push(decoder.end());
  const rest = begun.join('');
  if (rest !== '') yield rest;
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
  const issue = issueInWords(parsed.error.issues[0]!);
  throw new AppError('badInput', { where: issue.where === '' ? where : `${where} at ${issue.where}`, why: issue.why });
}
