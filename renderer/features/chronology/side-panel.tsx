import type { ReactNode } from 'react';
import { AnnotateMany } from './bulk/annotate-many.tsx';
import { FixDates } from './bulk/fix-dates.tsx';
import { SelectedMany } from './bulk/selected-many.tsx';
import { TagMany } from './bulk/tag-many.tsx';
import { FilterBuilder } from './filter/filter-builder.tsx';
import type { RowContext } from './grid/row-context.ts';
import { AddEntry } from './inspector/add-entry.tsx';
import { EntryInspector } from './inspector/entry-inspector.tsx';
import { PaperPanel } from './paper/paper-panel.tsx';
import type { Desk } from './use-desk.ts';

export type SidePanelProps = { desk: Desk; context: RowContext; headingName(key: string | null): string };

/** What stands beside the list: the entry in hand, or what is being done with many. */
export function SidePanel({ desk, context, headingName }: SidePanelProps): ReactNode {
  const { task, list, selection, control, toList } = desk;
  switch (task?.kind) {
    case 'add':
      return (
        <AddEntry
          onDone={(id) => {
            toList();
            if (id) void selection.goTo(id);
          }}
        />
      );
    case 'filter':
      return <FilterBuilder control={control} list={list} onDone={toList} />;
    case 'tagMany':
      return <TagMany key={task.n} selection={selection} onDone={toList} />;
    case 'annotateMany':
      return <AnnotateMany key={task.n} selection={selection} onDone={toList} />;
    case 'dates':
      return <FixDates key={task.n} selection={selection} onDone={toList} />;
    case 'paper':
      return (
        <PaperPanel
          list={list}
          layout={desk.settings.layout}
          viewName={desk.views.changed ? null : (desk.views.current?.name ?? null)}
          context={context}
          headingName={headingName}
          onDone={toList}
        />
      );
    default:
      return (
        selection.at.id !== null && (
          <EntryInspector
            id={selection.at.id}
            detail={desk.detail}
            error={desk.detailError}
            hidden={selection.at.hidden}
            above={<SelectedMany selection={selection} list={list} onTask={desk.begin} />}
            selection={selection}
            context={context}
            task={task}
            onTask={desk.begin}
            onDone={toList}
            onNeighbour={desk.neighbour}
            onOriginal={desk.setOriginal}
            onClearFilters={desk.clear}
          />
        )
      );
  }
}
