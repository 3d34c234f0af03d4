import { contextBridge, ipcRenderer } from 'electron';
import { SETUP_CALLS, type SetupBridge } from '#kiosk/bridge.ts';

const bridge: SetupBridge = {
  picture: () => ipcRenderer.invoke(SETUP_CALLS.picture),
  halls: () => ipcRenderer.invoke(SETUP_CALLS.halls),
  look: (address) => ipcRenderer.invoke(SETUP_CALLS.look, address),
  finish: (answers) => ipcRenderer.invoke(SETUP_CALLS.finish, answers),
  cancel: () => ipcRenderer.invoke(SETUP_CALLS.cancel),
};
contextBridge.exposeInMainWorld('luotSetup', bridge);
