import { VERBS } from '#shared/recommendations/vocabulary.ts';
import { readRecommendation } from '#shared/recommendations/read-recommendation.ts';
import type { Paragraph } from './blocks.ts';
import { type DraftItem, giveField, newItem } from './draft-item.ts';
import { labelledLine } from './fields.ts';
import { type Marker, markerOf } from './markers.ts';
import { isClosing, isContentsLine, isGroupHeading, recommendationsSection, saysRecommendations } from './sections.ts';

export type Outline = { items: DraftItem[]; before: Paragraph[]; problems: string[] };

/** Which paragraphs begin an item. */
type Scheme = {
  begins: (index: number) => boolean;
  kindOf: (marker: Marker | null) => DraftItem['kind'];
  /** "1.1" under "1" is an action that follows it. */
  children: boolean;
};

/** Numbered paragraphs, headings with paragraphs, bullets, or bare paragraphs → items with what belongs to each. */
export function readOutline(all: readonly Paragraph[]): Outline {
  const problems: string[] = [];
  const body = all.filter((p) => !isContentsLine(p)).map(withBoldHeading);
  const section = recommendationsSection(body);
  const paragraphs = body.slice(section?.from ?? 0, section?.to);
  if (section && section.from > 1)
    problems.push('Only the section of recommendations or actions was read; the rest of the document was left out.');
  const markers = paragraphs.map(markerOf);
  const scheme = chooseScheme(paragraphs, markers, section?.recommendations ?? body.some((p) => saysRecommendations(p)));
  if (!scheme) return { items: [], before: [...paragraphs], problems };
  return walk(paragraphs, markers, scheme, problems);
}

function walk(
  paragraphs: readonly Paragraph[],
  markers: readonly (Marker | null)[],
  scheme: Scheme,
  problems: string[],
): Outline {
  const items: DraftItem[] = [];
  const before: Paragraph[] = [];
  const last = lastBegin(paragraphs, scheme);
  let top = -1;
  let item: DraftItem | null = null;
  let groups = 0;
  let closing = 0;
  paragraphs.forEach((p, i) => {
    const marker = markers[i]!;
    if (scheme.begins(i)) {
      const kind = scheme.kindOf(marker);
      const parent = kind === 'action' && top >= 0 && items[top]!.kind === 'recommendation' ? top : null;
      item = newItem(kind, marker?.number ?? null, parent, marker ? marker.rest : p.text);
      if (kind === 'recommendation' || parent === null) top = items.length;
      items.push(item);
      return;
    }
    if (scheme.children && top >= 0 && marker && marker.path.length === 2 && isChild(marker, items[top]!)) {
      item = newItem('action', marker.number, top, marker.rest);
      items.push(item);
      return;
    }
    const asked = marker?.style.startsWith('bullet') && top >= 0 ? NAMED_ACTION.exec(marker.rest) : null;
    if (asked && items[top]!.kind === 'recommendation') {
      item = newItem('action', null, top, asked[1]!);
      items.push(item);
      return;
    }
    if (closing > 0) closing++;
    else if (item && (item.open || labelledLine(p.text))) append(item, p, marker);
    else if (items.length === 0) before.push(p);
    else if (i > last && isClosing(p)) {
      closing++;
      item = null;
    } else if (i < last && item && !fresh(item) && isGroupHeading(p, marker, paragraphs, i, scheme.begins)) {
      groups++;
      item = null;
    } else if (item) append(item, p, marker);
    else groups++;
  });
  if (groups > 0)
    problems.push(`${groups} group headings or introductions between the items were left out. The numbering is kept.`);
  if (closing > 0) problems.push(`${closing} paragraphs after the last item (author, date, contacts) were left out.`);
  return { items, before, problems };
}

