import { type ReactNode, useEffect, useRef } from 'react';
import type { Timescale } from '#shared/model/recommendation.ts';
import { localToday } from '#renderer/data/today.ts';
import { dayLabel } from '#renderer/ui/date-text.tsx';
import { SelectField, TextAreaField, TextField } from '#renderer/ui/field.tsx';
import { dueOf, type PlanDraft } from './draft.ts';
import { type PlanRow, STATUSES } from './plan-rows.ts';

export type PlanFieldsProps = {
  draft: PlanDraft;
  before: Timescale | null;
  kind: PlanRow['kind'];
  rows: readonly PlanRow[];
  /** Why nothing can be changed now. */
  cannot: string | null;
  /** The field to begin in. */
  field?: string | undefined;
  onChange(draft: PlanDraft): void;
};

/** The fields of an action or a recommendation. What is not yet written is asked for by its label, not by a blank box alone. */
export function PlanFields({ draft, before, kind, rows, cannot, field, onChange }: PlanFieldsProps): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const set = (change: Partial<PlanDraft>): void => onChange({ ...draft, ...change });
  const due = dueOf(draft.timescale, before, localToday());
  const readOnly = cannot !== null;
  useEffect(() => {
    const wanted = field?.split('.')[0];
    if (wanted) root.current?.querySelector<HTMLElement>(`[data-field="${CSS.escape(wanted)}"]`)?.focus();
  }, [field]);
  const recommendations = rows.filter((row) => row.kind === 'recommendation' && row.number !== '');
  return (
    <div className="pl-stack" ref={root}>
      {cannot && <p className="pl-2">{cannot}. The fields can be read, not changed.</p>}
      <TextField
        label="Heading"
        data-field="heading"
        value={draft.heading}
        readOnly={readOnly}
        maxLength={300}
        onChange={(heading) => set({ heading })}
      />
      <TextAreaField
        label="Text"
        data-field="text"
        value={draft.text}
        readOnly={readOnly}
        rows={6}
        maxLength={8000}
        required
        onChange={(text) => set({ text })}
      />
      <TextAreaField
        label="Owners"
        data-field="owners"
        hint="Posts, one a line."
        value={draft.owners}
        readOnly={readOnly}
        rows={draft.owners.includes('\n') ? 3 : 2}
        onChange={(owners) => set({ owners })}
      />
      <TextField
        label="Lead agency"
        data-field="leadAgency"
        value={draft.leadAgency}
        readOnly={readOnly}
        maxLength={300}
        onChange={(leadAgency) => set({ leadAgency })}
      />
      <TextField
        label="By when"
        data-field="timescale"
        value={draft.timescale}
        readOnly={readOnly}
        maxLength={500}
        onChange={(timescale) => set({ timescale })}
        hint={
          due
            ? `Due ${dayLabel(due)}`
            : draft.timescale.trim()
              ? 'Kept as it is written; no day is read from it.'
              : 'A date, or within three months of publication.'
        }
      />
      <TextAreaField
        label="Measure"
        data-field="successMeasure"
        hint="How it will be known that it made a difference."
        value={draft.successMeasure}
        readOnly={readOnly}
        rows={3}
        maxLength={4000}
        onChange={(successMeasure) => set({ successMeasure })}
      />
      <TextAreaField
        label="Assurance"
        data-field="assurance"
        hint="Who oversees it, in order, one a line."
        value={draft.assurance}
        readOnly={readOnly}
        rows={Math.min(5, Math.max(2, draft.assurance.split('\n').length))}
        onChange={(assurance) => set({ assurance })}
      />
      {kind === 'action' && !readOnly && (
        <>
          <SelectField label="Status" value={draft.status} options={STATUSES} onChange={(status) => set({ status })} />
          {recommendations.length > 0 && (
            <SelectField
              label="Under"
              value={draft.recommendationId}
              options={[
                { value: '', label: 'No recommendation' },
                ...recommendations.map((row) => ({ value: row.id, label: row.name })),
              ]}
              onChange={(recommendationId) => set({ recommendationId })}
            />
          )}
        </>
      )}
    </div>
  );
}
