import type { AppError } from '#shared/kernel/app-error.ts';
import { announce } from '#renderer/data/announce.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import type { EntryList } from '../list/use-entry-list.ts';
import type { Selection } from '../list/use-selection.ts';

export type Reorder = { move(by: -1 | 1): void; error: AppError | null };

/** Moves the selected entry past the one above or below it, within its day. Filters may hide others between: they stay. */
export function useReorder(list: EntryList, selection: Selection): Reorder {
  const reorder = useCommand('chronology.reorder', { said: 'Moved.' });
  function move(by: -1 | 1): void {
    const { row, at } = selection;
    if (!row) return;
    const other = list.rowAt(at.index + by);
    const day = (of: typeof row): string | null => of.date.earliest ?? of.date.latest;
    if (!other || day(other) !== day(row)) {
      announce(by < 0 ? 'It is the first entry of its day.' : 'It is the last entry of its day.');
      return;
    }
    void reorder.run({
      eventId: row.id,
      eventRowVersion: row.rowVersion,
      place: by < 0 ? 'before' : 'after',
      otherId: other.id,
    });
  }
  return { move, error: reorder.error };
}
