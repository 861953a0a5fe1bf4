import type { Locale, Theme } from '@piloto/contracts';
import { z } from 'zod';

export type ThemeChoice = Theme | 'system';
export const THEMES: readonly ThemeChoice[] = ['light', 'dark', 'system'];
export const LOCALES: readonly Locale[] = ['pt-BR', 'en'];

const PASSWORD_MIN = 8;
export const PASSWORD_MAX = 128;

/** Messages are keys of the texts. Lengths count characters, as the API does. */
const characters = (text: string): number => [...text].length;

export const nameSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'profile.nameRequired')
    .refine((text) => characters(text) <= 200, 'profile.nameLong'),
});
export type NameFields = z.infer<typeof nameSchema>;

export const passwordSchema = z
  .object({
    current: z.string().min(1, 'password.currentRequired'),
    new: z
      .string()
      .refine((text) => characters(text) >= PASSWORD_MIN, 'password.short')
      .refine((text) => characters(text) <= PASSWORD_MAX, 'password.long'),
    repeat: z.string(),
    end_other_sessions: z.boolean(),
  })
  .refine((fields) => fields.repeat === fields.new, { path: ['repeat'], message: 'password.different' })
  .refine((fields) => fields.current === '' || fields.current !== fields.new, {
    path: ['new'],
    message: 'password.same',
  });
export type PasswordFormFields = z.infer<typeof passwordSchema>;

/**
 * The theme to show as chosen. The account's choice, unless the page is in the other theme: then it was changed on this device
 * only (user menu), and what is on screen is the truth.
 */
export const shownTheme = (account: ThemeChoice, onScreen: Theme): ThemeChoice =>
  account === 'system' || account === onScreen ? account : onScreen;
