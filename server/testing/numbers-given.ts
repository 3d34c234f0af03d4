/** A query for the numbers that a journal says were given out, with their days, in the order of their entries: `day`, `number`. */
export const NUMBERS_GIVEN = `
  SELECT day, event.value ->> '$.ticket.number' AS number FROM journal, json_each(journal.events) AS event
  WHERE command = 'ticket:take' ORDER BY seq`;
