import { type ReactNode, useState } from 'react';
import type { ReviewPeriod } from '#shared/contract/gaps.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { Button } from '#renderer/ui/button.tsx';
import { counted, dayLabel } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { useFrame } from '#renderer/ui/frame-slots.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { GapPanel } from './gap-panel.tsx';
import { type GapRow, GapTable, NamedTable } from './gap-tables.tsx';
import { explanationWords } from './gap-words.ts';
import { NamedPanel } from './named-panel.tsx';
import { PeriodForm } from './period-form.tsx';
import { PeriodsPart, sidesLabel } from './periods-part.tsx';
import { StateGap } from './state-gap.tsx';
import './missing-page.css';

type Task =
  | { kind: 'row'; key: string }
  | { kind: 'state' }
  | { kind: 'period'; of: ReviewPeriod['kind']; period: ReviewPeriod | null; n: number };

/** What the returns do not tell: silences, records that begin late or end early, agencies that sent nothing, periods. */
export function MissingPage(): ReactNode {
  const may = useMay();
  const frame = useFrame();
  const agencies = useAgencies();
  const { data, error } = useQuery('gaps.list', {});
  const { data: others, error: othersError } = useQuery('gaps.named', {});
  const [task, setTask] = useState<Task | null>(null);
  const rows = (data?.gaps ?? []).map(
    (gap): GapRow => ({
      gap,
      agency: agencies.get(gap.agencyId ?? ''),
      record: data?.agencies.find((one) => one.agencyId === gap.agencyId),
    }),
  );
  const between = rows.filter(({ gap }) => gap.edge === null);
  const ends = rows.filter(({ gap }) => gap.edge !== null);
  const key = task?.kind === 'row' ? task.key : null;
  const row = rows.find(({ gap }) => gap.key === key);
  const named = others?.named.find((one) => one.key === key);
  const begin = (next: Task): void => {
    frame.setInspectorOpen(true);
    setTask(next);
  };
  const select = (to: string): void => begin({ kind: 'row', key: to });
  const done = (): void => setTask(null);
  const inspector =
    task?.kind === 'state' ? (
      <StateGap onDone={done} />
    ) : task?.kind === 'period' ? (
      <PeriodForm key={task.n} kind={task.of} period={task.period} onDone={done} />
    ) : row ? (
      <GapPanel key={row.gap.key} gap={row.gap} record={row.record} />
    ) : named ? (
      <NamedPanel key={named.key} named={named} />
    ) : null;
  const unsaid = rows.filter(({ gap }) => gap.note === null).length;
  return (
    <Page
      title="What is missing"
      about={data?.period && `in the period ${sidesLabel(data.period)}`}
      toolbar={
        <>
          <a href={hrefTo('chronology')}>Back to the chronology</a>
          <Button bar cannot={may('gaps.explain')} onClick={() => begin({ kind: 'state' })}>
            State a gap…
          </Button>
        </>
      }
      inspector={inspector}
      foot={<FootKeys selection={counted(unsaid, 'gap') + ' without an explanation'} keys={[['Ctrl+Z', 'undo']]} />}
    >
      <ErrorNote error={error ?? othersError} />
      <section aria-labelledby="pl-gap-none" className="pl-gap-part">
        <div className="pl-gap-head">
          <h2 id="pl-gap-none">Stretches without contact</h2>
          <span className="pl-2">Longer than each agency’s own rhythm, at least 28 days unless set</span>
        </div>
        {between.length > 0 ? (
          <GapTable label="Stretches without contact" ends={false} rows={between} selected={key} onSelect={select} />
        ) : (
          data && <p className="pl-gap-nothing">Nothing found.</p>
        )}
      </section>
      <section aria-labelledby="pl-gap-ends" className="pl-gap-part">
        <div className="pl-gap-head">
          <h2 id="pl-gap-ends">Where records begin and end</h2>
          <span className="pl-2">On other days than the period</span>
        </div>
        {ends.length > 0 ? (
          <GapTable label="Where records begin and end" ends rows={ends} selected={key} onSelect={select} />
        ) : (
          data && <p className="pl-gap-nothing">Nothing found.</p>
        )}
      </section>
      <section aria-labelledby="pl-gap-named" className="pl-gap-part">
        <div className="pl-gap-head">
          <h2 id="pl-gap-named">Named by others, nothing sent</h2>
          {others?.stale && <span className="pl-2">Mentions of organisations were counted before the last change</span>}
        </div>
        {others && others.named.length > 0 ? (
          <NamedTable named={others.named} agencies={agencies} selected={key} onSelect={select} />
        ) : (
          others && <p className="pl-gap-nothing">Nothing found.</p>
        )}
      </section>
      {data && data.filled.length > 0 && (
        <section aria-labelledby="pl-gap-filled" className="pl-gap-part">
          <div className="pl-gap-head">
            <h2 id="pl-gap-filled">Explained, and no longer a gap</h2>
          </div>
          <ul className="pl-gap-entries">
            {data.filled.map(({ agencyId, note }) => (
              <li key={note.id}>
                {agencies.get(agencyId ?? '')?.name ?? 'Every agency'}, {note.from && dayLabel(note.from, { weekday: false })} to{' '}
                {note.to && dayLabel(note.to, { weekday: false })}: {explanationWords(note.explanation).toLowerCase()}
                {note.note && ` – ${note.note}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <PeriodsPart onEdit={(of, period) => begin({ kind: 'period', of, period, n: Date.now() })} />
    </Page>
  );
}
