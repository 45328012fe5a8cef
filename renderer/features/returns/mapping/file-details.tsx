import type { ReactNode } from 'react';
import type { ReturnPreview } from '#shared/contract/returns.ts';
import { count } from '#renderer/ui/date-text.tsx';
import { DefinitionList, Inspector, Section } from '#renderer/ui/inspector.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { FIELD_WORDS, FORMAT_WORDS, WHY_WORDS } from './field-words.ts';

/** Of a file that has been read and not added: what it is, what each column became and why, what adding does. */
export function FileDetails({ preview }: { preview: ReturnPreview }): ReactNode {
  const kept = preview.columns.filter(({ field }) => field === 'other');
  const items: (readonly [string, ReactNode])[] = [
    ['File', preview.file],
    ['Kind', FORMAT_WORDS[preview.format]],
    ['From', preview.agencies.join(', ') || 'not said'],
    ['Tables', count(preview.tables)],
    ['Rows read', count(preview.rowsRead)],
    ['Entries', count(preview.entries)],
  ];
  return (
    <Inspector reads title="This file" beside={<span className="pl-dim">not in the review yet</span>}>
      <Section title="What was read">
        <DefinitionList items={items} />
      </Section>
      {preview.entries > 0 && (
        <Section title="Dates">
          <ul className="pl-rt-facts">
            <li>
              <StatusMark status="done">{count(preview.datesSure)} read surely</StatusMark>
            </li>
            <li>
              <StatusMark status="note">{count(preview.datesWorkedOut)} worked out</StatusMark>
            </li>
            {preview.datesToAsk > 0 && (
              <li>
                <StatusMark status="look">{count(preview.datesToAsk)} to ask about</StatusMark>
              </li>
            )}
          </ul>
          <p className="pl-2">
            What was written stays beside each date. An entry without a readable date stands after the row above it.
          </p>
        </Section>
      )}
      {preview.columns.length > 0 && (
        <Section title="Columns" count={preview.columns.length}>
          <DefinitionList
            items={preview.columns.map((column) => [
              `${column.name}${preview.tables > 1 ? ` (${column.table})` : ''}`,
              <span key={column.name}>
                {FIELD_WORDS[column.field]} <span className="pl-dim">{WHY_WORDS[column.because]}</span>
              </span>,
            ])}
          />
          {kept.length > 0 && (
            <p className="pl-2 pl-rt-after">
              Columns that are kept stay with each entry under their own headings. Nothing is dropped.
            </p>
          )}
        </Section>
      )}
      <Section title="When it is added">
        <p className="pl-2">
          The file itself is kept in the review, byte for byte. Its rows never change; corrections stand beside them. Adding can
          be undone, and the return can be withdrawn later.
        </p>
      </Section>
    </Inspector>
  );
}
