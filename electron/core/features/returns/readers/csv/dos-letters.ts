/** The upper half of code page 850, in which programs of DOS and their successors write. 437 has the same letters of western Europe. */
const UPPER =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

export function decodeDos(bytes: Uint8Array): string {
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return plain.replace(/[\x80-\xff]/g, (letter) => UPPER[letter.charCodeAt(0) - 0x80]!);
}

/**
 * DOS keeps its small letters with accents (é, ü, â, ä, à) where Windows has marks that stand between no letters, and the Mac
 * capitals; and the pound, before figures, where both have letters.
 */
export function isDos(bytes: Uint8Array): boolean {
  let dos = 0;
  let others = 0;
  const small = (c: number | undefined): boolean => c !== undefined && c >= 0x61 && c <= 0x7a;
  const figure = (c: number | undefined): boolean => c !== undefined && c >= 0x30 && c <= 0x39;
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i]!;
    if (c < 0x80) continue;
    const [before, after] = [bytes[i - 1], bytes[i + 1]];
    const inWord = small(before) && (small(after) || (c === 0x82 && (after ?? 0) <= 0x2e));
    if ((c >= 0x81 && c <= 0x86 && c !== 0x85 && inWord) || (c === 0x9c && figure(after))) dos++;
    // é of the Mac, the curly quotes and dashes of both, the small letters of Windows
    else if (c === 0x8e && small(before)) others++;
    else if (c === 0x92 && small(before) && small(after)) others++;
    else if ((c >= 0xd0 && c <= 0xd5) || c >= 0xe0 || (c >= 0x93 && c <= 0x97 && !(small(before) && small(after)))) others++;
  }
  return dos > others;
}
