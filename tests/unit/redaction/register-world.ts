import type { RegisterEntry } from '#shared/model/register.ts';

export const registerWorld: readonly RegisterEntry[] = [
  { id: 'A', kind: 'person', realName: 'Zofia Wójcik-Nowak', aliases: ['Babcia'], pseudonym: 'Adult Z' },
  { id: 'B', kind: 'person', realName: 'Łukasz Grzegorz Brzęczek', aliases: [], pseudonym: 'Adult L' },
  {
    id: 'C',
    kind: 'person',
    realName: 'Muhammad Asif Qureshi',
    aliases: ['آصف قریشی'],
    pseudonym: 'Adult Q',
    phones: ['0044 7700 900 555'],
  },
  { id: 'D', kind: 'person', realName: 'Ayesha Bibi', aliases: [], pseudonym: 'Child Y', dateOfBirth: '2012-05-05' },
  { id: 'E', kind: 'person', realName: 'Abdul-Rahman al-Masri', aliases: [], pseudonym: 'Adult K' },
  { id: 'F', kind: 'person', realName: 'Chen Wei-Ling', aliases: ['陈伟玲'], pseudonym: 'Adult C' },
  { id: 'G', kind: 'person', realName: 'Nguyễn Thị Hạnh', aliases: [], pseudonym: 'Adult N' },
  { id: 'H', kind: 'person', realName: 'Oluwaṣeun Adébáyọ̀', aliases: ['Seun'], pseudonym: 'SW3' },
  { id: 'I', kind: 'person', realName: 'Temiloluwa Okonkwo-Bello', aliases: ['Temi'], pseudonym: 'Child X' },
  { id: 'J', kind: 'person', realName: 'Yusuf Öztürk', aliases: [], pseudonym: 'Adult Y' },
  { id: 'K', kind: 'person', realName: 'Olena Kovalenko', aliases: [], pseudonym: 'Adult O' },
  { id: 'L', kind: 'person', realName: 'Søren Kjær', aliases: [], pseudonym: 'Adult S' },
  { id: 'M', kind: 'person', realName: 'José María Ibáñez Vega', aliases: [], pseudonym: 'Adult V' },
  { id: 'N', kind: 'person', realName: 'Li Na', aliases: ['李娜'], pseudonym: 'HV4' },
  { id: 'O', kind: 'organisation', realName: 'Al-Noor Mosque', aliases: ['Masjid al-Noor'], pseudonym: 'Faith group 1' },
  { id: 'P', kind: 'person', realName: 'Gurpreet Singh Dhaliwal', aliases: [], pseudonym: 'Adult D' },
  { id: 'Q', kind: 'person', realName: 'Harpreet Kaur', aliases: [], pseudonym: 'Adult H' },
  { id: 'R', kind: 'person', realName: 'Jürgen Weiß', aliases: [], pseudonym: 'Adult J' },
];
