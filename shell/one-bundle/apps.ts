// Stands in for the shell's apps.ts where the frame asks what stands in each remote's place: here nothing can be missing.
import { create } from 'zustand';

export const usePlaces = create<Record<string, { status: 'shown' }>>(() => ({}));
