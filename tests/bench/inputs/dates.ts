import { MONTHS } from './entries.ts';
import { random } from './random.ts';

/** Dates as people write them in returns, in the shares that such columns have: most plain, some not. */
export function writtenDates(count: number): string[] {
  const r = random(7);
  const two = (n: number): string => String(n).padStart(2, '0');
  return Array.from({ length: count }, () => {
    const y = 2005 + r.below(20);
    const m = 1 + r.below(12);
    const d = 1 + r.below(28);
    const month = MONTHS[m - 1]!;
    const yy = two(y % 100);
    switch (r.below(20)) {
      case 0:
      case 1:
      case 2:
      case 3:
      case 4:
        return `${two(d)}/${two(m)}/${y}`;
      case 5:
      case 6:
        return `${d}.${m}.${yy}`;
      case 7:
      case 8:
        return `${d} ${month} ${y}`;
      case 9:
        return `${d}th ${month.slice(0, 3)} ${yy}`;
      case 10:
        return `${two(d)}/${two(m)}/${yy} ${two(8 + r.below(10))}:${two(r.below(60))}`;
      case 11:
        return `${y}-${two(m)}-${two(d)}`;
      case 12:
        return `${month} ${y}`;
      case 13:
        return `w/c ${d}.${m}.${yy}`;
      case 14:
        return `${d}/${m}/${yy} - ${Math.min(28, d + 3)}/${m}/${yy}`;
      case 15:
        return r.pick([`early ${y}`, `mid-${month} ${y}`, `late ${month} ${y}`]);
      case 16:
        return r.pick([`Autumn term ${y}`, `Summer ${y}`, `Christmas ${y}`]);
      case 17:
        return `${month.slice(0, 3)}-${yy}`;
      case 18:
        return `between ${d} and ${d + 2} ${month} ${y}`;
      default:
        return r.pick([String(y), 'undated', `c. ${y}`, `${d}/${d + 1} ${month} ${yy}`]);
    }
  });
}
