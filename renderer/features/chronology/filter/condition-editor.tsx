import { type FormEvent, type ReactNode, useState } from 'react';
import { CERTAINTY_WORDS, FACT_WORDS, FIELD_WORDS, PRECISION_WORDS, PROBLEM_WORDS } from '#shared/chronology/filter-words.ts';
import type { Condition, Fact, WordsField } from '#shared/contract/event-filter.ts';
import { readDay } from '#renderer/data/read-day.ts';
import { Button } from '#renderer/ui/button.tsx';
import { count, dayLabel } from '#renderer/ui/date-text.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { CheckList } from './check-list.tsx';
import type { FilterChoices } from './use-filter-choices.ts';

/** What a condition may look at, in the order of the list. */
export const CONDITION_NAMES = {
  agency: 'Agency',
  period: 'Period',
  theme: 'Theme, with those below it',
  person: 'Person',
  words: 'Words',
  problem: 'Kind of date problem',
  precision: 'How exact the date is',
  certainty: 'How sure the date is',
  annotatedBy: 'Annotated by',
  fact: 'Tagged, annotated, by hand …',
  return: 'Return',
  ref: 'Reference number',
} as const satisfies Record<Condition['kind'], string>;
export type ConditionName = keyof typeof CONDITION_NAMES;

const EMPTY: { [K in ConditionName]: Extract<Condition, { kind: K }> } = {
  agency: { kind: 'agency', ids: [] },
  period: { kind: 'period' },
  theme: { kind: 'theme', ids: [] },
  person: { kind: 'person', ids: [] },
  words: { kind: 'words', words: '' },
  problem: { kind: 'problem' },
  precision: { kind: 'precision', any: [] },
  certainty: { kind: 'certainty', any: [] },
  annotatedBy: { kind: 'annotatedBy', people: [] },
  fact: { kind: 'fact', is: 'annotated' },
  return: { kind: 'return', ids: [] },
  ref: { kind: 'ref' },
};
export const newCondition = (name: ConditionName): Condition => EMPTY[name];

export type ConditionEditorProps = {
  condition: Condition;
  choices: FilterChoices;
  onKeep(condition: Condition): void;
  onLeave(): void;
};

/** One condition being written. It counts when it is kept. */
export function ConditionEditor({ condition, choices, onKeep, onLeave }: ConditionEditorProps): ReactNode {
  const [draft, setDraft] = useState(condition);
  const lacks = lackOf(draft);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!lacks) onKeep(draft);
  }
  return (
    <form className="pl-stack pl-ch-condition" aria-label={CONDITION_NAMES[draft.kind]} onSubmit={submit}>
      <Fields draft={draft} choices={choices} onChange={setDraft} />
      <div className="pl-row">
        <Button look="main" type="submit" cannot={lacks}>
          Keep the condition
        </Button>
        <Button onClick={onLeave}>Leave it</Button>
      </div>
    </form>
  );
}

function lackOf(draft: Condition): string | null {
  if ('ids' in draft && draft.ids.length === 0) return 'Choose at least one';
  if ('people' in draft && draft.people.length === 0) return 'Choose at least one';
  if ('any' in draft && draft.any.length === 0) return 'Choose at least one';
  if (draft.kind === 'words' && !draft.words.trim()) return 'Write the words';
  if (draft.kind === 'period' && !draft.from && !draft.to) return 'Write a first or a last day';
  if (draft.kind === 'ref' && draft.from === undefined && draft.to === undefined) return 'Write a number';
  return null;
}

type FieldsProps = { draft: Condition; choices: FilterChoices; onChange(draft: Condition): void };

