import type { AgencyKind } from '#shared/contract/gaps.ts';

type Kind = {
  kind: Exclude<AgencyKind, 'other'>;
  /** What the window calls such an agency. */
  label: string;
  /** How such agencies call themselves. */
  names: RegExp;
  /** How entries of others speak of them; a last * takes any ending. */
  words: readonly string[];
};

/**
 * Kinds of agency that take part in reviews, and the words by which others' entries name them. The first name that fits
 * tells. Words with a second, common meaning (mash, cab, refuge from rain) are left out: a question asked in vain is a cost too.
 */
export const AGENCY_KINDS: readonly Kind[] = [
  {
    kind: 'adultSocialCare',
    label: 'Adult social care',
    names: /adult (?:social care|services|safeguarding)/i,
    words: ['adult social care', 'adult safeguarding', 'adult services'],
  },
  {
    kind: 'socialCare',
    label: 'Children’s social care',
    names: /social care|social work|children['’]?s services|\bmash\b/i,
    words: ['social care', 'social worker*', 'social services', 'children s services'],
  },
  { kind: 'police', label: 'Police', names: /polic|constabular/i, words: ['police', 'constabulary', 'police officer*'] },
  {
    kind: 'mentalHealth',
    label: 'Mental health services',
    names: /mental health|camhs|psychiatr/i,
    words: ['camhs', 'mental health team*', 'mental health service*', 'psychiatrist*', 'crisis team', 'community mental health*'],
  },
  {
    kind: 'ambulance',
    label: 'Ambulance service',
    names: /ambulance/i,
    words: ['ambulance', 'ambulance service', 'paramedic*'],
  },
  {
    kind: 'acuteHospital',
    label: 'Hospital',
    names: /hospital|acute|infirmary/i,
    words: ['hospital', 'a e', 'accident and emergency', 'emergency department', 'midwi*', 'paediatric*'],
  },
  {
    kind: 'generalPractice',
    label: 'GP practice',
    names: /\bgp\b|surgery|general practi|medical (?:centre|practice)|primary care/i,
    words: ['gp', 'gps', 'surgery', 'practice nurse', 'general practi*'],
  },
  {
    kind: 'communityHealth',
    label: 'Health visiting and community health',
    names: /health visit|0\s*[-–]\s*19|community health|school nurs/i,
    words: ['health visit*', 'school nurs*', 'speech therap*', 'speech and language'],
  },
  {
    kind: 'earlyHelp',
    label: 'Early help',
    names: /early help|family support|children['’]?s centre|family hub/i,
    words: ['early help', 'family support worker*', 'children s centre*', 'family hub*'],
  },
  {
    kind: 'education',
    label: 'Education',
    names: /educat|school|academy|college|nursery/i,
    words: ['school', 'schools', 'nursery', 'college', 'headteacher', 'head teacher', 'pre school', 'education welfare*'],
  },
  {
    kind: 'housing',
    label: 'Housing',
    names: /hous|homes\b|tenanc/i,
    words: ['housing officer*', 'housing association', 'housing', 'landlord', 'tenancy officer*'],
  },
  { kind: 'probation', label: 'Probation', names: /probation/i, words: ['probation', 'probation officer*'] },
  {
    kind: 'youthJustice',
    label: 'Youth justice',
    names: /youth (?:justice|offending)/i,
    words: ['youth justice', 'youth offending'],
  },
  {
    kind: 'fire',
    label: 'Fire and rescue',
    names: /fire (?:and|&) rescue|fire service/i,
    words: ['fire service', 'fire brigade', 'fire and rescue'],
  },
  {
    kind: 'drugsAndAlcohol',
    label: 'Drug and alcohol service',
    names: /drug|alcohol|substance|recovery service/i,
    words: ['drug and alcohol', 'substance misuse service*', 'alcohol service', 'drug service', 'recovery worker*'],
  },
  {
    kind: 'domesticAbuse',
    label: 'Domestic abuse service',
    names: /domestic (?:abuse|violence)|women['’]?s aid|\bidva\b/i,
    words: ['idva', 'idvas', 'women s aid', 'women s refuge', 'domestic abuse service*', 'domestic violence service*', 'marac'],
  },
  { kind: 'cafcass', label: 'Cafcass', names: /cafcass/i, words: ['cafcass', 'children s guardian'] },
  {
    kind: 'courts',
    label: 'Courts',
    names: /\bcourt/i,
    words: ['family court', 'magistrates court', 'county court', 'crown court'],
  },
  { kind: 'pharmacy', label: 'Pharmacy', names: /pharmac/i, words: ['pharmacy', 'pharmacies', 'chemist'] },
  { kind: 'dentistry', label: 'Dentist', names: /dent(?:al|ist)/i, words: ['dentist', 'dentists', 'dental'] },
  {
    kind: 'voluntary',
    label: 'Voluntary organisation',
    names: /charity|barnardo|nspcc|home[- ]start|action for children/i,
    words: ['nspcc', 'barnardo*', 'home start', 'action for children', 'childline', 'food bank', 'foodbank', 'salvation army'],
  },
  {
    kind: 'benefits',
    label: 'Benefits and work',
    names: /work and pensions|\bdwp\b|jobcentre/i,
    words: ['dwp', 'jobcentre*', 'job centre', 'work coach'],
  },
  {
    kind: 'immigration',
    label: 'Immigration',
    names: /home office|immigration|visas/i,
    words: ['home office', 'immigration officer*', 'asylum support'],
  },
];

export const kindOfName = (name: string): AgencyKind => AGENCY_KINDS.find(({ names }) => names.test(name))?.kind ?? 'other';

/** The words of a kind as an expression of the search index. */
export const kindExpression = (words: readonly string[]): string =>
  `text : (${words.map((word) => (word.endsWith('*') ? `"${word.slice(0, -1)}" *` : `"${word}"`)).join(' OR ')})`;
