/** The cheapest splitting of a CSV that is as it should be: no fault is noticed, one delimiter, one encoding. */
export function scanCsv(bytes: Buffer): string[][] {
  const text = bytes.toString('utf8');
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end: number;
    if (text.charCodeAt(at) === 34) {
      let close = text.indexOf('"', at + 1);
      while (text.charCodeAt(close + 1) === 34) close = text.indexOf('"', close + 2);
      row.push(text.slice(at + 1, close).replaceAll('""', '"'));
      end = close + 1;
    } else {
      end = at;
      for (let c = text.charCodeAt(end); c !== 44 && c !== 13 && end < text.length; c = text.charCodeAt(++end));
      row.push(text.slice(at, end));
    }
    if (text.charCodeAt(end) === 44) at = end + 1;
    else {
      rows.push(row);
      row = [];
      at = end + 2;
    }
  }
  return rows;
}
