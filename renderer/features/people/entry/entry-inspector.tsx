import { type ReactNode, useState } from 'react';
import type { RegisterRow } from '#shared/contract/register.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { PseudonymChip, SpellingChip } from '#renderer/ui/chip.tsx';
import { count, dayLabel } from '#renderer/ui/date-text.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { DefinitionList, Inspector, Section } from '#renderer/ui/inspector.tsx';
import { KIND_WORDS, PUBLISH_WORDS, shownAs } from './entry-words.ts';
import './entry.css';

export type EntryInspectorProps = {
  row: RegisterRow;
  identified: boolean;
  onEdit(): void;
  onRemoved(): void;
  /** The questions about this entry. */
  asks: ReactNode;
};

const AT_ONCE = 12;

/** Somebody or something on the register: how it is shown, what it was called, what waits to be settled. */
export function EntryInspector({ row, identified, onEdit, onRemoved, asks }: EntryInspectorProps): ReactNode {
  const { entry, mentions, spellings } = row;
  const may = useMay();
  const remove = useCommand('register.remove', { said: 'Taken off the register.' });
  const [removing, setRemoving] = useState(false);
  const [all, setAll] = useState(false);
  const publishAs = entry.publishAs ?? 'pseudonym';
  const facts: (readonly [string, ReactNode])[] = [['Shown as', shownAs(entry)]];
  facts.push(['Published by', PUBLISH_WORDS[publishAs]], ['Kind', KIND_WORDS[entry.kind]]);
  if (identified) {
    if (entry.dateOfBirth) facts.push(['Born', dayLabel(entry.dateOfBirth)]);
    const lists = [
      ['Address', entry.addresses],
      ['Telephone', entry.phones],
      ['E-mail', entry.emails],
      ['Numbers', entry.references],
    ] as const;
    for (const [term, values] of lists) if (values && values.length > 0) facts.push([term, values.join('; ')]);
  }
  const title = identified ? entry.realName : entry.pseudonym || 'No pseudonym';
  const shown = all ? spellings : spellings.slice(0, AT_ONCE);
  return (
    <Inspector
      title={title}
      beside={
        identified && entry.pseudonym && entry.pseudonym !== title ? <PseudonymChip>{entry.pseudonym}</PseudonymChip> : undefined
      }
    >
      <Section
        title="On the register"
        tools={
          <LinkButton cannot={may('register.update')} onClick={onEdit}>
            Change
          </LinkButton>
        }
      >
        <DefinitionList items={facts} />
        {!identified && (
          <p className="pl-2 pl-pe-hidden">
            Real name, spellings, dates and numbers are hidden while the view is anonymised. F9 shows them.
          </p>
        )}
      </Section>
      {asks}
      {identified && (
        <>
          <Section title="Spellings found" count={spellings.length}>
            {spellings.length === 0 ? (
              <p className="pl-2">{mentions === null ? 'Not counted yet.' : 'Not found in any text.'}</p>
            ) : (
              <div className="pl-pe-spellings">
                {shown.map(({ text, count: found }) => (
                  <SpellingChip key={text} text={text} count={found} />
                ))}
                {shown.length < spellings.length && (
                  <LinkButton onClick={() => setAll(true)}>{count(spellings.length - shown.length)} more</LinkButton>
                )}
              </div>
            )}
          </Section>
          {entry.aliases.length > 0 && (
            <Section
              title="Looked for besides"
              count={entry.aliases.length}
              tools={
                <LinkButton cannot={may('register.update')} onClick={onEdit}>
                  Add a spelling
                </LinkButton>
              }
            >
              <div className="pl-pe-spellings">
                {entry.aliases.map((alias) => (
                  <span key={alias} className="pl-chip pl-chip-spelling">
                    {alias}
                  </span>
                ))}
              </div>
            </Section>
          )}
        </>
      )}
      <Section title="Elsewhere">
        <div className="pl-pe-remove">
          <a href={hrefTo('chronology', { person: entry.id })}>See the entries that mention {entry.pseudonym || 'this'}</a>
          <Button cannot={may('register.remove')} onClick={() => setRemoving(true)}>
            Take off the register…
          </Button>
        </div>
      </Section>
      <Dialog
        open={removing}
        onClose={() => {
          setRemoving(false);
          remove.reset();
        }}
        title={`Take ${entry.pseudonym || 'this entry'} off the register${mentions ? `, ${count(mentions)} mentions` : ''}`}
        main={{
          label: `Take ${entry.pseudonym || 'it'} off`,
          pending: remove.pending,
          run: () =>
            void remove.run({ id: entry.id, rowVersion: entry.rowVersion }).then((outcome) => {
              if (!outcome.ok) return;
              setRemoving(false);
              onRemoved();
            }),
        }}
        leave="Leave it on"
      >
        <p>Its names are no longer replaced anywhere: not in the anonymised view, and not in publications. This can be undone.</p>
        <ErrorNote error={remove.error} />
      </Dialog>
    </Inspector>
  );
}
