import { Upload } from 'lucide-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { cn } from './cn.ts';
import { useFieldControl } from './field.tsx';
import { Icon } from './icon.tsx';

export type FileDropProps = {
  /** What to do here, as "Solte a planilha aqui ou escolha um arquivo". */
  label: ReactNode;
  /** Kinds and limits, as "CSV, até 50 MB". */
  hint?: ReactNode;
  /** As of <input type="file">: extensions and media types. */
  accept?: string | undefined;
  multiple?: boolean | undefined;
  disabled?: boolean | undefined;
  onFiles: (files: File[]) => void;
  /** Files that `accept` refuses, or that are too many; the caller says why. */
  onRefused?: ((files: File[]) => void) | undefined;
  className?: string | undefined;
};

/** Drop, click or keyboard: the whole area is a file input with its label. */
export function FileDrop({
  label,
  hint,
  accept,
  multiple = false,
  disabled = false,
  onFiles,
  onRefused,
  className,
}: FileDropProps) {
  const [over, setOver] = useState(false);
  const wiring = useFieldControl({});

  function take(list: FileList | null) {
    const files = [...(list ?? [])];
    // A drop ignores `accept` and `multiple`, so both are checked again here.
    const fitting = files.filter((file) => isAccepted(file, accept));
    const taken = multiple ? fitting : fitting.slice(0, 1);
    const refused = files.filter((file) => !taken.includes(file));
    if (taken.length > 0) onFiles(taken);
    if (refused.length > 0) onRefused?.(refused);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files);
  }

  return (
    <label
      className={cn(
        'relative flex min-h-32 flex-col items-center justify-center gap-1 rounded-3 border border-dashed border-line-control px-6 py-8 text-center hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus has-aria-invalid:border-red',
        over && 'border-accent bg-accent-soft',
        disabled && 'bg-active text-ink-off hover:bg-active',
        className,
      )}
    >
      <input
        {...wiring}
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        // Over the whole area, so that a drop anywhere in it lands here.
        className="absolute inset-0 size-full opacity-0"
        onDragOver={(event) => {
          // Without this the browser would leave the page for the file.
          event.preventDefault();
          if (!disabled) setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        onChange={(event) => {
          take(event.currentTarget.files);
          // Choosing the same file again must count as a choice.
          event.currentTarget.value = '';
        }}
      />
      <Icon icon={Upload} size={20} className="mb-1 text-ink-3" />
      <span className="font-medium">{label}</span>
      {hint !== undefined && <span className="text-12 text-ink-3">{hint}</span>}
    </label>
  );
}

function isAccepted(file: File, accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === '') return true;
  const name = file.name.toLowerCase();
  const type = file.type.toLowerCase();
  return accept
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .some((part) => {
      if (part.startsWith('.')) return name.endsWith(part);
      if (part.endsWith('/*')) return type.startsWith(part.slice(0, -1));
      return type === part;
    });
}
