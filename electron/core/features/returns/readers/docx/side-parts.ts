import { XML_CLOSE, XML_END, XML_OPEN, type XmlScanner } from '#core/formats/xml-scanner.ts';
import { isOn } from './on-off.ts';
import type { StoryContext } from './story-context.ts';
import { readStory } from './story.ts';

/** Notes or comments of a part, by id, as plain text of the final view. Separator notes are left out. */
export function readNotes(xml: XmlScanner, element: string, context: StoryContext): Map<string, string> {
  const out = new Map<string, string>();
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token !== XML_OPEN || xml.name !== element) continue;
    const id = xml.attribute('w:id') ?? '';
    const type = xml.attribute('w:type');
    const author = xml.attribute('w:author');
    const story = readStory(xml, context);
    const text = story.text.trim();
    if (type !== undefined && type !== 'normal') continue;
    out.set(id, author ? `${author}: ${text}` : text);
  }
  return out;
}

/** Ids of the styles that hide their text, directly or through the style they are based on. */
export function readHiddenStyles(xml: XmlScanner): Set<string> {
  const hidden = new Map<string, boolean>();
  const basedOn = new Map<string, string>();
  let style = '';
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token === XML_CLOSE && xml.name === 'w:style') style = '';
    if (token !== XML_OPEN) continue;
    if (xml.name === 'w:style') style = xml.attribute('w:styleId') ?? '';
    else if (xml.name === 'w:basedOn') basedOn.set(style, xml.attribute('w:val') ?? '');
    else if (xml.name === 'w:vanish') hidden.set(style, isOn(xml.attribute('w:val')));
  }
  const out = new Set<string>();
  for (const id of new Set([...hidden.keys(), ...basedOn.keys()])) {
    let at: string | undefined = id;
    for (let steps = 0; at !== undefined && steps < 20; steps++) {
      const own = hidden.get(at);
      if (own !== undefined) {
        if (own && id !== '') out.add(id);
        break;
      }
      at = basedOn.get(at);
    }
  }
  return out;
}
