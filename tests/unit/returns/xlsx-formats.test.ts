import { describe, expect, it } from 'vitest';
import { parseFormatCode } from '#core/features/returns/readers/xlsx/format-code.ts';
import { showIso, showText, showValue } from '#core/features/returns/readers/xlsx/show-value.ts';

const show = (value: number | string, code: string | null, is1904 = false): ReturnType<typeof showValue> =>
  showValue(String(value), code === null ? null : { sections: parseFormatCode(code) }, is1904);
/** 12 October 2010, a Tuesday, at 14:05. */
const DAY = 40_463;
const TIME = DAY + 845 / 1_440;

describe('a date shows as Excel shows it, and is what it is whatever the order', () => {
  it.each<[number, string, string, string]>([
    [DAY, 'dd/mm/yyyy', '12/10/2010', '2010-10-12..2010-10-12 day -'],
    [DAY, 'm/d/yyyy', '10/12/2010', '2010-10-12..2010-10-12 day -'],
    [DAY, '[$-409]mm\\-dd\\-yy;@', '10-12-10', '2010-10-12..2010-10-12 day -'],
    [DAY, '[$-809]dddd, d mmmm yyyy', 'Tuesday, 12 October 2010', '2010-10-12..2010-10-12 day -'],
    [DAY, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '12 October 2010', '2010-10-12..2010-10-12 day -'],
    [DAY, 'ddd d mmm yy', 'Tue 12 Oct 10', '2010-10-12..2010-10-12 day -'],
    [DAY, '"on" d.m.yyyy', 'on 12.10.2010', '2010-10-12..2010-10-12 day -'],
    [DAY, '[Red]yyyy"/"mm"/"dd', '2010/10/12', '2010-10-12..2010-10-12 day -'],
    [DAY, 'd-mmm', '12-Oct', '2010-10-12..2010-10-12 day -'],
    [DAY, 'mmm-yy', 'Oct-10', '2010-10-01..2010-10-31 month -'],
    [DAY, 'mmmm yyyy', 'October 2010', '2010-10-01..2010-10-31 month -'],
    [DAY, 'mmmmm', 'O', '2010-10-01..2010-10-31 month -'],
    [DAY, 'yyyy', '2010', '2010-01-01..2010-12-31 year -'],
    [TIME, 'dd/mm/yyyy', '12/10/2010', '2010-10-12..2010-10-12 day -'],
    [TIME, 'dd/mm/yyyy hh:mm', '12/10/2010 14:05', '2010-10-12..2010-10-12 day 14:05'],
    [TIME, 'd/m/yy h:mm AM/PM', '12/10/10 2:05 PM', '2010-10-12..2010-10-12 day 14:05'],
    [TIME, 'dd/mm/yyyy hh:mm:ss', '12/10/2010 14:05:00', '2010-10-12..2010-10-12 day 14:05'],
    [DAY + 0.999_999_9, 'dd/mm/yyyy hh:mm', '13/10/2010 00:00', '2010-10-13..2010-10-13 day 00:00'],
    [DAY + 0.25, '[<40000]hh:mm;dd/mm/yyyy', '12/10/2010', '2010-10-12..2010-10-12 day -'],
    [0.25, '[<1]hh:mm;dd/mm/yyyy', '06:00', '-..- day 06:00'],
    [TIME, 'h:mm', '14:05', '-..- day 14:05'],
    [845 / 1_440, 'h:mm AM/PM', '2:05 PM', '-..- day 14:05'],
    [0, 'h:mm A/P', '12:00 A', '-..- day 00:00'],
    [845 / 1_440, '[h]:mm', '14:05', '-..- day 14:05'],
    [0.001, 'mm:ss.0', '01:26.4', 'none'],
    [1.5, '[h]:mm', '36:00', 'none'],
    [1, 'dd/mm/yyyy', '01/01/1900', '1900-01-01..1900-01-01 day -'],
    [59, 'dd/mm/yyyy', '28/02/1900', '1900-02-28..1900-02-28 day -'],
    [60, 'dd/mm/yyyy', '29/02/1900', 'none'],
    [61, 'dd/mm/yyyy', '01/03/1900', '1900-03-01..1900-03-01 day -'],
    [-1, 'dd/mm/yyyy', '########', 'none'],
    [3_000_000, 'dd/mm/yyyy', '########', 'none'],
  ])('%s as %s', (value, code, text, expected) => {
    const { text: shown, moment } = show(value, code);
    expect(shown).toBe(text);
    expect(moment ? `${moment.earliest ?? '-'}..${moment.latest ?? '-'} ${moment.precision} ${moment.time ?? '-'}` : 'none').toBe(
      expected,
    );
  });
  it('in the 1904 system four years and a day later', () => {
    expect(show(DAY - 1_462, 'dd/mm/yyyy', true).moment?.earliest).toBe('2010-10-12');
    expect(show(0, 'dd/mm/yyyy', true).text).toBe('01/01/1904');
    expect(show(DAY - 1_462, null, true)).toMatchObject({ text: '39001', moment: { earliest: '2010-10-12', asNumber: true } });
    expect(show(DAY, null).moment).toBeUndefined();
  });
  it('says what it does not show', () => {
    expect(show(DAY, 'd-mmm').unseen).toBe('year');
    expect(show(DAY, 'mmm-yy').unseen).toBe('day');
    expect(show(40_452, 'mmm-yy').unseen).toBeUndefined();
  });
});

