import { PanelRight } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Button } from './button.tsx';
import { useFrame } from './frame-slots.tsx';
import './page.css';

/*
 * HOW A PLACE IS WRITTEN
 *
 * renderer/features/<place>/<place>-page.tsx exports one component (`ChronologyPage`) that returns one <Page>.
 * The shell loads it lazily at #/<place>; a place may import #shared, #renderer/{data,ui,editor,commands}, itself.
 *
 *   export function PeoplePage() {
 *     const { params } = useRoute();                                     // #renderer/data/route.ts
 *     const { data, error, loading } = useQuery('register.list', {});    // live: re-runs when its tables change
 *     const add = useCommand('register.add');                            // add.run(input) never throws; add.error, add.pending
 *     const recount = useJob('register.recount');                        // .run .stop .progress; foot shows it by itself
 *     usePageCommands([{ id: 'people.add', label: 'Add to the register…', keys: ['Insert'], run: open }]);
 *     return (
 *       <Page title="People" about="one register for every page" toolbar={<Button bar>Add</Button>}
 *         bar={<Toolbar label="Filters">…</Toolbar>}
 *         inspector={row && <Inspector title={row.pseudonym}><Section title="…">…</Section></Inspector>}
 *         foot={<FootKeys selection="1 of 29" keys={[['N', 'next to settle']]} />}
 *         end={<Button look="main">Add 131 entries to the chronology</Button>}>
 *         …
 *       </Page>
 *     );
 *   }
 *
 * - Where the middle has panes of its own: scroll="own" and <SplitPanes>, or several elements with `data-pane="Name"`
 *   (F6 goes from pane to pane: rail, each data-pane, inspector).
 * - Links between places carry ids in the hash: hrefTo('chronology', { entry: id }). Parameters in use:
 *   chronology entry, agency, theme, person, problems=1, untagged=1, return · returns return · people person ·
 *   analysis finding, theme · recommendations recommendation · publish kind · actions action, import=1.
 *   `replaceParams` keeps a selection in the hash without a step in Back.
 * - Grids and lists: role="grid" or "listbox" (or data-single-keys) makes one-letter keys work while focus is inside.
 *   Put `data-page-focus` on the element that takes focus when the place is opened (<Table arrive>);
 *   else the heading does, from which an arrow leads into the first list.
 * - Errors: <ErrorNote error={command.error} /> beside the cause. Empty: <EmptyState>. The sample: `data/open-sample.ts`.
 * - Files: useFiles().pick/save and useDrop('return', 'Read as a return', take); takeWaiting('return') on arrival.
 * - Anonymised: useIdentified(). The core already answers anonymised; hide what is refused, and say so.
 * - Hooks: #renderer/data/{route,use-query,use-queries,use-command,use-job,use-session,files,announce,use-latest}.ts;
 *   commands: #renderer/commands/{page-commands,use-run-command}.ts. Agencies: useAgencies() and <AgencyTag>.
 * - A locked window keeps its pages as they are, hidden and out of reach: nothing typed is lost, nothing has to be done.
 * - Tokens are --pl-* (ui/tokens.css); bars 24 px (`bar`), else 28. No Card, Badge, LoadingOverlay, no shadow, no colour alone.
 */
export type PageProps = {
  /** The place's name; with the review's reference it is the window's title. Never a real name. */
  title: string;
  /** In place of the heading's words, where it says more ("6 Recommendations"). */
  heading?: ReactNode;
  /** Small words after the heading: counts, what this is. */
  about?: ReactNode;
  /** At the right of the heading: controls of 24 px (`bar`). */
  toolbar?: ReactNode;
  /** A second line: search and filters. */
  bar?: ReactNode;
  /** An `Inspector`, or null while nothing is selected. */
  inspector?: ReactNode;
  /** What the foot of the window says here: `FootKeys`. */
  foot?: ReactNode;
  /** A bar at the foot of the middle, for the one main button. */
  end?: ReactNode;
  /** `page`: the whole body scrolls. `own`: the body is a column that fills the height, and its parts scroll. */
  scroll?: 'page' | 'own';
  /** A line between head and body; on unless the place draws its own. */
  ruled?: boolean;
  /** The place's panes have heads of their own: it draws the `h1` and, while the inspector is shut, `DetailsButton` itself. */
  bare?: boolean;
  children: ReactNode;
};

