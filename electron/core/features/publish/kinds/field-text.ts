import type { FieldText } from '../model.ts';

/** Whose field a text is, as every text of a row shares it. */
export type Owner = { table: string; id: string; number: string | null; label: string };

export const fieldText = ({ table, id, number, label }: Owner, field: string, text: string): FieldText => ({
  source: { table, id, field },
  number,
  label,
  text,
});

/** Null where nothing was written: what is not there is not printed. */
export const written = (owner: Owner, field: string, text: string | null): FieldText | null =>
  blank(text) ? null : fieldText(owner, field, text ?? '');

/** The items of a list, each a place of its own: `owners.0`. */
export const writtenList = (owner: Owner, field: string, texts: readonly string[]): FieldText[] =>
  texts.flatMap((text, i) => written(owner, `${field}.${i}`, text) ?? []);

export function blank(text: string | null): boolean {
  return text === null || text.trim() === '';
}
