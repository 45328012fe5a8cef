import { type ReactNode, useState } from 'react';
import { newId } from '#shared/kernel/ids.ts';
import type { PanelCopy, PanelRound } from '#shared/model/panel.ts';
import { announce } from '#renderer/data/announce.ts';
import { useFiles } from '#renderer/data/files.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useIdentified } from '#renderer/data/use-session.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { counted, dayLabel, InstantText } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { DefinitionList, Inspector, Section } from '#renderer/ui/inspector.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { copyState, memberWords } from '../panel-words.ts';
import { readMembers } from './read-members.ts';

export type CopyInspectorProps = {
  round: PanelRound;
  copy: PanelCopy;
  today: string;
  onRead(copyId: string): void;
  onRemarks(copyId: string): void;
  onSelect(copyId: string | null): void;
};

/** One copy: its file, when it was sent, what came back of it. */
export function CopyInspector({ round, copy, today, onRead, onRemarks, onSelect }: CopyInspectorProps): ReactNode {
  const files = useFiles();
  const may = useMay();
  const identified = useIdentified();
  const make = useJob('panel.makeFile', { said: ({ entries }) => `The file is made: ${counted(entries, 'entry', 'entries')}.` });
  const change = useCommand('round.changeCopy');
  const remove = useCommand('round.removeCopy', { said: 'The copy is removed.' });
  const addCopy = useCommand('round.addCopy', { said: ({ number }) => `Copy ${number} is added.` });
  const [adding, setAdding] = useState<string | null>(null);
  const { id, rowVersion } = copy;
  const undecided = copy.files.at(-1)?.undecided ?? 0;
  const cannotMake =
    may('panel.makeFile') ??
    (make.pending
      ? 'Under way'
      : round.view === 'identified' && !identified
        ? 'This file shows real names. Switch to identified first (F9)'
        : null);

  async function makeFile(): Promise<void> {
    const done = await make.run({ copyId: id });
    if (!done.ok) return;
    const { file, name } = done.output;
    if (await files.save(file, name).catch(() => false)) announce('The file is saved.');
  }
  async function add(): Promise<void> {
    const [member] = readMembers(adding ?? '');
    const copyId = newId();
    const done = await addCopy.run({ id: copyId, roundId: round.id, name: '', post: '', agency: '', ...member });
    if (!done.ok) return;
    setAdding(null);
    onSelect(copyId);
  }
  return (
    <Inspector
      title={`Round ${round.number}, copy ${copy.number}`}
      end={
        <Button look="main" cannot={cannotMake} onClick={() => void makeFile()}>
          {copy.files.length === 0 ? 'Make the Word file…' : 'Make the Word file again…'}
        </Button>
      }
    >
      <Section>
        <div className="pl-pn-parts">
          <DefinitionList
            items={[
              ['For', memberWords(copy.member)],
              ['State', copyState(copy)],
              ...(copy.sentOn ? ([['Sent', dayLabel(copy.sentOn)]] as const) : []),
              ...(round.returnBy ? ([['Return by', dayLabel(round.returnBy)]] as const) : []),
            ]}
          />
          <div className="pl-row pl-row-wrap">
            {copy.sentOn === null ? (
              <Button bar cannot={may('round.changeCopy')} onClick={() => void change.run({ id, rowVersion, sentOn: today })}>
                Note as sent today
              </Button>
            ) : (
              <Button bar cannot={may('round.changeCopy')} onClick={() => void change.run({ id, rowVersion, sentOn: null })}>
                Not sent after all
              </Button>
            )}
            <Button bar cannot={may('panel.readReply')} onClick={() => onRead(id)}>
              Read what came back…
            </Button>
          </div>
          <ErrorNote error={make.error ?? change.error ?? remove.error ?? addCopy.error} />
        </div>
      </Section>
      <Section title="Files made" {...(copy.files.length > 0 ? { count: copy.files.length } : {})}>
        {copy.files.length === 0 && <p className="pl-2">None yet. The file is made here and sent by your own e-mail.</p>}
        <ul className="pl-pn-lines">
          {copy.files.map((file) => (
            <li key={file.id}>
              PL-{file.code.slice(0, 4)}-{file.code.slice(4)}
              <span className="pl-dim">
                {' '}
                · <InstantText at={file.madeAt} /> · {counted(file.entries, 'entry', 'entries')}
              </span>
            </li>
          ))}
        </ul>
        {undecided > 0 && (
          <p>
            <StatusMark status="look">{counted(undecided, 'mention')} printed as [undecided]</StatusMark>
          </p>
        )}
      </Section>
      <Section
        title="Came back"
        {...(copy.replies.length > 0 ? { count: copy.replies.length } : {})}
        tools={copy.remarks > 0 && <LinkButton onClick={() => onRemarks(id)}>Its remarks</LinkButton>}
      >
        {copy.replies.length === 0 && <p className="pl-2">Nothing yet. Drop the file anywhere in this window.</p>}
        <ul className="pl-pn-lines">
          {copy.replies.map((reply) => (
            <li key={reply.id}>
              <InstantText at={reply.readAt} />
              <span className="pl-dim">
                {' '}
                · {counted(reply.added, 'new remark')}
                {reply.known > 0 && `, ${reply.known} known`}
              </span>
              {reply.notes.map((note) => (
                <p key={note} className="pl-2">
                  {note}
                </p>
              ))}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="What is asked">
        <p className="pl-pn-entry">{round.asks}</p>
      </Section>
      <Section title="The round">
        {adding === null ? (
          <div className="pl-row pl-row-wrap">
            <Button bar cannot={may('round.addCopy')} onClick={() => setAdding('')}>
              Add a copy…
            </Button>
            <Button
              bar
              cannot={
                may('round.removeCopy') ??
                (copy.files.length > 0 || copy.replies.length > 0 ? 'A file was made for it, so it stays' : null)
              }
              onClick={() => void remove.run({ id, rowVersion }).then((done) => done.ok && onSelect(null))}
            >
              Remove this copy
            </Button>
          </div>
        ) : (
          <form
            className="pl-stack"
            onSubmit={(event) => {
              event.preventDefault();
              void add();
            }}
          >
            <TextField
              label="For whom (name, post, agency)"
              value={adding}
              onChange={setAdding}
              hint="Left empty: for every member."
            />
            <div className="pl-row">
              <Button look="main" type="submit">
                Add the copy
              </Button>
              <Button onClick={() => setAdding(null)}>Cancel</Button>
            </div>
          </form>
        )}
      </Section>
    </Inspector>
  );
}
