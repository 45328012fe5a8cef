import { type ReactNode, useEffect, useState } from 'react';
import type { DiffRow, ReturnDiff } from '#shared/contract/return-versions.ts';
import type { AgencyReturn } from '#shared/contract/returns.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { RowChanges } from '../diff/diff-details.tsx';
import { DiffView } from '../diff/diff-view.tsx';
import { PaneHead } from '../mapping/pane-head.tsx';

export type ComparePaneProps = {
  one: AgencyReturn;
  from: number;
  to: number;
  onChoose(from: number, to: number): void;
  /** Leads to the rows and the original. */
  tools: ReactNode;
};

/** Any two versions of a return, side by side, as their files read. */
export function ComparePane({ one, from, to, onChoose, tools }: ComparePaneProps): ReactNode {
  const { run, pending, error } = useJob('returns.compareVersions', { said: '' });
  const [diff, setDiff] = useState<ReturnDiff | null>(null);
  const [at, setAt] = useState<DiffRow | null>(null);
  useEffect(() => {
    setAt(null);
    void run({ id: one.id, from, to }).then((outcome) => {
      if (outcome.ok) setDiff(outcome.output);
    });
  }, [run, one.id, one.returnVersion, from, to]);
  const shown = diff?.returnId === one.id && diff.fromVersion === from && diff.toVersion === to ? diff : null;
  const versions = Array.from({ length: one.returnVersion }, (_, i) => i + 1);
  const choice = (label: string, value: number, onValue: (value: number) => void): ReactNode => (
    <label className="pl-rt-compare-choice">
      <span>{label}</span>
      <select className="pl-input" value={value} onChange={(event) => onValue(Number(event.currentTarget.value))}>
        {versions.map((version) => (
          <option key={version} value={version}>
            Return {version}
          </option>
        ))}
      </select>
    </label>
  );
  const choices = (
    <>
      {choice('Before', from, (value) => onChoose(value, to))}
      {choice('After', to, (value) => onChoose(from, value))}
      {tools}
    </>
  );
  return (
    <div className="pl-rt-compare" aria-busy={pending || undefined}>
      {shown ? (
        <DiffView diff={shown} at={at} onAt={setAt} tools={choices} bothIn />
      ) : (
        <>
          <PaneHead title="What changed" tools={choices} />
          {error && error.code !== 'cancelled' ? (
            <ErrorNote error={error} />
          ) : (
            <p className="pl-rt-none pl-2">
              Return {from} and return {to} are being read again.
            </p>
          )}
        </>
      )}
      {shown && at && (
        <section className="pl-rt-compare-row" aria-label="The row in hand">
          <p className="pl-2">
            {at.eventId === null || at.ref === null ? (
              'A row that the other version does not have.'
            ) : (
              <a href={hrefTo('chronology', { entry: at.eventId })}>See entry {at.ref}</a>
            )}
          </p>
          <RowChanges row={at} />
        </section>
      )}
    </div>
  );
}
