import { wordReply as editedCopy, type WordReply } from '#resources/sample/word-reply.ts';

export { escape, rowOf, type WordReply } from '#resources/sample/word-reply.ts';

/** A copy as a member of these tests edits it. */
export const wordReply = (sent: Uint8Array): WordReply => editedCopy(sent, { author: 'H Marsden', at: '2026-11-24T09:30:00Z' });
