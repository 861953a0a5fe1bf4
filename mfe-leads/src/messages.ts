import { type MessageSet, type Translate, useMessages } from '@piloto/runtime';
import ptBR from './locales/pt-BR.json';

export const NAME = 'mfe-leads';
export const messages: MessageSet = { 'pt-BR': ptBR, en: () => import('./locales/en.json') };

export const useText = (): Translate => useMessages(NAME);
