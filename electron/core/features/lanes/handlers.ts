import { queries } from '../../kernel/implement.ts';
import { densityLanes } from './density.ts';
import { themeMatrix } from './matrix.ts';
import { entriesBetween } from './window-entries.ts';

export const laneQueries = queries({
  'lanes.density': (db, input, ctx) => ({
    lanes: densityLanes(db, ctx.lens, input.filter, input.by),
    undated: db.get<{ n: number }>(`SELECT count(*) AS n FROM event WHERE hidden = 0 AND earliest IS NULL AND latest IS NULL`)!.n,
    stale:
      input.by === 'person' && db.get<{ value: string }>(`SELECT value FROM meta WHERE key = 'mentionsStale'`)?.value === '1',
  }),
  'lanes.entries': (db, input, ctx) => entriesBetween(db, ctx.lens, input),
  'matrix.get': (db, input) => themeMatrix(db, input),
});
