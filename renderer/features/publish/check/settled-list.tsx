import type { ReactNode } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Section } from '#renderer/ui/inspector.tsx';

type Remedy = OutputOf<'publish.remedies'>[number];
const DONE: Record<Remedy['action'], string> = { pseudonym: 'replaced', leaveOut: 'left out', keep: 'kept' };

/** What has been settled for this publication, each of which can be taken back. */
export function SettledList(): ReactNode {
  const { data } = useQuery('publish.remedies', {});
  const { data: lines } = useQuery('action.list', {});
  const remove = useCommand('publish.removeRemedy', { said: 'Taken back. The page is made anew.' });
  const may = useMay();
  if (!data || data.length === 0) return null;
  const where = (remedy: Remedy): string => {
    const line = lines?.find((one) => one.id === remedy.place.id);
    if (line) return `${line.kind === 'action' ? 'Action' : 'Recommendation'} ${line.number}`;
    return remedy.place.field.endsWith('.reason') ? 'the reason' : 'the heading lines';
  };
  return (
    <Section title="Settled" count={data.length}>
      <ul className="pl-pub-settled">
        {data.map((remedy) => (
          <li key={remedy.id}>
            <span>
              “{remedy.words}” {DONE[remedy.action]} in {where(remedy)}
              {remedy.reason && <span className="pl-dim">: {remedy.reason}</span>}
            </span>
            <LinkButton
              cannot={remove.pending ? 'Under way' : may('publish.removeRemedy')}
              aria-label={`Take back: “${remedy.words}” in ${where(remedy)}`}
              onClick={() => void remove.run({ id: remedy.id, rowVersion: remedy.rowVersion })}
            >
              Take back
            </LinkButton>
          </li>
        ))}
      </ul>
      <ErrorNote error={remove.error} />
    </Section>
  );
}
