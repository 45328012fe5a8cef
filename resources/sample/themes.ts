import type { AgencyCode } from './returns/sample-return.ts';

export type ThemeCode = 'vo' | 'da' | 'nb' | 'me' | 'ad' | 'fa' | 're' | 'sh' | 'ov';
export type SampleTheme = {
  readonly code: ThemeCode | 'child' | 'household' | 'practice';
  readonly parent: 'child' | 'household' | 'practice' | null;
  readonly name: string;
  readonly definition: string;
};

export const SAMPLE_THEMES: readonly SampleTheme[] = [
  { code: 'child', parent: null, name: `Child`, definition: `What the entry says of Child V’s own life, whoever wrote it.` },
  {
    code: 'vo',
    parent: 'child',
    name: `Child’s voice`,
    definition: `Words, drawings, play and silence of a child, as they were and not as they were summed up. Tag silence too when somebody remarked on it.`,
  },
  {
    code: 'da',
    parent: 'child',
    name: `Days`,
    definition: `Food, sleep, school, clothes, and who looked after whom. Includes a sister’s caring.`,
  },
  {
    code: 'nb',
    parent: 'child',
    name: `Brought and not brought`,
    definition: `An appointment that a child was or was not brought to, and what the service did next. Kept appointments are tagged as well, so that the pattern can be seen whole.`,
  },
  {
    code: 'me',
    parent: 'child',
    name: `Medicines`,
    definition: `Inhalers, plans and reviews: prescribed, collected, held where the child was.`,
  },
  {
    code: 'household',
    parent: null,
    name: `Household`,
    definition: `Who made up the family’s life, in the home and outside it.`,
  },
  {
    code: 'ad',
    parent: 'household',
    name: `Adults in the home`,
    definition: `Any adult who lived, stayed or collected, under whatever name, and whether anybody asked or checked.`,
  },
  {
    code: 'fa',
    parent: 'household',
    name: `Father`,
    definition: `Adult G: asked, told, heard, or passed over. Not used for Adult H.`,
  },
  { code: 'practice', parent: null, name: `Practice`, definition: `What agencies did with what they had.` },
  {
    code: 're',
    parent: 'practice',
    name: `Raising worries`,
    definition: `A worry put into words to somebody with a duty to act: raised, screened, answered or not.`,
  },
  {
    code: 'sh',
    parent: 'practice',
    name: `Sharing`,
    definition: `Information sent, arrived, read, or missing from where it was needed. Note which of the four.`,
  },
  {
    code: 'ov',
    parent: 'practice',
    name: `Oversight`,
    definition: `Allocation, supervision, handover, workload and recording.`,
  },
];

type Fact = readonly [number: number, agencies: string, themes: string];

