import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EventDetail } from '#shared/model/chronology-event.ts';
import { hrefTo } from '#renderer/data/route.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { DefinitionList, Section } from '#renderer/ui/inspector.tsx';
import { MarkedText } from '../text/marked-text.tsx';
import type { OriginalPlace } from './original-rows.tsx';

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
          <Cells cells={source.cells} fields={detail.fields} identified={identified} />
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

type CellsProps = {
  cells: readonly { column: string; text: string }[];
  fields: EventDetail['fields'];
  identified: boolean;
};

/** The cells to the letter; marks are drawn over those that stand in the entry unchanged. */
function Cells({ cells, fields, identified }: CellsProps): ReactNode {
  const marksOf = (text: string) => fields.find((field) => field.text === text)?.marks ?? [];
  const filled = cells.filter(({ text }) => text.trim() !== '');
  const blank = cells.filter(({ text }) => text.trim() === '').map(({ column }) => column || 'without a heading');
  return (
    <>
      <table className="pl-ch-cells" aria-label="The row as it stood">
        <tbody>
          {filled.map(({ column, text }) => (
            <tr key={column}>
              <th scope="row">{column || <span className="pl-dim">no heading</span>}</th>
              <td className="pl-marked">
                <MarkedText text={text} marks={marksOf(text)} identified={identified} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {blank.length > 0 && <p className="pl-2 pl-ch-blank">Left blank: {blank.join(', ')}</p>}
    </>
  );
}
