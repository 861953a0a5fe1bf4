import { type ReactNode, useId } from 'react';

type Props = { title: string; description?: string; children: ReactNode };

/** One part of a page of forms, under a hairline. */
export function FormBlock({ title, description, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-b border-line px-6 py-6 last:border-b-0 max-md:px-4 max-md:py-5">
      <div className="flex max-w-dialog flex-col gap-4">
        <div>
          <h2 id={id} className="text-14 font-semibold">
            {title}
          </h2>
          {description !== undefined && <p className="mt-1 text-12 text-ink-3">{description}</p>}
        </div>
        {children}
      </div>
    </section>
  );
}
