import { Input, type InputProps } from '@piloto/ui';
import { type Control, useController } from 'react-hook-form';
import type { LeadFields } from '../rules.ts';

type Props = Omit<InputProps, 'name' | 'value' | 'onChange' | 'onBlur'> & {
  control: Control<LeadFields>;
  name: 'phone' | 'document' | 'value';
  mask: (text: string) => string;
  /** Off where a half-typed value has no form yet, as with money. */
  whileTyping?: boolean;
};

/** Writes a value in its form while it is typed at its end, and when the field is left. */
export function MaskedInput({ control, name, mask, whileTyping = true, ...rest }: Props) {
  const { field } = useController({ control, name });
  return (
    <Input
      {...rest}
      {...field}
      onChange={(event) => {
        const { value, selectionStart } = event.currentTarget;
        // In the middle of the text, and while something is taken away, a mask would move the cursor.
        const grows = value.length > field.value.length && selectionStart === value.length;
        field.onChange(whileTyping && grows ? mask(value) : value);
      }}
      onBlur={() => {
        const shown = mask(field.value);
        if (shown !== field.value) field.onChange(shown);
        field.onBlur();
      }}
    />
  );
}
