/** Text for an XML element or attribute. Text that anybody may have written goes through `printable` first. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c);
}
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** One kind of line end; what XML cannot hold becomes the replacement character, so that the loss shows. */
export function printable(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n\u007F-\u009F])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD');
}
