import { findRoute } from '@piloto/contracts';
import { buttonVariants, EmptyPanel } from '@piloto/ui';
import { SearchX } from 'lucide-react';
import { useMemo } from 'react';
import { Link, useLocation } from 'react-router';
import { NAME, useText } from '../messages.ts';
import { readPageRelease } from '../page-release.ts';
import { SettingsSection } from '../section/settings-section.tsx';

/** True while the address belongs to another remote, for the moment until the shell has unmounted this one. */
function belongsElsewhere(pathname: string): boolean {
  const owned = Object.values(readPageRelease()?.remotes ?? {}).flatMap(({ name, routes }) =>
    routes.map(({ path }) => ({ path, name })),
  );
  const owner = findRoute(owned, pathname)?.name;
  return owner !== undefined && owner !== NAME;
}

/** An address below /configuracoes that no remote declares. */
export function UnknownPage() {
  const { pathname } = useLocation();
  const elsewhere = useMemo(() => belongsElsewhere(pathname), [pathname]);
  return elsewhere ? null : <Unknown pathname={pathname} />;
}

function Unknown({ pathname }: { pathname: string }) {
  const t = useText();
  return (
    <SettingsSection title={t('unknown.title')}>
      <EmptyPanel
        icon={SearchX}
        title={t('unknown.title')}
        description={t('unknown.description', { pathname })}
        action={
          <Link to="/configuracoes/perfil" className={buttonVariants({ variant: 'secondary', size: 'sm' })}>
            {t('unknown.action')}
          </Link>
        }
      />
    </SettingsSection>
  );
}
