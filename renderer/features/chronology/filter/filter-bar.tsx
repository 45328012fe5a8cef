import { Menu, Popover } from '@mantine/core';
import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { FilterChip } from '#renderer/ui/chip.tsx';
import { Toolbar } from '#renderer/ui/toolbar.tsx';
import { focusList } from '../list/focus-list.ts';
import { FilterEditor } from './filter-editor.tsx';
import { conditionWords, filterPhrases } from '#shared/chronology/filter-words.ts';
import { type FilterKind, joined, kindsOn, without, withoutPart } from './filter-state.ts';
import { SearchBox, type SearchBoxProps } from './search-box.tsx';
import { KIND_NAMES, useFilterChoices } from './use-filter-choices.ts';
import type { FilterControl } from './use-filters.ts';
import './filter-bar.css';

export type FilterBarProps = SearchBoxProps & {
  control: FilterControl;
  /** The menu of filters, opened by F. */
  open: boolean;
  onOpen(open: boolean): void;
  /** Opens the builder, in the inspector. */
  onBuild(): void;
  /** Before the search: the saved views. */
  views: ReactNode;
};

/** Not keys: the F that opens the menu would count as one pressed outside. */
const POINTER = ['mousedown', 'touchstart'];
/** After this the popover has given back the focus, if it could, in milliseconds. */
const CLOSED = 50;
const ADDABLE: readonly FilterKind[] = ['agency', 'period', 'theme', 'person', 'problems', 'untagged'];

/** Search, the filters that are on as chips, one more, and none. */
export function FilterBar({ control, open, onOpen, onBuild, views, ...box }: FilterBarProps): ReactNode {
  const { filters } = control;
  const { search } = box;
  const choices = useFilterChoices();
  const [editing, setEditing] = useState<FilterKind | null>(null);
  const on = kindsOn(filters);
  // A kind that is being chosen has a chip already, to hang its choices on.
  const chips = editing !== null && !on.includes(editing) ? [...on, editing] : on;
  const { where } = filters;
  const parts = joined(filters)
    ? [{ label: chipWords(filterPhrases({ where }, choices.names).join()), remove: () => control.set(withoutPart(filters, 0)) }]
    : (where?.of ?? []).map((part, at) => ({
        label: chipWords(conditionWords(part, choices.names)),
        remove: () => control.set(withoutPart(filters, at)),
      }));
  function add(kind: FilterKind): void {
    if (kind === 'problems') control.set({ ...filters, problemsOnly: true });
    else if (kind === 'untagged') control.set({ ...filters, untaggedOnly: true });
    else setEditing(kind);
  }
  function shut(): void {
    setEditing(null);
    // Opened from the menu, what had the focus is gone by now: back to the entries, or where none matches to the menu.
    setTimeout(() => document.activeElement === document.body && focusList(), CLOSED);
  }
  const editable = (kind: FilterKind): boolean => kind !== 'problems' && kind !== 'untagged' && kind !== 'return';
  return (
    <Toolbar
      label="Search and filters"
      end={
        (control.on > 0 || search.typed !== '') && (
          <LinkButton
            onClick={() => {
              control.clear();
              search.clear();
            }}
          >
            Clear
          </LinkButton>
        )
      }
    >
      {views}
      <SearchBox {...box} />
      {search.words !== '' && (
        <Button bar aria-pressed={search.only} onClick={() => search.setOnly(!search.only)}>
          Only hits
        </Button>
      )}
      {chips.map((kind) => (
        <Popover
          key={kind}
          withRoles={false}
          opened={editing === kind}
          onChange={(opened) => setEditing(opened ? kind : null)}
          onDismiss={shut}
          position="bottom-start"
          width={300}
          trapFocus
          returnFocus
          withinPortal
          transitionProps={{ duration: 0 }}
        >
          <Popover.Target>
            <span>
              <FilterChip
                label={on.includes(kind) ? choices.labelOf(kind, filters) : `${KIND_NAMES[kind]}…`}
                {...(editable(kind) ? { onOpen: () => setEditing(editing === kind ? null : kind) } : {})}
                onRemove={() => {
                  setEditing(null);
                  control.set(without(filters, kind));
                }}
              />
            </span>
          </Popover.Target>
          <Popover.Dropdown role="dialog" aria-label={KIND_NAMES[kind]}>
            <FilterEditor kind={kind} control={control} choices={choices} onDone={shut} />
          </Popover.Dropdown>
        </Popover>
      ))}
      {parts.map(({ label, remove }) => (
        <FilterChip key={label} label={label} onOpen={onBuild} onRemove={remove} />
      ))}
      <Menu
        withInitialFocusPlaceholder={false}
        opened={open}
        onChange={onOpen}
        position="bottom-start"
        width={180}
        transitionProps={{ duration: 0 }}
        returnFocus
        clickOutsideEvents={POINTER}
      >
        <Menu.Target>
          <Button bar look="dashed" icon={<Plus size={14} aria-hidden />} data-filter-menu>
            Filter
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {ADDABLE.map((kind) => (
            <Menu.Item key={kind} onClick={() => add(kind)} closeMenuOnClick>
              {KIND_NAMES[kind]}
              {editable(kind) ? '…' : ''}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={onBuild}>Build a filter…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Toolbar>
  );
}

const LONGEST = 44;
/** As a chip has it: short, with a capital. The builder and the page say it in full. */
function chipWords(phrase: string): string {
  const words = phrase.charAt(0).toUpperCase() + phrase.slice(1);
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1).trimEnd()}…` : words;
}
