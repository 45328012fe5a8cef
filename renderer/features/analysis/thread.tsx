import { type ReactNode, useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { counted } from '#renderer/ui/date-text.tsx';

type Node = OutputOf<'thread.of'>['here'];
export type ThreadProps = { table: Node['table']; id: string };

const ORDER = ['event', 'finding', 'recommendation', 'action', 'publication'] as const;
const NAMES: Record<Node['table'], readonly [one: string, many: string]> = {
  event: ['entry', 'entries'],
  finding: ['finding', 'findings'],
  recommendation: ['recommendation', 'recommendations'],
  action: ['action', 'actions'],
  publication: ['publication', 'publications'],
};
const MOST = 4;

function placeOf(node: Node): string {
  if (node.table === 'event') return hrefTo('chronology', { entry: node.id });
  if (node.table === 'finding') return hrefTo('analysis', { finding: node.id });
  if (node.table === 'recommendation') return hrefTo('recommendations', { recommendation: node.id });
  if (node.table === 'action') return hrefTo('actions', { action: node.id });
  return hrefTo('publish');
}

/** The thread from the entries to what was published, walked both ways from here; each step opens its place. */
export function Thread({ table, id }: ThreadProps): ReactNode {
  const { data } = useQuery('thread.of', { table, id });
  const [whole, setWhole] = useState<Node['table'] | null>(null);
  if (!data) return null;
  const all = [...data.before, data.here, ...data.after];
  return (
    <section className="pl-finding-part" aria-labelledby="pl-thread">
      <h3 id="pl-thread">Thread</h3>
      <ol className="pl-thread">
        {ORDER.map((step) => {
          const nodes = all.filter((node) => node.table === step);
          const here = step === data.here.table;
          const shown = whole === step ? nodes : nodes.slice(0, MOST);
          return (
            <li key={step} data-here={here || undefined}>
              <span className="pl-thread-step">{here ? 'Here' : counted(nodes.length, ...NAMES[step])}</span>
              <ul>
                {shown.map((node) => (
                  <li key={node.id}>
                    {here ? <strong>{node.label}</strong> : <a href={placeOf(node)}>{node.label}</a>}
                    {!here && <span className="pl-thread-words">{node.text}</span>}
                  </li>
                ))}
                {nodes.length > MOST && (
                  <li>
                    <LinkButton onClick={() => setWhole(whole === step ? null : step)}>
                      {whole === step ? 'Fewer' : `${nodes.length - MOST} more`}
                    </LinkButton>
                  </li>
                )}
              </ul>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
