import { X } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { InputFor } from '#shared/contract/index.ts';
import { toAppError, type AppError } from '#shared/kernel/app-error.ts';
import { useFiles } from '#renderer/data/files.ts';
import { ROLES } from '#renderer/data/person-words.ts';
import { readDay } from '#renderer/data/read-day.ts';
import { showSheet } from '#renderer/data/recovery-store.ts';
import { go } from '#renderer/data/route.ts';
import { knowSession } from '#renderer/data/know-session.ts';
import { useJob } from '#renderer/data/use-job.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { passphraseStrength } from '#renderer/ui/passphrase-words.ts';
import { placeName } from './place-name.ts';

type Draft = Omit<InputFor<'session.create'>, 'place'>;
const PROFILES: readonly { value: Draft['profile']; label: string }[] = [
  { value: 'lcspr', label: 'Local child safeguarding practice review' },
  { value: 'rapidReview', label: 'Rapid review' },
  { value: 'localLearning', label: 'Local learning review' },
];
const BLANK: Draft = {
  title: '',
  reference: '',
  subject: '',
  partnership: '',
  profile: 'lcspr',
  scopeFrom: null,
  scopeTo: null,
  passphrase: '',
  person: { name: '', post: '', role: 'reviewer' },
};

/** The first thing that is missing or does not hold, in words; null: the review can be made. */
function missing(draft: Draft, again: string): string | null {
  if (!draft.title.trim()) return 'A title is needed';
  if (draft.scopeFrom && draft.scopeTo && draft.scopeFrom > draft.scopeTo) return 'The period ends before it begins';
  if (!draft.person.name.trim()) return 'Your name is needed: each change is kept under it';
  const strength = passphraseStrength(draft.passphrase);
  if (!strength.enough) return `The passphrase: ${strength.words}`;
  return again === draft.passphrase ? null : 'The two passphrases are not the same';
}

export type NewReviewProps = { then: 'overview' | 'actions'; onClose(): void };

/** A side panel: what the review is called, its kind and period, who is at the keyboard, its passphrase. */
export function NewReview({ then, onClose }: NewReviewProps): ReactNode {
  const files = useFiles();
  const workbench = useWorkbench();
  const create = useJob('session.create', { said: 'The review is made. Its recovery sheet is shown.' });
  const [draft, setDraft] = useState(BLANK);
  const [again, setAgain] = useState('');
  const [placeError, setPlaceError] = useState<AppError | null>(null);
  const set = (change: Partial<Draft>): void => setDraft((old) => ({ ...old, ...change }));
  const setPerson = (change: Partial<Draft['person']>): void => set({ person: { ...draft.person, ...change } });
  const cannot = create.pending ? 'Under way' : missing(draft, again);
  const strength = passphraseStrength(draft.passphrase);

  async function make(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (cannot) return;
    setPlaceError(null);
    try {
      const place = await files.pickPlace(placeName(draft.reference || draft.title));
      if (!place) return;
      const outcome = await create.run({ ...draft, place: place.ref });
      if (!outcome.ok) return;
      showSheet({ sheet: outcome.output.recoverySheet, next: then });
      await knowSession(workbench);
      go('recovery');
    } catch (error) {
      setPlaceError(toAppError(error));
    }
  }
  return (
    <aside className="pl-start-side pl-new" aria-labelledby="pl-new" data-pane="New review">
      <form onSubmit={(event) => void make(event)}>
        <div className="pl-row">
          <h2 id="pl-new">{then === 'actions' ? 'New review, for its actions' : 'New review'}</h2>
          <span className="pl-push">
            <IconButton label="Close" bar icon={<X size={14} aria-hidden />} onClick={onClose} />
          </span>
        </div>
        <TextField
          label="Title"
          hint="Neutral: it stands on what is published. No real name."
          value={draft.title}
          onChange={(title) => set({ title })}
          maxLength={200}
          required
          autoFocus
        />
        <TextField
          label="Whom it is about"
          hint="The pseudonym: Child S. May wait."
          value={draft.subject ?? ''}
          onChange={(subject) => set({ subject })}
          maxLength={80}
        />
        <SelectField label="Kind" value={draft.profile} options={PROFILES} onChange={(profile) => set({ profile })} />
        <TextField label="Reference" value={draft.reference ?? ''} onChange={(reference) => set({ reference })} maxLength={80} />
        <TextField
          label="Partnership"
          value={draft.partnership ?? ''}
          onChange={(partnership) => set({ partnership })}
          maxLength={200}
        />
        <div className="pl-pair">
          <DayField
            label="Period from"
            day={draft.scopeFrom}
            hint="May wait. 1 Sep 2024, or Sep 2024"
            read={(text) => readDay(text, 'earliest')}
            onChange={(scopeFrom) => set({ scopeFrom })}
          />
          <DayField
            label="Period to"
            day={draft.scopeTo}
            read={(text) => readDay(text, 'latest')}
            onChange={(scopeTo) => set({ scopeTo })}
          />
        </div>
        <h3>Who is at the keyboard</h3>
        <div className="pl-pair">
          <TextField
            label="Your name"
            value={draft.person.name}
            onChange={(name) => setPerson({ name })}
            maxLength={120}
            required
          />
          <TextField label="Your post" value={draft.person.post} onChange={(post) => setPerson({ post })} maxLength={200} />
        </div>
        <SelectField
          label="Your role in this review"
          value={draft.person.role}
          options={ROLES}
          onChange={(role) => setPerson({ role })}
        />
        <h3>Passphrase</h3>
        <TextField
          label="Passphrase"
          type="password"
          autoComplete="new-password"
          value={draft.passphrase}
          onChange={(passphrase) => set({ passphrase })}
          hint={`At least 12 characters. ${strength.words}`}
          required
        />
        <TextField
          label="The same again"
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
          error={again && again !== draft.passphrase.slice(0, again.length) ? 'Not the same as above.' : null}
          required
        />
        <ErrorNote error={placeError ?? create.error} />
        <div className="pl-new-end">
          <Button look="main" type="submit" cannot={cannot}>
            Make the review
          </Button>
          <span className="pl-why">{cannot ?? 'Its recovery sheet comes next.'}</span>
        </div>
      </form>
    </aside>
  );
}
