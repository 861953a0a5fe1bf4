import { Download, Plus } from 'lucide-react';
import { useState } from 'react';
import {
  Avatar,
  Button,
  Checkbox,
  FooterBar,
  MissingValue,
  PageHeader,
  Score,
  SearchInput,
  type SortDirection,
  StageRing,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeadCell,
  TableRow,
  TableSpacer,
  Tabs,
  Toolbar,
  ToolbarSeparator,
} from '../src/index.ts';

const rows = ['Marina Cavalcanti', 'Otávio Prado de Albuquerque e Sá', 'Luísa Brandão', 'Nilo'];

export function Bars() {
  const [sort, setSort] = useState<SortDirection>('ascending');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['Luísa Brandão']));
  const [tab, setTab] = useState('todos');
  const toggle = (name: string) =>
    setSelected((before) =>
      before.has(name) ? new Set([...before].filter((one) => one !== name)) : new Set([...before, name]),
    );
  return (
    <div className="border-t border-line">
      <PageHeader
        title="Leads"
        actions={
          <>
            <Button variant="ghost" icon={Download} iconOnlyBelow="md">
              Importar
            </Button>
            <Button variant="primary" icon={Plus} iconOnlyBelow="md" shortcut="N">
              Novo lead
            </Button>
          </>
        }
      >
        <Tabs
          label="Visões"
          moreLabel="Mais"
          value={tab}
          onValueChange={setTab}
          items={[
            { value: 'todos', label: 'Todos', count: '12.431' },
            { value: 'meus', label: 'Meus', count: '318' },
          ]}
        />
      </PageHeader>
      <Toolbar label="Filtros" end={<Button variant="ghost">Colunas</Button>}>
        <div className="w-50">
          <SearchInput
            label="Buscar leads"
            clearLabel="Limpar"
            placeholder="Buscar"
            value=""
            onValueChange={() => setTab('todos')}
          />
        </div>
        <ToolbarSeparator />
        <Button variant="ghost" icon={Plus}>
          Filtro
        </Button>
      </Toolbar>
      <div className="overflow-x-auto">
        <Table label="Leads" rowCount={12_432} className="min-w-175">
          <TableHead>
            <TableRow rowIndex={1}>
              <TableHeadCell width={48}>
                <Checkbox label="Selecionar todos" hideLabel indeterminate />
              </TableHeadCell>
              <TableHeadCell
                width="30%"
                sort={sort}
                onSort={() => setSort(sort === 'ascending' ? 'descending' : 'ascending')}
              >
                Nome
              </TableHeadCell>
              <TableHeadCell sort="none" onSort={() => setSort('ascending')}>
                Estágio
              </TableHeadCell>
              <TableHeadCell>Responsável</TableHeadCell>
              <TableHeadCell numeric width={120} sort="none" onSort={() => setSort('ascending')}>
                Pontuação
              </TableHeadCell>
              <TableHeadCell numeric width={140}>
                Valor
              </TableHeadCell>
            </TableRow>
          </TableHead>
          <TableBody>
            <TableSpacer height={0} columns={6} />
            {rows.map((name, index) => (
              <TableRow key={name} rowIndex={index + 2} selected={selected.has(name)} cursor={index === 1}>
                <TableCell>
                  <Checkbox label={name} hideLabel checked={selected.has(name)} onCheckedChange={() => toggle(name)} />
                </TableCell>
                <TableCell className="font-medium">{name}</TableCell>
                <TableCell>
                  <StageRing stage="proposal" label="Proposta" />
                </TableCell>
                <TableCell>
                  <span className="flex items-center gap-2">
                    <Avatar name="Camila" />
                    Camila Rocha
                  </span>
                </TableCell>
                <TableCell numeric>
                  <Score value={90 - index * 12} />
                </TableCell>
                <TableCell numeric>{index === 3 ? <MissingValue label="Sem valor" /> : 'R$ 12.400,00'}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
      <FooterBar selection end={<Button>Atribuir</Button>}>
        1 selecionado
      </FooterBar>
      <FooterBar>12.431 leads</FooterBar>
    </div>
  );
}
