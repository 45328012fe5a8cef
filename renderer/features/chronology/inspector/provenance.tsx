import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TableRef } from '#shared/model/agency-return.ts';
import type { EventDetail, TextMark } from '#shared/model/chronology-event.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { DefinitionList, Section } from '#renderer/ui/inspector.tsx';
import { fieldsInCells } from '../passages/fields-in-cells.ts';
import { PassageText } from '../passages/passage-text.tsx';
import { MarkedText } from '../text/marked-text.tsx';

export type OriginalPlace = { returnId: string; returnVersion?: number; table: TableRef; row: number; file: string };

export const tableLabel = (table: number | string): string =>
  typeof table === 'number' ? (table === 0 ? 'Paragraphs' : `Table ${table}`) : `Sheet ${table}`;

export type ProvenanceProps = {
  detail: EventDetail;
  identified: boolean;
  agencyName: string;
  onOriginal(place: OriginalPlace): void;
};

/** Where it came from: the return, the file, the row, and the cells as they stood. */
export function Provenance({ detail, identified, agencyName, onOriginal }: ProvenanceProps): ReactNode {
  if (detail.sources.length === 0) {
    return (
      <Section title="Where it came from">
        <p className="pl-2">Added by hand, not from a return.</p>
      </Section>
    );
  }
  return (
    <Section title="Where it came from">
      {detail.sources.map((source, i) => (
        <div key={source.returnRowId} className={i === 0 ? undefined : 'pl-ch-next-source'}>
          <DefinitionList
            items={[
              [
                'Return',
                <a key="return" href={hrefTo('returns', { return: source.returnId })}>
                  {agencyName}, return {source.returnVersion}
                </a>,
              ],
              ['File', source.file],
              ['Place', `${tableLabel(source.table)}, row ${source.row}`],
            ]}
          />
          <Cells cells={source.cells} detail={detail} identified={identified} />
          {identified && (
            <LinkButton
              onClick={() => {
                const { returnId, returnVersion, table, row, file } = source;
                onOriginal({ returnId, returnVersion, table, row, file });
              }}
            >
              Open original at row {source.row}
            </LinkButton>
          )}
        </div>
      ))}
      {!identified && (
        <p className="pl-2 pl-row">
          <Lock size={14} strokeWidth={1.5} aria-hidden /> Original is not shown while anonymised
        </p>
      )}
    </Section>
  );
}

const NO_MARKS: readonly TextMark[] = [];

type CellsProps = {
  cells: readonly { column: string; text: string }[];
  detail: EventDetail;
  identified: boolean;
};

/** The cells to the letter; in those that stand in the entry unchanged, marks are drawn and words can be tagged. */
function Cells({ cells, detail, identified }: CellsProps): ReactNode {
  const fields = fieldsInCells(detail);
  const filled = cells.filter(({ text }) => text.trim() !== '');
  const blank = cells.filter(({ text }) => text.trim() === '').map(({ column }) => column || 'without a heading');
  return (
    <>
      <table className="pl-ch-cells" aria-label="The row as it stood">
        <tbody>
          {filled.map((cell) => {
            const { column, text } = cell;
            const field = fields.get(cell);
            return (
              <tr key={column}>
                <th scope="row">{column || <span className="pl-dim">no heading</span>}</th>
                <td className="pl-marked">
                  {field ? <PassageText field={field} /> : <MarkedText text={text} marks={NO_MARKS} identified={identified} />}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {blank.length > 0 && <p className="pl-2 pl-ch-blank">Left blank: {blank.join(', ')}</p>}
    </>
  );
}
