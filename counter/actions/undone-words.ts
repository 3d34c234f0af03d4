import type { CommandName } from '#shared/contract/queue-commands.ts';
import type { CounterView } from '#shared/contract/views.ts';
import { createWords } from '#shared/page/words/language.ts';

const verbs = createWords<Partial<Record<CommandName, string>>>({
  vi: {
    'ticket:call-next': 'gọi',
    'ticket:call-this': 'gọi',
    'ticket:auto-call': 'gọi',
    'ticket:recall': 'gọi lại',
    'ticket:start-service': 'bắt đầu',
    'ticket:finish': 'hoàn tất',
    'ticket:no-show': 'vắng',
    'ticket:return': 'quay lại',
    'ticket:park': 'tạm gác',
    'ticket:resume': 'xếp hàng',
    'ticket:transfer': 'chuyển',
    'ticket:add-service': 'thêm',
    'ticket:cancel': 'hủy',
    'counter:open': 'mở quầy',
    'counter:pause': 'tạm nghỉ',
    'counter:close': 'đóng quầy',
  },
  en: {
    'ticket:call-next': 'call',
    'ticket:call-this': 'call',
    'ticket:auto-call': 'call',
    'ticket:recall': 'recall',
    'ticket:start-service': 'start',
    'ticket:finish': 'finish',
    'ticket:no-show': 'no-show',
    'ticket:return': 'return',
    'ticket:park': 'park',
    'ticket:resume': 'resume',
    'ticket:transfer': 'transfer',
    'ticket:add-service': 'add',
    'ticket:cancel': 'cancel',
    'counter:open': 'opening',
    'counter:pause': 'pause',
    'counter:close': 'closing',
  },
});

/** What an undo would take back, `gọi A021`: short, because it stands on a button. */
export function undoneWords({ command, number }: NonNullable<CounterView['undo']>): string {
  return [verbs()[command], number].filter(Boolean).join('\u00a0');
}
