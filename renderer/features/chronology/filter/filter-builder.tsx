import { Plus, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { conditionWords, filterSentence } from '#shared/chronology/filter-words.ts';
import type { Conditions } from '#shared/contract/event-filter.ts';
import { Button, IconButton, LinkButton } from '#renderer/ui/button.tsx';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { SelectField } from '#renderer/ui/field.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import type { EntryList } from '../list/use-entry-list.ts';
import { CONDITION_NAMES, type ConditionName, ConditionEditor, newCondition } from './condition-editor.tsx';
import { type Filters, forBuilder, joined, type Part } from './filter-state.ts';
import { useFilterChoices } from './use-filter-choices.ts';
import type { FilterControl } from './use-filters.ts';
import './filter-builder.css';

export type FilterBuilderProps = { control: FilterControl; list: EntryList; onDone(): void };

const NONE: Conditions = { match: 'all', of: [] };
type Draft = { part: Part; at: number | null; group: number | null };

/** Conditions joined by all or any, each of which can be turned round; the list follows as each is kept. */
export function FilterBuilder({ control, list, onDone }: FilterBuilderProps): ReactNode {
  const choices = useFilterChoices();
  const [draft, setDraft] = useState<Draft | null>(null);
  const filters = forBuilder(control.filters);
  const { where = NONE } = filters;
  const put = (next: Conditions): void => {
    const others: Filters = joined(control.filters) ? { ...filters } : {};
    delete others.where;
    control.set(next.of.length > 0 ? { ...others, where: next } : others);
  };
  const replace = (at: number, part: Part | null): void =>
    put({ ...where, of: part ? where.of.map((one, i) => (i === at ? part : one)) : where.of.filter((_, i) => i !== at) });
  function keep(part: Part): void {
    if (!draft) return;
    const { at, group } = draft;
    if (group !== null) {
      const own = where.of[group];
      if (own?.kind === 'group' && part.kind !== 'group') {
        const of = at === null ? [...own.of, part] : own.of.map((one, i) => (i === at ? part : one));
        replace(group, { ...own, of });
      }
    } else if (at === null) put({ ...where, of: [...where.of, part] });
    else replace(at, part);
    setDraft(null);
  }
  const turn = (part: Part): Part => ({ ...part, not: !part.not });
  const line = (part: Part, at: number, group: number | null): ReactNode => {
    const words = conditionWords(part, choices.names);
    const editing = draft !== null && draft.at === at && draft.group === group;
    const own = group === null ? null : where.of[group];
    const set = (next: Part | null): void => {
      if (own?.kind !== 'group') return replace(at, next);
      const of = own.of.flatMap((one, i) => (i !== at ? [one] : next && next.kind !== 'group' ? [next] : []));
      replace(group ?? 0, of.length > 0 ? { ...own, of } : null);
    };
    return (
      <li key={at}>
        <div className="pl-row">
          <span className="pl-grow">{words}</span>
          <LinkButton aria-pressed={part.not === true} onClick={() => set(turn(part))}>
            {part.not ? 'Turn back' : 'Turn round'}
          </LinkButton>
          <LinkButton onClick={() => setDraft(editing ? null : { part, at, group })}>{editing ? 'Close' : 'Change'}</LinkButton>
          <IconButton bar label={`Remove: ${words}`} icon={<X size={12} aria-hidden />} onClick={() => set(null)} />
        </div>
        {editing && part.kind !== 'group' && (
          <ConditionEditor key={words} condition={part} choices={choices} onKeep={keep} onLeave={() => setDraft(null)} />
        )}
      </li>
    );
  };
  const adder = (group: number | null): ReactNode => (
    <>
      <SelectField<string>
        label={group === null ? 'Add a condition' : 'Add to the group'}
        quiet={group !== null}
        value=""
        onChange={(name: string) => {
          if (name === 'group') put({ ...where, of: [...where.of, newGroup(where.match)] });
          else if (name) setDraft({ part: newCondition(name as ConditionName), at: null, group });
        }}
        options={[
          { value: '', label: group === null ? 'Choose what to look at' : 'Add to the group…' },
          ...Object.entries(CONDITION_NAMES).map(([value, label]) => ({ value, label })),
          ...(group === null ? [{ value: 'group', label: 'Several, joined another way' }] : []),
        ]}
      />
      {draft && draft.at === null && draft.group === group && draft.part.kind !== 'group' && (
        <ConditionEditor
          key={draft.part.kind}
          condition={draft.part}
          choices={choices}
          onKeep={keep}
          onLeave={() => setDraft(null)}
        />
      )}
    </>
  );
  return (
    <div className="pl-ch-inspector" onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onDone()}>
      <Inspector
        title="Filter"
        end={
          <>
            <Button look="main" onClick={onDone}>
              Back to the entries
            </Button>
            <Button cannot={control.on > 0 ? null : 'No filter is on'} onClick={control.clear}>
              Clear filters
            </Button>
          </>
        }
      >
        <Section title="Shown">
          <p aria-live="polite">
            {filterSentence(control.filters, choices.names)}.{' '}
            <span className="pl-2">
              {list.sure ? count(list.matching + list.beneath) : '…'} of {counted(list.all, 'entry', 'entries')}.
            </span>
          </p>
        </Section>
        <Section title="Conditions" count={where.of.length}>
          {where.of.length > 1 && (
            <SelectField
              label="An entry is shown where"
              value={where.match}
              onChange={(match) => put({ ...where, match })}
              options={MATCHES}
            />
          )}
          <ul className="pl-ch-conditions">
            {where.of.map((part, i) =>
              part.kind === 'group' ? (
                <li key={i} className="pl-ch-condition-group">
                  <div className="pl-row">
                    <SelectField
                      label="Of this group"
                      quiet
                      value={part.match}
                      onChange={(match) => replace(i, { ...part, match })}
                      options={MATCHES}
                    />
                    <LinkButton aria-pressed={part.not === true} onClick={() => replace(i, turn(part))}>
                      {part.not ? 'Turn back' : 'Turn round'}
                    </LinkButton>
                    <IconButton
                      bar
                      label="Remove the group"
                      icon={<X size={12} aria-hidden />}
                      onClick={() => replace(i, null)}
                    />
                  </div>
                  {part.not && <p className="pl-2">Turned round: where this does not hold.</p>}
                  <ul className="pl-ch-conditions">{part.of.map((one, at) => line(one, at, i))}</ul>
                  {adder(i)}
                </li>
              ) : (
                line(part, i, null)
              ),
            )}
          </ul>
          {adder(null)}
        </Section>
        {where.of.length === 0 && (
          <Section>
            <p className="pl-2">
              <Plus size={12} aria-hidden /> Each condition narrows the list at once. Two or more can be joined so that all must
              hold, or any may.
            </p>
          </Section>
        )}
      </Inspector>
    </div>
  );
}

const MATCHES = [
  { value: 'all', label: 'all of these hold' },
  { value: 'any', label: 'any of these holds' },
] as const;

/** A group begins with something, for a group of nothing is no condition. */
const newGroup = (outer: 'all' | 'any'): Part => ({
  kind: 'group',
  match: outer === 'all' ? 'any' : 'all',
  of: [{ kind: 'fact', is: 'tagged' }],
});
