import { Popover } from '@mantine/core';
import { ArrowUp, Bookmark, Check, ChevronDown, Pencil, Trash2 } from 'lucide-react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { EventFilter } from '#shared/contract/event-filter.ts';
import type { SavedView } from '#shared/contract/views.ts';
import { newId } from '#shared/kernel/ids.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useIdentified } from '#renderer/data/use-session.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import type { ViewControl } from './use-views.ts';
import './views-menu.css';

export type ViewsMenuProps = { control: ViewControl; open: boolean; onOpen(open: boolean): void };

/** The saved views of the review: filter, columns, headings and row height under a name. */
export function ViewsMenu({ control, open, onOpen }: ViewsMenuProps): ReactNode {
  const { current, changed } = control;
  return (
    <Popover
      opened={open}
      onChange={onOpen}
      onDismiss={() => onOpen(false)}
      position="bottom-start"
      width={320}
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
      withRoles={false}
      clickOutsideEvents={POINTER}
    >
      <Popover.Target>
        <Button
          bar
          icon={<Bookmark size={14} strokeWidth={1.5} aria-hidden />}
          after={<ChevronDown size={14} strokeWidth={1.5} aria-hidden />}
          aria-expanded={open}
          onClick={() => onOpen(!open)}
        >
          <span className="pl-clip pl-ch-view-name">{current ? current.name : 'Views'}</span>
          {current && changed && <span className="pl-dim">changed</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Saved views">
        <ViewsPanel control={control} onDone={() => onOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
const POINTER = ['mousedown', 'touchstart'];

function ViewsPanel({ control, onDone }: { control: ViewControl; onDone(): void }): ReactNode {
  const { list, current, changed, filter, layout, take } = control;
  const may = useMay();
  const identified = useIdentified();
  const add = useCommand('view.add', { said: 'View saved.' });
  const update = useCommand('view.update', { said: 'View saved.' });
  const move = useCommand('view.move', { said: 'Moved up.' });
  const remove = useCommand('view.remove', { said: 'View removed. The entries stay.' });
  const [name, setName] = useState('');
  const [renamed, setRenamed] = useState<{ id: string; name: string } | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  const hidden = (view: SavedView): string | null =>
    identified || !hasWords(view.filter) ? null : 'It looks for words that are not shown while anonymised';
  function leaveName(id: string): void {
    setRenamed(null);
    requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>(`[data-view="${id}"]`)?.focus());
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const wanted = name.trim();
    if (!wanted) return;
    const done = await add.run({ id: newId(), name: wanted, filter, layout });
    if (!done.ok) return;
    setName('');
    take(done.output);
    onDone();
  }
  return (
    <div ref={panel} className="pl-stack">
      {list.length === 0 && (
        <p className="pl-2">No view is saved yet. A view keeps the filter, columns, headings and row height.</p>
      )}
      <ul className="pl-ch-views">
        <li>
          <button type="button" className="pl-ch-view" onClick={() => (control.leave(), onDone())}>
            {current === null ? <Check size={14} aria-hidden /> : <span className="pl-ch-untick" />}
            All entries, columns as they come
          </button>
        </li>
        {list.map((view, i) =>
          renamed?.id === view.id ? (
            <li key={view.id}>
              <form
                ref={intoName}
                className="pl-row"
                onSubmit={(event) => {
                  event.preventDefault();
                  void update
                    .run({ id: view.id, rowVersion: view.rowVersion, name: renamed.name })
                    .then((done) => done.ok && leaveName(view.id));
                }}
              >
                <TextField
                  label="Name of the view"
                  quiet
                  value={renamed.name}
                  onChange={(to) => setRenamed({ id: view.id, name: to })}
                />
                <Button bar type="submit" cannot={renamed.name.trim() ? null : 'Write a name'}>
                  Rename
                </Button>
              </form>
            </li>
          ) : (
            <li key={view.id}>
              <button
                type="button"
                className="pl-ch-view"
                data-view={view.id}
                aria-disabled={hidden(view) ? true : undefined}
                title={hidden(view) ?? undefined}
                aria-current={current?.id === view.id || undefined}
                onClick={() => {
                  if (hidden(view)) return;
                  take(view);
                  onDone();
                }}
              >
                {current?.id === view.id ? <Check size={14} aria-hidden /> : <span className="pl-ch-untick" />}
                <span className="pl-clip">{view.name}</span>
              </button>
              <IconButton
                bar
                label={`Move up: ${view.name}`}
                icon={<ArrowUp size={12} aria-hidden />}
                cannot={may('view.move') ?? (i === 0 ? 'It is the first' : null)}
                onClick={() => void move.run({ id: view.id, before: list[i - 1]?.id ?? null })}
              />
              <IconButton
                bar
                label={`Rename: ${view.name}`}
                icon={<Pencil size={12} aria-hidden />}
                cannot={may('view.update')}
                onClick={() => setRenamed({ id: view.id, name: view.name })}
              />
              <IconButton
                bar
                label={`Remove: ${view.name}`}
                icon={<Trash2 size={12} aria-hidden />}
                cannot={may('view.remove')}
                onClick={() => void remove.run({ id: view.id, rowVersion: view.rowVersion })}
              />
            </li>
          ),
        )}
      </ul>
      <ErrorNote error={add.error ?? update.error ?? move.error ?? remove.error} />
      {current && changed && (
        <Button
          cannot={may('view.update')}
          onClick={() =>
            void update
              .run({ id: current.id, rowVersion: current.rowVersion, filter, layout })
              .then((done) => done.ok && onDone())
          }
        >
          Save the changes to “{current.name}”
        </Button>
      )}
      <form className="pl-row pl-ch-view-new" onSubmit={(event) => void submit(event)}>
        <TextField label="Save what is shown as" value={name} onChange={setName} placeholder="Name of the view" maxLength={80} />
        <Button type="submit" cannot={may('view.add') ?? (name.trim() ? null : 'Write a name')}>
          Save view
        </Button>
      </form>
    </div>
  );
}

/** The field for the name has the focus as soon as it is there, its words selected. */
const intoName = (form: HTMLFormElement | null): void => form?.querySelector('input')?.select();

const hasWords = (filter: EventFilter): boolean =>
  Boolean(filter.search) ||
  (filter.where?.of.some((part) =>
    part.kind === 'group' ? part.of.some(({ kind }) => kind === 'words') : part.kind === 'words',
  ) ??
    false);
