import type { ReactNode } from 'react';
import { MOST_ANNOTATED } from '#shared/contract/bulk.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { Button } from '#renderer/ui/button.tsx';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import type { TaskKind } from '../actions/task.ts';
import type { EntryList } from '../list/use-entry-list.ts';
import { MOST_MARKED, type Selection } from '../list/use-selection.ts';

export type SelectedManyProps = { selection: Selection; list: EntryList; onTask(kind: TaskKind): void };

/** Above the entry in hand, while several are selected: what can be done with all of them. */
export function SelectedMany({ selection, list, onTask }: SelectedManyProps): ReactNode {
  const may = useMay();
  const { many } = selection;
  if (many === 0) return null;
  const all = many === list.matching;
  return (
    <Section title={`${counted(many, 'entry', 'entries')} selected`}>
      <div className="pl-row pl-row-wrap">
        <Button bar cannot={may('bulk.tag')} onClick={() => onTask('tagMany')}>
          Tag them…
        </Button>
        <Button
          bar
          cannot={many > MOST_ANNOTATED ? 'Too many to annotate at once' : may('bulk.annotate')}
          onClick={() => onTask('annotateMany')}
        >
          Annotate them…
        </Button>
        <Button bar cannot={may('bulk.dates')} onClick={() => onTask('dates')}>
          Put dates right…
        </Button>
        <Button bar cannot={many > MOST_MARKED ? 'Too many to link at once' : may('evidence.set')} onClick={() => onTask('link')}>
          Link them…
        </Button>
        {!all && (
          <Button bar onClick={selection.markAll}>
            Select all {count(list.matching)}
          </Button>
        )}
        <Button bar onClick={selection.clearMarks}>
          Select none
        </Button>
      </div>
    </Section>
  );
}
