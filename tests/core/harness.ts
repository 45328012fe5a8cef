import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { createWorkbench, type Workbench } from '#core/index.ts';
import { createFile } from '#core/engine/open-engine.ts';
import { openInline } from '#core/engine/inline-core.ts';
import type { ReviewCore } from '#core/engine/review-core.ts';
import type { CallSession } from '#core/kernel/session.ts';
import type { HostPorts } from '#core/ports.ts';
import { beginReview } from '#core/features/review/steps.ts';
import type { InputFor, OutputOf, ProcedureName } from '#shared/contract/index.ts';
import type { RowsChanged } from '#shared/contract/events.ts';
import { newId } from '#shared/kernel/ids.ts';
import { recordCall } from '../record/record.ts';
import { REVIEWER, TEST_KEY } from './keys.ts';

export { REVIEWER, TEST_KEY };

export const MANAGER: CallSession = {
  name: 'Colin Trewartha',
  post: 'Business Manager',
  role: 'businessManager',
  view: 'identified',
};
export const PANEL: CallSession = { name: 'Helen Marsden', post: 'Named Nurse', role: 'panelMember', view: 'identified' };
export const anonymised = (session: CallSession): CallSession => ({ ...session, view: 'anonymised' });

const cleanUps: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanUps.splice(0).reverse()) await clean();
});
export const later = (clean: () => void | Promise<void>): void => void cleanUps.push(clean);

