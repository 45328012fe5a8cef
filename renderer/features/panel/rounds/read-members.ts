export type ReadMember = { name: string; post: string; agency: string };

/** "Helen Marsden, Named Nurse, Health Trust", one a line. What stands after the second comma is the agency, commas and all. */
export function readMembers(text: string): ReadMember[] {
  return text
    .split('\n')
    .map((line) => line.split(/[,;\t]/).map((part) => part.trim()))
    .filter((parts) => parts.some((part) => part !== ''))
    .slice(0, 100)
    .map(([name = '', post = '', ...agency]) => ({ name, post, agency: agency.filter((part) => part !== '').join(', ') }));
}
