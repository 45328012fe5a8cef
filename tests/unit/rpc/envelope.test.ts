import { describe, expect, it } from 'vitest';
import { ClientFrame, FRAME_LIMIT, frameTooLarge, readFrame, ServerFrame, writeFrame } from '#shared/rpc/envelope.ts';
import { buildsFit } from '#shared/rpc/build-id.ts';

describe('frames', () => {
  it.each<[string, number, string, boolean]>([
    ['exactly the limit', FRAME_LIMIT, 'x', false],
    ['one more', FRAME_LIMIT + 1, 'x', true],
    ['letters of two bytes, half as many', FRAME_LIMIT / 2, 'ŵ', false],
    ['one more of those', FRAME_LIMIT / 2 + 1, 'ŵ', true],
    ['letters of three bytes', Math.floor(FRAME_LIMIT / 3), '€', false],
    ['one more of these', Math.floor(FRAME_LIMIT / 3) + 1, '€', true],
  ])('are counted in bytes: %s', (_what, count, letter, tooLarge) => {
    expect(frameTooLarge(letter.repeat(count))).toBe(tooLarge);
  });

  it.each([
    ['not text', 7],
    ['empty', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['two frames', '{"t":"cancel","id":"a"}{"t":"cancel","id":"b"}'],
    ['no kind', '{"id":"a"}'],
    ['a kind from the prototype', '{"t":"constructor","id":"a"}'],
    ['an empty id', '{"t":"cancel","id":""}'],
    ['a long id', `{"t":"cancel","id":"${'a'.repeat(65)}"}`],
    ['another protocol', '{"t":"hello","protocol":2,"build":"b","afterSeq":null}'],
    ['a number that is none', '{"t":"hello","protocol":1,"build":"b","afterSeq":1.5}'],
    ['a field too many', '{"t":"cancel","id":"a","x":1}'],
    ['a frame for the other side', '{"t":"ok","id":"a","output":1}'],
  ])('from a client are refused: %s', (_what, text) => {
    expect(readFrame(ClientFrame, text)).toBeNull();
  });

  it('carry what JSON can carry and nothing else', () => {
    expect(readFrame(ServerFrame, writeFrame({ t: 'ok', id: 'a', output: { a: [1, null, 'ŵ'] } }))).toEqual({
      t: 'ok',
      id: 'a',
      output: { a: [1, null, 'ŵ'] },
    });
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    for (const output of [circle, 10n])
      expect(() => writeFrame({ t: 'ok', id: 'a', output })).toThrow(expect.objectContaining({ code: 'badOutput' }));
    expect(() => writeFrame({ t: 'ok', id: 'a', output: 'x'.repeat(FRAME_LIMIT) })).toThrow(
      expect.objectContaining({ code: 'tooLarge' }),
    );
  });

  it('never bring a prototype along', () => {
    const frame = readFrame(ClientFrame, '{"t":"call","id":"a","name":"finding.list","input":{"__proto__":{"admin":true}}}');
    expect(frame).toMatchObject({ t: 'call', name: 'finding.list' });
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });
});

describe('builds', () => {
  it.each([
    ['1+a', '1+a', true],
    ['1+a', '1+b', false],
    ['source', '1+b', true],
    ['1+a', 'source', true],
  ])('%s and %s', (one, other, fit) => expect(buildsFit(one, other)).toBe(fit));
});
