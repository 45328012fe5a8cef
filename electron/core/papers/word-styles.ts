import { AlignmentType, type IStylesOptions, LevelFormat, LineRuleType } from 'docx';

/** How a Word file of ours looks. Sizes in half-points, spaces and lengths in twentieths of a point. */
const INK = '1B3A4E';
export const TITLE_SIZE = 44;
/** A4 with margins of 2.5 cm. */
export const PAGE = { width: 11906, height: 16838, margin: 1417 };
const LABEL_WIDTH = 1701;

export type Lie = 'portrait' | 'landscape';
/** On its side a page holds a chronology, in 10 point. */
const SIZES = { portrait: { body: 24, table: 22, footer: 20 }, landscape: { body: 20, table: 20, footer: 18 } } as const;

export const textWidth = (lie: Lie): number => (lie === 'portrait' ? PAGE.width : PAGE.height) - 2 * PAGE.margin;

const heading = (size: number, before: number, outlineLevel: number) => ({
  run: { size, bold: true, color: INK, font: 'Calibri' },
  paragraph: {
    keepNext: true,
    keepLines: true,
    spacing: { before, after: 80, line: 276, lineRule: LineRuleType.AUTO },
    outlineLevel,
  },
});

export const styles = (lie: Lie): IStylesOptions => ({
  default: {
    document: {
      run: {
        font: 'Calibri',
        size: SIZES[lie].body,
        language: { value: 'en-GB', eastAsia: 'en-GB', bidirectional: 'en-GB' },
      },
      paragraph: { spacing: { line: 312, lineRule: LineRuleType.AUTO, after: 160 }, alignment: AlignmentType.LEFT },
    },
    heading1: heading(36, 360, 0),
    heading2: heading(30, 240, 1),
    heading3: heading(26, 160, 2),
    heading4: heading(24, 120, 3),
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { color: '474E54' },
      paragraph: { spacing: { after: 80 } },
    },
    {
      id: 'Labelled',
      name: 'Labelled',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        spacing: { after: 40 },
        indent: { left: LABEL_WIDTH, hanging: LABEL_WIDTH },
        leftTabStop: LABEL_WIDTH,
      },
    },
    { id: 'ListText', name: 'List Text', basedOn: 'Normal', quickFormat: true, paragraph: { spacing: { after: 80 } } },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { bold: true },
      paragraph: { keepNext: true, spacing: { before: 160, after: 80 } },
    },
    {
      id: 'TableText',
      name: 'Table Text',
      basedOn: 'Normal',
      run: { size: SIZES[lie].table },
      paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO, after: 40 } },
    },
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      run: { size: SIZES[lie].footer },
      paragraph: { spacing: { after: 0 }, rightTabStop: textWidth(lie) },
    },
  ],
});

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 567, hanging: 340 } } },
});
export const numbering = {
  config: [
    { reference: 'bullets', levels: [level(LevelFormat.BULLET, '•')] },
    { reference: 'numbers', levels: [level(LevelFormat.DECIMAL, '%1.')] },
  ],
};
