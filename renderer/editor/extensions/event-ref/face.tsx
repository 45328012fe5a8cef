import type { ReactNode } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import { useDesk } from '../../desk.ts';
import { labelReference } from '../../faces.ts';

export const eventRefFace = (_key: string, id: string): ReactNode => <EventRefFace id={id} />;

export const entryNumber = (ref: number): string => String(ref).padStart(4, '0');

function EventRefFace({ id }: { id: string }): ReactNode {
  const { openEntry } = useDesk();
  const { data, error } = useQuery('chronology.get', { id });
  const label = data ? `Entry ${entryNumber(data.ref)} · ${data.dateLabel}` : error ? 'Entry no longer in the review' : 'Entry';
  if (data) labelReference(id, label);
  return (
    <button
      type="button"
      className="pl-ref"
      data-gone={error ? true : undefined}
      title={data ? 'Open in the chronology' : undefined}
      onClick={() => data && openEntry(id)}
    >
      {label}
    </button>
  );
}
