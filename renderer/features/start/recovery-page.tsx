import { Printer } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { showSheet, useShownSheet } from '#renderer/data/recovery-store.ts';
import { go } from '#renderer/data/route.ts';
import { Button } from '#renderer/ui/button.tsx';
import { dayLabel } from '#renderer/ui/date-text.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FootKeys, Page } from '#renderer/ui/page.tsx';
import { hexGroups } from './hex-groups.ts';
import { ScanCode } from './scan-code.tsx';
import './recovery-page.css';

/** The recovery sheet, to print for a second keyholder. It is shown once and is in no file. */
export function RecoveryPage(): ReactNode {
  const shown = useShownSheet();
  // Leaving the page forgets the sheet.
  useEffect(() => () => showSheet(null), []);
  if (!shown) {
    return (
      <Page title="Recovery sheet">
        <EmptyState
          title="The recovery sheet is not kept on screen"
          button={<Button onClick={() => go('overview')}>Go to Overview</Button>}
        >
          It is shown when a review is made, and again from the menu at the review’s name, with the passphrase.
        </EmptyState>
      </Page>
    );
  }
  const { sheet, next } = shown;
  return (
    <Page
      title="Recovery sheet"
      about="for a second keyholder; shown now and kept in no file"
      foot={<FootKeys keys={[['Ctrl+P', 'print']]} />}
      end={
        <>
          <Button look="main" icon={<Printer size={14} aria-hidden />} onClick={() => window.print()}>
            Print the sheet…
          </Button>
          <Button onClick={() => go(next, next === 'actions' ? { import: '1' } : {})}>
            {next === 'actions' ? 'Go on to the actions' : 'Go on to the review'}
          </Button>
          <span className="pl-why">Without it, a forgotten passphrase loses the review.</span>
        </>
      }
    >
      <article className="pl-sheet" aria-label="Recovery sheet">
        <header>
          <h2>Recovery sheet</h2>
          <p>
            {sheet.reference || 'Review without a reference'} · made {dayLabel(sheet.madeOn)}
          </p>
        </header>
        <p>
          Whoever holds this sheet and the file can open the review without its passphrase. Give it to a second keyholder, and
          keep it apart from the computer. A new passphrase makes this sheet void.
        </p>
        <div className="pl-sheet-two">
          <section>
            <h3>The words, in their order</h3>
            <ol className="pl-sheet-words">
              {sheet.words.map((word, index) => (
                // The order is the meaning: a word may stand twice.
                <li key={`${index + 1} ${word}`}>{word}</li>
              ))}
            </ol>
          </section>
          <section>
            <h3>The same to scan</h3>
            <ScanCode rows={sheet.code} label="Code that holds the key and salt of this sheet" />
          </section>
        </div>
        <section>
          <h3>The same in hexadecimal, for any SQLCipher 4 tool</h3>
          <dl className="pl-sheet-hex">
            <dt>Key</dt>
            <dd>{hexGroups(sheet.rawKey)}</dd>
            <dt>Salt</dt>
            <dd>{hexGroups(sheet.salt)}</dd>
          </dl>
        </section>
        <section>
          <h3>To open the review with it</h3>
          <p>Plumbline, Start, Open a review, Use a recovery sheet. Type the words in their order, or the key and salt.</p>
        </section>
      </article>
    </Page>
  );
}
