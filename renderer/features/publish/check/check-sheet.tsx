import type { ReactNode } from 'react';
import type { RegisterKind } from '#shared/model/register.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { Button } from '#renderer/ui/button.tsx';
import { count, instantLabel } from '#renderer/ui/date-text.tsx';
import { Inspector, Section } from '#renderer/ui/inspector.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { kindIn } from '../kind-words.ts';
import { cannotPublish } from '../steps/steps.ts';
import type { Publication } from '../use-publication.ts';
import { ReadTick } from './read-tick.tsx';
import { whereOf } from './where.ts';

const KINDS: Record<RegisterKind, string> = {
  person: 'People',
  place: 'Places',
  organisation: 'Organisations',
  reference: 'Numbers',
};

/** What was searched for and where, what is left to a person, who approved, and the content's fingerprint. */
export function CheckSheet({ publication, onPublish }: { publication: Publication; onPublish(): void }): ReactNode {
  const { preview, standing, made, issues } = publication;
  const may = useMay();
  const cannot = cannotPublish(standing) ?? may('publish.make');
  const sheet = made?.checkSheet.contentHash === preview.contentHash ? made.checkSheet : null;
  return (
    <Inspector
      title="Check sheet"
      beside={<span className="pl-2">{sheet ? `of the file, ${instantLabel(sheet.madeAt)}` : 'of the text as it is now'}</span>}
      end={
        <>
          <Button cannot={cannot} onClick={onPublish}>
            {`Publish ${kindIn(publication.kind)}…`}
          </Button>
          <span className="pl-why">{cannot}</span>
        </>
      }
    >
      <Section title="Searched for, and what was found">
        <table className="pl-pub-table">
          <thead>
            <tr>
              <th scope="col">On the register</th>
              <th scope="col">Terms</th>
              <th scope="col">Spellings</th>
              <th scope="col">Found</th>
            </tr>
          </thead>
          <tbody>
            {preview.searchedFor.map((row) => (
              <tr key={row.kind}>
                <th scope="row">{KINDS[row.kind]}</th>
                <td>{count(row.entries)}</td>
                <td>{count(row.spellings)}</td>
                <td>
                  <StatusMark status={row.found > 0 ? 'stop' : 'done'}>{count(row.found)}</StatusMark>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title="Where">
        <ul className="pl-pub-lines">
          {whereOf(sheet, issues).map((line) => (
            <li key={line.name}>
              <span>{line.name}</span>
              {line.found === null ? (
                <span className="pl-dim">when it is made</span>
              ) : (
                <StatusMark status={line.found > 0 ? 'stop' : 'done'}>
                  {line.found > 0 ? `${count(line.found)} found` : (line.none ?? 'Nothing')}
                </StatusMark>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="A person must still look for">
        <ul className="pl-pub-still">
          {preview.stillToRead.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <ReadTick read={standing.read} onChange={publication.setRead} />
      </Section>
      <Section title="Approvals">
        <ul className="pl-pub-lines">
          <li>
            <span>
              {preview.author.name || 'Not named'}
              <span className="pl-2 pl-pub-also">Author</span>
            </span>
            <span className="pl-dim">does not approve</span>
          </li>
          {preview.approvals.map((one) => (
            <li key={one.id}>
              <span>
                {one.name}
                <span className="pl-2 pl-pub-also">{one.post}</span>
              </span>
              <StatusMark status="done">{one.asTold ? 'Approved, as told' : 'Approved'}</StatusMark>
            </li>
          ))}
          {preview.approvals.length === 0 && (
            <li>
              <span>
                Second person
                <span className="pl-2 pl-pub-also">Someone other than the author</span>
              </span>
              <span className="pl-dim">{standing.blocks > 0 || !standing.read ? 'Waits for the check' : 'Waits'}</span>
            </li>
          )}
        </ul>
      </Section>
      {sheet && (
        <Section title="Can everybody read it">
          <ul className="pl-pub-lines">
            {sheet.accessibility.map((rule) => (
              <li key={rule.rule}>
                <span>{rule.about}</span>
                <StatusMark status={rule.ok ? 'done' : 'stop'}>{rule.ok ? 'Yes' : 'No'}</StatusMark>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Fingerprint">
        <p className="pl-mono pl-pub-print">content {groups(preview.contentHash)}</p>
        {sheet && <p className="pl-mono pl-pub-print">file {groups(sheet.sha256 ?? '')}</p>}
        {sheet && <p className="pl-mono pl-pub-print">record {groups(sheet.chainHead)}</p>}
        <p className="pl-2">An approval is for this content. Any change voids it.</p>
      </Section>
    </Inspector>
  );
}

/** Sixteen figures in fours: enough to compare by eye; the whole stands on the check sheet's file. */
const groups = (hash: string): string => `${hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')}…`;
