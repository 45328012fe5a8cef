import { type ReactNode, useState } from 'react';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useAgencies, useSession } from '#renderer/data/use-session.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { InstantText } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { DefinitionList } from '#renderer/ui/inspector.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { ChangeChallenge } from './change-challenge.tsx';
import { CHALLENGE_STATES } from './challenge-words.ts';
import { FIELD_NAMES } from './field-names.ts';
import { type Challenged, SettleForm } from './settle-form.tsx';

/** One challenge: the claim, the proof, the words sought, who raised it, and what became of it. */
export function ChallengeItem({ challenged }: { challenged: Challenged }): ReactNode {
  const { challenge } = challenged;
  const may = useMay();
  const session = useSession();
  const identified = session?.view === 'identified';
  const agency = useAgencies().get(challenge.agencyId ?? '');
  const withdraw = useCommand('challenge.withdraw', { said: 'Challenge withdrawn.' });
  const [settling, setSettling] = useState(false);
  const [changing, setChanging] = useState(false);
  const open = challenge.state === 'open';
  const own = identified && challenge.person === session?.person?.name;
  const mayWithdraw = own || (session?.person?.role ?? 'reviewer') === 'reviewer';
  const who = (person: string | null, post: string | null): string =>
    (identified ? person : null) || post?.trim() || 'Review panel';
  return (
    <div className="pl-ch-correction pl-ch-challenge">
      <h4>{FIELD_NAMES[challenge.field]}</h4>
      <p>
        <StatusMark status={open ? 'look' : 'done'}>{CHALLENGE_STATES[challenge.state]}</StatusMark>
      </p>
      <p className="pl-ch-said">{challenge.claim}</p>
      <DefinitionList
        items={[
          ['When raised it said', challenge.stood ?? '–'],
          ...(challenge.proof ? [['Proof offered', challenge.proof] as const] : []),
          ...(challenge.sought ? [['Words sought', challenge.sought] as const] : []),
          ...(challenge.reason ? [['Reason of the outcome', challenge.reason] as const] : []),
        ]}
      />
      <p className="pl-2 pl-dim">
        Raised by {who(challenge.person, challenge.post)}
        {agency ? ` for ${agency.name}` : ''}, <InstantText at={challenge.at} />
        {challenge.settledAt && (
          <>
            . {CHALLENGE_STATES[challenge.state]} by {who(challenge.settledBy, challenge.settledPost)},{' '}
            <InstantText at={challenge.settledAt} />
          </>
        )}
      </p>
      {open && !settling && !changing && (
        <p className="pl-row pl-2">
          <LinkButton cannot={may('challenge.settle')} onClick={() => setSettling(true)}>
            Settle the challenge…
          </LinkButton>
          {own && (
            <LinkButton cannot={may('challenge.change')} onClick={() => setChanging(true)}>
              Change the challenge…
            </LinkButton>
          )}
          {mayWithdraw && (
            <LinkButton
              cannot={may('challenge.withdraw')}
              onClick={() => void withdraw.run({ id: challenge.id, rowVersion: challenge.rowVersion, reason: null })}
            >
              Withdraw the challenge
            </LinkButton>
          )}
        </p>
      )}
      {open && changing && <ChangeChallenge challenge={challenge} onDone={() => setChanging(false)} />}
      {open && settling && <SettleForm challenged={challenged} onDone={() => setSettling(false)} />}
      <ErrorNote error={withdraw.error} />
    </div>
  );
}
