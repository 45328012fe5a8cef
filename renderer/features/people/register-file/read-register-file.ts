import { register } from '#shared/contract/register.ts';
import type { RegisterEntry } from '#shared/model/register.ts';

const MOST_BYTES = 20 * 1024 * 1024;
/** What the core takes is what is asked for here. */
const { input: Wanted } = register['register.import'];

export type RegisterFile = { ok: true; entries: RegisterEntry[] } | { ok: false; why: string };

/** A register as `plumbline people import` takes it: a JSON list of entries. Says what does not fit and where. */
export async function readRegisterFile(file: Blob): Promise<RegisterFile> {
  if (file.size > MOST_BYTES) return { ok: false, why: 'The file is larger than 20 MB. Nothing was added.' };
  let read: unknown;
  try {
    read = JSON.parse((await file.text()).replace(/^\uFEFF/, ''));
  } catch {
    return {
      ok: false,
      why: 'This is not a JSON file, or it is broken. Nothing was added. The help page “Command line” shows its form.',
    };
  }
  const found = Wanted.safeParse({ entries: read });
  if (found.success) {
    const { entries } = found.data;
    return entries.length > 0 ? { ok: true, entries: entries } : { ok: false, why: 'The list is empty. Nothing was added.' };
  }
  const [issue] = found.error.issues;
  const [, index, field] = issue?.path ?? [];
  const where = typeof index === 'number' ? `Entry ${index + 1}${field === undefined ? '' : `, “${String(field)}”`}` : 'The file';
  return {
    ok: false,
    why: `${where} does not have the form of a register: ${issue?.message ?? 'it is not a list'}. Nothing was added.`,
  };
}
