import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { newId } from '#shared/kernel/ids.ts';
import type { TableRef } from '#shared/model/agency-return.ts';
import { idToBytes } from '#shared/kernel/ids.ts';
import type { ReadDb } from './sql.ts';
import type { Store } from './store.ts';

/**
 * The rows of a return as they were sent. A row says where it stood; its cells lie with those of its neighbours, packed, as
 * they say the same as the entry does and are seldom looked at. `cells` is then the row's number in its version behind a
 * print of what it says; in a return that came in before, the cells themselves.
 */
type Cells = Readonly<Record<string, string>>;
type Kept = readonly [print: string, number: number] | Cells;
type Block = { keys: string[][]; rows: [keys: number, ...texts: string[]][] };

const ROWS_OF_A_BLOCK = 256;
const PRINT_LETTERS = 10;

/** Whether the rows `a` and `b` of one return say the same, in SQL. */
export const sameCells = (a: string, b: string): string =>
  `(CASE WHEN ${a}.cells GLOB '[[]*' THEN substr(${a}.cells, 1, ${PRINT_LETTERS + 3}) = substr(${b}.cells, 1, ${PRINT_LETTERS + 3}) ELSE ${a}.cells = ${b}.cells END)`;

/** Keeps the rows of one version; answers their ids. */
export function keepRows(
  store: Store,
  of: { returnId: string; returnVersion: number },
  rows: readonly { table: TableRef; row: number; cells: Cells }[],
): string[] {
  // Versions of one return are kept alike, so that they can be compared.
  const first = store.get<{ cells: string }>(
    `SELECT cells FROM "returnRow" WHERE "returnId" = ? LIMIT 1`,
    idToBytes(of.returnId),
  );
  const packs = first === undefined || first.cells.startsWith('[');
  const ids = rows.map(({ table, row, cells }, number) => {
    const id = newId();
    store.insert('returnRow', { id, ...of, tableRef: table, row, cells: packs ? [printOf(cells), number] : cells });
    return id;
  });
  if (packs)
    for (let from = 0; from < rows.length; from += ROWS_OF_A_BLOCK) {
      const packed = pack(rows.slice(from, from + ROWS_OF_A_BLOCK).map(({ cells }) => cells));
      store.insert('returnBlock', { id: newId(), ...of, number: from / ROWS_OF_A_BLOCK, packed });
    }
  return ids;
}

const printOf = (cells: Cells): string => hash('sha1', JSON.stringify(cells), 'base64').slice(0, PRINT_LETTERS);

function pack(rows: readonly Cells[]): string {
  const known = new Map<string, number>();
  const block: Block = { keys: [], rows: [] };
  for (const cells of rows) {
    const keys = Object.keys(cells);
    const joined = JSON.stringify(keys);
    let at = known.get(joined);
    if (at === undefined) known.set(joined, (at = block.keys.push(keys) - 1));
    block.rows.push([at, ...Object.values(cells)]);
  }
  return deflateRawSync(JSON.stringify(block), { level: 1 }).toString('base64');
}

export type KeptRow = { returnId: Uint8Array; returnVersion: number; cells: string };

/** Reads cells of kept rows; each block is opened once. */
export function cellsReader(db: ReadDb): (row: KeptRow) => Cells {
  const opened = new Map<string, Block>();
  return ({ returnId, returnVersion, cells }) => {
    const kept = JSON.parse(cells) as Kept;
    if (!Array.isArray(kept)) return kept as Cells;
    const number = kept[1] as number;
    const at = Math.floor(number / ROWS_OF_A_BLOCK);
    const key = `${Buffer.from(returnId).toString('hex')} ${returnVersion} ${at}`;
    let block = opened.get(key);
    if (!block) {
      const { packed } = db.get<{ packed: Uint8Array }>(
        `SELECT packed FROM "returnBlock" WHERE "returnId" = ? AND "returnVersion" = ? AND number = ?`,
        returnId,
        returnVersion,
        at,
      )!;
      block = JSON.parse(inflateRawSync(packed).toString('utf8')) as Block;
      opened.set(key, block);
    }
    const [keys, ...texts] = block.rows[number % ROWS_OF_A_BLOCK]!;
    return Object.fromEntries(block.keys[keys]!.map((name, i) => [name, texts[i]!]));
  };
}
