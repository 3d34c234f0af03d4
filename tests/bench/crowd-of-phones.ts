import { constants, setPriority } from 'node:os';
import { joinPhones } from './phones.ts';

// Phones in a process of their own, which gives way to the others: whoever times the displays must not be busy reading what thousands
// of phones are told, nor wait for a core that in a hall would be five thousand other machines'. They come
// back when the server was away, and say so when all have their picture again.
setPriority(constants.priority.PRIORITY_LOW);
const { URL_OF_HALL = '', PHONES = '0' } = process.env;
const crowd = await joinPhones(URL_OF_HALL, Number(PHONES), true);
const untold = new Set<unknown>();
for (const phone of crowd.sockets) {
  phone.on('disconnect', () => untold.add(phone));
  phone.on('view:phone', () => {
    if (untold.delete(phone) && untold.size === 0) process.send?.('all told');
  });
}
process.on('disconnect', () => {
  crowd.close();
  process.exit(0);
});
process.send?.('here');
