import { $create, $setState, createState, DecoratorNode } from 'lexical';
import { idOrNothing, ReferenceNode } from '../references/reference-node.ts';

const idState = createState('findingId', { parse: idOrNothing });

/** A live reference to a finding: its number is looked up. */
export class FindingRefNode extends ReferenceNode {
  override $config() {
    return this.config('finding-ref', { extends: DecoratorNode, stateConfigs: [{ flat: true, stateConfig: idState }] });
  }
  protected override reference() {
    return { face: 'finding-ref', id: idState } as const;
  }
}

export function $createFindingRefNode(findingId: string): FindingRefNode {
  return $setState($create(FindingRefNode), idState, findingId);
}
