import { z } from 'zod';
import { AppError } from '#shared/kernel/app-error.ts';
import { RegisterEntry, type KeptRegisterEntry } from '#shared/model/register.ts';
import { isDay } from './days.ts';
import { readFile } from './context-files.ts';
import { parseAs } from './read-lines.ts';

const LISTS = { aliases: RegisterEntry.shape.aliases.default([]) };
/**
 * An entry as a file gives it: null stands for what is not known. A field that nobody knows is refused, never passed over:
 * a misspelt "adresses" would be addresses that are not searched for.
 */
const Entry = z.preprocess(
  (value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null))
      : value,
  RegisterEntry.extend({ ...LISTS, pseudonym: RegisterEntry.shape.pseudonym.default('') }).refine(
    (entry) => entry.dateOfBirth === undefined || isDay(entry.dateOfBirth),
    { path: ['dateOfBirth'], message: 'it should be a day of the calendar such as 2010-10-12' },
  ),
);

/** The register in a file: a list of entries, or an object that holds the list under `entries`. */
export function readRegister(path: string): RegisterEntry[] {
  const file = parseAs(z.unknown(), new TextDecoder().decode(readFile(path)), 'the register');
  const list = Array.isArray(file)
    ? file
    : parseAs(z.object({ entries: z.array(z.unknown()) }), JSON.stringify(file), 'the register').entries;
  const entries = parseAs(z.array(Entry), JSON.stringify(list), 'the register');
  const ids = new Set<string>();
  for (const [i, { id }] of entries.entries()) {
    if (ids.has(id)) throw new AppError('badInput', { where: `the register at ${i}.id`, why: 'another entry has that id' });
    ids.add(id);
  }
  return entries;
}

/** The id by which whoever made the file knows the entry; our own where it was made here. */
export const publicId = (entry: KeptRegisterEntry): string => entry.givenId ?? entry.id;

/** A kept entry as it is printed. */
export function publicEntry(entry: KeptRegisterEntry): RegisterEntry {
  const { id: _id, givenId: _givenId, rowVersion: _rowVersion, ...fields } = entry;
  // What an anonymised session may not read comes as an empty text.
  return { id: publicId(entry), ...fields, aliases: fields.aliases.filter((alias) => alias !== '') };
}
