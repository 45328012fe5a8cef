import type { ReactNode } from 'react';
import type { EventDate } from '#shared/model/event-date.ts';

/** How sure a date is: a sign, and its word for a screen reader. */
export type CertaintySign = { sign: string; word: string; asks: boolean };

const DITTO = /^(?:["″”“〃']{1,2}|-+["″”〃]-+|do\.?|ditto|(?:same )?as above|same (?:day|date))$/iu;

export function certaintyOf(date: EventDate): CertaintySign | null {
  if (date.earliest === null && date.latest === null) return null;
  if (date.certainty === 'uncertain') {
    return { sign: '?', word: date.alternatives.length > 1 ? 'two readings' : 'uncertain', asks: true };
  }
  if (date.certainty === 'approximate') return { sign: '≈', word: 'about', asks: false };
  const written = date.asWritten.trim();
  const leans = written === '' || DITTO.test(written) || date.problems.some(({ code }) => code === 'asAbove');
  if (leans) return { sign: '″', word: 'from the entry above', asks: false };
  return date.earliest === date.latest ? null : { sign: '↔', word: 'range', asks: false };
}

export function CertaintyMark({ date }: { date: EventDate }): ReactNode {
  const certainty = certaintyOf(date);
  if (!certainty) return null;
  return (
    <span className="pl-certainty" data-asks={certainty.asks || undefined} title={certainty.word}>
      <span aria-hidden>{certainty.sign}</span>
      <span className="pl-hidden"> ({certainty.word})</span>
    </span>
  );
}

/** The sign says that there are two readings; the label need not say it again. */
export const plainLabel = (label: string): string => label.replace(/^\? /, '');
