import { type AppCommand, isOpen } from './registry.ts';

const identified = ({ session }: { session: { view: string } | undefined }): string | null =>
  session?.view === 'identified' ? null : 'Switch to identified first';

export const nameThePerson: AppCommand = {
  id: 'person.set',
  label: 'Say who is at the keyboard…',
  group: 'Review',
  words: 'name post role author',
  shown: isOpen,
  run: ({ window }) => window.show('person'),
};

/** What belongs to the review as a file: who works on it, how it is opened. */
export const reviewPapers: readonly AppCommand[] = [
  nameThePerson,
  {
    id: 'recovery.show',
    label: 'Print the recovery sheet…',
    group: 'Review',
    words: 'key lost forgotten passphrase',
    shown: isOpen,
    cannot: identified,
    run: ({ window }) => window.show('recovery'),
  },
  {
    id: 'passphrase.change',
    label: 'Set a new passphrase…',
    group: 'Review',
    words: 'password',
    shown: isOpen,
    cannot: identified,
    run: ({ window }) => window.show('passphrase'),
  },
];
