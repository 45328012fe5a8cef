import type { AgencyKind } from '#shared/contract/gaps.ts';

const WORDS: Record<AgencyKind, string> = {
  socialCare: 'Children’s social care',
  police: 'Police',
  acuteHospital: 'Hospital',
  generalPractice: 'GP practice',
  communityHealth: 'Health visiting and community health',
  education: 'Education',
  earlyHelp: 'Early help',
  mentalHealth: 'Mental health',
  housing: 'Housing',
  probation: 'Probation',
  ambulance: 'Ambulance service',
  fire: 'Fire and rescue',
  drugsAndAlcohol: 'Drug and alcohol service',
  domesticAbuse: 'Domestic abuse service',
  youthJustice: 'Youth justice',
  adultSocialCare: 'Adult social care',
  courts: 'Courts',
  cafcass: 'Cafcass',
  pharmacy: 'Pharmacy',
  dentistry: 'Dentist',
  voluntary: 'Voluntary organisation',
  benefits: 'Benefits and work',
  immigration: 'Immigration',
  other: 'Another kind',
};

export const kindWords = (kind: AgencyKind): string => WORDS[kind];
