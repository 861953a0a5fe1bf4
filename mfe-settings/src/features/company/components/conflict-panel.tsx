import { Button } from '@piloto/ui';
import { useText } from '../../../messages.ts';
import { COMPANY_FIELDS, type CompanyFields } from '../rules.ts';

type Props = {
  mine: CompanyFields;
  theirs: CompanyFields;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
  busy: boolean;
};

/** Somebody else saved meanwhile: both texts side by side, and the choice. Nothing is lost before it is made. */
export function ConflictPanel({ mine, theirs, onTakeTheirs, onKeepMine, busy }: Props) {
  const t = useText();
  const differing = COMPANY_FIELDS.filter((field) => mine[field] !== theirs[field]);
  return (
    <div role="alert" className="flex flex-col gap-3 rounded-2 bg-amber-soft p-3 text-amber-ink">
      <div>
        <h3 className="font-semibold">{t('company.conflict.title')}</h3>
        <p className="mt-1 text-12">{t('company.conflict.description')}</p>
      </div>
      <dl className="flex flex-col gap-2 text-12 text-ink">
        {differing.map((field) => (
          <div key={field} className="grid grid-cols-2 gap-x-3 gap-y-0.5">
            <dt className="col-span-2 font-medium">{t(`company.${field}`)}</dt>
            <dd className="min-w-0 wrap-anywhere">
              <span className="block text-ink-2">{t('company.conflict.theirs')}</span>
              {theirs[field] || t('company.conflict.empty')}
            </dd>
            <dd className="min-w-0 wrap-anywhere">
              <span className="block text-ink-2">{t('company.conflict.mine')}</span>
              {mine[field] || t('company.conflict.empty')}
            </dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onKeepMine} busy={busy} busyLabel={t('form.saving')}>
          {t('company.conflict.keepMine')}
        </Button>
        <Button variant="ghost" onClick={onTakeTheirs}>
          {t('company.conflict.takeTheirs')}
        </Button>
      </div>
    </div>
  );
}
