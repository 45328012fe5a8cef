/** One step of the file's format. Numbered in tens, so that two branches can add steps without colliding. */
export type Migration = { version: number; name: string; up: (run: (sql: string) => void) => void };
