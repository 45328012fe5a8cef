const counted = (n: number, one: string, many: string): string => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;

/** Under the number of an entry that stands for several accounts of its event. */
export const beneathWords = (beneath: number): string => `+${counted(beneath, 'account', 'accounts')}`;

/** How much a list holds: of a gathered one its rows, and the entries that they stand for. */
export const shownWords = (rows: number, beneath: number): string =>
  beneath === 0
    ? counted(rows, 'entry', 'entries')
    : `${counted(rows, 'row', 'rows')} for ${counted(rows + beneath, 'entry', 'entries')}`;
