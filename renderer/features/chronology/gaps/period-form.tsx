import { type FormEvent, type ReactNode, useState } from 'react';
import type { ReviewPeriod } from '#shared/contract/gaps.ts';
import { newId } from '#shared/kernel/ids.ts';
import { readDay } from '#renderer/data/read-day.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextAreaField } from '#renderer/ui/field.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';

export type PeriodFormProps = { kind: ReviewPeriod['kind']; period: ReviewPeriod | null; onDone(): void };

/** The background period, or an exception for one agency with its reason; either side may stay open. */
export function PeriodForm({ kind, period, onDone }: PeriodFormProps): ReactNode {
  const may = useMay();
  const agencies = useAgencies();
  const add = useCommand('periods.add', { said: 'Period added.' });
  const change = useCommand('periods.change', { said: 'Period changed.' });
  const remove = useCommand('periods.remove', { said: 'Period removed.' });
  const exception = kind === 'exception';
  const [agencyId, setAgencyId] = useState(period?.agencyId ?? [...agencies.keys()][0] ?? '');
  const [from, setFrom] = useState<string | null>(period?.from ?? null);
  const [to, setTo] = useState<string | null>(period?.to ?? null);
  const [reason, setReason] = useState(period?.reason ?? '');
  const lacks =
    !from && !to
      ? 'Give a first or a last day'
      : from && to && from > to
        ? 'It ends before it begins'
        : exception && !reason.trim()
          ? 'An exception needs its reason'
          : null;
  const busy = add.pending || change.pending || remove.pending ? 'Under way' : null;
  const cannot = may(period ? 'periods.change' : 'periods.add') ?? lacks ?? busy;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (cannot) return;
    const words = { from, to, reason };
    const done = period
      ? await change.run({ id: period.id, rowVersion: period.rowVersion, ...words })
      : await add.run({ id: newId(), kind, agencyId: exception ? agencyId : null, ...words });
    if (done.ok) onDone();
  }
  const thing = exception ? 'exception' : 'background period';
  return (
    <Inspector title={period ? `Change the ${thing}` : `Add ${exception ? 'an exception' : 'the background period'}`}>
      <Section>
        <form className="pl-stack" onSubmit={(event) => void submit(event)}>
          {exception && !period && (
            <SelectField
              label="Agency"
              value={agencyId}
              onChange={setAgencyId}
              options={[...agencies.values()].map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <DayField
            label="First day"
            day={from}
            onChange={setFrom}
            read={(text) => readDay(text, 'earliest')}
            hint="Blank: open"
          />
          <DayField label="Last day" day={to} onChange={setTo} read={(text) => readDay(text, 'latest')} hint="Blank: open" />
          <TextAreaField
            label={exception ? 'Reason' : 'What is asked for'}
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={setReason}
          />
          <div className="pl-row">
            <Button look="main" type="submit" cannot={cannot}>
              {period ? `Change the ${thing}` : `Add the ${thing}`}
            </Button>
            <Button onClick={onDone}>Leave it</Button>
          </div>
          {period && (
            <div>
              <Button
                cannot={may('periods.remove') ?? busy}
                onClick={() =>
                  void remove.run({ id: period.id, rowVersion: period.rowVersion }).then((done) => done.ok && onDone())
                }
              >
                Remove the {thing}
              </Button>
            </div>
          )}
          <ErrorNote error={add.error ?? change.error ?? remove.error} />
        </form>
      </Section>
    </Inspector>
  );
}
