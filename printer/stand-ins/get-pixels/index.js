'use strict';

// escpos loads this at its start but only calls it to open image files, which this house never does.
module.exports = function getPixels() {
  throw new Error('The printer room draws its own dots; escpos is not asked to load image files.');
};
