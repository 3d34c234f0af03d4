import { expect, it } from 'vitest';
import { waitingPage } from './waiting-page.ts';

it('says that the server is waited for, which one, and runs nothing', () => {
  const html = decodeURIComponent(waitingPage('http://may-chu:8080').replace('data:text/html;charset=utf-8,', ''));
  expect(html).toContain('<h1>Đang chờ máy chủ…</h1>');
  expect(html).toContain('http://may-chu:8080');
  expect(html).toContain("default-src 'none'");
  expect(html).not.toContain('<script');
});
