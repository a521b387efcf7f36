# What a role that the pipeline makes can do at most, whatever its own policies say: the service's work, on the service's things.
# It names no call of IAM, so that whoever deploys can make no role that could do more than this.

data "aws_iam_policy_document" "boundary" {
  statement {
    sid = "Orders"
    actions = [
      "dynamodb:BatchGetItem",
      "dynamodb:BatchWriteItem",
      "dynamodb:ConditionCheckItem",
      "dynamodb:DeleteItem",
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "dynamodb:UpdateItem",
    ]
    resources = [local.arn.table, "${local.arn.table}/index/*"]
  }

  statement {
    sid       = "Events"
    actions   = ["sns:Publish"]
    resources = local.arn.topics
  }

  statement {
    sid = "Messages"
    actions = [
      "sqs:ChangeMessageVisibility",
      "sqs:DeleteMessage",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:ReceiveMessage",
      "sqs:SendMessage",
    ]
    resources = [local.arn.queues]
  }

  # Table and topic are encrypted with keys that AWS manages, and that it uses in the name of whoever calls.
  statement {
    #checkov:skip=CKV_AWS_111:Only as DynamoDB and SNS ask for it.
    #checkov:skip=CKV_AWS_356:The keys are AWS's, and only as DynamoDB and SNS ask for it.
    sid       = "Keys"
    actions   = ["kms:Decrypt", "kms:GenerateDataKey*"]
    resources = ["arn:aws:kms:*:${var.account_id}:key/*"]

    condition {
      test     = "StringLike"
      variable = "kms:ViaService"
      values   = ["dynamodb.*.amazonaws.com", "sns.*.amazonaws.com"]
    }
  }

  statement {
    sid       = "Files"
    actions   = ["s3:GetObject*", "s3:PutObject", "s3:ListBucket", "s3:GetReplicationConfiguration", "s3:Replicate*"]
    resources = flatten([for bucket in [local.arn.orders_bucket, local.arn.templates_bucket] : [bucket, "${bucket}/*"]])
  }

  statement {
    sid       = "Mails"
    actions   = ["ses:SendEmail", "ses:SendRawEmail"]
    resources = [local.arn.mail_identity, local.arn.configuration_set]
  }

  statement {
    sid       = "CartApi"
    actions   = ["execute-api:Invoke", "lambda:InvokeFunctionUrl"]
    resources = [local.arn.cart_apis, local.arn.cart_functions]
  }

  # A function URL wants it beside InvokeFunctionUrl (since November 2026). No function is invoked but through its URL.
  statement {
    sid       = "CartApiThroughItsUrl"
    actions   = ["lambda:InvokeFunction"]
    resources = [local.arn.cart_functions]

    condition {
      test     = "Bool"
      variable = "lambda:InvokedViaFunctionUrl"
      values   = ["true"]
    }
  }

  statement {
    sid       = "Logs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = [for group in local.arn.log_groups : "${group}:*"]
  }

  statement {
    #checkov:skip=CKV_AWS_356:X-Ray has no resources to name.
    #checkov:skip=CKV_AWS_111:X-Ray has no resources to name.
    sid       = "Traces"
    actions   = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "boundary" {
  name        = "${local.service}-boundary-${var.environment}"
  description = "What roles of the order service can do at most."
  policy      = data.aws_iam_policy_document.boundary.json
}
