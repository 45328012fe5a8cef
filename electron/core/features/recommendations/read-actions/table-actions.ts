import { actorType } from '#shared/recommendations/noun-phrase.ts';
import { readOwnerField } from '#shared/recommendations/labelled.ts';
import { daysOf } from '#shared/recommendations/due.ts';
import { type Cell, type Paragraph, paragraph, type Table } from './blocks.ts';
import { type DraftItem, giveField, newItem } from './draft-item.ts';
import type { PlanField } from './field-names.ts';
import { fieldOf } from './fields.ts';
import { markerOf } from './markers.ts';

type Columns = { fields: (PlanField | null)[]; header: number; names: string[] };
export type TableReading = { items: DraftItem[]; problems: string[] };

/** A table of actions → items; null: the table is none. `known` is the mapping of a table before, that this one goes on from. */
export function readTable(table: Table, known: Columns | null, offset: number): (TableReading & { columns: Columns }) | null {
  const columns = findColumns(table) ?? (known && sameShape(table, known) ? { ...known, header: -1 } : null);
  if (!columns) return null;
  const problems: string[] = [];
  const items = readRows(table, columns, offset);
  const second = actionNumberAt(columns);
  const lost = columns.fields.filter((f, c) => (f === null || f === 'status') && c !== second).length;
  if (lost > 0)
    problems.push(`${lost} columns of a table (such as status or progress) have no place among the fields and were left out.`);
  return { items, problems, columns };
}

function sameShape(table: Table, known: Columns): boolean {
  const width = Math.max(...table.rows.map((r) => r.length), 0);
  return width === known.fields.length && width > 1;
}

const textFields: readonly (PlanField | null)[] = ['action', 'recommendation'];

/** The header is the row, of the first few, in which most cells are known names; over two rows if its names are. */
function findColumns(table: Table): Columns | null {
  if (isForm(table)) return null;
  let best: Columns | null = null;
  let score = 0;
  for (let r = 0; r < Math.min(table.rows.length, 6); r++) {
    const names = namesOf(table.rows, r);
    const fields = once(names.map((name) => (name.length > 60 ? null : fieldOf(name, true))));
    const n = fields.filter((f) => f !== null).length;
    // one known name heads a table only if it names the text itself
    if (
      n > score &&
      (n > 1 || (fields.some((f) => textFields.includes(f)) && names.length > 1)) &&
      names.filter((x) => x !== '').length <= n * 2 + 1
    ) {
      score = n;
      best = { fields, header: r, names };
    }
  }
  const width = Math.max(0, ...table.rows.map((r) => r.length));
  const found: Columns = best ?? {
    fields: Array.from({ length: width }, () => null),
    header: -1,
    names: Array.from({ length: width }, () => ''),
  };
  found.fields = fillByContents(table, found);
  const has = (...fields: PlanField[]): boolean => fields.some((f) => found.fields.includes(f));
  // without any heading, what the columns hold must speak for itself
  return has('action', 'recommendation') && (best !== null || has('owners', 'timescale')) ? found : null;
}

/** Two columns with the names of fields down the left: a form for one action. */
function isForm(table: Table): boolean {
  const left = table.rows.filter((r) => r.filter((c) => c.text.trim() !== '').length > 1).map((r) => r[0]?.text ?? '');
  const narrow = table.rows.every((r) => r.length <= 2);
  return narrow && left.length >= 2 && left.filter((t) => t.length < 60 && fieldOf(t, true) !== null).length >= left.length * 0.6;
}

/** A heading over several columns ("Who and when") gives way to the names below it. */
function namesOf(rows: readonly Cell[][], at: number): string[] {
  const row = rows[at]!;
  const above = rows[at - 1];
  return row.map((cell, c) => {
    const own = cell.text.replace(/\s+/g, ' ').trim();
    if (own !== '' || !above) return own;
    const up = above[c]?.text.replace(/\s+/g, ' ').trim() ?? '';
    return fieldOf(up, true) ? up : own;
  });
}

/** "Recommendation no", "Recommendation", "Action no", "Action": the second number is the action's. */
function actionNumberAt(columns: Columns): number {
  if (!columns.fields.includes('recommendation') || !columns.fields.includes('action')) return -1;
  const first = columns.fields.indexOf('number');
  return columns.names.findIndex((name, c) => c > first && first >= 0 && fieldOf(name, true) === 'number');
}

