# What a deployment may do: everything to the service's own things, by their names; nothing to the data in them.

locals {
  # By name, so that each stays within the 6,144 characters of a policy.
  apply_policies = {
    state   = data.aws_iam_policy_document.apply_state.json
    compute = data.aws_iam_policy_document.apply_compute.json
    data    = data.aws_iam_policy_document.apply_data.json
    edge    = data.aws_iam_policy_document.apply_edge.json
    watch   = data.aws_iam_policy_document.apply_watch.json
    roles   = data.aws_iam_policy_document.apply_roles.json
  }
}

resource "aws_iam_policy" "apply" {
  for_each = local.apply_policies

  name        = "github-2-${local.service}-${var.environment}-${each.key}"
  description = "Deployment of the order service: ${each.key}."
  policy      = each.value
}

resource "aws_iam_role_policy_attachment" "apply" {
  for_each = local.apply_policies

  role       = aws_iam_role.apply.name
  policy_arn = aws_iam_policy.apply[each.key].arn
}

data "aws_iam_policy_document" "apply_state" {
  statement {
    sid       = "FindState"
    actions   = ["s3:ListBucket"]
    resources = [local.arn.state_bucket]
  }

  statement {
    sid       = "WriteState"
    actions   = ["s3:GetObject", "s3:PutObject"]
    resources = ["${local.arn.state_bucket}/${local.state_key}"]
  }

  statement {
    sid       = "LockState"
    actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
    resources = ["${local.arn.state_bucket}/${local.state_key}.tflock"]
  }
}

data "aws_iam_policy_document" "apply_compute" {
  statement {
    sid       = "Functions"
    actions   = ["lambda:*"]
    resources = [local.arn.functions, "${local.arn.functions}:*"]
  }

  # AWS numbers mappings; whose they are is told by their function.
  statement {
    sid       = "Mappings"
    actions   = ["lambda:CreateEventSourceMapping", "lambda:DeleteEventSourceMapping", "lambda:UpdateEventSourceMapping"]
    resources = ["*"]

    condition {
      test     = "ArnLike"
      variable = "lambda:FunctionArn"
      values   = [local.arn.functions, "${local.arn.functions}:*"]
    }
  }

  statement {
    #checkov:skip=CKV_AWS_356:AWS numbers mappings, and tells only of changes which function they belong to.
    sid       = "ReadMappings"
    actions   = ["lambda:GetEventSourceMapping", "lambda:ListTags", "lambda:TagResource", "lambda:UntagResource"]
    resources = ["arn:aws:lambda:*:${var.account_id}:event-source-mapping:*"]
  }

  # Which functions there are: a plan with a canary asks.
  statement {
    #checkov:skip=CKV_AWS_356:This call knows no resource.
    sid       = "FindFunctions"
    actions   = ["lambda:ListFunctions"]
    resources = ["*"]
  }

  statement {
    sid       = "Schedules"
    actions   = ["events:*"]
    resources = [local.arn.rules]
  }

  statement {
    sid       = "Queues"
    actions   = ["sqs:*"]
    resources = [local.arn.queues]
  }

  statement {
    sid       = "Topics"
    actions   = ["sns:*"]
    resources = concat(local.arn.topics, [for topic in local.arn.topics : "${topic}:*"])
  }

  statement {
    #checkov:skip=CKV_AWS_356:These calls know no resource.
    #checkov:skip=CKV_AWS_111:These calls know no resource.
    sid       = "Subscriptions"
    actions   = ["sns:GetSubscriptionAttributes", "sns:SetSubscriptionAttributes", "sns:Unsubscribe"]
    resources = ["*"]
  }

  statement {
    sid       = "NoMessages"
    effect    = "Deny"
    actions   = ["sns:Publish", "sqs:DeleteMessage", "sqs:PurgeQueue", "sqs:ReceiveMessage", "sqs:SendMessage"]
    resources = ["*"]
  }
}

locals {
  item_actions = [
    "dynamodb:BatchGetItem",
    "dynamodb:BatchWriteItem",
    "dynamodb:ConditionCheckItem",
    "dynamodb:DeleteItem",
    "dynamodb:GetItem",
    "dynamodb:PartiQL*",
    "dynamodb:PutItem",
    "dynamodb:Query",
    "dynamodb:Scan",
    "dynamodb:UpdateItem",
  ]
}

data "aws_iam_policy_document" "apply_data" {
  statement {
    sid       = "Table"
    actions   = ["dynamodb:*"]
    resources = [local.arn.table, "${local.arn.table}/*"]
  }

  # Making a replica reads and writes the table in the name of whoever makes it.
  statement {
    sid       = "NoOrders"
    effect    = "Deny"
    actions   = concat(["dynamodb:ExportTableToPointInTime", "dynamodb:StartAwsBackupJob"], var.second_region == null ? local.item_actions : [])
    resources = ["*"]
  }

  # Of buckets, not of what lies in them.
  statement {
    sid       = "Buckets"
    actions   = ["s3:*"]
    resources = [local.arn.orders_bucket, local.arn.templates_bucket]
  }

  # `pnpm templates upload`.
  statement {
    sid       = "Templates"
    actions   = ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"]
    resources = ["${local.arn.templates_bucket}/*"]
  }

  # `terraform destroy` with force_destroy.
  dynamic "statement" {
    for_each = var.environment == "dev" ? ["force_destroy"] : []

    content {
      sid       = "EmptyBuckets"
      actions   = ["s3:DeleteObject", "s3:DeleteObjectVersion"]
      resources = ["${local.arn.orders_bucket}/*", "${local.arn.templates_bucket}/*"]
    }
  }

  statement {
    sid       = "NoInvoices"
    effect    = "Deny"
    actions   = ["s3:GetObject*", "s3:PutObject*"]
    resources = ["${local.arn.orders_bucket}/*"]
  }
}
