import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { formatLongDay, timeLabel } from '#shared/dates/format.ts';
import type { AppError } from '#shared/kernel/app-error.ts';
import type { EventDetail } from '#shared/model/chronology-event.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { IconButton, LinkButton } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { AlsoTold } from '../accounts/also-told.tsx';
import type { Task, TaskKind } from '../actions/task.ts';
import { EntryMemos } from '../memos/entry-memos.tsx';
import { EntryPassages } from '../passages/entry-passages.tsx';
import { PassageList } from '../passages/passage-list.tsx';
import { TagWords } from '../passages/tag-words.tsx';
import { selectIn, type Words } from '../passages/words-in-hand.ts';
import { refLabel } from '../grid/entry-row.tsx';
import type { RowContext } from '../grid/row-context.ts';
import type { Selection } from '../list/use-selection.ts';
import { agesAtEvent, UNBORN } from '../text/age.ts';
import { certaintyOf, plainLabel } from '../text/certainty.tsx';
import { useMay } from '#renderer/data/use-may.ts';
import { Annotations } from './annotations.tsx';
import { Challenges } from './challenges.tsx';
import { FromPanel } from './from-panel.tsx';
import { Corrections } from './corrections.tsx';
import { DateDecision } from './date-decision.tsx';
import { EntryVersions } from './entry-versions.tsx';
import type { OriginalPlace } from './provenance.tsx';
import { OtherColumns } from './other-columns.tsx';
import { Provenance } from './provenance.tsx';
import { Themes } from './themes.tsx';
import { Thread } from './thread.tsx';
import './entry-inspector.css';

export type EntryInspectorProps = {
  id: string;
  /** The one before, for the moment until this one has come: nothing goes blank in between. */
  detail: EventDetail | undefined;
  error: AppError | null;
  /** The filters hide it from the list. */
  hidden: boolean;
  /** Before the entry: what can be done with all that are selected. */
  above: ReactNode;
  selection: Selection;
  context: RowContext;
  task: Task | null;
  onTask(kind: TaskKind): void;
  onDone(): void;
  onNeighbour(direction: 'previous' | 'next'): void;
  onOriginal(place: OriginalPlace): void;
  onClearFilters(): void;
};

/** All that is known of one entry: heading, decision if one waits, where it came from, what was added, the thread. */
export function EntryInspector(props: EntryInspectorProps): ReactNode {
  const { id, detail, error, hidden, above, selection, context, task, onTask, onDone, onNeighbour, onOriginal, onClearFilters } =
    props;
  const may = useMay();
  if (!detail) {
    return (
      <Inspector title="Entry">
        <ErrorNote error={error} />
      </Inspector>
    );
  }
  const { identified } = context;
  const agency = context.agencies.get(detail.agencyId);
  const ages = agesAtEvent(context.children, detail.date);
  const asked = (kind: TaskKind): number | null => (task?.kind === kind ? task.n : null);
  const ids = selection.marked.size > 0 ? selection.ids : [detail.id];
  function key(event: KeyboardEvent): void {
    // Alt with arrows is the list's; in a form it belongs to the field.
    if (event.altKey) event.stopPropagation();
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onDone();
  }
  function leaveWords({ field, start, end }: Words): void {
    onDone();
    const text = document.querySelector<HTMLElement>(`[data-words-of="${field}"]`);
    text?.focus();
    if (text) selectIn(text, { start, end });
  }
  return (
    <div className="pl-ch-inspector" tabIndex={-1} data-quiet-focus aria-busy={detail.id !== id} onKeyDown={key}>
      <EntryPassages detail={detail} identified={identified}>
        <Inspector
          title={`Entry ${refLabel(detail.ref)}`}
          beside={agency && <AgencyTag agency={agency} />}
          tools={
            <>
              <IconButton
                bar
                label="Previous entry of this agency"
                icon={<ChevronLeft size={16} strokeWidth={1.5} aria-hidden />}
                onClick={() => onNeighbour('previous')}
              />
              <IconButton
                bar
                label="Next entry of this agency"
                icon={<ChevronRight size={16} strokeWidth={1.5} aria-hidden />}
                onClick={() => onNeighbour('next')}
              />
            </>
          }
        >
          {above}
          {hidden && detail.id === id && (
            <Section>
              <p className="pl-2">The filters hide this entry from the list.</p>
              <LinkButton onClick={onClearFilters}>Clear filters</LinkButton>
            </Section>
          )}
          <section className="pl-section pl-ch-heading" aria-label="Date">
            <h3>{longLabel(detail)}</h3>
            <p className="pl-2 pl-ch-facts">
              {timeLabel(detail.date) && <span>{timeLabel(detail.date)}</span>}
              {certaintyOf(detail.date) && <span>{certaintyOf(detail.date)?.word}</span>}
              {ages.map(({ child, age }) => {
                const who = context.children.length === 1 ? 'child' : child.name;
                return <span key={child.id}>{age === UNBORN ? `before ${who} was born` : `${who} aged ${age}`}</span>;
              })}
              {asked('date') === null && (
                <LinkButton cannot={may('chronology.correct')} onClick={() => onTask('date')}>
                  Settle the date…
                </LinkButton>
              )}
            </p>
            <DateDecision
              key={detail.id}
              detail={detail}
              cannot={may('chronology.correct')}
              asked={asked('date')}
              onDone={onDone}
            />
          </section>
          <Provenance detail={detail} identified={identified} agencyName={agency?.name ?? ''} onOriginal={onOriginal} />
          <EntryVersions key={`versions ${detail.id}`} eventId={detail.id} />
          <OtherColumns detail={detail} />
          {task?.kind === 'words' && task.words.eventId === detail.id && (
            <TagWords words={task.words} n={task.n} onDone={task.inList ? onDone : () => leaveWords(task.words)} />
          )}
          <PassageList onTag={() => onTask('words')} />
          <Corrections
            detail={detail}
            identified={identified}
            cannot={may('chronology.correct')}
            asked={task?.kind === 'correct' ? task : null}
            onAsk={() => onTask('correct')}
            onDone={onDone}
          />
          <AlsoTold detail={detail} eventIds={ids} />
          <Themes
            themeIds={detail.themeIds}
            eventIds={ids}
            cannot={may('tag.set')}
            cannotAdd={may('theme.add')}
            asked={asked('tag')}
            onAsk={() => onTask('tag')}
            onDone={onDone}
          />
          <FromPanel eventId={detail.id} />
          <Annotations detail={detail} asked={asked('annotate')} onAsk={() => onTask('annotate')} onDone={onDone} />
          <Challenges detail={detail} asked={asked('challenge')} onAsk={() => onTask('challenge')} onDone={onDone} />
          <EntryMemos eventId={detail.id} eventIds={ids} asked={asked('memo')} onAsk={() => onTask('memo')} onDone={onDone} />
          <Thread
            detail={detail}
            eventIds={ids}
            cannot={may('evidence.set')}
            asked={
              task?.kind === 'link' ? { kind: 'link', n: task.n } : task?.kind === 'thread' ? { kind: 'show', n: task.n } : null
            }
            onAsk={() => onTask('link')}
            onDone={onDone}
          />
        </Inspector>
      </EntryPassages>
    </div>
  );
}

/** A day in full words; anything vaguer as the list has it. */
function longLabel({ date, dateLabel }: EventDetail): string {
  if (date.earliest === null || date.earliest !== date.latest || date.certainty === 'approximate') return plainLabel(dateLabel);
  return formatLongDay(date.earliest);
}
