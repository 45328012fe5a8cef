import { createHash } from 'node:crypto';

/** Where words come from and what is said about them is no part of what is published. */
const NOT_CONTENT = new Set(['source', 'marks', 'kept', 'issues', 'id']);

/**
 * SHA-256 of the words, numbers and order that would be published: what an approval names.
 * Ids stay out of it, so that the same content has the same hash whoever asks for it again.
 */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}

/** JSON with sorted keys: one spelling for one content. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value)
      .filter(([key, v]) => v !== undefined && !NOT_CONTENT.has(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`);
    return `{${pairs.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
