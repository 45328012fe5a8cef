/** What the review made of its material: one door to the sample's analysis. */
export { type SampleAnnotation, SAMPLE_ANNOTATIONS } from './annotations.ts';
export { ADULT_H, type FindingKind, NOT_BROUGHT, SAMPLE_FINDINGS, type SampleFinding } from './findings.ts';
export {
  SAMPLE_RECOMMENDATIONS,
  type SampleAction,
  type SampleRecommendation,
} from './recommendations.ts';
export {
  ACTIONS_ONLY_REASON,
  REVIEW_QUESTIONS,
  type ReviewQuestion,
  SAMPLE_PROCEEDINGS,
  SAMPLE_REVIEW,
  SAMPLE_TODAY,
} from './review-facts.ts';
export {
  SAMPLE_THEMES,
  type SampleTheme,
  type ThemeCode,
  type ThemeTag,
  TIMELINE,
  type TimelineFact,
  themeTags,
} from './themes.ts';
export { type EntryPlace, placesOf, rowsOf } from './rows-of.ts';
