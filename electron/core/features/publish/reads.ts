import type { TextPlace } from '#shared/contract/register.ts';
import { selectRows } from '../../db/store.ts';
import { toBlob, type ReadDb } from '../../db/sql.ts';
import { collectPublication } from './collect.ts';

/**
 * The text at a place of a publication, or null: a field of a finding, recommendation or action, one item of a list such as
 * `owners.0`, or the review's own words such as the reason.
 */
export function publishedText(db: ReadDb, place: TextPlace): string | null {
  if (place.table === 'publication' || place.table === 'review') {
    const model = collectPublication(db, 'actionsOnly', null, '2000-01-01');
    return textIn({ ...model, subject: model.subjectPseudonym }, place.field);
  }
  if (place.table !== 'recommendation' && place.table !== 'action' && place.table !== 'finding') return null;
  return textIn(selectRows<Record<string, unknown>>(db, place.table, 'WHERE id = ?', toBlob(place.id))[0], place.field);
}

function textIn(value: unknown, path: string): string | null {
  const found = path
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        at !== null && typeof at === 'object' && Object.hasOwn(at, key) ? (at as Record<string, unknown>)[key] : undefined,
      value,
    );
  // A timescale is an object; its text is what was written.
  if (found !== null && typeof found === 'object' && 'asWritten' in found) return String(found.asWritten);
  return typeof found === 'string' ? found : null;
}
