import type { RegisterEntry } from '#shared/model/register.ts';
import { describe, MONTHS } from './entries.ts';
import { random } from './random.ts';

const FIRST = [
  'Tamsin',
  'Oluwaseun',
  'Maeve',
  'Jago',
  'Priyanka',
  'Leofric',
  'Branwen',
  'Idris',
  'Kerensa',
  'Sunniva',
  'Caspian',
  'Morwenna',
  'Ayesha',
  'Torquil',
  'Zofia',
  'Emrys',
  'Ngozi',
  'Piran',
  'Saoirse',
  'Wilhelmina',
];
const START = [
  'Tre',
  'Pen',
  'Pol',
  'Bos',
  'Car',
  'Lan',
  'Ros',
  'Nan',
  'Chy',
  'Gwa',
  'Hal',
  'Mor',
  'Ven',
  'Wyn',
  'Sker',
  'Brad',
  'Ash',
  'Thorn',
  'Hart',
  'Fen',
];
const MIDDLE = ['ga', 'men', 'var', 'wil', 'ther', 'lo', 'ke', 'dar', 'ben', 'sti', 'mer', 'vea', 'now', 'da', 'lis'];
const END = [
  'ick',
  'wen',
  'low',
  'ton',
  'ley',
  'ster',
  'nack',
  'dock',
  'vis',
  'rith',
  'sey',
  'by',
  'combe',
  'garth',
  'idge',
  'ose',
];
const STREETS = ['Ferryman', 'Saltpan', 'Quarryside', 'Millrace', 'Lantern', 'Tidewater', 'Larkspur', 'Drovers'];

/** People of five identifiers each: name, short name, date of birth, address, telephone. */
export function register(identifiers: number): RegisterEntry[] {
  return Array.from({ length: identifiers / 5 }, (_, i) => {
    const r = random(1_000 + i);
    const surname = `${START[i % START.length]!}${MIDDLE[Math.floor(i / 20) % MIDDLE.length]!}${END[Math.floor(i / 300 + i) % END.length]!}`;
    const first = r.pick(FIRST);
    return {
      id: `person-${i}`,
      kind: 'person' as const,
      realName: `${first} ${surname}`,
      aliases: [`${first.slice(0, 3)} ${surname}`],
      pseudonym: `Adult ${i + 1}`,
      dateOfBirth: `${1950 + r.below(70)}-${String(1 + r.below(12)).padStart(2, '0')}-${String(1 + r.below(28)).padStart(2, '0')}`,
      addresses: [`${1 + r.below(90)} ${r.pick(STREETS)} ${r.pick(['Street', 'Road', 'Court', 'Lane'])}`],
      phones: [`07700 9${String(10_000 + i).slice(-5)}`],
    };
  });
}

/** The words of a register as a plain search knows them. */
export function plainIdentifiers(people: readonly RegisterEntry[]): string[] {
  return people.flatMap((p) => [
    p.realName,
    ...p.aliases,
    ...(p.dateOfBirth ? [asWritten(p.dateOfBirth)] : []),
    ...(p.addresses ?? []),
    ...(p.phones ?? []),
  ]);
}
const asWritten = (day: string): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** Entries of about 480 letters with somebody of the register in every fifth, spelt in several ways. */
export function textsToSearch(bytes: number): string[] {
  const people = register(500);
  const r = random(99);
  const texts: string[] = [];
  for (let size = 0; size < bytes; ) {
    let text = `${describe(r)} ${describe(r).slice(0, 150)}`;
    if (r.chance(0.2)) {
      const person = r.pick(people);
      const [first = '', last = ''] = person.realName.split(' ');
      const day = person.dateOfBirth!;
      const spelling = r.pick([
        person.realName,
        `${last.toUpperCase()}, ${first}`,
        `${first[0]} ${last}`,
        `Ms ${last}’s`,
        asWritten(day),
        `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`,
        person.addresses![0]!,
        person.phones![0]!.replaceAll(' ', ''),
      ]);
      text = `${text.slice(0, 200)} ${spelling} ${text.slice(200)}`;
    }
    texts.push(text);
    size += text.length + 1;
  }
  return texts;
}
