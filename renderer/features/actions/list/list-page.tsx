import { ClipboardPaste, Plus } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { usePageCommands } from '#renderer/commands/page-commands.ts';
import { keepForPlace, useDrop } from '#renderer/data/files.ts';
import { openTheSample } from '#renderer/data/open-sample.ts';
import { go, replaceParams, useRoute } from '#renderer/data/route.ts';
import { localToday } from '#renderer/data/today.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { useFrame } from '#renderer/ui/frame-slots.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { Toolbar } from '#renderer/ui/toolbar.tsx';
import { AddAction } from './add-action.tsx';
import { PlanInspector } from './plan-inspector.tsx';
import { PlanList } from './plan-list.tsx';
import { FILTER_WORDS, FILTERS, type Filter, meets, planRows } from './plan-rows.ts';

const icon = { size: 14, 'aria-hidden': true } as const;
const isFilter = (name: string | undefined): name is Filter => (FILTERS as readonly string[]).includes(name ?? '');

/** Every recommendation and action with owner, date, measure and status. */
export function ListPage(): ReactNode {
  const { params } = useRoute();
  const workbench = useWorkbench();
  const frame = useFrame();
  const may = useMay();
  const recommendations = useQuery('recommendation.list', {});
  const actions = useQuery('action.rows', {});
  const [adding, setAdding] = useState(false);
  const today = localToday();
  const rows = useMemo(
    () => (recommendations.data && actions.data ? planRows(recommendations.data, actions.data) : null),
    [recommendations.data, actions.data],
  );
  const filter = isFilter(params['filter']) ? params['filter'] : null;
  const shown = rows?.filter((row) => filter === null || meets(row, filter, today)) ?? [];
  const selected = rows?.find((row) => row.id === params['action']) ?? null;
  const open = (): void => go('actions', { import: '1' });
  const cannotAdd = may('action.add');

  function add(): void {
    setAdding(true);
    frame.setInspectorOpen(true);
  }
  useDrop('actions', 'Read these as actions', (files) => {
    keepForPlace('actions', files);
    open();
  });
  usePageCommands([
    { id: 'actions.new', label: 'Add an action…', keys: ['Insert'], cannot: () => cannotAdd, run: add },
    { id: 'actions.import', label: 'Paste or open actions…', words: 'import word csv text', run: open },
    { id: 'actions.publish', label: 'Publish actions only…', run: () => go('publish') },
  ]);
  const error = recommendations.error ?? actions.error;
  const empty = rows !== null && rows.length === 0;
  const inspector = adding ? (
    <AddAction
      rows={rows ?? []}
      onAdded={(id) => {
        setAdding(false);
        replaceParams({ action: id, filter: undefined, field: undefined });
      }}
      onLeave={() => setAdding(false)}
    />
  ) : selected && rows ? (
    <PlanInspector
      key={selected.id}
      row={selected}
      rows={rows}
      field={params['field']}
      onGone={() => replaceParams({ action: undefined, field: undefined })}
    />
  ) : null;
  const number = (kind: 'recommendation' | 'action'): number => rows?.filter((row) => row.kind === kind).length ?? 0;
  return (
    <Page
      title="Actions"
      about={
        rows &&
        !empty &&
        [
          number('recommendation') > 0 && counted(number('recommendation'), 'recommendation'),
          number('action') > 0 && counted(number('action'), 'action'),
        ]
          .filter(Boolean)
          .join(', ')
      }
      toolbar={
        !empty && (
          <>
            <Button bar icon={<Plus {...icon} />} cannot={cannotAdd} onClick={add}>
              Add an action…
            </Button>
            <Button bar icon={<ClipboardPaste {...icon} />} onClick={open}>
              Paste or open…
            </Button>
            <Button bar look={adding ? 'plain' : 'main'} onClick={() => go('publish')}>
              Publish actions only…
            </Button>
          </>
        )
      }
      bar={
        rows &&
        !empty && (
          <Toolbar label="Filters">
            {FILTERS.map((one) => {
              const n = rows.filter((row) => meets(row, one, today)).length;
              return (
                <Button
                  key={one}
                  bar
                  aria-pressed={filter === one}
                  cannot={n === 0 && filter !== one ? 'None is so' : null}
                  onClick={() => replaceParams({ filter: filter === one ? undefined : one })}
                >
                  {FILTER_WORDS[one]} <span className="pl-plan-n">{n}</span>
                </Button>
              );
            })}
            {filter && <LinkButton onClick={() => replaceParams({ filter: undefined })}>Clear filter</LinkButton>}
          </Toolbar>
        )
      }
      inspector={inspector}
      foot={
        <FootKeys
          selection={selected ? selected.name : null}
          keys={[
            ['↑ ↓', 'choose'],
            ['Alt+↑ ↓', 'move'],
            ['Ctrl+Enter', 'keep'],
            ['Insert', 'add'],
            ['Ctrl+Z', 'undo'],
          ]}
        />
      }
    >
      <ErrorNote error={error} />
      {empty && (
        <EmptyState
          title="No action yet"
          button={
            <Button look="main" onClick={open}>
              Paste or open the actions…
            </Button>
          }
          also={
            <>
              <LinkButton cannot={cannotAdd} onClick={add}>
                Write the first one
              </LinkButton>
              <LinkButton onClick={() => void openTheSample(workbench, 'actions')}>See it in the sample</LinkButton>
            </>
          }
        >
          Each action with its owner, date and measure. They come from recommendations, or by themselves: paste them, or open the
          Word file, table or text that they stand in. They can be published without a report.
        </EmptyState>
      )}
      {rows && !empty && shown.length === 0 && (
        <div className="pl-empty">
          <p>
            No action matches. One filter is on: {filter && FILTER_WORDS[filter]}.{' '}
            <LinkButton onClick={() => replaceParams({ filter: undefined })}>Clear filter</LinkButton>
          </p>
        </div>
      )}
      {shown.length > 0 && (
        <PlanList
          rows={shown}
          today={today}
          selected={selected?.id ?? null}
          onSelect={(row) => {
            setAdding(false);
            replaceParams({ action: row.id, field: undefined });
          }}
          onOpen={() => frame.setInspectorOpen(true)}
        />
      )}
    </Page>
  );
}
