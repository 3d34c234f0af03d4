/**
 * The page that stands while the server cannot be reached. It is an address of its own (data:), so that nothing has to be found on a
 * disk, and it may load and run nothing.
 */
export function waitingPage(server: string): string {
  return `data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Lượt</title>
<style>
  html { height: 100%; background: #073c44; color: #fff; font: 400 2.5vmin/1.45 'Noto Sans', 'Segoe UI', system-ui, sans-serif }
  body { min-height: 100%; margin: 0; display: grid; place-content: center; gap: 1vmin; text-align: center; cursor: default; user-select: none }
  h1 { margin: 0; font-size: 6vmin } p { margin: 0 } small { color: #b9cbd3 }
</style>
<h1>Đang chờ máy chủ…</h1>
<p>Trang sẽ tự mở. Cần gấp, xin hỏi nhân viên.</p>
<p lang="en">Waiting for the server. This page opens by itself; please ask the staff.</p>
<p><small>${server}</small></p>`)}`;
}
