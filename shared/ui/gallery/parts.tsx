import { Download, Ellipsis, Plus, TrendingDown, UserRound } from 'lucide-react';
import { useState } from 'react';
import {
  Avatar,
  Badge,
  Button,
  Counter,
  DescriptionList,
  IconButton,
  Kbd,
  Logo,
  Score,
  Segmented,
  Skeleton,
  StageRing,
  StatusDot,
  Steps,
  Tabs,
} from '../src/index.ts';
import { Section } from './section.tsx';

export function Parts() {
  const [tab, setTab] = useState('todos');
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const [busy, setBusy] = useState(false);
  return (
    <>
      <h1 className="px-4 pt-3 text-20 font-semibold">R$ 18,9 mi</h1>
      <Section title="Botões: um primário por tela">
        <Button variant="primary" size="sm" icon={Plus}>
          Novo lead
        </Button>
        <Button size="sm" icon={UserRound}>
          Atribuir
        </Button>
        <Button variant="ghost" size="sm" icon={Download}>
          Exportar
        </Button>
        <Button variant="danger" size="sm">
          Apagar
        </Button>
        <IconButton icon={Ellipsis} label="Mais ações" size="sm" />
        <Button size="sm" disabled>
          Desligado
        </Button>
        <Button size="sm" busy busyLabel="Salvando…">
          Salvar
        </Button>
        <Button variant="primary" size="sm" shortcut="T">
          Assumir
        </Button>
        <Button size="sm" busy={busy} busyLabel="Enviando…" onClick={() => setBusy(true)}>
          Enviar
        </Button>
        <Button variant="primary" size="lg">
          Entrar
        </Button>
      </Section>
      <Section title="Abas, segmentos e atalhos">
        <div className="flex h-10 min-w-0 flex-1 border-b border-line">
          <Tabs
            label="Visões"
            moreLabel="Mais"
            value={tab}
            onValueChange={setTab}
            items={[
              { value: 'todos', label: 'Todos', count: '12.431' },
              { value: 'meus', label: 'Meus', count: '318' },
              { value: 'arquivados', label: 'Arquivados' },
              { value: 'esperando', label: 'Esperando resposta', count: '9' },
            ]}
          />
        </div>
        <Segmented
          label="Mostrar como"
          value={view}
          onValueChange={setView}
          options={[
            { value: 'chart', label: 'Gráfico' },
            { value: 'table', label: 'Tabela' },
          ]}
        />
        <span className="flex gap-1">
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </span>
      </Section>
      <Section title="Estágio: anel e palavra">
        <StageRing stage="new" label="Novo" />
        <StageRing stage="qualified" label="Qualificação" />
        <StageRing stage="proposal" label="Proposta" />
        <StageRing stage="negotiation" label="Negociação" />
        <StageRing stage="won" label="Ganho" />
        <StageRing stage="lost" label="Perdido" />
      </Section>
      <Section title="Situação, etiqueta, pontuação">
        <StatusDot tone="green">Pronto</StatusDot>
        <StatusDot tone="blue">Indexando</StatusDot>
        <StatusDot tone="amber">Parcial</StatusDot>
        <StatusDot tone="red">Falhou</StatusDot>
        <StatusDot tone="ring">Na fila</StatusDot>
        <Badge>Indicação</Badge>
        <Badge tone="blue">5%</Badge>
        <Badge tone="green">No ar</Badge>
        <Badge tone="amber">Rascunho</Badge>
        <Badge tone="red" icon={TrendingDown}>
          2 pioraram
        </Badge>
        <Badge tone="teal">IA</Badge>
        <Badge tone="line">Linha</Badge>
        <Counter value={3} label="3 não lidas" />
        <Score value={92} label="Pontuação" />
        <Score value={57} label="Pontuação" />
        <Avatar name="Camila Rocha" />
        <Avatar name="Rafael" kind="me" />
        <Avatar name="Nina" kind="ai" />
        <Avatar name="Helena Braga" size={24} />
        <Avatar name="Helena Braga" size={32} />
        <Avatar name="Padaria Pão Dourado" size={40} square />
        <Avatar name="" kind="none" />
      </Section>
      <Section title="Etapas, propriedades, marca">
        <Steps
          label="Etapas da importação"
          doneLabel="concluída"
          current="colunas"
          steps={[
            { id: 'arquivo', label: 'Arquivo' },
            { id: 'colunas', label: 'Colunas' },
            { id: 'simulacao', label: 'Simulação' },
          ]}
        />
        <DescriptionList
          className="w-full"
          items={[
            { term: 'E-mail', value: 'marina.cavalcanti@padariapaodourado.com.br' },
            { term: 'Origem', value: <Badge>Indicação</Badge> },
          ]}
        />
        <Logo label="Piloto de Vendas" />
        <Logo size={32} />
        <Skeleton round />
        <Skeleton className="w-30" />
      </Section>
    </>
  );
}