/** A short line all in bold is a heading to whoever wrote it. It ranks below every styled one. */
function withBoldHeading(p: Paragraph): Paragraph {
  const title = p.heading === null && p.bold && !p.soft && p.text.length <= 100 && !/[.;,:?!]$/.test(p.text);
  return title && markerOf(p) === null ? { ...p, heading: BOLD } : p;
}
const BOLD = 9;
/** A point under a recommendation that says that it is one of its actions. */
const NAMED_ACTION = /^actions?\s*[:–-]\s*(\S[\s\S]*)$/i;

const fresh = (item: DraftItem): boolean => item.title === '' && item.parts.length === 0;
const isChild = (marker: Marker, parent: DraftItem): boolean =>
  parent.number !== null && String(marker.path[0]) === parent.number;

function lastBegin(paragraphs: readonly Paragraph[], scheme: Scheme): number {
  for (let i = paragraphs.length - 1; i >= 0; i--) if (scheme.begins(i)) return i;
  return -1;
}

function append(item: DraftItem, p: Paragraph, marker: Marker | null): void {
  const label = labelledLine(marker?.style.startsWith('bullet') ? marker.rest : p.text);
  if (label) {
    item.open = null;
    giveField(item, label.field, label.value);
  } else if (item.open) {
    giveField(item, item.open, marker?.rest ?? p.text);
    if (!marker) item.open = null;
  } else if (marker) {
    const bullet = marker.style.startsWith('bullet');
    const text = bullet ? `• ${marker.rest}` : p.label === null ? p.text : `${p.label} ${p.text}`;
    item.parts.push({ text: text.replace(/\t+/g, ' '), join: '\n', prose: false });
  } else item.parts.push({ text: p.text, join: p.soft ? '\n' : '\n\n', prose: true });
}

function chooseScheme(
  paragraphs: readonly Paragraph[],
  markers: readonly (Marker | null)[],
  recommendations: boolean,
): Scheme | null {
  const usual: DraftItem['kind'] = recommendations ? 'recommendation' : 'action';
  const has = (test: (m: Marker) => boolean): number => markers.filter((m) => m !== null && test(m)).length;
  if (has((m) => m.kind !== null) > 0) {
    const style = has((m) => m.style.startsWith('named:')) > 0 ? 'named:' : 'initial:';
    const other = has((m) => m.style === `${style}recommendation`) > 0 && has((m) => m.style === `${style}action`) > 0;
    const begins = (i: number): boolean => {
      const m = markers[i];
      return (
        m?.kind != null &&
        (m.style.startsWith(style) || (!other && has((x) => x.kind === m.kind && x.style.startsWith(style)) === 0))
      );
    };
    return { begins, kindOf: (m) => m?.kind ?? usual, children: true };
  }
  const number = mostUsed(markers, /^number/) ?? mostUsed(markers, /^dotted/) ?? mostUsed(markers, /^label/);
  if (number) {
    const begins = inSequence(paragraphs, markers, number);
    const count = paragraphs.filter((_, i) => begins.has(i)).length;
    const nested = number.startsWith('number') && has((m) => m.path.length === 2) > 0;
    if (count > 0) return { begins: (i) => begins.has(i), kindOf: () => (nested ? 'recommendation' : usual), children: nested };
  }
  const headings = headingLevel(paragraphs);
  if (headings !== null) {
    return {
      begins: (i) => paragraphs[i]!.heading === headings && !GENERIC.test(paragraphs[i]!.text),
      kindOf: () => usual,
      children: false,
    };
  }
  const bullets =
    [...new Set(markers.flatMap((m) => (m?.style.startsWith('bullet') ? [m.style] : [])))].sort()[0] ??
    mostUsed(markers, /^letter/);
  if (bullets !== undefined && bullets !== null && has((m) => m.style === bullets) > 1 && !directs(paragraphs, markers)) {
    return {
      begins: (i) => markers[i]?.style === bullets && !labelledLine(markers[i]!.rest),
      kindOf: () => usual,
      children: false,
    };
  }
  const asks = paragraphs.map((p, i) => markers[i] === null && !labelledLine(p.text) && asksForSomething(p));
  return asks.includes(true) ? { begins: (i) => asks[i] === true, kindOf: () => usual, children: false } : null;
}

