import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/kernel/ids.ts';
import { createRpcClient, type ClientOptions, type RpcClient } from '#shared/rpc/client.ts';
import { ServerFrame } from '#shared/rpc/envelope.ts';
import type { WireEvent } from '#shared/rpc/service.ts';
import type { Transport } from '#shared/rpc/transport.ts';
import { RING } from './test-workbench.ts';

/** One way of joining clients to a fresh test workbench. */
export type Wire = { build: string; secret?: string; connect(): Promise<Transport>; close(): Promise<void> };

const finding = (statement = 'Records were not shared.') => ({
  id: newId(),
  kind: 'practice' as const,
  statement,
  why: '',
  question: null,
});
const line = (text: string) => ({ text, place: null });

/** What every transport must do; the same for memory, WebSocket and the desktop's relay. */
export function conformance(name: string, open: () => Promise<Wire>): void {
  describe(`${name} carries the wire`, () => {
    let wire: Wire;
    const clients: RpcClient[] = [];
    const raw: Transport[] = [];
    let last: Transport | null = null;

    beforeAll(async () => {
      wire = await open();
    });
    afterEach(() => {
      for (const client of clients.splice(0)) client.close();
      for (const transport of raw.splice(0)) transport.close();
    });
    afterAll(async () => {
      await wire?.close();
    });

    async function reach(): Promise<Transport> {
      last = await wire.connect();
      return last;
    }
    function client(options: Partial<ClientOptions> = {}): RpcClient {
      const secret = wire.secret === undefined ? {} : { secret: wire.secret };
      const made = createRpcClient(reach, { build: wire.build, checkOutputs: true, retryMs: [20, 100], ...secret, ...options });
      clients.push(made);
      return made;
    }
    async function rawWire(
      greet = true,
    ): Promise<{ send(frame: unknown): void; next(): Promise<unknown>; closed: Promise<void> }> {
      const transport = await wire.connect();
      raw.push(transport);
      const got: unknown[] = [];
      const waiting: ((frame: unknown) => void)[] = [];
      transport.onFrame((text) => {
        const frame = ServerFrame.parse(JSON.parse(text));
        const taker = waiting.shift();
        if (taker) taker(frame);
        else got.push(frame);
      });
      const closed = new Promise<void>((resolve) => transport.onClose(resolve));
      const next = () =>
        got.length > 0 ? Promise.resolve(got.shift()) : new Promise<unknown>((resolve) => waiting.push(resolve));
      const send = (frame: unknown) => transport.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
      if (greet) {
        send({
          t: 'hello',
          protocol: 1,
          build: wire.build,
          afterSeq: null,
          ...(wire.secret === undefined ? {} : { secret: wire.secret }),
        });
        expect(await next()).toMatchObject({ t: 'hello', build: wire.build });
      }
      return { send, next, closed };
    }

    it('answers a hundred calls, each with its own answer', async () => {
      const rpc = client();
      const asked = Array.from({ length: 100 }, (_, n) => `echo:${n}`);
      const answers = await Promise.all(asked.map((text) => rpc.call('register.tryLine', line(text))));
      expect(answers.map((answer) => answer.anonymised)).toEqual(asked.map((text) => text.slice(5)));
    });

    it('keeps frames in the order in which they were sent', async () => {
      const { send, next } = await rawWire();
      const ids = Array.from({ length: 50 }, (_, n) => `call-${n}`);
      for (const id of ids) send({ t: 'call', id, name: 'finding.list', input: {} });
      for (const id of ids) expect(await next()).toMatchObject({ t: 'ok', id });
    });

    it('tells of a change before it answers the command that made it', async () => {
      const { send, next } = await rawWire();
      const input = finding();
      send({ t: 'call', id: 'a', name: 'finding.add', input });
      expect(await next()).toMatchObject({ t: 'event', name: 'rows.changed', data: { changes: { finding: [input.id] } } });
      expect(await next()).toMatchObject({ t: 'ok', id: 'a' });
    });

    it('carries a frame of over a megabyte both ways, whatever letters are in it', async () => {
      const rpc = client();
      const text = 'length:'.padEnd(400_000, 'ŵ€😀');
      expect((await rpc.call('action.read', { text })).preamble).toBe(String(text.length - 7));
      expect((await rpc.call('register.tryLine', line('size:1100000'))).anonymised).toHaveLength(1_100_000);
    });

    it('refuses an answer of nine megabytes and goes on', async () => {
      const rpc = client();
      await expect(rpc.call('register.tryLine', line('size:9000000'))).rejects.toMatchObject({ code: 'tooLarge' });
      expect((await rpc.call('register.tryLine', line('echo:still here'))).anonymised).toBe('still here');
    });

    it('lets go of a client that sends nine megabytes', async () => {
      const { send, closed } = await rawWire();
      send({ t: 'call', id: 'a', name: 'register.tryLine', input: line('x'.repeat(9_000_000)) });
      await closed;
    });

    it.each(['finding.erase', 'constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'finding', 'FINDING.LIST'])(
      'knows no method %j',
      async (method) => {
        const { send, next } = await rawWire();
        send({ t: 'call', id: 'a', name: method, input: {} });
        expect(await next()).toMatchObject({ t: 'fail', id: 'a', error: { code: 'unknownMethod' } });
      },
    );

    it('refuses a wrong input on both sides, and repeats nothing of it', async () => {
      const rpc = client();
      await expect(rpc.call('finding.add', { ...finding(), kind: 'gossip' as never })).rejects.toMatchObject({
        code: 'badInput',
      });
      const { send, next } = await rawWire();
      send({ t: 'call', id: 'a', name: 'finding.add', input: { ...finding(), extra: 'Morwenna' } });
      const answer = await next();
      expect(answer).toMatchObject({ t: 'fail', error: { code: 'badInput' } });
      expect(JSON.stringify(answer)).not.toContain('Morwenna');
    });

    it('notices an answer that does not fit', async () => {
      const rpc = client();
      await expect(rpc.call('register.tryLine', line('unfit'))).rejects.toMatchObject({ code: 'badOutput' });
      await expect(rpc.call('register.tryLine', line('broken'))).rejects.toMatchObject({ code: 'badOutput' });
    });

    it('says of what a handler throws only that it happened', async () => {
      const { send, next } = await rawWire();
      send({ t: 'call', id: 'a', name: 'register.tryLine', input: line('throw:Morwenna') });
      const answer = (await next()) as { error: { code: string; details: { incident: string } } };
      expect(answer).toMatchObject({ t: 'fail', error: { code: 'internal' } });
      expect(answer.error.details.incident).toMatch(/^[0-9a-f-]{36}$/);
      expect(JSON.stringify(answer)).not.toMatch(/Morwenna|secret words|TypeError| at /);
    });

    it('hands a refusal over whole', async () => {
      const rpc = client();
      const refused = rpc.call('register.tryLine', line('refuse'));
      await expect(refused).rejects.toMatchObject({
        code: 'stillUsed',
        details: { by: 'two findings' },
        message: /two findings/,
      });
    });

    it('tells a job its progress, and only whoever asked for it', async () => {
      const [rpc, other] = [client(), client()];
      const heard: number[] = [];
      const overheard: WireEvent[] = [];
      other.onEvent((event) => overheard.push(event));
      await other.call('finding.list', {});
      await rpc.call('action.read', { text: 'progress' }, { onProgress: (progress) => heard.push(progress.done) });
      await other.call('finding.list', {});
      expect(heard).toEqual([1, 2, 3]);
      expect(overheard).toEqual([]);
    });

    it('stops a query and a job when asked, and goes on', async () => {
      const rpc = client();
      await rpc.call('finding.list', {});
      for (const [method, input] of [
        ['register.tryLine', line('wait:20000')],
        ['action.read', { text: 'wait:20000' }],
      ] as const) {
        const stop = new AbortController();
        const running = rpc.call(method, input as never, { signal: stop.signal });
        setTimeout(() => stop.abort(), 20);
        await expect(running).rejects.toMatchObject({ code: 'cancelled' });
      }
      expect((await rpc.call('register.tryLine', line('echo:on'))).anonymised).toBe('on');
    });

    it('gives a query up after its time and tells the other side', async () => {
      const rpc = client({ timeoutMs: 300 });
      await rpc.call('finding.list', {});
      await expect(rpc.call('register.tryLine', line('wait:20000'))).rejects.toMatchObject({ code: 'timedOut' });
      expect((await rpc.call('action.read', { text: 'wait:400' })).preamble).toBe('waited');
    });

    it('closed in the middle of calls: a job is told, a query is asked again', async () => {
      const rpc = client();
      await rpc.call('finding.list', {});
      const job = rpc.call('action.read', { text: 'wait:20000' });
      const query = rpc.call('register.tryLine', line('wait:150'));
      const told = expect(job).rejects.toMatchObject({ code: 'closed' });
      await new Promise((resolve) => setTimeout(resolve, 30));
      last?.close();
      await told;
      expect((await query).anonymised).toBe('waited');
    });

    it('after a loss hears what it missed, in order and once', async () => {
      const other = client({ retryMs: [] });
      await other.call('finding.list', {});
      const rpc = client();
      const heard: WireEvent[] = [];
      await rpc.call('finding.list', {});
      const mine = last;
      rpc.onEvent((event) => heard.push(event));
      const first = finding();
      await rpc.call('finding.add', first);
      const back = new Promise<void>((resolve) => rpc.onState((state) => state === 'open' && resolve()));
      mine?.close();
      const missed = [finding(), finding(), finding()];
      for (const one of missed) await other.call('finding.add', one);
      await back;
      await rpc.call('finding.list', {});
      const ids = heard.map((event) => (event.data as { changes: { finding: string[] } }).changes.finding[0]);
      expect(ids).toEqual([first, ...missed].map((one) => one.id));
      expect(heard.map((event) => event.name)).toEqual(Array(4).fill('rows.changed'));
    });

    it('after too long a loss is told to drop what it holds', async () => {
      const { send, next, closed } = await rawWire();
      send({ t: 'call', id: 'a', name: 'finding.add', input: finding() });
      const { seq } = (await next()) as { seq: number };
      raw[0]?.close();
      await closed;
      const other = client({ retryMs: [] });
      for (let n = 0; n <= RING; n++) await other.call('finding.add', finding());
      for (const afterSeq of [seq, seq + 100_000]) {
        const again = await rawWire(false);
        again.send({
          t: 'hello',
          protocol: 1,
          build: wire.build,
          afterSeq,
          ...(wire.secret === undefined ? {} : { secret: wire.secret }),
        });
        expect(await again.next()).toMatchObject({ t: 'hello' });
        expect(await again.next()).toMatchObject({ t: 'event', name: 'resync' });
        raw.at(-1)?.close();
        await again.closed;
      }
    });

    it('serves two clients: what one does, the other hears', async () => {
      const [one, two] = [client(), client()];
      await Promise.all([one.call('finding.list', {}), two.call('finding.list', {})]);
      const heard = new Promise<WireEvent>((resolve) => two.onEvent(resolve));
      const added = finding('Two clients');
      await one.call('finding.add', added);
      expect(await heard).toMatchObject({ name: 'rows.changed', data: { changes: { finding: [added.id] } } });
      expect((await two.call('finding.list', {})).some((row) => row.id === added.id)).toBe(true);
      one.close();
      expect((await two.call('register.tryLine', line('echo:alone'))).anonymised).toBe('alone');
    });

    it.each([
      ['no JSON', '{"t":'],
      ['not an object', '7'],
      ['an unknown kind', { t: 'eval', id: 'a', name: 'finding.list', input: {} }],
      ['a field too many', { t: 'call', id: 'a', name: 'finding.list', input: {}, as: 'reviewer' }],
      ['a number as id', { t: 'call', id: 7, name: 'finding.list', input: {} }],
      ['an answer', { t: 'ok', id: 'a', output: {} }],
      ['a second hello', { t: 'hello', protocol: 1, build: 'x', afterSeq: null }],
    ])('lets go of a client that sends %s', async (_what, frame) => {
      const { send, closed } = await rawWire();
      send(frame);
      await closed;
    });

    it('answers nobody who has not said hello', async () => {
      const { send, closed } = await rawWire(false);
      send({ t: 'call', id: 'a', name: 'finding.list', input: {} });
      await closed;
    });

    it('tells a page of another build to load again', async () => {
      const rpc = client({ build: 'another' });
      const refused = new Promise<void>((resolve) => rpc.onState((state) => state === 'refused' && resolve()));
      const asked = expect(rpc.call('finding.list', {})).rejects.toMatchObject({ code: 'closed' });
      await refused;
      await asked;
    });

    it('closed by its owner, answers nothing more', async () => {
      const rpc = client();
      await rpc.call('finding.list', {});
      const running = expect(rpc.call('register.tryLine', line('wait:20000'))).rejects.toMatchObject({ code: 'closed' });
      rpc.close();
      await running;
      await expect(rpc.call('finding.list', {})).rejects.toMatchObject({ code: 'closed' });
    });
  });
}
