import { type ReactNode, useState } from 'react';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { FieldFix, isFieldFix } from './field-fix.tsx';
import { alike, issueWords, type Numbered } from './numbered.ts';
import { useFixes } from './use-fixes.ts';

export type IssueCardProps = {
  one: Numbered;
  all: readonly Numbered[];
  active: boolean;
  onShow(n: number): void;
  /** Opens the place where the text itself is written. */
  onEdit(one: Numbered): void;
};

/** One thing that blocks, or that is to be looked at: what it is, its words, and each way to put it right. */
export function IssueCard({ one, all, active, onShow, onEdit }: IssueCardProps): ReactNode {
  const { issue, n, blocks } = one;
  const fixes = useFixes();
  const [asking, setAsking] = useState<'keep' | 'field' | null>(null);
  const { title, rest } = issueWords(issue);
  const same = alike(all, one);
  const cannot = fixes.pending ? 'Under way' : fixes.cannot;
  const marked = issue.where.start !== null;
  return (
    <li
      className="pl-pub-card"
      data-issue={n}
      data-look={blocks ? undefined : true}
      data-active={active || undefined}
      tabIndex={-1}
      data-quiet-focus
      onFocus={() => !active && onShow(n)}
    >
      <h4>
        <span className="pl-pub-n" data-look={blocks ? undefined : true}>
          <span className="pl-hidden">{blocks ? 'Blocks, ' : 'To look at, '}</span>
          {n}
        </span>
        {title}
      </h4>
      {(issue.words || rest) && (
        <p>
          {issue.words && <span className="pl-pub-words">“{issue.words}” </span>}
          {rest}
        </p>
      )}
      {asking === 'keep' ? (
        <KeepReason
          words={issue.words ?? ''}
          onLeave={() => setAsking(null)}
          onKeep={(why) => fixes.remedy(issue, 'keep', why)}
        />
      ) : asking === 'field' ? (
        <FieldFix issue={issue} onDone={() => setAsking(null)} onElsewhere={() => onEdit(one)} />
      ) : (
        <div className="pl-pub-fixes">
          {issue.fixes.map((fix, i) => {
            const key = `${fix.action} ${fix.entryId ?? ''}`;
            const { action } = fix;
            if (action === 'edit') {
              return (
                <LinkButton key={key} onClick={() => (isFieldFix(issue) ? setAsking('field') : onEdit(one))}>
                  {fix.label}
                </LinkButton>
              );
            }
            const run = (): void => {
              if (action === 'keep') setAsking('keep');
              else if (action === 'decide') void fixes.decide(issue, fix.entryId);
              else void fixes.remedy(issue, action, '');
            };
            return (
              <Button key={key} bar look={i === 0 ? 'plain' : 'quiet'} cannot={cannot} onClick={run}>
                {fix.label}
              </Button>
            );
          })}
          {same.length > 1 && (
            <Button bar look="quiet" cannot={cannot} onClick={() => void fixes.remedyAll(same)}>
              Replace all {same.length} with “{issue.replacement}”
            </Button>
          )}
          {marked && (
            <Button bar look="quiet" onClick={() => onShow(n)}>
              Show in text
            </Button>
          )}
        </div>
      )}
      <ErrorNote error={fixes.error} />
    </li>
  );
}

function KeepReason(props: { words: string; onLeave(): void; onKeep(reason: string): Promise<boolean> }): ReactNode {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <form
      className="pl-pub-why"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim()) void props.onKeep(reason.trim()).then((ok) => ok && props.onLeave());
      }}
    >
      <TextField
        label={`Why “${props.words}” may be published`}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        autoFocus
        hint="It stands on the check sheet, with your name."
        error={tried && !reason.trim() ? 'A reason is needed.' : null}
      />
      <div className="pl-row">
        <Button bar type="submit">
          Keep it
        </Button>
        <Button bar look="quiet" onClick={props.onLeave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