/** The case's timeline: which agencies recorded each fact and under which themes the review reads it. */
const FACTS: readonly Fact[] = [
  [1, 'AH HV', 'da'],
  [2, 'PO', 'ad'],
  [3, 'AH HV GP', 'fa'],
  [4, 'GP', 'me'],
  [5, 'HV GP', 'fa'],
  [6, 'AH GP', 'me'],
  [7, 'ED HV', 'sh'],
  [8, 'PO', 'ad'],
  [9, 'HG HV GP', 'da'],
  [10, 'HV', 'vo'],
  [11, 'AH GP', 'nb'],
  [12, 'ED', 'vo fa'],
  [13, 'HV', 'nb'],
  [14, 'HV GP', 'nb sh'],
  [15, 'ED', 'da'],
  [16, 'GP', 'da'],
  [17, 'HV', 'da'],
  [18, 'GP', 'nb'],
  [19, 'ED', 'da'],
  [20, 'GP', 'da'],
  [21, 'HV', 'vo'],
  [22, 'HV', 'ov'],
  [23, 'HG', 'da'],
  [24, 'AH GP HV', 'nb'],
  [25, 'HG', 'ad'],
  [26, 'GP', 'nb ov'],
  [27, 'ED', 'da'],
  [28, 'GP', 'sh'],
  [29, 'ED', 'vo ad'],
  [30, 'GP', 'me'],
  [31, 'ED', 'me'],
  [32, 'ED', 'da'],
  [33, 'HV ED', 'vo'],
  [34, 'AH GP HV', 'me'],
  [35, 'AH', 'ad'],
  [36, 'ED', 'sh'],
  [37, 'GP', 'nb'],
  [38, 'HV', 'ov'],
  [39, 'HV', 'vo ad'],
  [40, 'ED', 'fa'],
  [41, 'ED', 'fa'],
  [42, 'ED', 'vo da'],
  [43, 'ED', 'da ad'],
  [44, 'ED SC', 're'],
  [45, 'SC', 're'],
  [46, 'GP', 'nb'],
  [47, 'HV', 'ov'],
  [48, 'ED', 'da'],
  [49, 'ED', 'da'],
  [50, 'SC', 'fa'],
  [51, 'ED', 'vo fa'],
  [52, 'HV', 'sh'],
  [53, 'GP', 'da'],
  [54, 'AH GP', 'ad'],
  [55, 'AH', 'sh'],
  [56, 'ED', 'ad'],
  [57, 'AH', 'nb'],
  [58, 'ED', 'da'],
  [59, 'ED', 'vo'],
  [60, 'HV', 'ov'],
  [61, 'HG', 'ad'],
  [62, 'PO SC HG', 'ad'],
  [63, 'PO SC', 'vo'],
  [64, 'PO SC ED', 'sh'],
  [65, 'ED', 'vo'],
  [66, 'SC', 're'],
  [67, 'SC PO HV', 'sh'],
  [68, 'SC ED', 'vo'],
  [69, 'SC', 'ad'],
  [70, 'SC PO', 'ad'],
  [71, 'SC', 'fa ad'],
  [72, 'SC', 'fa ov'],
  [73, 'SC', 'ov'],
  [74, 'PO', 'ad'],
  [75, 'HV', 'nb'],
  [76, 'ED', 'da'],
  [77, 'ED', 'sh'],
  [78, 'ED', 'ov'],
  [79, 'GP', 'nb'],
  [80, 'AH', 'ad'],
  [81, 'SC', 'ov'],
  [82, 'AH GP HV', 're'],
  [83, 'AH', 'sh'],
  [84, 'ED', 'vo ad'],
  [85, 'SC HV ED', 'ov'],
  [86, 'GP', 'me'],
  [87, 'GP', 'me'],
  [88, 'SC ED HV', 'sh fa'],
  [89, 'GP AH', 'nb'],
  [90, 'HV', 'sh'],
  [91, 'SC', 'ov'],
  [92, 'HV', 'nb'],
  [93, 'ED', 'vo da'],
  [94, 'HG', 'ad'],
  [95, 'SC', 'ov'],
  [96, 'SC ED', 're'],
  [97, 'ED', 'da'],
  [98, 'AH GP', 'nb'],
  [99, 'AH HV', 'ad'],
  [100, 'AH', 'ad'],
  [101, 'HG', 'ad'],
  [102, 'HV', 'vo ad'],
  [103, 'ED', 'ov'],
  [104, 'HV', 'nb'],
  [105, 'ED', 'vo da'],
  [106, 'ED', 'da'],
  [107, 'AH', 'nb'],
  [108, 'ED SC', 're'],
  [109, 'HV', 'ov'],
  [110, 'ED', 'fa'],
  [111, 'ED', 'da'],
  [112, 'PO', 'ad'],
  [113, 'ED SC', 're vo'],
  [114, 'SC', 're ov'],
  [115, 'GP', 'nb'],
  [116, 'ED', 'vo'],
  [117, 'GP HV', 'nb sh'],
  [118, 'GP', 're'],
  [119, 'ED', 'da'],
  [120, 'SC', 'ov'],
  [121, 'HV SC', 'sh'],
  [122, 'ED', 'vo'],
  [123, 'ED SC', 're'],
  [124, 'AH PO SC', 're'],
  [125, 'SC PO', 'sh'],
  [126, 'PO', 'ad'],
];

export type TimelineFact = {
  readonly t: number;
  readonly agencies: readonly AgencyCode[];
  readonly themes: readonly ThemeCode[];
};

const AGENCIES: readonly AgencyCode[] = ['SC', 'PO', 'AH', 'GP', 'HV', 'ED', 'HG'];
const THEME_CODES: readonly ThemeCode[] = ['vo', 'da', 'nb', 'me', 'ad', 'fa', 're', 'sh', 'ov'];

export const TIMELINE: readonly TimelineFact[] = FACTS.map(([t, agencies, themes]) => ({
  t,
  agencies: AGENCIES.filter((code) => agencies.split(' ').includes(code)),
  themes: THEME_CODES.filter((code) => themes.split(' ').includes(code)),
}));

export type ThemeTag = { readonly agency: AgencyCode; readonly t: number; readonly theme: ThemeCode };

/** Every tag of the sample: each agency's entry of a fact carries the fact's themes. */
export function themeTags(): ThemeTag[] {
  return TIMELINE.flatMap(({ t, agencies, themes }) =>
    agencies.flatMap((agency) => themes.map((theme) => ({ agency, t, theme }))),
  );
}
