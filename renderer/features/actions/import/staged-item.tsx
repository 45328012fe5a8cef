import { type ReactNode, useState } from 'react';
import type { StagedAction } from '#shared/model/recommendation.ts';
import { readTimescaleField } from '#shared/recommendations/labelled.ts';
import { localToday } from '#renderer/data/today.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { dayLabel } from '#renderer/ui/date-text.tsx';
import { SelectField, TextAreaField, TextField } from '#renderer/ui/field.tsx';
import type { Staged } from './staged.ts';

export type StagedItemProps = {
  staged: Staged;
  first: boolean;
  onSwitch(on: boolean): void;
  onChange(patch: Partial<StagedAction>): void;
  onKind(kind: StagedAction['kind']): void;
  onJoin(): void;
};
const KINDS = [
  { value: 'recommendation', label: 'Recommendation' },
  { value: 'action', label: 'Action' },
] as const;

/** One line that was read: switched off, changed, or joined to the one above. */
export function StagedItem({ staged, first, onSwitch, onChange, onKind, onJoin }: StagedItemProps): ReactNode {
  const { item, on, under } = staged;
  const [editing, setEditing] = useState(false);
  const name = `${item.kind === 'action' ? 'Action' : 'Recommendation'}${item.number ? ` ${item.number}` : ''}`;
  const { timescale } = item;
  return (
    <li className="pl-staged-item" data-off={on ? undefined : true} data-under={under === null ? undefined : true}>
      <input
        type="checkbox"
        checked={on}
        aria-label={`Take in ${name}${item.heading ? `: ${item.heading}` : ''}`}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      <div>
        <h3>
          {name}
          {item.heading && `: ${item.heading}`}
        </h3>
        {!editing && <p className="pl-staged-words">{item.text}</p>}
        {editing && (
          <div className="pl-staged-edit">
            <SelectField label="Kind" value={item.kind} options={KINDS} onChange={onKind} />
            <TextField
              label="Heading"
              value={item.heading ?? ''}
              maxLength={300}
              onChange={(heading) => onChange({ heading: heading || null })}
            />
            <TextAreaField
              label="Text"
              value={item.text}
              rows={4}
              maxLength={8000}
              onChange={(text) => onChange({ text })}
              autoFocus
            />
            <TextField
              label="Owners"
              hint="Posts, parted by a semicolon."
              value={item.owners.join('; ')}
              onChange={(text) => onChange({ owners: ownersOf(text) })}
            />
            <TextField
              label="By when"
              value={timescale?.asWritten ?? ''}
              maxLength={500}
              hint={timescale?.due ? dayLabel(timescale.due) : null}
              onChange={(asWritten) => onChange({ timescale: timescaleOf(asWritten) })}
            />
            <TextField
              label="Measure"
              value={item.successMeasure ?? ''}
              maxLength={4000}
              onChange={(measure) => onChange({ successMeasure: measure || null })}
            />
          </div>
        )}
        {!editing && (
          <p className="pl-staged-facts">
            <span>Owner: {item.owners.length > 0 ? item.owners.join('; ') : 'none read'}</span>
            <span>
              By: {timescale ? timescale.asWritten : 'none read'}
              {timescale?.due &&
                timescale.asWritten !== dayLabel(timescale.due, { weekday: false }) &&
                ` (${dayLabel(timescale.due)})`}
            </span>
            <span>Measure: {item.successMeasure ?? 'none read'}</span>
          </p>
        )}
        <p className="pl-staged-tools">
          <LinkButton aria-label={editing ? `Close ${name}` : `Change ${name}`} onClick={() => setEditing(!editing)}>
            {editing ? 'Close' : 'Change'}
          </LinkButton>
          {!first && (
            <LinkButton aria-label={`Join ${name} to the one above`} onClick={onJoin}>
              Join to the one above
            </LinkButton>
          )}
        </p>
      </div>
    </li>
  );
}

/** A space or sign just typed at the end stays while one goes on typing. */
function ownersOf(text: string): string[] {
  return text
    .split(';')
    .map((owner, i) => (i === 0 ? owner : owner.trimStart()))
    .filter((owner, i, all) => owner !== '' || i === all.length - 1)
    .slice(0, 20);
}
function timescaleOf(asWritten: string): StagedAction['timescale'] {
  if (asWritten === '') return null;
  return { asWritten, due: readTimescaleField(asWritten, { today: localToday() })?.due ?? null };
}
