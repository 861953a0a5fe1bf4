import { registerMessages } from './messages.ts';

/** The few texts that every remote shows in the same words. */
registerMessages('runtime', {
  'pt-BR': {
    failure: {
      network: 'Não houve resposta. Verifique sua conexão e tente de novo; nada do que você digitou se perdeu.',
      unexpected: 'Algo falhou nesta tela. Tente de novo; se continuar, informe o registro ao suporte.',
      retry: 'Tentar de novo',
      retrying: 'Tentando…',
      request: 'Requisição',
      copy: 'Copiar o número da requisição',
      copied: 'Copiado',
    },
  },
  en: async () => ({
    default: {
      failure: {
        network: 'There was no answer. Check your connection and try again; nothing you typed was lost.',
        unexpected: 'Something failed on this screen. Try again; if it continues, tell support the report id.',
        retry: 'Try again',
        retrying: 'Trying…',
        request: 'Request',
        copy: 'Copy the request id',
        copied: 'Copied',
      },
    },
  }),
});
