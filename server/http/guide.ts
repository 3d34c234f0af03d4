/** What another machine of the hall needs to come in over TLS. */
export type Guide = { httpsPort: number; certificate: string; fingerprint: string };

/** The one page that plain HTTP shows on the network. No script, no style: it must work anywhere, and nothing may be slipped in. */
export function guideHtml({ fingerprint }: Guide, secure: string, certificatePath: string): string {
  return `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Lượt</title></head>
<body>
<h1>Lượt: kết nối máy này</h1>
<ol>
<li>Tải chứng thư của cơ quan: <a href="${certificatePath}">luot-ca.crt</a></li>
<li>So vân tay SHA-256 với trang Quản lý:<br><code>${fingerprint}</code></li>
<li>Cài chứng thư vào mục "Trusted Root Certification Authorities" (Windows) hoặc theo hướng dẫn vận hành (Linux).</li>
<li>Mở <a href="${escapeHtml(secure)}/">${escapeHtml(secure)}/</a></li>
</ol>
<p lang="en">Download the office's certificate, compare its fingerprint with the manager's page, install it as a trusted root, then open
the address above.</p>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
