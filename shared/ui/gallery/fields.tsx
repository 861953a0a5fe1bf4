import { Calendar } from 'lucide-react';
import { useState } from 'react';
import {
  Avatar,
  Checkbox,
  Field,
  FileDrop,
  FilterChip,
  Input,
  Menu,
  MenuItem,
  Progress,
  RadioGroup,
  SearchInput,
  Select,
  Switch,
  Textarea,
} from '../src/index.ts';
import { Section } from './section.tsx';

export function Fields() {
  const [owner, setOwner] = useState<'camila' | 'rafael' | null>('camila');
  const [rule, setRule] = useState<'keep' | 'replace' | null>('keep');
  const [text, setText] = useState('');
  const [files, setFiles] = useState<string[]>([]);
  return (
    <>
      <Section title="Campos">
        <div className="grid w-full gap-3 md:grid-cols-2">
          <Field label="Nome">
            <Input defaultValue="Marina Cavalcanti" />
          </Field>
          <Field label="Empresa">
            <Input defaultValue="Padaria Pão" disabled />
          </Field>
          <Field label="Telefone" error="Faltam dígitos">
            <Input defaultValue="(11) 9884-207" />
          </Field>
          <Field label="Responsável" hint="Quem recebe os avisos">
            <Select
              value={owner}
              onValueChange={setOwner}
              options={[
                { value: 'camila', label: 'Camila Rocha', start: <Avatar name="Camila Rocha" /> },
                { value: 'rafael', label: 'Rafael Lima', start: <Avatar name="Rafael Lima" /> },
              ]}
            />
          </Field>
          <Field label="Fechamento previsto">
            <Input icon={Calendar} placeholder="dd/mm/aaaa" />
          </Field>
          <Field label="Comentário (opcional)">
            <Textarea placeholder="O que mudou?" rows={2} />
          </Field>
        </div>
        <Checkbox label="Selecionar" hideLabel />
        <Checkbox label="Selecionar" hideLabel defaultChecked />
        <Checkbox label="Selecionar" hideLabel indeterminate />
        <Switch label="Ligado" hideLabel defaultChecked />
        <Switch label="Desligado" hideLabel />
        <div className="w-40">
          <SearchInput
            label="Buscar"
            placeholder="Buscar"
            clearLabel="Limpar busca"
            size="sm"
            shortcut="/"
            value={text}
            onValueChange={setText}
          />
        </div>
        <Checkbox label="Avisar por e-mail" description="Uma mensagem por dia" className="w-full" />
        <Switch label="IA ligada" description="Responde fora do horário" className="w-full" />
        <Field label="Se já existir" className="w-full">
          <RadioGroup
            value={rule}
            onValueChange={setRule}
            options={[
              { value: 'keep', label: 'Manter o que está no Piloto' },
              { value: 'replace', label: 'Trocar pelo da planilha', description: 'Campos vazios não apagam nada' },
            ]}
          />
        </Field>
      </Section>
      <Section title="Filtro">
        <FilterChip
          field="Origem"
          operator="é"
          value="Instagram, Site"
          removeLabel="Remover filtro Origem"
          onRemove={() => setText('')}
        />
        <FilterChip
          field="Estágio"
          operator="é"
          value="Novo"
          removeLabel="Remover filtro Estágio"
          onRemove={() => setText('')}
          renderPart={(part, button) => (
            <Menu key={part} trigger={button}>
              <MenuItem checked>Novo</MenuItem>
              <MenuItem checked={false}>Ganho</MenuItem>
            </Menu>
          )}
        />
      </Section>
      <Section title="Arquivo e andamento">
        <FileDrop
          className="w-full"
          label="Solte a planilha aqui ou escolha um arquivo"
          hint={files.length > 0 ? files.join(', ') : 'CSV, até 50 MB'}
          accept=".csv"
          onFiles={(taken) => setFiles(taken.map((file) => file.name))}
          onRefused={(refused) => setFiles([`Recusado: ${refused.map((file) => file.name).join(', ')}`])}
        />
        <Progress className="w-full" label="Importando" value={812} max={1516} valueText="812 de 1.516" />
        <Progress className="w-full" label="Preparando" value={null} hint="Isto leva alguns segundos" />
      </Section>
    </>
  );
}
