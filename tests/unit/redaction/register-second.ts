import type { RegisterEntry } from '#shared/model/register.ts';

const person = (id: string, realName: string, aliases: string[] = [], more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id,
  kind: 'person',
  realName,
  aliases,
  pseudonym: `Adult ${id}`,
  ...more,
});

/** A second fictional register, of other kinds of names, entered as people enter them. */
export const registerSecond: RegisterEntry[] = [
  person('a', "Rosalind D'Souza", [], { dateOfBirth: '1984-12-01' }),
  person('b', 'Anne-Marie Delacroix', ['Annie'], {}),
  person('c', 'Mohammed Abdul Karim', ['Mo'], {
    dateOfBirth: '2011-02-09',
    addresses: ['12a Cinder Hill Lane, Marlow Vale ZX3 9QP'],
  }),
  person('d', 'Siobhán Ní Bhriain', []),
  person('e', 'OKAFOR, Chidi', []),
  person('f', 'Mrs Joan Hartley-Smythe', []),
  person('g', 'Peter Lamb', ['Pete the Feet']),
  person('h', 'Daisy Lamb', [], { dateOfBirth: '2016-10-11' }),
  person('i', 'Elizabeth "Libby" Marchetti (née Volkov)', []),
  person('j', 'Nguyễn Thị Hoa', ['Hoa']),
  person('k', 'William Church', []),
  person('l', 'Will Baptiste', []),
  person('m', 'Gwenllïan ap Rhisiart', []),
  person('n', 'Dr Aoife O’Shaughnessy', []),
  person('o', 'Jack Summers', [], { phones: ['(01632) 960 552'] }),
  person('p', 'Sarah Jane Whitcombe', []),
  person('q', 'Kwame Nkrumah-Boateng', []),
  person('r', 'Zoë Brontë', []),
  person('s', 'Ian Illingworth', []),
  person('t', 'Skye', ['Sky']),
  person('u', 'Tariq Mahmood', [], { emails: ['tariq_m@example.com'], references: ['URN 14/00123'] }),
  person('v', 'Tahir Mahmood', []),
  person('w', 'DC 2214 Owen Pritchard', []),
  person('x', 'Margaret Ollerenshaw', ['Peggy']),
  { id: 'y', kind: 'organisation', realName: 'The Willows Nursery', aliases: ['Willows'], pseudonym: 'Nursery 1' },
  { id: 'z', kind: 'organisation', realName: 'Harrow & Dale Community Health', aliases: ['HDCH'], pseudonym: 'Health provider' },
  { id: 'A', kind: 'place', realName: 'Rose Cottage, 3 Church Lane, Upper Marlow', aliases: [], pseudonym: 'Address 4' },
  {
    id: 'B',
    kind: 'place',
    realName: 'Apartment 14, Mercury House, 200 Dock Street, Portwick ZX1 1AA',
    aliases: [],
    pseudonym: 'Address 5',
  },
  { id: 'C', kind: 'reference', realName: '22/CR/0457', aliases: [], pseudonym: 'crime reference' },
  { id: 'D', kind: 'reference', realName: 'NHS number 485 777 3456', aliases: [], pseudonym: 'NHS number' },
];
