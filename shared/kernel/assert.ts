/** Fails for a case that the types say cannot happen. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${typeof value}`);
}

export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}
