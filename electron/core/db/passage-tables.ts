import type { TableSpec } from './table-spec.ts';

/** Themes on part of a text, and memos. */
export const PASSAGE_TABLES = {
  passage: {
    columns: {
      id: 'id',
      tagId: 'id',
      eventId: 'id',
      field: 'text',
      start: 'int',
      end: 'int',
      fromChar: 'int',
      quote: 'text',
      bringsTag: 'bool',
      person: 'text',
      post: 'text',
      at: 'text',
      rowVersion: 'int',
    },
  },
  memo: { columns: { id: 'id', title: 'text', body: 'text', person: 'text', post: 'text', at: 'text', rowVersion: 'int' } },
  memoLink: { immutable: true, columns: { id: 'id', memoId: 'id', eventId: 'id', themeId: 'id' } },
} as const satisfies Record<string, TableSpec>;
