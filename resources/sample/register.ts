import type { RegisterEntry } from '#shared/model/register.ts';

const FAMILY: RegisterEntry[] = [
  {
    id: 'child-v',
    kind: 'person',
    realName: `Rowan Wójcik`,
    aliases: [`Ro`, `Rowan Wojcik`, `Wojick`, `Rowan Pryce`],
    pseudonym: `Child V`,
    dateOfBirth: '2020-03-14',
    references: [`999 214 0739`],
    role: `subject of the review`,
    publishAs: 'pseudonym',
  },
  {
    id: 'sibling-w',
    kind: 'person',
    realName: `Grace Pryce`,
    aliases: [`Gracie`, `G Pryce`],
    pseudonym: `Sibling W`,
    dateOfBirth: '2013-09-01',
    references: [`999 306 5188`],
    role: `half-sister`,
    publishAs: 'pseudonym',
  },
  {
    id: 'sibling-x',
    kind: 'person',
    realName: `Ivy Pryce`,
    aliases: [`Baby Pryce`, `Ivy Ayres`],
    pseudonym: `Sibling X`,
    dateOfBirth: '2025-08-20',
    references: [`999 571 2466`],
    role: `half-sister`,
    publishAs: 'pseudonym',
  },
  {
    id: 'adult-f',
    kind: 'person',
    realName: `Bethan Pryce`,
    aliases: [`Beth`, `B Price`, `Ms Pryce`, `mum`],
    pseudonym: `Adult F`,
    dateOfBirth: '1992-11-02',
    phones: [`07700 900417`],
    emails: [`bethan.pryce@example.com`],
    references: [`999 118 8304`],
    role: `mother`,
    publishAs: 'pseudonym',
  },
  {
    id: 'adult-g',
    kind: 'person',
    realName: `Łukasz Wójcik`,
    aliases: [`Lukasz`, `Lucas`, `Luke W`, `Tata`],
    pseudonym: `Adult G`,
    dateOfBirth: '1990-06-23',
    phones: [`07700 900562`],
    emails: [`lukasz.w@example.net`],
    role: `father`,
    publishAs: 'pseudonym',
  },
  {
    id: 'adult-h',
    kind: 'person',
    realName: `Marc Eyres`,
    aliases: [`Mark Ayres`, `M Ayres`, `Eyers`],
    pseudonym: `Adult H`,
    dateOfBirth: '1990-08-05',
    phones: [`07700 900238`],
    role: `mother’s partner`,
    publishAs: 'pseudonym',
  },
  {
    id: 'adult-j',
    kind: 'person',
    realName: `May Pryce`,
    aliases: [`Nan`, `Mrs Pryce`, `M Pryce`],
    pseudonym: `Adult J`,
    dateOfBirth: '1968-05-30',
    role: `mother’s mother`,
    publishAs: 'pseudonym',
  },
  {
    id: 'adult-k',
    kind: 'person',
    realName: `Llŷr Pryce`,
    aliases: [`Llyr`, `Lear`, `brother`],
    pseudonym: `Adult K`,
    dateOfBirth: '1998-01-11',
    role: `mother’s brother`,
    publishAs: 'pseudonym',
  },
  {
    id: 'adult-l',
    kind: 'person',
    realName: `Sinéad O'Dowd`,
    aliases: [`O’Dowd`, `ODowd`, `Sinead`, `Auntie Shin`],
    pseudonym: `Adult L`,
    role: `neighbour`,
    publishAs: 'pseudonym',
  },
  {
    id: 'adult-m',
    kind: 'person',
    realName: `Jodie Frost-Lane`,
    aliases: [`Frost`, `J Lane`, `Frostlane`],
    pseudonym: `Adult M`,
    role: `former partner of Adult H`,
    publishAs: 'pseudonym',
  },
  {
    id: 'adult-n',
    kind: 'person',
    realName: `Zofia Wójcik`,
    aliases: [`Babcia`, `Mrs Wojcik`],
    pseudonym: `Adult N`,
    role: `father’s mother`,
    publishAs: 'pseudonym',
  },
];

/** Professionals are keyed by role: the key is the pseudonym, the role is what a publication prints. */
function professional(key: string, realName: string, role: string, aliases: string[]): RegisterEntry {
  return { id: key.toLowerCase(), kind: 'person', realName, aliases, pseudonym: key, role, publishAs: 'role' };
}

const PROFESSIONALS: RegisterEntry[] = [
  professional('SW1', `Tamsin Oyelaran`, `social worker`, [`T Oyelaran`]),
  professional('SW2', `Gareth Lisle`, `social worker`, [`G Lisle`]),
  professional('TM1', `Rukhsana Mirza`, `team manager`, [`R Mirza`]),
  professional('HV1', `Philippa Quaye`, `health visitor`, [`P Quaye`, `Pippa Quaye`]),
  professional('HV2', `Mairéad Tunstall`, `health visitor`, [`Mairead Tunstall`, `M Tunstall`]),
  professional('SLT1', `Owain Beddoe`, `speech and language therapist`, [`O Beddoe`]),
  professional('GP1', `Dr Nasreen Chaudhry`, `GP`, [`Nasreen Chaudhry`, `Dr Chaudhry`]),
  professional('PH1', `Yusuf Demir`, `practice pharmacist`, [`Y Demir`]),
  professional('DOC1', `Dr Ines Falk`, `paediatrician`, [`Ines Falk`, `Dr Falk`]),
  professional('NUR1', `Comfort Asante`, `emergency department nurse`, [`C Asante`]),
  professional('MW1', `Lorna Petrie`, `midwife`, [`L Petrie`]),
  professional('TA1', `Dilys Garside`, `teaching assistant`, [`D Garside`, `Mrs Garside`]),
  professional('DSL1', `Adeel Rahman`, `designated safeguarding lead`, [`A Rahman`, `Mr Rahman`]),
  professional('PC1', `Beth Arkwright`, `police constable`, [`PC 5163`, `PC Arkwright`, `B Arkwright`]),
  professional('DS1', `Colm Vardy`, `detective sergeant`, [`DS Vardy`, `C Vardy`]),
  professional('HO1', `Ruth Ogbonna`, `housing officer`, [`R Ogbonna`]),
  professional('BM1', `Colin Trewartha`, `business manager of the partnership`, [`C Trewartha`]),
];

