/** SES v2: aws-ses-v2-local, in a thread of its own because its store is global to a thread. */
import ses from 'aws-ses-v2-local';
import { serve } from './serve.ts';

await serve(({ port }) => ses.default({ port, host: '127.0.0.1' }));
