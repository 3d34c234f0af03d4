import { contextBridge, ipcRenderer } from 'electron';
import { HALL_CALLS, type HallBridge, NEXT_KEY, STAFF_ASKS } from '#kiosk/bridge.ts';
import { watchCorner } from './watch-corner.ts';

const bridge: HallBridge = {
  onNextKey(hear) {
    // The event stays here: with it a page would hold the whole channel.
    ipcRenderer.on(NEXT_KEY, () => hear());
  },
  deviceToken: () => ipcRenderer.invoke(HALL_CALLS.deviceToken),
  keepDeviceToken: (token) => ipcRenderer.invoke(HALL_CALLS.keepDeviceToken, token),
  health: () => ipcRenderer.invoke(HALL_CALLS.health),
  restart: () => ipcRenderer.invoke(HALL_CALLS.restart),
  beat: (beat) => ipcRenderer.invoke(HALL_CALLS.beat, beat),
};
contextBridge.exposeInMainWorld('luot', bridge);
watchCorner(() => void ipcRenderer.invoke(STAFF_ASKS));
