/** S3's requests as IAM sees them. The address has the bucket in its path, as the local AWS is called. */
import { unknownCall, type Asked, type WireRequest } from './aws-call.ts';
import { objectPattern } from './patterns.ts';

const objectActions: Readonly<Record<string, string>> = {
  GET: 's3:GetObject',
  HEAD: 's3:GetObject',
  PUT: 's3:PutObject',
  DELETE: 's3:DeleteObject',
};

/** Parameters that ask for nothing beside the object: of signatures, of the SDK, of the answer's own headers. */
const isPlain = (name: string): boolean => /^(x-amz-|x-id$|response-)/i.test(name);

/** Headers that want a permission of their own. */
const further = ['x-amz-acl', 'x-amz-tagging', 'x-amz-copy-source', 'x-amz-object-lock-mode'];

export const s3Calls = ({ method, url, headers, status }: WireRequest): Asked[] => {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const [, name = '', key = ''] = /^\/([^/]+)\/?(.*)$/s.exec(decodeURIComponent(pathname)) ?? [];
  const action = objectActions[method];
  const odd = [
    ...[...searchParams.keys()].filter((parameter) => !isPlain(parameter)),
    ...further.filter((header) => headers[header] !== undefined),
  ];
  if (action === undefined || key === '' || odd.length > 0)
    return [
      unknownCall('s3', `${method} of ${key === '' ? 'a bucket' : 'an object'} ${odd.join()}`),
    ];
  const asked: Asked = {
    action,
    resource: { type: 'object', name, part: objectPattern(key) },
    context: {},
  };
  // Who may not list the bucket is told 403 instead: that an object is missing is known by this permission alone.
  const told: Asked = { action: 's3:ListBucket', resource: { type: 'bucket', name }, context: {} };
  return action === 's3:GetObject' && status === 404 ? [asked, told] : [asked];
};
