import type { ReactNode } from 'react';
import type { EventDetail } from '#shared/model/chronology-event.ts';
import { Section } from '#renderer/ui/inspector.tsx';
import { fieldsBeside } from '../passages/fields-in-cells.ts';
import { PassageText } from '../passages/passage-text.tsx';
import { FIELD_NAMES } from './field-names.ts';

/** What stands in the entry besides, where the cells of its row do not show it already: by hand, corrected, joined. */
export function OtherColumns({ detail }: { detail: EventDetail }): ReactNode {
  const cells = new Set(detail.sources.flatMap((source) => source.cells.map(({ text }) => text.trim())));
  const news = (text: string): boolean => text.trim() !== '' && !cells.has(text.trim());
  const fields = fieldsBeside(detail);
  const other = Object.entries(detail.other).filter(([, text]) => news(text));
  if (fields.length === 0 && other.length === 0 && !detail.noContact) return null;
  return (
    <Section title="Also recorded">
      {detail.noContact && <p className="pl-2">The agency wrote that it had no contact.</p>}
      <dl className="pl-ch-words">
        {fields.map((field) => (
          <div key={field.field}>
            <dt>{FIELD_NAMES[field.field]}</dt>
            <dd>
              <PassageText field={field} />
            </dd>
          </div>
        ))}
        {other.map(([column, text]) => (
          <div key={`other ${column}`}>
            <dt>{column}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
