import { useCan, usePageTitle } from '@piloto/runtime';
import { Button, PageHeader } from '@piloto/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { AgentList } from '../features/agent/components/agent-list.tsx';
import { CreateAgentDialog } from '../features/agent/components/create-agent-dialog.tsx';
import { useText } from '../messages.ts';

export function AgentsPage() {
  const t = useText();
  const mayWrite = useCan('agents:write');
  const [creating, setCreating] = useState(false);
  usePageTitle(t('agents.title'));
  const create = (
    <Button variant="primary" icon={Plus} onClick={() => setCreating(true)}>
      {t('agents.create')}
    </Button>
  );
  return (
    <div className="flex h-full flex-col">
      <PageHeader title={t('agents.title')} actions={mayWrite && create} />
      <AgentList
        create={
          mayWrite && (
            <Button icon={Plus} onClick={() => setCreating(true)}>
              {t('agents.createFirst')}
            </Button>
          )
        }
      />
      <CreateAgentDialog open={creating} onOpenChange={setCreating} />
    </div>
  );
}
