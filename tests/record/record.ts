import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the tests really did, written down while they do it. The runner (run-all.ts) names a folder in this variable; every
 * test process appends to a file of its own there, and the completeness test, run last, reads them all. Without the
 * variable (a single test run by hand) nothing is written.
 */
export const RECORD_FOLDER = 'PLUMBLINE_TEST_RECORD';
/** Set once every other test has run. */
export const RECORD_IS_WHOLE = 'PLUMBLINE_TEST_RECORD_WHOLE';

export type Kind = 'procedure' | 'error' | 'migration' | 'node' | 'spelling' | 'publication';

const written = new Set<string>();

export function record(kind: Kind, name: string | number): void {
  const folder = process.env[RECORD_FOLDER];
  const line = `${kind} ${name}\n`;
  if (folder === undefined || written.has(line)) return;
  written.add(line);
  appendFileSync(join(folder, `${process.pid}.txt`), line);
}

/** All that was written down, by kind; null where nobody kept a record. */
export function recorded(): Map<Kind, Set<string>> | null {
  const folder = process.env[RECORD_FOLDER];
  if (folder === undefined) return null;
  const found = new Map<Kind, Set<string>>();
  for (const file of readdirSync(folder)) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const [kind, name] = line.split(' ') as [Kind, string?];
      if (name === undefined) continue;
      const names = found.get(kind) ?? new Set();
      found.set(kind, names.add(name));
    }
  }
  return found;
}

/** A call that was answered, or the error it ended in; with what its input and answer were made of. */
export async function recordCall<T>(name: string, input: unknown, answer: () => Promise<T>): Promise<T> {
  try {
    const output = await answer();
    record('procedure', name);
    if (name === 'draft.save') walkTypes(input);
    if (name === 'publish.make') record('publication', String((input as { kind?: unknown }).kind));
    return output;
  } catch (error) {
    if (error instanceof Error && 'code' in error) record('error', String(error.code));
    throw error;
  }
}

/** Types of the editor's nodes within blocks that the core took. */
function walkTypes(value: unknown): void {
  if (Array.isArray(value)) value.forEach(walkTypes);
  else if (value !== null && typeof value === 'object') {
    if ('type' in value && 'version' in value) record('node', String(value.type));
    Object.values(value).forEach(walkTypes);
  }
}
