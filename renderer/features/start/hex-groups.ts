/** Groups of four are read over the telephone without losing the place; however they came, they are the same digits. */
export function hexGroups(hex: string): string {
  return hex.replace(/\s+/g, '').replace(/(.{4})(?=.)/g, '$1 ');
}
