import { $create, $getState, $setState, createState, DecoratorNode } from 'lexical';
import type { ReactNode } from 'react';
import { ID_PATTERN } from '#shared/kernel/ids.ts';
import { faceOf, labelOfReference } from '../../faces.ts';

/** The state's parse is the clamp for what comes in by paste: an id, or nothing. */
const idState = createState('findingId', {
  parse: (value): string => (typeof value === 'string' && ID_PATTERN.test(value) ? value : ''),
});

/** A live reference to a finding: its id; its number is looked up. */
export class FindingRefNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config('finding-ref', { extends: DecoratorNode, stateConfigs: [{ flat: true, stateConfig: idState }] });
  }
  override createDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'pl-ed-finding-ref';
    return element;
  }
  override updateDOM(): false {
    return false;
  }
  override isInline(): boolean {
    return true;
  }
  override getTextContent(): string {
    return labelOfReference(this.getFindingId());
  }
  override exportDOM(): { element: HTMLElement } {
    const element = document.createElement('span');
    element.textContent = this.getTextContent();
    return { element };
  }
  override decorate(): ReactNode {
    return faceOf('finding-ref', this.getKey(), this.getFindingId());
  }
  getFindingId(): string {
    return $getState(this, idState);
  }
}

export function $createFindingRefNode(findingId: string): FindingRefNode {
  return $setState($create(FindingRefNode), idState, findingId);
}
