import { actorType } from '#shared/recommendations/noun-phrase.ts';
import type { Paragraph } from './blocks.ts';
import { type Marker, markerOf } from './markers.ts';

const words = (text: string): number => text.trim().split(/\s+/).length;

/** A line of a table of contents: dots or a tab, then a page. */
export const isContentsLine = (p: Paragraph): boolean => /(?:\.{4,}|…{2,}|\t)\s*\d{1,3}$/.test(p.text) && words(p.text) < 25;

const headingLike = (p: Paragraph): boolean =>
  p.text.length <= 120 && words(p.text) <= 14 && !/[.;,?!]$/.test(p.text) && (p.heading !== null || p.bold || !p.bullet);

export function saysRecommendations(p: Paragraph): boolean {
  return headingLike(p) && /\brecommendations\b/i.test(p.text) && !/\b(?:actions?|action plan)\b/i.test(p.text);
}

const TITLE =
  /^(?:(?:section|part|chapter)\s+\w+\s*[-–—:.]*\s*)?(?:\d{1,2}(?:\.\d{1,2})*\.?\s*[-–—:]?\s*)?(?:[\w’',&/ ()-]{0,60}\s)?(?:recommendations|actions|action plan)(?:\s+(?:and|for|from|arising)\s+[\w’', ]{0,60})?:?$/i;

/**
 * In a longer document with numbers of its own, the part that holds the recommendations: from a heading that says so
 * to the next heading of its rank. null: the whole paper is about them.
 */
export function recommendationsSection(
  paragraphs: readonly Paragraph[],
): { from: number; to: number; recommendations: boolean } | null {
  for (let i = 0; i < paragraphs.length; i++) {
    const p = paragraphs[i]!;
    if (!headingLike(p) || !TITLE.test(p.text) || !startsList(paragraphs, i)) continue;
    const earlier = paragraphs.slice(0, i).filter((q) => markerOf(q) !== null).length;
    if (earlier < 2 && i < 12) return null;
    const mark = p.heading;
    const main = /^(?:section|part|chapter)\b/i.test(p.text);
    const end = paragraphs.findIndex(
      (q, j) =>
        j > i &&
        ((mark !== null &&
          mark > 0 &&
          q.heading !== null &&
          q.heading > 0 &&
          q.heading <= mark &&
          !/recommendation|action/i.test(q.text)) ||
          (main && /^(?:section|part|chapter)\s+\w+\s*[-–—:.]/i.test(q.text)) ||
          /^(?:appendix|appendices|glossary|references|bibliography)\b/i.test(q.text)),
    );
    return { from: i + 1, to: end < 0 ? paragraphs.length : end, recommendations: /recommendation/i.test(p.text) };
  }
  return null;
}

/** Does a list begin at 1 soon after? */
function startsList(paragraphs: readonly Paragraph[], at: number): boolean {
  for (let j = at + 1; j < Math.min(at + 12, paragraphs.length); j++) {
    const m = markerOf(paragraphs[j]!);
    if (m?.path.length) return m.path.at(-1) === 1;
  }
  return false;
}

/** A heading between items ("Education recommendations") or the words that lead into the next ones. */
export function isGroupHeading(
  p: Paragraph,
  marker: Marker | null,
  all: readonly Paragraph[],
  at: number,
  begins: (index: number) => boolean,
): boolean {
  if (marker || p.bullet || p.soft) return false;
  const next = begins(at + 1);
  if (p.text.endsWith(':') && next) return true;
  if (!headingLike(p)) return false;
  if (p.heading !== null) return true;
  // "Head of Housing, by May 2027" under an item is its own detail
  if (/\d/.test(p.text) || actorType(p.text)?.type === 'post') return false;
  const upper = p.text === p.text.toUpperCase() && /\p{L}{3}/u.test(p.text);
  const named = /\b(?:recommendations|actions|imr)\b/i.test(p.text) && words(p.text) <= 10;
  return named || ((next || begins(at + 2)) && (upper || p.bold || (next && words(p.text) <= 8 && all.length > 3)));
}

const CLOSING =
  /^(?:this (?:report|document|executive summary|summary|review|paper|action plan|plan)\b.{0,60}\b(?:written|prepared|produced|published|completed|authored|reviewed|updated|monitored) (?:by|on|in|at)\b|signed\b|(?:independent )?(?:author|reviewer|lead reviewer|overview author|overview writer|chair)\b.{0,60}$|(?:date of )?publi(?:shed|cation)\b.{0,40}$|(?:report )?date(?:d)?\s*:|contact\b|for (?:more|further) information|further information|appendix\b|appendices\b|glossary\b|references\b|bibliography\b|version\b|page \d+|©|copyright|end of (?:document|report|actions)|kind regards|regards|best wishes|many thanks|sent from|https?:|www\.|tel(?:ephone)?\b|e-?mail\b|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{4}$|\d{1,2}[./]\d{1,2}[./]\d{2,4}$|[^.]{0,60},?\s\d{1,2}(?:st|nd|rd|th)?\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{4}$|[-_*=]{3,}$|(?:these|the) (?:actions|recommendations) (?:will be|are) (?:monitored|overseen|tracked|reviewed)|progress (?:against|on) (?:these|the|this) (?:actions|recommendations|plan)|conclusions?$|next steps$)/i;

/** The end of the paper: author, date, contacts, appendices. */
export function isClosing(p: Paragraph): boolean {
  if (p.soft) return false;
  return CLOSING.test(p.text) || (p.heading !== null && p.heading > 0 && p.heading < 9 && !/^\p{Ll}/u.test(p.text));
}

const META =
  /^(?:independent |lead |report |overview )?(?:author|reviewer|chair|date|version|status|publication|published|review|title|subject|classification|prepared|approved|owner|from|to|sent|cc)\b[^.]{0,60}(?::|$)/i;

/** What stands before the first item and reads as prose: the reason for publishing only the actions may be among it. */
export function preambleOf(before: readonly Paragraph[]): string {
  const prose = before.filter((p) => {
    if (p.heading !== null || META.test(p.text) || isContentsLine(p)) return false;
    return words(p.text) >= 8 && (/[.!?:]["'’”)]?$/.test(p.text) || words(p.text) >= 18);
  });
  return prose.map((p, i) => (i === 0 ? p.text : (p.soft ? '\n' : '\n\n') + p.text)).join('');
}
