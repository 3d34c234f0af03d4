import {
  DEVICE_HEADER,
  RECORDINGS_PATH,
  type RecordingAct,
  type RecordingTrouble,
  SESSION_HEADER,
} from '#shared/domain/recording.ts';
import { bringDeviceToken, sessionOf } from '#shared/page/keys.ts';

export type SendTrouble = RecordingTrouble | 'no-connection';

/** Sends a change of the recordings with what this page shows at the door. @returns null when it is kept */
export async function sendRecording(
  act: RecordingAct,
  about: Readonly<Record<string, string>>,
  body: BodyInit | null = null,
): Promise<SendTrouble | null> {
  const shown = { [SESSION_HEADER]: sessionOf('manager') ?? '', [DEVICE_HEADER]: (await bringDeviceToken()) ?? '' };
  try {
    const address = `${RECORDINGS_PATH}${act}?${new URLSearchParams(about)}`;
    const response = await fetch(address, { method: 'POST', headers: shown, body });
    const { trouble }: { trouble: RecordingTrouble | null } = await response.json();
    return trouble;
  } catch {
    // Whether it was kept, the next picture says.
    return 'no-connection';
  }
}
