import { Lock } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { openWithRecoverySheet } from '#renderer/commands/use-recovery-sheet.ts';
import { useRunCommand } from '#renderer/commands/use-run-command.ts';
import { setOpening } from '#renderer/data/opening.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { instantLabel } from '#renderer/ui/date-text.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { setPreferences, usePreferences } from '#renderer/ui/preferences.ts';

/** Reviews opened here, by reference only; the recovery sheet; files dropped anywhere. */
export function Recent(): ReactNode {
  const { showRecent } = usePreferences();
  const run = useRunCommand();
  const { data, error } = useQuery('session.recent', {});
  useStartFile(data);
  return (
    <aside className="pl-start-side" aria-label="Recent, and lost passphrases" data-pane="Recent">
      <section aria-labelledby="pl-recent">
        <div className="pl-row pl-recent-head">
          <h2 id="pl-recent">Recent on this computer</h2>
          <LinkButton className="pl-push" onClick={() => setPreferences({ showRecent: !showRecent })}>
            {showRecent ? 'Do not show' : 'Show'}
          </LinkButton>
        </div>
        <ErrorNote error={error} />
        {showRecent && data && data.length > 0 && (
          <ul className="pl-recent" data-single-keys>
            {data.map((review) => (
              <li key={review.ref}>
                <button
                  type="button"
                  onClick={() => setOpening({ ref: review.ref, name: review.reference, kept: null, by: 'passphrase' })}
                >
                  <strong>{review.reference || 'Without a reference'}</strong>
                  <span className="pl-recent-at">{instantLabel(review.openedAt)}</span>
                  <span className="pl-recent-state">
                    <Lock size={12} strokeWidth={1.5} aria-hidden />
                    Locked
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <p className="pl-2">
          {showRecent && data?.length === 0 ? 'None yet. ' : ''}
          Listed by reference only. Nothing inside is read until it is unlocked.
        </p>
      </section>
      <section aria-labelledby="pl-lost">
        <h2 id="pl-lost">Lost the passphrase?</h2>
        <p>
          The recovery sheet printed when the review was made opens it.{' '}
          <LinkButton onClick={() => run(openWithRecoverySheet)}>Use a recovery sheet…</LinkButton>
        </p>
      </section>
      <div className="pl-start-drop">
        <strong>Drop a file anywhere</strong>
        <p>A review opens. A return or a Word file of actions is dropped once a review is open, and asks where it belongs.</p>
      </div>
    </aside>
  );
}

/** The ref under which the core lists a file that was named when the program was started. */
const START_FILE = 'start-file';
let asked = false;

/** Such a file asks for its passphrase by itself, once. */
function useStartFile(recent: OutputOf<'session.recent'> | undefined): void {
  const named = recent?.find((review) => review.ref === START_FILE);
  useEffect(() => {
    if (!named || asked) return;
    asked = true;
    setOpening({ ref: named.ref, name: named.reference, kept: null, by: 'passphrase' });
  }, [named]);
}
