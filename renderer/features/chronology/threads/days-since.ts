const DAY = 86_400_000;

/** Whole days that have gone by since an instant. */
export const daysSince = (at: string, now = Date.now()): number => Math.max(0, Math.floor((now - Date.parse(at)) / DAY));
