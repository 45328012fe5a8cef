import { Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { Level, type Recommendation } from '#shared/model/recommendation.ts';
import { readTimescaleField } from '#shared/recommendations/labelled.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { IconButton } from '#renderer/ui/button.tsx';
import { dayLabel } from '#renderer/ui/date-text.tsx';
import { useDesk } from '../../desk.ts';
import type { RecommendationPatch, RecommendationRow } from '../../draft/recommendation-writer.ts';
import { PostList } from './post-list.tsx';

export type FieldsProps = { row: RecommendationRow; change(patch: RecommendationPatch): Promise<boolean> };

const LEVELS: Record<NonNullable<Recommendation['level']>, string> = {
  local: 'Local',
  regional: 'Regional',
  national: 'National',
};

/** The fields of a recommendation, written where they are read. Each is kept on leaving it, as a change that can be undone. */
export function RecommendationFields({ row, change }: FieldsProps): ReactNode {
  const { agencies, today, cannot } = useDesk();
  const host = useRef<HTMLDivElement>(null);
  const lead = [...agencies.values()].find((agency) => agency.name === row.leadAgency);
  const read = row.timescale ? readTimescaleField(row.timescale.asWritten, { today }) : null;
  const timescale = (asWritten: string): Promise<boolean> => {
    if (asWritten === '') return change({ timescale: null });
    return change({ timescale: { asWritten, due: readTimescaleField(asWritten, { today })?.due ?? null } });
  };
  return (
    <div className="pl-rec-fields" ref={host} role="group" aria-label="Fields">
      <Row label="Owner" at="owners" half>
        <PostList
          label="Owner"
          posts={row.owners}
          cannot={cannot}
          empty="Name the post"
          change={(owners) => change({ owners })}
        />
      </Row>
      <Row label="Lead agency" half>
        {lead && <AgencyTag agency={lead} lettersOnly />}
        <TextInput
          label="Lead agency"
          value={row.leadAgency ?? ''}
          cannot={cannot}
          keep={(leadAgency) => change({ leadAgency: leadAgency || null })}
        />
        {!cannot && agencies.size > 0 && (
          <Menu position="bottom-end">
            <Menu.Target>
              <IconButton
                className="pl-rec-agencies"
                label="Choose the lead agency"
                icon={<ChevronDown size={14} aria-hidden />}
              />
            </Menu.Target>
            <Menu.Dropdown>
              {[...agencies.values()].map((agency) => (
                <Menu.Item key={agency.id} onClick={() => void change({ leadAgency: agency.name })}>
                  <AgencyTag agency={agency} />
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Row>
      <Row label="Timescale" at="timescale" half>
        <span className="pl-rec-stacked">
          <TextInput label="Timescale" value={row.timescale?.asWritten ?? ''} cannot={cannot} keep={timescale} />
          {row.timescale && (
            <span className="pl-dim">
              {row.timescale.due ? dayLabel(row.timescale.due) : read?.kind === 'vague' ? 'No day can be read' : 'No fixed day'}
            </span>
          )}
        </span>
      </Row>
      <Row label="Level" half>
        <select
          className="pl-rec-input"
          aria-label="Level"
          value={row.level ?? ''}
          data-empty={row.level === null || undefined}
          disabled={cannot !== null}
          onChange={(event) => void change({ level: Level.safeParse(event.currentTarget.value).data ?? null })}
        >
          <option value="">Not set</option>
          {Level.options.map((level) => (
            <option key={level} value={level}>
              {LEVELS[level]}
            </option>
          ))}
        </select>
      </Row>
      <Row label="Measure" at="measure">
        <TextInput
          label="Measure"
          value={row.successMeasure ?? ''}
          cannot={cannot}
          empty="How will anyone know it was done?"
          keep={(successMeasure) => change({ successMeasure: successMeasure || null })}
        />
      </Row>
      <Row label="Outcome" at="outcome">
        <TextInput
          label="Expected outcome"
          value={row.expectedOutcome ?? ''}
          cannot={cannot}
          empty="What will be different for children?"
          keep={(expectedOutcome) => change({ expectedOutcome: expectedOutcome || null })}
        />
      </Row>
      <Row label="Assurance" at="assurance">
        <PostList
          label="Assurance"
          posts={row.assurance}
          cannot={cannot}
          chain
          empty="Who oversees it?"
          change={(assurance) => change({ assurance })}
        />
      </Row>
      <Row label="Short title">
        <TextInput
          label="Short title"
          value={row.heading ?? ''}
          cannot={cannot}
          keep={(heading) => change({ heading: heading || null })}
        />
      </Row>
    </div>
  );
}

function Row({
  label,
  at,
  half = false,
  children,
}: {
  label: string;
  at?: string;
  half?: boolean;
  children: ReactNode;
}): ReactNode {
  return (
    <div className="pl-rec-field" data-half={half || undefined} data-at={at}>
      <span className="pl-rec-label" aria-hidden>
        {label}
      </span>
      <span className="pl-rec-value">{children}</span>
    </div>
  );
}

type TextInputProps = {
  label: string;
  value: string;
  cannot: string | null;
  empty?: string;
  keep(value: string): Promise<boolean>;
};

/** One value, kept on Enter or on leaving; Esc puts back what stood. What could not be kept stays as typed. */
function TextInput({ label, value, cannot, empty = 'Not set', keep }: TextInputProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const shown = typed ?? value;
  async function leave(): Promise<void> {
    if (typed === null) return;
    const next = typed.trim();
    if (next === value || (await keep(next))) setTyped(null);
  }
  function key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void leave();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      setTyped(null);
    }
  }
  const common = {
    className: 'pl-rec-input',
    'aria-label': label,
    placeholder: empty,
    value: shown,
    readOnly: cannot !== null,
    title: cannot ?? undefined,
    onBlur: () => void leave(),
    onKeyDown: key,
  };
  useFitting(field, shown);
  return (
    <textarea {...common} ref={field} rows={1} onChange={(event) => setTyped(event.currentTarget.value.replace(/\n+/g, ' '))} />
  );
}

/** Where the browser does not fit a field to its text by itself. */
function useFitting(field: RefObject<HTMLTextAreaElement | null>, text: string): void {
  useEffect(() => {
    const element = field.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [field, text]);
}
