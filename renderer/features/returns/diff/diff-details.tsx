import type { ReactNode } from 'react';
import type { DiffRow, ReturnDiff } from '#shared/contract/return-versions.ts';
import { count, counted } from '#renderer/ui/date-text.tsx';
import { DiffText } from '#renderer/ui/diff-text.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { countWords, fieldName, workWords } from './diff-words.ts';

/** Beside the list of changes: the row in hand with every field, what becomes of people's work, what else differs. */
export function DiffDetails({ diff, at }: { diff: ReturnDiff; at: DiffRow | null }): ReactNode {
  const work = workWords(diff);
  const { renamed, added, gone } = diff.headings;
  return (
    <Inspector reads title="Corrected return" beside={<span className="pl-dim">not in the review yet</span>}>
      <Section title={`Return ${diff.fromVersion} to return ${diff.toVersion}`}>
        <p>{countWords(diff.counts)}</p>
        {diff.counts.moved > 0 && <p className="pl-2">{counted(diff.counts.moved, 'entry', 'entries')} of these only moved.</p>}
        {diff.counts.split > 0 && (
          <p className="pl-2">{count(diff.counts.split)} of those added were split from another entry.</p>
        )}
        {diff.counts.joined > 0 && (
          <p className="pl-2">{count(diff.counts.joined)} of those left out were joined to another entry.</p>
        )}
      </Section>
      {at && at.changes.length > 0 && (
        <Section title={at.ref === null ? 'This row' : `Entry ${at.ref}`}>
          <RowChanges row={at} />
          {at.lostWords.length > 0 && (
            <ul className="pl-rt-facts">
              {at.lostWords.map((words) => (
                <li key={words}>
                  <StatusMark status="look">Tagged and asked about: “{words}”</StatusMark>
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      <Section title="Your work on these rows">
        <ul className="pl-rt-facts">
          <li>
            <StatusMark status="done">
              {work.stays === 0
                ? 'Tags, annotations, corrections and links stay with their entries.'
                : `Tags, annotations, corrections and links on ${counted(work.stays, 'changed entry', 'changed entries')} stay.`}
            </StatusMark>
          </li>
          {work.asked > 0 && (
            <li>
              <StatusMark status="look">
                {counted(work.asked, 'question')} for you afterwards: an entry that was worked on is never dropped, and a
                correction or a tagged passage stays until you choose.
              </StatusMark>
            </li>
          )}
          {work.hidden > 0 && (
            <li>
              <StatusMark status="note">
                {counted(work.hidden, 'entry', 'entries')} nobody worked on: hidden, not deleted.
              </StatusMark>
            </li>
          )}
        </ul>
      </Section>
      {renamed.length + added.length + gone.length > 0 && (
        <Section title="Columns that differ">
          <ul className="pl-rt-facts">
            {renamed.map(({ from, to }) => (
              <li key={from}>
                “{from}” is now “{to}”
              </li>
            ))}
            {added.map((name) => (
              <li key={name}>“{name}” is new</li>
            ))}
            {gone.map((name) => (
              <li key={name}>“{name}” is gone</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="When it is accepted">
        <p className="pl-2">
          All changes go in as one step, which can be undone. Entries keep their numbers. The file before stays in the review, row
          by row, and each entry shows what it said then.
        </p>
      </Section>
    </Inspector>
  );
}

/** Every field of a row that differs, in full. */
export function RowChanges({ row }: { row: DiffRow }): ReactNode {
  return row.changes.map((one) => (
    <div key={`${one.field} ${one.heading}`} className="pl-rt-diff-field">
      <p className="pl-2">{fieldName(one.field, one.heading)}</p>
      <DiffText before={one.before} after={one.after} />
    </div>
  ));
}
