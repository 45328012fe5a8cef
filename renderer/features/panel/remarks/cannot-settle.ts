import type { PanelRemark } from '#shared/model/panel.ts';

export type CannotSettle = Record<'annotate' | 'correct' | 'answer' | 'setAside' | 'place', string | null>;

/** Why each cannot be done now, in words for its button; null: it can. */
export function cannotSettle(remark: PanelRemark, count: number, cannot: string | null, identified: boolean): CannotSettle {
  const base = cannot ?? (remark.state === 'waiting' ? null : 'It is settled already');
  const one = count > 1 ? 'Choose one remark for this' : null;
  const placed = remark.eventId === null && count === 1 ? 'Place it at an entry first' : null;
  return {
    annotate: base ?? placed,
    correct: base ?? one ?? placed ?? (identified ? null : 'Switch to identified first (F9)'),
    answer: base,
    setAside: base,
    place: base ?? one,
  };
}