/** Two columns of one name: the first has the field; a better name for it wins ("Measure" over "Outcome"). */
function once(fields: (PlanField | null)[]): (PlanField | null)[] {
  return fields.map((f, i) => (f !== null && fields.indexOf(f) < i ? null : f));
}

function fillByContents(table: Table, columns: Columns): (PlanField | null)[] {
  const rows = table.rows.slice(columns.header + 1);
  const fields = [...columns.fields];
  const cellsOf = (c: number): string[] => rows.map((r) => r[c]?.text.trim() ?? '').filter((t) => t !== '');
  const most = (c: number, test: (text: string) => boolean): boolean =>
    cellsOf(c).length > 0 && cellsOf(c).filter(test).length >= cellsOf(c).length * 0.6;
  for (let c = 0; c < fields.length; c++) {
    if (fields[c] !== null && fields[c] !== undefined) continue;
    if (columns.names[c] !== '') continue;
    if (!fields.includes('timescale') && most(c, (t) => t.length < 40 && daysOf(t) !== null)) fields[c] = 'timescale';
    else if (!fields.includes('number') && most(c, (t) => /^[RA]?\d{1,3}(?:\.\d{1,2})*[.)]?$/.test(t))) fields[c] = 'number';
    else if (!fields.includes('owners') && most(c, (t) => t.length < 90 && readOwnerField(t).some((o) => o.type === 'post')))
      fields[c] = 'owners';
  }
  if (!fields.some((f) => textFields.includes(f))) {
    const length = (c: number): number => cellsOf(c).reduce((n, t) => n + t.length, 0) / Math.max(1, rows.length);
    const free = fields.map((f, c) => ({ c, n: f === null || f === 'heading' ? length(c) : 0 })).sort((a, b) => b.n - a.n)[0];
    if (free && free.n > 20) fields[free.c] = 'action';
  }
  return fields;
}

function readRows(table: Table, columns: Columns, offset: number): DraftItem[] {
  const items: DraftItem[] = [];
  const at = (field: PlanField): number => columns.fields.indexOf(field);
  const second = actionNumberAt(columns);
  let top: number | null = null;
  let topText = '';
  table.rows.forEach((row, r) => {
    if (r <= columns.header || row.every((c) => c.text.trim() === '')) return;
    if (row.filter((c, i) => c.text.trim() !== '' && fieldOf(c.text, false) === columns.fields[i]).length >= 2) return;
    const cell = (field: PlanField): string => row[at(field)]?.text.trim() ?? '';
    const filled = row.filter((c) => c.text.trim() !== '');
    const only = filled[0]!.text.trim();
    if (filled.length === 1 && row.length > 2 && at('recommendation') < 0 && !filled[0]!.fromAbove) {
      // a row over the whole width: "Recommendation 2: …" heads the actions below it
      const marker = markerOf(paragraph(only));
      if (marker?.kind === 'recommendation' || (marker?.path.length === 1 && only.length > 40)) {
        top = offset + items.length;
        items.push(newItem('recommendation', marker.number, null, marker.rest));
        return;
      }
      if (row.findIndex((c) => c.text.trim() !== '') === 0 && at('action') !== 0) return;
    }
    const number = cell('number').replace(/[.):]+$/, '') || null;
    const recommendation = cell('recommendation');
    const action = cell('action');
    if (at('recommendation') >= 0) {
      const merged = row[at('recommendation')]?.fromAbove === true || (recommendation !== '' && recommendation === topText);
      if (recommendation !== '' && !merged) {
        const m = split(recommendation);
        top = offset + items.length;
        topText = recommendation;
        items.push(
          newItem(
            'recommendation',
            m.number ?? (action === '' || second >= 0 || !number?.includes('.') ? number : null),
            null,
            m.text,
          ),
        );
        if (action === '') giveAll(items.at(-1)!, columns, row);
        if (action === '') return;
      }
      if (action === '') {
        const last = items.at(-1);
        if (last) giveAll(last, columns, row);
        return;
      }
    }
    if (action === '') {
      if (at('heading') >= 0 && cell('heading') !== '' && filled.length > 1) {
        items.push(newItem('action', number, top, cell('heading')));
        giveAll(items.at(-1)!, { ...columns, fields: columns.fields.map((f) => (f === 'heading' ? null : f)) }, row);
      } else if (items.length > 0) giveAll(items.at(-1)!, columns, row);
      return;
    }
    const m = split(action);
    const actionNumber = row[second]?.text.trim().replace(/[.):]+$/, '') || null;
    const own = m.number ?? actionNumber ?? (at('recommendation') >= 0 && !number?.includes('.') ? null : number);
    const item = newItem(
      number !== null && /^R/i.test(number) && at('recommendation') < 0 ? 'recommendation' : (m.kind ?? 'action'),
      own?.replace(/^[RA](?=\d)/i, '') ?? null,
      top,
      m.text,
    );
    if (item.kind === 'recommendation') item.parent = null;
    items.push(item);
    giveAll(item, columns, row);
  });
  return items;
}

