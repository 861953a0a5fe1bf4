import { Badge, Icon, Input } from '@piloto/ui';
import { X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { useText } from '../../../messages.ts';

type Props = { value: readonly string[]; onChange: (tags: string[]) => void; onBlur: () => void };

/** Enter or a comma makes a tag of what was typed; so does leaving the field. */
export function TagInput({ value, onChange, onBlur }: Props) {
  const t = useText();
  const [text, setText] = useState('');
  const add = (): void => {
    const fresh = text
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '' && !value.includes(tag));
    setText('');
    if (fresh.length > 0) onChange([...value, ...new Set(fresh)]);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.key === 'Enter' && text.trim() !== '') || event.key === ',') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && text === '' && value.length > 0) onChange(value.slice(0, -1));
  };
  return (
    <div className="flex flex-col gap-2">
      <Input
        value={text}
        placeholder={t('form.tagHint')}
        maxLength={60}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          add();
          onBlur();
        }}
      />
      {value.length > 0 && (
        <ul className="flex flex-wrap gap-1">
          {value.map((tag) => (
            <li key={tag} className="inline-flex max-w-full items-center">
              <Badge className="rounded-r-none pr-0.5">{tag}</Badge>
              <button
                type="button"
                aria-label={t('form.removeTag', { tag })}
                onClick={() => onChange(value.filter((one) => one !== tag))}
                className="grid h-5 w-6 place-items-center rounded-r-1 bg-grey-soft text-grey-ink hover:bg-active max-md:h-11 max-md:w-11 max-md:bg-transparent"
              >
                <Icon icon={X} size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
