import { type FormEvent, type ReactNode, useState } from 'react';
import type { InputFor } from '#shared/contract/index.ts';
import { MOST_DATES, type DateFixRow } from '#shared/contract/bulk.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button } from '#renderer/ui/button.tsx';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { refLabel } from '../grid/entry-row.tsx';
import type { Selection } from '../list/use-selection.ts';
import './fix-dates.css';

export type FixDatesProps = { selection: Selection; onDone(): void };

type Fix = InputFor<'bulk.datesPreview'>['fix'];
type Kind = Fix['kind'];
const RULES: readonly { value: Kind; label: string; why: string }[] = [
  { value: 'year', label: 'All of these are in one year', why: 'The year was left out or mistyped throughout.' },
  { value: 'swap', label: 'Swap day and month', why: 'The month was written before the day.' },
  { value: 'alternative', label: 'Take the other reading', why: 'The other reading of what was written is right.' },
  { value: 'above', label: 'Same day as the entry above', why: 'The date was left blank for the entry above to give it.' },
  { value: 'about', label: 'These are about, not exact', why: 'The agency gave these dates from memory.' },
  { value: 'asRead', label: 'As they were read', why: 'Looked at: the reading is right.' },
];
const SHOWN = 300;

/** One rule for many dates: seen row by row before, kept with one reason, one step to take back. */
export function FixDates({ selection, onDone }: FixDatesProps): ReactNode {
  const may = useMay();
  const [kind, setKind] = useState<Kind>('year');
  const [year, setYear] = useState('');
  const [reason, setReason] = useState<string | null>(null);
  const [target] = useState(selection.target);
  const years = /^\d{4}$/.test(year.trim()) ? Number(year) : null;
  const fix: Fix | null = kind === 'year' ? (years && years >= 1000 ? { kind, year: years } : null) : { kind };
  const rule = RULES.find(({ value }) => value === kind);
  const preview = useQuery(
    'bulk.datesPreview',
    { target, fix: fix ?? { kind: 'about' } },
    { enabled: fix !== null, keep: false },
  );
  const put = useCommand('bulk.dates', { said: ({ changed }) => `${counted(changed, 'date')} put right.` });
  const rows = fix ? (preview.data?.rows ?? []) : [];
  const fits = rows.filter(({ after }) => after !== null);
  const words = reason ?? rule?.why ?? '';
  const cannot =
    may('bulk.dates') ??
    (fix === null
      ? 'Write the year, four figures'
      : preview.loading
        ? 'Being worked out'
        : fits.length === 0
          ? 'The rule fits none of them'
          : words.trim()
            ? null
            : 'Say why');
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (cannot || !fix) return;
    const entries = fits.map(({ id, rowVersion }) => ({ id, rowVersion }));
    const done = await put.run({ fix, entries, reason: words });
    if (done.ok) onDone();
  }
  return (
    <form className="pl-ch-inspector" onSubmit={(event) => void submit(event)}>
      <Inspector
        title={`Put ${counted(selection.many || 1, 'date')} right`}
        end={
          <>
            <Button look="main" type="submit" cannot={cannot ?? (put.pending ? 'Under way' : null)}>
              {fits.length > 0 ? `Put ${counted(fits.length, 'date')} right` : 'Put the dates right'}
            </Button>
            <Button onClick={onDone}>Leave them</Button>
          </>
        }
      >
        <Section title="Rule">
          <div className="pl-stack">
            <SelectField
              label="What is so of all of them"
              value={kind}
              onChange={(next) => {
                setKind(next);
                setReason(null);
              }}
              options={RULES}
            />
            {kind === 'year' && (
              <TextField label="Year" value={year} onChange={setYear} placeholder="2010" inputMode="numeric" maxLength={4} />
            )}
            <TextField label="Reason" value={words} onChange={setReason} hint="Kept with each date. What was written stays." />
            <ErrorNote error={put.error ?? preview.error} />
          </div>
        </Section>
        <Section title="What would change" count={fits.length}>
          <p className="pl-2" aria-live="polite">
            {fix === null
              ? 'Each date is shown here before anything changes.'
              : preview.loading
                ? ''
                : `${counted(fits.length, 'date')} of ${count(rows.length)} would change${rows.length > fits.length ? '; the others stay as they are' : ''}.`}
          </p>
          <ol className="pl-ch-fixes" aria-label="Dates, before and after">
            {rows.slice(0, SHOWN).map((row) => (
              <FixLine key={row.id} row={row} />
            ))}
          </ol>
          {rows.length > SHOWN && <p className="pl-2">And {count(rows.length - SHOWN)} more in the same way.</p>}
          {rows.length >= MOST_DATES && <p className="pl-2">{count(MOST_DATES)} dates at most are put right in one step.</p>}
        </Section>
      </Inspector>
    </form>
  );
}

function FixLine({ row }: { row: DateFixRow }): ReactNode {
  return (
    <li data-stays={row.after === null || undefined}>
      <span className="pl-dim">{refLabel(row.ref)}</span>
      <span>
        <span className="pl-2">{row.asWritten.trim() ? `Written “${row.asWritten.trim()}”` : 'Left blank'}</span>
        {row.after === null ? (
          <span>
            {row.before} <span className="pl-2">stays. {row.cannot}.</span>
          </span>
        ) : (
          <span>
            <del>{row.before}</del> <ins>{row.after}</ins>
          </span>
        )}
        {row.problems.map((problem) => (
          <span key={problem} className="pl-ch-problem">
            {problem}
          </span>
        ))}
      </span>
    </li>
  );
}
