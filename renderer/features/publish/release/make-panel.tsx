import type { ReactNode } from 'react';
import { useMay } from '#renderer/data/use-may.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { kindIn } from '../kind-words.ts';
import { StepBody } from '../steps/step-body.tsx';
import { cannotPublish, contentWords } from '../steps/steps.ts';
import type { Publication } from '../use-publication.ts';
import type { Made } from './made-store.ts';
import { PublishedList } from './published-list.tsx';
import { type Making, sheetName } from './use-make.ts';

export type MakePanelProps = { publication: Publication; making: Making; onAsk(): void; onCheckFile(): void };

/** Makes the file; what came of it; what has been published before. */
export function MakePanel({ publication, making, onAsk, onCheckFile }: MakePanelProps): ReactNode {
  const { kind, standing, made } = publication;
  const may = useMay();
  const { progress } = making;
  return (
    <StepBody
      main={{
        label: standing.made ? `Publish ${kindIn(kind)} again…` : `Publish ${kindIn(kind)}…`,
        run: onAsk,
        pending: making.pending,
        cannot: cannotPublish(standing) ?? may('publish.make'),
      }}
      why={standing.approvedBy.length > 0 ? `Approved by ${standing.approvedBy.join('; ')}.` : null}
    >
      <Section title="The file">
        {making.pending ? (
          <p role="status">
            {progress?.label ?? 'Making the file'}
            {progress && progress.total !== null && (
              <span className="pl-dim">
                {' '}
                step {Math.min(progress.done + 1, progress.total)} of {progress.total}
              </span>
            )}
          </p>
        ) : made ? (
          <MadeFile made={made} making={making} />
        ) : (
          <p className="pl-2">
            {contentWords(standing)}. The bytes are made from the approved content alone, opened again, and every part is searched
            before they leave.
          </p>
        )}
        <ErrorNote error={making.error} />
      </Section>
      <PublishedList />
      <Section title="Check any Word file">
        <p className="pl-2">
          A document that someone sends, or an older version: every part is read for names on the register and for what a Word
          file can hide.
        </p>
        <p>
          <LinkButton onClick={onCheckFile}>Check a Word file…</LinkButton>
        </p>
      </Section>
    </StepBody>
  );
}

function MadeFile({ made, making }: { made: Made; making: Making }): ReactNode {
  const saved = making.saved?.sha256 === made.sha256 ? making.saved : null;
  const line = (which: 'file' | 'sheet', name: string): ReactNode => (
    <li>
      <span className="pl-pub-file">{name}</span>
      {saved && !saved[which] ? (
        <LinkButton onClick={() => void making.save(made, which)}>Save it…</LinkButton>
      ) : (
        <span className="pl-2">saved</span>
      )}
    </li>
  );
  return (
    <>
      <p>
        <StatusMark status="done">Nothing found.</StatusMark> Opened again, and every part searched.
      </p>
      <ul className="pl-pub-settled">
        {line('file', made.name)}
        {line('sheet', sheetName(made))}
      </ul>
      <p className="pl-2 pl-pub-hash">
        SHA-256 <span className="pl-mono">{made.sha256}</span>
      </p>
    </>
  );
}
