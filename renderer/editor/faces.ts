import type { ReactNode } from 'react';

/**
 * How nodes look. The nodes hold data and know no component; an extension hands over the face of its node, so that the
 * same nodes load where there is no page.
 */
export type FaceName = 'recommendation' | 'event-ref' | 'finding-ref';
type Face = (nodeKey: string, id: string) => ReactNode;

const faces = new Map<FaceName, Face>();
export const setFace = (name: FaceName, face: Face): void => void faces.set(name, face);
export const faceOf = (name: FaceName, nodeKey: string, id: string): ReactNode => faces.get(name)?.(nodeKey, id) ?? null;

/** What each reference reads as, as last shown: for plain text, copies and counts of words. */
const labels = new Map<string, string>();
export const labelReference = (id: string, label: string): void => void labels.set(id, label);
export const labelOfReference = (id: string): string => labels.get(id) ?? '';
/** On leaving the editor: another view may show other words. */
export const forgetLabels = (): void => labels.clear();