/** Are the bullets points under paragraphs that ask for something themselves ("… should ensure that:")? */
function directs(paragraphs: readonly Paragraph[], markers: readonly (Marker | null)[]): boolean {
  const asking = paragraphs.filter(
    (p, i) =>
      markers[i] === null && markers[i + 1] != null && p.text.endsWith(':') && readRecommendation(p.text).owners.length > 0,
  );
  return asking.length > 0;
}

function mostUsed(markers: readonly (Marker | null)[], style: RegExp): string | null {
  const counts = new Map<string, number>();
  for (const m of markers) if (m && style.test(m.style)) counts.set(m.style, (counts.get(m.style) ?? 0) + 1);
  // the first one used is the outer list
  const [first] = counts.keys();
  const most = [...counts].sort((a, b) => b[1] - a[1])[0];
  return first === undefined || most === undefined ? null : counts.get(first)! >= 2 || most[1] < 3 ? first : most[0];
}

/**
 * Numbers that go on from item to item. A list that begins again at 1 inside an item, while the outer numbers
 * go on after it, belongs to the item.
 */
function inSequence(paragraphs: readonly Paragraph[], markers: readonly (Marker | null)[], style: string): Set<number> {
  const out = new Set<number>();
  const at = paragraphs.flatMap((_, i) => (markers[i]?.style === style ? [i] : []));
  const value = (i: number): number => markers[i]!.path.at(-1) ?? 0;
  const deep = style.startsWith('dotted');
  let last = 0;
  let inner = 0;
  at.forEach((i, k) => {
    const n = value(i);
    if (deep || n === 0) {
      out.add(i);
      return;
    }
    const goesOn = at.slice(k + 1).some((j) => value(j) === last + 1);
    const again = n === 1 ? !underHeading(paragraphs, markers, i) : inner > 0 && n === inner + 1;
    const sub = last > 0 && goesOn && again;
    if (sub) {
      inner = n;
      return;
    }
    inner = 0;
    last = n;
    out.add(i);
  });
  return out;
}

/** Does a list begin anew below a group heading? */
function underHeading(paragraphs: readonly Paragraph[], markers: readonly (Marker | null)[], at: number): boolean {
  const before = paragraphs[at - 1];
  if (!before || markers[at - 1]) return false;
  return (
    before.heading !== null ||
    (before.text.length <= 100 && !/[.:;,]$/.test(before.text)) ||
    /\b(?:recommendations|actions)\b.*:$/i.test(before.text)
  );
}

const GENERIC =
  /^(?:[\d.]+\s*)?(?:introduction|background|contents|summary|executive summary|context|purpose|method(?:ology)?|recommendations?|actions?|action plan|conclusions?|next steps|glossary|appendi(?:x|ces)|reason.*|why .*|about .*|learning|findings|good practice|actions only)$/i;

function headingLevel(paragraphs: readonly Paragraph[]): number | null {
  const counts = new Map<number, number>();
  paragraphs.forEach((p, i) => {
    const next = paragraphs[i + 1];
    if (p.heading === null || p.heading === 0 || GENERIC.test(p.text) || !next || next.heading !== null) return;
    counts.set(p.heading, (counts.get(p.heading) ?? 0) + 1);
  });
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  return best && best[1] >= 2 ? best[0] : null;
}

function asksForSomething(p: Paragraph): boolean {
  if (p.heading !== null || p.soft) return false;
  const first = /^(?:to\s+)?([A-Za-z-]+)\b/i.exec(p.text)?.[1]?.toLowerCase() ?? '';
  if (VERBS.has(first) && p.text.split(/\s+/).length >= 4) return true;
  return /\b(?:should|must|will|shall|to|needs? to|recommend\w*)\b/i.test(p.text) && readRecommendation(p.text).owners.length > 0;
}
