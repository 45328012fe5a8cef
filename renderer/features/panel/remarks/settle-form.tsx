import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { CorrectedField } from '#shared/model/chronology-event.ts';
import type { PanelRemark } from '#shared/model/panel.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField, TextAreaField, TextField } from '#renderer/ui/field.tsx';

export type SettleTask = 'answer' | 'setAside' | 'correct' | 'place';
export type SettleInput =
  | { task: 'answer'; words: string }
  | { task: 'setAside'; words: string }
  | { task: 'correct'; field: CorrectedField; to: string; reason: string }
  | { task: 'place'; ref: number };
export type SettleFormProps = {
  task: SettleTask;
  remark: PanelRemark;
  /** Remarks that are chosen together. */
  count: number;
  cannot: string | null;
  onDone(input: SettleInput): void;
  onLeave(): void;
};

const FIELDS: Record<CorrectedField, string> = {
  description: 'What was recorded',
  sourceOfInformation: 'Source',
  response: 'Response',
  outcome: 'Outcome',
  childVoice: 'Voice of the child',
  agencyComment: 'Comment of the agency',
  involved: 'Who was involved',
  date: 'Date',
};
const VERBS: Record<SettleTask, string> = {
  answer: 'Keep the answer',
  setAside: 'Set aside',
  correct: 'Put the correction beside the original',
  place: 'Place it there',
};

/** What is asked before a remark is settled in words, or an entry corrected by it. */
export function SettleForm({ task, remark, count, cannot, onDone, onLeave }: SettleFormProps): ReactNode {
  const form = useRef<HTMLFormElement>(null);
  const [words, setWords] = useState('');
  const [field, setField] = useState<CorrectedField>(remark.field ?? 'description');
  const [to, setTo] = useState(proposed(remark));
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, input')?.focus(), []);
  const ref = Number(/^\s*0*(\d{1,9})\s*$/.exec(words)?.[1] ?? 0);
  const missing =
    task === 'place' ? ref === 0 : task === 'correct' ? to.trim() === '' && field === 'description' : words.trim() === '';
  const why = cannot ?? (missing ? (task === 'place' ? 'Give the number of an entry' : 'Nothing is written yet') : null);
  function submit(event?: FormEvent): void {
    event?.preventDefault();
    if (why) return;
    if (task === 'place') onDone({ task, ref });
    else if (task === 'correct') onDone({ task, field, to, reason: words.trim() });
    else if (task === 'answer') onDone({ task, words: words.trim() });
    else onDone({ task, words: words.trim() });
  }
  return (
    <form
      ref={form}
      className="pl-stack"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onLeave();
        } else if (event.key === 'Enter' && event.ctrlKey) {
          event.stopPropagation();
          submit();
        }
      }}
    >
      {task === 'correct' && (
        <>
          {remark.field === null && (
            <SelectField
              label="Which part"
              value={field}
              onChange={setField}
              options={(Object.keys(FIELDS) as CorrectedField[]).map((value) => ({ value, label: FIELDS[value] }))}
            />
          )}
          <TextAreaField
            label={`${FIELDS[field]}, as it will stand`}
            rows={5}
            value={to}
            onChange={setTo}
            hint={
              remark.copyView === 'anonymised'
                ? 'The copy showed pseudonyms. This is the entry’s own text: put the change in by hand.'
                : remark.changedSince
                  ? 'The entry has changed since the copy was made. Compare before it is kept.'
                  : 'What the agency wrote stays beside it.'
            }
          />
        </>
      )}
      {task === 'place' ? (
        <TextField
          label="Number of the entry"
          inputMode="numeric"
          value={words}
          onChange={setWords}
          hint="As printed in the copy: 0042."
        />
      ) : (
        <TextAreaField
          label={task === 'answer' ? 'Answer' : task === 'correct' ? 'Reason, besides the member’s (may stay empty)' : 'Reason'}
          rows={3}
          value={words}
          onChange={setWords}
        />
      )}
      <div className="pl-row pl-row-wrap">
        <Button look="main" type="submit" cannot={why}>
          {count > 1 && task !== 'place' && task !== 'correct' ? `${VERBS[task]}: ${count} remarks` : VERBS[task]}
        </Button>
        <Button onClick={onLeave}>Cancel</Button>
      </div>
    </form>
  );
}

/** Words of an anonymised copy are not the entry's own, so its own stand to be changed by hand; a date is typed anew. */
function proposed(remark: PanelRemark): string {
  if (remark.kind !== 'change' || remark.field === null) return '';
  if (remark.field === 'date') return /as written: (.+)/.exec(remark.after ?? '')?.[1] ?? remark.after ?? '';
  return remark.copyView === 'anonymised' ? (remark.standing ?? '') : (remark.after ?? '');
}
