import { Popover } from '@mantine/core';
import { CornerDownRight } from 'lucide-react';
import { type FormEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { EventFilter } from '#shared/contract/chronology.ts';
import { queryFor } from '#renderer/data/use-query.ts';
import { readDay } from '#renderer/data/read-day.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { count, dayLabel } from '#renderer/ui/date-text.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { refLabel } from '../grid/entry-row.tsx';

export type GoToProps = {
  open: boolean;
  filter: EventFilter;
  onOpen(open: boolean): void;
  onFound(id: string): void;
};
type Way = { label: string; ref: number | null; day: string | null };

/** What was typed, as a reference number, as a date, or as either: 2019 may be both. */
export function waysTo(text: string): Way[] {
  const written = text.trim();
  const number = /^#?0*(\d{1,7})$/.exec(written)?.[1];
  const ways: Way[] = [];
  if (number) ways.push({ label: `Go to entry ${refLabel(Number(number))}`, ref: Number(number), day: null });
  const year = number && Number(number) >= 1900 && Number(number) <= 2100;
  const day = number && !year ? null : readDay(written, 'earliest');
  if (day) ways.push({ label: `Go to ${dayLabel(day)}`, ref: null, day });
  return ways;
}

/** To a day or to a reference number. Where filters hide the entry, that is said. */
export function GoTo(props: GoToProps): ReactNode {
  const { open, onOpen } = props;
  return (
    <Popover
      opened={open}
      onChange={onOpen}
      onDismiss={() => onOpen(false)}
      position="bottom-end"
      width={280}
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button bar icon={<CornerDownRight size={14} aria-hidden />} onClick={() => onOpen(!open)}>
          <span className="pl-ch-slim">Go to…</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Go to a date or number">
        <GoToForm {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}

function GoToForm({ filter, onOpen, onFound }: GoToProps): ReactNode {
  const workbench = useWorkbench();
  const field = useRef<HTMLInputElement>(null);
  // At once, and not after the panel has been placed: the number is typed on with the key that opened it.
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const ways = waysTo(text);
  async function take(way: Way | undefined): Promise<void> {
    if (!way) return setWrong(text.trim() ? 'Neither a date nor a number' : 'Write a date or a number');
    const find = (within: EventFilter) =>
      workbench.cache.fetchQuery({
        ...queryFor(
          workbench,
          'chronology.find',
          way.ref === null ? { filter: within, day: way.day ?? '' } : { filter: within, ref: way.ref },
        ),
        staleTime: 0,
      });
    try {
      const found = (await find(filter)) ?? (way.ref === null ? null : await find({}));
      if (!found) return setWrong(way.ref === null ? 'No entry is as late as that' : `There is no entry ${count(way.ref)}`);
      setWrong(null);
      setText('');
      onOpen(false);
      onFound(found.id);
    } catch {
      setWrong('The entry could not be looked up');
    }
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    void take(ways[0]);
  }
  return (
    <form className="pl-stack" onSubmit={submit}>
      <TextField
        label="Date or reference number"
        placeholder="Sep 2025, 0315"
        value={text}
        error={wrong}
        ref={field}
        onChange={(value) => {
          setText(value);
          setWrong(null);
        }}
      />
      {ways.length === 0 ? (
        <Button look="main" type="submit">
          Go to the entry
        </Button>
      ) : (
        ways.map((way, i) => (
          <Button key={way.label} look={i === 0 ? 'main' : 'plain'} onClick={() => void take(way)}>
            {way.label}
          </Button>
        ))
      )}
    </form>
  );
}
