import { writtenDates } from '../inputs/dates.ts';
import { type Measure, ratio, time, type Variant } from '../measure.ts';

const COUNT = 100_000;
const SCOPE = { scopeFrom: '2005-01-01', scopeTo: '2024-12-31' };
const PLAIN = /^(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})/;

const variant = (name: string, role: Variant['role'], load: () => Promise<(text: string) => unknown>): Variant => ({
  name,
  role,
  warmUps: role === 'peer' ? 0 : 1,
  prepare: async () => {
    const read = await load();
    const dates = writtenDates(COUNT);
    return {
      run: () => {
        for (const text of dates) read(text);
      },
    };
  },
});

export const dateMeasures: readonly Measure[] = [
  {
    id: 'dates',
    work: 'Read 100,000 dates as people write them',
    needs: [],
    size: { amount: COUNT, unit: 'dates' },
    goals: [
      { text: '≥ 200,000/s', value: (r) => COUNT / ((time('ours')(r) ?? Infinity) / 1_000), least: 200_000 },
      { text: '≥ 3 × chrono-node', value: ratio('chrono-node', 'ours'), least: 3 },
    ],
    variants: [
      variant('ours', 'ours', async () => {
        const { readDate } = await import('#shared/dates/read-date.ts');
        return (text) => readDate(text, SCOPE);
      }),
      variant('floor', 'floor', async () => (text) => {
        const found = PLAIN.exec(text);
        return found && Date.UTC(Number(found[3]), Number(found[2]) - 1, Number(found[1]));
      }),
      variant('chrono-node', 'peer', async () => {
        const { en } = await import('chrono-node');
        return (text) => en.GB.parse(text);
      }),
    ],
  },
];
