import { $create, $setState, createState, DecoratorNode } from 'lexical';
import { idOrNothing, ReferenceNode } from '../references/reference-node.ts';

const idState = createState('eventId', { parse: idOrNothing });

/** A live reference to an entry of the chronology. */
export class EventRefNode extends ReferenceNode {
  override $config() {
    return this.config('event-ref', { extends: DecoratorNode, stateConfigs: [{ flat: true, stateConfig: idState }] });
  }
  protected override reference() {
    return { face: 'event-ref', id: idState } as const;
  }
}

export function $createEventRefNode(eventId: string): EventRefNode {
  return $setState($create(EventRefNode), idState, eventId);
}
