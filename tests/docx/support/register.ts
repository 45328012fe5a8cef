import type { RegisterEntry } from '#shared/model/register.ts';

/** Fictional people; the trust publishes under its own name. */
export const CHILD: RegisterEntry = {
  id: 'child',
  kind: 'person',
  realName: 'Tamsin Oyelaran',
  aliases: ['Tammy-Lou'],
  pseudonym: 'Child T',
  dateOfBirth: '2017-04-09',
  addresses: ["4 Ferryman's Court, QX4 2HN"],
  phones: ['07700 900417'],
  emails: ['t.oyelaran@example.com'],
};
export const NEIGHBOUR: RegisterEntry = {
  id: 'neighbour',
  kind: 'person',
  realName: "Sinéad O'Dowd",
  aliases: [],
  pseudonym: 'Adult L',
};
export const TRUST: RegisterEntry = {
  id: 'trust',
  kind: 'organisation',
  realName: 'Ostermere Hospitals Trust',
  aliases: [],
  pseudonym: 'Trust 1',
  publishAs: 'realName',
};
export const NUMBER: RegisterEntry = {
  id: 'number',
  kind: 'reference',
  realName: 'OC-250315-0912',
  aliases: [],
  pseudonym: 'Reference 1',
};
export const REGISTER: readonly RegisterEntry[] = [CHILD, NEIGHBOUR, TRUST, NUMBER];
