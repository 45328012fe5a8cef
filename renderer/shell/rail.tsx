import {
  ChevronsLeft,
  ChevronsRight,
  Clock,
  House,
  Inbox,
  LayoutGrid,
  List,
  ListChecks,
  type LucideIcon,
  MessageSquareText,
  MessagesSquare,
  Upload,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import { RAIL } from '#renderer/commands/go-to.ts';
import { hrefTo, type Place, useRoute } from '#renderer/data/route.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { count } from '#renderer/ui/date-text.tsx';
import { setPreferences } from '#renderer/ui/preferences.ts';
import { StatusMark } from '#renderer/ui/status-mark.tsx';
import './rail.css';

const ICONS: Partial<Record<Place, LucideIcon>> = {
  overview: House,
  returns: Inbox,
  chronology: List,
  people: Users,
  analysis: LayoutGrid,
  recommendations: MessageSquareText,
  publish: Upload,
  panel: MessagesSquare,
  actions: ListChecks,
  activity: Clock,
};
type Overview = OutputOf<'review.overview'>;
type Tally = { n: number; look?: string };

/** The number beside a place: what waits there with its mark, else how much there is. */
function tallyOf(place: Place, view: Overview): Tally | null {
  switch (place) {
    case 'returns':
      return view.returnProblems > 0 ? { n: view.returnProblems, look: ' problems to look at' } : { n: view.returns };
    case 'chronology':
      return { n: view.entries };
    case 'people':
      return view.toSettle ? { n: view.toSettle, look: ' mentions to settle' } : { n: view.people };
    case 'analysis':
      return { n: view.findings };
    case 'recommendations':
      return { n: view.recommendations };
    case 'publish':
      return { n: view.publications };
    case 'panel':
      return view.remarksWaiting > 0 ? { n: view.remarksWaiting, look: ' remarks to settle' } : null;
    case 'actions':
      return { n: view.actions };
    default:
      return null;
  }
}

export type RailProps = { icons: boolean; id?: string; onGone?: () => void };

/** The places, with counts. As icons their names come on focus and hover. */
export function Rail({ icons, id, onGone }: RailProps): ReactNode {
  const { place } = useRoute();
  const { data } = useQuery('review.overview', {});
  let group: string | null = null;
  const lines: ReactNode[] = [];
  for (const item of RAIL) {
    if (item.group !== group) {
      group = item.group;
      lines.push(
        <li key={`group ${group}`} className="pl-rail-group" aria-hidden>
          {icons ? null : group}
        </li>,
      );
    }
    const Icon = ICONS[item.place];
    const tally = data ? tallyOf(item.place, data) : null;
    lines.push(
      <li key={item.place}>
        <a
          href={hrefTo(item.place)}
          className="pl-rail-place"
          aria-current={item.place === place ? 'page' : undefined}
          aria-label={icons ? `${item.label}${tally ? `, ${count(tally.n)}${tally.look ?? ''}` : ''}` : undefined}
          onClick={onGone}
        >
          {Icon && <Icon size={16} strokeWidth={1.5} aria-hidden />}
          <span className="pl-rail-name">{item.label}</span>{' '}
          {tally && tally.n > 0 && (
            <span className="pl-rail-count">
              {tally.look ? <StatusMark status="look">{count(tally.n)}</StatusMark> : count(tally.n)}
              {tally.look && <span className="pl-hidden">{tally.look}</span>}
            </span>
          )}
        </a>
      </li>,
    );
  }
  return (
    <nav id={id} className="pl-rail" data-rail data-icons={icons || undefined} data-pane="Places" aria-label="Places">
      <ul className="pl-rail-list" data-single-keys>
        {lines}
      </ul>
      {!onGone && (
        <button
          type="button"
          className="pl-rail-place pl-rail-fold"
          aria-label={icons ? 'Widen rail' : undefined}
          onClick={() => setPreferences({ rail: icons ? 'names' : 'icons' })}
        >
          {icons ? (
            <ChevronsRight size={16} strokeWidth={1.5} aria-hidden />
          ) : (
            <ChevronsLeft size={16} strokeWidth={1.5} aria-hidden />
          )}
          <span className="pl-rail-name">{icons ? 'Widen rail' : 'Collapse rail'}</span>
        </button>
      )}
    </nav>
  );
}
