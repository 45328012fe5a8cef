import { MenuOption } from '@lexical/react/LexicalTypeaheadMenuPlugin';
import type { Finding } from '#shared/model/analysis.ts';
import type { RpcClient } from '#shared/rpc/client.ts';

export class ReferenceOption extends MenuOption {
  readonly kind: 'entry' | 'finding';
  readonly id: string;
  readonly label: string;
  readonly words: string;
  constructor(kind: 'entry' | 'finding', id: string, label: string, words: string) {
    super(`${kind}:${id}`);
    this.kind = kind;
    this.id = id;
    this.label = label;
    this.words = words;
  }
}

const MOST = 8;

/** What `@` may mean: a reference number, a finding's number, or words of either. */
export async function findReferences(
  client: RpcClient,
  findings: ReadonlyMap<string, Finding>,
  query: string,
): Promise<ReferenceOption[]> {
  const asked = query.trim();
  const number = /^(?:(entry|e|finding|f)\s*)?0*(\d{1,7})$/i.exec(asked);
  const kind = number?.[1]?.toLowerCase().charAt(0);
  const found: ReferenceOption[] = [];
  for (const finding of findings.values()) {
    const meant = number ? finding.number === Number(number[2]) && kind !== 'e' : matches(finding.statement, asked);
    if (meant) found.push(new ReferenceOption('finding', finding.id, `Finding ${finding.number}`, finding.statement));
  }
  if (number && kind !== 'f') {
    const there = await client.call('chronology.find', { filter: {}, ref: Number(number[2]) });
    if (there) {
      const entry = await client.call('chronology.get', { id: there.id });
      found.unshift(entryOption(entry.id, entry.ref, entry.dateLabel, entry.fields[0]?.text ?? ''));
    }
  } else if (!number && asked.length >= 2) {
    const { rows } = await client.call('chronology.page', { filter: { search: asked }, from: null, limit: MOST });
    found.push(...rows.map((row) => entryOption(row.id, row.ref, row.dateLabel, row.text)));
  }
  return found.slice(0, MOST);
}

const entryOption = (id: string, ref: number, date: string, text: string): ReferenceOption =>
  new ReferenceOption('entry', id, `Entry ${String(ref).padStart(4, '0')} · ${date}`, text);

const matches = (statement: string, asked: string): boolean =>
  asked === '' || /^(?:f|finding)$/i.test(asked) || statement.toLowerCase().includes(asked.toLowerCase());
