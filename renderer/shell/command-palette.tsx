import { Modal } from '@mantine/core';
import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { toAppError } from '#shared/kernel/app-error.ts';
import type { AppCommand } from '#renderer/commands/registry.ts';
import { announce, notify } from '#renderer/data/announce.ts';
import { go } from '#renderer/data/route.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { useCommands } from './use-commands.ts';
import { findCommands } from './find-commands.ts';
import { Keys } from './shortcuts-dialog.tsx';
import './command-palette.css';

/** Ctrl+K: find, go to, or do. A number goes to the entry of that reference number. */
export function CommandPalette({ open, onClose }: { open: boolean; onClose(): void }): ReactNode {
  return (
    <Modal.Root
      opened={open}
      onClose={onClose}
      size={560}
      yOffset="12vh"
      padding={0}
      centered={false}
      className="pl-dialog pl-palette"
    >
      <Modal.Overlay backgroundOpacity={0} />
      <Modal.Content aria-label="Find, go to, or do">
        <Modal.Body>{open && <Finder onClose={onClose} />}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

type Line = { id: string; label: string; group: string; keys?: string | undefined; why: string | null; run(): void };

function Finder({ onClose }: { onClose(): void }): ReactNode {
  const { list, context, run } = useCommands();
  const { client } = useWorkbench();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);

  async function goToEntry(ref: number): Promise<void> {
    try {
      const found = await client.call('chronology.find', { filter: {}, ref });
      if (found) go('chronology', { entry: found.id });
      else announce(`There is no entry ${ref}.`, true);
      if (!found)
        notify({ kind: 'failed', title: `There is no entry ${ref}`, message: 'Reference numbers are in the first column.' });
    } catch (error) {
      notify({ kind: 'failed', title: 'The entry was not found', message: toAppError(error).message });
    }
  }
  const lines: Line[] = findCommands(list, text).map((command: AppCommand) => ({
    id: command.id,
    label: command.label,
    group: command.group,
    keys: command.keys?.[0],
    why: command.cannot?.(context) ?? null,
    run: () => run(command),
  }));
  const ref = /^#?0*(\d{1,7})$/.exec(text.trim())?.[1];
  if (ref && context.session?.state === 'open') {
    const label = `Go to entry ${ref.padStart(4, '0')}`;
    lines.unshift({ id: 'entry', label, group: 'Go to', why: null, run: () => void goToEntry(Number(ref)) });
  }
  const here = Math.min(at, lines.length - 1);

  function choose(line: Line | undefined): void {
    if (!line || line.why) return;
    onClose();
    line.run();
  }
  function key(event: KeyboardEvent): void {
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + 8, PageUp: here - 8 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setAt(Math.min(lines.length - 1, Math.max(0, to)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(lines[here]);
    }
  }
  return (
    <div className="pl-finder">
      <div className="pl-finder-input">
        <Search size={16} strokeWidth={1.5} aria-hidden />
        <input
          type="text"
          role="combobox"
          aria-label="Find, go to, or do"
          aria-expanded
          aria-controls="pl-finder-list"
          aria-activedescendant={here >= 0 ? `pl-finder-${here}` : undefined}
          aria-autocomplete="list"
          placeholder="Find, go to, or do…"
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={key}
        />
      </div>
      <div id="pl-finder-list" role="listbox" aria-label="What can be done" className="pl-finder-list">
        {lines.map((line, index) => (
          <div
            key={line.id}
            id={`pl-finder-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === here}
            aria-disabled={line.why !== null || undefined}
            className="pl-finder-line"
            ref={index === here ? scrollTo : undefined}
            onPointerMove={() => index !== here && setAt(index)}
            onClick={() => choose(line)}
          >
            <span>{line.label}</span>
            <span className="pl-finder-group">{line.why ?? line.group}</span>
            {line.keys && <Keys keys={line.keys} />}
          </div>
        ))}
      </div>
      {lines.length === 0 && <p className="pl-finder-none">Nothing found. A number goes to the entry of that reference.</p>}
    </div>
  );
}

function scrollTo(element: HTMLElement | null): void {
  element?.scrollIntoView?.({ block: 'nearest' });
}