describe('a number shows as its format shows it, and keeps every figure', () => {
  it.each<[string, string | null, string]>([
    ['4857773456', null, '4857773456'],
    ['9434765919123456', null, '9434765919123456'],
    ['1E+15', null, '1000000000000000'],
    ['9.4347659191234E14', null, '943476591912340'],
    ['0.30000000000000004', null, '0.3'],
    ['1.1000000000000001', null, '1.1'],
    ['0.0000012', null, '0.0000012'],
    ['40463.0', null, '40463'],
    ['-7', null, '-7'],
    ['42', '00000', '00042'],
    ['4857773456', '000 000 0000', '485 777 3456'],
    ['7700900123', '00000 000000', '07700 900123'],
    ['4857773456', '0.00E+00', '4857773456'],
    ['0.125', '0%', '13%'],
    ['0.125', '0.0%', '12.5%'],
    ['1234567.891', '#,##0.00', '1,234,567.89'],
    ['1234567', '#,##0,', '1,235'],
    ['1234.5', '"£"#,##0.00;-"£"#,##0.00', '£1,234.50'],
    ['-1234.5', '"£"#,##0.00;-"£"#,##0.00', '-£1,234.50'],
    ['-12', '0;(0)', '(12)'],
    ['0', '0;-0;"none"', 'none'],
    ['5', '[$£-809]0.00', '£5.00'],
    ['5', '0 "hours"', '5 hours'],
    ['5.5', '0.##', '5.5'],
    ['3', '@', '3'],
    ['12', '[>10]"many";"few"', 'many'],
    ['2', '[>10]"many";"few"', 'few'],
    ['1234.56', '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', '1,234.56'],
    ['7', 'General" visits"', '7 visits'],
    ['0', '0;-0;;@', ''],
    ['not a number', '0', 'not a number'],
  ])('%s as %s', (written, code, text) => {
    expect(show(written, code).text).toBe(text);
  });
  it('what a format keeps out of sight is told', () => {
    expect(show('7', ';;;')).toEqual({ text: '', veiled: '7' });
    expect(showText('secret', { sections: parseFormatCode(';;;') })).toEqual({ text: '', veiled: 'secret' });
    expect(showText('Visit', { sections: parseFormatCode('0;-0;0;"Re: "@') }).text).toBe('Re: Visit');
    expect(showText('Visit', { sections: parseFormatCode('dd/mm/yyyy;@') }).text).toBe('Visit');
  });
});

describe('ISO 8601 cells', () => {
  it.each<[string, string | null, string, string]>([
    ['2010-10-12', null, '12/10/2010', '2010-10-12 -'],
    ['2010-10-12T14:05:00', null, '12/10/2010 14:05', '2010-10-12 14:05'],
    ['2010-10-12T14:05:00.000Z', 'd mmm yyyy', '12 Oct 2010', '2010-10-12 -'],
    ['14:05:00', null, '14:05', '- 14:05'],
    ['1900-02-28', null, '28/02/1900', '1900-02-28 -'],
    ['2010-02-30', null, '2010-02-30', 'none'],
    ['soon', null, 'soon', 'none'],
  ])('%s as %s', (written, code, text, expected) => {
    const shown = showIso(written, code === null ? null : { sections: parseFormatCode(code) }, false);
    expect(shown.text).toBe(text);
    expect(shown.moment ? `${shown.moment.earliest ?? '-'} ${shown.moment.time ?? '-'}` : 'none').toBe(expected);
  });
  it('in a workbook of the 1904 system as well', () => {
    expect(showIso('2010-10-12', null, true).moment?.earliest).toBe('2010-10-12');
  });
});
