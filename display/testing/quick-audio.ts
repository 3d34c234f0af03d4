/**
 * For tests, put into a page before its own script: a sound card that goes by the page's clock, so that a test which holds that clock
 * can let announcements pass as fast as it likes. Nothing is heard. It is carried there as text and imports nothing.
 */
export function quickAudio(): void {
  class Source {
    buffer: { length: number } | null = null;
    loop = false;
    onended: (() => void) | null = null;
    private timer: ReturnType<typeof setTimeout> | undefined;
    connect() {}
    start(when = 0) {
      if (this.loop) return;
      const endsIn = when + (this.buffer?.length ?? 0) / 48_000 - performance.now() / 1_000;
      this.timer = setTimeout(() => this.onended?.(), Math.max(0, endsIn * 1_000));
    }
    stop() {
      clearTimeout(this.timer);
    }
  }
  class Audio {
    readonly sampleRate = 48_000;
    readonly state = 'running';
    readonly destination = {};
    get currentTime() {
      return performance.now() / 1_000;
    }
    decodeAudioData() {
      return Promise.resolve({ length: 12_000 });
    }
    createBuffer(_channels: number, length: number) {
      const values = new Float32Array(length);
      return { length, getChannelData: () => values };
    }
    createBufferSource() {
      return new Source();
    }
    createGain() {
      return { gain: { value: 1 }, connect: () => undefined };
    }
    resume() {
      return Promise.resolve();
    }
    addEventListener() {}
  }
  Object.assign(window, { AudioContext: Audio });
}
