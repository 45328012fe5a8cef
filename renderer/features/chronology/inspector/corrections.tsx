import type { ReactNode } from 'react';
import type { CorrectedField, EventDetail } from '#shared/model/chronology-event.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { InstantText } from '#renderer/ui/date-text.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { CorrectForm } from './correct-form.tsx';
import { FIELD_NAMES } from './field-names.ts';

export type CorrectionsProps = {
  detail: EventDetail;
  identified: boolean;
  cannot: string | null;
  /** Set while something is being corrected; the field that was asked for, if one was. */
  asked: { field: CorrectedField | null; n: number } | null;
  onAsk(): void;
  onDone(): void;
};

/** What stands beside what the agency wrote, who corrected it and why. The original is never changed. */
export function Corrections({ detail, identified, cannot, asked, onAsk, onDone }: CorrectionsProps): ReactNode {
  const { corrections } = detail;
  return (
    <Section
      title="Corrections"
      {...(corrections.length > 0 ? { count: corrections.length } : {})}
      tools={
        asked === null && (
          <LinkButton cannot={cannot} onClick={onAsk}>
            Correct…
          </LinkButton>
        )
      }
    >
      {corrections.length === 0 && asked === null && <p className="pl-2">None. It stands as the agency wrote it.</p>}
      {corrections.map((correction) => (
        <div key={correction.id} className="pl-ch-correction">
          <h4>{FIELD_NAMES[correction.field]}</h4>
          <div className="pl-ch-beside">
            <Side title="As written" text={correction.from} />
            <Side title="As it stands" text={correction.to} />
          </div>
          <p className="pl-2">{correction.reason}</p>
          <p className="pl-2 pl-dim">
            {identified && correction.person ? `${correction.person}, ` : ''}
            <InstantText at={correction.at} />
          </p>
        </div>
      ))}
      {asked !== null && (
        <CorrectForm key={`${detail.id} ${asked.n}`} detail={detail} field={asked.field} cannot={cannot} onDone={onDone} />
      )}
    </Section>
  );
}

function Side({ title, text }: { title: string; text: string | null }): ReactNode {
  return (
    <div>
      <span className="pl-2 pl-dim">{title}</span>
      <p>{text?.trim() ? text : <span className="pl-dim">blank</span>}</p>
    </div>
  );
}
