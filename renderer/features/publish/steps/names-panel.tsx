import { type ReactNode, useMemo, useState } from 'react';
import { newId } from '#shared/kernel/ids.ts';
import type { RegisterKind } from '#shared/model/register.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useHeld } from '#renderer/data/use-held.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useIdentified } from '#renderer/data/use-session.ts';
import { PseudonymChip } from '#renderer/ui/chip.tsx';
import { counted, dayLabel } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextAreaField } from '#renderer/ui/field.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import type { Publication } from '../use-publication.ts';
import { type NamedLine, readNames } from './paste-names.ts';
import { RegisterList } from './register-list.tsx';
import { RulesSection } from './rules-section.tsx';
import { StepBody } from './step-body.tsx';

export const KINDS: readonly { value: RegisterKind; label: string }[] = [
  { value: 'person', label: 'Person' },
  { value: 'place', label: 'Place' },
  { value: 'organisation', label: 'Organisation' },
  { value: 'reference', label: 'Number' },
];

/** The quick way to a register where there is no chronology: names, one a line. */
export function NamesPanel({ publication, onNext }: { publication: Publication; onNext(): void }): ReactNode {
  const { register } = publication;
  const may = useMay();
  const identified = useIdentified();
  const put = useCommand('register.import', { said: (rows) => `On the register: ${counted(rows.length, 'entry', 'entries')}.` });
  const [text, setText] = useHeld('publish.names', '');
  const [kinds, setKinds] = useState<ReadonlyMap<string, RegisterKind>>(new Map());
  const lines = useMemo(
    () =>
      readNames(
        text,
        register.map((row) => row.entry),
        kinds,
      ),
    [text, register, kinds],
  );
  const good = lines.filter((line) => line.problem === null);
  const cannot = may('register.import');

  async function add(): Promise<void> {
    if (lines.length === 0) return onNext();
    const entries = good.map(({ problem: _problem, ...entry }) => ({ id: newId(), ...entry }));
    const outcome = await put.run({ entries });
    // What could not be taken stays, with what is wrong with it.
    if (outcome.ok)
      setText(
        text
          .split(/\r\n|[\r\n\u2028]/)
          .filter((line) => isLeft(line, lines))
          .join('\n'),
      );
  }
  const label =
    lines.length === 0
      ? 'Go on to the check'
      : `Put ${good.length === 0 ? 'them' : counted(good.length, 'name')} on the register`;
  return (
    <StepBody
      main={{
        label,
        run: () => void add(),
        pending: put.pending,
        cannot:
          lines.length === 0 ? null : (cannot ?? (good.length === 0 ? 'None of these can be put on it as it stands' : null)),
      }}
      why={lines.length === 0 && register.length === 0 ? 'Without names nothing is searched for.' : null}
    >
      <Section title="Add what must not appear">
        {identified ? (
          <TextAreaField
            label="People, places, organisations and numbers"
            value={text}
            onChange={setText}
            rows={6}
            data-field="names"
            spellCheck={false}
            placeholder={'Real name = Pseudonym'}
            hint="One a line. After an equals sign, what stands in its place. Other spellings after a semicolon; a birthday after “born”."
          />
        ) : (
          <p className="pl-2">Real names are typed here. Switch to identified first (F9).</p>
        )}
        {lines.length > 0 && (
          <ul className="pl-pub-names" aria-label="As they will stand on the register">
            {lines.map((line, i) => (
              <li key={`${line.realName} ${i + 1}`}>
                <Named line={line} />
                {line.problem === null && (
                  <SelectField
                    label={`Kind of ${line.realName}`}
                    quiet
                    value={line.kind}
                    options={KINDS}
                    onChange={(kind) => setKinds(new Map(kinds).set(line.realName, kind))}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        <ErrorNote error={put.error} />
      </Section>
      {register.length > 0 && <RulesSection publication={publication} />}
      {register.length > 0 && (
        <Section title="On the register" count={register.length} tools={<a href={hrefTo('people')}>Open People</a>}>
          <RegisterList rows={register} />
        </Section>
      )}
    </StepBody>
  );
}

function Named({ line }: { line: NamedLine }): ReactNode {
  return (
    <span className="pl-grow">
      <span>{line.realName || '(no name)'}</span> <PseudonymChip>{line.pseudonym || '…'}</PseudonymChip>
      {(line.aliases.length > 0 || line.dateOfBirth) && (
        <span className="pl-2 pl-pub-also">
          {[
            line.aliases.length > 0 && `also ${line.aliases.join(', ')}`,
            line.dateOfBirth && `born ${dayLabel(line.dateOfBirth, { weekday: false })}`,
          ]
            .filter(Boolean)
            .join('; ')}
        </span>
      )}
      {line.problem && <span className="pl-field-error pl-pub-also">{line.problem}</span>}
    </span>
  );
}

/** A pasted line that was not taken: it holds the name of one that had a problem. */
function isLeft(raw: string, lines: readonly NamedLine[]): boolean {
  return raw.trim() !== '' && lines.some((line) => line.problem !== null && line.realName !== '' && raw.includes(line.realName));
}