function split(text: string): { number: string | null; text: string; kind: DraftItem['kind'] | null } {
  const lines = text.split('\n');
  const m = markerOf(paragraph(lines[0]!));
  // a cell that is itself a list of several points keeps them all
  // "Action two" and nothing else is all the words there are
  if (
    !m ||
    m.path.length === 0 ||
    (m.rest === '' && lines.length === 1) ||
    lines.slice(1).some((l) => markerOf(paragraph(l))?.style === m.style)
  )
    return { number: null, text, kind: null };
  return { number: m.number, text: [m.rest, ...lines.slice(1)].filter((l) => l !== '').join('\n'), kind: m.kind };
}

function giveAll(item: DraftItem, columns: Columns, row: readonly Cell[]): void {
  columns.fields.forEach((field, c) => {
    const value = row[c]?.text.trim() ?? '';
    if (field === null || value === '' || textFields.includes(field) || /^(?:number|status|level|other)$/.test(field)) return;
    if (field === 'owners' && !columns.fields.includes('timescale')) giveOwnerAndTime(item, value);
    else giveField(item, field, value);
  });
}

/** A column "Who and by when": the lines that are times go to the timescale. */
function giveOwnerAndTime(item: DraftItem, value: string): void {
  for (const part of value.split(/\n|;|,\s+(?=by\b|within\b|\d)/)) {
    const text = part.trim();
    const time = /\d|\b(?:by|within|before|immediate\w*)\b/i.test(text) && actorType(text) === null;
    if (text !== '') giveField(item, time ? 'timescale' : 'owners', text);
  }
}

/** A table that lays out a page or is a form for each action ("Owner | Head of …") read as lines. */
export function tableAsParagraphs(table: Table): Paragraph[] {
  return table.rows.flatMap((row) => {
    const cells = row
      .filter((c) => !c.fromAbove)
      .map((c) => c.text.trim())
      .filter((t) => t !== '');
    const [first, ...rest] = cells;
    if (first === undefined) return [];
    const field = rest.length > 0 && first.length < 60 ? fieldOf(first, true) : null;
    if (field === 'action' || field === 'recommendation') {
      const number = /\d+(?:\.\d+)*/.exec(first)?.[0];
      // A card for each action: "Action | 1", and what is to be done in a row of its own.
      const own = /^(?:no\.?\s*|[ra])?(\d+(?:\.\d+)*)\.?$/i.exec(rest.join(' ').trim())?.[1];
      if (number === undefined && own !== undefined) return [paragraph(`${field} ${own}`)];
      return [...(number ? [paragraph(`${field} ${number}`)] : []), ...lines(rest.join('\n'))];
    }
    if (field) return [paragraph(`${first.replace(/[:\s]+$/, '')}: ${rest.join(' ').replace(/\n/g, '; ')}`)];
    const marker = rest.length > 0 && first.length < 30 ? markerOf(paragraph(`${first} X`)) : null;
    if (marker && marker.path.length > 0) return [...lines(`${first}\t${rest.join('\n')}`)];
    return cells.flatMap(lines);
  });
}

const lines = (text: string): Paragraph[] =>
  text
    .split('\n')
    .filter((l) => l.trim() !== '')
    .map((l) => paragraph(l.trim()));
