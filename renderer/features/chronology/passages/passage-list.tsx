import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Passage } from '#shared/contract/passages.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useMay } from '#renderer/data/use-may.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { Button, IconButton, LinkButton } from '#renderer/ui/button.tsx';
import { ErrorNote } from '#renderer/ui/error-note.tsx';
import { Section } from '#renderer/ui/inspector.tsx';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import { FIELD_NAMES } from '../inspector/field-names.ts';
import { useEntryPassages } from './entry-passages.tsx';
import { selectIn, useWordsInHand } from './words-in-hand.ts';

/** Under the text: which of its words have which theme, and those whose text has changed, to be placed by hand. */
export function PassageList({ onTag }: { onTag(): void }): ReactNode {
  const { passages } = useEntryPassages();
  const may = useMay();
  const words = useWordsInHand();
  const lost = passages.filter(({ at }) => at === null);
  const placed = passages.filter(({ at }) => at !== null);
  return (
    <Section
      title="Tagged words"
      {...(passages.length > 0 ? { count: passages.length } : {})}
      tools={
        <LinkButton cannot={may('passage.tag') ?? (words ? null : 'Select words in the text first')} onClick={onTag}>
          Tag the words…
        </LinkButton>
      }
    >
      {passages.length === 0 && <p className="pl-2">None yet. Select words in the text; T tags them.</p>}
      {passages.length > 0 && (
        <ul className="pl-ch-passage-list">
          {lost.map((passage) => (
            <Lost key={passage.id} passage={passage} />
          ))}
          {placed.map((passage) => (
            <Placed key={passage.id} passage={passage} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function useRemove() {
  return useCommand('passage.remove', {
    said: ({ entryKeepsTheme }) =>
      entryKeepsTheme ? 'Theme taken off the words.' : 'Theme taken off the words, and off the entry with its last passage.',
  });
}

function Placed({ passage }: { passage: Passage }): ReactNode {
  const { detail, lit, light, themeName } = useEntryPassages();
  const may = useMay();
  const remove = useRemove();
  const { id, rowVersion, field, at, themeId } = passage;
  const name = themeName(themeId);
  // As the field shows it: an anonymised session reads the words there and nowhere else.
  const words = detail.fields.find((one) => one.field === field)?.text.slice(at?.start, at?.end) ?? '';
  function show(): void {
    const text = document.querySelector<HTMLElement>(`[data-words-of="${field}"]`);
    if (!text || !at) return;
    text.focus();
    selectIn(text, at);
    text.scrollIntoView({ block: 'nearest' });
  }
  const cannot = may('passage.remove') ?? (remove.pending ? 'Under way' : null);
  return (
    <li
      data-lit={lit === id || undefined}
      onPointerEnter={() => light(id)}
      onPointerLeave={() => light(null)}
      onFocus={() => light(id)}
      onBlur={() => light(null)}
    >
      <div>
        <span className="pl-ch-passage-theme">
          {name}
          {field !== 'description' && <span className="pl-2 pl-dim"> in {FIELD_NAMES[field]}</span>}
        </span>
        <LinkButton onClick={show}>
          <span className="pl-ch-passage-quote">“{words}”</span>
        </LinkButton>
        <ErrorNote error={remove.error} />
      </div>
      <IconButton
        bar
        label={`Take ${name} off “${words.slice(0, 60)}”`}
        cannot={cannot}
        icon={<X size={12} strokeWidth={1.75} aria-hidden />}
        onClick={() => void remove.run({ id, rowVersion, keepTheme: false })}
      />
    </li>
  );
}

/** Its text has changed: where the words may stand now is proposed, and a person says. */
function Lost({ passage }: { passage: Passage }): ReactNode {
  const { detail, themeName } = useEntryPassages();
  const may = useMay();
  const inHand = useWordsInHand();
  const { data } = useQuery('passage.list', { eventId: detail.id, unplaced: true, limit: 100 }, { keep: false });
  const place = useCommand('passage.place', { said: 'Passage placed.' });
  const remove = useRemove();
  const { id, rowVersion, quote, field } = passage;
  const places = data?.passages.find((one) => one.passage.id === id)?.places ?? [];
  const pending = place.pending || remove.pending ? 'Under way' : null;
  const cannot = may('passage.place') ?? pending;
  const own = inHand?.eventId === detail.id ? inHand : null;
  return (
    <li>
      <div className="pl-ch-passage-ask">
        <StatusMark status="look">
          <span>
            {themeName(passage.themeId)}: the text has changed under {quote === null ? 'the words tagged' : `“${quote}”`}
            {field === 'description' ? '' : ` (${FIELD_NAMES[field]})`}
          </span>
        </StatusMark>
        <span className="pl-row pl-row-wrap">
          {places.map(({ ref, ...span }) => (
            <Button
              key={`${span.eventId} ${span.field} ${span.start}`}
              bar
              cannot={cannot}
              onClick={() => void place.run({ id, rowVersion, ...span })}
            >
              Place on “{span.words.length > 48 ? `${span.words.slice(0, 48)}…` : span.words}”
              {span.eventId === detail.id ? '' : ` in entry ${ref}`}
            </Button>
          ))}
          <Button
            bar
            cannot={cannot ?? (own ? null : 'Select words in the text first')}
            onClick={() => own && void place.run({ id, rowVersion, ...own })}
          >
            Place on the words selected
          </Button>
          <Button
            bar
            cannot={may('passage.remove') ?? pending}
            onClick={() => void remove.run({ id, rowVersion, keepTheme: true })}
          >
            Keep the theme on the entry alone
          </Button>
          <Button
            bar
            cannot={may('passage.remove') ?? pending}
            onClick={() => void remove.run({ id, rowVersion, keepTheme: false })}
          >
            Take it off
          </Button>
        </span>
        <ErrorNote error={place.error ?? remove.error} />
      </div>
    </li>
  );
}
