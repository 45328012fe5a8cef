import type { ThemeCode } from './themes.ts';

export type SampleView = {
  readonly name: string;
  readonly theme: ThemeCode;
  /** Besides number, date, agency and text. */
  readonly columns: readonly ('time' | 'response' | 'outcome' | 'childVoice' | 'age' | 'themes' | 'sinceAgency')[];
  readonly group: 'agency' | null;
};

export const SAMPLE_VIEWS: readonly SampleView[] = [
  { name: `Brought and not brought, by service`, theme: 'nb', columns: ['outcome', 'sinceAgency'], group: 'agency' },
  { name: `In the child’s own words`, theme: 'vo', columns: ['childVoice', 'age'], group: null },
  { name: `Who lived, stayed or collected`, theme: 'ad', columns: ['time', 'response', 'themes'], group: null },
];
