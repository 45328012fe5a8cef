import { $create, $getState, $setState, createState, DecoratorNode } from 'lexical';
import type { ReactNode } from 'react';
import { ID_PATTERN } from '#shared/kernel/ids.ts';
import { faceOf, labelOfReference } from '../../faces.ts';

/** The state's parse is the clamp for what comes in by paste: an id, or nothing. */
const idState = createState('eventId', {
  parse: (value): string => (typeof value === 'string' && ID_PATTERN.test(value) ? value : ''),
});

/** A live reference to an entry of the chronology: its id; what it reads as is looked up. */
export class EventRefNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config('event-ref', { extends: DecoratorNode, stateConfigs: [{ flat: true, stateConfig: idState }] });
  }
  override createDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'pl-ed-event-ref';
    return element;
  }
  override updateDOM(): false {
    return false;
  }
  override isInline(): boolean {
    return true;
  }
  override getTextContent(): string {
    return labelOfReference(this.getEventId());
  }
  override exportDOM(): { element: HTMLElement } {
    const element = document.createElement('span');
    element.textContent = this.getTextContent();
    return { element };
  }
  override decorate(): ReactNode {
    return faceOf('event-ref', this.getKey(), this.getEventId());
  }
  getEventId(): string {
    return $getState(this, idState);
  }
}

export function $createEventRefNode(eventId: string): EventRefNode {
  return $setState($create(EventRefNode), idState, eventId);
}
