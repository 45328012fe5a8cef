import type { TableName } from '#shared/model/table-names.ts';

/** How a column is kept: `id` 16 bytes, `json` text, `bool` 0 or 1; anything else as it is. */
export type ColumnKind = 'id' | 'json' | 'bool' | 'text' | 'int';
export type TableSpec = {
  readonly columns: Readonly<Record<string, ColumnKind>>;
  /** Rows that are written once: an update is a fault. */
  readonly immutable?: true;
};

/** A row as the core handles it: ids as text, json parsed. Every table has `id` and, unless immutable, `rowVersion`. */
export type Row = Record<string, unknown> & { id: string };

const plan = {
  heading: 'text',
  text: 'text',
  owners: 'json',
  leadAgency: 'text',
  timescale: 'json',
  successMeasure: 'text',
  assurance: 'json',
} as const;

/** Every table of history, by column. The migrations make them; a test holds the two together. */
export const TABLES: Readonly<Record<TableName, TableSpec>> = {
  review: {
    columns: {
      id: 'id', title: 'text', reference: 'text', profile: 'text', partnership: 'text', subject: 'text', scopeFrom: 'text',
      scopeTo: 'text', authorName: 'text', authorPost: 'text', publishSettings: 'json', rowVersion: 'int',
    },
  },
  agency: { columns: { id: 'id', name: 'text', letters: 'text', colour: 'int', ordinal: 'int', mapping: 'json', rowVersion: 'int' } },
  agencyReturn: {
    columns: {
      id: 'id', ordinal: 'int', agencyIds: 'json', file: 'text', format: 'text', returnVersion: 'int', tables: 'int', rowsRead: 'int',
      mapping: 'json', columns: 'json', problems: 'json', state: 'text', receivedAt: 'text', sha256: 'text', rowVersion: 'int',
    },
  },
  returnRow: { immutable: true, columns: { id: 'id', returnId: 'id', returnVersion: 'int', tableRef: 'json', row: 'int', cells: 'json' } },
  event: {
    columns: {
      id: 'id', pos: 'int', ref: 'int', agencyId: 'id', returnId: 'id', asWritten: 'text', earliest: 'text', latest: 'text',
      precision: 'text', certainty: 'text', time: 'text', endTime: 'text', alternatives: 'json', problems: 'json', problemCount: 'int',
      description: 'text', sourceOfInformation: 'text', response: 'text', outcome: 'text', childVoice: 'text', agencyComment: 'text',
      involved: 'text', other: 'json', noContact: 'bool', byHand: 'bool', hidden: 'bool', rowVersion: 'int',
    },
  },
  eventSource: { immutable: true, columns: { id: 'id', eventId: 'id', returnRowId: 'id', ordinal: 'int' } },
  correction: {
    columns: {
      id: 'id', eventId: 'id', field: 'text', original: 'text', value: 'text', dateBefore: 'json', reason: 'text', person: 'text', at: 'text',
      rowVersion: 'int',
    },
  },
  theme: { columns: { id: 'id', parentId: 'id', name: 'text', definition: 'text', position: 'int', rowVersion: 'int' } },
  themeTag: { immutable: true, columns: { id: 'id', themeId: 'id', eventId: 'id' } },
  annotation: { columns: { id: 'id', eventId: 'id', body: 'text', person: 'text', post: 'text', at: 'text', rowVersion: 'int' } },
  registerEntry: {
    columns: {
      id: 'id', kind: 'text', realName: 'text', aliases: 'json', pseudonym: 'text', dateOfBirth: 'text', addresses: 'json', phones: 'json',
      emails: 'json', references: 'json', role: 'text', publishAs: 'text', givenId: 'text', rowVersion: 'int',
    },
  },
  mentionDecision: {
    columns: {
      id: 'id', placeTable: 'text', placeId: 'id', field: 'text', textHash: 'text', start: 'int', end: 'int', entryId: 'id', person: 'text',
      at: 'text', rowVersion: 'int',
    },
  },
  finding: { columns: { id: 'id', position: 'int', kind: 'text', statement: 'text', why: 'text', question: 'text', rowVersion: 'int' } },
  evidence: { columns: { id: 'id', findingId: 'id', eventId: 'id', stance: 'text', note: 'text', rowVersion: 'int' } },
  recommendation: {
    columns: { id: 'id', position: 'int', ...plan, expectedOutcome: 'text', level: 'text', preamble: 'text', placed: 'bool', rowVersion: 'int' },
  },
  recommendationFinding: { immutable: true, columns: { id: 'id', recommendationId: 'id', findingId: 'id' } },
  action: { columns: { id: 'id', recommendationId: 'id', position: 'int', ...plan, status: 'text', rowVersion: 'int' } },
  draftBlock: { columns: { id: 'id', section: 'text', position: 'int', json: 'json', rowVersion: 'int' } },
  remedy: {
    columns: {
      id: 'id', placeTable: 'text', placeId: 'id', field: 'text', textHash: 'text', start: 'int', end: 'int', words: 'text', entryId: 'id',
      action: 'text', reason: 'text', person: 'text', at: 'text', rowVersion: 'int',
    },
  },
  approval: {
    columns: { id: 'id', kind: 'text', contentHash: 'text', name: 'text', post: 'text', at: 'text', asTold: 'bool', recordedBy: 'text', rowVersion: 'int' },
  },
  publication: {
    columns: {
      id: 'id', kind: 'text', format: 'text', sha256: 'text', contentHash: 'text', name: 'text', audience: 'text', publishedOn: 'text',
      madeAt: 'text', madeBy: 'text', approvedBy: 'text', checkSheet: 'json', rowVersion: 'int',
    },
  },
};
