import { joinPhones } from './phones.ts';

// Phones in a process of their own: whoever times the displays must not be busy reading what thousands of phones are told.
const { URL_OF_HALL = '', PHONES = '0' } = process.env;
const crowd = await joinPhones(URL_OF_HALL, Number(PHONES));
process.on('disconnect', () => {
  crowd.close();
  process.exit(0);
});
process.send?.('here');
