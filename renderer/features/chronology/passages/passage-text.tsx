import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Passage } from '#shared/contract/passages.ts';
import type { EventDetail } from '#shared/model/chronology-event.ts';
import { FIELD_NAMES } from '../inspector/field-names.ts';
import { Piece } from '../text/marked-text.tsx';
import { segmentsOf } from '../text/segments.ts';
import { useEntryPassages } from './entry-passages.tsx';
import { selectedIn, selectIn, takeWords, useWordsInHand, wordsInHand } from './words-in-hand.ts';
import { type Choice, choiceOf, type Span, spanOf, stepped, wordsOf } from './word-steps.ts';
import './passages.css';

type Placed = Passage & { at: NonNullable<Passage['at']> };

/**
 * A field of the entry in hand, to the letter. Its words are selected by mouse or by keys, and T tags them; what is tagged is
 * tinted and underlined. It takes keys as a text does, and changes by none of them.
 */
export function PassageText({ field }: { field: EventDetail['fields'][number] }): ReactNode {
  const { detail, identified, passages, themeName, lit, light } = useEntryPassages();
  const { text, marks } = field;
  const root = useRef<HTMLDivElement>(null);
  const hint = useId();
  const [focused, setFocused] = useState(false);
  const inHand = useWordsInHand();
  const own = inHand?.eventId === detail.id && inHand.field === field.field ? inHand : null;
  const words = useMemo(() => wordsOf(text), [text]);
  const placed = useMemo(
    () => passages.filter((one): one is Placed => one.field === field.field && one.at !== null && one.at.end <= text.length),
    [passages, field.field, text.length],
  );
  const segments = useMemo(
    () =>
      segmentsOf(
        text,
        marks,
        placed.map(({ at }) => at),
      ),
    [text, marks, placed],
  );
  const { id: eventId, rowVersion: eventRowVersion } = detail;
  const take = useCallback(
    (span: Span | null): void =>
      takeWords(span && { eventId, eventRowVersion, field: field.field, ...span, words: text.slice(span.start, span.end) }),
    [eventId, eventRowVersion, field.field, text],
  );
  useEffect(() => {
    function follow(): void {
      const element = root.current;
      if (!element || !document.activeElement || !element.contains(document.activeElement)) return;
      const span = selectedIn(element);
      const before = wordsInHand();
      if (before?.field === field.field && before.start === span?.start && before.end === span.end) return;
      take(span);
    }
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [field.field, take]);

  // A choice that grew to the left goes on to the left: its beginning is not told by the span alone.
  const last = useRef<(Span & Choice) | null>(null);
  function key(event: KeyboardEvent): void {
    if (event.altKey || !root.current) return;
    // What is in hand now, not what was drawn last: keys come faster than drawings.
    const now = wordsInHand();
    const span = now?.eventId === eventId && now.field === field.field ? now : null;
    if (event.key === 'Escape' && span) {
      event.preventDefault();
      event.stopPropagation();
      document.getSelection()?.removeAllRanges();
      take(null);
      return;
    }
    const grown = last.current?.start === span?.start && last.current?.end === span?.end ? last.current : null;
    const choice = span && (grown ?? choiceOf(words, span));
    const next = stepped(text, words, choice, { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey });
    const to = next && spanOf(words, next);
    if (!next || !to) return;
    event.preventDefault();
    event.stopPropagation();
    last.current = { ...to, ...next };
    take(to);
    selectIn(root.current, to);
  }

  const here = own ? placed.filter(({ at }) => at.start < own.end && own.start < at.end) : [];
  const about = [...new Set(here.map(({ themeId }) => themeName(themeId)))];
  return (
    <div className="pl-ch-passage-field">
      <div
        ref={root}
        role="textbox"
        aria-readonly
        aria-multiline
        aria-label={FIELD_NAMES[field.field]}
        aria-describedby={focused ? hint : undefined}
        tabIndex={0}
        data-words-of={field.field}
        data-single-keys
        className="pl-ch-passage-text pl-marked"
        onKeyDown={key}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        {segments.map((segment) => {
          const { start } = segment;
          const end = start + segment.text.length;
          const tags = placed.filter(({ at }) => at.start <= start && end <= at.end);
          const names = [...new Set(tags.map(({ themeId }) => themeName(themeId)))].join(', ');
          return (
            <span
              key={start}
              data-from={start}
              data-to={end}
              className={tags.length > 0 ? 'pl-ch-passage' : undefined}
              data-lit={tags.some(({ id }) => id === lit) || undefined}
              title={names || undefined}
              onPointerEnter={tags[0] && (() => light(tags[0]?.id ?? null))}
              onPointerLeave={tags[0] && (() => light(null))}
            >
              <Piece segment={{ ...segment, hit: false }} identified={identified} />
            </span>
          );
        })}
      </div>
      {focused && (
        <p id={hint} className="pl-2 pl-dim">
          {own ? 'T tags these words. ' : 'Arrows choose words, Shift takes in more, T tags them.'}
          <span aria-live="polite">{about.length > 0 && `Tagged here: ${about.join(', ')}.`}</span>
        </p>
      )}
    </div>
  );
}
