import { $create, $getState, $setState, createState, DecoratorNode } from 'lexical';
import type { ReactNode } from 'react';
import { ID_PATTERN } from '#shared/kernel/ids.ts';
import { faceOf } from '../../faces.ts';

/** The state's parse is the clamp for what comes in by paste: an id, or nothing. */
const idState = createState('recommendationId', {
  parse: (value): string => (typeof value === 'string' && ID_PATTERN.test(value) ? value : ''),
});

/** A recommendation in the draft. It holds the id of its row and nothing else; number and words come from there. */
export class RecommendationNode extends DecoratorNode<ReactNode> {
  override $config() {
    return this.config('recommendation', { extends: DecoratorNode, stateConfigs: [{ flat: true, stateConfig: idState }] });
  }
  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'pl-ed-recommendation';
    return element;
  }
  override updateDOM(): false {
    return false;
  }
  override isInline(): boolean {
    return false;
  }
  override decorate(): ReactNode {
    return faceOf('recommendation', this.getKey(), this.getRecommendationId());
  }
  getRecommendationId(): string {
    return $getState(this, idState);
  }
}

export function $createRecommendationNode(recommendationId: string): RecommendationNode {
  return $setState($create(RecommendationNode), idState, recommendationId);
}
