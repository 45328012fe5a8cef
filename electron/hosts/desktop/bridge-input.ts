import { z } from 'zod';
import { FILE_PURPOSES } from '#shared/rpc/host-bridge.ts';

/** What a page may ask of main; anything else is refused before a dialog is shown. */
export const FilePurposeInput = z.enum(FILE_PURPOSES);
export const PickFileInput = z.strictObject({ purpose: FilePurposeInput, multiple: z.boolean().optional() });
export const PickPlaceInput = z.strictObject({ suggestedName: z.string().max(400) });
export const SaveResultInput = z.strictObject({ ref: z.string().min(8).max(200), name: z.string().max(400) });
export const DroppedInput = z.strictObject({
  name: z.string().max(400),
  path: z.string().max(32_768),
  bytes: z.instanceof(Uint8Array).nullable(),
});
