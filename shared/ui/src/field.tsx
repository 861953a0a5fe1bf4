import { CircleAlert } from 'lucide-react';
import { createContext, type ReactNode, useContext, useId } from 'react';
import { cn } from './cn.ts';
import { Icon } from './icon.tsx';

export type FieldWiring = {
  id: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
};

const FieldContext = createContext<FieldWiring | null>(null);

/** What a control inside a Field must put on itself; null outside a Field. */
export function useField(): FieldWiring | null {
  return useContext(FieldContext);
}

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** Replaces the hint. Says what is wrong and what to do. */
  error?: ReactNode;
  required?: boolean | undefined;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean | undefined;
  /** At the right end of the label line, as "Esqueci a senha". */
  aside?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
};

/** Label above, control, hint or error below. Controls of this package inside it wire themselves. */
export function Field({
  label,
  hint,
  error,
  required = false,
  hideLabel = false,
  aside,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const messageId = `${id}-message`;
  const labelId = `${id}-label`;
  const hasError = error !== undefined && error !== null && error !== false && error !== '';
  const hasMessage = hasError || (hint !== undefined && hint !== null);
  const wiring = { id, labelId, describedBy: hasMessage ? messageId : undefined, invalid: hasError, required };
  return (
    <FieldContext value={wiring}>
      <div className={cn('flex min-w-0 flex-col gap-1.5', className)}>
        <div className={cn('flex items-center justify-between gap-2', hideLabel && 'sr-only')}>
          <label htmlFor={id} id={labelId} className="text-12 font-medium text-ink-2">
            {label}
          </label>
          {aside}
        </div>
        {children}
        {hasError ? (
          <p id={messageId} role="alert" className="flex items-start gap-1 text-12 text-red-ink">
            <Icon icon={CircleAlert} size={14} className="mt-px" />
            <span className="min-w-0 wrap-anywhere">{error}</span>
          </p>
        ) : (
          hasMessage && (
            <p id={messageId} className="text-12 text-ink-3">
              {hint}
            </p>
          )
        )}
      </div>
    </FieldContext>
  );
}

/** Props that join a control to its Field; the caller's own id and description win. */
export function useFieldControl(own: {
  id?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling' | undefined;
  required?: boolean | undefined;
}) {
  const field = useField();
  return {
    id: own.id ?? field?.id,
    'aria-describedby': own['aria-describedby'] ?? field?.describedBy,
    'aria-invalid': own['aria-invalid'] ?? (field?.invalid ? true : undefined),
    'aria-required': own.required ?? (field?.required ? true : undefined),
  };
}
