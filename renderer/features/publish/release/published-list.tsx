import type { ReactNode } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import { dayLabel, InstantText } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Section } from '#renderer/ui/inspector.tsx';

/** Every publication made from this review, newest first, with the hash of its bytes. */
export function PublishedList(): ReactNode {
  const { data, error } = useQuery('publish.list', {});
  return (
    <Section title="Published from this review" {...(data ? { count: data.length } : {})}>
      <ErrorNote error={error} />
      {data?.length === 0 && <p className="pl-2">Nothing yet.</p>}
      {data && data.length > 0 && (
        <ul className="pl-pub-published">
          {data.map((one) => (
            <li key={one.id}>
              <span className="pl-pub-file">{one.name}</span>
              <span className="pl-2">
                {one.publishedOn && `Dated ${dayLabel(one.publishedOn)}. `}Made by {one.madeBy}, <InstantText at={one.madeAt} />.
                Approved by {one.approvedBy}.
              </span>
              <span className="pl-2 pl-pub-hash">
                SHA-256 <span className="pl-mono">{one.sha256}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
