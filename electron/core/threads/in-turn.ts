import type { EngineRequest } from '../engine/review-core.ts';

type Ask = (request: EngineRequest) => Promise<unknown>;
type Turn = { request: EngineRequest; came: number; resolve(value: unknown): void; reject(error: unknown): void };

/** Rows of the list: a person has scrolled there and looks at empty lines until they come. */
const ROWS: ReadonlySet<string> = new Set(['chronology.page']);
/** Queries that read every entry of the review; nobody waits for them as for a row. */
const SUMS: ReadonlySet<string> = new Set(['review.overview', 'gaps.list', 'gaps.named', 'periods.standing', 'thread.looseEnds']);
/** A sum begins when nothing else has been asked for so long: once begun it cannot be broken off. */
const PAUSE_MS = 40;
/** A sum that has waited so long takes its turn between other work; only rows still go before it. */
const MOST_MS = 1_000;

type Kind = 'rows' | 'usual' | 'sums' | 'close';

function kindOf(request: EngineRequest): Kind {
  if (request.op === 'close') return 'close';
  if (request.op !== 'query') return 'usual';
  return ROWS.has(request.name) ? 'rows' : SUMS.has(request.name) ? 'sums' : 'usual';
}

/**
 * One request at a time to a thread: rows first, sums last, those of a kind in the order they come. Closing waits for all
 * that were asked before it.
 */
export function inTurn(ask: Ask): Ask {
  const waiting: Record<Kind, Turn[]> = { rows: [], usual: [], sums: [], close: [] };
  let busy = false;
  /** When anything but a sum was last asked or answered. */
  let stirred = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  /** What is next; or how long nothing is. */
  function nextKind(now: number): Kind | number | null {
    if (waiting.rows.length > 0) return 'rows';
    const sum = waiting.sums[0];
    if (sum && now - sum.came > MOST_MS) return 'sums';
    if (waiting.usual.length > 0) return 'usual';
    if (!sum) return waiting.close.length > 0 ? 'close' : null;
    const rest = Math.max(stirred, sum.came) + PAUSE_MS - now;
    return rest <= 0 || waiting.close.length > 0 ? 'sums' : rest;
  }

  function go(): void {
    if (busy) return;
    clearTimeout(timer);
    const kind = nextKind(performance.now());
    if (kind === null) return;
    if (typeof kind === 'number') {
      timer = setTimeout(go, kind);
      return;
    }
    const turn = waiting[kind].shift()!;
    busy = true;
    const over = (): void => {
      busy = false;
      if (kind !== 'sums') stirred = performance.now();
      go();
    };
    void ask(turn.request).then(turn.resolve, turn.reject).finally(over);
  }

  return (request) =>
    new Promise((resolve, reject) => {
      const kind = kindOf(request);
      const came = performance.now();
      if (kind !== 'sums') stirred = came;
      waiting[kind].push({ request, came, resolve, reject });
      go();
    });
}
