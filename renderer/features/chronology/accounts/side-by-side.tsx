import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { timeLabel } from '#shared/dates/format.ts';
import type { Contradiction, ShownAccount } from '#shared/model/accounts.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { AgencyTag } from '#renderer/ui/agency-tag.tsx';
import { refLabel } from '../grid/entry-row.tsx';
import { FIELD_NAMES } from '../inspector/field-names.ts';
import { AccountText } from './account-text.tsx';
import { POINTS } from './contradiction-words.ts';

export type SideBySideProps = {
  accounts: readonly ShownAccount[];
  contradictions: readonly Contradiction[];
  reliedId: string | null;
  /** Under an account: what can be done with it. */
  actions?: (account: ShownAccount) => ReactNode;
};

/** Accounts of one event in columns: what each wrote, then point by point, with what differs marked. */
export function SideBySide({ accounts, contradictions, reliedId, actions }: SideBySideProps): ReactNode {
  const agencies = useAgencies();
  const base = accounts.find((account) => account.eventId === reliedId) ?? accounts[0];
  const against = (eventId: string): string[] =>
    contradictions
      .flatMap(({ a, b, kind }) =>
        kind === 'date' || kind === 'time' || kind === 'other' ? [] : [a, b].filter((side) => side.eventId === eventId),
      )
      .map((side) => side.words);
  const differs = (topic: string): boolean => contradictions.some((one) => one.kind === topic && one.stands);
  const said = (account: ShownAccount, topic: string): string[] =>
    account.facts.filter((fact) => fact.topic === topic).map((fact) => fact.words);
  const points = POINTS.filter(([topic]) => accounts.some((account) => said(account, topic).length > 0));
  const days = new Set(accounts.map((account) => `${account.date.earliest} ${account.date.latest}`));
  return (
    <div className="pl-same-scroll" tabIndex={0} role="region" aria-label="Accounts side by side">
      <table className="pl-same-table" aria-label="Accounts side by side">
        <thead>
          <tr>
            <th scope="col" className="pl-same-point">
              <span className="pl-hidden">Point</span>
            </th>
            {accounts.map((account) => {
              const agency = agencies.get(account.agencyId);
              return (
                <th key={account.eventId} scope="col" data-relied={account.eventId === reliedId || undefined}>
                  {agency && <AgencyTag agency={agency} />}
                  <span className="pl-same-head">
                    <a href={hrefTo('chronology', { entry: account.eventId })}>{refLabel(account.ref)}</a>
                    {account.source && <span className="pl-dim pl-clip">{account.source}</span>}
                  </span>
                  {account.eventId === reliedId && (
                    <span className="pl-same-relied">
                      <Check size={14} strokeWidth={1.75} aria-hidden /> Relied on
                    </span>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Account</th>
            {accounts.map((account) => (
              <td key={account.eventId} className="pl-same-words">
                {account.fields.map(({ field, text }) => (
                  <div key={field}>
                    {field !== 'description' && <h4>{FIELD_NAMES[field]}</h4>}
                    <p>
                      <AccountText
                        text={text}
                        contradicted={against(account.eventId)}
                        beside={
                          base && base !== account ? (base.fields.find((other) => other.field === field)?.text ?? null) : null
                        }
                      />
                    </p>
                  </div>
                ))}
                {actions?.(account)}
              </td>
            ))}
          </tr>
          <Point
            name="Date"
            differs={differs('date')}
            accounts={accounts}
            of={(account) => [account.dateLabel]}
            same={days.size === 1}
          />
          {accounts.some((account) => account.date.time !== null) && (
            <Point
              name="Time"
              differs={differs('time')}
              accounts={accounts}
              of={(account) => [timeLabel(account.date)].filter(Boolean)}
            />
          )}
          <Point name="When it knew" accounts={accounts} of={(account) => [knewWords(account)]} />
          <Point
            name="Names"
            accounts={accounts}
            of={(account) => (account.people.length > 0 ? [account.people.join(', ')] : [])}
          />
          {points.map(([topic, words]) => (
            <Point key={topic} name={words} differs={differs(topic)} accounts={accounts} of={(account) => said(account, topic)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type PointProps = {
  name: string;
  accounts: readonly ShownAccount[];
  of(account: ShownAccount): readonly string[];
  differs?: boolean;
  same?: boolean;
};

function Point({ name, accounts, of, differs = false, same = false }: PointProps): ReactNode {
  return (
    <tr data-differs={differs || undefined}>
      <th scope="row">
        {name}
        {differs && <span className="pl-same-flag">differs</span>}
        {!differs && same && <span className="pl-same-flag pl-dim">same</span>}
      </th>
      {accounts.map((account) => {
        const words = of(account);
        return (
          <td key={account.eventId}>
            {words.length === 0 ? <span className="pl-dim">says nothing</span> : words.map((one) => <p key={one}>{one}</p>)}
          </td>
        );
      })}
    </tr>
  );
}

/** "Mon 17 Mar 2025, told, 2 days after (Logged)". */
function knewWords({ knew }: ShownAccount): string {
  const after = knew.daysAfter;
  const late =
    after === null || after === 0
      ? ''
      : after > 0
        ? `, ${after} ${after === 1 ? 'day' : 'days'} after`
        : `, dated ${-after} ${after === -1 ? 'day' : 'days'} before`;
  return `${knew.dateLabel}${knew.how === 'wasTold' ? ', was told' : ''}${late}${knew.column ? ` (column ${knew.column})` : ''}`;
}
