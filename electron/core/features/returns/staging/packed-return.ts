import { deserialize, serialize } from 'node:v8';
import type { RawRow, StagedReturn } from '#shared/model/agency-return.ts';
import { packEvents, type PackedEvents, unpackEvents } from './packed-events.ts';
import { NamedTexts, type PackedNamedTexts, unpackNamedTexts } from './named-texts.ts';
import { type PackedTexts, TextTable, unpackTexts } from './text-table.ts';

/** A staged return without its rows; of its entries only how many. */
export type ReturnHead = Omit<StagedReturn, 'rows' | 'events'> & { readonly events: { readonly length: number } };

/**
 * A staged return on its way from the thread that read it to the one that writes it. The thread in between looks at the head
 * and hands the rest on as bytes: taking ten thousand rows apart and putting them together again would hold up every query.
 * What an entry says mostly stands in its row as well, so each text goes once.
 */
export type PackedReturn = { head: ReturnHead; packed: Uint8Array };

type Packed = {
  texts: PackedTexts;
  tables: RawRow['table'][];
  tableOf: Uint32Array;
  rowNumbers: Uint32Array;
  cells: PackedNamedTexts;
  events: PackedEvents;
};

export function packReturn(staged: StagedReturn): PackedReturn {
  const { rows, events, ...head } = staged;
  const texts = new TextTable();
  const cells = new NamedTexts(texts);
  const tables: RawRow['table'][] = [];
  const tableOf = new Uint32Array(rows.length);
  const rowNumbers = new Uint32Array(rows.length);
  rows.forEach((row, i) => {
    if (tables.at(-1) !== row.table) tables.push(row.table);
    tableOf[i] = tables.length - 1;
    rowNumbers[i] = row.row;
    cells.add(row.cells);
  });
  const packed: Packed = {
    events: packEvents(events, cells, texts),
    texts: texts.pack(),
    tables,
    tableOf,
    rowNumbers,
    cells: cells.pack(),
  };
  return { head: { ...head, events: { length: events.length } }, packed: shared(serialize(packed)) };
}

/** All threads look at the same bytes: none copies them when they are handed on. */
function shared(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(new SharedArrayBuffer(bytes.length));
  out.set(bytes);
  return out;
}

export function unpackReturn({ head, packed }: PackedReturn): StagedReturn {
  const { texts: kept, tables, tableOf, rowNumbers, cells, events } = deserialize(packed) as Packed;
  const texts = unpackTexts(kept);
  const rows = unpackNamedTexts(cells, texts).map(
    (named, i): Required<RawRow> => ({
      table: tables[tableOf[i]!]!,
      row: rowNumbers[i]!,
      cells: named,
    }),
  );
  return { ...head, rows, events: unpackEvents(events, texts) };
}

export const wholeReturn = (staged: StagedReturn | PackedReturn): StagedReturn =>
  'packed' in staged ? unpackReturn(staged) : staged;
