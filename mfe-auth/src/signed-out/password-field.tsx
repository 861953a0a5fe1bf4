import { Field, Icon, Input, type InputProps } from '@piloto/ui';
import { Eye, EyeOff } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useText } from '../messages.ts';

type Props = Omit<InputProps, 'type' | 'end'> & { label: string; hint?: ReactNode; error?: string | undefined };

/** A password that can be shown, and that says when Caps Lock is on. Pasting and password managers work. */
export function PasswordField({ label, hint, error, ...input }: Props) {
  const t = useText();
  const [visible, setVisible] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watch = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <Field label={label} hint={capsLock ? t('password.capsLock') : hint} error={error}>
      <Input
        {...input}
        type={visible ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        onKeyDown={watch}
        onKeyUp={watch}
        end={
          // No tooltip here: it would be the heaviest part of the page.
          <button
            type="button"
            aria-label={t(visible ? 'password.hide' : 'password.show')}
            aria-pressed={visible}
            title={t(visible ? 'password.hide' : 'password.show')}
            onClick={() => setVisible(!visible)}
            className="grid size-8 cursor-default place-items-center rounded-2 hover:text-ink max-md:size-11"
          >
            <Icon icon={visible ? EyeOff : Eye} />
          </button>
        }
      />
    </Field>
  );
}
