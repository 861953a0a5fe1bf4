import { MissingValue, Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from '@piloto/ui';
import { useText } from '../../../messages.ts';
import type { ImportView } from '../api/imports.ts';
import { IGNORE, type Mapping } from '../rules.ts';
import { targetLabel } from '../target-label.ts';

const ROWS = 3;
const COLUMNS = 8;

/** The first rows of the file under the fields that they would fill, as they are written in it. */
export function RowsPreview({ view, mapping }: { view: ImportView; mapping: Mapping }) {
  const t = useText();
  const used = view.columns
    .map(({ name }, index) => ({ name, index, target: mapping[name] ?? IGNORE }))
    .filter(({ target }) => target !== IGNORE)
    .slice(0, COLUMNS);
  if (used.length === 0 || view.sample_rows.length === 0) return null;
  return (
    <section className="max-md:hidden">
      <h2 className="px-4 pt-4 pb-2 font-semibold">{t('columns.preview')}</h2>
      <Table label={t('columns.preview')}>
        <TableHead>
          <TableRow className="h-8">
            {used.map(({ name, target }) => (
              <TableHeadCell key={name}>{targetLabel(t, target)}</TableHeadCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {view.sample_rows.slice(0, ROWS).map((row, i) => (
            // Rows of a file have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key -- the file does not change
            <TableRow key={i}>
              {used.map(({ name, index }) => (
                <TableCell key={name} title={row[index]}>
                  {row[index]?.trim() || <MissingValue label={t('list.missing')} />}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}
