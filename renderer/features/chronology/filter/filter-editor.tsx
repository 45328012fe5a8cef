import type { ReactNode } from 'react';
import { useJob } from '#renderer/data/use-job.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckList } from './check-list.tsx';
import { type FilterKind, type Filters, without } from './filter-state.ts';
import { PeriodEditor } from './period-editor.tsx';
import type { FilterChoices } from './use-filter-choices.ts';
import type { FilterControl } from './use-filters.ts';

export type FilterEditorProps = { kind: FilterKind; control: FilterControl; choices: FilterChoices; onDone(): void };

/** What a filter is set to; the list follows each tick at once. */
export function FilterEditor({ kind, control, choices, onDone }: FilterEditorProps): ReactNode {
  const { filters, set } = control;
  const others = without(filters, kind);
  const put = (more: Filters, any: boolean): void => set(any ? { ...others, ...more } : others);
  switch (kind) {
    case 'agency':
      return (
        <CheckList
          label="Agencies"
          items={choices.agencies}
          chosen={filters.agencyIds ?? []}
          onChange={(agencyIds) => put({ agencyIds }, agencyIds.length > 0)}
          none="There is no agency yet: each comes with its return."
        />
      );
    case 'theme':
      return (
        <CheckList
          label="Themes"
          items={choices.themes}
          chosen={filters.themeIds ?? []}
          onChange={(themeIds) => put({ themeIds }, themeIds.length > 0)}
          none="There is no theme yet. Press T on an entry to tag the first."
        />
      );
    case 'person':
      return (
        <>
          {choices.peopleStale && <Recount />}
          <CheckList
            label="People"
            items={choices.people}
            chosen={filters.personIds ?? []}
            onChange={(personIds) => put({ personIds }, personIds.length > 0)}
            none="Nobody is on the register yet."
          />
        </>
      );
    case 'period':
      return (
        <PeriodEditor
          filters={filters}
          onChange={(from, to) => {
            set({ ...others, ...(from ? { from } : {}), ...(to ? { to } : {}) });
            onDone();
          }}
        />
      );
    case 'problems':
    case 'untagged':
    case 'return':
      return null;
  }
}

/** Mentions are counted by a job; until it has run again the filter knows only the state before. */
function Recount(): ReactNode {
  const recount = useJob('register.recount');
  return (
    <div className="pl-ch-recount">
      <p className="pl-2">Mentions were last counted before the latest change.</p>
      <Button bar cannot={recount.pending ? 'Under way' : null} onClick={() => void recount.run({})}>
        Count mentions
      </Button>
    </div>
  );
}
