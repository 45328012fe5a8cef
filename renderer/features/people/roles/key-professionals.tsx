import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import type { RegisterRow } from '#shared/contract/register.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { PseudonymChip } from '#renderer/ui/chip.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextAreaField } from '#renderer/ui/field.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { entriesOf, readRoleLines } from './role-lines.ts';
import './key-professionals.css';

export type KeyProfessionalsProps = { rows: readonly RegisterRow[]; cannot: string | null; onDone(id: string | null): void };

/** Professionals keyed by role, many at once: a list of names and roles becomes SW1, SW2, HV1. */
export function KeyProfessionals({ rows, cannot, onDone }: KeyProfessionalsProps): ReactNode {
  const put = useCommand('register.import', { said: (kept) => `${counted(kept.length, 'professional')} keyed by role.` });
  const [text, setText] = useState('');
  const lines = useMemo(() => readRoleLines(text, rows), [text, rows]);
  const good = lines.filter(({ problem }) => problem === null);
  const why = cannot ?? (good.length === 0 ? 'Type a name and a role first' : null);
  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (why || put.pending) return;
    const outcome = await put.run({ entries: entriesOf(lines, rows) });
    if (outcome.ok) onDone(outcome.output[0]?.id ?? null);
  }
  return (
    <Inspector title="Key professionals by role">
      <form onSubmit={(event) => void keep(event)}>
        <Section>
          <div className="pl-stack">
            <TextAreaField
              label="One a line: name, role"
              hint="From Word or Excel too. A key of your own may follow in brackets: [SW4]."
              rows={8}
              value={text}
              onChange={setText}
              autoFocus
            />
            {lines.length > 0 && (
              <table className="pl-pe-keys" aria-label="Keys">
                <thead className="pl-hidden">
                  <tr>
                    <th scope="col">Key</th>
                    <th scope="col">Name and role</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line, index) => (
                    <tr key={`${index} ${line.name}`}>
                      <td>{line.problem === null && <PseudonymChip>{line.key}</PseudonymChip>}</td>
                      <td>
                        {line.name}
                        {line.role && <span className="pl-dim"> {line.role}</span>}
                        {line.problem && <StatusMark status="look">{line.problem}</StatusMark>}
                        {line.known && line.problem === null && (
                          <span className="pl-dim">, on the register already: changed</span>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <ErrorNote error={put.error} />
            <div className="pl-row pl-row-wrap">
              <Button look="main" type="submit" cannot={put.pending ? 'Under way' : why}>
                Key {counted(good.length, 'professional')} by role
              </Button>
              <Button onClick={() => onDone(null)}>Cancel</Button>
            </div>
            <p className="pl-2">
              They are published by their role. Names, initials and titles are found and replaced everywhere.
            </p>
          </div>
        </Section>
      </form>
    </Inspector>
  );
}
