import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import type { Evidence, Stance } from '#shared/model/analysis.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { type Candidate, findEntries } from './find-entries.ts';

export type AddEvidenceProps = {
  known: readonly Evidence[];
  cannot: string | null;
  add(eventId: string, stance: Stance): void;
};

const WAIT_MS = 150;

/** Finds entries by reference number or by words, and puts them on one side or the other. */
export function AddEvidence({ known, cannot, add }: AddEvidenceProps): ReactNode {
  const { client } = useWorkbench();
  const agencies = useAgencies();
  const [asked, setAsked] = useState('');
  const [found, setFound] = useState<{ asked: string; entries: Candidate[] } | null>(null);
  useEffect(() => {
    if (asked.trim() === '') return undefined;
    let old = false;
    const wait = setTimeout(() => {
      findEntries(client, asked).then(
        (entries) => !old && setFound({ asked, entries }),
        () => !old && setFound({ asked, entries: [] }),
      );
    }, WAIT_MS);
    return () => {
      old = true;
      clearTimeout(wait);
    };
  }, [client, asked]);
  const stands = (id: string): Stance | undefined => known.find((item) => item.eventId === id)?.stance;
  const entries = asked.trim() === '' ? [] : (found?.entries ?? []);
  const open = entries.filter((entry) => !stands(entry.id));
  function key(event: KeyboardEvent): void {
    const [first] = open;
    if (event.key === 'Escape') setAsked('');
    else if (event.key === 'Enter' && first && found?.asked === asked && !cannot) {
      event.preventDefault();
      add(first.id, event.shiftKey ? 'against' : 'for');
    }
  }
  return (
    <Section title="Add evidence">
      <TextField
        label="Reference numbers, or words"
        hint="Enter adds the first for it, Shift+Enter against it."
        value={asked}
        readOnly={cannot !== null}
        title={cannot ?? undefined}
        placeholder="315, or: not brought"
        onChange={setAsked}
        onKeyDown={key}
      />
      <ul className="pl-add-found" aria-label="Entries found">
        {entries.map((entry) => {
          const agency = agencies.get(entry.agencyId);
          const stance = stands(entry.id);
          return (
            <li key={entry.id}>
              <span className="pl-evidence-head">
                {agency && <AgencyTag agency={agency} lettersOnly />}
                <span className="pl-evidence-ref">{String(entry.ref).padStart(4, '0')}</span>
                <span className="pl-dim">{entry.dateLabel}</span>
                <span className="pl-push pl-row">
                  {stance ? (
                    <span className="pl-dim">stands {stance} it</span>
                  ) : (
                    <>
                      <Button
                        bar
                        cannot={cannot}
                        aria-label={`Entry ${entry.ref} stands for it`}
                        onClick={() => add(entry.id, 'for')}
                      >
                        For
                      </Button>
                      <Button
                        bar
                        cannot={cannot}
                        aria-label={`Entry ${entry.ref} stands against it`}
                        onClick={() => add(entry.id, 'against')}
                      >
                        Against
                      </Button>
                    </>
                  )}
                </span>
              </span>
              <span className="pl-evidence-text">{entry.text}</span>
            </li>
          );
        })}
      </ul>
      <p className="pl-2" aria-live="polite">
        {asked.trim() !== '' && found?.asked === asked && entries.length === 0 && 'No entry matches.'}
      </p>
    </Section>
  );
}
