/** Indexes of a longest rising run of the values, in order: what kept its order when things were moved about. */
export function longestRising(values: readonly number[]): number[] {
  const ends: number[] = [];
  const before = new Int32Array(values.length).fill(-1);
  values.forEach((value, i) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[i] = ends[low - 1]!;
    ends[low] = i;
  });
  const out: number[] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) out.push(i);
  return out.reverse();
}
