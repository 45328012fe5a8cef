export type Judged = { entries: number[]; sure: boolean };
