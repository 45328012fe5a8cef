import { defineExtension } from 'lexical';
import { setFace } from '../../faces.ts';
import { eventRefFace } from './face.tsx';
import { EventRefNode } from './node.ts';

setFace('event-ref', eventRefFace);

export const EventRefExtension = defineExtension({
  name: 'plumbline/event-ref',
  nodes: [EventRefNode],
  // A reference to nothing (a paste that was no id) is taken out again.
  register: (editor) =>
    editor.registerNodeTransform(EventRefNode, (node) => {
      if (node.getRefId() === '') node.remove();
    }),
});
