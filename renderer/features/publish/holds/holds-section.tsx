import { type ReactNode, useState } from 'react';
import type { Proceeding } from '#shared/contract/proceedings.ts';
import { KINDS } from '#shared/model/publication-kinds.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { dayLabel } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { LiftForm } from './lift-form.tsx';
import { ProceedingForm } from './proceeding-form.tsx';
import { proceedingWords } from './proceeding-words.ts';

/** Proceedings beside the review: what they hold back, who was asked, and the lifting of a hold by name. */
export function HoldsSection(): ReactNode {
  const { data: list } = useQuery('proceeding.list', {});
  const [form, setForm] = useState<'new' | string | null>(null);
  const may = useMay();
  if (!list) return null;
  return (
    <Section title="Parallel proceedings" count={list.length}>
      {list.length === 0 && form === null && (
        <p className="pl-2">
          A trial, care proceedings or an inquest can hold a kind of publication back until somebody lifts the hold.
        </p>
      )}
      {list.length > 0 && (
        <ul className="pl-pub-settled" aria-label="Parallel proceedings">
          {list.map((one) => (
            <li key={one.id}>
              {form === one.id ? (
                <ProceedingForm of={one} onDone={() => setForm(null)} />
              ) : (
                <Line of={one} onChange={() => setForm(one.id)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {form === 'new' ? (
        <ProceedingForm of={null} onDone={() => setForm(null)} />
      ) : (
        form === null && (
          <Button bar cannot={may('proceeding.add')} onClick={() => setForm('new')}>
            Note proceedings…
          </Button>
        )
      )}
    </Section>
  );
}

function Line({ of, onChange }: { of: Proceeding; onChange(): void }): ReactNode {
  const may = useMay();
  const remove = useCommand('proceeding.remove', { said: 'The proceedings are taken away, with their hold.' });
  const [lifting, setLifting] = useState(false);
  const held = of.heldKinds.map((kind) => KINDS[kind].label.toLowerCase()).join(', ');
  const holds = of.heldKinds.length > 0 && of.liftedAt === null;
  const what = proceedingWords(of.kind);
  return (
    <div className="pl-stack">
      <span>
        <b>{what}</b>
        {of.about && <span className="pl-pub-also">{of.about}</span>}
        {holds && (
          <span className="pl-field-error pl-pub-also">
            Held back: {held}. {of.reason}
          </span>
        )}
        {of.liftedAt && (
          <span className="pl-2 pl-pub-also">
            Hold on {held} lifted by {of.liftedBy}, {of.liftedPost}, {dayLabel(of.liftedAt.slice(0, 10))}: {of.liftedReason}
          </span>
        )}
        {(of.askedOf || of.answer) && (
          <span className="pl-2 pl-pub-also">
            Asked: {of.askedOf || 'not said of whom'}
            {of.askedOn && `, ${dayLabel(of.askedOn)}`}. {of.answer}
          </span>
        )}
      </span>
      <span className="pl-row">
        {holds && !lifting && (
          <LinkButton cannot={may('proceeding.lift')} onClick={() => setLifting(true)}>
            Lift the hold…
          </LinkButton>
        )}
        <LinkButton cannot={may('proceeding.update')} aria-label={`Change ${what}`} onClick={onChange}>
          Change…
        </LinkButton>
        <LinkButton
          cannot={may('proceeding.remove')}
          aria-label={`Take ${what} away`}
          onClick={() => void remove.run({ id: of.id, rowVersion: of.rowVersion })}
        >
          Take away
        </LinkButton>
      </span>
      {lifting && <LiftForm of={of} onDone={() => setLifting(false)} />}
      <ErrorNote error={remove.error} />
    </div>
  );
}
