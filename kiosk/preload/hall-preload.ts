import { contextBridge, ipcRenderer } from 'electron';
import { type HallBridge, NEXT_KEY } from '#kiosk/bridge.ts';

const bridge: HallBridge = {
  onNextKey(hear) {
    // The event stays here: with it a page would hold the whole channel.
    ipcRenderer.on(NEXT_KEY, () => hear());
  },
};
contextBridge.exposeInMainWorld('luot', bridge);
