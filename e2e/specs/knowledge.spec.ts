import { expect, test } from '@playwright/test';
import { Frame } from '../pages/frame.ts';
import { KnowledgePage } from '../pages/knowledge-page.ts';
import { signIn } from '../support/owner.ts';
import { pdfOf } from '../support/pdf.ts';
import { unique } from '../support/unique.ts';

// The worker reads and embeds with the real model, which it loads at its first document.
const INDEXED = { timeout: 60_000 };

test.beforeEach(({ context }) => signIn(context));

test('files and texts are indexed, and the search finds their passages by words and by meaning', async ({ page }) => {
  const knowledge = new KnowledgePage(page);
  const mark = unique();
  await page.goto('/conhecimento');
  await knowledge.upload(
    {
      name: `entrega-${mark}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from('Entregamos em Sorocaba e Votorantim às terças e quintas, com frete grátis acima de R$ 300.'),
    },
    {
      name: `garantia-${mark}.pdf`,
      mimeType: 'application/pdf',
      buffer: pdfOf([
        'A garantia das bombas hidráulicas é de dezoito meses.',
        'O conserto é feito na oficina própria, sem custo de mão de obra.',
      ]),
    },
  );
  await knowledge.addText(
    `Pagamento ${mark}`,
    'Aceitamos Pix, boleto para 28 dias e cartão em até dez vezes sem juros.',
  );
  for (const title of [`entrega-${mark}.txt`, `garantia-${mark}.pdf`, `Pagamento ${mark}`])
    await expect(knowledge.row(title)).toContainText('Pronto', INDEXED);

  await knowledge.ask('bombas hidraulicas');
  await expect(knowledge.passages.first()).toContainText('dezoito meses');
  await expect(knowledge.passages.first()).toContainText(/garantia-.*p\. 1/);
  await expect(knowledge.passages.first().getByText(/\d,\d{2}$/)).toBeVisible();
  await expect(page).toHaveURL(/teste=bombas/);
  await knowledge.ask('posso parcelar a compra?');
  await expect(knowledge.passages.filter({ hasText: 'cartão em até dez vezes' })).toBeVisible();
  await page.reload();
  await expect(knowledge.passages.filter({ hasText: 'cartão em até dez vezes' })).toBeVisible();
});

test('a broken PDF fails with its cause, and what is no document is refused by name', async ({ page }) => {
  const knowledge = new KnowledgePage(page);
  const mark = unique();
  const broken = pdfOf(['Uma página que nunca chega.']).subarray(0, 180);
  await page.goto('/conhecimento');
  await knowledge.upload({ name: `quebrado-${mark}.pdf`, mimeType: 'application/pdf', buffer: broken });
  const row = knowledge.row(`quebrado-${mark}.pdf`);
  await expect(row).toContainText('Falhou', INDEXED);
  await expect(row).toContainText('danificado ou incompleto');
  await knowledge.upload({ name: `foto-${mark}.png`, mimeType: 'image/png', buffer: Buffer.from('png') });
  await expect(new Frame(page).notice(`foto-${mark}.png não foi enviado`)).toBeVisible();

  await row.getByRole('button', { name: /^Ações de/ }).click();
  await page.getByRole('menuitem', { name: 'Apagar' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Apagar' }).click();
  await expect(row).toHaveCount(0);
});
