import { type ReactNode, useState } from 'react';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { VersionQuestionCard } from '#renderer/ui/version-question.tsx';
import { tableLabel } from './provenance.tsx';

/** What later versions of its return did to an entry: what waits to be settled, and how each version said it. */
export function EntryVersions({ eventId }: { eventId: string }): ReactNode {
  const may = useMay();
  const [open, setOpen] = useState(false);
  const { data: rows } = useQuery('returns.entryVersions', { eventId }, { keep: false });
  const { data: questions } = useQuery('returns.questions', { eventId, openOnly: false }, { keep: false });
  const settle = useCommand('returns.answer', { said: 'Settled.' });
  const first = rows?.at(-1);
  const newest = rows?.[0];
  const earlier = rows?.filter((row) => row.returnVersion !== newest?.returnVersion) ?? [];
  if ((questions ?? []).length === 0 && earlier.length === 0) return null;
  return (
    <Section title="Versions of its return">
      {questions?.map((question) => (
        <VersionQuestionCard
          key={question.id}
          question={question}
          entry="This entry"
          cannot={settle.pending ? 'Under way' : may('returns.answer')}
          onAnswer={(answer) => void settle.run({ id: question.id, rowVersion: question.rowVersion, answer })}
        />
      ))}
      <ErrorNote error={settle.error} />
      {first && earlier.length > 0 && (
        <>
          <p className="pl-2">
            First said in return {first.returnVersion}, {tableLabel(first.table).toLowerCase()}, row {first.row}.
          </p>
          <LinkButton aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Hide what it said before' : 'Show what it said before'}
          </LinkButton>
          {open &&
            earlier.map((row) => (
              <div key={row.returnRowId}>
                <p className="pl-2 pl-ch-blank">
                  Return {row.returnVersion}, row {row.row}
                </p>
                <table className="pl-ch-cells" aria-label={`As return ${row.returnVersion} said it`}>
                  <tbody>
                    {row.cells
                      .filter(({ text }) => text.trim() !== '')
                      .map(({ column, text }) => (
                        <tr key={column}>
                          <th scope="row">{column}</th>
                          <td>{text}</td>
                        </tr>
                      ))}
                  </tbody>
                </table>
              </div>
            ))}
        </>
      )}
    </Section>
  );
}
