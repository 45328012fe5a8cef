import type { ReactNode } from 'react';
import type { PanelRemark } from '#shared/model/panel.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies, useIdentified } from '#renderer/data/use-session.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { InstantText } from '#renderer/ui/date-text.tsx';
import { DefinitionList, Inspector, Section } from '#renderer/ui/inspector.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import {
  claimWords,
  memberWords,
  placeWords,
  refLabel,
  saidWords,
  shortMember,
  STATE_WORDS,
  writtenWords,
} from '../panel-words.ts';
import { ChangedWords } from './changed-words.tsx';

export type RemarkInspectorProps = {
  remark: PanelRemark;
  replies: readonly PanelRemark[];
  /** The form, where one is open; else what can be done. */
  settle: ReactNode;
  error: ReactNode;
  cannot: string | null;
  onReopen(): void;
};

/** One remark beside its entry: who said it, by whose copy, on which words, and what was made of it. */
export function RemarkInspector({ remark, replies, settle, error, cannot, onReopen }: RemarkInspectorProps): ReactNode {
  const agencies = useAgencies();
  const identified = useIdentified();
  const { data: entry } = useQuery(
    'chronology.get',
    { id: remark.eventId ?? '' },
    { enabled: remark.eventId !== null, keep: false },
  );
  const agency = agencies.get(remark.agencyId ?? '');
  const claim = claimWords(remark);
  return (
    <Inspector
      title={remark.eventId === null ? placeWords(remark) : `Entry ${refLabel(remark.ref ?? 0)}`}
      beside={agency && <AgencyTag agency={agency} lettersOnly />}
    >
      <Section>
        <div className="pl-pn-parts">
          <Said remark={remark} />
          <Marks remark={remark} />
          {replies.map((reply) => (
            <div key={reply.id} className="pl-pn-reply">
              <p>{reply.text}</p>
              <p className="pl-dim">
                {claimWords(reply) ?? shortMember(reply)}, in reply{reply.resolved ? ', resolved in Word' : ''}
              </p>
            </div>
          ))}
          <DefinitionList
            items={[
              ['Copy', `${memberWords(remark.member)}; round ${remark.roundNumber}, copy ${remark.copyNumber}`],
              ...(identified && claim ? ([['In Word', `${claim} (anybody can write a name there)`]] as const) : []),
              ...(remark.writtenAt ? ([['Written', writtenWords(remark.writtenAt)]] as const) : []),
              ...(remark.place && remark.eventId === null ? ([['Where', remark.place]] as const) : []),
              ...(remark.alsoRefs.length > 0 ? ([['Also on', remark.alsoRefs.map(refLabel).join(', ')]] as const) : []),
            ]}
          />
        </div>
      </Section>
      {remark.state === 'waiting' ? (
        <Section title="Settle">
          {settle}
          {error}
        </Section>
      ) : (
        <Section title={STATE_WORDS[remark.state]}>
          {remark.settled && (
            <>
              {remark.settled.reason !== '' && <p>{remark.settled.reason}</p>}
              <p className="pl-dim">
                {remark.settled.person || remark.settled.post}, <InstantText at={remark.settled.at} />
              </p>
            </>
          )}
          <Button bar cannot={cannot} onClick={onReopen}>
            Let it wait again
          </Button>
          {error}
        </Section>
      )}
      {entry && (
        <Section title="The entry" tools={<a href={hrefTo('chronology', { entry: entry.id })}>Open in Chronology</a>}>
          <p className="pl-dim">{entry.dateLabel}</p>
          {entry.fields.map(({ field, text }) => (
            <p key={field} className="pl-pn-entry">
              {text}
            </p>
          ))}
        </Section>
      )}
    </Inspector>
  );
}

function Said({ remark }: { remark: PanelRemark }): ReactNode {
  if (remark.kind === 'change') return <ChangedWords before={remark.before ?? ''} after={remark.after ?? ''} />;
  return (
    <>
      {remark.quote && <p className="pl-pn-quote">“{remark.quote}”</p>}
      <p className="pl-pn-said">{saidWords(remark)}</p>
    </>
  );
}

function Marks({ remark }: { remark: PanelRemark }): ReactNode {
  const marks: { status: 'look' | 'note'; words: string }[] = [
    ...(remark.placedBy === 'none' ? [{ status: 'look' as const, words: 'Its entry was not found' }] : []),
    ...(remark.placedBy === 'words'
      ? [{ status: 'look' as const, words: 'Placed by its words: its mark and number were gone' }]
      : []),
    ...(remark.changedSince ? [{ status: 'look' as const, words: 'The entry has changed since the copy was made' }] : []),
    ...(remark.untracked ? [{ status: 'look' as const, words: 'Changed without tracking; found by comparing' }] : []),
    ...(remark.resolved ? [{ status: 'note' as const, words: 'Marked as resolved in Word' }] : []),
    ...(remark.copyView === 'anonymised' ? [{ status: 'note' as const, words: 'Said on an anonymised copy' }] : []),
  ];
  if (marks.length === 0) return null;
  return (
    <ul className="pl-pn-marks">
      {marks.map(({ status, words }) => (
        <li key={words}>
          <StatusMark status={status}>{words}</StatusMark>
        </li>
      ))}
    </ul>
  );
}
