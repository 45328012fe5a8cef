import type { RegisterEntry } from '#shared/model/register.ts';

const person = (id: string, realName: string, aliases: string[] = [], more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id, kind: 'person', realName, aliases, pseudonym: `Adult ${id}`, ...more,
});

/** A fictional register: a family that shares a surname, names that are words, professionals, places and numbers. */
export const register: RegisterEntry[] = [
  person('V', 'Rowan Wójcik', ['Ro', 'Wojick', 'Rowan Pryce'], { pseudonym: 'Child V', dateOfBirth: '2020-03-14', references: ['NHS 999 214 0739', 'WOJ140320'], role: 'subject of the review' }),
  person('W', 'Grace Pryce', ['Gracie'], { pseudonym: 'Sibling W', dateOfBirth: '2013-09-01' }),
  person('X', 'Ivy Pryce', ['Baby Pryce'], { pseudonym: 'Sibling X', dateOfBirth: '2025-08-20' }),
  person('F', 'Bethan Pryce', ['Beth', 'B Price', 'mum'], { pseudonym: 'Adult F', role: 'mother', dateOfBirth: '1992-11-02', phones: ['07700 900417'], emails: ['bethan.pryce@example.com'] }),
  person('G', 'Łukasz Wójcik', ['Lucas', 'Luke W', 'Tata'], { dateOfBirth: '1990-06-23', phones: ['+44 7700 900562'], emails: ['lukasz.w@example.net'] }),
  person('H', 'Marc Eyres', ['Mark Ayres', 'Eyers'], { dateOfBirth: '1990-08-05' }),
  person('J', 'May Pryce', ['Nan'], { dateOfBirth: '1968-05-30' }),
  person('K', 'Llŷr Pryce', ['Lear', 'brother'], { dateOfBirth: '1998-01-11' }),
  person('L', "Sinéad O'Dowd", ['Auntie Shin']),
  person('M', 'Jodie Frost-Lane', []),
  person('N', 'Zofia Wójcik', ['Babcia']),
  person('PC1', 'PC 5163 Beth Arkwright', [], { pseudonym: 'PC1' }),
  person('GP1', 'Dr Nasreen Chaudhry', [], { pseudonym: 'GP1' }),
  person('HV2', 'Mairéad Tunstall', [], { pseudonym: 'HV2' }),
  person('SW1', 'Tamsin Oyelaran', [], { pseudonym: 'SW1' }),
  person('T1', 'Jürgen Großmann', [], { pseudonym: 'Teacher 1' }),
  person('T2', 'Søren Ångström', [], { pseudonym: 'Teacher 2' }),
  person('D1', 'Thomas James Ellis', [], { pseudonym: 'Adult D' }),
  person('E1', 'Katherine Featherstone', [], { pseudonym: 'Adult E' }),
  person('Q1', 'Fiona McAllister', [], { pseudonym: 'Adult Q' }),
  person('Z1', 'Anna van der Berg', [], { pseudonym: 'Adult Z' }),
  person('Y1', 'Оксана Коваленко', [], { pseudonym: 'Adult Y' }),
  { id: 'P', kind: 'organisation', realName: 'Kelderby Bridge Primary', aliases: ['KBP', 'Kelderby Br.'], pseudonym: 'School P', phones: ['01632 960144'], emails: ['dsl.kbp@example.org'] },
  { id: 'S', kind: 'organisation', realName: "St Brannock's Hospital", aliases: [], pseudonym: 'Hospital S' },
  { id: 'A1', kind: 'place', realName: '27 Tanpit Row, Kelderby QX4 7DB', aliases: ['the Row'], pseudonym: 'Address 1' },
  { id: 'A2', kind: 'place', realName: "4 Ferryman's Court, QX4 2HN", aliases: [], pseudonym: 'Address 2' },
  { id: 'A3', kind: 'place', realName: 'Flat 6, 19 Lockgate, Wendle QX9 1RT', aliases: [], pseudonym: 'Address 3' },
  { id: 'R1', kind: 'reference', realName: 'OC-250315-0912', aliases: [], pseudonym: 'police reference 1' },
  { id: 'R2', kind: 'reference', realName: 'Operation Quernstone', aliases: [], pseudonym: 'the police operation' },
  { id: 'R3', kind: 'reference', realName: 'LCS 40417736', aliases: [], pseudonym: 'case number 1' },
];