function Fields({ draft, choices, onChange }: FieldsProps): ReactNode {
  switch (draft.kind) {
    case 'agency':
    case 'theme':
    case 'person':
    case 'return': {
      const items = { agency: choices.agencies, theme: choices.themes, person: choices.people, return: choices.returns }[
        draft.kind
      ];
      return (
        <CheckList
          label={CONDITION_NAMES[draft.kind]}
          items={items}
          chosen={draft.ids}
          onChange={(ids) => onChange({ ...draft, ids })}
          none="There is none yet."
        />
      );
    }
    case 'annotatedBy':
      return (
        <CheckList
          label={CONDITION_NAMES.annotatedBy}
          items={choices.annotators.map(({ label, annotations }, i) => ({ id: String(i), label, beside: count(annotations) }))}
          chosen={choices.annotators.flatMap((one, i) => (draft.people.some((who) => isSame(who, one)) ? [String(i)] : []))}
          onChange={(chosen) =>
            onChange({
              ...draft,
              people: chosen.flatMap((i) => {
                const one = choices.annotators[Number(i)];
                return one ? [{ name: one.name, post: one.post }] : [];
              }),
            })
          }
          none="Nobody has annotated an entry yet."
        />
      );
    case 'problem':
      return (
        <CheckList
          label="Kinds of problem; none ticked means any"
          items={Object.entries(PROBLEM_WORDS).map(([id, label]) => ({ id, label }))}
          chosen={draft.codes ?? []}
          onChange={(codes) => onChange({ ...draft, codes })}
          none=""
        />
      );
    case 'precision':
      return (
        <CheckList
          label="Dated to"
          items={itemsOf(PRECISION_WORDS)}
          chosen={draft.any}
          onChange={(any) => onChange({ ...draft, any: any as (keyof typeof PRECISION_WORDS)[] })}
          none=""
        />
      );
    case 'certainty':
      return (
        <CheckList
          label="The date is"
          items={itemsOf(CERTAINTY_WORDS)}
          chosen={draft.any}
          onChange={(any) => onChange({ ...draft, any: any as (keyof typeof CERTAINTY_WORDS)[] })}
          none=""
        />
      );
    case 'fact':
      return (
        <SelectField
          label="Entries"
          value={draft.is}
          onChange={(is: Fact) => onChange({ ...draft, is })}
          options={(Object.keys(FACT_WORDS) as Fact[]).map((value) => ({ value, label: FACT_WORDS[value][0] }))}
        />
      );
    case 'words':
      return (
        <>
          <TextField
            label="Words"
            value={draft.words}
            onChange={(words) => onChange({ ...draft, words })}
            hint="All of them; “quoted” as they stand"
          />
          <SelectField
            label="In"
            value={draft.field ?? 'all'}
            onChange={(field: WordsField | 'all') => {
              const { field: _, ...others } = draft;
              onChange(field === 'all' ? others : { ...others, field });
            }}
            options={[
              { value: 'all' as const, label: 'everything' },
              ...(Object.keys(FIELD_WORDS) as WordsField[]).map((value) => ({ value, label: FIELD_WORDS[value] })),
            ]}
          />
        </>
      );
    case 'period':
      return <PeriodFields draft={draft} onChange={onChange} />;
    case 'ref':
      return (
        <>
          <NumberField label="From number" value={draft.from} onChange={(from) => onChange(withNumber(draft, 'from', from))} />
          <NumberField label="To number" value={draft.to} onChange={(to) => onChange(withNumber(draft, 'to', to))} />
        </>
      );
  }
}

type Person = { name: string; post: string };
const isSame = (a: Person, b: Person): boolean => a.name === b.name && a.post === b.post;

const itemsOf = (words: Readonly<Record<string, string>>): { id: string; label: string }[] =>
  Object.entries(words).map(([id, label]) => ({ id, label }));

type Ref = Extract<Condition, { kind: 'ref' }>;
function withNumber({ from, to, ...draft }: Ref, side: 'from' | 'to', n: number | undefined): Ref {
  const both = { from, to, [side]: n };
  return { ...draft, ...(both.from === undefined ? {} : { from: both.from }), ...(both.to === undefined ? {} : { to: both.to }) };
}

function NumberField(props: { label: string; value: number | undefined; onChange(n: number | undefined): void }): ReactNode {
  const { label, value, onChange } = props;
  const [text, setText] = useState(value === undefined ? '' : String(value));
  const wrong = text.trim() !== '' && !/^#?\d{1,7}$/.test(text.trim());
  return (
    <TextField
      label={label}
      value={text}
      inputMode="numeric"
      error={wrong ? 'This is not a number' : null}
      onChange={(next) => {
        setText(next);
        const n = /^#?(\d{1,7})$/.exec(next.trim())?.[1];
        onChange(n === undefined ? undefined : Number(n));
      }}
    />
  );
}

type Period = Extract<Condition, { kind: 'period' }>;
function PeriodFields({ draft, onChange }: { draft: Period; onChange(draft: Period): void }): ReactNode {
  const shown = (day: string | undefined): string => (day ? dayLabel(day, { weekday: false }) : '');
  const [from, setFrom] = useState(shown(draft.from));
  const [to, setTo] = useState(shown(draft.to));
  function set(first: string, last: string): void {
    setFrom(first);
    setTo(last);
    const [a, b] = [readDay(first, 'earliest'), readDay(last, 'latest')];
    onChange({ kind: 'period', ...(draft.not ? { not: true } : {}), ...(a ? { from: a } : {}), ...(b ? { to: b } : {}) });
  }
  return (
    <>
      <TextField
        label="From"
        value={from}
        onChange={(text) => set(text, to)}
        placeholder="Sep 2025"
        hint={draft.from ? dayLabel(draft.from) : 'The beginning'}
      />
      <TextField
        label="To"
        value={to}
        onChange={(text) => set(from, text)}
        placeholder="Mar 2026"
        hint={draft.to ? dayLabel(draft.to) : 'The end'}
      />
    </>
  );
}
