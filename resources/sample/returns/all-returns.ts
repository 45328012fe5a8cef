import { ACUTE_HOSPITAL } from './acute-hospital.ts';
import { CHILDRENS_SOCIAL_CARE } from './childrens-social-care.ts';
import { COMMUNITY_HEALTH } from './community-health.ts';
import { EDUCATION } from './education.ts';
import { GP_PRACTICE } from './gp-practice.ts';
import { HOUSING } from './housing.ts';
import { POLICE } from './police.ts';
import type { SampleReturn } from './sample-return.ts';

/** The seven returns in their latest versions, in the order in which the chronology lists the agencies. */
export const SAMPLE_RETURNS: readonly SampleReturn[] = [
  CHILDRENS_SOCIAL_CARE,
  POLICE,
  ACUTE_HOSPITAL,
  GP_PRACTICE,
  COMMUNITY_HEALTH,
  EDUCATION,
  HOUSING,
];
