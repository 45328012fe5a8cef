import type { RegisterRow } from '#shared/contract/register.ts';
import type { RegisterEntry } from '#shared/model/register.ts';
import { newId } from '#shared/kernel/ids.ts';
import { fieldsOf, draftOf, blankDraft } from '../entry/draft.ts';
import { nextPseudonym } from '../entry/next-pseudonym.ts';

export type RoleLine = {
  name: string;
  role: string;
  key: string;
  /** Already on the register: changed, with its spellings kept. */
  known: boolean;
  problem: string | null;
};

/** "Sian Bevan, health visitor": name and role apart by tab, semicolon, dash or the last comma; a key may follow in brackets. */
export function readRoleLines(text: string, rows: readonly RegisterRow[]): RoleLine[] {
  const taken = rows.map(({ entry }) => entry.pseudonym);
  const seen = new Set<string>();
  return text.split(/\r?\n/).flatMap((raw): RoleLine[] => {
    const line = raw.trim();
    if (line === '') return [];
    const { name, role, given } = parts(line);
    const known = rows.find(({ entry }) => entry.kind === 'person' && entry.realName.toLowerCase() === name.toLowerCase());
    const others = taken.filter((one) => one !== known?.entry.pseudonym);
    const same = known && known.entry.publishAs === 'role' && known.entry.role === role ? known.entry.pseudonym : null;
    const key = given ?? same ?? nextPseudonym({ kind: 'person', realName: name, role, bornAfter: false }, others);
    const problem =
      role === ''
        ? 'Its role is missing: write “name, role”'
        : seen.has(name.toLowerCase())
          ? 'This name stands here twice'
          : others.some((one) => one.toLowerCase() === key.toLowerCase())
            ? `${key} stands for somebody else`
            : null;
    seen.add(name.toLowerCase());
    if (problem === null) taken.push(key);
    return [{ name, role, key, known: known !== undefined, problem }];
  });
}

function parts(line: string): { name: string; role: string; given: string | null } {
  const bracket = /\s*[([]([\p{Lu}]{1,5} ?\d+)[)\]]\s*$/u.exec(line);
  const rest = bracket ? line.slice(0, bracket.index) : line;
  const cut = /\t+|\s*;\s*|\s+[–—-]\s+|\s*→\s*/u.exec(rest) ?? null;
  const at = cut ? cut.index : rest.lastIndexOf(',');
  const name = (at < 0 ? rest : rest.slice(0, at)).trim().replace(/\s+/g, ' ');
  const role = (at < 0 ? '' : rest.slice(at + (cut ? cut[0].length : 1))).trim().replace(/\s+/g, ' ');
  return { name, role, given: bracket?.[1] ?? null };
}

/** What goes on the register; somebody known keeps all that is known of them. */
export function entriesOf(lines: readonly RoleLine[], rows: readonly RegisterRow[]): RegisterEntry[] {
  return lines
    .filter(({ problem }) => problem === null)
    .map((line) => {
      const known = rows.find(({ entry }) => entry.kind === 'person' && entry.realName.toLowerCase() === line.name.toLowerCase());
      const draft = known ? draftOf(known.entry) : blankDraft('person', line.name);
      return {
        ...fieldsOf({ ...draft, role: line.role, pseudonym: line.key, publishAs: 'role' }),
        id: known?.entry.id ?? newId(),
      };
    });
}
