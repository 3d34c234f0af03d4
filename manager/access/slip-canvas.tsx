import { useEffect, useRef } from 'preact/hooks';

/** A picture that came with an answer, painted here: the page may show no picture but from its own files. */
export function SlipCanvas({ png, label }: { png: string; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    void paint(canvas.current, png);
  }, [png]);
  return <canvas ref={canvas} class="slip-picture" role="img" aria-label={label} />;
}

async function paint(canvas: HTMLCanvasElement | null, png: string) {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  if (!canvas) return;
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
}
