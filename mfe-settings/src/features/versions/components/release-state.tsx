import { StatusDot } from '@piloto/ui';
import { useText } from '../../../messages.ts';
import type { ReleaseState } from '../rules.ts';

const TONES = { live: 'green', replaced: 'ring', reversal: 'amber' } as const;

export function ReleaseStateDot({ state }: { state: ReleaseState }) {
  const t = useText();
  return <StatusDot tone={TONES[state]}>{t(`versions.state.${state}`)}</StatusDot>;
}
