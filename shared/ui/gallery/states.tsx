import { useState } from 'react';
import {
  Banner,
  Button,
  DeniedPanel,
  EmptyPanel,
  ErrorPanel,
  LoadingPanel,
  OfflineBanner,
  PartialBadge,
  SkeletonRows,
} from '../src/index.ts';

const frame = 'border-b border-line';

export function States() {
  const [retrying, setRetrying] = useState(false);
  return (
    <>
      <OfflineBanner fact="Sem internet." consequence="Rascunhos guardados." />
      <Banner tone="red" fact="Promoção bloqueada." />
      <Banner
        tone="blue"
        fact="Importando"
        consequence="812 de 1.516"
        action={<Button variant="ghost">Cancelar</Button>}
      />
      <div className="p-4">
        <PartialBadge
          label="Desatualizado"
          detail="dados das 14:31"
          actionLabel="Atualizar"
          onAction={() => setRetrying(false)}
        />
      </div>
      <div className={frame}>
        <ErrorPanel
          title="Não foi possível carregar Leads"
          description="O servidor não respondeu em 10 s. O resto continua funcionando."
          retryLabel="Tentar de novo"
          retryingLabel="Tentando…"
          retrying={retrying}
          onRetry={() => setRetrying(true)}
          request={{ id: 'req_01JD8M3', label: 'Pedido', copyLabel: 'Copiar', copiedLabel: 'Copiado' }}
        />
      </div>
      <div className={frame}>
        <EmptyPanel
          title="Nenhum lead ainda"
          description="Aqui aparecem as pessoas que falam com você."
          action={<Button variant="primary">Novo lead</Button>}
        />
      </div>
      <div className={frame}>
        <DeniedPanel
          title="Você não pode ver a auditoria"
          description="Falta a permissão “Ver auditoria”. Camila Rocha pode dar."
          action={<Button>Pedir acesso</Button>}
        />
      </div>
      <LoadingPanel label="Carregando leads">
        <SkeletonRows rows={4} columns={3} />
      </LoadingPanel>
    </>
  );
}
