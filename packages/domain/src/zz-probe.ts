import { startOfDay, dayIn } from './time-zone.ts';
let bad = 0, n = 0;
for (const z of Intl.supportedValuesOf('timeZone')) {
  const f = new Intl.DateTimeFormat('en', { timeZone: z, timeZoneName: 'longOffset' });
  let last = '';
  for (let d = Date.parse('1990-01-01T12:00Z'); d < Date.parse('2036-01-01'); d += 86400000) {
    const o = f.format(d).split(', ')[1] ?? '';
    if (o !== last) for (const x of [d - 86400000, d, d + 86400000]) {
      const day = new Date(x).toISOString().slice(0, 10); n++;
      const s = startOfDay(z, day);
      if (dayIn(z, s) !== day || dayIn(z, new Date(s.getTime() - 1)) >= day) { bad++; if (bad < 40) console.log(z, day, s.toISOString(), dayIn(z, s)); }
    }
    last = o;
  }
}
console.log(n, bad);
