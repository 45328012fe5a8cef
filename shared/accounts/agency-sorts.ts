import { bitFinder } from './word-starts.ts';
/** What sort of body an agency is, by its name; and the words by which others speak of that sort. */
export const AGENCY_SORTS = [
  'police',
  'socialCare',
  'hospital',
  'generalPractice',
  'communityHealth',
  'education',
  'housing',
  'mentalHealth',
  'probation',
  'ambulance',
  'earlyHelp',
  'substanceUse',
] as const;
export type AgencySort = (typeof AGENCY_SORTS)[number];

const BY_NAME: Readonly<Record<AgencySort, RegExp>> = {
  police: /\b(police|constabulary)\b/i,
  socialCare: /\b(social (care|services|work)|children'?s services|children and families)\b/i,
  mentalHealth: /\b(mental health|camhs|cypmhs|psychiatr\w*)\b/i,
  communityHealth: /\b(community health|health visiting|0.19|school nursing|community (nhs )?trust|community services)\b/i,
  hospital: /\b(hospitals?|acute|infirmary|foundation trust|maternity)\b/i,
  generalPractice: /\b(gp|general practice|surgery|medical (centre|practice)|health centre|family practice)\b/i,
  education: /\b(education|schools?|academy|nursery|college|learning)\b/i,
  housing: /\b(housing|homes|lettings|tenancy)\b/i,
  probation: /\bprobation\b/i,
  ambulance: /\bambulance\b/i,
  earlyHelp: /\b(early help|family hub|family support|early intervention)\b/i,
  substanceUse: /\b(drug|alcohol|substance|recovery service)\b/i,
};

const SPOKEN: Readonly<Record<AgencySort, RegExp>> = {
  police:
    /\b(police|officers?|constable|sergeant|pcs?|pcso|dc|ds|di|custody|999 call|public protection|force(?='s)|command and control)\b/,
  socialCare:
    /\b(social (care|workers?|services|work team)|children'?s services|csc|sw|mash|edt|emergency duty|front door|duty (line|team|desk|social worker)|strategy (discussion|meeting)|child (in|and) need|cin|s(ection )?47|initial contact|out.of.hours worker)\b/,
  hospital:
    /\b(hospital|infirmary|a ?& ?e|a and e|accident and emergency|emergency department|casualty|minor injuries|wards?|maternity|midwi\w+|antenatal|paed\w*|opd|outpatients?|consultant|radiology|x-?ray)\b/,
  generalPractice: /\b(gps?|surgery|practice (nurse|manager|list)|the practice|family doctor|medical centre|health centre)\b/,
  communityHealth:
    /\b(health visit\w+|hvs?|0.19|school nurs\w+|speech (and language )?therap\w+|slt|salt|community nurs\w+|nursery nurse|baby clinic)\b/,
  education:
    /\b(schools?|nursery|pre-?school|head ?teacher|deputy head|head of year|dsl|designated (safeguarding )?lead|teachers?|teaching assistant|senco|pupil|class|academy|college|education welfare|attendance officer)\b/,
  housing: /\b(housing( officer)?|landlord|tenan(cy|t)|registered provider|neighbourhood officer|asb team|repairs team)\b/,
  mentalHealth:
    /\b(camhs|cypmhs|mental health (team|service|nurse|trust)|psychiatr\w+|psycholog\w+|crisis team|iapt|talking therap\w+)\b/,
  probation: /\b(probation|offender manager|community offender)\b/,
  ambulance: /\b(ambulance|paramedics?|999 crew|crew)\b/,
  earlyHelp: /\b(early help|family support worker|family hub|children'?s centre)\b/,
  substanceUse: /\b((drug|alcohol|substance) (service|team|worker)|recovery (service|worker))\b/,
};

/** The first that its name fits, the more particular first. */
const ORDER: readonly AgencySort[] = [
  'police',
  'socialCare',
  'mentalHealth',
  'communityHealth',
  'ambulance',
  'probation',
  'earlyHelp',
  'substanceUse',
  'hospital',
  'generalPractice',
  'housing',
  'education',
];

export function sortOfAgency(name: string): AgencySort | null {
  return ORDER.find((sort) => BY_NAME[sort].test(name)) ?? null;
}

const BITS = new Map(AGENCY_SORTS.map((sort, n) => [sort, 1 << n]));
export const bitOf = (sort: AgencySort): number => BITS.get(sort)!;

/** The sorts that a text in small letters speaks of, as bits. */
export const sortsSpokenOf = bitFinder(AGENCY_SORTS.map((sort) => SPOKEN[sort]));