/** Where the work of a place is: what it marks, or the one stop of Tab of its first list. */
const WORK = '[data-page-focus]';
const LISTS = ['grid', 'listbox', 'tree'].map((role) => `[role=${role}] [tabindex="0"]`).join();

export function Page(props: PageProps): ReactNode {
  const {
    title,
    heading,
    about,
    toolbar,
    bar,
    inspector,
    foot,
    end,
    scroll = 'page',
    ruled = true,
    bare = false,
    children,
  } = props;
  const frame = useFrame();
  const root = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What scrolls and holds nothing that takes focus must take it itself, or the keyboard cannot scroll it.
    const own = scroll === 'page' && body.current?.querySelector('a,button,input,select,textarea,[tabindex]') === null;
    if (body.current) body.current.tabIndex = own ? 0 : -1;
  });
  useEffect(() => {
    document.title = `${title} – Plumbline`;
    // Arriving by a link or a key: focus goes where the work is, and a screen reader hears the place.
    const page = root.current;
    const work = page?.querySelector<HTMLElement>(WORK);
    const heading = page?.querySelector('h1');
    if (document.activeElement !== document.body && !document.activeElement?.closest('[data-rail]')) return;
    (work ?? heading)?.focus({ preventScroll: true });
  }, [title]);
  /** An arrow on the heading goes into the first list of the place, as Tab would. */
  function intoList(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const list = body.current?.querySelector<HTMLElement>(`${WORK},${LISTS}`);
    if (!list) return;
    event.preventDefault();
    list.focus();
  }
  const hidden = inspector && !frame.inspectorOpen;
  return (
    <div className="pl-page" ref={root}>
      {!bare && (
        <header className="pl-page-head">
          <h1 tabIndex={-1} data-quiet-focus data-single-keys onKeyDown={intoList}>
            {heading ?? title}
          </h1>
          {about && <div className="pl-page-about">{about}</div>}
          <div className="pl-page-tools">
            {toolbar}
            {hidden && <DetailsButton />}
          </div>
        </header>
      )}
      {bar && <div className="pl-page-bar">{bar}</div>}
      <div
        className="pl-page-body"
        ref={body}
        data-scroll={scroll}
        data-ruled={ruled || undefined}
        role="group"
        aria-label={title}
      >
        {children}
      </div>
      {end && <div className="pl-page-end">{end}</div>}
      {inspector && frame.inspectorOpen && frame.inspector && createPortal(inspector, frame.inspector)}
      {foot && frame.foot && createPortal(foot, frame.foot)}
    </div>
  );
}

/** Opens the inspector again; in a narrow window nothing else shows it. */
export function DetailsButton({ label = 'Details' }: { label?: string }): ReactNode {
  const frame = useFrame();
  if (frame.inspectorOpen) return null;
  return (
    <Button bar icon={<PanelRight size={14} aria-hidden />} onClick={() => frame.setInspectorOpen(true)}>
      {label}
    </Button>
  );
}

export type FootKeysProps = { selection?: ReactNode; keys?: readonly (readonly [string, string])[] };

/** Selection, then the keys that work here: "1 selected, entry 5 of 86   T tag   A annotate". */
export function FootKeys({ selection, keys = [] }: FootKeysProps): ReactNode {
  return (
    <span className="pl-foot-keys">
      {selection && <span aria-live="polite">{selection}</span>}
      {keys.map(([key, does]) => (
        <span key={key}>
          {key} {does}
        </span>
      ))}
    </span>
  );
}
