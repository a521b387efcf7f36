# The API, its name, mail, and what watches them.

data "aws_iam_policy_document" "apply_edge" {
  statement {
    sid       = "Apis"
    actions   = ["apigateway:*"]
    resources = local.arn.apis
  }

  statement {
    sid       = "Firewall"
    actions   = ["wafv2:*"]
    resources = [local.arn.web_acls, "arn:aws:wafv2:*:${var.account_id}:regional/managedruleset/*/*"]
  }

  statement {
    sid       = "FirewallOfApi"
    actions   = ["wafv2:AssociateWebACL", "wafv2:DisassociateWebACL", "wafv2:GetWebACLForResource"]
    resources = ["arn:aws:apigateway:*::/restapis/*/stages/*"]
  }

  dynamic "statement" {
    for_each = var.hosted_zone_id[*]

    content {
      sid       = "Records"
      actions   = ["route53:ChangeResourceRecordSets"]
      resources = ["arn:aws:route53:::hostedzone/${statement.value}"]

      condition {
        test     = "ForAllValues:StringLike"
        variable = "route53:ChangeResourceRecordSetsNormalizedRecordNames"
        values   = [var.api_domain, "*.${var.api_domain}"]
      }
    }
  }

  dynamic "statement" {
    for_each = var.hosted_zone_id[*]

    content {
      sid       = "ReadRecords"
      actions   = ["route53:GetHostedZone", "route53:ListResourceRecordSets"]
      resources = ["arn:aws:route53:::hostedzone/${statement.value}"]
    }
  }

  # AWS numbers health checks.
  statement {
    #checkov:skip=CKV_AWS_356:AWS numbers health checks and changes.
    #checkov:skip=CKV_AWS_111:AWS numbers health checks and changes.
    sid = "HealthChecks"
    actions = [
      "route53:ChangeTagsForResource",
      "route53:CreateHealthCheck",
      "route53:DeleteHealthCheck",
      "route53:GetChange",
      "route53:GetHealthCheck",
      "route53:ListTagsForResource",
      "route53:UpdateHealthCheck",
    ]
    resources = ["*"]
  }

  statement {
    sid       = "Mail"
    actions   = ["ses:*"]
    resources = [local.arn.configuration_set]
  }

  statement {
    #checkov:skip=CKV_AWS_356:The suppression list is the account's.
    #checkov:skip=CKV_AWS_111:The suppression list is the account's.
    sid       = "Suppression"
    actions   = ["ses:GetAccount", "ses:PutAccountSuppressionAttributes"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "apply_watch" {
  statement {
    sid       = "AlarmsAndDashboards"
    actions   = ["cloudwatch:*"]
    resources = [local.arn.alarms, local.arn.dashboards]
  }

  statement {
    sid       = "Logs"
    actions   = ["logs:*"]
    resources = concat(local.arn.log_groups, [for group in local.arn.log_groups : "${group}:*"])
  }

  statement {
    sid       = "NoLogLines"
    effect    = "Deny"
    actions   = ["logs:FilterLogEvents", "logs:GetLogEvents", "logs:GetLogRecord", "logs:StartLiveTail", "logs:StartQuery", "logs:Unmask"]
    resources = ["*"]
  }

  # How the firewall's log is delivered; and what `pnpm canary` watches.
  statement {
    #checkov:skip=CKV_AWS_356:These calls know no resource.
    #checkov:skip=CKV_AWS_111:These calls know no resource.
    sid = "LogDelivery"
    actions = [
      "cloudwatch:DescribeAlarms",
      "cloudwatch:GetMetricData",
      "logs:CreateLogDelivery",
      "logs:DeleteLogDelivery",
      "logs:DescribeLogGroups",
      "logs:DescribeResourcePolicies",
      "logs:GetLogDelivery",
      "logs:ListLogDeliveries",
      "logs:PutResourcePolicy",
      "logs:UpdateLogDelivery",
    ]
    resources = ["*"]
  }

  statement {
    sid       = "Budget"
    actions   = ["budgets:*"]
    resources = [local.arn.budget]
  }

  # Keys are numbered: ours are told by their tag, which each has from its first moment.
  statement {
    sid       = "MakeKeys"
    actions   = ["kms:CreateKey", "kms:TagResource"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/Project"
      values   = [local.project]
    }
  }

  statement {
    sid = "Keys"
    actions = [
      "kms:CreateAlias",
      "kms:DeleteAlias",
      "kms:DescribeKey",
      "kms:EnableKeyRotation",
      "kms:GetKeyPolicy",
      "kms:GetKeyRotationStatus",
      "kms:ListResourceTags",
      "kms:PutKeyPolicy",
      "kms:ScheduleKeyDeletion",
      "kms:UntagResource",
      "kms:UpdateAlias",
      "kms:UpdateKeyDescription",
    ]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/Project"
      values   = [local.project]
    }
  }

  statement {
    sid       = "KeyNames"
    actions   = ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"]
    resources = ["arn:aws:kms:*:${var.account_id}:alias/bbws-alerts-${var.environment}"]
  }

  statement {
    #checkov:skip=CKV_AWS_356:This call knows no resource.
    sid       = "ListKeyNames"
    actions   = ["kms:ListAliases"]
    resources = ["*"]
  }
}
