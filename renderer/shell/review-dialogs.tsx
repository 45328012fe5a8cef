import type { ReactNode } from 'react';
import { PassphraseDialog } from './passphrase-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { RecoveryDialog } from './recovery-dialog.tsx';

export type ReviewDialog = 'person' | 'recovery' | 'passphrase';

/** One at a time: never a dialog over a dialog. */
export function ReviewDialogs({ dialog, onClose }: { dialog: ReviewDialog | null; onClose(): void }): ReactNode {
  if (dialog === 'person') return <PersonDialog onClose={onClose} />;
  if (dialog === 'recovery') return <RecoveryDialog onClose={onClose} />;
  if (dialog === 'passphrase') return <PassphraseDialog onClose={onClose} />;
  return null;
}
