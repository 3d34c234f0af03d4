import { describe, expect, it } from 'vitest';
import { calmPage, isCalmPage } from './calm-page.ts';
import { restingPage, waitingPage } from './waiting-page.ts';

const html = (address: string) => decodeURIComponent(address.replace('data:text/html;charset=utf-8,', ''));

describe('the calm page', () => {
  it('says what a visitor can do, in both languages, and which server is waited for in the small line', () => {
    const page = html(waitingPage('kiosk', 'http://may-chu:8080'));
    expect(page).toContain('<h1>Xin chờ một chút…</h1>');
    expect(page).toContain('<p lang="en">One moment, please.</p>');
    expect(page).toContain('xin hỏi quầy hướng dẫn');
    expect(page).toMatch(/<footer>.*http:\/\/may-chu:8080<\/footer>/);
  });

  it('tells each room’s people something of their own', () => {
    const rooms = [waitingPage('kiosk', ''), waitingPage('tv', ''), waitingPage('counter', ''), restingPage('tv')];
    expect(new Set(rooms).size).toBe(4);
    expect(html(waitingPage('tv', ''))).toContain('nghe nhân viên gọi số');
  });

  it('runs and loads nothing', () => {
    const page = html(waitingPage('tv', 'http://may-chu:8080'));
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|url\(|src=|href=/);
  });

  it('takes words for words', () => {
    const page = html(calmPage({ says: { vi: '<b>&', en: 'x' }, note: '</footer><script>' }));
    expect(page).toContain('<h1>&lt;b&gt;&amp;</h1>');
    expect(page).toContain('<footer>&lt;/footer&gt;&lt;script&gt;</footer>');
  });

  it('is known by its address', () => {
    expect(isCalmPage(waitingPage('kiosk', ''))).toBe(true);
    expect(isCalmPage('http://may-chu:8080/kiosk/')).toBe(false);
  });
});
