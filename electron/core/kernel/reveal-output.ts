import type { z } from 'zod';
import { AppError } from '#shared/kernel/app-error.ts';
import { revealOf } from '#shared/model/basics.ts';
import type { Lens } from './lens.ts';

type Schema = z.core.$ZodType;
type Def = {
  type: string;
  shape?: Record<string, Schema>;
  element?: Schema;
  innerType?: Schema;
  options?: Schema[];
  keyType?: Schema;
  valueType?: Schema;
};

/**
 * What an anonymised session may see of an answer, by the answer's own schema. A string that says nothing of itself is
 * prose and is anonymised; a schema of a kind not known here is an error. So a new field can be over-hidden, never leaked.
 */
export function revealOutput(schema: Schema, value: unknown, lens: Lens): unknown {
  if (value === null || value === undefined) return value;
  const def = schema._zod.def as Def;
  switch (def.type) {
    case 'string':
      return revealString(schema, String(value), lens);
    case 'object':
      return mapObject(value as Record<string, unknown>, (key, item) => revealOutput(def.shape![key]!, item, lens));
    case 'array':
      return (value as unknown[]).map((item) => revealOutput(def.element!, item, lens));
    case 'optional':
      // What has no anonymised form and need not be there is left out whole.
      if (revealOf(def.innerType!) === 'secret') return undefined;
      return revealOutput(def.innerType!, value, lens);
    case 'nullable':
      return revealOutput(def.innerType!, value, lens);
    case 'union': {
      const option = def.options!.find((candidate) => (candidate as z.ZodType).safeParse(value).success);
      if (!option) throw new AppError('badOutput');
      return revealOutput(option, value, lens);
    }
    case 'record':
      return Object.fromEntries(
        Object.entries(value as Record<string, unknown>).map(([key, item]) => [
          revealOutput(def.keyType!, key, lens),
          revealOutput(def.valueType!, item, lens),
        ]),
      );
    case 'enum':
    case 'literal':
    case 'number':
    case 'boolean':
    case 'null':
      return value;
    default:
      throw new AppError('badOutput');
  }
}

function revealString(schema: Schema, text: string, lens: Lens): string {
  switch (revealOf(schema)) {
    case 'safe':
      return text;
    case 'secret':
      return '';
    case 'fileName':
      return lens.fileName(text);
    default:
      return lens.prose(text);
  }
}

/** Error details carry file names, columns and the like: every string of them is prose here. */
export function revealDetails(details: Record<string, unknown>, lens: Lens): Record<string, unknown> {
  const reveal = (value: unknown): unknown => {
    if (typeof value === 'string') return lens.prose(value);
    if (Array.isArray(value)) return value.map(reveal);
    if (value && typeof value === 'object') return mapObject(value as Record<string, unknown>, (_, item) => reveal(item));
    return value;
  };
  const shown = reveal(details) as Record<string, unknown>;
  if (typeof details['file'] === 'string') shown['file'] = lens.fileName(details['file']);
  return shown;
}

function mapObject(value: Record<string, unknown>, map: (key: string, item: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, map(key, item)]));
}