const PLACES: RegisterEntry[] = [
  {
    id: 'school-p',
    kind: 'place',
    realName: `Kelderby Bridge Primary`,
    aliases: [`Kelderby Bridge Primary School`, `KBP`, `Kelderby Br.`, `Kelderby Bridge`],
    pseudonym: `School P`,
    phones: [`01632 960144`],
    emails: [`dsl.kbp@example.org`],
    publishAs: 'pseudonym',
  },
  {
    id: 'school-q',
    kind: 'place',
    realName: `Oster Vale Academy`,
    aliases: [`Oster Vale`],
    pseudonym: `School Q`,
    publishAs: 'pseudonym',
  },
  {
    id: 'surgery-p',
    kind: 'place',
    realName: `Kelderby Quay Surgery`,
    aliases: [`Kelderby Quay`],
    pseudonym: `Surgery P`,
    phones: [`01632 960371`],
    publishAs: 'pseudonym',
  },
  {
    id: 'hospital-p',
    kind: 'place',
    realName: `Ostermere General`,
    aliases: [`Ostermere General Hospital`, `OGH`],
    pseudonym: `Hospital P`,
    publishAs: 'pseudonym',
  },
  {
    id: 'ward-p',
    kind: 'place',
    realName: `Sandgrouse Ward`,
    aliases: [`Sandgrouse`],
    pseudonym: `Ward P`,
    publishAs: 'pseudonym',
  },
  {
    id: 'address-1',
    kind: 'place',
    realName: `27 Tanpit Row`,
    aliases: [`Tanpit Row`, `27 Tan Pit Rd`, `the Row`],
    pseudonym: `Address 1`,
    addresses: [`27 Tanpit Row, Kelderby QX4 7DB`],
    role: `home of Adult F and the children`,
    publishAs: 'omit',
  },
  {
    id: 'address-2',
    kind: 'place',
    realName: `4 Ferryman's Court`,
    aliases: [`Ferryman's Court`, `Ferrymans Court`],
    pseudonym: `Address 2`,
    addresses: [`4 Ferryman's Court, Kelderby QX4 2HN`],
    role: `home of Adult J`,
    publishAs: 'omit',
  },
  {
    id: 'address-3',
    kind: 'place',
    realName: `Flat 6, 19 Lockgate`,
    aliases: [`19 Lockgate`],
    pseudonym: `Address 3`,
    addresses: [`Flat 6, 19 Lockgate, Wendle QX9 1RT`],
    role: `home of Adult G`,
    publishAs: 'omit',
  },
];

/** Published by their real names: the agencies, the partnership and its reviewer. */
function named(id: string, kind: 'person' | 'organisation', realName: string, aliases: string[], role: string): RegisterEntry {
  return { id, kind, realName, aliases, pseudonym: realName, role, publishAs: 'realName' };
}

const NAMED: RegisterEntry[] = [
  named('agency-sc', 'organisation', `Ostermere Children's Social Care`, [], `children’s social care`),
  named('agency-po', 'organisation', `Ostershire Constabulary`, [`Ostershire Police`], `police`),
  named('agency-ah', 'organisation', `Ostermere Hospitals Trust`, [], `acute hospital trust`),
  named('agency-hv', 'organisation', `Oster Community Health`, [], `community health trust`),
  named('agency-ed', 'organisation', `Ostermere Education`, [], `education`),
  named('agency-hg', 'organisation', `Oster Homes`, [], `housing association`),
  named('oscp', 'organisation', `Ostermere Safeguarding Children Partnership`, [`OSCP`], `safeguarding partnership`),
  named('reviewer', 'person', `Nadia Fenwick-Osei`, [], `independent reviewer`),
];

/** Numbers that name a case rather than a person's own health number: left out of everything published. */
function number(id: string, realName: string, pseudonym: string): RegisterEntry {
  return { id, kind: 'reference', realName, aliases: [], pseudonym, references: [realName], publishAs: 'omit' };
}

const NUMBERS: RegisterEntry[] = [
  number('lcs-number', `40417736`, `Social care number`),
  number('occurrence-march', `OC-250315-0912`, `Police number 1`),
  number('occurrence-october', `OC-251012-0377`, `Police number 2`),
  number('hospital-number', `WOJ140320`, `Hospital number`),
  number('tenancy', `TR-008812`, `Tenancy number`),
  {
    id: 'operation',
    kind: 'reference',
    realName: `Operation Quernstone`,
    aliases: [`Op Quernstone`, `Quernstone`],
    pseudonym: `Police operation`,
    publishAs: 'omit',
  },
  number('court', `T20267714`, `Court number`),
];

/** Everything that the sample review knows by its real name. */
export const SAMPLE_REGISTER: readonly RegisterEntry[] = [...FAMILY, ...PROFESSIONALS, ...PLACES, ...NAMED, ...NUMBERS];