export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  later(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const TEMPLATE = join(tmpdir(), `plumbline-template-${process.pid}.review`);
/** A migrated, empty file, made once per process and copied. */
export function emptyFile(folder = tempFolder()): string {
  if (!existsSync(TEMPLATE)) {
    createFile(TEMPLATE, TEST_KEY);
    process.once('exit', () => rmSync(TEMPLATE, { force: true }));
  }
  const path = join(folder, 'test.review');
  mkdirSync(folder, { recursive: true });
  copyFileSync(TEMPLATE, path);
  return path;
}

export type TestCore = {
  core: ReviewCore;
  path: string;
  events: RowsChanged[];
  call<N extends ProcedureName>(name: N, input: InputFor<N>, session?: CallSession): Promise<OutputOf<N>>;
  at: { now: string };
};

/** An open review with a fixed clock; queries and commands go through the engine as they do behind every door. */
export async function openTest(path = emptyFile(), { seed = true } = {}): Promise<TestCore> {
  const events: RowsChanged[] = [];
  const core = openInline({ path, key: TEST_KEY, readOnly: false }, (event) => void events.push(event));
  const at = { now: '2026-11-16T10:00:00.000Z' };
  if (seed) {
    const about = {
      id: newId(),
      title: 'Child V',
      reference: 'LCSPR 2026/01',
      profile: 'lcspr' as const,
      partnership: 'Ostermere Safeguarding Children Partnership',
      subject: 'Child V',
      scopeFrom: '2024-03-01',
      scopeTo: '2025-11-09',
      authorName: REVIEWER.name,
      authorPost: REVIEWER.post,
    };
    await core.write(beginReview, about, REVIEWER, at.now);
  }
  let open = true;
  const close = core.close;
  core.close = async () => {
    if (open) await close();
    open = false;
  };
  later(() => core.close());
  const queries = new Set(['query']);
  const { contract } = await import('#shared/contract/index.ts');
  return {
    core,
    path,
    events,
    at,
    call: (name, input, session = REVIEWER) =>
      recordCall(name, input, () =>
        queries.has(contract[name].kind) ? core.query(name, input, session, at.now) : core.command(name, input, session, at.now),
      ) as Promise<never>,
  };
}

/** An agency, a theme and n entries on consecutive days: the least to work with. */
export async function withEntries(
  test: TestCore,
  n: number,
  text = (i: number): string => `Entry number ${i}, visit at home.`,
): Promise<{ agencyId: string; eventIds: string[] }> {
  const bytes = new TextEncoder().encode(
    `Date,Event\n${Array.from({ length: n }, (_, i) => `${day(i)},"${text(i)}"`).join('\n')}\n`,
  );
  const result = await importBytes(test, bytes, 'Police chronology.csv', 'Ostershire Constabulary');
  const page = await test.call('chronology.page', { filter: {}, from: null, limit: 500 });
  const agencies = await test.call('agency.list', {});
  if (result.added !== n) throw new Error(`added ${result.added} of ${n}`);
  return { agencyId: agencies[0]!.id, eventIds: page.rows.map((row) => row.id) };
}
const day = (i: number): string => {
  const date = new Date(Date.UTC(2024, 2, 1 + i));
  return `${String(date.getUTCDate()).padStart(2, '0')}/${String(date.getUTCMonth() + 1).padStart(2, '0')}/${date.getUTCFullYear()}`;
};

export async function importBytes(
  test: TestCore,
  bytes: Uint8Array,
  file: string,
  agency: string | null,
  session = MANAGER,
): Promise<OutputOf<'returns.import'>> {
  const { readRawReturn } = await import('#core/features/returns/readers/open-return.ts');
  const { READ_LIMITS } = await import('#core/features/returns/readers/limits.ts');
  const { stageReturn } = await import('#core/features/returns/staging/stage-return.ts');
  const { addReturn } = await import('#core/features/returns/steps.ts');
  const { createHash } = await import('node:crypto');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const staged = stageReturn(readRawReturn(bytes, file, READ_LIMITS), {
    file,
    sha256,
    agency,
    anchor: { scopeFrom: '2024-03-01', scopeTo: '2025-11-09' },
  });
  return test.core.write(addReturn, { staged, bytes }, session, test.at.now);
}

export type TestWorkbench = {
  workbench: Workbench;
  give(name: string, bytes: Uint8Array): string;
  taken: Map<string, { name: string; bytes: Uint8Array }>;
  clock: { now: number };
  folder: string;
};

/** A whole workbench over a temporary folder, in this thread unless asked. */
export function testWorkbench(options: { threads?: boolean; idleLockMinutes?: number } = {}): TestWorkbench {
  const folder = tempFolder();
  const files = new Map<string, { name: string; bytes: Uint8Array }>();
  const taken = new Map<string, { name: string; bytes: Uint8Array }>();
  const clock = { now: Date.parse('2026-11-16T10:00:00Z') };
  let n = 0;
  const ports: HostPorts = {
    host: 'test',
    receiveFile: async (ref) => files.get(ref)!,
    reviewPath: async (ref) => join(folder, ref),
    deliverFile: async (file) => {
      const ref = `delivered-${++n}`;
      taken.set(ref, file);
      return ref;
    },
    dataFolder: join(folder, 'data'),
    now: () => clock.now,
    log: () => {},
  };
  const made = createWorkbench(ports, { threads: options.threads ?? false, idleLockMinutes: options.idleLockMinutes ?? 0 });
  const workbench: Workbench = {
    ...made,
    connect: (view) => {
      const service = made.connect(view);
      return { ...service, call: (name, input, control) => recordCall(name, input, () => service.call(name, input, control)) };
    },
  };
  later(() => workbench.close());
  return {
    workbench,
    taken,
    clock,
    folder,
    give: (name, bytes) => {
      const ref = `file-ref-${++n}`;
      files.set(ref, { name, bytes });
      return ref;
    },
  };
}

/** Calls as a door makes them, typed by the contract; each is let run to its end. */
export const callsOf =
  (service: ReturnType<Workbench['connect']>) =>
  async <N extends ProcedureName>(name: N, input: InputFor<N>): Promise<OutputOf<N>> =>
    service.call(name, input, { signal: new AbortController().signal, callId: '1', onProgress: () => {} }) as Promise<
      OutputOf<N>
    >;

/** Every table of history as text, without what counts up for good: two equal dumps are two equal reviews. */
export async function dump(path: string): Promise<string> {
  const { openConnection } = await import('#core/db/connection.ts');
  const connection = openConnection(path, TEST_KEY, 'read');
  try {
    const { TABLE_NAMES } = await import('#shared/model/table-names.ts');
    const tables = [...TABLE_NAMES, 'eventSearch', 'agencyWeek', 'themeWeek', 'personWeek', 'draftJournal'];
    return tables
      .map((table) => {
        const rows = connection.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[];
        const lines = rows.map((row) =>
          JSON.stringify(
            Object.entries(row)
              .filter(([key]) => key !== 'seq')
              .map(([key, value]) => [key, value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value]),
          ),
        );
        return `${table}\n${lines.sort().join('\n')}`;
      })
      .join('\n\n');
  } finally {
    connection.close();
  }
}
