import { type ReactNode, useEffect, useState } from 'react';
import type { RegisterRow } from '#shared/contract/register.ts';
import type { RegisterEntry } from '#shared/model/register.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { PseudonymChip } from '#renderer/ui/chip.tsx';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { DefinitionList, Inspector, Section } from '#renderer/ui/inspector.tsx';
import { readRegisterFile, type RegisterFile } from './read-register-file.ts';

export type ImportRegisterProps = { file: File; rows: readonly RegisterRow[]; cannot: string | null; onDone(): void };

const SHOWN = 12;

/** What a register file would put on the register; nothing is changed until it is said. */
export function ImportRegister({ file, rows, cannot, onDone }: ImportRegisterProps): ReactNode {
  const put = useCommand('register.import', {
    said: (kept) => `${counted(kept.length, 'entry', 'entries')} put on the register.`,
  });
  const [read, setRead] = useState<RegisterFile | null>(null);
  useEffect(() => {
    let wanted = true;
    void readRegisterFile(file).then((result) => wanted && setRead(result));
    return () => {
      wanted = false;
    };
  }, [file]);
  const entries = read?.ok ? read.entries : [];
  const replaced = entries.filter((entry) => isKnown(entry, rows)).length;
  return (
    <Inspector title="Import the register">
      <Section title="This file">
        <DefinitionList
          items={[
            ['File', file.name],
            ['Entries', read?.ok ? count(entries.length) : '–'],
            ['New', read?.ok ? count(entries.length - replaced) : '–'],
            ['Replaced', read?.ok ? count(replaced) : '–'],
          ]}
        />
      </Section>
      {entries.length > 0 && (
        <Section title="What it holds">
          <ul className="pl-pe-held">
            {entries.slice(0, SHOWN).map((entry) => (
              <li key={entry.id}>
                {entry.realName} {entry.pseudonym && <PseudonymChip>{entry.pseudonym}</PseudonymChip>}
              </li>
            ))}
          </ul>
          {entries.length > SHOWN && <p className="pl-2">and {count(entries.length - SHOWN)} more</p>}
        </Section>
      )}
      <Section>
        <div className="pl-stack">
          {read && !read.ok && <ErrorNote error={{ code: 'badInput', message: read.why }} />}
          <ErrorNote error={put.error} />
          <div className="pl-row pl-row-wrap">
            <Button
              look="main"
              cannot={
                cannot ?? (put.pending ? 'Under way' : entries.length === 0 ? 'There is nothing to put on the register' : null)
              }
              onClick={() => void put.run({ entries }).then((outcome) => outcome.ok && onDone())}
            >
              Put {counted(entries.length, 'entry', 'entries')} on the register
            </Button>
            <Button onClick={onDone}>Cancel</Button>
          </div>
          <p className="pl-2">
            An entry of the same id, or of the same real name and kind, is replaced as a whole. This can be undone.
          </p>
        </div>
      </Section>
    </Inspector>
  );
}

const isKnown = (entry: RegisterEntry, rows: readonly RegisterRow[]): boolean =>
  rows.some(
    ({ entry: known }) =>
      known.id === entry.id || (known.kind === entry.kind && known.realName.toLowerCase() === entry.realName.toLowerCase()),
  );
