/** valibot schemas as the schemas of OpenAPI 3.0. Build time only. */
import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { OrderAnswer } from '../schemas/order.ts';

// What these check cannot be said in JSON Schema: they only make a request stricter than the document.
const notExpressible = ['brand', 'check', 'trim', 'transform', 'partial_check'];

/** The schema of what a caller sends, or is answered. A schema's metadata may carry another one under `openapi`. */
export const jsonSchema = (schema: v.GenericSchema): JsonSchema =>
  toJsonSchema(schema, {
    target: 'openapi-3.0',
    typeMode: 'input',
    ignoreActions: notExpressible,
    definitions: { Order: OrderAnswer },
    overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
    overrideAction: ({ valibotAction, jsonSchema: converted }) =>
      v.is(OpenApiMetadata, valibotAction) ? withMetadata(converted, valibotAction.metadata) : null,
  });

/** What a schema's `v.metadata` may say for the document. */
const OpenApiMetadata = v.object({
  type: v.literal('metadata'),
  metadata: v.object({
    example: v.optional(v.string()),
    /** A schema instead of the converted one: query parameters arrive as text and mean something else. */
    openapi: v.optional(
      v.object({
        type: v.literal('integer'),
        minimum: v.number(),
        maximum: v.number(),
        default: v.number(),
      }),
    ),
  }),
});

const withMetadata = (
  { description, ...converted }: JsonSchema,
  { example, openapi }: v.InferOutput<typeof OpenApiMetadata>['metadata'],
): JsonSchema => ({
  ...(openapi ?? converted),
  ...(description !== undefined && { description }),
  ...(example !== undefined && { examples: [example] }),
});

/** Properties of an object schema, and which of them are required. */
export const propertiesOf = (
  schema: v.GenericSchema,
): { name: string; required: boolean; schema: JsonSchema }[] => {
  const { properties = {}, required = [] } = jsonSchema(schema);
  return Object.entries(properties).flatMap(([name, property]) =>
    typeof property === 'boolean'
      ? []
      : [{ name, required: required.includes(name), schema: property }],
  );
};
