/**
 * A short, stable name for a text, kept with decisions about its mentions: when the text changes, so does the hash,
 * and a decision made on other words no longer applies. Not a safeguard against forgery (that is the audit chain's).
 * Two 53-bit mixes over UTF-16 code units (cyrb53, public domain, by bryc), 28 hexadecimal digits.
 */
export function textHash(text: string): string {
  return mix(text, 0) + mix(text, 0x9e3779b9);
}

function mix(text: string, seed: number): string {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 2654435761);
    b = Math.imul(b ^ c, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (b & 0x1fffff).toString(16).padStart(6, '0') + (a >>> 0).toString(16).padStart(8, '0');
}
