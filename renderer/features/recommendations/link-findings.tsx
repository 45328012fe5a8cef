import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { AppError } from '#shared/kernel/app-error.ts';
import type { Recommendation } from '#shared/model/recommendation.ts';
import { hrefTo } from '#renderer/data/route.ts';
import type { Desk } from '#renderer/editor/desk.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Section } from '#renderer/ui/inspector.tsx';

export type LinkFindingsProps = { row: Recommendation; desk: Desk; close(): void };

/** Ticks the findings that a recommendation comes from; each tick is a change of its own. */
export function LinkFindings({ row, desk, close }: LinkFindingsProps): ReactNode {
  const [error, setError] = useState<AppError | null>(null);
  const list = useRef<HTMLFieldSetElement>(null);
  useEffect(() => list.current?.querySelector('input')?.focus(), []);
  const findings = [...desk.findings.values()];
  return (
    <Section
      title="Comes from"
      tools={
        <Button bar onClick={close}>
          Done
        </Button>
      }
    >
      <fieldset className="pl-rests-link" ref={list} onKeyDown={(event) => event.key === 'Escape' && close()}>
        <legend className="pl-hidden">Findings that it comes from</legend>
        {findings.map((finding) => (
          <label key={finding.id}>
            <input
              type="checkbox"
              checked={row.findingIds.includes(finding.id)}
              onChange={(event) => {
                const rest = row.findingIds.filter((id) => id !== finding.id);
                const findingIds = event.currentTarget.checked ? [...rest, finding.id] : rest;
                void desk.update(row.id, { findingIds }).then(setError);
              }}
            />
            <span>
              <strong>Finding {finding.number}</strong> {finding.statement}
            </span>
          </label>
        ))}
      </fieldset>
      {findings.length === 0 && (
        <p className="pl-2">
          There is no finding yet. <a href={hrefTo('analysis')}>Add one in Analysis</a>
        </p>
      )}
      <ErrorNote error={error} />
    </Section>
  );
}
