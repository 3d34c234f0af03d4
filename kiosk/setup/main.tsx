document.getElementById('page')?.append('Máy này là gì?');
