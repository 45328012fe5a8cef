import { Eye, FileText, FileType, Plus } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { COMMANDS } from '#renderer/commands/all.ts';
import type { AppCommand } from '#renderer/commands/registry.ts';
import { useOpening } from '#renderer/data/opening.ts';
import { replaceParams, useRoute } from '#renderer/data/route.ts';
import { useRunCommand } from '#renderer/commands/use-run-command.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { usePreferences } from '#renderer/ui/preferences.ts';
import { HowItGoes } from './how-it-goes.tsx';
import { NewReview } from './new-review.tsx';
import { OpenDialog } from './open-dialog.tsx';
import { Recent } from './recent.tsx';
import './start-page.css';

type Way = { id: string; icon: ReactNode; title: string; about: string; button: string; main?: boolean };
const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;
const WAYS: readonly Way[] = [
  {
    id: 'start.new',
    icon: <Plus {...icon} />,
    title: 'New review',
    about: 'Name it, choose the kind of review and its period, set a passphrase. Then drop in the first return.',
    button: 'New review…',
    main: true,
  },
  {
    id: 'start.open',
    icon: <FileText {...icon} />,
    title: 'Open a review',
    about: 'A file ending in .review. If a colleague has it open, you can read it and will see who holds it.',
    button: 'Open…',
  },
  {
    id: 'start.actions',
    icon: <FileType {...icon} />,
    title: 'Publish actions only, from Word',
    about: 'Paste or open the actions, say what must not appear, check, publish. No chronology needed.',
    button: 'Start with actions…',
  },
  {
    id: 'start.sample',
    icon: <Eye {...icon} />,
    title: 'Look round a sample review',
    about: 'Invented family and agencies. Change anything; it is a copy. Its passphrase: the sample review is fictional',
    button: 'Open the sample',
  },
];

/** The first page: four ways in, what was open here last, and how a review goes through. */
export function StartPage(): ReactNode {
  const { params } = useRoute();
  const run = useRunCommand();
  const opening = useOpening();
  const { singleKeys } = usePreferences();
  const heading = useRef<HTMLHeadingElement>(null);
  const making = params['new'] === 'actions' || params['new'] === 'overview' ? params['new'] : null;
  useEffect(() => {
    document.title = 'Start – Plumbline';
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  const commandOf = (id: string): AppCommand | undefined => COMMANDS.find((command) => command.id === id);
  return (
    <div className="pl-start">
      <div className="pl-start-main" data-single-keys>
        <h1 ref={heading} tabIndex={-1} data-quiet-focus>
          Start
        </h1>
        <p className="pl-start-lead">A review is one encrypted file on this computer. Nothing is sent anywhere.</p>
        <ul className="pl-ways">
          {WAYS.map((way) => {
            const command = commandOf(way.id);
            const key = command?.keys?.[0];
            return (
              <li key={way.id} className="pl-way">
                <span className="pl-way-icon">{way.icon}</span>
                <div className="pl-grow">
                  <h2>{way.title}</h2>
                  <p>{way.about}</p>
                </div>
                {key && singleKeys && <Kbd keys={key} />}
                <Button
                  look={way.main && !making ? 'main' : 'plain'}
                  aria-keyshortcuts={key}
                  aria-label={`${way.button.replace('…', '')}${way.button === 'Open…' ? ' a review' : ''}`}
                  onClick={() => command && run(command)}
                >
                  {way.button}
                </Button>
              </li>
            );
          })}
        </ul>
        <HowItGoes />
      </div>
      {making ? <NewReview key={making} then={making} onClose={() => replaceParams({ new: undefined })} /> : <Recent />}
      {opening && <OpenDialog key={opening.ref} opening={opening} />}
    </div>
  );
}
