import type { TableSpec } from './table-spec.ts';

/** Tables of returns and their versions. */
export const RETURN_TABLES = {
  agencyReturn: {
    columns: {
      id: 'id',
      ordinal: 'int',
      agencyIds: 'json',
      file: 'text',
      format: 'text',
      returnVersion: 'int',
      tables: 'int',
      rowsRead: 'int',
      mapping: 'json',
      columns: 'json',
      problems: 'json',
      state: 'text',
      receivedAt: 'text',
      sha256: 'text',
      rowVersion: 'int',
    },
  },
  returnRow: {
    immutable: true,
    columns: { id: 'id', returnId: 'id', returnVersion: 'int', tableRef: 'json', row: 'int', cells: 'json' },
  },
  returnFile: {
    columns: {
      id: 'id',
      returnId: 'id',
      returnVersion: 'int',
      file: 'text',
      format: 'text',
      sha256: 'text',
      tables: 'int',
      rowsRead: 'int',
      mapping: 'json',
      columns: 'json',
      problems: 'json',
      counts: 'json',
      receivedAt: 'text',
      rowVersion: 'int',
    },
  },
  versionQuestion: {
    columns: {
      id: 'id',
      returnId: 'id',
      returnVersion: 'int',
      eventId: 'id',
      kind: 'text',
      field: 'text',
      before: 'text',
      after: 'text',
      intoId: 'id',
      answer: 'text',
      person: 'text',
      at: 'text',
      rowVersion: 'int',
    },
  },
} satisfies Record<string, TableSpec>;
