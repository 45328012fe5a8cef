import { strToU8 } from 'fflate';
import { packWord } from '#core/papers/word-package.ts';
import type { DocxParts } from './render/docx-render.ts';

declare const brand: unique symbol;
/** The finished bytes, not yet checked. Only `seal` makes them; `verify` accepts nothing else. */
export type Sealed = { readonly [brand]: 'Sealed'; readonly format: 'docx' | 'html'; readonly bytes: Uint8Array };

/** The same bytes for the same content, in any process; the day of publication is the only one in it. */
export function sealDocx(parts: DocxParts): Sealed {
  return { format: 'docx', bytes: packWord(parts, { title: parts.title, day: parts.publishedOn }) } as Sealed;
}

export function sealHtml(html: string): Sealed {
  return { format: 'html', bytes: strToU8(html) } as Sealed;
}
