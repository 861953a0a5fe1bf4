import type { Total } from '@piloto/api-client';
import { useFormat } from '@piloto/runtime';
import { Button, FooterBar, Kbd } from '@piloto/ui';
import { useText } from '../../../messages.ts';

type Props = {
  total: Total;
  visible: { first: number; last: number };
  loadingMore: boolean;
  /** Set when the next page did not come. */
  onRetry: (() => void) | undefined;
};

/** "1–20 de 12.431 leads", and the keys. */
export function ListFooter({ total, visible, loadingMore, onRetry }: Props) {
  const t = useText();
  const format = useFormat();
  return (
    <FooterBar
      className="max-md:h-10"
      end={
        <span className="flex items-center gap-1 max-md:hidden">
          <Kbd>J</Kbd>
          <Kbd>K</Kbd>
          <span className="mr-2">{t('list.keyMove')}</span>
          <Kbd>Enter</Kbd>
          <span>{t('list.keyOpen')}</span>
        </span>
      }
    >
      <span>
        {t(total.exact ? 'list.range' : 'list.rangeMore', {
          first: format.number(visible.first + 1),
          last: format.number(visible.last),
          count: total.value,
          total: format.number(total.value),
        })}
      </span>
      {loadingMore && <span>{t('list.loadingMore')}</span>}
      {onRetry && (
        <span role="alert" className="flex items-center gap-2 text-red-ink">
          {t('list.moreFailed')}
          <Button variant="ghost" onClick={onRetry}>
            {t('failure.retry')}
          </Button>
        </span>
      )}
    </FooterBar>
  );
}
