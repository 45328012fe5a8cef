import { ALL_COLUMNS, ALWAYS, USUAL_LAYOUT } from '#shared/chronology/columns.ts';
import { newId } from '#shared/kernel/ids.ts';
import { SAMPLE_VIEWS } from '#resources/sample/views.ts';
import type { SampleDoors } from './sample-doors.ts';

export async function saveViews({ run }: SampleDoors, themeIds: ReadonlyMap<string, string>): Promise<void> {
  for (const { name, theme, columns, group } of SAMPLE_VIEWS) {
    const shown = ALL_COLUMNS.filter((key) => ALWAYS.includes(key) || columns.some((one) => one === key));
    await run('view.add', {
      id: newId(),
      name,
      filter: { themeIds: [themeIds.get(theme)!] },
      layout: { ...USUAL_LAYOUT, columns: shown.map((key) => ({ key, width: null })), group },
    });
  }
}
