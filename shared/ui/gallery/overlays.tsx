import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import {
  AlertDialog,
  Button,
  Dialog,
  Field,
  Input,
  Menu,
  MenuGroup,
  MenuItem,
  MenuSeparator,
  Popover,
  Textarea,
} from '../src/index.ts';
import { Section } from './section.tsx';

export function Overlays({ open }: { open: string | null }) {
  const [dialog, setDialog] = useState(open === 'dialog');
  const [alert, setAlert] = useState(open === 'alert');
  return (
    <Section title="Caixas e menus">
      <Button onClick={() => setDialog(true)}>Mover para…</Button>
      <Dialog
        open={dialog}
        onOpenChange={setDialog}
        title="Mover para Negociação"
        description="Este estágio pede dois campos."
        closeLabel="Fechar"
        onSubmit={(event) => {
          event.preventDefault();
          setDialog(false);
        }}
        footer={
          <>
            <Button onClick={() => setDialog(false)}>Cancelar</Button>
            <Button type="submit" variant="primary">
              Mover lead
            </Button>
          </>
        }
      >
        <Field label="Valor da proposta (R$)" error="Informe um valor maior que zero">
          <Input defaultValue="0,00" />
        </Field>
        <Field label="Comentário (opcional)">
          <Textarea placeholder="O que mudou?" />
        </Field>
      </Dialog>
      <Button onClick={() => setAlert(true)}>Apagar…</Button>
      <AlertDialog
        open={alert}
        onOpenChange={setAlert}
        title="Apagar organização"
        description="Os 12.431 leads são apagados e não voltam."
        cancelLabel="Cancelar"
        confirmLabel="Apagar"
        typed={{ label: 'Digite o nome da organização', expected: 'Padaria Pão Dourado', hint: 'Padaria Pão Dourado' }}
        onConfirm={() => setAlert(false)}
      />
      <Menu trigger={<Button>Menu</Button>}>
        <MenuGroup label="Mover para">
          <MenuItem shortcut="1">Novo</MenuItem>
          <MenuItem checked>Proposta</MenuItem>
          <MenuItem disabled>Perdido</MenuItem>
        </MenuGroup>
        <MenuSeparator />
        <MenuItem danger icon={Trash2}>
          Apagar lead
        </MenuItem>
      </Menu>
      <Popover trigger={<Button>Colunas</Button>} label="Colunas">
        <Field label="Nome da visão">
          <Input />
        </Field>
      </Popover>
    </Section>
  );
}
