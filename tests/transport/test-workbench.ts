import type { ReceivedFile } from '#core/ports.ts';
import { procedureOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { createEventRing } from '#shared/rpc/event-ring.ts';
import type { CallControl, RpcService } from '#shared/rpc/service.ts';

/** So few, that a test can make the ring forget. */
export const RING = 20;

export type TestWorkbench = { connect(): RpcService };
/** The two ports through which files pass, where the test is about them. */
export type TestFiles = { receiveFile(ref: string): Promise<ReceivedFile>; deliverFile(file: ReceivedFile): Promise<string> };

type Finding = { id: string; kind: string; statement: string; why: string; question: string | null };

/**
 * A small, real service over a few procedures of the contract: it parses inputs and outputs as the core does, keeps
 * findings, and publishes their changes. What else it does is said in the text it is given, so that it can just as
 * well run in another process.
 */
export function createTestWorkbench(files?: TestFiles): TestWorkbench {
  const ring = createEventRing(RING);
  const findings: Finding[] = [];

  async function run(name: string, input: unknown, control: CallControl): Promise<unknown> {
    if (name === 'finding.list') return findings.map((finding, at) => row(finding, at));
    if (name === 'finding.add') return add(input as Finding);
    if (name === 'register.tryLine') return { marks: [], anonymised: await told((input as { text: string }).text, control) };
    if (name === 'action.read') {
      const { text = '', file } = input as { text?: string; file?: string };
      if (files && file !== undefined) {
        const received = await files.receiveFile(file);
        return { items: [], preamble: `${received.name}: ${new TextDecoder().decode(received.bytes)}`, problems: [] };
      }
      if (files && text.startsWith('deliver:')) {
        const ref = await files.deliverFile({ name: 'Actions.docx', bytes: new TextEncoder().encode(text.slice(8)) });
        return { items: [], preamble: ref, problems: [] };
      }
      return { items: [], preamble: await told(text, control), problems: [] };
    }
    throw new AppError('notBuiltYet', { what: name });
  }

  function add(finding: Finding): unknown {
    if (findings.some((other) => other.id === finding.id))
      throw new AppError('alreadyExists', { what: 'a finding', field: 'id' });
    findings.push(finding);
    ring.publish('rows.changed', (seq: number) => ({
      seq,
      changes: { finding: [finding.id] },
      changeSet: seq,
      person: 'A. Reviewer',
      label: 'Add a finding',
    }));
    return row(finding, findings.length - 1);
  }

  return {
    connect: () => ({
      async call(name, input, control) {
        const procedure = procedureOf(name);
        if (!procedure) throw new AppError('unknownMethod');
        const read = procedure.input.safeParse(input);
        if (!read.success) throw new AppError('badInput', { where: name });
        const output = await run(name, read.data, control);
        if (isUnfit(input)) return { marks: 'none', preamble: 7 };
        if (!procedure.output.safeParse(output).success) throw new AppError('badOutput');
        return output;
      },
      subscribe: (afterSeq, onEvent) => ring.subscribe(afterSeq, onEvent),
      close: () => undefined,
    }),
  };
}

/** A core that has let a wrong answer through: the client notices. */
const isUnfit = (input: unknown): boolean => (input as { text?: string } | null)?.text === 'unfit';

function row(finding: Finding, at: number): unknown {
  return { ...finding, position: at, number: at + 1, evidenceFor: 0, evidenceAgainst: 0, recommendationIds: [], rowVersion: 1 };
}

async function told(text: string, control: CallControl): Promise<string> {
  const [word = '', rest = ''] = text.split(/:(.*)/s);
  if (word === 'echo') return rest;
  if (word === 'length') return String(rest.length);
  if (word === 'size') return 'x'.repeat(Number(rest));
  if (word === 'wait') return await later(Number(rest), control.signal);
  if (word === 'throw') throw new TypeError(`secret words: ${rest}`);
  if (word === 'refuse') throw new AppError('stillUsed', { by: 'two findings' });
  if (word === 'broken') throw new AppError('badOutput');
  if (word === 'progress') {
    for (let n = 1; n <= 3; n++) control.onProgress({ label: 'Reading', done: n, total: 3 });
    return 'done';
  }
  return text;
}

function later(ms: number, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('waited'), ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new AppError('cancelled'));
    });
  });
}
