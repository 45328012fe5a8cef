import qrcode from 'qrcode-generator';
import type { RecoverySheet } from '#shared/contract/session.ts';
import type { RawKey } from '../db/key.ts';

/** Sixteen short words for the sixteen hexadecimal digits: read out on a telephone, none is mistaken for another. */
const WORDS = [
  'apple',
  'bread',
  'chair',
  'drum',
  'eagle',
  'flag',
  'glass',
  'house',
  'ink',
  'jar',
  'kite',
  'lamp',
  'moon',
  'nail',
  'orange',
  'piano',
] as const;

/** The sheet for a second keyholder. Key and salt open the file with any SQLCipher 4 tool, without Plumbline. */
export function recoverySheet(reference: string, key: RawKey, day: string): RecoverySheet {
  const code = qrcode(0, 'M');
  code.addData(`${key.key}${key.salt}`.toUpperCase(), 'Alphanumeric');
  code.make();
  const size = code.getModuleCount();
  return {
    reference,
    madeOn: day,
    rawKey: key.key.match(/.{4}/g)!.join(' '),
    salt: key.salt.match(/.{4}/g)!.join(' '),
    words: [...key.key].map((digit) => WORDS[Number.parseInt(digit, 16)]!),
    code: Array.from({ length: size }, (_, y) =>
      Array.from({ length: size }, (__, x) => (code.isDark(y, x) ? '1' : '0')).join(''),
    ),
  };
}

/** A recovery key as typed: hexadecimal, or the words of the sheet. Answers hexadecimal as far as it can be read. */
export function wordsToHex(typed: string): string {
  const words = typed.toLowerCase().match(/[a-z]+/g) ?? [];
  const digits = words.map((word) => WORDS.indexOf(word as (typeof WORDS)[number]));
  return words.length >= 64 && digits.every((digit) => digit >= 0) ? digits.map((digit) => digit.toString(16)).join('') : typed;
}
