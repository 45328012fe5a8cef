import { openEngine } from '#core/engine/open-engine.ts';
import { readRawReturn } from '#core/features/returns/readers/open-return.ts';
import { READ_LIMITS } from '#core/features/returns/readers/limits.ts';
import { stageReturn } from '#core/features/returns/staging/stage-return.ts';
import { newId } from '#shared/kernel/ids.ts';
import { createHash } from 'node:crypto';
import { REVIEWER, TEST_KEY } from './keys.ts';

/** Writes themes and imports as fast as it can and tells each one that was acknowledged, until it is killed. */
const engine = openEngine({ path: process.argv[2]!, key: TEST_KEY, readOnly: false }, 'writer');
const now = '2026-11-16T10:00:00.000Z';
for (let i = 0; ; i++) {
  const id = newId();
  engine.handle({
    op: 'command',
    name: 'theme.add',
    input: { id, parentId: null, name: `Theme ${id}`, definition: '' },
    session: REVIEWER,
    now,
  });
  process.send?.(id);
  if (i % 3 === 1) {
    const bytes = new TextEncoder().encode(
      `Date,Event\n${Array.from({ length: 40 }, (_, n) => `0${1 + (n % 9)}/05/2024,Call ${n} ${id}`).join('\n')}\n`,
    );
    const file = `${id}.csv`;
    const staged = stageReturn(readRawReturn(bytes, file, READ_LIMITS), {
      file,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      agency: 'Police',
      anchor: {},
    });
    engine.handle({ op: 'write', name: 'addReturn', input: { staged, bytes }, session: REVIEWER, now });
  }
}
