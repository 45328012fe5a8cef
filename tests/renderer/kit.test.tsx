import { afterEach, expect, test } from 'vitest';
import { MantineProvider } from '@mantine/core';
import { act, type ReactNode, useState } from 'react';
import { AppError } from '#shared/kernel/app-error.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { FilterChip } from '#renderer/ui/chip.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { FrameContext } from '#renderer/ui/frame-slots.tsx';
import { Inspector } from '#renderer/ui/inspector.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { SegmentedControl } from '#renderer/ui/segmented-control.tsx';
import { ResizeHandle } from '#renderer/ui/split-panes.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { readDay } from '#renderer/data/read-day.ts';
import { button, click, onPage, type OnPage, press } from './on-page.tsx';

let page: OnPage | null = null;
afterEach(async () => {
  await page?.unmount();
  page = null;
});
const show = async (node: ReactNode): Promise<HTMLElement> => {
  page = await onPage(<MantineProvider env="test">{node}</MantineProvider>);
  return page.root;
};
const type = async (field: HTMLInputElement, text: string): Promise<void> => {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
};

test('a button that cannot be used takes focus, does nothing and says why', async () => {
  let pressed = 0;
  const root = await show(
    <Button cannot="2 things block this" onClick={() => (pressed += 1)}>
      Publish actions only…
    </Button>,
  );
  const one = root.querySelector('button');
  one?.focus();
  expect(document.activeElement).toBe(one);
  await click(one);
  expect(pressed).toBe(0);
  expect(one?.getAttribute('aria-disabled')).toBe('true');
  const about = document.getElementById(one?.getAttribute('aria-describedby') ?? '');
  expect(about?.textContent).toBe('2 things block this');
});

test('a segmented control is chosen by arrows and passes over what cannot be chosen', async () => {
  function Three(): ReactNode {
    const [value, set] = useState<'a' | 'b' | 'c'>('a');
    return (
      <SegmentedControl
        label="View"
        value={value}
        onChange={set}
        segments={[
          { value: 'a', label: 'Lanes' },
          { value: 'b', label: 'Grid' },
          { value: 'c', label: 'Read', cannot: 'Nothing to read' },
        ]}
      />
    );
  }
  const root = await show(<Three />);
  const chosen = (): string | null | undefined => root.querySelector('[aria-checked="true"]')?.textContent;
  root.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
  await press('ArrowRight');
  expect(chosen()).toBe('Grid');
  await press('ArrowRight');
  expect(chosen()).toBe('Grid');
  expect(root.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
});

test('a table is moved in by keys; one row is the stop of Tab', async () => {
  const opened: string[] = [];
  function Rows(): ReactNode {
    const [at, set] = useState<string | null>(null);
    return (
      <Table
        label="Rows"
        columns={[{ key: 'id', head: 'Id', names: true, cell: (row: string) => row }]}
        rows={['x', 'y', 'z"]']}
        rowKey={(row) => row}
        selected={at}
        onSelect={set}
        onOpen={(row) => opened.push(row)}
        group={(row, before) => (before ? null : `From ${row}`)}
      />
    );
  }
  const root = await show(<Rows />);
  expect(root.querySelector('table')?.getAttribute('role')).toBe('grid');
  root.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
  await press('ArrowDown');
  await press('End');
  expect(root.querySelector('[aria-selected="true"]')?.textContent).toBe('z"]');
  expect(document.activeElement?.textContent).toBe('z"]');
  await press('Enter');
  expect(opened).toEqual(['z"]']);
  await press('Home');
  expect(root.querySelector('[aria-selected="true"]')?.textContent).toBe('x');
});

test('a panel is sized by arrow keys within its limits', async () => {
  const sizes: number[] = [];
  const root = await show(
    <ResizeHandle label="Width of details" value={300} min={260} max={310} side="after" onChange={(next) => sizes.push(next)} />,
  );
  root.querySelector<HTMLElement>('[role=separator]')?.focus();
  await press('ArrowLeft');
  await press('ArrowLeft', { shiftKey: true });
  await press('Home');
  expect(sizes).toEqual([308, 310, 260]);
});

test('a filter names what its cross removes', async () => {
  let removed = 0;
  await show(<FilterChip label="Theme: any of 4" onRemove={() => (removed += 1)} />);
  await click(button(/Remove filter: Theme: any of 4/));
  expect(removed).toBe(1);
});

test('an agency is letters and whole name, a status is never its shape alone', async () => {
  const agency = { name: 'Acute hospital', letters: 'AH', colour: 2 };
  const root = await show(
    <>
      <AgencyTag agency={agency} />
      <AgencyTag agency={agency} lettersOnly />
      <StatusMark status="look" />
    </>,
  );
  expect(root.textContent).toContain('AH Acute hospital');
  expect(root.querySelectorAll('.pl-hidden')[0]?.textContent).toBe('Acute hospital');
  expect(root.textContent).toContain('To look at');
});

test('a typed day shows how it was understood, or that it was not', async () => {
  const days: (string | null)[] = [];
  function Day(): ReactNode {
    const [day, set] = useState<string | null>(null);
    return (
      <DayField
        label="By"
        day={day}
        read={(text) => readDay(text, 'latest')}
        onChange={(next) => {
          days.push(next);
          set(next);
        }}
      />
    );
  }
  const root = await show(<Day />);
  const field = root.querySelector('input') as HTMLInputElement;
  await type(field, 'end of March 2027');
  expect(root.textContent).toContain('Wed 31 Mar 2027');
  await type(field, 'when it suits');
  expect(root.textContent).toContain('Not read as a date');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await type(field, '');
  expect(days.at(-1)).toBeNull();
  expect(field.getAttribute('aria-invalid')).toBe('false');
});

test('an error says what its table says, and a stop is no error', async () => {
  const root = await show(
    <>
      <ErrorNote error={new AppError('encryptedFile', { agency: 'Housing' })} />
      <ErrorNote error={new AppError('cancelled')} />
      <ErrorNote error={null} />
    </>,
  );
  expect(root.querySelectorAll('[role=alert]')).toHaveLength(1);
  expect(root.textContent).toContain('Ask Housing for it without one.');
});

test('a page puts its inspector and its keys into the frame, and offers it again once closed', async () => {
  const inspector = document.createElement('div');
  const foot = document.createElement('div');
  function Framed(): ReactNode {
    const [open, setOpen] = useState(true);
    return (
      <FrameContext value={{ inspector, foot, narrow: false, inspectorOpen: open, setInspectorOpen: setOpen }}>
        <Page title="People" inspector={<Inspector title="Adult B">spellings</Inspector>} foot={<span>N next</span>}>
          <p>the register</p>
        </Page>
      </FrameContext>
    );
  }
  const root = await show(<Framed />);
  expect(inspector.textContent).toContain('Adult B');
  expect(foot.textContent).toBe('N next');
  expect(document.title).toBe('People – Plumbline');
  await click(button(/Close details/, inspector));
  expect(inspector.textContent).toBe('');
  await click(button(/^Details$/, root));
  expect(inspector.textContent).toContain('Adult B');
  // Nothing in the body takes focus, so the body does: else the keyboard could not scroll it.
  expect(root.querySelector<HTMLElement>('.pl-page-body')?.tabIndex).toBe(0);
});
