import { usePageTitle } from '@piloto/runtime';
import { Button, PageHeader } from '@piloto/ui';
import { Plus } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { ImportList } from '../features/lead-import/components/import-list.tsx';
import { UploadDialog } from '../features/lead-import/components/upload-dialog.tsx';
import { useText } from '../messages.ts';
import { useShortcuts } from '../shortcuts.ts';

const NEW = 'nova';

/** `/importacoes`; with `?nova=1` the dialog for a new one is open. */
export function ImportsPage() {
  const t = useText();
  const [search, setSearch] = useSearchParams();
  usePageTitle(t('imports.title'));
  const open = (): void => setSearch({ [NEW]: '1' });
  useShortcuts({ n: open });
  return (
    <div className="flex h-full min-h-0 flex-1 flex-col bg-surface text-13 text-ink">
      <PageHeader
        title={t('imports.title')}
        actions={
          <Button variant="primary" icon={Plus} shortcut="N" iconOnlyBelow="md" onClick={open}>
            {t('imports.new')}
          </Button>
        }
      />
      <ImportList onNew={open} />
      {search.has(NEW) && <UploadDialog onClose={() => setSearch({}, { replace: true })} />}
    </div>
  );
}
