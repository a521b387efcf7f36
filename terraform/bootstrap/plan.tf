# What a plan reads: settings, and the state. No order, message, mail, invoice or log line.

data "aws_iam_policy_document" "plan" {
  statement {
    sid       = "ReadState"
    actions   = ["s3:GetObject"]
    resources = ["${local.arn.state_bucket}/${local.state_key}"]
  }

  statement {
    sid       = "FindState"
    actions   = ["s3:ListBucket"]
    resources = [local.arn.state_bucket]
  }

  statement {
    sid = "ReadSettings"
    actions = [
      "cloudwatch:GetDashboard",
      "cloudwatch:ListTagsForResource",
      "dynamodb:Describe*",
      "dynamodb:ListTagsOfResource",
      "events:DescribeRule",
      "events:ListTagsForResource",
      "events:ListTargetsByRule",
      "iam:GetRole",
      "iam:GetRolePolicy",
      "iam:ListAttachedRolePolicies",
      "iam:ListRolePolicies",
      "lambda:Get*",
      "lambda:List*",
      "logs:ListTagsForResource",
      "s3:GetAccelerateConfiguration",
      "s3:GetBucket*",
      "s3:GetEncryptionConfiguration",
      "s3:GetLifecycleConfiguration",
      "s3:GetReplicationConfiguration",
      "s3:ListBucket",
      "s3:ListTagsForResource",
      "ses:Get*",
      "ses:ListTagsForResource",
      "sns:GetTopicAttributes",
      "sns:ListTagsForResource",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:ListQueueTags",
      "wafv2:Get*",
      "wafv2:ListTagsForResource",
      "budgets:ListTagsForResource",
      "budgets:ViewBudget",
    ]
    resources = flatten([
      local.arn.roles,
      local.arn.table,
      local.arn.functions,
      "${local.arn.functions}:*",
      local.arn.queues,
      local.arn.topics,
      local.arn.orders_bucket,
      local.arn.templates_bucket,
      local.arn.configuration_set,
      local.arn.rules,
      local.arn.alarms,
      local.arn.dashboards,
      local.arn.web_acls,
      local.arn.budget,
      local.arn.log_groups,
    ])
  }

  # One item, and the only one that Terraform made: which region writes.
  statement {
    sid       = "ReadWriter"
    actions   = ["dynamodb:GetItem"]
    resources = [local.arn.table]

    condition {
      test     = "ForAllValues:StringEquals"
      variable = "dynamodb:LeadingKeys"
      values   = ["CONTROL"]
    }

    # ForAllValues holds where there is no key at all.
    condition {
      test     = "Null"
      variable = "dynamodb:LeadingKeys"
      values   = ["false"]
    }
  }

  statement {
    sid       = "ReadApis"
    actions   = ["apigateway:GET"]
    resources = local.arn.apis
  }

  statement {
    #checkov:skip=CKV_AWS_356:These calls know no resource, or one that AWS numbers.
    sid = "ReadWhatHasNoName"
    actions = [
      "cloudwatch:DescribeAlarms",
      "kms:DescribeKey",
      "kms:GetKeyPolicy",
      "kms:GetKeyRotationStatus",
      "kms:ListAliases",
      "kms:ListResourceTags",
      "lambda:GetEventSourceMapping",
      "lambda:ListFunctions",
      "lambda:ListTags",
      "logs:DescribeLogGroups",
      "route53:GetChange",
      "route53:GetHealthCheck",
      "route53:GetHostedZone",
      "route53:ListResourceRecordSets",
      "route53:ListTagsForResource",
      "ses:GetAccount",
      "sns:GetSubscriptionAttributes",
      "wafv2:GetWebACLForResource",
    ]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "plan" {
  name   = "plan"
  role   = aws_iam_role.plan.name
  policy = data.aws_iam_policy_document.plan.json
}
