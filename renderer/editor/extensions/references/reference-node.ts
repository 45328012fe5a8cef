import { $getState, DecoratorNode, type StateConfig } from 'lexical';
import type { ReactNode } from 'react';
import { ID_PATTERN } from '#shared/kernel/ids.ts';
import { type FaceName, faceOf, labelOfReference } from '../../faces.ts';

/** A state's parse, the clamp for what comes in by paste: an id, or nothing. */
export const idOrNothing = (value: unknown): string => (typeof value === 'string' && ID_PATTERN.test(value) ? value : '');

/** A live reference inside a sentence: it holds an id alone; what it reads as is looked up. */
export abstract class ReferenceNode extends DecoratorNode<ReactNode> {
  /** How it looks, and where its id stands: the state's key is the field's name in the stored draft. */
  protected abstract reference(): { face: FaceName; id: StateConfig<string, string> };

  override createDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = `pl-ed-${this.reference().face}`;
    return element;
  }
  override updateDOM(): false {
    return false;
  }
  override isInline(): boolean {
    return true;
  }
  override getTextContent(): string {
    return labelOfReference(this.getRefId());
  }
  override exportDOM(): { element: HTMLElement } {
    const element = document.createElement('span');
    element.textContent = this.getTextContent();
    return { element };
  }
  override decorate(): ReactNode {
    return faceOf(this.reference().face, this.getKey(), this.getRefId());
  }
  getRefId(): string {
    return $getState(this, this.reference().id);
  }
}
