import { type ReactNode, type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { AppError } from '#shared/kernel/app-error.ts';
import { withoutWords } from '#shared/recommendations/standing.ts';
import { useLatest } from '#renderer/data/use-latest.ts';
import { useDesk } from '../../desk.ts';
import type { RecommendationRow } from '../../draft/recommendation-writer.ts';
import { type PlainEditor, PlainTextEditor } from './text-editor.tsx';
import { markWords } from './weak-marks.ts';

/** As for the draft: in the journal within a second, one change of the history after a pause or on leaving. */
const JOURNAL_MS = 400;
const PAUSE_MS = 30_000;

export type TextHandle = { focus(): void; takeOut(words: string): Promise<void> };
export type RecommendationTextProps = {
  ref: Ref<TextHandle>;
  row: RecommendationRow;
  name: string;
  /** Words to underline, as they stand in the text. */
  weak: readonly string[];
  /** The text as it is being typed; null once it is the row's own. */
  onTyping(text: string | null): void;
  onError(error: AppError | null): void;
  /** Esc: back to the draft around it. */
  onLeave(): void;
};

/** The words of a recommendation, written in place. */
export function RecommendationText(props: RecommendationTextProps): ReactNode {
  const { ref, row, name, weak, onTyping, onError, onLeave } = props;
  const desk = useDesk();
  const plain = useRef<PlainEditor>(null);
  const typed = useRef<string | null>(null);
  const timers = useRef<{ journal?: ReturnType<typeof setTimeout>; pause?: ReturnType<typeof setTimeout> }>({});
  const latest = useLatest({ row, desk, onTyping, onError });

  function journal(): void {
    const { row: now, desk: at } = latest.current;
    if (typed.current !== null) void at.writer.typed(now.id, typed.current);
  }
  async function commit(): Promise<void> {
    clearTimeout(timers.current.journal);
    clearTimeout(timers.current.pause);
    const text = typed.current;
    if (text === null) return;
    typed.current = null;
    const { row: before, desk: at } = latest.current;
    if (text === before.text) {
      await at.writer.untyped(before.id);
      latest.current.onTyping(null);
      return;
    }
    const failure = await at.update(before.id, { text });
    if (!failure) await at.writer.untyped(before.id);
    // Kept aside where somebody else was faster: both texts stand, and a person chooses.
    else if (failure.code === 'versionConflict') at.keepAside({ id: before.id, text, over: -1 });
    else typed.current ??= text;
    latest.current.onError(failure);
    if (typed.current === null) latest.current.onTyping(null);
  }
  function onText(text: string): void {
    if (text === latest.current.row.text && typed.current === null) return;
    typed.current = text;
    latest.current.onTyping(text);
    timers.current.journal ??= setTimeout(() => {
      delete timers.current.journal;
      journal();
    }, JOURNAL_MS);
    clearTimeout(timers.current.pause);
    timers.current.pause = setTimeout(() => void commit(), PAUSE_MS);
  }

  // The row's own text, when it comes to differ while nothing is being typed: an undo, another window.
  useLayoutEffect(() => {
    if (typed.current === null) plain.current?.set(row.text, false);
  }, [row.text]);
  useLayoutEffect(() => {
    const host = plain.current?.element();
    return host ? markWords(host, weak) : undefined;
  });
  const leaving = useLatest(commit);
  useEffect(() => () => void leaving.current(), [leaving]);
  useImperativeHandle(ref, () => ({
    focus: () => plain.current?.focus(),
    async takeOut(words) {
      const now = plain.current?.text() ?? row.text;
      plain.current?.set(withoutWords(now, words), true);
      await commit();
    },
  }));
  return (
    <PlainTextEditor
      ref={plain}
      label={`Text of ${name}`}
      initial={row.text}
      placeholder="Who should do what, by when, and how it will be known"
      editable={desk.cannot === null}
      onText={onText}
      onBlur={() => void commit()}
      onEscape={onLeave}
    />
  );
}
