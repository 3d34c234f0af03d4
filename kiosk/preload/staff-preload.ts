import { contextBridge, ipcRenderer } from 'electron';
import { STAFF_CALLS, type StaffBridge } from '#kiosk/bridge.ts';

const bridge: StaffBridge = {
  picture: () => ipcRenderer.invoke(STAFF_CALLS.picture),
  tryPin: (pin) => ipcRenderer.invoke(STAFF_CALLS.tryPin, pin),
  go: (way) => ipcRenderer.invoke(STAFF_CALLS.go, way),
};
contextBridge.exposeInMainWorld('luotStaff', bridge);
