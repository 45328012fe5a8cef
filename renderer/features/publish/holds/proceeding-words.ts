import type { ProceedingKind } from '#shared/contract/proceedings.ts';

export const PROCEEDINGS: readonly { value: ProceedingKind; label: string }[] = [
  { value: 'criminal', label: 'Criminal proceedings' },
  { value: 'care', label: 'Care proceedings' },
  { value: 'inquest', label: 'Inquest' },
  { value: 'civil', label: 'Civil proceedings' },
  { value: 'disciplinary', label: 'Disciplinary proceedings' },
  { value: 'other', label: 'Other proceedings' },
];
export const proceedingWords = (kind: ProceedingKind): string => PROCEEDINGS.find((one) => one.value === kind)?.label ?? kind;
