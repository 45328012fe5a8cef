import { z } from 'zod';
import { AppError } from '../kernel/app-error.ts';
import { ERROR_CODES } from '../kernel/error-table.ts';

/** A larger message is a file, and files go by `receiveFile` and `deliverFile`. */
export const FRAME_LIMIT = 8 * 1024 * 1024;
export const PROTOCOL = 1;

const CallId = z.string().min(1).max(64);
const Failure = z.strictObject({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
});

const hello = z.strictObject({
  t: z.literal('hello'),
  protocol: z.literal(PROTOCOL),
  build: z.string().max(100),
  afterSeq: z.int().nullable(),
  /** Loopback: the secret of the page that this socket belongs to. */
  secret: z.string().max(200).optional(),
  /** The page was anonymised before it lost its connection: nothing is answered identified in between. */
  anonymised: z.literal(true).optional(),
});
const call = z.strictObject({ t: z.literal('call'), id: CallId, name: z.string().max(100), input: z.unknown() });
const cancel = z.strictObject({ t: z.literal('cancel'), id: CallId });
const ok = z.strictObject({ t: z.literal('ok'), id: CallId, output: z.unknown() });
const fail = z.strictObject({ t: z.literal('fail'), id: CallId, error: Failure });
const event = z.strictObject({ t: z.literal('event'), seq: z.int(), name: z.string().max(100), data: z.unknown() });

/** What a page may send. */
export const ClientFrame = z.discriminatedUnion('t', [hello, call, cancel]);
/** What the core's side may send. It answers `hello` with its own. */
export const ServerFrame = z.discriminatedUnion('t', [hello, ok, fail, event]);
export type ClientFrame = z.infer<typeof ClientFrame>;
export type ServerFrame = z.infer<typeof ServerFrame>;

/** Bytes on the wire; counted exactly only near the limit. */
export function frameTooLarge(frame: string): boolean {
  if (frame.length > FRAME_LIMIT) return true;
  if (frame.length * 3 <= FRAME_LIMIT) return false;
  return new TextEncoder().encode(frame).length > FRAME_LIMIT;
}

export const tooLarge = (): AppError => new AppError('tooLarge', { limit: '8 MB' });

/** Frame → text. Throws `tooLarge`, or `badOutput` for what JSON cannot carry. */
export function writeFrame(frame: ClientFrame | ServerFrame): string {
  const text = stringify(frame);
  if (text === undefined) throw new AppError('badOutput');
  if (frameTooLarge(text)) throw tooLarge();
  return text;
}

/** Text → frame, or null for anything that is not exactly one of ours. */
export function readFrame<T>(schema: z.ZodType<T>, text: unknown): T | null {
  if (typeof text !== 'string' || frameTooLarge(text)) return null;
  const raw = parse(text);
  if (raw === undefined) return null;
  const read = schema.safeParse(raw);
  return read.success ? read.data : null;
}

function stringify(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
