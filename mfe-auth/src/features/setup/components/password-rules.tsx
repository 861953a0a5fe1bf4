import { cn, Icon } from '@piloto/ui';
import { Check, Circle } from 'lucide-react';
import { useText } from '../../../messages.ts';
import { lengthOf, MAX_PASSWORD, MIN_PASSWORD } from '../rules.ts';

/** The rules, each with whether the password meets it already. */
export function PasswordRules({ password }: { password: string }) {
  const t = useText();
  const length = lengthOf(password);
  const rules = [
    { key: 'min', text: t('password.atLeast', { count: MIN_PASSWORD }), met: length >= MIN_PASSWORD },
    { key: 'max', text: t('password.atMost', { count: MAX_PASSWORD }), met: length > 0 && length <= MAX_PASSWORD },
  ];
  return (
    <ul className="flex list-none flex-col gap-1 p-0 text-12">
      {rules.map(({ key, text, met }) => (
        <li key={key} className={cn('flex items-center gap-1.5', met ? 'text-green-ink' : 'text-ink-2')}>
          <Icon icon={met ? Check : Circle} size={14} />
          {text}
          <span className="sr-only">{t(met ? 'password.met' : 'password.open')}</span>
        </li>
      ))}
    </ul>
  );
}
